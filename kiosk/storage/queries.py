"""Queries: what a step needs to know, read from the rows."""

from datetime import date
from typing import Any

from kiosk.domain.books import Copy, Title
from kiosk.domain.desk import Borrower, HallRules, OnDesk, OpenLoan
from kiosk.domain.facts import Fact
from kiosk.domain.halls import NOTICES_MAX, Hall, Notice, SpecialDay, calendar_of
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Answer, Consent, Member, MemberDetails, Suspension
from kiosk.domain.policy import RECORD_LOANS_MAX, Policy
from kiosk.domain.staff import Staff, StaffDetails, named
from kiosk.storage.apply import read_fact
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.tables import TABLES, Row, from_row, select

LOANS_BACK_MAX = 50
LOAN_WIDTH, COPY_WIDTH = len(Loan.__struct_fields__), len(Copy.__struct_fields__)
# Until a librarian has decided who borrowed it, a book on a lost or blocked card counts against nobody.
DISPUTED = """exists (select 1 from cases d where d.subject = 'copy ' || l.copy and d.state = 'open'
    and d.kind = 'blocked_card_used' and instr(d.evidence, l.loan) > 0)"""
OPEN_LOANS = f"""select {select(Loan, "l")}, {select(Copy, "c")}, {select(Title, "t")}
    from loans l join copies c on c.copy = l.copy join titles t on t.title = c.title
    where l.member = ? and l.ended is null and not {DISPUTED} order by l.loan limit {RECORD_LOANS_MAX}"""
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


def notices(db: Connection, hall: int, today: date) -> tuple[Notice, ...]:
    """What hangs in the hall today, the newest first."""
    found = "where hall = ? and not withdrawn and ? between from_on and until_on order by from_on desc, notice limit ?"
    return rows(db, Notice, found, hall, today.isoformat(), NOTICES_MAX)


def notices_from(db: Connection, hall: int, today: date) -> tuple[Notice, ...]:
    """What hangs, and what is to hang later, in the order of their days."""
    found = "where hall = ? and not withdrawn and until_on >= ? order by from_on, until_on, notice limit ?"
    return rows(db, Notice, found, hall, today.isoformat(), NOTICES_MAX)


def notice(db: Connection, key: str) -> Notice | None:
    return get(db, Notice, key)


def member(db: Connection, key: int) -> Member | None:
    return get(db, Member, key)


def kept_as(db: Connection, member: Member) -> Member:
    """Whom this number is meant of, when two were found to be one person."""
    kept = get(db, Member, member.merged_into)
    return kept if kept and kept.merged_into is None else member


def member_numbered(db: Connection, number: str) -> Member | None:
    return next(iter(rows(db, Member, "where number = ?", number)), None)


def members_at_home(db: Connection, hall: int) -> tuple[Member, ...]:
    return rows(db, Member, "where home_hall = ? order by number", hall)


def staff_numbered(db: Connection, number: str) -> Staff | None:
    found = next(iter(rows(db, Staff, "where number = ?", number)), None)
    return named(found, get(db, StaffDetails, found.staff)) if found else None


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
    return OnDesk(copy, title, loan, waiting, disputed=loan is not None and disputed(db, loan.loan))


def disputed(db: Connection, loan: str) -> bool:
    return db.execute(f"select 1 from loans l where l.loan = ? and {DISPUTED}", (loan,)).fetchone() is not None


def all_staff(db: Connection) -> list[Staff]:
    return [named(found, get(db, StaffDetails, found.staff)) for found in rows(db, Staff, "order by staff")]


def staff(db: Connection, key: int) -> Staff | None:
    found = get(db, Staff, key)
    return named(found, get(db, StaffDetails, key)) if found else None


def details_by_number_or_phone(db: Connection, number: str, phone_hashes: tuple[str, ...]) -> MemberDetails | None:
    found = member_numbered(db, number)
    if found:
        return get(db, MemberDetails, found.member)
    each = (rows(db, MemberDetails, "where phone_hash = ? limit 1", phone_hash) for phone_hash in phone_hashes)
    return next((found[0] for found in each if found), None)


def details(db: Connection, member: int) -> MemberDetails | None:
    """None once the member has been forgotten."""
    return get(db, MemberDetails, member)


def open_answers(db: Connection, member: int) -> tuple[Answer, ...]:
    return rows(db, Answer, "where member = ? and closed_at is null order by answer", member)


def title(db: Connection, key: int) -> Title | None:
    return get(db, Title, key)


def copies_of(db: Connection, title: int) -> tuple[Copy, ...]:
    return rows(db, Copy, "where title = ? order by copy", title)


def loan(db: Connection, key: str) -> Loan | None:
    return get(db, Loan, key)


def loan_ended_by(db: Connection, copy: str, fact: str) -> Loan | None:
    """Walks a copy's loans back from the last one."""
    found = get(db, Copy, copy)
    key = found.last_loan if found else None
    for _ in range(LOANS_BACK_MAX):
        past = get(db, Loan, key)
        if past is None or past.ended_by == fact:
            return past
        key = past.loan_before
    return None


def facts_of(db: Connection, generation: int, first: int, count: int) -> tuple[Fact, ...]:
    """A run of this device's own facts; the position is near the sequence, so a range of both is quick."""
    sql = "select body from facts where generation = ? and seq between ? and ? and position >= ? order by position"
    return tuple(read_fact(body) for (body,) in db.execute(sql, (generation, first, first + count - 1, first)))


def consents(db: Connection, member: int) -> dict[str, Consent]:
    """What the member agrees to now, by purpose."""
    found = rows(db, Consent, "where member = ? and withdrawn_at is null", member)
    return {consent.purpose: consent for consent in found}
