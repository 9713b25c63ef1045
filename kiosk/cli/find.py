"""Commands for what can be found: find; catalogue build, install, status."""

import sys
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from kiosk.cli.folder import REFUSED, catalogue_of, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain.books import Title
from kiosk.storage import queries
from kiosk.storage.database import StorageFault
from kiosk.storage.matching import By
from kiosk.storage.pack import Manifest, opened_pack
from kiosk.storage.packs import install as install_pack, installed, pack_file
from kiosk.storage.store import Store

LIMIT_MAX = 200


@click.command()
@click.argument("text")
@data_option
@key_option
@click.option("--limit", type=click.IntRange(1, LIMIT_MAX), default=8, show_default=True)
@click.option("--by", type=click.Choice(get_args(By)), default="any", show_default=True)
@json_option
def find(text: str, folder: Path | None, key_path: Path | None, limit: int, by: By, as_json: bool) -> None:
    """Find titles by initials, pinyin, characters, author or ISBN 查书"""
    store = store_of(folder, key_path)
    catalogue = catalogue_of(folder, key_path, store)
    catalogue.gather(store.db, SystemClock().now().at)
    found = catalogue.search(text, by, limit=limit)
    meant = () if found.titles else catalogue.meant(text)
    titles = [shown(store, title) for title in found.titles]
    catalogue.close()
    store.close()
    answer = {"titles": titles, "count": found.count, "more": found.more, "meant": meant}
    say(answer, as_json=as_json, for_people="\n".join(map(line, titles)) or none_found(meant))
    sys.exit(0 if titles else REFUSED)


def shown(store: Store, title: Title) -> dict[str, Any]:
    """A title with where its copies are; those that nobody will find on a shelf are counted as elsewhere."""
    copies = queries.copies_of(store.db, title.title)
    here = [c for c in copies if c.hall == store.device.hall and not c.on_loan and c.condition == "good"]
    fields: dict[str, Any] = msgspec.to_builtins(title)
    shelf = next((copy.shelf for copy in here if copy.shelf), "")
    return fields | {"copies_here": len(here), "copies_elsewhere": len(copies) - len(here), "shelf": shelf}


def line(title: dict[str, Any]) -> str:
    where = f"在馆 / here {title['copies_here']}，其他 / elsewhere {title['copies_elsewhere']}"
    return "  ".join(filter(None, (title["name"], title["author"], title["class_mark"], where, title["shelf"])))


def none_found(meant: tuple[str, ...]) -> str:
    tried = f"\n您要找的是不是 / did you mean: {'、'.join(meant)}" if meant else ""
    return f"没有找到 / nothing found{tried}"


@click.group()
def catalogue() -> None:
    """The catalogue that search reads 书目包"""


@catalogue.command()
@data_option
@key_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write it here; it is not installed.")
@json_option
def build(folder: Path | None, key_path: Path | None, out: Path | None, as_json: bool) -> None:
    """Make a catalogue of all titles of the folder, and use it."""
    from kiosk.upkeep import catalogue as making

    store, now = store_of(folder, key_path), SystemClock().now().at
    try:
        made = making.build(store, out, now) if out else making.build_and_install(store, named(folder), now)
    finally:
        store.close()
    say(msgspec.to_builtins(made), as_json=as_json, for_people=told(made))


@catalogue.command()
@data_option
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def install(folder: Path | None, file: Path, as_json: bool) -> None:
    """Prove a catalogue and use it; a running kiosk takes it up between visits."""
    try:
        made = install_pack(named(folder), file)
    except StorageFault as fault:
        said = f"{fault.code} 没有安装，原来的书目照常可用 / not installed, the old one stays: {fault}"
        say({"ok": False, "code": fault.code, "why": str(fault)}, as_json=as_json, for_people=said)
        sys.exit(REFUSED)
    say({"ok": True, **msgspec.to_builtins(made)}, as_json=as_json, for_people=told(made))


@catalogue.command()
@data_option
@json_option
def status(folder: Path | None, as_json: bool) -> None:
    """Which catalogue is in use, and which one was before."""
    found = [state(named(folder), digest) for digest in installed(named(folder))]
    lines = "\n".join(f"{s['digest'][:12]}  {s['count']}  {s['built_at']}  {s['why']}".rstrip() for s in found)
    say(found, as_json=as_json, for_people=lines or "还没有书目包 / no catalogue yet: kiosk catalogue build")


def state(folder: Path, digest: str) -> dict[str, Any]:
    try:
        db, manifest = opened_pack(pack_file(folder, digest))
    except StorageFault as fault:
        return {"digest": digest, "ok": False, "count": 0, "built_at": "", "why": f"{fault.code} {fault}"}
    db.close()
    fields: dict[str, Any] = msgspec.to_builtins(manifest)
    return {"digest": digest, "ok": True, "why": "", **fields}


def told(made: Manifest) -> str:
    return f"{made.count} 种书目 / titles, {made.built_at:%Y-%m-%d %H:%M} UTC"
