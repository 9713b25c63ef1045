"""`kiosk setup --from FILE`: a kiosk without a question, or every mistake in the file at once."""

import sys
from pathlib import Path
from typing import NoReturn

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import REFUSED, say
from kiosk.cli.join import refuse as hub_refused
from kiosk.devices.clock import SystemClock
from kiosk.storage.lock import FolderLock
from kiosk.sync.client import NoAnswer
from kiosk.upkeep.beginning import begun
from kiosk.upkeep.install_file import Install, Mistake, read_install, sentence
from kiosk.upkeep.install_hub import Given, invitation
from kiosk.upkeep.installing import install as made_from
from kiosk.upkeep.setup import AlreadySetUp


def installed_from(source: str, where: Path, key_path: Path | None, *, number: int = 0, as_json: bool) -> None:
    name = "–" if source == "-" else source
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as unread:
        raise click.UsageError(f"无法读取 / cannot be read: {name}: {unread}") from None
    given = Given(Path() if source == "-" else Path(source).parent, number)
    asked = read_install(text, given)
    if not isinstance(asked, Install):
        refuse(asked, name, as_json=as_json)
    clock = SystemClock()
    hub = invitation(asked.hub, given) if asked.hub else None
    with FolderLock(where):
        try:
            made = made_from(where, asked, begun(where, key_path, clock, hub), clock.now())
        except NoAnswer as refused:
            hub_refused(refused.code, as_json=as_json)
        except AlreadySetUp:
            people = f"已经设置过 / already set up: {where}"
            say({"ok": False, "why": "already set up"}, as_json=as_json, for_people=people)
            sys.exit(REFUSED)
    people = f"设置完成 / ready: {where}\n工号 / staff number: {made.staff}"
    people += f"\n密码 / PIN: {made.pin}" if made.pin else ""
    say({"ok": True, "data": str(where), **msgspec.to_builtins(made)}, as_json=as_json, for_people=people)


def refuse(mistakes: tuple[Mistake, ...], name: str, *, as_json: bool) -> NoReturn:
    """Chinese first, English below it; programs get both."""
    said = [{"line": one.line, **{tongue: sentence(one, tongue) for tongue in words.LANGUAGES}} for one in mistakes]
    if as_json:
        say({"ok": False, "why": "mistakes in the file", "mistakes": said}, as_json=True, for_people="")
    for one in said:
        where = f"{name}:{one['line']}" if one["line"] else name
        click.echo(f"{where}: {one['zh_CN']}\n    {one['en']}", err=True)
    sys.exit(REFUSED)
