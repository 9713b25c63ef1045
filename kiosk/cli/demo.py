"""Commands that open the kiosk: demo builds a believable hall first, run opens what is there."""

import sys
from datetime import date
from pathlib import Path

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.storage.lock import FolderLock
from kiosk.upkeep import demo as demos
from kiosk.upkeep.log import log_to
from kiosk.visit.visit import Visit

size_option = click.option("--size", default="1080x1920", show_default=True, help="Width and height in pixels.")


@click.command()
@data_option
@key_option
@click.option("--no-window", is_flag=True, help="Only build it.")
@click.option("--titles", type=click.IntRange(20, 100_000), default=300, show_default=True)
@click.option("--members", type=click.IntRange(30, 100_000), default=60, show_default=True)
@click.option("--days", type=click.IntRange(60, 2000), default=120, show_default=True)
@click.option("--seed", type=int, default=7, show_default=True)
@json_option
def demo(
    folder: Path | None,
    key_path: Path | None,
    no_window: bool,
    titles: int,
    members: int,
    days: int,
    seed: int,
    as_json: bool,
) -> None:
    """Build a believable hall (kept if there is one already), then open the kiosk."""
    where = folder.absolute() if folder else named(None).with_name("demo")
    size = demos.Size(titles=titles, members=members, days=days, seed=seed)
    made = demos.demo(where, size, today(), key_path=key_path)
    summary = f"{made.data}: {len(made.members)} 位会员 / members, {len(made.copies)} 册 / copies, {made.seconds} s"
    say(msgspec.to_builtins(made), as_json=as_json, for_people=summary)
    if not no_window:
        open_window(where, key_path, windowed=True, size="1080x1920")


@click.command()
@data_option
@key_option
@click.option("--windowed", is_flag=True, help="A window instead of the whole screen.")
@size_option
def run(folder: Path | None, key_path: Path | None, windowed: bool, size: str) -> None:
    """Open the kiosk."""
    open_window(named(folder), key_path, windowed=windowed, size=size)


def today() -> date:
    return SystemClock().now().day(480)


def open_window(folder: Path, key_path: Path | None, *, windowed: bool, size: str) -> None:
    """The one place where the command line knows the window."""
    from ui.app import run as run_window

    width, _, height = size.partition("x")
    store = store_of(folder, key_path)
    with FolderLock(folder):
        log_to(folder)
        code = run_window(Visit(store, SystemClock()), words.read, windowed=windowed, size=(int(width), int(height)))
        store.close()
    sys.exit(code)
