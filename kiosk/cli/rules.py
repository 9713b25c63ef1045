"""Commands for the rules of lending, holds and classes: policy show, set, history, back."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk.cli.folder import data_option, json_option, key_option, say
from kiosk.cli.staff import Spoken, allowed, at_work, refuse, staff_option
from kiosk.domain.classes import local
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import RULE_UNKNOWN, Refused
from kiosk.domain.rules import BLANKS, SWITCHES, WHYS, Change, Met, decide, filled, met
from kiosk.storage import rules as stored
from kiosk.storage.rules import Version
from kiosk.visit.sitting import Place

SHOWN = (*BLANKS, *SWITCHES)
why_option = click.option("--why", required=True, type=click.Choice(WHYS), help="Why it changes 为什么改.")
why_said_option = click.option("--why-said", default="", help="One line, with other 选 other 时写一句.")
preview_option = click.option("--preview", is_flag=True, help="Only says whom it would meet 只看会影响谁.")


@click.group()
def policy() -> None:
    """The rules of lending, holds and classes 借阅和报名的规则."""


@policy.command()
@click.argument("name", default="")
@data_option
@key_option
@json_option
def show(name: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Every row and whom it decides for; with NAME all of its blanks 现在的规则."""
    with at_work(folder, key_path) as place:
        found = [row for row in place.rules.policies if name in ("", row.policy)]
        if not found:
            refuse((RULE_UNKNOWN.because(name=name),))
        reach = stored.reach(place.db, place.rules)
    spoken = Spoken()
    rows = [{**msgspec.to_builtins(row), "decides": msgspec.to_builtins(reach[row.policy])} for row in found]
    lines = [line for row in found for line in (sentence(spoken, row), *(blanks(spoken, row) if name else ()))]
    say(rows, as_json=as_json, for_people="\n".join(lines))


@policy.command("set")
@click.argument("name")
@click.argument("blanks", nargs=-1, required=True, metavar="FIELD=VALUE...")
@why_option
@why_said_option
@preview_option
@staff_option
@data_option
@key_option
@json_option
def set_row(name: str, blanks: tuple[str, ...], preview: bool, actor: str, **how: Any) -> None:
    """Write blanks of a row anew: loans_max=6; a dash switches a limit off 改一行规则."""
    with at_work(how["folder"], how["key_path"]) as place:
        allowed(place, actor, "policy")
        row = filled(row_named(place, name), tuple(map(named_value, blanks)))
        changed(place, taken(row), actor, preview=preview, how=how)


@policy.command()
@click.argument("name", default="")
@data_option
@key_option
@json_option
def history(name: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """What was changed, by whom, when and why, the latest first 改过些什么."""
    with at_work(folder, key_path) as place:
        found, offset = stored.versions(place.db, name), place.rules.hall.utc_offset_min
    spoken = Spoken()
    lines = "\n".join(version_line(spoken, version, offset) for version in found)
    say([msgspec.to_builtins(version) for version in found], as_json=as_json, for_people=lines)


@policy.command()
@click.argument("version")
@why_option
@why_said_option
@preview_option
@staff_option
@data_option
@key_option
@json_option
def back(version: str, preview: bool, actor: str, **how: Any) -> None:
    """A row becomes again as it was in a version that history names 退回以前的一版."""
    with at_work(how["folder"], how["key_path"]) as place:
        allowed(place, actor, "policy")
        known = next((v for v in stored.versions(place.db) if v.version == version), None)
        if known is None:
            refuse((RULE_UNKNOWN.because(name=version),))
        changed(place, known.policy, actor, preview=preview, how=how)


def row_named(place: Place, name: str) -> Policy:
    found = next((row for row in place.rules.policies if row.policy == name), None)
    return found or refuse((RULE_UNKNOWN.because(name=name),))


def named_value(blank: str) -> tuple[str, str]:
    field, _, text = blank.partition("=")
    return field.strip(), text.strip()


def taken(row: Policy | Refused) -> Policy:
    return refuse(row.reasons) if isinstance(row, Refused) else row


def changed(place: Place, row: Policy, actor: str, *, preview: bool, how: dict[str, Any]) -> None:
    """Said before it is written, and written only if that was asked for."""
    before = next((known for known in place.rules.policies if known.policy == row.policy), None)
    outcome = decide(before, row, how["why"], how["why_said"])
    if isinstance(outcome, Refused):
        refuse(outcome.reasons)
    found = met(place.rules, row, stored.standing(place.db), place.today)
    facts = () if preview else place.store.record(*outcome, moment=place.moment, actor=actor)
    answer = {"set": bool(facts), "row": msgspec.to_builtins(row), "met": msgspec.to_builtins(found)}
    say(answer, as_json=how["as_json"], for_people="\n".join((sentence(Spoken(), row), *met_lines(Spoken(), found))))


def met_lines(spoken: Spoken, found: tuple[Met, ...]) -> list[str]:
    return [spoken.say(f"rules.met.{m.what}", count=m.count) for m in found] or [spoken.say("rules.met.nobody")]


def sentence(spoken: Spoken, row: Policy) -> str:
    key = "rules.line_kind" if row.kind_loans_max is not None else "rules.line"
    said = spoken.say(key, who={"word": f"policy.{row.policy}"}, **msgspec.to_builtins(row))
    return f"{row.policy}  {said}"


def blanks(spoken: Spoken, row: Policy) -> list[str]:
    return [f"  {field} = {getattr(row, field)}  {spoken.say(f'rules.{field}')}" for field in SHOWN]


def version_line(spoken: Spoken, version: Version, offset: int) -> str:
    at: datetime = local(version.at, offset)
    why = spoken.say(f"rules.why.{version.why}") if version.why else spoken.say("rules.by_set_up")
    head = f"{version.version}  {at:%Y-%m-%d %H:%M}  {version.actor or '–'}  {version.policy.policy}  {why}"
    return "\n".join((f"{head} {version.why_said}".rstrip(), *(change_line(spoken, c) for c in version.changed)))


def change_line(spoken: Spoken, change: Change) -> str:
    return f"  {change.field}: {change.before} → {change.after}  {spoken.say(f'rules.{change.field}')}"
