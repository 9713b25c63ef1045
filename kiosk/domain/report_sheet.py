"""Report sheet: a report in words, as paper, spreadsheet and screen show it alike."""

from msgspec import Struct


class Shown(Struct, frozen=True):
    """One large figure, with what belongs to it."""

    name: str  # of the number, for whoever opens its list
    label: str
    value: str
    unit: str = ""
    more: str = ""


class Bar(Struct, frozen=True):
    """How long, what is usual there, and what is to be said of it."""

    label: str
    value: int
    usual: int | None = None
    mark: str = ""  # weekend, closed, ahead, today
    more: str = ""  # after the value


class Section(Struct, frozen=True):
    """A part of a sheet: large figures, upright bars, lying bars, or a table; whichever it has."""

    title: str
    note: str = ""
    shown: tuple[Shown, ...] = ()
    bars: tuple[Bar, ...] = ()
    shares: tuple[Bar, ...] = ()
    head: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()  # of the columns, in parts of the page
    rows: tuple[tuple[str, ...], ...] = ()


class ReportSheet(Struct, frozen=True):
    hall: str
    title: str
    facts: tuple[str, ...]  # what it is of, how much is known, up to when
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()  # how it was counted
    signs: tuple[str, ...] = ()  # who signs below
