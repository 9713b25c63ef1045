"""Holds as they are asked for: a title's queue, a member's own, the hold shelf, what is over, and a title's copies."""

from datetime import date
from itertools import islice
from typing import Any

from msgspec import Struct

from kiosk.domain import names
from kiosk.domain.books import Copy, Title
from kiosk.domain.desk import HallRules
from kiosk.domain.halls import Hall, SpecialDay, calendar_of
from kiosk.domain.holding import Kept, Pickup, gone
from kiosk.domain.holds import Hold
from kiosk.domain.members import Member, MemberDetails
from kiosk.domain.policy import HOLDS_A_STEP, HOLDS_LISTED_MAX, QUEUE_MAX, RECORD_HOLDS_MAX
from kiosk.storage import queries
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.queries import rows
from kiosk.storage.tables import from_row, select

TAIL_DIGITS = 4  # of a member's number: enough to find one's own slip by
OPEN = "state in ('waiting', 'ready')"
LISTED = f"""select {select(Hold, "h")}, {select(Title, "t")}, m.number, d.name, c.shelf from holds h
    join titles t on t.title = h.title join members m on m.member = h.member
    left join member_details d on d.member = h.member left join copies c on c.copy = h.copy
    where {{}} order by h.state, h.ready_until, h.placed_at, h.hold limit ?"""
HOLD_WIDTH, TITLE_WIDTH = len(Hold.__struct_fields__), len(Title.__struct_fields__)
# A copy that is lent, damaged or gone cannot stand on the hold shelf, whatever was said of it before.
LAPSED = f"""select {select(Hold, "h")} from holds h left join copies c on c.copy = h.copy
    where h.state = 'ready' and h.pickup_hall = ? and (h.ready_until < ? or c.copy is null or c.on_loan
    or c.condition != 'good' or c.sent_to is not null or c.adrift or c.kind = 'reference')
    order by h.ready_until, h.placed_at, h.hold"""
COUNTED = """select c.hall, coalesce(n.name, ''), coalesce(n.kind, ''), case
        when c.condition != 'good' then c.condition when c.on_loan then 'on_loan'
        when c.sent_to is not null then 'travelling' when c.adrift then 'adrift'
        when exists (select 1 from holds h where h.copy = c.copy and h.state = 'ready') then 'held'
        when c.kind = 'reference' then 'reference' else 'here' end as state,
    count(*), max(c.shelf), min(case when c.on_loan then l.due_on end)
    from copies c left join halls n on n.hall = c.hall left join loans l on l.loan = c.last_loan
    where c.title = ? group by c.hall, state order by c.hall, state"""


class Listed(Struct, frozen=True):
    """A hold as staff see it: the member only masked."""

    hold: Hold
    title: Title
    name: str  # masked
    number_tail: str
    shelf: str = ""  # where its copy belongs when nobody waits


class CopiesThere(Struct, frozen=True):
    """How many copies of a title a hall has in one state: here, on_loan, held, reference, lost, damaged ..."""

    hall: int
    hall_name: str
    hall_kind: str
    state: str
    count: int
    shelf: str
    next_due_on: date | None = None  # the nearest of those on loan


def hold(db: Connection, key: str) -> Hold | None:
    return get(db, Hold, key)


def queue(db: Connection, title: int) -> tuple[Hold, ...]:
    return rows(db, Hold, f"where title = ? and {OPEN} order by placed_at, hold limit ?", title, QUEUE_MAX)


def holds_of(db: Connection, member: int) -> tuple[Hold, ...]:
    return rows(db, Hold, f"where member = ? and {OPEN} order by placed_at, hold limit ?", member, RECORD_HOLDS_MAX)


def copies(db: Connection, title: int) -> tuple[Copy, ...]:
    return rows(db, Copy, "where title = ? order by copy", title)


def copies_of(db: Connection, title: int) -> tuple[CopiesThere, ...]:
    """A title's copies, hall by hall."""
    found = db.execute(COUNTED, (title,))
    return tuple(
        CopiesThere(hall, name, kind, state, count, shelf, date.fromisoformat(due) if due else None)
        for hall, name, kind, state, count, shelf, due in found
    )


def halls(db: Connection) -> tuple[Hall, ...]:
    return rows(db, Hall, "order by hall")


def pickup(db: Connection, hall: int) -> Pickup | None:
    found = get(db, Hall, hall)
    return Pickup(found, calendar_of(found, rows(db, SpecialDay, "where hall = ?", hall))) if found else None


def slip(db: Connection, member: int) -> tuple[str, str]:
    """What a member's slip on the hold shelf shows: the masked name, and the end of the number."""
    row, details = get(db, Member, member), get(db, MemberDetails, member)
    return names.masked(details.name) if details else "", row.number[-TAIL_DIGITS:] if row else ""


def on_shelf(db: Connection, hall: int) -> tuple[Listed, ...]:
    """The hold shelf of a hall, the first to end first."""
    return listed(db, "h.state = 'ready' and h.pickup_hall = ?", hall)


def waiting(db: Connection) -> tuple[Listed, ...]:
    return listed(db, f"h.{OPEN}")


def expired(db: Connection) -> tuple[Listed, ...]:
    return listed(db, "h.state = 'expired'")


def listed(db: Connection, which: str, *parameters: Any) -> tuple[Listed, ...]:
    found = db.execute(LISTED.format(which), (*parameters, HOLDS_LISTED_MAX))
    return tuple(listed_row(row) for row in found)


def listed_row(row: tuple[Any, ...]) -> Listed:
    past_title = HOLD_WIDTH + TITLE_WIDTH
    number, name, shelf = row[past_title:]
    held, title = from_row(Hold, row[:HOLD_WIDTH]), from_row(Title, row[HOLD_WIDTH:past_title])
    return Listed(held, title, names.masked(name or ""), number[-TAIL_DIGITS:], shelf or "")


def kept(db: Connection, rules: HallRules, today: date, of: Hold) -> Kept:
    """A hold with its copy and with what its member has not been told."""
    on_desk = queries.on_desk(db, of.copy) if of.state == "ready" and of.copy else None
    return Kept(rules, today, of, on_desk, queries.open_answers(db, of.member))


def to_look_after(db: Connection, rules: HallRules, today: date) -> tuple[Kept, ...]:
    """Ready holds of this hall whose time is over or whose copy is gone; a few at a time."""
    found = (from_row(Hold, row) for row in db.execute(LAPSED, (rules.hall.hall, today.isoformat())).fetchall())
    all_kept = (kept(db, rules, today, of) for of in found)
    return tuple(islice((k for k in all_kept if k.hold.over(rules.calendar, today) or gone(k.on_desk)), HOLDS_A_STEP))
