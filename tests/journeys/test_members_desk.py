"""会员 at the desk: found, shown, changed with a reason, taken back; joined in half a minute; two numbers made one."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from duties import on_duty
from halls import ISSUER, KEY_ID, MEMBERS, TODAY, TestHall, codes
from pdfs import text

from kiosk.domain.facts import Fact
from kiosk.domain.staff import Role
from kiosk.storage import people, print_jobs, queries
from kiosk.storage.hub_line import HubLine, write_line
from kiosk.storage.pins import pin_matches
from kiosk.visit.screens import Basket, Counter, Desk, MemberDesk, MemberMerge, MemberNew, Members, Printing, Refusal
from kiosk.visit.taps import TAPS

ZHANG, LI, OU = "1000", "1001", "1002"
OWN = [tap for tap in TAPS if tap.startswith(("member", "new_card"))]


PERSONAL = (*MEMBERS.values(), "钱多多", "13800001234", "造船厂")


@pytest.fixture(autouse=True)
def rows_follow_from_facts_and_nobody_is_named(hall: TestHall, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Neither in the facts nor in the log: there a member is a pseudonym, also when the whole name was shown."""
    caplog.set_level("DEBUG")
    yield
    assert hall.store.differences() == {}
    told = b"".join(msgspec.json.encode(fact) for fact in hall.store.facts()).decode()
    told += "".join(str(vars(record)) for record in caplog.get_records("call"))
    assert not [name for name in PERSONAL if name in told]


@pytest.fixture
def desk(hall: TestHall) -> TestHall:
    hall.db.execute("update keys set private = ? where key_id = ?", (ISSUER.private_bytes_raw(), KEY_ID))
    on_duty(hall, "librarian")
    return hall


def opened(hall: TestHall, member: str = ZHANG) -> MemberDesk:
    screen = hall.tap("member", member=member)
    assert isinstance(screen, MemberDesk)
    return screen


def change(hall: TestHall, what: str, why: str, *, said: str = "", **answers: str) -> MemberDesk:
    hall.tap("member_ask", change=what)
    for field, answer in answers.items():
        hall.tap("member_say", field=field, text=answer)
    screen = hall.tap("member_do", why=why, said=said)
    assert isinstance(screen, MemberDesk)
    return screen


def last(hall: TestHall) -> Fact:
    return hall.visit.facts[-1]


# Finding


def test_somebody_is_found_by_letters_characters_number_and_card(desk: TestHall) -> None:
    empty = desk.tap("members")
    assert isinstance(empty, Members) and empty.rows == () and empty.leading == "LOZ"
    for typed in ("z", "zxs", "张小", "小三", "100000"):
        assert [row.name for row in desk.tap("members", typed=typed).rows] == ["张*三"], typed
    assert [row.name for row in desk.tap("members", typed="0000").rows] == ["张*三", "李*", "欧阳*"]
    row = desk.tap("members", typed="ZX").rows[0]
    assert (row.number_tail, row.tier, row.state, row.until) == ("0000", "member", "good", date(2028, 1, 1))
    assert desk.tap("members", typed="z").leading == "X"
    assert desk.tap("members", typed="zhao").rows == ()
    screen = desk.scan("li")
    assert isinstance(screen, MemberDesk) and screen.who.name == "李*"
    duty = desk.visit.frame().duty
    assert duty and duty.said and (duty.said.key, duty.said.facts) == ("member", {"name": "李*"})
    assert isinstance(desk.tap("back"), Desk) and isinstance(desk.scan("li"), Counter)


def test_a_lost_card_finds_its_member_and_a_strangers_card_does_not(desk: TestHall) -> None:
    opened(desk)
    assert change(desk, "lost", "told").who.state == "lost"
    desk.tap("members")
    assert desk.scan("zhang").who.member == ZHANG
    assert isinstance(desk.scan(desk.card("zhang", holder=42)), Refusal)


# One member


def test_what_is_open_is_shown_and_what_was_read_before_is_not(desk: TestHall) -> None:
    for book in ("hlm", "tg"):
        desk.scan("zhang")
        desk.scan(book)
        desk.tap("finish")
    desk.scan("tg")
    desk.tap("finish")
    on_duty(desk, "librarian")
    screen = opened(desk)
    assert [loan.book.short for loan in screen.loans] == ["红楼梦"] and screen.most == 5
    assert "机械制图" not in msgspec.json.encode(screen).decode()


def test_the_whole_name_is_shown_once_and_that_is_kept_without_the_name(desk: TestHall) -> None:
    assert opened(desk).shown is None
    screen = desk.tap("member_reveal")
    assert screen.revealed == "张小三" and desk.facts == ["MemberShown"] and last(desk).actor == "S001"
    again = desk.tap("member_again")
    assert again.revealed == "" and again.shown and (again.shown.name, again.shown.on) == ("周*", TODAY)


