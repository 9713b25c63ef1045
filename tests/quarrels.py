"""What tests of contradictions share: two kiosks of a hall, one of another, and what each of them shows."""

from typing import Any

from cities import City, Kiosk
from halls import NOON, copy, number_of
from msgspec.structs import replace
from sqlalchemy import select

from kiosk.domain import facts as f
from kiosk.domain.books import Copy, Title
from kiosk.domain.cases import Case
from kiosk.domain.codes import copy_number
from kiosk.domain.loans import Loan
from kiosk.domain.members import Answer
from kiosk.hub.tables import events
from kiosk.storage.queries import rows
from kiosk.sync.messages import Segment

BOOK = copy("hlm")


def pair_of(city: City) -> tuple[Kiosk, Kiosk]:
    first, second = city.add("first"), city.add("second")
    first.begin()
    city.sync()
    city.pass_by(60)
    return first, second


def away_of(city: City) -> Kiosk:
    """A kiosk of another hall, with one book of its own."""
    kiosk = city.add("away", hall=2)
    kiosk.tell(f.TitleAdded(Title(77, "城市的味道", "周敏 著", "I267")), f.CopyAdded(Copy(copy_number(2, 1), 77, 2, 2)))
    city.sync()
    return kiosk


def cases(kiosk: Kiosk) -> list[Case]:
    return sorted(rows(kiosk.db, Case), key=lambda case: case.key)


def kinds(kiosk: Kiosk) -> list[str]:
    return [case.kind for case in cases(kiosk)]


def loans(kiosk: Kiosk) -> dict[str, Loan]:
    return {loan.loan: loan for loan in rows(kiosk.db, Loan)}


def the_copy(kiosk: Kiosk, number: str = BOOK) -> Copy:
    return rows(kiosk.db, Copy, "where copy = ?", number)[0]


def answers(kiosk: Kiosk, who: str) -> list[str]:
    return [a.about for a in rows(kiosk.db, Answer, "where member = ? and closed_at is null", number_of(who))]


def signed(kiosk: Kiosk, segment: Segment) -> Segment:
    from kiosk.storage.keys import device_signer
    from kiosk.sync.messages import chain, signed_part

    return replace(segment, signature=device_signer(kiosk.db)(signed_part(segment, chain(segment)[-1])))


def parked(city: City, last: int = 2) -> list[bool]:
    with city.engine.connect() as db:
        found = db.execute(select(events.c.parked_why).where(events.c.device != "hub").order_by(events.c.number))
        return [why is not None for (why,) in found.fetchall()[-last:]]


def replace_boot(kiosk: Kiosk) -> Any:
    """The machine was switched off and on, and somebody has set its clock."""
    from kiosk.devices.clock import MovedClock, StoppedClock

    clock = MovedClock(StoppedClock(NOON))
    moment = clock.now()

    class Fresh(MovedClock):
        def now(self) -> Any:
            return replace(super().now(), boot="another boot")

    assert moment.boot != "another boot"
    fresh = Fresh(StoppedClock(NOON))
    fresh.pass_by(60)
    return fresh
