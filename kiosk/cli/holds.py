"""Commands for who waits for a title: holds list, expire, cancel."""

import sys
from pathlib import Path
from typing import Any

import click

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain.facts import Fact, HoldCancelled, HoldExpired, HoldReadied, HoldRequeued
from kiosk.domain.holding import cancel as cancelled_by
from kiosk.domain.staff import may
from kiosk.storage import holds as shelf, keys, queries
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.holds import Listed
from kiosk.storage.lock import FolderLock
from kiosk.storage.store import Store
from kiosk.visit.holding import looked_after
from kiosk.visit.sitting import Place

ROUNDS_MAX = 1000


@click.group(invoke_without_command=True)
@data_option
@key_option
@click.option("--expired", is_flag=True, help="Those that nobody fetched in time.")
@json_option
@click.pass_context
def holds(context: click.Context, folder: Path | None, key_path: Path | None, expired: bool, as_json: bool) -> None:
    """Who waits for what, and what stands on the hold shelf; members are masked 谁在等书，预约书架上有什么."""
    if context.invoked_subcommand:
        return
    store = store_of(folder, key_path)
    place = place_of(store)
    found = shelf.expired(store.db) if expired else shelf.waiting(store.db)
    rows = [told(place, row) for row in found]
    store.close()
    lines = "\n".join("  ".join(str(v) for v in row.values() if v not in (None, "")) for row in rows)
    say(rows, as_json=as_json, for_people=lines or "没有预约 / no holds")


@holds.command()
@data_option
@key_option
@json_option
def expire(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Let go what nobody fetched, and keep it for the next in line 过期的预约让给下一位."""
    store = store_of(folder, key_path)
    with FolderLock(named(folder)):
        facts = everything_over(place_of(store))
    store.close()
    kinds = {"expired": HoldExpired, "requeued": HoldRequeued, "readied": HoldReadied}
    done = {name: sum(isinstance(fact.p, kind) for fact in facts) for name, kind in kinds.items()}
    text = "过期 {expired}，重新排队 {requeued}，到书 {readied} / expired, waiting again, ready"
    say(done, as_json=as_json, for_people=text.format(**done))


@holds.command()
@click.argument("hold_id")
@click.option("--staff", "number", required=True, help="The number of whoever decides it.")
@data_option
@key_option
@json_option
def cancel(hold_id: str, number: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """End a hold; the member is told at the next visit 取消预约，会员下次来时告知."""
    store = store_of(folder, key_path)
    place, staff, hold = place_of(store), queries.staff_numbered(store.db, number), shelf.hold(store.db, hold_id)
    wrong = [] if hold and hold.open else [f"没有这个预约，或已结束 / no such open hold: {hold_id}"]
    wrong += [] if staff and may(staff.role, "holds_shelf") else [f"这个岗位不能取消 / may not cancel: {number}"]
    if hold and not wrong:
        with FolderLock(named(folder)):
            facts = cancelled_by(shelf.kept(store.db, place.rules, place.today, hold), by_staff=True)
            store.record(*facts, moment=place.moment, actor=number)
    store.close()
    if wrong:
        click.echo("\n".join(wrong), err=True)
        sys.exit(REFUSED)
    say({"ok": True, "fact": HoldCancelled.__name__}, as_json=as_json, for_people="已取消 / cancelled")


def place_of(store: Store) -> Place:
    rules, moment = queries.hall_rules(store.db, store.device.hall), SystemClock().now()
    return Place(store, rules, keys.issuers(store.db), Catalogue(None, store.device), moment)


def everything_over(place: Place) -> tuple[Fact, ...]:
    """Round by round, each one commit, until nothing is left to do."""
    facts: tuple[Fact, ...] = ()
    for _ in range(ROUNDS_MAX):
        if not (done := looked_after(place)):
            break
        facts += done
    return facts


def told(place: Place, row: Listed) -> dict[str, Any]:
    hold, pickup = row.hold, shelf.pickup(place.db, row.hold.pickup_hall)
    return {
        "hold": hold.hold,
        "state": "suspended" if hold.paused(place.today) else hold.state,
        "title": row.title.name,
        "name": row.name,
        "number_tail": row.number_tail,
        "pickup_hall": pickup.hall.name if pickup else str(hold.pickup_hall),
        "copy": hold.copy or hold.wanted_copy,
        "shelf": row.shelf,
        "placed_at": hold.placed_at,
        "ready_until": hold.ready_until,
        "suspended_until": hold.suspended_until,
    }
