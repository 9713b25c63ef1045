"""Overdue: who has books that are late or due today, the longest first."""

from datetime import date
from itertools import groupby

from msgspec import Struct

from kiosk.domain.books import Title
from kiosk.domain.loans import Loan
from kiosk.storage.database import Connection
from kiosk.storage.queries import DISPUTED
from kiosk.storage.tables import from_row, select

LATE_MAX = 2000  # loans on one list; nobody writes more slips in a day
LOAN_WIDTH, TITLE_WIDTH = len(Loan.__struct_fields__), len(Title.__struct_fields__)
LATE = f"""select {select(Loan, "l")}, {select(Title, "t")}, m.number, coalesce(d.name, ''), coalesce(d.unit, '')
    from loans l join copies c on c.copy = l.copy join titles t on t.title = c.title
    join members m on m.member = l.member left join member_details d on d.member = l.member
    where l.ended is null and l.hall = ? and l.due_on between ? and ? and not {DISPUTED}
    order by l.due_on, l.loan limit {LATE_MAX}"""
EVER = date(1, 1, 1)


class LateLoan(Struct, frozen=True):
    loan: Loan
    title: Title


class LateMember(Struct, frozen=True):
    """One person's books; the name is whole, and is masked wherever it is shown."""

    member: int
    number: str
    name: str
    unit: str
    loans: tuple[LateLoan, ...]  # the longest late first


def late(db: Connection, hall: int, last: date, first: date = EVER) -> tuple[LateMember, ...]:
    """All whose books were due from `first` to `last`; whoever is latest comes first."""
    found = db.execute(LATE, (hall, first.isoformat(), last.isoformat())).fetchall()
    order: dict[int, int] = {}
    of_member = [(from_row(Loan, row[:LOAN_WIDTH]), row) for row in found]
    for loan, _ in of_member:
        order.setdefault(loan.member, len(order))
    by_member = sorted(of_member, key=lambda pair: order[pair[0].member])
    return tuple(late_member(list(rows)) for _, rows in groupby(by_member, key=lambda pair: pair[0].member))


def late_member(rows: list[tuple[Loan, tuple[object, ...]]]) -> LateMember:
    number, name, unit = (str(value) for value in rows[0][1][LOAN_WIDTH + TITLE_WIDTH :])
    loans = tuple(LateLoan(loan, from_row(Title, row[LOAN_WIDTH : LOAN_WIDTH + TITLE_WIDTH])) for loan, row in rows)
    return LateMember(rows[0][0].member, number, name, unit, loans)
