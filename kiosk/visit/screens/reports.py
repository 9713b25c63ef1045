"""Screens of reports: a span of days at a glance, how much of it is known, and what lies behind a number."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason


class SpanShown(Struct, frozen=True):
    """A day, a month, a quarter, a year; its page words it."""

    kind: str
    year: int
    month: int
    day: int
    quarter: int


class KnownShown(Struct, frozen=True):
    """How much is known: devices heard (of none: only the centre knows), up to when, up to which entry of the book."""

    heard: int
    all: int
    waiting: int
    on: date
    at: str  # HH:MM
    facts: int


class ReportFigure(Struct, frozen=True):
    """A number that opens its list."""

    name: str
    value: str
    facts: dict[str, str] = {}


class ReportBar(Struct, frozen=True):
    label: str
    value: int
    usual: int = -1  # of the same weekday; none below 0
    mark: str = ""  # weekend, closed, ahead, today


class ReportShare(Struct, frozen=True):
    """A group: its own name, or the word for it; the letter of a class."""

    name: str
    value: int
    people: int
    word: str = ""
    facts: dict[str, str] = {}
    letter: str = ""


class ReportChange(Struct, frozen=True):
    """What was handed in, and what it is by now."""

    name: str
    was: str
    now: str
    by: str


class Reports(Struct, frozen=True):
    """报表: nothing here names anybody."""

    span: SpanShown
    known: KnownShown
    figures: tuple[ReportFigure, ...]
    bars: tuple[ReportBar, ...]
    classes: tuple[ReportShare, ...] = ()
    units: tuple[ReportShare, ...] = ()
    ages: tuple[ReportShare, ...] = ()
    goes_on: bool = False  # a later one has begun
    ended: bool = False
    closed_on: date | None = None  # a quarter, when it was handed in
    changes: tuple[ReportChange, ...] = ()
    way: str = ""  # saving, saved, refused
    what: str = ""  # is saved: excel, pack
    file: str = ""
    reasons: tuple[Reason, ...] = ()


class ReportList(Struct, frozen=True):
    """Things without people, or people, masked, without things."""

    span: SpanShown
    name: str
    rows: tuple[tuple[str, ...], ...]
    count: int = 0  # of all, where not all are shown
