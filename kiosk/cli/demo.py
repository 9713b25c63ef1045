"""Commands that open the kiosk: demo builds a believable hall first, run opens what is there."""

import logging
import os
import sys
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import catalogue_of, data_option, json_option, key_option, named, say, store_of
from kiosk.cli.printing import print_room
from kiosk.cli.sheet import write_sheet
from kiosk.cli.sync import sync_room
from kiosk.devices.clock import MovedClock, SystemClock
from kiosk.devices.settings import SettingsUnread, read_settings
from kiosk.storage import queries
from kiosk.storage.database import Connection, StorageFault, answering, database_file, key_file, read_key
from kiosk.storage.lock import FolderInUse, FolderLock
from kiosk.upkeep import demo as demos
from kiosk.upkeep.cards import member_card
from kiosk.upkeep.caretaker import Caretaker, House
from kiosk.upkeep.import_room import Ground, ImportRoom
from kiosk.upkeep.log import log_to
from kiosk.upkeep.practising import PracticeRoom
from kiosk.upkeep.registrar import Registrar
from kiosk.upkeep.starts import FELL, REST_S, Starts
from kiosk.upkeep.wishes import note_damage, waits
from kiosk.visit.patience import attended
from kiosk.visit.practised import Practised
from kiosk.visit.sitting import Beside
from kiosk.visit.stopped import Stopped
from kiosk.visit.visit import Visit

log = logging.getLogger(__name__)
SETTINGS = "D-17"  # device.toml has mistakes
INBOX = "inbox"  # lists that are to be imported are put here
SHELF_STEP = 7  # so that the played visit is not about copies of one title
size_option = click.option("--size", default="1080x1920", show_default=True, help="Width and height in pixels.")


@click.command()
@data_option
@key_option
@click.option("--no-window", is_flag=True, help="Only build it.")
@click.option("--titles", type=click.IntRange(20, 100_000), default=3000, show_default=True)
@click.option("--members", type=click.IntRange(30, 100_000), default=500, show_default=True)
@click.option("--days", type=click.IntRange(60, 2000), default=365, show_default=True)
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
    sheet = where.with_name(f"{where.name}-codes.pdf")
    if not sheet.exists():
        write_sheet(where, key_path, made, sheet)
    if no_window:
        return
    if has_display():
        open_window(where, key_path, windowed=True, size="1080x1920")
    play_visit(where, key_path, made)


@click.command()
@data_option
@key_option
@click.option("--windowed", is_flag=True, help="A window instead of the whole screen.")
@size_option
@click.option("--served", is_flag=True, help="A service starts it anew whenever it falls.")
def run(folder: Path | None, key_path: Path | None, windowed: bool, size: str, served: bool) -> None:
    """Open the kiosk."""
    if served:
        serve(named(folder), key_path, windowed=windowed, size=size)
    open_window(named(folder), key_path, windowed=windowed, size=size)


def has_display() -> bool:
    """Qt draws into memory when told to, or when there is nothing to draw on."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def play_visit(folder: Path, key_path: Path | None, made: demos.Demo) -> None:
    """Without a display: a scripted visit through the same window, drawn into memory, with a picture of each step."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.play import play

    pictures, clock = folder.with_name(f"{folder.name}-pictures"), MovedClock(SystemClock())
    store = store_of(folder, key_path)
    with FolderLock(folder):
        log_to(folder)
        steps = scripted_visit(store.db, made)
        catalogue = catalogue_of(folder, key_path, store)
        catalogue.gather(store.db, clock.now().at)
        visit = Visit(store, clock, catalogue)
        taken = play(visit, words.read, steps, pictures, pass_by=clock.pass_by)
        catalogue.close()
        store.close()
    click.echo(
        f"没有显示器，已演示一遍 / no display, so a visit was played: {len(taken)} 张图片 / pictures in {pictures}",
        err=True,
    )


def scripted_visit(db: Connection, made: demos.Demo) -> list[tuple[Any, ...]]:
    """A title found, a class looked at; card, two books, undo, finish, return, a refusal, time running out."""

    def member(state: str) -> str:
        numbers = [m.number for m in made.members if m.state == state]
        return member_card(db, min(numbers, key=lambda number: books_of(db, number))) or ""

    here = [c.number for c in made.copies if c.state == "here"][::SHELF_STEP]
    return [
        ("tap", "wake", {}),
        ("tap", "finder", {"way": "letters"}),
        *(("tap", "find", {"text": "hlm"[:n]}) for n in (1, 2, 3)),
        ("tap", "finder", {"way": "classes"}),
        ("tap", "programme", {"day": "", "kind": "", "after_work": False}),
        ("tap", "back", {}),
        ("scan", member("good")),
        ("scan", here[0]),
        ("scan", here[1]),
        ("tap", "undo", {"loan": ""}),
        ("tap", "record", {}),
        ("tap", "finish", {}),
        ("scan", here[0]),
        ("tap", "finish", {}),
        ("scan", member("overdue")),
        ("scan", here[1]),
        ("scan", "hello"),
        ("tick", 61.0),
        ("tick", 20.0),
    ]


