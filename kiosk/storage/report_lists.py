"""Report lists: what lies behind a number of a report, the ledger of loans, and what a self-check asks of the stock.

A list of things names nobody, and a list of people names no thing: who read what stands in no list."""

from typing import Any

from msgspec import Struct

from kiosk.domain.halls import Hall
from kiosk.domain.loans import Loan
from kiosk.storage.counting import (
    CAME_BACK,
    CAME_TO,
    CERTIFICATES,
    HELD,
    JOINED,
    LOANS,
    OF_TITLES,
    VISITS,
    WERE_LENT,
    Counting,
    asked,
)
from kiosk.storage.database import Connection
from kiosk.storage.queries import LOAN_WIDTH
from kiosk.storage.tables import from_row, select

LISTED_MAX = 5000
THINGS = {
    "loans": f"""select l.borrowed_at, t.name, t.class_mark, l.copy
        {OF_TITLES} where {WERE_LENT} order by l.borrowed_at, l.loan""",
    "returns": f"""select l.ended_at, t.name, t.class_mark, l.copy
        {OF_TITLES} where {CAME_BACK} order by l.ended_at, l.loan""",
    "sessions": f"""select s.starts_at, c.title, coalesce(nullif(s.room, ''), c.room),
        (select count(*) from attendance a where a.session = s.session
            and a.result in ('present', 'late', 'left_early', 'unsettled')) + s.guests
        {HELD} order by s.starts_at, s.session""",
    "certificates": f"""select issued_on, course_title, certificate,
        case when revoked_on is not null then 'revoked' when superseded_by <> '' then 'superseded' else 'valid' end
        {CERTIFICATES} and issued_on between :first_day and :last order by certificate""",
}
PEOPLE = {
    "visits": f"select member, count(*) from ({VISITS}) group by 1 order by 2 desc, 1",
    "borrowers": f"select l.member, count(*) {LOANS} group by 1 order by 2 desc, 1",
    "attendances": f"select a.member, count(*) {CAME_TO} group by 1 order by 2 desc, 1",
    "half_hours": f"select a.member, count(*) {CAME_TO} and a.result = 'unsettled' group by 1 order by 2 desc, 1",
    "members": f"select member, 1 {JOINED} and joined_on between :first_day and :last order by joined_on desc, member",
}
LEDGER = f"""select {select(Loan, "l")}, t.name, t.class_mark
    {OF_TITLES} where {WERE_LENT} order by l.borrowed_at, l.loan"""
STOCK = """select
    (select count(*) from copies where home_hall = :hall and condition in ('good', 'damaged') and kind <> 'thing'),
    (select count(distinct title) from copies where home_hall = :hall and kind = 'periodical'
        and condition in ('good', 'damaged')),
    (select count(*) from copies where home_hall = :hall and kind = 'media' and condition in ('good', 'damaged'))"""


class Lent(Struct, frozen=True):
    """A line of the ledger."""

    loan: Loan
    title: str
    class_mark: str


class Stock(Struct, frozen=True):
    """What stands in a hall: books and papers in all, kinds of papers, discs."""

    copies: int
    periodicals: int
    media: int


def things(db: Connection, c: Counting, name: str) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(row) for row in asked(db, f"{THINGS[name]} limit {LISTED_MAX}", c))


def people(db: Connection, c: Counting, name: str) -> tuple[tuple[int, int], ...]:
    """Who, and how many times."""
    return tuple((member, times) for member, times in asked(db, f"{PEOPLE[name]} limit {LISTED_MAX}", c))


def ledger(db: Connection, c: Counting) -> tuple[Lent, ...]:
    found = asked(db, LEDGER, c)
    return tuple(Lent(from_row(Loan, row[:LOAN_WIDTH]), row[LOAN_WIDTH], row[LOAN_WIDTH + 1]) for row in found)


def stock(db: Connection, hall: Hall) -> Stock:
    return Stock(*db.execute(STOCK, {"hall": hall.hall}).fetchone())
