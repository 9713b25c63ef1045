"""The demo's cases: what a hub would have found in the stories of three books, so that staff can try to settle them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Protocol

from kiosk.domain.cases import ANSWERS, CaseKind, Evidence, case_key
from kiosk.domain.facts import CaseOpened
from kiosk.domain.loans import Loan
from kiosk.domain.moment import Moment
from kiosk.storage.queries import rows
from kiosk.storage.store import Store

NEWEST = "where ended is null and hall = ? order by borrowed_at desc, loan limit 2"
ELSEWHERE = "select hall from halls where hall != ? order by hall limit 1"
SOMEBODY = "select member from members where member != ? order by number limit 1"
BEFORE = timedelta(days=2, hours=3)  # the other place had told its part so long ago
YEARS_OFF = timedelta(days=3650)
DESK = "desk"  # how the story calls another device of the hall


class Teller(Protocol):
    def moment(self) -> Moment: ...


def add_cases(store: Store, teller: Teller) -> None:
    """About the newest loans, which stay as they are; without loans there is only the clock."""
    moment = teller.moment()
    store.record(*told(store, moment.at), moment=moment)


def told(store: Store, now: datetime) -> Iterator[CaseOpened]:
    found = rows(store.db, Loan, NEWEST, store.device.hall)
    for loan, tell in zip(found, (lent_elsewhere, missed_before), strict=False):
        yield case(store, ("copy", loan.copy), *tell(store, loan))
    off = Evidence("clock", "clock", now - YEARS_OFF, now - YEARS_OFF, DESK, store.device.hall)
    yield case(store, ("device", DESK), "clock_wrong", (off,))


def case(store: Store, about: tuple[str, str], kind: CaseKind, evidence: tuple[Evidence, ...]) -> CaseOpened:
    key = case_key(kind, *(e.fact for e in evidence))
    return CaseOpened(key, store.device.hall, kind, " ".join(about), evidence, ANSWERS[kind][0])


def lent_elsewhere(store: Store, loan: Loan) -> tuple[CaseKind, tuple[Evidence, ...]]:
    """Somebody had borrowed it at another hall, where it was never given back."""
    (hall,) = store.db.execute(ELSEWHERE, (loan.hall,)).fetchone() or (loan.hall,)
    (member,) = store.db.execute(SOMEBODY, (loan.member,)).fetchone() or (loan.member,)
    return "lent_twice", (earlier(loan, "BookBorrowed", "elsewhere", hall, member), lent(store, loan))


def missed_before(store: Store, loan: Loan) -> tuple[CaseKind, tuple[Evidence, ...]]:
    """The desk had looked for it in vain."""
    return "lost_but_lent", (earlier(loan, "CopyLost", DESK, loan.hall, None), lent(store, loan))


def earlier(loan: Loan, what: str, device: str, hall: int, member: int | None) -> Evidence:
    at = loan.borrowed_at - BEFORE
    return Evidence(f"before {loan.loan}", what, at, at, device, hall, member)


def lent(store: Store, loan: Loan) -> Evidence:
    at = loan.borrowed_at
    return Evidence(loan.loan, "BookBorrowed", at, at, store.device.device, loan.hall, loan.member)
