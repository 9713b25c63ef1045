"""Moves: hand-overs as they are asked for, what stands on the list of a batch, and donors' names."""

from datetime import date

from msgspec import Struct

from kiosk.domain.books import Title
from kiosk.domain.desk import HallRules
from kiosk.domain.holding import Kept
from kiosk.domain.holds import keeper
from kiosk.domain.members import MemberDetails
from kiosk.domain.moving import InHand
from kiosk.domain.stock import Gift, Handover
from kiosk.storage import holds, queries
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.queries import rows
from kiosk.storage.tables import from_row, select

HANDOVER_WIDTH = len(Handover.__struct_fields__)
OF_BATCH = f"""select {select(Handover, "h")}, {select(Title, "t")} from handovers h
    join copies c on c.copy = h.copy join titles t on t.title = c.title where h.batch = ? and h.batch <> ''
    order by h.handover"""


class Listed(Struct, frozen=True):
    handover: Handover
    title: Title


def in_hand(db: Connection, rules: HallRules, today: date, number: str, actor: str) -> InHand | None:
    on_desk = queries.on_desk(db, number)
    if on_desk is None:
        return None
    ready = keeper(on_desk.holds, number)
    kept: Kept | None = holds.kept(db, rules, today, ready) if ready else None
    return InHand(rules, today, on_desk, actor, kept, on_its_way(db, number))


def on_its_way(db: Connection, number: str) -> Handover | None:
    """The newest sending of this copy that nobody has signed for."""
    sent = "where copy = ? and received_at is null order by handover desc limit 1"
    return next(iter(rows(db, Handover, sent, number)), None)


def of_batch(db: Connection, batch: str) -> tuple[Listed, ...]:
    return tuple(
        Listed(from_row(Handover, row[:HANDOVER_WIDTH]), from_row(Title, row[HANDOVER_WIDTH:]))
        for row in db.execute(OF_BATCH, (batch,)).fetchall()
    )


def donor_named(db: Connection, copy: str) -> str:
    """Empty where nobody is to be named, or the name was forgotten."""
    gift = get(db, Gift, copy)
    details = get(db, MemberDetails, gift.donor) if gift else None
    return details.name if details else ""
