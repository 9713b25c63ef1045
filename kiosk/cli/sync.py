"""Command that speaks to the hub, and the room that does so while a kiosk runs."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct, to_builtins
from msgspec.structs import replace

from kiosk import words
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.storage.database import key_file
from kiosk.storage.hub_line import hub_line, open_cases, waiting, write_line
from kiosk.storage.store import Store
from kiosk.sync.room import SyncRoom

if TYPE_CHECKING:
    from kiosk.sync.joining import WipeOrder
    from kiosk.sync.link import Link
    from kiosk.sync.worker import SyncWorker

LOOK_S = 0.1  # how often a sync that stays looks whether somebody has written something


class Told(Struct, frozen=True):
    """What `kiosk sync` answers; counted since it began."""

    state: str  # alone, in_touch, away, trouble
    why: str = ""
    sent: int = 0
    acked: int = 0
    received: int = 0
    pending: int = 0  # not at the hub yet
    cases: int = 0  # for staff to settle


@click.command()
@data_option
@key_option
@click.option("--once", is_flag=True, help="Until nothing waits any more, then end.")
@click.option("--hub", "url", help="The hub has another address now: https://NAME:8460. Its key stays the same.")
@json_option
def sync(folder: Path | None, key_path: Path | None, once: bool, url: str | None, as_json: bool) -> None:
    """Tell the hub what is new here, and hear what is new there; also beside a kiosk that runs."""
    from kiosk.sync.worker import SyncWorker

    store = store_of(folder, key_path)
    if not hub_line(store.db).hub:
        answer(Told("alone", pending=waiting(store.db)), as_json=as_json)
        sys.exit(REFUSED)
    if url:
        moved(store, url)
    store.unhurried()
    link, last = link_to(store), None
    worker = SyncWorker(store, link, SystemClock().now)
    for now in rounds(worker):
        if now != last:
            answer(now, as_json=as_json)
        last = now
        if worker.order and leave(key_path or key_file(named(folder)), store, worker.order, link):
            sys.exit(REFUSED)
        if once:
            sys.exit(0 if now.state == "in_touch" else REFUSED)


def moved(store: Store, url: str) -> None:
    """A stranger at that address would not be believed: the hub's own authority is kept here since the kiosk joined."""
    with store.transaction():
        write_line(store.db, replace(hub_line(store.db), hub=url))


def rounds(worker: "SyncWorker") -> Iterator[Told]:
    """One after another, each until nothing more is on its way."""
    while True:
        wait_s = worker.step()
        while worker.synced.more:
            time.sleep(wait_s)
            wait_s = worker.step()
        now, db = worker.synced, worker.store.db
        yield Told(now.way, now.why, now.sent, now.acked, now.received, waiting(db), open_cases(db))
        until = time.monotonic() + wait_s
        while time.monotonic() < until and (worker.resting or not waiting(db)):
            time.sleep(LOOK_S)


def answer(told: Told, *, as_json: bool) -> None:
    said = " / ".join(words.read(language).say(f"sync.{told.state}") for language in words.LANGUAGES)
    counts = " / ".join(words.read(language).say("sync.counts", **to_builtins(told)) for language in words.LANGUAGES)
    why = f" ({told.why})" if told.why else ""
    say(told, as_json=as_json, for_people=f"{said}{why}\n{counts}")
    sys.stdout.flush()


def link_to(store: Store) -> "Link":
    """What speaks HTTPS is loaded here: no kiosk's start waits for it."""
    from kiosk.sync.wire import wire_of

    clock = SystemClock()
    return wire_of(store, lambda: clock.now().at)


def leave(key: Path, store: Store, order: "WipeOrder", link: "Link") -> bool:
    from kiosk.sync.leaving import leave as left
    from kiosk.sync.link import LinkDown

    try:
        return left(store, order, link.push, key)
    except LinkDown:
        return False


def sync_room(folder: Path | None, key_path: Path | None) -> SyncRoom:
    """Whoever opens a kiosk opens this with it."""
    key = key_path or key_file(named(folder))
    return SyncRoom(
        lambda: store_of(folder, key_path),
        link_to,
        lambda store, order, link: leave(key, store, order, link),
        SystemClock().now,
    )
