"""Series: a course with all its evenings out of few words: weekday, time, how many, and the hall's calendar."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from kiosk.domain.classes import KINDS, TITLE_MAX, Course, CourseKind, Session, to_utc
from kiosk.domain.desk import HallRules
from kiosk.domain.policy import SESSIONS_MAX

DAY_MIN = 24 * 60
LOOK_AHEAD_DAYS = 1100  # no series is spread over more days


class Series(Struct, frozen=True, forbid_unknown_fields=True):
    """What an organiser says. Either `count` or `until`; closed days and holidays are left out by themselves."""

    title: str
    kind: CourseKind
    weekdays: str  # "24": Tuesdays and Thursdays, ISO
    time: str  # "19:00"
    first: date
    length_min: int = 90
    count: int | None = None
    until: date | None = None
    seats: int = 30
    teacher: str = ""
    room: str = ""
    term: str = ""
    summary: str = ""
    skip: tuple[date, ...] = ()
    add: tuple[date, ...] = ()  # evenings besides
    on_closed_days: bool = False
    first_issue: int | None = None  # 期号 of the first session
    topics: tuple[str, ...] = ()
    opens_on: date | None = None
    closes_on: date | None = None
    walk_ins: bool | None = None


def problems(series: Series) -> tuple[str, ...]:
    """Names of all that is wrong, at once."""
    minute = minute_of(series.time)
    found = {
        "title": not 0 < len(series.title) <= TITLE_MAX,
        "kind": series.kind not in KINDS,
        "weekdays": not series.weekdays or not set(series.weekdays) <= set("1234567"),
        "time": minute is None,
        "length": not 0 < series.length_min <= DAY_MIN,
        "seats": series.seats < 1,
        "count_or_until": (series.count is None) == (series.until is None),
        "count": series.count is not None and not 0 < series.count <= SESSIONS_MAX,
        "until": series.until is not None and series.until < series.first,
    }
    return tuple(name for name, wrong in found.items() if wrong)


def minute_of(time: str) -> int | None:
    hour, _, minute = time.partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(hour) <= 2 and len(minute) == 2):
        return None
    return int(hour) * 60 + int(minute) if int(hour) < 24 and int(minute) < 60 else None


def days(series: Series, rules: HallRules) -> tuple[date, ...]:
    """The evenings: by weekday, without those on which the hall is closed, with the exceptions."""
    regular = [d for d in range_of(series) if str(d.isoweekday()) in series.weekdays and d not in series.skip]
    held = [d for d in regular if series.on_closed_days or rules.calendar.is_open(d)]
    wanted = series.count if series.count is not None else SESSIONS_MAX
    return tuple(sorted({*held[:wanted], *series.add}))


def range_of(series: Series) -> Iterator[date]:
    last = series.until or series.first + timedelta(days=LOOK_AHEAD_DAYS)
    for n in range(min((last - series.first).days + 1, LOOK_AHEAD_DAYS)):
        yield series.first + timedelta(days=n)


def left_out(series: Series, rules: HallRules) -> tuple[date, ...]:
    """Days of the series on which the hall is closed: said to the organiser, so that nobody wonders."""
    held = days(series, rules)
    end = held[-1] if held else series.first
    regular = (d for d in range_of(series) if d <= end and str(d.isoweekday()) in series.weekdays)
    return tuple(d for d in regular if d not in held)


def course_of(series: Series, rules: HallRules, key: int, today: date) -> Course:
    policy = rules.policy("member", series.kind)
    held = days(series, rules)
    return Course(
        course=key,
        hall=rules.hall.hall,
        kind=series.kind,
        title=series.title,
        seats=series.seats,
        opens_on=series.opens_on or today,
        closes_on=series.closes_on or (held[-1] if held else series.first),
        teacher=series.teacher,
        room=series.room,
        term=series.term,
        summary=series.summary,
        walk_ins=series.kind in ("lecture", "show") if series.walk_ins is None else series.walk_ins,
        hour_min=policy.hour_min,
        hour_grace_min=policy.hour_grace_min,
    )


def sessions_of(series: Series, rules: HallRules, course: int, new_id: Callable[[], int]) -> tuple[Session, ...]:
    policy, minute = rules.policy("member", series.kind), minute_of(series.time) or 0
    found = []
    for n, day in enumerate(days(series, rules)):
        starts_at = to_utc(day, minute, rules.hall.utc_offset_min)
        found.append(
            Session(
                session=new_id(),
                course=course,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(minutes=series.length_min),
                seats=series.seats,
                room=series.room,
                teacher=series.teacher,
                topic=series.topics[n] if n < len(series.topics) else "",
                issue=series.first_issue + n if series.first_issue is not None else None,
                opens_early_min=policy.opens_early_min,
                late_after_min=policy.late_after_min,
                closes_after_min=policy.closes_after_min,
                standby_release_min=policy.standby_release_min,
                leaves_early_min=policy.leaves_early_min,
            )
        )
    return tuple(found)
