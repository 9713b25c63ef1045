"""Cases: every kind, answer and piece of evidence has its words; weeks are counted by what was open at their end."""

from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from msgspec.structs import replace

from kiosk import words
from kiosk.domain import facts as f
from kiosk.domain.books import Copy
from kiosk.domain.cases import ANSWERS, WEEKS_SHOWN, Case, CaseKind, Evidence, case_key, weekly
from kiosk.domain.deciding import Around, taken_back

NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
OPEN = Case("lent_twice-1", 1, "lent_twice", "copy 1", NOON - timedelta(days=10), (), "later_has_it")


def test_every_kind_and_answer_is_worded() -> None:
    assert set(ANSWERS) == set(get_args(CaseKind))
    for language in words.LANGUAGES:
        spoken = words.read(language)
        for kind, answers in ANSWERS.items():
            assert spoken.say(f"case.{kind}.text") and spoken.say(f"case.{kind}.because")
            assert all(spoken.say(f"case.answer.{answer}") for answer in answers)


def test_every_piece_of_evidence_is_worded() -> None:
    told = (f.BookBorrowed, f.CopyLost, f.CopyWithdrawn, f.MemberSuspended, f.MemberBlocked, f.CardReportedLost)
    told += (f.CertificateRevoked, f.CertificatePrinted, f.MemberDetailsSet)  # type: ignore[assignment]
    for language in words.LANGUAGES:
        spoken = words.read(language)
        assert all(spoken.say(f"case.what.{kind.__name__}") for kind in told)
        assert all(spoken.say(f"case.what.{what}") for what in ("clock", "revoked", "fork", "over_booked"))


def test_a_week_counts_what_was_open_at_its_end() -> None:
    settled = replace(OPEN, state="settled", decided_at=NOON - timedelta(days=3))
    closed = replace(OPEN, state="closed", closed_at=NOON - timedelta(days=8))
    found = weekly([OPEN, settled, closed], NOON)
    assert len(found) == WEEKS_SHOWN and list(found)[-1] == "2026-W47"
    assert list(found.values())[-3:] == [0, 2, 1]


def test_the_same_story_has_the_same_key() -> None:
    assert case_key("lent_twice", "a", "b") == case_key("lent_twice", "a", "b")
    assert (
        len({case_key("lent_twice", "a", "b"), case_key("lent_twice", "b", "a"), case_key("over_limit", "a", "b")}) == 3
    )


@pytest.mark.parametrize("written", [None, NOON - timedelta(days=2)], ids=["at the kiosk", "from paper"])
def test_a_loan_that_was_undone_wrongly_is_out_since_it_was_lent(written: datetime | None) -> None:
    """What a sheet of paper says of the time counts more than the hour in which somebody typed it."""

    def fact(key: str, p: f.Happening) -> f.Fact:
        return f.Fact(key, "d", 1, 1, "b", 0, NOON, "ok", NOON, p)

    lent = fact("later", f.BookBorrowed("c", 9, 1, date(2026, 12, 21), "default", borrowed_at=written))
    evidence = tuple(Evidence(key, "BookBorrowed", NOON, NOON, "d", 1) for key in ("earlier", "later"))
    around = Around({"later": lent}, Copy("c", 1, 1, 1, on_loan=True, last_loan="earlier"))
    undone = fact("u", f.BorrowUndone("c", "later"))
    (again,) = taken_back(replace(OPEN, evidence=evidence), [undone], around) or ()
    assert again == replace(lent.p, borrowed_at=written or NOON)
