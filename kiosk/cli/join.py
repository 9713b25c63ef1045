"""Commands that bring a kiosk to its hub: join, and what set-up does when it joins at once."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kiosk import words
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.cli.staff import Spoken
from kiosk.devices.clock import SystemClock
from kiosk.storage.lock import FolderLock
from kiosk.storage.store import Store
from kiosk.upkeep.setup import Plan

if TYPE_CHECKING:
    from kiosk.sync.entering import Invitation
    from kiosk.sync.joining import Welcome


@click.command()
@data_option
@key_option
@click.option("--hub", "url", default="", help="https://NAME:8460; a QR says it itself.")
@click.option("--code", help="What `kiosk hub enrol` has printed, or its QR.")
@click.option("--stick", type=click.Path(exists=True, file_okay=False, path_type=Path), help="With a pack of codes.")
@click.option("--number", type=click.IntRange(min=1), help="Which device of the pack this is 几号机.")
@json_option
def join(
    folder: Path | None,
    key_path: Path | None,
    url: str,
    code: str | None,
    stick: Path | None,
    number: int | None,
    as_json: bool,
) -> None:
    """Join a hub, with all that this kiosk has written since it was set up 加入中心."""
    if bool(code) == bool(stick) or bool(stick) != bool(number):
        raise click.UsageError("--code，或 --stick 与 --number / --code, or --stick and --number")
    by = from_stick(stick, number or 0) if stick else by_code(url, code or "")
    store = store_of(folder, key_path)
    with FolderLock(named(folder)):
        try:
            welcome = welcomed(lambda: entered(store, by), as_json=as_json)
        finally:
            store.close()
    answer = {"ok": True, "hub": by.url, "name": welcome.name, "expires_on": welcome.certificate.expires_on}
    say(answer, as_json=as_json, for_people=f"已加入中心 / joined: {by.url} {welcome.name}")


def by_code(url: str, code: str) -> "Invitation":
    from kiosk.sync.entering import invited

    found = invited(url, code)
    if not found.url.startswith("https://"):
        raise click.UsageError("--hub https://… ")
    return found


def from_stick(stick: Path, number: int) -> "Invitation":
    from kiosk.sync.codes_on_stick import PACK_FILE, code_of, pack_on

    pack = pack_on(stick)
    found = code_of(pack, number) if pack else None
    if found is None:
        raise click.UsageError(f"没有这个编号，或文件读不出 / no such number, or unreadable: {stick / PACK_FILE}")
    return found


def entered(store: Store, by: "Invitation") -> "Welcome":
    from kiosk.sync.entering import join as joined

    return joined(store, by)


def welcomed(asking: Callable[[], "Welcome"], *, as_json: bool) -> "Welcome":
    from kiosk.sync.client import NoAnswer

    try:
        return asking()
    except NoAnswer as refused:
        refuse(refused.code, as_json=as_json)


def refuse(code: str, *, as_json: bool) -> NoReturn:
    """In the words of both languages, where there are any for this code."""
    key = f"join.{code}"
    known = key in words.read("zh_CN").table
    said = Spoken().say(key if known else "join.other", code=code)
    say({"ok": False, "why": code}, as_json=as_json, for_people=said)
    sys.exit(REFUSED)


def joined_at_setup(where: Path, plan: Plan, *, key_path: Path | None, by: tuple[str, str]) -> Store:
    from kiosk.sync.client import NoAnswer
    from kiosk.upkeep.beginning import begun

    try:
        return begun(where, key_path, SystemClock(), by_code(*by))(plan)
    except NoAnswer as refused:
        refuse(refused.code, as_json=False)
