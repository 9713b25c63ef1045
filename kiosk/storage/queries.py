"""Queries: what a step needs to know, read from the rows."""

from typing import Any

from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import Issuers
from kiosk.domain.desk import Borrower, HallRules, OnDesk, OpenLoan
from kiosk.domain.halls import Hall, SpecialDay, calendar_of
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, MemberDetails, Suspension
from kiosk.domain.policy import RECORD_LOANS_MAX, Policy
from kiosk.domain.staff import Staff
from kiosk.storage.apply import get
from kiosk.storage.database import Connection
from kiosk.storage.tables import TABLES, Row, from_row, select

LOAN_WIDTH, COPY_WIDTH = len(Loan.__struct_fields__), len(Copy.__struct_fields__)
OPEN_LOANS = f"""select {select(Loan, "l")}, {select(Copy, "c")}, {select(Title, "t")}
    from loans l join copies c on c.copy = l.copy join titles t on t.title = c.title
    where l.member = ? and l.ended is null order by l.loan limit {RECORD_LOANS_MAX}"""
ON_DESK = f"""select {select(Copy, "c")}, {select(Title, "t")}
    from copies c join titles t on t.title = c.title where c.copy = ?"""


def rows(db: Connection, struct: type[Row], tail: str = "", *parameters: Any) -> tuple[Row, ...]:
    found = db.execute(f"select {select(struct)} from {TABLES[struct]} {tail}", parameters)
    return tuple(from_row(struct, row) for row in found)


def hall_rules(db: Connection, hall: int) -> HallRules:
    here = get(db, Hall, hall)
    assert here, "a kiosk belongs to a hall from its set-up on"
    days = rows(db, SpecialDay, "where hall = ?", hall)
    return HallRules(here, rows(db, Policy, "order by policy"), calendar_of(here, days))


def issuers(db: Connection) -> Issuers:
    return dict(db.execute("select key_id, public from keys where role = 'issuer'").fetchall())


def member(db: Connection, key: int) -> Member | None:
    return get(db, Member, key)


def member_numbered(db: Connection, number: str) -> Member | None:
    return next(iter(rows(db, Member, "where number = ?", number)), None)


def staff_numbered(db: Connection, number: str) -> Staff | None:
    return next(iter(rows(db, Staff, "where number = ?", number)), None)


def borrower(db: Connection, member: Member) -> Borrower:
    details = get(db, MemberDetails, member.member)
    loans = tuple(open_loan(row) for row in db.execute(OPEN_LOANS, (member.member,)))
    paused = rows(db, Suspension, "where member = ? and lifted_why is null", member.member)
    return Borrower(member, details.name if details else "", loans, paused)


def open_loan(row: tuple[Any, ...]) -> OpenLoan:
    past_copy = LOAN_WIDTH + COPY_WIDTH
    return OpenLoan(
        from_row(Loan, row[:LOAN_WIDTH]), from_row(Copy, row[LOAN_WIDTH:past_copy]), from_row(Title, row[past_copy:])
    )


def on_desk(db: Connection, number: str) -> OnDesk | None:
    """A copy as it lies there: its title, the loan it is on, who waits for it."""
    row = db.execute(ON_DESK, (number,)).fetchone()
    if row is None:
        return None
    copy, title = from_row(Copy, row[:COPY_WIDTH]), from_row(Title, row[COPY_WIDTH:])
    loan = get(db, Loan, copy.last_loan) if copy.on_loan else None
    waiting = rows(db, Hold, "where title = ? and state in ('waiting', 'ready') order by placed_at, hold", title.title)
    return OnDesk(copy, title, loan, waiting)


def titles_with_isbn(db: Connection, isbn: str) -> tuple[Title, ...]:
    return rows(db, Title, "where isbn = ?", isbn)
