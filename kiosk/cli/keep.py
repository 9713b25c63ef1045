"""Commands that make a kiosk and look after it: setup, check."""

import sys
from pathlib import Path
from typing import get_args

import click
import msgspec

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.cli.join import joined_at_setup
from kiosk.devices.clock import SystemClock
from kiosk.domain.halls import Hall, HallKind
from kiosk.storage.check import check as checked
from kiosk.storage.lock import FolderLock
from kiosk.upkeep.setup import AlreadySetUp, Plan, set_up


@click.command()
@data_option
@key_option
@click.option("--from", "source", help="Everything from one TOML file, without a question; - reads it from stdin.")
@click.option("--hall", "name", help="The hall's name.")
@click.option(
    "--number", type=click.IntRange(1, 9999), default=1, show_default=True, help="The hall's number on labels."
)
@click.option("--kind", type=click.Choice(get_args(HallKind)), default="reading_room", show_default=True)
@click.option("--place", default="", help="Where in the hall the kiosk stands.")
@click.option("--closed", default="", help="Weekdays on which the hall rests, as digits: 1 for Monday.")
@click.option("--hub", "url", help="Join this hub at once: https://NAME:8460.")
@click.option("--code", help="What `kiosk hub enrol` has printed, or its QR.")
@click.option("--device", type=click.IntRange(1, 500), help="With --from and a stick: which machine this is 几号机.")
@json_option
def setup(
    folder: Path | None,
    key_path: Path | None,
    source: str | None,
    name: str | None,
    number: int,
    kind: HallKind,
    place: str,
    closed: str,
    url: str | None,
    code: str | None,
    device: int | None,
    as_json: bool,
) -> None:
    """Make a kiosk in an empty folder: key, database, device, hall and first rules."""
    if bool(source) == bool(name):
        raise click.UsageError("请给出 --hall 或 --from 之一 / give either --hall or --from")
    if bool(url) > bool(code):
        raise click.UsageError("--hub 还需要 --code / --hub needs --code")
    if source:
        from kiosk.cli.install import installed_from  # it may speak to a hub, and no kiosk starts with that

        installed_from(source, named(folder), key_path, number=device or 0, as_json=as_json)
        return
    where, hall = named(folder), Hall(number, name or "", kind, place=place, closed_weekdays=closed)
    with FolderLock(where):
        try:
            if code:
                store = joined_at_setup(where, Plan(hall), key_path=key_path, by=(url or "", code))
            else:
                store = set_up(where, Plan(hall), SystemClock().now(), key_path=key_path)
        except AlreadySetUp:
            say(
                {"ok": False, "why": "already set up"},
                as_json=as_json,
                for_people=f"已经设置过 / already set up: {where}",
            )
            sys.exit(REFUSED)
    answer = {"ok": True, "data": str(where), "device": store.device.device, "hall": msgspec.to_builtins(hall)}
    store.close()
    say(answer, as_json=as_json, for_people=f"设置完成 / ready: {where}")


@click.command()
@data_option
@key_option
@json_option
def check(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Read everything, and prove that the rows follow from the facts."""
    store = store_of(folder, key_path)
    found = checked(store)
    store.close()
    lines = [*found.file_damage]
    lines += [f"chain broken at {found.chain_broken_at}"] if found.chain_broken_at else []
    lines += [f"{table}: {count} rows differ" for table, count in found.rows_different.items()]
    good = f"{found.facts} 条事实，第 {found.generation} 代，完好 / facts, generation {found.generation}, all well"
    say(msgspec.to_builtins(found), as_json=as_json, for_people=good if found.ok else "\n".join(lines))
    sys.exit(0 if found.ok else REFUSED)
