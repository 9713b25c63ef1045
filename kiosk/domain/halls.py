"""Halls: the sites, their kinds, and the days on which they are closed."""

from datetime import date, timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

HallKind = Literal["palace", "reading_room", "station", "cabinet", "home", "base", "mobile"]
Device = Literal["kiosk", "desk"]

OPEN_DAY_SEARCH_DAYS = 60
NOTICE_TITLE_MAX, NOTICE_TEXT_MAX = 16, 60  # characters that a passer-by can read
NOTICES_MAX = 12  # in one round


class Hall(Struct, frozen=True):
    """A site; `closed_weekdays` holds ISO weekday digits, "1" for a hall that rests on Mondays."""

    hall: int
    name: str
    kind: HallKind
    place: str = ""
    city: str = ""
    closed_weekdays: str = ""
    utc_offset_min: int = 480
    suspends: bool = True  # a hall may switch off suspension for late returns
    copy_numbers: tuple[str, ...] = ()  # what the labels of an earlier system look like: "########", "B@####"


class SpecialDay(Struct, frozen=True):
    """A day on which a hall is closed, or open, against its weekly habit."""

    special_day: str  # "12 2026-10-01"
    hall: Annotated[int, Meta(extra={"looked_up": True})]
    day: date
    closed: bool
    why: str


class Notice(Struct, frozen=True):
    """What a hall tells everybody who passes by, from one day to another."""

    notice: str
    hall: Annotated[int, Meta(extra={"looked_up": True})]
    title: str
    text: str
    from_on: date
    until_on: date
    withdrawn: bool = False


class Calendar(Struct, frozen=True):
    """A hall's open days."""

    closed_weekdays: str = ""
    special: dict[date, bool] = {}  # day -> closed

    def is_open(self, day: date) -> bool:
        return not self.special.get(day, str(day.isoweekday()) in self.closed_weekdays)

    def next_open(self, day: date) -> date:
        """The day itself if open; a hall that never seems to open again is taken to be open."""
        days = (day + timedelta(days=n) for n in range(OPEN_DAY_SEARCH_DAYS))
        return next((d for d in days if self.is_open(d)), day)

    def opens_again(self, day: date) -> bool:
        return self.is_open(self.next_open(day))


def withdrawn(notice: Notice | None) -> Notice | None:
    return replace(notice, withdrawn=True) if notice else None


def calendar_of(hall: Hall, days: tuple[SpecialDay, ...]) -> Calendar:
    return Calendar(hall.closed_weekdays, {d.day: d.closed for d in days})
