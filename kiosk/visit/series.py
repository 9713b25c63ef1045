"""Series: a new course with all its evenings, put together and made by an organiser at the kiosk."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, get_args

from msgspec.structs import replace

from kiosk.domain import drafting
from kiosk.domain.clashing import Clash, clashes
from kiosk.domain.classes import Course, Session, local, to_utc
from kiosk.domain.desk import HallRules
from kiosk.domain.drafting import Stepped, Written
from kiosk.domain.facts import CourseSet, Happening, SessionSet
from kiosk.domain.series import Series, course_of, days, left_out, minute_of, sessions_of
from kiosk.storage import programme as stored, queries, timetable
from kiosk.storage.ids import new_id
from kiosk.visit.desk import on_duty
from kiosk.visit.programme import day_of, number
from kiosk.visit.screens import EarlierCourse, SeriesClash, SeriesDay, SeriesEditor, SeriesSaid
from kiosk.visit.sitting import Place, Sitting, Step

EARLIER_SHOWN = 6
STEP_MAX = 60  # of one touch
Arguments = dict[str, Any]
Change = Callable[[Place, Series, Arguments], Series]


def editor(place: Place, sitting: Sitting) -> Step:
    """The draft is kept for as long as this person is on duty."""
    draft = sitting.series or drafting.fresh(place.rules, place.today)
    return Step(replace(sitting, series=draft), shown(place, draft))


def changed(change: Change) -> Callable[[Place, Sitting, Arguments], Step]:
    def tap(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
        draft = sitting.series or drafting.fresh(place.rules, place.today)
        return editor(place, replace(sitting, series=change(place, draft, arguments)))

    return tap


def like(place: Place, draft: Series, arguments: Arguments) -> Series:
    course = stored.course(place.db, number(arguments.get("course")))
    if course is None:
        return draft
    return drafting.like(course, stored.sessions_of(place.db, course.course), place.rules, place.today)


def write(_: Place, draft: Series, arguments: Arguments) -> Series:
    field: Written | None = next((f for f in get_args(Written) if f == arguments.get("field")), None)
    return drafting.written(draft, field, str(arguments.get("text") or "")) if field else draft


def step(place: Place, draft: Series, arguments: Arguments) -> Series:
    field: Stepped | None = next((f for f in get_args(Stepped) if f == arguments.get("field")), None)
    by = min(max(int(arguments.get("by") or 0), -STEP_MAX), STEP_MAX)
    return drafting.stepped(draft, field, by, place.rules, place.today) if field and by else draft


def skip(_: Place, draft: Series, arguments: Arguments) -> Series:
    day = day_of(str(arguments.get("day") or ""))
    return drafting.skipped(draft, day) if day else draft


def make(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """All of it at once, or nothing."""
    draft, who = sitting.series, sitting.on_duty
    staff = queries.staff(place.db, who.staff) if who else None
    if draft is None or staff is None or drafting.lacks(draft, place.rules):
        return editor(place, sitting)
    said = drafting.finished(draft, place.rules)
    course = course_of(said, place.rules, new_id(), place.today)
    sessions = sessions_of(said, place.rules, course.course, new_id)
    happenings: list[Happening] = [CourseSet(course), *(SessionSet(s) for s in sessions)]
    facts = place.store.record(*happenings, moment=place.moment, actor=staff.number)
    screen = replace(shown(place, draft), made=draft.title, usual_last=None, clashes=(), earlier=())
    return Step(replace(sitting, series=None), screen, facts)


def shown(place: Place, draft: Series) -> SeriesEditor:
    mine = sessions_of(draft, place.rules, 0, lambda: 0) if minute_of(draft.time) is not None else ()
    found = clashes(mine, meanwhile(place, mine))
    return SeriesEditor(
        said=said_of(draft, place.rules),
        days=strip(place, draft, found),
        usual_last=usual_last(draft, place.rules),
        clashes=tuple(clash_shown(place.rules, clash) for clash in found),
        earlier=earlier(place),
        lacks=drafting.lacks(draft, place.rules),
    )


def meanwhile(place: Place, mine: tuple[Session, ...]) -> tuple[stored.Dated, ...]:
    if not mine:
        return ()
    offset = place.rules.hall.utc_offset_min
    first, last = (local(s.starts_at, offset).date() for s in (mine[0], mine[-1]))
    since, until = to_utc(first, 0, offset), to_utc(last + timedelta(days=1), 0, offset)
    return timetable.on_meanwhile(place.db, place.rules.hall.hall, since, until)


def said_of(draft: Series, rules: HallRules) -> SeriesSaid:
    held, minute = days(draft, rules), minute_of(draft.time) or 0
    return SeriesSaid(
        title=draft.title,
        kind=draft.kind,
        teacher=draft.teacher,
        room=draft.room,
        weekdays=draft.weekdays,
        starts=draft.time,
        ends=drafting.clock(minute + draft.length_min),
        length_min=draft.length_min,
        first=held[0] if held else None,
        last=held[-1] if held else None,
        count=len(held),
        seats=draft.seats,
    )


def strip(place: Place, draft: Series, found: tuple[Clash, ...]) -> tuple[SeriesDay, ...]:
    """Evenings and gaps, in their order."""
    held, out = days(draft, place.rules), left_out(draft, place.rules)
    shared = {clash.number: clash.shared for clash in found}
    whys = timetable.closed_because(place.db, place.rules.hall.hall)
    numbers = {day: n for n, day in enumerate(held, 1)}
    gaps = {day: "skipped" if day in draft.skip else whys.get(day) or "closed" for day in out}
    return tuple(
        SeriesDay(day, numbers.get(day, 0), gaps.get(day, ""), shared.get(numbers.get(day, 0), ""))
        for day in sorted({*held, *out})
    )


def usual_last(draft: Series, rules: HallRules) -> date | None:
    """Nothing, where nothing falls out."""
    held = days(draft, rules)
    whole = days(replace(draft, on_closed_days=True, skip=(), count=len(held) or 1, until=None), rules)
    return whole[-1] if held and whole and whole[-1] != held[-1] else None


def clash_shown(rules: HallRules, clash: Clash) -> SeriesClash:
    on = local(clash.session.starts_at, rules.hall.utc_offset_min).date()
    return SeriesClash(on, clash.number, clash.shared, clash.title)


def earlier(place: Place) -> tuple[EarlierCourse, ...]:
    """Each title once, the latest of it."""
    courses: dict[str, Course] = {}
    for course in timetable.latest_courses(place.db, place.rules.hall.hall):
        courses.setdefault(course.title, course)
    return tuple(
        EarlierCourse(str(c.course), c.title, c.teacher, c.room) for c in list(courses.values())[:EARLIER_SHOWN]
    )


TAPS = {
    name: on_duty("courses", then)
    for name, then in {
        "series": lambda place, s, _: editor(place, s),
        "series_like": changed(like),
        "series_write": changed(write),
        "series_step": changed(step),
        "series_skip": changed(skip),
        "series_make": make,
    }.items()
}
