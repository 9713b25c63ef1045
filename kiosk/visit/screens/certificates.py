"""Screens of certificates: the passport, a sheet before and while it is printed, what a scanned one is worth."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason
from kiosk.visit.screens.books import RecordRow


class KindHours(Struct, frozen=True):
    """Hours of learning this year in one kind of course."""

    kind: str
    hours: float


class PassportCourse(Struct, frozen=True):
    """A course that the member came to, and how far it is from a certificate."""

    course: str
    title: str
    kind: str
    hours: float
    missing: float  # 还差: hours until a certificate, as far as hours decide
    state: str  # earned: may be issued; issued; on: under way; over: it did not come to a certificate


class CertificateRow(Struct, frozen=True):
    number: str
    kind: str
    title: str  # of the course
    issued_on: date
    state: str  # valid, superseded, revoked
    printed: int


class Passport(Struct, frozen=True):
    """我的文化护照: books, courses, hours and certificates on one page."""

    loans: tuple[RecordRow, ...]
    books: int  # borrowed this year
    evenings: int  # come to this year
    hours: float  # of this year
    by_kind: tuple[KindHours, ...]
    courses: tuple[PassportCourse, ...]
    certificates: tuple[CertificateRow, ...]


class CertificateShown(Struct, frozen=True):
    """A certificate as a picture on the screen: the name is masked, the paper has it whole."""

    number: str
    page: str  # landscape, portrait
    title: str
    subtitle: str
    name: str
    greeting: str  # after the name
    lines: tuple[str, ...]
    number_label: str
    issuer: str
    issued: str
    seal: str
    sample: bool = False


class CertificatePreview(Struct, frozen=True):
    """Is it right? Then it can be printed; one that no longer holds says why not."""

    certificate: CertificateShown
    printed: int = 0  # so often it came out already
    pin: bool = True  # printing asks for the PIN
    why_not: tuple[Reason, ...] = ()


class Printing(Struct, frozen=True):
    """A sheet on its way to paper; whoever leaves loses nothing."""

    purpose: str  # certificate, passport; of staff: batch, names, sign_in, slips
    number: str  # of the certificate, else of the course or the session
    way: str  # drawing, or as the print room says it
    job: str = ""
    reason: str = ""
    place: str = ""  # where the sheet comes out
    elsewhere: str = ""  # where and when it can be had, if not here
    ahead: int = 0
    reprint: int = 0
    certificate: CertificateShown | None = None
    why_not: tuple[Reason, ...] = ()  # it could not even be drawn
    staff: bool = False  # wanted by somebody on duty, who goes back to the work
    sheets: int = 1  # of a batch
    out: int = 0  # of these are on paper
    at: str = ""  # the certificate that is next or that it stopped at


class VerifiedFacts(Struct, frozen=True):
    """What the signature vouches for, to be compared with the paper."""

    number: str
    kind: str
    name: str
    course: str
    issuer: str
    hours: float
    from_on: date
    until_on: date
    issued_on: date


class Verified(Struct, frozen=True):
    """A certificate was scanned. Without facts nothing in the code is believed."""

    verdict: str  # valid, superseded, revoked, unlisted, unknown_issuer, altered
    facts: VerifiedFacts | None = None
    reasons: tuple[Reason, ...] = ()
    listed_here: bool = False  # this hall's own register, as of now; else revocations are not known here