@pytest.mark.parametrize(
    ("what", "why", "answers", "fact", "now"),
    [
        ("block", "unreturned", {"days": "7"}, "MemberSuspended", "stopped"),
        ("block", "asked", {"days": "0"}, "MemberBlocked", "stopped"),
        ("lost", "told", {}, "CardReportedLost", "lost"),
        ("renew", "still_member", {}, "CardIssued", "good"),
        ("tier", "proved", {"tier": "model"}, "TierSet", "good"),
        ("unit", "moved", {"text": "造船厂"}, "MemberDetailsSet", "good"),
        ("name", "mistake", {"text": "张小山"}, "MemberDetailsSet", "good"),
    ],
)
def test_a_change_names_who_and_why_and_is_taken_back(
    desk: TestHall, what: str, why: str, answers: dict[str, str], fact: str, now: str
) -> None:
    before = opened(desk)
    after = change(desk, what, why, **answers)
    assert desk.facts == [fact] and last(desk).actor == "S001"
    assert (after.who.state, after.told, after.undo) == (now, what, True)
    p: Any = last(desk).p
    assert ((p.why, p.why_said) == (why, "") and after.who != before.who) or after.stops
    back = desk.tap("member_undo")
    assert msgspec.structs.replace(back, told="") == before and not back.undo
    assert desk.tap("member_undo") == msgspec.structs.replace(back, told="") and desk.facts == []


def test_a_block_ends_when_it_was_said_to_and_is_lifted_with_a_reason(desk: TestHall) -> None:
    opened(desk)
    screen = change(desk, "block", "damaged", days="30")
    assert [(s.why, s.until, s.days) for s in screen.stops] == [("damaged", TODAY + timedelta(days=30), 31)]
    desk.tap("finish")
    assert codes(desk.scan("zhang")) == ["L-05"]
    desk.tap("finish")
    on_duty(desk, "librarian")
    opened(desk)
    assert change(desk, "lift", "heard").stops == () and desk.facts == ["SuspensionLifted"]
    assert desk.tap("member_undo").stops == screen.stops


def test_without_a_reason_nothing_is_done_and_another_reason_takes_a_line(desk: TestHall) -> None:
    opened(desk)
    for why, said in (("", ""), ("nonsense", ""), ("other", " ")):
        screen = change(desk, "block", why, said=said, days="0")
        assert screen.asking and [r.code for r in screen.asking.why_not] == ["G-05"] and desk.facts == []
    assert change(desk, "block", "other", said="等家长来谈", days="0").stops[0].until is None
    assert last(desk).p.why_said == "等家长来谈"  # type: ignore[union-attr]
    assert [r.code for r in change(desk, "tier", "proved").asking.why_not] == ["S-08"]  # type: ignore[union-attr]


def test_a_new_card_makes_the_old_one_void_and_comes_out_of_the_printer(desk: TestHall, tmp_path: Any) -> None:
    opened(desk)
    change(desk, "lost", "told")
    screen = change(desk, "reissue", "lost")
    assert (screen.who.state, screen.undo, screen.issues) == ("good", False, True)
    printing = desk.tap("member_card")
    assert isinstance(printing, Printing) and printing.purpose == "card"
    desk.visit.settle()
    (job,) = print_jobs.unfinished(desk.db)
    (tmp_path / "card.pdf").write_bytes(print_jobs.sheet(desk.db, job.id))
    assert "张小三" in text(tmp_path / "card.pdf") and "100000" in text(tmp_path / "card.pdf")
    assert isinstance(desk.tap("leave_paper"), MemberDesk)
    desk.tap("finish")
    assert codes(desk.scan("zhang")) == ["L-02"]
    assert isinstance(desk.scan(desk.card("zhang", version=2)), Basket)


def test_a_new_pin_is_told_once_and_opens_the_door(desk: TestHall) -> None:
    opened(desk)
    screen = change(desk, "pin", "forgotten")
    assert len(screen.pin) == 6 and not screen.undo and last(desk).p.about == "pin"  # type: ignore[union-attr]
    details = queries.details(desk.db, 1000)
    assert details and details.pin_hash and pin_matches(details.pin_hash, screen.pin)
    assert desk.tap("member_again").pin == ""


def test_a_childs_card_is_linked_to_its_guardian_and_parted_again(desk: TestHall) -> None:
    opened(desk, LI)
    looking = desk.tap("member_ask", change="family")
    assert isinstance(looking, Members) and looking.whom and looking.purpose == "family"
    desk.tap("members", typed="z", purpose="family")
    asking = desk.tap("member", member=ZHANG).asking
    assert asking and asking.guardian and asking.guardian.name == "张*三"
    screen = desk.tap("member_do", why="guardian")
    assert screen.guardian.member == ZHANG and [c.member for c in opened(desk).wards] == [LI]
    desk.tap("member_ask", change="family")
    desk.tap("member", member=LI)
    assert [r.code for r in desk.tap("member_do", why="guardian").asking.why_not] == ["G-06"]
    opened(desk, LI)
    assert change(desk, "part", "grown").guardian is None


