"""Sitting: what this visit has done so far; a step takes one and gives the next, with the screen to show."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.building_up import Building
from kiosk.domain.classes import Course, Session, local
from kiosk.domain.codes import Issuers
from kiosk.domain.desk import HallRules
from kiosk.domain.eligibility import Case
from kiosk.domain.facts import Fact, Happening
from kiosk.domain.giving import Asked, Issued
from kiosk.domain.halls import Hall, Notice
from kiosk.domain.holds import Hold
from kiosk.domain.labelling import LabelDraft
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member
from kiosk.domain.moment import Moment
from kiosk.domain.policy import Policy
from kiosk.domain.printing import PrintState
from kiosk.domain.refusals import Refused
from kiosk.domain.reporting import Span
from kiosk.domain.series import Series
from kiosk.domain.staff import Role, Staff
from kiosk.domain.stocktaking import Walk
from kiosk.exchange.looking import Imports
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.database import Connection
from kiosk.storage.store import Store
from kiosk.visit.keeper import Keeper
from kiosk.visit.member_hand import MemberHand
from kiosk.visit.pile import AtCounter
from kiosk.visit.screens import Said, Screen
from kiosk.visit.staff_hand import StaffHand
from kiosk.visit.title_hand import TitleHand

ASKING_STAYS = ("care", "stay", "checked")  # these do not pass over a question


class PrintHouse(Protocol):
    """Whoever brings sheets to paper beside the visit."""

    def call(self) -> None: ...
    def state(self, job: str) -> PrintState | None: ...


class Registrar(Protocol):
    """Whoever issues certificates, and knows the lists that go with a course."""

    def issue(self, cases: Sequence[Case], asked: Asked) -> Issued | Refused: ...
    def supersede(self, number: str, asked: Asked) -> str | Refused: ...
    def revoke(self, number: str, why: str, asked: Asked) -> Refused | None: ...
    def name_check(self, course: Course) -> Callable[[], bytes | Refused]: ...
    def sign_in_sheet(self, session: Session) -> Callable[[], bytes | Refused]: ...
    def issues_cards(self) -> bool: ...
    def card(self, member: Member) -> Callable[[], bytes | Refused]: ...
    def staff_code(self, staff: Staff) -> str: ...
    def staff_card(self, staff: Staff) -> Callable[[], bytes | Refused]: ...
    def overdue_slips(self, hall: Hall, today: date, member: int | None) -> Callable[[], bytes | Refused]: ...


class Beside(Struct, frozen=True):
    """Who works beside the visit; whoever is missing, the program does without."""

    house: PrintHouse | None = None  # none: sheets wait for a kiosk that has one
    imports: Imports | None = None
    registrar: Registrar | None = None  # none: this program issues nothing


ALONE = Beside()


class Wish(Struct, frozen=True):
    """A title that somebody wants to wait for."""

    title: int
    hall: int  # where it is to be fetched
    copy: str | None = None


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


class Bearer(Struct, frozen=True):
    """A member whose card was shown in this visit, as others may see them."""

    member: int
    name: str  # masked
    face: str
    tier: str


class Entering(Struct, frozen=True):
    """Somebody is typing who they are."""

    purpose: str  # no_card, staff, certificate, maintenance
    number: str = ""  # what was typed, or the staff number of the card
    staff: int | None = None


class OnDuty(Struct, frozen=True):
    """A staff member whose card and PIN were right, and the work that is not finished yet."""

    staff: int
    name: str
    role: Role
    listing: Building | None = None
    counting: Walk | None = None
    said: Said | None = None  # what was scanned last
    ruling: Policy | None = None  # a row of rules as it would stand
    noticing: Notice | None = None  # that is being written
    leads_back: tuple[str, str] = ("", "")  # the tap, and of what, to which a sheet on its way to paper leads back
    counter: AtCounter = AtCounter()
    staffing: StaffHand | None = None  # the colleague in hand


class LabelsInHand(Struct, frozen=True):
    """What staff want on labels, and the labels that follow from it."""

    draft: LabelDraft
    labels: tuple[Any, ...]  # of `documents.labels`, which no start reads


class CasesInHand(Struct, frozen=True):
    """The case that somebody on duty reads, how far another ending is chosen, and what was put off."""

    key: str = ""
    put_off: tuple[str, ...] = ()
    choosing: str = ""  # way: which ending; why: for what reason
    answer: str = ""


Way = Literal["letters", "words", "classes", "new", "liked"]


class Finding(Struct, frozen=True):
    """How somebody looks for a title, and which of those found is chosen."""

    way: Way = "letters"
    typed: str = ""
    mark: str = ""  # of the class that is open
    at: int = 0


class Sitting(Struct, frozen=True):
    """One person's or one family's time at the kiosk; without a member, whoever is bringing books back."""

    member: int | None = None  # on whose card the next book goes
    bearers: tuple[Bearer, ...] = ()
    entering: Entering | None = None
    on_duty: OnDuty | None = None
    practice: bool = False
    care: bool = False  # large print and voice: everything takes twice as long
    care_offer: str = ""  # remember, forget: what the member is asked about it
    span: tuple[int, int] | None = None  # the first and the last fact of this visit, for its receipt
    lent: tuple[Lent, ...] = ()
    given: tuple[Given, ...] = ()
    waiting: tuple[str, ...] = ()  # copies that wait for a card
    wish: Wish | None = None  # a hold that waits for a card
    placed: tuple[str, ...] = ()  # holds placed in this visit
    finding: Finding = Finding()
    poster: int | None = None  # of this session, scanned before any card
    asking: tuple[str, ...] = ()  # returns of the member's own books: given back, or kept on?
    series: Series | None = None  # a new course that somebody on duty is putting together
    labels: LabelsInHand | None = None  # that somebody on duty is putting together
    members: MemberHand | None = None  # whom somebody on duty looks after
    titles: TitleHand | None = None  # that somebody on duty looks after
    cases: CasesInHand | None = None  # that somebody on duty looks through
    report: Span | None = None  # that somebody on duty has looked at last
    printing: str = ""  # the certificate's number, or the passport, that is on its way to the printer
    proved: int | None = None  # the member whose PIN was right in this visit

    @property
    def bearer(self) -> Bearer | None:
        return next((b for b in self.bearers if b.member == self.member), None)

    def bears(self, member: int) -> bool:
        return any(b.member == member for b in self.bearers)


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
    catalogue: Catalogue
    moment: Moment
    house: PrintHouse | None = None  # none: sheets wait for a kiosk that has one
    imports: Imports | None = None
    registrar: Registrar | None = None  # none: this program issues nothing
    keeper: Keeper | None = None  # none: nobody looks after the machine here
    actor: str | None = None  # the number of the staff who acts; none: the member at the kiosk

    @property
    def db(self) -> Connection:
        return self.store.db

    @property
    def now(self) -> datetime | None:
        """What the kiosk takes for the time; none: its clock cannot be believed, and nothing else tells."""
        return self.store.reckoned(self.moment)

    @property
    def today(self) -> date:
        """The day that rules go by; where nobody knows it, the last one that has surely been: an empty battery makes no
        loan late."""
        return local(self.now or self.store.surely_past(), self.rules.hall.utc_offset_min).date()

    def record(self, *happenings: Happening) -> tuple[Fact, ...]:
        return self.store.record(*happenings, moment=self.moment, actor=self.actor)


def with_span(step: Step) -> Sitting:
    """The visit also remembers which facts it has written, for its receipt."""
    if not step.facts or step.sitting == Sitting():
        return step.sitting
    first, last = step.facts[0].seq, step.facts[-1].seq
    return replace(step.sitting, span=(step.sitting.span[0] if step.sitting.span else first, last))


def unasked(sitting: Sitting, what: str) -> Sitting:
    """A question that was passed over is not asked again in this visit."""
    return sitting if what in ASKING_STAYS or not sitting.care_offer else replace(sitting, care_offer="")
