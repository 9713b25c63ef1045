"""Screens of a new series: what is said of it so far, and the evenings that follow from it."""

from datetime import date

from msgspec import Struct


class SeriesSaid(Struct, frozen=True):
    """A course in one sentence."""

    title: str
    kind: str
    teacher: str
    room: str
    weekdays: str  # "24": Tuesdays and Thursdays
    starts: str  # HH:MM
    ends: str
    length_min: int
    first: date | None
    last: date | None
    count: int
    seats: int


class SeriesDay(Struct, frozen=True):
    """One evening on the strip of weeks, or a day that falls out."""

    on: date
    number: int = 0  # of the evening; 0: it falls out
    why: str = ""  # why it falls out: closed, skipped, or the hall's own word for the day
    clash: str = ""  # room, teacher


class SeriesClash(Struct, frozen=True):
    """Somebody else is there already."""

    on: date
    number: int
    shared: str  # room, teacher
    title: str


class EarlierCourse(Struct, frozen=True):
    """A course to begin from."""

    course: str
    title: str
    teacher: str
    room: str


class SeriesEditor(Struct, frozen=True):
    """新开一期: a whole term in one sentence; the strip of weeks answers at once."""

    said: SeriesSaid
    days: tuple[SeriesDay, ...] = ()
    usual_last: date | None = None  # when it would end if no day fell out
    clashes: tuple[SeriesClash, ...] = ()
    earlier: tuple[EarlierCourse, ...] = ()
    lacks: tuple[str, ...] = ()  # what is still to be said: title, weekdays, evenings
    made: str = ""  # the title of the course that was just made
