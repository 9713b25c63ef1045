"""Facts of titles, copies and loans."""

from datetime import date, datetime

from msgspec import Struct

from kiosk.domain.books import Copy, Title


class TitleAdded(Struct, frozen=True, tag=True, omit_defaults=True):
    title: Title


class CopyAdded(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: Copy


class CopyLost(Struct, frozen=True, tag=True, omit_defaults=True):
    """Reported lost by a member, or missed at a stock-take."""

    copy: str
    missing: bool = False
    stocktake: str | None = None  # that missed it


class CopyFound(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str


class CopyDamaged(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    note: str = ""


class CopyWithdrawn(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    why: str = ""


class BookBorrowed(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    member: int
    hall: int
    due_on: date
    policy: str
    moved_by: tuple[str, ...] = ()
    borrowed_at: datetime | None = None  # when, if it was before this kiosk knew of it


class BookReturned(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    hall: int


class LoanRenewed(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    loan: str
    due_on: date
    policy: str
    moved_by: tuple[str, ...] = ()


class LoanMoved(Struct, frozen=True, tag=True, omit_defaults=True):
    """It is another member's: two numbers were one person, or were taken for one."""

    copy: str
    loan: str
    member: int


class BorrowUndone(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    loan: str


class ReturnUndone(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    returned: str


class CopyNumbersReserved(Struct, frozen=True, tag=True, omit_defaults=True):
    """From this serial on so many numbers of the hall are on labels that wait for their copies; or one device alone,
    under a hub, takes the numbers of its labels from them."""

    hall: int
    first: int
    count: int
    device: str = ""


TitleFact = TitleAdded
NumbersFact = CopyNumbersReserved
CopyFact = (
    CopyAdded
    | CopyLost
    | CopyFound
    | CopyDamaged
    | CopyWithdrawn
    | BookBorrowed
    | BookReturned
    | LoanRenewed
    | LoanMoved
    | BorrowUndone
    | ReturnUndone
)
