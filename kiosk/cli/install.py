"""`kiosk setup --from FILE`: a kiosk without a question, or every mistake in the file at once."""

import sys
from pathlib import Path
from typing import NoReturn

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import REFUSED, say
from kiosk.cli.join import begun_by
from kiosk.devices.clock import SystemClock
from kiosk.storage.lock import FolderLock
from kiosk.storage.store import Store
from kiosk.upkeep.install_file import Install, Mistake, read_install
from kiosk.upkeep.install_hub import Given, invitation
from kiosk.upkeep.installing import install as made_from
from kiosk.upkeep.setup import AlreadySetUp, Plan, set_up


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
    now, hub = SystemClock().now(), invitation(asked.hub, given) if asked.hub else None

    def begin(plan: Plan) -> Store:
        if hub is None:
            return set_up(where, plan, now, key_path=key_path)
        return begun_by(where, plan, hub, key_path=key_path, as_json=as_json)

    with FolderLock(where):
        try:
            made = made_from(where, asked, begin, now)
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


def sentence(mistake: Mistake, language: str) -> str:
    spoken = words.read(language)
    what = spoken.say(f"install.{mistake.what}", **mistake.values)
    if mistake.instead is None:
        return what
    return what + spoken.say(f"install.instead.{mistake.instead.what}", **mistake.instead.values)