def test_who_still_has_books_is_not_forgotten(desk: TestHall) -> None:
    desk.scan("zhang")
    desk.scan("hlm")
    desk.tap("finish")
    on_duty(desk, "librarian")
    opened(desk)
    assert [r.code for r in change(desk, "forget", "asked").asking.why_not] == ["G-07"]  # type: ignore[union-attr]
    opened(desk, LI)
    gone = change(desk, "forget", "asked")
    assert not gone.known and not gone.undo and gone.who.name == ""


# Joining


def test_a_member_joins_in_one_sentence_and_the_card_is_printed(desk: TestHall, tmp_path: Any) -> None:
    begun = desk.tap("member_new")
    assert isinstance(begun, MemberNew) and [r.code for r in begun.reasons] == ["G-01"] and begun.loans == 5
    for field, said in (("name", "钱多多"), ("phone", "138 0000 1234"), ("unit", "造船厂"), ("tier", "model")):
        screen = desk.tap("member_tell", field=field, text=said)
    assert screen.reasons == () and screen.number == begun.number == "100003"
    joined = desk.tap("member_add")
    assert desk.facts == ["MemberAdded", "MemberDetailsSet", "ConsentGiven"] and last(desk).actor == "S001"
    assert joined.added.name == "钱*多" and joined.added.tier == "model" and len(joined.pin) == 6
    assert desk.tap("member_add").added == joined.added and desk.facts == []
    desk.tap("new_card")
    desk.visit.settle()
    (job,) = print_jobs.unfinished(desk.db)
    (tmp_path / "card.pdf").write_bytes(print_jobs.sheet(desk.db, job.id))
    assert "钱多多" in text(tmp_path / "card.pdf")
    back = desk.tap("leave_paper")
    assert isinstance(back, MemberNew) and back.pin == ""
    assert desk.tap("member_new").draft.unit == "造船厂" and desk.visit.screen.draft.name == ""  # type: ignore[union-attr]
    assert [row.unit for row in desk.tap("members", typed="13800001234").rows] == ["造船厂"]


def test_who_is_there_already_is_said_at_once(desk: TestHall) -> None:
    desk.tap("member_new")
    screen = desk.tap("member_tell", field="name", text="李四")
    assert [row.member for row in screen.alike] == [LI] and [r.code for r in screen.reasons] == ["G-04"]
    assert desk.tap("member_add").tried and desk.facts == []
    desk.tap("member_another")
    assert desk.tap("member_add").added.number_tail == "0003"
    desk.tap("member_new")
    bad = desk.tap("member_tell", field="phone", text="12345")
    bad = desk.tap("member_tell", field="born", text="1850")
    assert [r.code for r in bad.reasons] == ["G-01", "G-02", "G-03"]


# Two numbers, one person


def test_two_numbers_become_one_and_two_again(desk: TestHall) -> None:
    desk.scan("li")
    desk.scan("hlm")
    desk.tap("finish")
    on_duty(desk, "librarian")
    opened(desk)
    desk.tap("members", typed="l", purpose="merge")
    screen = desk.tap("member", member=LI)
    assert isinstance(screen, MemberMerge) and (screen.old.loans, screen.kept.loans) == (1, 0)
    assert [r.code for r in desk.tap("member_merge", why="").why_not] == ["G-05"]
    done = desk.tap("member_merge", why="twice")
    assert desk.facts == ["MembersMerged", "LoanMoved"] and last(desk).actor == "S001"
    assert (done.done, done.old.loans, done.kept.loans) == (True, 0, 1)
    back = desk.tap("member_part")
    assert desk.facts == ["MembersParted", "LoanMoved"] and (back.old.loans, back.kept.loans) == (1, 0)
    assert [r.code for r in desk.tap("member_compare", old=LI, kept=LI).why_not] == ["W-05"]


# Whose work it is


@pytest.mark.parametrize("role", ["volunteer", "organiser", "technician", "city"])
def test_members_are_not_there_for_other_roles(hall: TestHall, role: Role) -> None:
    on_duty(hall, role)
    for tap in OWN:
        assert isinstance(hall.tap(tap, member=ZHANG, old=LI, kept=ZHANG, change="block"), Desk), tap
        assert hall.facts == [] and hall.visit.sitting.members is None


def test_beside_other_kiosks_a_number_is_drawn_by_lot(desk: TestHall) -> None:
    write_line(desk.db, HubLine(hub="https://hub"))
    drawn = {people.next_number(desk.db, 1) for _ in range(20)}
    assert len(drawn) == 20 and all(len(number) == 9 and number.startswith("1") for number in drawn)
