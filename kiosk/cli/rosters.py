"""Commands for one evening's list: roster, enter, correct, close, guests, no-shows, paste."""

import sys
from pathlib import Path
from typing import Any, get_args

import click

from kiosk.cli.classes import recorded, refuse, session_named
from kiosk.cli.folder import data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain import names
from kiosk.domain.attendance import Attendance, half_hours
from kiosk.domain.classes import Course, Session, local, minutes_between, to_utc
from kiosk.domain.door import Door, entry
from kiosk.domain.enrolments import Enrolment, is_confirmed
from kiosk.domain.facts import (
    AttendanceCorrected,
    AttendanceLeft,
    EnrolmentPauseLifted,
    GuestCounted,
    NoShowLifted,
    SeatConfirmed,
)
from kiosk.domain.facts.classes import Settled
from kiosk.domain.members import Member
from kiosk.domain.pasted_list import entries, matched
from kiosk.domain.series import minute_of
from kiosk.storage import keys, programme, queries
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.lock import FolderLock
from kiosk.storage.store import Store
from kiosk.visit.sitting import Place
from kiosk.visit.tidying import closed

RESULTS: tuple[str, ...] = get_args(Settled)


@click.command()
@click.argument("session_id")
@data_option
@key_option
@json_option
def roster(session_id: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Who is expected, who is there, who waits; names are masked."""
    store = store_of(folder, key_path)
    told = rows_told(store, session_named(store, session_id))
    store.close()
    lines = [f"{row['name']:<8} {row['seat']:<10} {row['result']:<10} {row['minutes']:>4} min" for row in told]
    say(told, as_json=as_json, for_people="\n".join(lines) or "名单是空的 / nobody is on the list")


def rows_told(store: Store, session: Session) -> list[dict[str, Any]]:
    course = programme.course(store.db, session.course)
    assert course
    seats = {e.member: e for e in programme.enrolments_in(store.db, session.course) if e.active}
    here = {a.member: a for a in programme.roll(store.db, session.session)}
    offset = queries.hall_rules(store.db, course.hall).hall.utc_offset_min
    return [row_told(store, course, (m, seats.get(m), here.get(m)), offset) for m in dict.fromkeys((*seats, *here))]


def row_told(
    store: Store, course: Course, who: tuple[int, Enrolment | None, Attendance | None], offset: int
) -> dict[str, Any]:
    member, seat, row = who
    known = queries.member(store.db, member)
    return {
        "number": known.number if known else "",
        "name": names.masked(name_of(store, known)),
        "seat": seat.state if seat else "none",
        "result": row.result if row else "",
        "inside": bool(row and row.inside),
        "entered": f"{local(row.entered_at, offset):%H:%M}" if row and row.entered_at else "",
        "left": f"{local(row.left_at, offset):%H:%M}" if row and row.left_at else "",
        "minutes": row.minutes if row else 0,
        "hours": half_hours(course, row.minutes) / 2 if row else 0,
    }


def name_of(store: Store, member: Member | None) -> str:
    return queries.borrower(store.db, member).name if member else ""


@click.command()
@click.argument("session_id")
@click.argument("member_number")
@data_option
@key_option
@click.option("--at", required=True, help="19:05, as it stands on the paper.")
@click.option("--left", help="20:30, as it stands on the paper.")
def enter(
    session_id: str, member_number: str, folder: Path | None, key_path: Path | None, at: str, left: str | None
) -> None:
    """Enter a line of a paper sheet, with the times written there."""
    store = store_of(folder, key_path)
    session, member = session_named(store, session_id), member_named(store, member_number)
    course = programme.course(store.db, session.course)
    assert course
    offset = queries.hall_rules(store.db, course.hall).hall.utc_offset_min
    day = local(session.starts_at, offset).date()
    written = [minute_of(time) for time in (at, left or at)]
    if written[0] is None or written[1] is None:
        refuse(f"时间不对 / not a time: {at} {left or ''}")
    came, went = (to_utc(day, minute, offset) for minute in written if minute is not None)
    door = Door(SystemClock().now(), came, offset, session, course, member.member)
    happenings: list[Any] = [entry(door, "paper")]
    if left:
        minutes = minutes_between(max(came, session.starts_at), min(went, session.ends_at))
        happenings.append(AttendanceLeft(session.session, member.member, max(minutes, 0), "paper", went))
    recorded(store, folder, *happenings)


def member_named(store: Store, number: str) -> Member:
    found = queries.member_numbered(store.db, number)
    if found is None:
        refuse(f"没有这个会员 / no such member: {number}")
    return found


@click.command()
@click.argument("session_id")
@click.argument("member_number")
@data_option
@key_option
@click.option("--result", type=click.Choice(RESULTS), required=True)
@click.option("--minutes", type=click.IntRange(0, 24 * 60))
@click.option("--why", required=True)
def correct(
    session_id: str,
    member_number: str,
    folder: Path | None,
    key_path: Path | None,
    result: Settled,
    minutes: int | None,
    why: str,
) -> None:
    """Settle what is 待确认, or put right what is wrong."""
    store = store_of(folder, key_path)
    session, member = session_named(store, session_id), member_named(store, member_number)
    row = programme.attendance(store.db, session.session, member.member)
    gone = result in ("excused", "absent")
    counted = minutes if minutes is not None else 0 if gone or row is None else row.minutes
    recorded(store, folder, AttendanceCorrected(session.session, member.member, result, counted, why))


@click.command()
@click.argument("session_id")
@click.argument("count", type=click.IntRange(1, 999))
@data_option
@key_option
def guests(session_id: str, count: int, folder: Path | None, key_path: Path | None) -> None:
    """People without a card were there; only their number is kept."""
    store = store_of(folder, key_path)
    recorded(store, folder, GuestCounted(session_named(store, session_id).session, count))


@click.command()
@click.argument("session_id")
@data_option
@key_option
@json_option
def close(session_id: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Close an evening now; it also closes by itself."""
    store = store_of(folder, key_path)
    session = session_named(store, session_id)
    if session.state != "planned":
        refuse(f"已经是 / it is already {session.state}")
    rules = queries.hall_rules(store.db, store.device.hall)
    place = Place(store, rules, keys.issuers(store.db), Catalogue(None, store.device), SystemClock().now())
    with FolderLock(named(folder)), store.transaction():
        facts = closed(place, session)
    store.close()
    kinds = [type(fact.p).__name__ for fact in facts]
    told = {"unsettled": kinds.count("ExitMissed"), "absent": kinds.count("NoShowMarked")}
    say(told, as_json=as_json, for_people=f"待确认 / unsettled {told['unsettled']}, 未到 / absent {told['absent']}")


@click.command("no-shows")
@data_option
@key_option
@click.option("--lift", "member_number", help="End this member's pause, and forgive what led to it.")
@click.option("--why", help="Needed with --lift.")
@json_option
def no_shows(
    folder: Path | None, key_path: Path | None, member_number: str | None, why: str | None, as_json: bool
) -> None:
    """Who may not enrol for now, until when; or lift it, with a reason."""
    store = store_of(folder, key_path)
    if member_number:
        if not why:
            raise click.UsageError("--lift needs --why")
        member = member_named(store, member_number).member
        running = [p for p in programme.pauses(store.db, member) if p.lifted_why is None]
        missed = programme.missed(store.db, member)
        lifted = [NoShowLifted(session, member, why) for session in missed]
        return recorded(store, folder, *(EnrolmentPauseLifted(member, p.pause, why) for p in running), *lifted)
    today = SystemClock().now().day(480)
    found = [(p, queries.member(store.db, p.member)) for p in programme.running_pauses(store.db, today)]
    told = [{"number": m.number if m else "", "until": str(p.until), "count": p.count} for p, m in found]
    store.close()
    lines = [f"{t['number']}  {t['until']}  {t['count']}" for t in told]
    return say(told, as_json=as_json, for_people="\n".join(lines) or "没有暂停的 / nobody is paused")


@click.command()
@click.argument("session_id")
@data_option
@key_option
@click.option("--dry-run", is_flag=True, help="Only say who is who.")
@json_option
def paste(session_id: str, folder: Path | None, key_path: Path | None, dry_run: bool, as_json: bool) -> None:
    """A 微信接龙 list from stdin becomes seats; who cannot be told for sure is listed."""
    store = store_of(folder, key_path)
    session = session_named(store, session_id)
    found = entries(sys.stdin.read())
    matches = matched(found, {e.name: programme.people_named(store.db, e.name) for e in found})
    taken = {e.member for e in programme.enrolments_in(store.db, session.course) if is_confirmed(e)}
    course = programme.course(store.db, session.course)
    assert course
    certain = [m.members[0] for m in matches if len(m.members) == 1 and m.members[0] not in taken]
    seated = certain[: max(course.seats - course.confirmed - course.offered, 0)]
    told = {
        "matched": sum(len(m.members) == 1 for m in matches),
        "enrolled": 0 if dry_run else len(seated),
        "without_seat": len(certain) - len(seated),
        "ambiguous": [{"line": m.entry.line, "name": m.entry.name} for m in matches if len(m.members) > 1],
        "unknown": [{"line": m.entry.line, "name": m.entry.name} for m in matches if not m.members],
    }
    if not dry_run:
        recorded(store, folder, *(SeatConfirmed(session.course, member) for member in seated))
    say(told, as_json=as_json, for_people=pasted_told(told))


def pasted_told(told: dict[str, Any]) -> str:
    lines = [f"对上 / matched {told['matched']}, 报好 / enrolled {told['enrolled']}"]
    lines += [f"没有名额 / no seat left: {told['without_seat']}"] if told["without_seat"] else []
    lines += [f"重名 / ambiguous: {x['line']} {x['name']}" for x in told["ambiguous"]]
    return "\n".join([*lines, *(f"不认识 / unknown: {x['line']} {x['name']}" for x in told["unknown"])])


ROSTER_COMMANDS = (roster, enter, correct, guests, close, no_shows, paste)
