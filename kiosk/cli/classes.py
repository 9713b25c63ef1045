"""Commands for courses: classes add-series, list, move, cancel, and what an organiser asks of them."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import click
import msgspec

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain.changing import call_off, move
from kiosk.domain.classes import Course, Session, local, to_utc
from kiosk.domain.desk import HallRules
from kiosk.domain.enrolling import cancel
from kiosk.domain.facts import CourseSet, Happening, SessionSet
from kiosk.domain.series import Series, course_of, days, left_out, minute_of, problems, sessions_of
from kiosk.storage import programme, queries
from kiosk.storage.lock import FolderLock
from kiosk.storage.new_ids import new_id
from kiosk.storage.store import Store

LAST_MINUTE = 24 * 60 - 1
day_type = click.DateTime(["%Y-%m-%d"])


@click.group()
def classes() -> None:
    """Courses, evenings, seats, rosters. 课程、场次、名额、名单。"""


@classes.command("add-series")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@data_option
@key_option
@click.option("--title")
@click.option("--kind", help="class, lecture, show, exercise, weekend, salon, match")
@click.option("--weekdays", help="ISO digits: 24 is Tuesdays and Thursdays.")
@click.option("--time", help="19:00")
@click.option("--first", type=day_type, help="From this day on.")
@click.option("--count", type=int, help="So many evenings; or --until.")
@click.option("--until", type=day_type)
@click.option("--seats", type=int)
@click.option("--teacher")
@click.option("--room")
@click.option("--term")
@click.option("--first-issue", type=int, help="期号 of the first evening.")
@click.option("--dry-run", is_flag=True, help="Only say which evenings it would be.")
@json_option
def add_series(file: Path | None, folder: Path | None, key_path: Path | None, as_json: bool, **said: Any) -> None:
    """A course with all its evenings; the hall's closed days are left out by themselves."""
    dry_run = said.pop("dry_run")
    series = read_series(file, said)
    if wrong := problems(series):
        refuse(f"有误 / wrong: {', '.join(wrong)}")
    store, clock = store_of(folder, key_path), SystemClock()
    rules = queries.hall_rules(store.db, store.device.hall)
    course = course_of(series, rules, new_id(), clock.now().day(rules.hall.utc_offset_min))
    sessions = sessions_of(series, rules, course.course, new_id)
    if not dry_run:
        with FolderLock(named(folder)):
            store.record(CourseSet(course), *(SessionSet(s) for s in sessions), moment=clock.now())
    store.close()
    skipped = [str(d) for d in left_out(series, rules)]
    told = {
        "course": None if dry_run else str(course.course),
        "sessions": [str(s.session) for s in sessions] if not dry_run else [],
        "days": [str(d) for d in days(series, rules)],
        "left_out": skipped,
    }
    lines = [f"{course.title}: {len(sessions)} 次 / evenings", *told["days"]]  # type: ignore[misc]
    lines += [f"闭馆或跳过 / left out: {', '.join(skipped)}"] if skipped else []
    say(told, as_json=as_json, for_people="\n".join(lines))


def read_series(file: Path | None, said: dict[str, Any]) -> Series:
    """A file, options, or a file with options that say otherwise."""
    import tomllib

    told: dict[str, Any] = tomllib.loads(file.read_text("utf-8")) if file else {}
    given = {name: value for name, value in said.items() if value is not None}
    told |= {name: value.date() if isinstance(value, datetime) else value for name, value in given.items()}
    try:
        return msgspec.convert(told, Series)
    except msgspec.ValidationError as wrong:
        refuse(f"有误 / wrong: {wrong}")


def refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(REFUSED)


