"""The audit: each deed of staff has words, what it changed is found by telling its story anew, and what undid it."""

from datetime import date, timedelta
from typing import Any, get_args

import pytest
from duties import ENDS
from halls import NOON, TODAY, TestHall, copy
from msgspec.structs import replace

from kiosk import words
from kiosk.domain.auditing import COUNTERS, FOLLOWS, ROUTINE, WATCHED
from kiosk.domain.facts import (
    BookBorrowed,
    BorrowUndone,
    CopyDamaged,
    CopyMended,
    Happening,
    MemberBlocked,
    MembersMerged,
    MembersParted,
    MemberUnblocked,
    NoticePosted,
    NoticeWithdrawn,
    PolicySet,
)
from kiosk.domain.halls import Notice
from kiosk.domain.policy import Policy
from kiosk.domain.rules import WHYS
from kiosk.domain.staff import Staff
from kiosk.storage.audit import Asked, Entry, entries, wholly
from kiosk.storage.sealed import engaging


@pytest.fixture
def staffed(hall: TestHall) -> TestHall:
    hall.tell(*engaging(hall.db, Staff(9, "S001", "周小敏", "librarian", 1, 1, ENDS)))
    return hall


def acted(hall: TestHall, *happenings: Happening, by: str = "S001") -> str:
    """Each deed a minute after the one before."""
    hall.pass_by(60)
    return hall.store.record(*happenings, moment=hall.clock.now(), actor=by)[-1].id


def seen(hall: TestHall, **asked: Any) -> dict[str, Entry]:
    return {one.kind: one for one in wholly(hall.db, entries(hall.db, Asked(**asked)))}


def test_every_kind_of_fact_is_watched_or_routine_or_follows() -> None:
    kinds = (*WATCHED, *ROUTINE, *FOLLOWS)
    assert set(kinds) == set(get_args(Happening)) and len(kinds) == len(set(kinds))


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_deed_is_worded_and_says_why_it_cannot_be_undone(language: str) -> None:
    spoken = words.read(language).table
    what = {key.removeprefix("audit.what.") for key in spoken if key.startswith("audit.what.")}
    never = {key.removeprefix("audit.never.") for key in spoken if key.startswith("audit.never.")}
    assert what == {kind.__name__ for kind in COUNTERS}
    assert never == {kind.__name__ for kind, counters in COUNTERS.items() if not counters}


def test_a_rule_says_who_why_before_and_after(staffed: TestHall) -> None:
    row = Policy(policy="default")
    acted(staffed, PolicySet(replace(row, loans_max=8), "other", "街道要求"))
    found = seen(staffed)["PolicySet"]
    said = (found.number, found.who, found.why, found.why_said, found.state)
    assert said == ("S001", "周*敏", "other", "街道要求", "can")
    assert [(c.field, c.before, c.after) for c in found.changed] == [("loans_max", 5, 8)]
    acted(staffed, PolicySet(row, "mistake"))
    states = [(one.state, one.taken_back_by) for one in entries(staffed.db, Asked())]
    assert states == [("can", ""), ("again", "S001")]


@pytest.mark.parametrize(
    ("deed", "undoing"),
    [
        (MemberBlocked(1000, "card_misused"), MemberUnblocked(1000, "our_mistake")),
        (MembersMerged(1000, 1001), MembersParted(1000)),
        (CopyDamaged(copy("hlm"), "掉页"), CopyMended(copy("hlm"))),
        (NoticePosted(Notice("n", 1, "停电", "周三", TODAY, TODAY)), NoticeWithdrawn("n")),
    ],
)
def test_a_deed_is_undone_by_its_own_counter_only(staffed: TestHall, deed: Happening, undoing: Happening) -> None:
    acted(staffed, deed)
    acted(staffed, CopyDamaged(copy("tg")), MemberUnblocked(1002, "other"))
    kind = type(deed).__name__
    assert [one.state for one in entries(staffed.db, Asked()) if one.kind == kind][-1] == "can"
    acted(staffed, undoing)
    assert [one.state for one in entries(staffed.db, Asked()) if one.kind == kind][-1] == "undone"


def test_one_loan_of_many_is_undone(staffed: TestHall) -> None:
    due = date(2026, 12, 21)
    loans = [acted(staffed, BookBorrowed(copy("hlm"), member, 1, due, "default", ())) for member in (1000, 1001)]
    acted(staffed, BorrowUndone(copy("hlm"), loans[1]))
    states = {one.fact: one.state for one in entries(staffed.db, Asked(everything=True))}
    assert (states[loans[0]], states[loans[1]]) == ("can", "undone")
    assert not {one.kind for one in entries(staffed.db, Asked())} - {"BorrowUndone"}


def test_of_one_colleague_in_some_days_and_nobody_by_name(staffed: TestHall) -> None:
    acted(staffed, MemberBlocked(1000, "card_misused"))
    acted(staffed, MemberUnblocked(1000, "our_mistake"), by="S002")
    staffed.tell(MemberBlocked(1001, "nobody_acted"))
    assert set(seen(staffed, who="S002")) == {"MemberUnblocked"}
    assert not seen(staffed, since=NOON + timedelta(days=1)) and len(seen(staffed, until=NOON + timedelta(days=1))) == 2
    told = str(seen(staffed))
    assert "张*三 ···0000" in told and "张小三" not in told and "周小敏" not in told


def test_every_reason_of_the_rules_is_worded_and_what_was_written_by_hand_stays() -> None:
    for language in words.LANGUAGES:
        spoken = words.read(language)
        assert not {why for why in WHYS if f"rules.why.{why}" not in spoken.table}
        assert spoken.why("trial") == spoken.say("rules.why.trial")
        assert spoken.why("姓名写错了") == "姓名写错了"
