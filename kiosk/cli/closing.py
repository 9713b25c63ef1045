"""Commands for the days on which the hall rests: closing list, add, remove, weekly."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk.cli.folder import data_option, json_option, key_option, say
from kiosk.cli.rules import preview_option, why_option, why_said_option
from kiosk.cli.staff import Spoken, allowed, at_work, refuse, staff_option
from kiosk.domain.closing_days import ClosingMeets, Span, dropped, rest_weekly, set_apart
from kiosk.domain.halls import SpecialDay
from kiosk.domain.refusals import Refused
from kiosk.storage import rules as stored

day_type = click.DateTime(["%Y-%m-%d"])
first_argument = click.argument("first", type=day_type)
last_argument = click.argument("last", type=day_type, required=False)


@click.group()
def closing() -> None:
    """The days on which the hall rests 闭馆日."""


@closing.command("list")
@data_option
@key_option
@json_option
def list_days(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """The weekly habit, and what is otherwise from today on 每周的和以后的."""
    with at_work(folder, key_path) as place:
        hall = place.rules.hall
        days = stored.special_days(place.db, hall.hall, place.today)
    lines = "\n".join((weekly_line(Spoken(), hall.closed_weekdays), *(day_line(day) for day in days)))
    answer = {"weekly": hall.closed_weekdays, "days": msgspec.to_builtins(days)}
    say(answer, as_json=as_json, for_people=lines)


@closing.command()
@first_argument
@last_argument
@click.option("--why", required=True, help="A word or two, for slips and the programme 写几个字.")
@click.option("--open", "opens", is_flag=True, help="Open against the weekly habit 照常开馆.")
@preview_option
@staff_option
@data_option
@key_option
@json_option
def add(first: datetime, last: datetime | None, why: str, opens: bool, preview: bool, actor: str, **how: Any) -> None:
    """Close from FIRST to LAST; says what is due, kept or planned then 加闭馆日."""
    span = span_of(first, last)
    with at_work(how["folder"], how["key_path"]) as place:
        allowed(place, actor, "policy")
        outcome = set_apart(place.rules.hall, span, place.today, closed=not opens, why=why)
        if isinstance(outcome, Refused):
            refuse(outcome.reasons)
        found = ClosingMeets() if opens else stored.meets(place.db, place.rules, span)
        if not preview:
            place.store.record(*outcome, moment=place.moment, actor=actor)
    answer = {"set": not preview, "days": [fact.day.day for fact in outcome], "meets": msgspec.to_builtins(found)}
    say(answer, as_json=how["as_json"], for_people="\n".join(meets_lines(found)))


@closing.command()
@first_argument
@last_argument
@staff_option
@data_option
@key_option
@json_option
def remove(first: datetime, last: datetime | None, actor: str, **how: Any) -> None:
    """From FIRST to LAST the weekly habit counts again 去掉闭馆日."""
    span = span_of(first, last)
    with at_work(how["folder"], how["key_path"]) as place:
        allowed(place, actor, "policy")
        outcome = dropped(stored.special_days(place.db, place.rules.hall.hall, span.first), span)
        if isinstance(outcome, Refused):
            refuse(outcome.reasons)
        place.store.record(*outcome, moment=place.moment, actor=actor)
    say({"dropped": len(outcome)}, as_json=how["as_json"], for_people=Spoken().say("closing.done"))


@closing.command()
@click.argument("weekdays")
@why_option
@why_said_option
@staff_option
@data_option
@key_option
@json_option
def weekly(weekdays: str, why: str, why_said: str, actor: str, **how: Any) -> None:
    """The weekdays of rest as digits, 1 for Monday; - for none 每周哪天闭馆."""
    with at_work(how["folder"], how["key_path"]) as place:
        allowed(place, actor, "policy")
        outcome = rest_weekly(place.rules.hall, weekdays, why, why_said)
        if isinstance(outcome, Refused):
            refuse(outcome.reasons)
        place.store.record(*outcome, moment=place.moment, actor=actor)
    now = outcome[0].hall.closed_weekdays
    say({"weekly": now}, as_json=how["as_json"], for_people=weekly_line(Spoken(), now))


def span_of(first: datetime, last: datetime | None) -> Span:
    return Span(first.date(), (last or first).date())


def weekly_line(spoken: Spoken, weekdays: str) -> str:
    if not weekdays:
        return spoken.say("closing.weekly_none")
    each = (
        language.say("closing.weekly", days="、".join(language.say(f"closing.day_{d}") for d in weekdays))
        for language in spoken.languages
    )
    return " / ".join(each)


def day_line(day: SpecialDay) -> str:
    return f"{day.day}  {'闭馆 / closed' if day.closed else '开馆 / open'}  {day.why}"


def meets_lines(found: ClosingMeets) -> list[str]:
    spoken, lines = Spoken(), []
    if found.due:
        lines.append(spoken.say("closing.due", count=found.due))
    if found.due_next:
        lines.append(spoken.say("closing.due_next", date=found.due_next))
    if found.kept:
        lines.append(spoken.say("closing.kept", count=found.kept))
    lines += [spoken.say("closing.clash", date=clash.day, title=clash.course.title) for clash in found.clashes]
    return lines or [spoken.say("closing.done")]
