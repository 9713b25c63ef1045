"""The command that lists what staff did here: audit."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import data_option, json_option, key_option, say
from kiosk.cli.staff import allowed, at_work, staff_option
from kiosk.domain.classes import local, to_utc
from kiosk.domain.rules import Change
from kiosk.storage.audit import Asked, Entry, entries, wholly
from kiosk.words import Words

day_type = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--from", "first", type=day_type, help="The first day 从哪天.")
@click.option("--to", "last", type=day_type, help="The last day 到哪天.")
@click.option("--who", default="", help="Of one colleague, by number 只看一位.")
@click.option("--all", "everything", is_flag=True, help="The day's work, too 连同日常.")
@staff_option
@data_option
@key_option
@json_option
def audit(
    first: datetime | None,
    last: datetime | None,
    who: str,
    everything: bool,
    actor: str,
    folder: Path | None,
    key_path: Path | None,
    as_json: bool,
) -> None:
    """What staff did: who, when, what, why, before and after, and whether it was taken back 谁在什么时候做了什么."""
    with at_work(folder, key_path) as place:
        allowed(place, actor, "staff")
        offset = place.rules.hall.utc_offset_min
        end = last.date() + timedelta(days=1) if last else None
        asked = Asked(midnight(first and first.date(), offset), midnight(end, offset), who, everything)
        found = wholly(place.db, entries(place.db, asked))
    spoken = words.read("zh_CN")
    lines = "\n".join(in_words(spoken, one, offset) for one in found)
    say([msgspec.to_builtins(one) for one in found], as_json=as_json, for_people=lines or spoken.say("audit.none"))


def midnight(day: date | None, offset: int) -> datetime | None:
    return to_utc(day, 0, offset) if day else None


def in_words(spoken: Words, one: Entry, offset: int) -> str:
    """As one colleague would tell it to another."""
    head = f"{local(one.at, offset):%Y-%m-%d %H:%M}  {one.who} {one.number}  {what(spoken, one)}  {about(spoken, one)}"
    lines = [head, *(change_line(spoken, change, offset) for change in one.changed if label(spoken, change.field))]
    return "\n".join((*lines, f"  {why(spoken, one)}{state(spoken, one, offset)}"))


def what(spoken: Words, one: Entry) -> str:
    return spoken.say(f"audit.what.{one.kind}")


def about(spoken: Words, one: Entry) -> str:
    """A row of rules has a name for people, too."""
    key = f"policy.{one.about}"
    return spoken.say(key) if one.kind == "PolicySet" and key in spoken.table else one.about


def why(spoken: Words, one: Entry) -> str:
    """Many a deed needs none; then nothing is said of it."""
    if not one.why and not one.why_said:
        return ""
    said = (spoken.why(one.why), one.why_said)
    return spoken.say("audit.why", why=" ".join(part for part in said if part)) + "  "


def state(spoken: Words, one: Entry, offset: int) -> str:
    day = local(one.taken_back_at, offset).date() if one.taken_back_at else None
    never = {"word": f"audit.never.{one.kind}"} if one.state == "never" else ""
    return spoken.say(f"audit.state.{one.state}", date=day, who=one.taken_back_by or "–", why=never)


def label(spoken: Words, field: str) -> str:
    """What has no name for people is for programs, in the JSON."""
    return next((spoken.say(key) for key in (f"audit.field.{field}", f"rules.{field}") if key in spoken.table), "")


def change_line(spoken: Words, change: Change, offset: int) -> str:
    before, after = plain(spoken, change.before, offset), plain(spoken, change.after, offset)
    return f"  {label(spoken, change.field)}: {before} → {after}"


def plain(spoken: Words, value: Any, offset: int) -> str:
    match value:
        case None | "":
            return spoken.say("audit.empty")
        case bool():
            return spoken.say("audit.value.yes" if value else "audit.value.no")
        case datetime():
            return f"{local(value, offset):%Y-%m-%d %H:%M}"
    key = f"audit.value.{value}"
    return spoken.say(key) if key in spoken.table else str(value)