def books_of(db: Connection, number: str) -> int:
    member = queries.member_numbered(db, number)
    return len(queries.borrower(db, member).loans) if member else 0


def today() -> date:
    return SystemClock().now().day(480)


def open_window(folder: Path, key_path: Path | None, *, windowed: bool, size: str) -> NoReturn:
    """The one place where the command line knows the window."""
    from ui.app import AGAIN

    code = AGAIN
    while code == AGAIN:
        try:
            make_ready(folder, key_path)
            code = shown(folder, key_path, windowed=windowed, size=size)
        except FolderInUse:
            raise
        except Exception as fault:
            if damaged_now(folder, fault):
                continue
            if windowed:
                raise
            code = stopped(folder, fault)
    sys.exit(code)


def stopped(folder: Path, fault: Exception) -> int:
    """Who stands before a kiosk sees no console: the code is shown there, and it is tried again after a while."""
    from ui.app import run as run_window

    code = fault.code if isinstance(fault, StorageFault) else SETTINGS if isinstance(fault, SettingsUnread) else "P-01"
    click.echo(f"{code} {fault}", err=True)
    with suppress(OSError):
        log_to(folder)
        log.error("the kiosk cannot begin", extra={"code": code}, exc_info=fault)
    again: int = run_window(Stopped(code, words.read("zh_CN").say("stopped.kiosk")), words.read, window=None)
    return again


def shown(folder: Path, key_path: Path | None, *, windowed: bool, size: str) -> int:
    from ui.app import run as run_window

    window = shape(size) if windowed else None
    if is_new(folder, key_path):
        from kiosk.upkeep.outfit import Ground, Outfit
        from kiosk.visit.first_run import FirstRun

        first: int = run_window(FirstRun(Outfit(Ground(folder, key_path)), SystemClock()), words.read, window=window)
        return first
    store = store_of(folder, key_path)
    settings = read_settings(folder)
    with FolderLock(folder), print_room(folder, key_path) as house, sync_room(folder, key_path) as line:
        store.recorded = line.call
        log_to(folder)
        catalogue = catalogue_of(folder, key_path, store)
        with import_room(folder, key_path, settings.files.media) as imports:
            visit = Visit(store, SystemClock(), catalogue, Beside(house, imports, Registrar(store)))
            line.somebody = lambda: attended(visit.screen)
            visit.keeper = caretaker(folder, key_path, settings.files.media)
            answers = partial(answering, store.db)
            practised = Practised(visit, PracticeRoom(SystemClock().now))
            try:
                code: int = run_window(practised, words.read, window=window, settings=settings, answers=answers)
            finally:
                practised.close()
        catalogue.close()
        store.close()
    return code


def is_new(folder: Path, key_path: Path | None) -> bool:
    """Nothing is here, and nothing has been: where only the database is missing, it is to be restored."""
    return not (key_path or key_file(folder)).exists() and not any(folder.glob(f"{database_file(folder).name}*"))


def make_ready(folder: Path, key_path: Path | None) -> None:
    """A backup that was chosen takes its place, and what is damaged is mended: never while the folder is in use."""
    if waits(folder):
        from kiosk.upkeep.healing import made_ready

        log_to(folder)
        made_ready(folder, key_path or key_file(folder), SystemClock().now().at)


def damaged_now(folder: Path, fault: Exception) -> bool:
    """What a damaged file brings at the start is mended before the next; what cannot be mended is not tried again."""
    from kiosk.upkeep.healing import NotMended, mendable

    if isinstance(fault, NotMended) or not mendable(fault):
        return False
    try:
        note_damage(folder)
    except OSError:
        return False
    return True


def caretaker(folder: Path, key_path: Path | None, media: tuple[str, ...]) -> Caretaker:
    command = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "kiosk.cli")
    own_key = key_path or key_file(folder)
    return Caretaker(House(folder, own_key, tuple(map(Path, media)), command, SystemClock().now))


def serve(folder: Path, key_path: Path | None, *, windowed: bool, size: str) -> NoReturn:
    """One that falls again and again rests with a page that says so, and is then tried once more."""
    starts = Starts(folder, SystemClock().now())
    if starts.falling():
        from ui.rest import rest

        starts.forget()
        sys.exit(rest(FELL, words.read, window=shape(size) if windowed else None, seconds=REST_S))
    with starts:
        open_window(folder, key_path, windowed=windowed, size=size)


def shape(size: str) -> tuple[int, int]:
    width, _, height = size.partition("x")
    return int(width), int(height)


def import_room(folder: Path, key_path: Path | None, media: tuple[str, ...]) -> ImportRoom:
    ground = Ground(
        folder, lambda: store_of(folder, key_path), read_key(key_path or key_file(folder)), SystemClock().now
    )
    return ImportRoom(ground, (folder / INBOX, *map(Path, media)))
