"""Commands for what the waiting screen tells passers-by: notice post, list, withdraw."""

import sys
from datetime import date, datetime
from pathlib import Path

import click
import msgspec

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain.facts import NoticePosted, NoticeWithdrawn
from kiosk.domain.halls import NOTICE_TEXT_MAX, NOTICE_TITLE_MAX, Notice
from kiosk.storage import queries
from kiosk.storage.lock import FolderLock
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
@json_option
def post(
    folder: Path | None,
    key_path: Path | None,
    title: str,
    text: str,
    from_on: datetime,
    until_on: datetime,
    as_json: bool,
) -> None:
    """Hang up a notice."""
    refuse_unfit(title, text, from_on.date(), until_on.date())
    store = store_of(folder, key_path)
    hung = Notice(new_uuid(), store.device.hall, title, text, from_on.date(), until_on.date())
    with FolderLock(named(folder)):
        store.record(NoticePosted(hung), moment=SystemClock().now())
    store.close()
    say({"notice": hung.notice}, as_json=as_json, for_people=hung.notice)


def refuse_unfit(title: str, text: str, from_on: date, until_on: date) -> None:
    """Everything that is wrong, at once."""
    wrong = []
    if not 0 < len(title) <= NOTICE_TITLE_MAX:
        wrong.append(f"标题要 1 到 {NOTICE_TITLE_MAX} 个字 / the title takes 1 to {NOTICE_TITLE_MAX} characters")
    if not 0 < len(text) <= NOTICE_TEXT_MAX:
        wrong.append(f"内容要 1 到 {NOTICE_TEXT_MAX} 个字 / the text takes 1 to {NOTICE_TEXT_MAX} characters")
    if until_on < from_on:
        wrong.append("截止早于开始 / it ends before it begins")
    if wrong:
        click.echo("\n".join(wrong), err=True)
        sys.exit(REFUSED)


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
@data_option
@key_option
def withdraw(notice_id: str, folder: Path | None, key_path: Path | None) -> None:
    """Take a notice down."""
    store = store_of(folder, key_path)
    known = queries.notice(store.db, notice_id) is not None
    if known:
        with FolderLock(named(folder)):
            store.record(NoticeWithdrawn(notice_id), moment=SystemClock().now())
    store.close()
    if not known:
        click.echo(f"没有这张告示 / no such notice: {notice_id}", err=True)
        sys.exit(REFUSED)
