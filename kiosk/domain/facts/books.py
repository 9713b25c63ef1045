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
    why: str = ""  # a word of `domain.copy_deeds`, or what somebody wrote
    why_said: str = ""  # the one line of whoever chose another reason


class CopyFound(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    was: str = ""  # lost, missing, adrift: where it is known, so that finding it can be taken back


class CopyDamaged(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    note: str = ""


class CopyWithdrawn(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    why: str = ""  # a word of `domain.copy_deeds`, or what somebody wrote
    why_said: str = ""


class Term(Struct, frozen=True, omit_defaults=True):
    """Until when a loan runs, by which row of the policy, and what moved the day."""

    due_on: date
    policy: str
    moved_by: tuple[str, ...] = ()


class BookBorrowed(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    member: int
    hall: int
    due_on: date
    policy: str
    moved_by: tuple[str, ...] = ()
    borrowed_at: datetime | None = None  # when, if it was before this kiosk knew of it
    why: str = ""  # staff let it pass: a word of `domain.lifting`, or `paper`
    why_said: str = ""  # the one line of whoever chose another reason
    lifted: tuple[str, ...] = ()  # the codes of what stood against it


class BookReturned(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    hall: int
    returned_at: datetime | None = None  # when, if it was written on paper first


class LoanRenewed(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    loan: str
    due_on: date
    policy: str
    moved_by: tuple[str, ...] = ()
    before: Term | None = None  # as it was, so that the renewal can be taken back
    why: str = ""
    why_said: str = ""
    lifted: tuple[str, ...] = ()


class RenewalUndone(Struct, frozen=True, tag=True, omit_defaults=True):
    """Only where the loan has been renewed once more than `renewals`, so that a second telling changes nothing."""

    copy: str
    loan: str
    before: Term
    renewals: int


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
    | RenewalUndone
    | LoanMoved
    | BorrowUndone
    | ReturnUndone
)
