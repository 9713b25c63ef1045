"""Certificates: what is frozen when one is issued, and what a fact does to it afterwards."""

from datetime import date, datetime
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

LookedUp = Meta(extra={"looked_up": True})
CertificateKind = Literal["completion", "participation", "hours"]
KINDS: tuple[CertificateKind, ...] = get_args(CertificateKind)  # a code holds the place: only ever append
Mark = Literal["", "handed_in", "passed"]
MARKS: tuple[Mark, ...] = ("handed_in", "passed")
SERIAL_MAX = 999_999
COURSE_MAX = 40  # characters of a course's title that a certificate carries


class Subject(Struct, frozen=True):
    """What a certificate says: the same on the paper, in its code and under its signature."""

    hall: int
    year: int
    serial: int
    kind: CertificateKind
    name: str
    course: str
    issuer: str
    half_hours: int
    from_on: date
    until_on: date
    issued_on: date


class Earned(Struct, frozen=True):
    """What was looked at when it was given: kept with it, whatever attendance says later."""

    sessions: int  # held, and not excused from
    came: int
    half_hours_all: int  # of somebody who missed nothing
    share_pct: int  # asked for
    half_hours_least: int = 0  # asked for instead of a share
    mark: Mark = ""


class Frozen(Struct, frozen=True):
    """A certificate but for its holder: it names nobody."""

    certificate: str  # its number: 2026-0001-000318
    hall: int
    year: int
    serial: int
    kind: CertificateKind
    member: int
    course: int
    course_title: str
    issuer: str
    half_hours: int
    from_on: date
    until_on: date
    issued_on: date
    template: str  # "completion-1": its name and version
    key_id: bytes
    earned: Earned
    supersedes: str = ""
    sample: bool = False  # of a demo: it bears the sample seal


class Holder(Struct, frozen=True):
    """Who was named, and what was signed: kept in facts only sealed with the member's own key."""

    certificate: str
    member: Annotated[int, LookedUp]
    name: str
    text_hash: str  # SHA-256 of every word on the paper
    code: str  # the digits of its QR


class Certificate(Struct, frozen=True):
    """A row of the register: a certificate and what became of it."""

    certificate: str
    hall: int
    year: int
    serial: Annotated[int, LookedUp]
    kind: CertificateKind
    member: Annotated[int, LookedUp]
    course: Annotated[int, LookedUp]
    course_title: str
    issuer: str
    half_hours: int
    from_on: date
    until_on: date
    issued_on: date
    template: str
    key_id: bytes
    sessions: int
    came: int
    half_hours_all: int
    share_pct: int
    half_hours_least: int
    mark: Mark
    supersedes: str
    sample: bool
    issued_by: str
    printed: int = 0
    printed_at: datetime | None = None
    superseded_by: str = ""
    revoked_on: date | None = None
    revoked_why: str = ""
    revoked_by: str = ""

    @property
    def valid(self) -> bool:
        return self.revoked_on is None and not self.superseded_by


class CertificateRule(Struct, frozen=True):
    """What one course asks for, where it is not what the hall asks for."""

    course: int
    share_pct: int | None = None  # of the evenings
    half_hours: int | None = None  # or so many hours instead
    mark: Mark = ""  # this mark, or a higher one
    template: str = ""  # of completion


class Marked(Struct, frozen=True):
    """What staff have noted of a member's own work in a course."""

    marked: str  # "71 123456": the course and the member
    course: Annotated[int, LookedUp]
    member: int
    mark: Mark
    marked_by: str


class CertificateBlock(Struct, frozen=True):
    """Numbers that this kiosk may give, or the one that is named: leased by the centre."""

    block: str
    hall: int
    first: int
    count: int
    leased_at: datetime
    device: str = ""


def number_of(hall: int, year: int, serial: int) -> str:
    return f"{year:04}-{hall:04}-{serial:06}"


def plain_number(text: str) -> str:
    """As somebody types it, with or without its lines."""
    digits = "".join(c for c in text if c.isascii() and c.isdigit())
    return f"{digits[:4]}-{digits[4:8]}-{digits[8:]}" if len(digits) == 14 else text.strip()


def marked_key(course: int, member: int) -> str:
    return f"{course} {member}"


def subject_of(certificate: Certificate | Frozen, name: str) -> Subject:
    c = certificate
    return Subject(
        c.hall,
        c.year,
        c.serial,
        c.kind,
        name,
        c.course_title,
        c.issuer,
        c.half_hours,
        c.from_on,
        c.until_on,
        c.issued_on,
    )


def hours_text(half_hours: int) -> str:
    """12, 12.5: as it stands on paper."""
    return f"{half_hours / 2:g}"
