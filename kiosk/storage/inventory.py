"""Inventory: what an import asks of the rows, and what an export reads of them from end to end."""

from collections.abc import Iterator

from kiosk.domain.books import Copy, Title
from kiosk.domain.classes import Course
from kiosk.domain.enrolments import ACTIVE, Enrolment
from kiosk.domain.loans import Loan
from kiosk.domain.members import Answer, Member, MemberDetails
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.queries import COPY_WIDTH, LOAN_WIDTH, LOANS_BACK_MAX, rows
from kiosk.storage.tables import TABLES, Row, from_row, select

COPIES = f"""select {select(Copy, "c")}, {select(Title, "t")}
    from copies c join titles t on t.title = c.title order by c.title, c.copy"""
OPEN_LOANS = f"""select {select(Loan, "l")}, m.number, t.name from loans l join members m on m.member = l.member
    join copies c on c.copy = l.copy join titles t on t.title = c.title where l.ended is null order by l.loan"""

ENROLMENT_WIDTH = len(Enrolment.__struct_fields__)
ENROLMENTS = f"""select {select(Enrolment, "e")}, {select(Course, "c")}, m.number from enrolments e
    join courses c on c.course = e.course join members m on m.member = e.member
    where e.state in ({", ".join(repr(state) for state in ACTIVE)}) order by c.course, e.place"""


def names(db: Connection) -> Iterator[tuple[int, str]]:
    yield from db.execute("select title, name from titles")


def title(db: Connection, key: int) -> Title | None:
    return get(db, Title, key)


def titles_of(db: Connection, source: str | None, isbn: str | None) -> tuple[Title, ...]:
    """Those of the same record elsewhere, or with the same ISBN."""
    by_source = rows(db, Title, "where source = ?", source) if source else ()
    return by_source + (rows(db, Title, "where isbn = ?", isbn) if isbn else ())


def copy(db: Connection, number: str) -> Copy | None:
    return get(db, Copy, number)


def copies_of(db: Connection, title: int) -> int:
    return int(db.execute("select count(*) from copies where title = ?", (title,)).fetchone()[0])


def details(db: Connection, member: int) -> MemberDetails | None:
    return get(db, MemberDetails, member)


def loans_back(db: Connection, number: str) -> Iterator[Loan]:
    """A copy's loans, the latest first."""
    found = get(db, Copy, number)
    key = found.last_loan if found else None
    for _ in range(LOANS_BACK_MAX):
        loan = get(db, Loan, key)
        if loan is None:
            return
        yield loan
        key = loan.loan_before


def each(db: Connection, struct: type[Row], order: str) -> Iterator[Row]:
    for row in db.execute(f"select {select(struct)} from {TABLES[struct]} order by {order}"):
        yield from_row(struct, row)


def each_copy(db: Connection) -> Iterator[tuple[Copy, Title]]:
    for row in db.execute(COPIES):
        yield from_row(Copy, row[:COPY_WIDTH]), from_row(Title, row[COPY_WIDTH:])


def each_open_loan(db: Connection) -> Iterator[tuple[Loan, str, str]]:
    """With the member's number and the title's name."""
    for row in db.execute(OPEN_LOANS):
        yield from_row(Loan, row[:LOAN_WIDTH]), row[LOAN_WIDTH], row[LOAN_WIDTH + 1]


def each_open_answer(db: Connection) -> Iterator[tuple[Answer, str]]:
    """What a member has not been told yet, with the member's number; the longest waiting come first."""
    sql = f"""select {select(Answer, "a")}, m.number from answers a join members m on m.member = a.member
        where a.closed_at is null order by a.answer"""
    for row in db.execute(sql):
        yield from_row(Answer, row[:-1]), row[-1]


def each_member(db: Connection) -> Iterator[tuple[Member, MemberDetails | None]]:
    for member in each(db, Member, "number"):
        yield member, get(db, MemberDetails, member.member)


def each_enrolment(db: Connection) -> Iterator[tuple[Enrolment, Course, str]]:
    """Those that hold or want a seat, with the member's number."""
    for *row, number in db.execute(ENROLMENTS):
        yield from_row(Enrolment, row[:ENROLMENT_WIDTH]), from_row(Course, row[ENROLMENT_WIDTH:]), number
