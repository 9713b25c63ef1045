"""Cases for tests of the desk: as a hub would have told them of this hall, one of each kind that is wanted."""

from datetime import timedelta

from halls import NOON, TestHall, copy, number_of

from kiosk.domain.cases import ANSWERS, CaseKind, Evidence, case_key
from kiosk.domain.facts import CaseOpened

FIRST_AND_THEN: dict[CaseKind, tuple[str, str]] = {
    "lent_twice": ("BookBorrowed", "BookBorrowed"),
    "order_uncertain": ("BookBorrowed", "BookBorrowed"),
    "lost_but_lent": ("CopyLost", "BookBorrowed"),
    "lent_while_suspended": ("MemberSuspended", "BookBorrowed"),
    "blocked_card_used": ("CardReportedLost", "BookBorrowed"),
}


def open_case(hall: TestHall, kind: CaseKind, book: str, first: str = "zhang", then: str = "li") -> str:
    """It happened an hour ago at this kiosk, and half an hour ago at one that was alone."""
    evidence = tuple(
        Evidence(
            f"{kind}-{book}-{n}", what, NOON - timedelta(minutes=ago), NOON - timedelta(minutes=ago), device, 1, who
        )
        for n, (what, ago, device, who) in enumerate(
            zip(
                FIRST_AND_THEN[kind],
                (60, 30),
                (hall.store.device.device, "other"),
                (number_of(first), number_of(then)),
                strict=True,
            )
        )
    )
    key = case_key(kind, *(e.fact for e in evidence))
    hall.tell(CaseOpened(key, 1, kind, f"copy {copy(book)}", evidence, ANSWERS[kind][0]))
    return key
