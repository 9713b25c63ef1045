"""Commands for what the waiting screen tells passers-by: notice post, list, withdraw."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, say, store_of
from kiosk.cli.staff import allowed, at_work, refuse, staff_option
from kiosk.devices.clock import SystemClock
from kiosk.domain.facts import NoticePosted, NoticeWithdrawn
from kiosk.domain.halls import NOTICE_TEXT_MAX, NOTICE_TITLE_MAX, Notice
from kiosk.domain.noticing import notice_reasons
from kiosk.storage import queries
from kiosk.storage.store import new_uuid

day_type = click.DateTime(["%Y-%m-%d"])


@click.group()
def notice() -> None:
    """What the waiting screen tells passers-by."""


@notice.command()
@data_option
@key_option
@click.option("--title", required=True, help=f"Up to {NOTICE_TITLE_MAX} characters.")
@click.option("--text", required=True, help=f"Up to {NOTICE_TEXT_MAX} characters.")
@click.option("--from", "from_on", type=day_type, required=True)
@click.option("--until", "until_on", type=day_type, required=True)
@staff_option
@json_option
def post(title: str, text: str, from_on: datetime, until_on: datetime, actor: str, **how: Any) -> None:
    """Hang up a notice 挂告示."""
    with at_work(how["folder"], how["key_path"]) as place:
        allowed(place, actor, "policy")
        hung = Notice(new_uuid(), place.rules.hall.hall, title, text, from_on.date(), until_on.date())
        if reasons := notice_reasons(hung, place.today):
            refuse(reasons)
        place.store.record(NoticePosted(hung), moment=place.moment, actor=actor)
    say({"notice": hung.notice}, as_json=how["as_json"], for_people=hung.notice)


@notice.command("list")
@data_option
@key_option
@json_option
def list_notices(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """What hangs there today."""
    store = store_of(folder, key_path)
    today = SystemClock().now().day(queries.hall_rules(store.db, store.device.hall).hall.utc_offset_min)
    found = queries.notices(store.db, store.device.hall, today)
    store.close()
    lines = "\n".join(f"{n.notice}  {n.from_on} – {n.until_on}  {n.title}" for n in found)
    say(msgspec.to_builtins(found), as_json=as_json, for_people=lines or "没有告示 / no notices")


@notice.command()
@click.argument("notice_id")
@staff_option
@data_option
@key_option
def withdraw(notice_id: str, actor: str, folder: Path | None, key_path: Path | None) -> None:
    """Take a notice down 取下告示."""
    with at_work(folder, key_path) as place:
        allowed(place, actor, "policy")
        known = queries.notice(place.db, notice_id) is not None
        if known:
            place.store.record(NoticeWithdrawn(notice_id), moment=place.moment, actor=actor)
    if not known:
        click.echo(f"没有这张告示 / no such notice: {notice_id}", err=True)
        sys.exit(REFUSED)
