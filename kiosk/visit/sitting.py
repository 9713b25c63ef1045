"""Sitting: what this visit has done so far; a step takes one and gives the next, with the screen to show."""

from datetime import date

from msgspec import Struct

from kiosk.domain.codes import Issuers
from kiosk.domain.desk import HallRules
from kiosk.domain.facts import Fact, Happening
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.moment import Moment
from kiosk.storage.database import Connection
from kiosk.storage.store import Store
from kiosk.visit.screens import Screen


class Lent(Struct, frozen=True):
    """A loan made in this visit, and the holds as they were before it."""

    loan: str
    copy: str
    holds: tuple[Hold, ...] = ()


class Given(Struct, frozen=True):
    """A return made in this visit, with the loan and the holds as they were before it."""

    returned: str
    loan: Loan
    holds: tuple[Hold, ...] = ()
    suspension: str | None = None  # the pause that it brought


class Sitting(Struct, frozen=True):
    """One person's time at the kiosk; without a member, whoever is bringing books back."""

    member: int | None = None
    name: str = ""  # masked
    face: str = ""
    tier: str = ""
    lent: tuple[Lent, ...] = ()
    given: tuple[Given, ...] = ()
    waiting: tuple[str, ...] = ()  # copies that wait for a card
    asking: tuple[str, ...] = ()  # returns of the member's own books: given back, or kept on?

    @property
    def empty(self) -> bool:
        return self == Sitting()


class Step(Struct, frozen=True):
    """Where a step leads, and what it wrote to the disk on the way."""

    sitting: Sitting
    screen: Screen
    facts: tuple[Fact, ...] = ()


class Place(Struct, frozen=True):
    """Where and when a step happens."""

    store: Store
    rules: HallRules
    issuers: Issuers
    moment: Moment

    @property
    def db(self) -> Connection:
        return self.store.db

    @property
    def today(self) -> date:
        return self.moment.day(self.rules.hall.utc_offset_min)

    def record(self, *happenings: Happening) -> tuple[Fact, ...]:
        return self.store.record(*happenings, moment=self.moment)
