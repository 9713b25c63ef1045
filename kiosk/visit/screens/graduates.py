"""Screens of staff who issue certificates: who has earned one, and the register of all that were given."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason
from kiosk.visit.screens.certificates import CertificateShown


class TaughtCourse(Struct, frozen=True):
    """A course whose certificates are looked at."""

    course: str
    title: str
    kind: str
    last_on: date | None = None  # its last evening
    over: bool = False


class Graduate(Struct, frozen=True):
    """Somebody who came, under a masked name: what was earned, and everything that is still missing."""

    member: str
    name: str
    number_tail: str
    hours: float
    came: int
    sessions: int
    state: str  # earned, missing, issued
    mark: str = ""
    certificate: str = ""  # the number, once it is issued
    reasons: tuple[Reason, ...] = ()


class Graduates(Struct, frozen=True):
    """结业名单: who may have a certificate of a course, who not yet and why, and who has one."""

    course: TaughtCourse | None = None  # none: it is still to be chosen
    courses: tuple[TaughtCourse, ...] = ()
    kind: str = "completion"
    view: str = "earned"  # earned, missing, issued
    rows: tuple[Graduate, ...] = ()  # of this view
    earned: int = 0
    missing: int = 0
    issued: int = 0
    unprinted: int = 0  # certificates that hold and are not on paper
    chosen: Graduate | None = None
    revealed: str = ""  # the whole name of the one chosen, after it was asked for
    given: int = 0  # issued just now
    why_not: tuple[Reason, ...] = ()  # why nothing was issued


class Registered(Struct, frozen=True):
    """A line of the register."""

    number: str
    name: str  # masked; none: it was forgotten
    course: str
    title: str
    kind: str
    issued_on: date
    state: str  # valid, superseded, revoked
    printed: int = 0
    replaced_by: str = ""
    replaces: str = ""
    revoked_on: date | None = None
    revoked_why: str = ""


class CertificateRegister(Struct, frozen=True):
    """证书登记册: every number ever given and what became of it, found by number or by the letters of a name."""

    typed: str = ""
    leading: str = ""  # letters and digits that find something
    rows: tuple[Registered, ...] = ()
    count: int = 0  # found in all
    chosen: Registered | None = None
    certificate: CertificateShown | None = None  # the one chosen, as a picture
    revealed: str = ""
    why_not: tuple[Reason, ...] = ()
