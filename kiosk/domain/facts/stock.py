"""Facts of where copies stand, how they are, and how they were counted."""

from msgspec import Struct

from kiosk.domain.stock import Found


class CopyMoved(Struct, frozen=True, tag=True, omit_defaults=True):
    """To another shelf or room of the hall."""

    copy: str
    shelf: str


class CopySent(Struct, frozen=True, tag=True, omit_defaults=True):
    """The first signature of a hand-over: the copy is on its way."""

    copy: str
    hall: int
    to: int
    stays: bool = False
    batch: str = ""


class CopyReceived(Struct, frozen=True, tag=True, omit_defaults=True):
    """The second signature; without a hand-over, nobody here knew that the copy was coming."""

    copy: str
    hall: int
    handover: str | None = None
    stays: bool = False
    shelf: str | None = None


class CopyDonated(Struct, frozen=True, tag=True, omit_defaults=True):
    """The donor is a pseudonym; none: somebody who did not wish to be named."""

    copy: str
    donor: int | None = None


class CopySetAdrift(Struct, frozen=True, tag=True, omit_defaults=True):
    """It leaves without a loan, from hand to hand, and may come back anywhere."""

    copy: str
    hall: int


class CopyMended(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str


class CopyUnlisted(Struct, frozen=True, tag=True, omit_defaults=True):
    """It was listed by mistake, and never lent: its label is free again."""

    copy: str


class CopySeen(Struct, frozen=True, tag=True, omit_defaults=True):
    """At a shelf, in a stock-take; also of a copy that nobody here knows."""

    copy: str
    hall: int
    stocktake: str
    found: Found
    shelf: str = ""
    device: str = ""
    loan: str | None = None


class StockTakeBegun(Struct, frozen=True, tag=True, omit_defaults=True):
    hall: int
    expected: int
    room: str = ""
    class_mark: str = ""


class StockTakeClosed(Struct, frozen=True, tag=True, omit_defaults=True):
    """Whatever was expected and never seen has been written as missing before."""

    stocktake: str
    counts: tuple[tuple[str, int], ...]


StandFact = CopyMoved | CopySent | CopyReceived | CopyDonated | CopySetAdrift | CopyMended | CopyUnlisted | CopySeen
StocktakeFact = StockTakeBegun | StockTakeClosed