@classes.command("list")
@data_option
@key_option
@click.option("--from", "from_on", type=day_type)
@click.option("--until", "until_on", type=day_type)
@json_option
def list_sessions(
    folder: Path | None, key_path: Path | None, from_on: datetime | None, until_on: datetime | None, as_json: bool
) -> None:
    """The evenings of a span of days, today's if none is said."""
    store = store_of(folder, key_path)
    rules = queries.hall_rules(store.db, store.device.hall)
    today = SystemClock().now().day(rules.hall.utc_offset_min)
    first, last = (from_on.date() if from_on else today), (until_on.date() if until_on else today)
    offset = rules.hall.utc_offset_min
    found = programme.between(store.db, to_utc(first, 0, offset), to_utc(last, LAST_MINUTE, offset))
    told = [session_told(rules, course, session) for course, session in found]
    store.close()
    lines = [f"{t['session']}  {t['on']} {t['starts']}  {t['course']}  {t['confirmed']}/{t['seats']}" for t in told]
    say(told, as_json=as_json, for_people="\n".join(lines) or "没有安排 / nothing is on")


def session_told(rules: HallRules, course: Course, session: Session) -> dict[str, Any]:
    starts, ends = (local(at, rules.hall.utc_offset_min) for at in (session.starts_at, session.ends_at))
    return {
        "session": str(session.session),
        "course_id": str(course.course),
        "course": course.title,
        "kind": course.kind,
        "on": str(starts.date()),
        "starts": f"{starts:%H:%M}",
        "ends": f"{ends:%H:%M}",
        "room": session.room,
        "teacher": session.teacher,
        "issue": session.issue,
        "state": session.state,
        "seats": session.seats,
        "confirmed": course.confirmed,
        "waiting": course.waiting,
        "guests": session.guests,
    }


@classes.command("move")
@click.argument("session_id")
@data_option
@key_option
@click.option("--to", required=True, help="2026-12-01 19:00, in the hall's own time.")
@click.option("--room", default="")
@click.option("--why", required=True)
def move_session(session_id: str, folder: Path | None, key_path: Path | None, to: str, room: str, why: str) -> None:
    """An evening moves; everybody with a seat is told at the next scan."""
    store = store_of(folder, key_path)
    session, rules = session_named(store, session_id), queries.hall_rules(store.db, store.device.hall)
    day, minute = day_and_minute(to)
    starts_at = to_utc(day, minute, rules.hall.utc_offset_min)
    seats = programme.enrolments_in(store.db, session.course)
    recorded(store, folder, *move(session, seats, (starts_at, day), room=room, why=why))


def day_and_minute(to: str) -> tuple[date, int]:
    day, _, time = to.strip().partition(" ")
    minute = minute_of(time)
    try:
        found = date.fromisoformat(day)
    except ValueError:
        found = None
    if found is None or minute is None:
        raise click.BadParameter(f"not a time: {to}", param_hint="--to")
    return found, minute


@classes.command("cancel")
@click.argument("kind", type=click.Choice(["session", "course"]))
@click.argument("number")
@data_option
@key_option
@click.option("--why", required=True)
def cancel_it(kind: str, number: str, folder: Path | None, key_path: Path | None, why: str) -> None:
    """An evening or a whole course does not take place; everybody with a seat is told."""
    store = store_of(folder, key_path)
    if kind == "session":
        session, rules = session_named(store, number), queries.hall_rules(store.db, store.device.hall)
        day = local(session.starts_at, rules.hall.utc_offset_min).date()
        recorded(store, folder, *call_off(session, programme.enrolments_in(store.db, session.course), day, why))
    else:
        course = programme.course(store.db, int(number)) if number.isdecimal() else None
        if course is None:
            refuse(f"没有这门课 / no such course: {number}")
        recorded(store, folder, *cancel(course, programme.enrolments_in(store.db, course.course), why))


def session_named(store: Store, number: str) -> Session:
    found = programme.session(store.db, int(number)) if number.isdecimal() and len(number) < 19 else None
    if found is None:
        refuse(f"没有这个场次 / no such session: {number}")
    return found


def recorded(store: Store, folder: Path | None, *happenings: Happening) -> None:
    """While a kiosk runs on this folder nothing is written beside it."""
    with FolderLock(named(folder)):
        store.record(*happenings, moment=SystemClock().now())
    store.close()
