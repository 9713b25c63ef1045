"""Commands for the key: a sheet of paper that brings the data back, and the way back from it."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from kiosk import words
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain.recovery import key_rows
from kiosk.storage import queries
from kiosk.storage.database import key_file, read_key
from kiosk.upkeep.recovery import KeyThere, note_sheet, put_back

DIGITS = 112  # with those that prove each line


@click.group()
def key() -> None:
    """密钥: only the key opens the data and its backups."""


@key.command()
@data_option
@key_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="FILE.pdf, for you alone.")
def sheet(folder: Path | None, key_path: Path | None, out: Path) -> None:
    """Write the recovery sheet: print it, lock it away, delete the file."""
    from kiosk.documents.key_sheet import key_sheet

    where, secret = named(folder), read_key(key_path or key_file(named(folder)))
    store = store_of(folder, key_path)
    rules = queries.hall_rules(store.db, store.device.hall)
    today = SystemClock().now().day(rules.hall.utc_offset_min)
    lines = sheet_lines(rules.hall.name, store.device.device, today)
    store.close()
    with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key_sheet(words.read("zh_CN").say("key_sheet.title"), lines, key_rows(secret)))
    note_sheet(where, today)
    click.echo(f"已写好，印完请锁起来，并删掉这个文件 / print it, lock it away, then delete this file: {out}")


def sheet_lines(hall: str, device: str, today: date) -> list[str]:
    """All of it in Chinese, then all of it in English."""
    lines: list[str] = []
    for spoken in map(words.read, words.LANGUAGES):
        lines.append(spoken.say("key_sheet.whose", hall=hall, device=device[:8], day=today.isoformat()))
        lines += [spoken.say(f"key_sheet.{line}") for line in ("for_what", "who", "how")]
        lines.append("")
    return lines


@key.command()
@data_option
@key_option
@click.option("--text", help="What the sheet's code says; else it is asked for, line by line, or scanned.")
@json_option
def restore(folder: Path | None, key_path: Path | None, text: str | None, as_json: bool) -> None:
    """Make the key file again from the sheet; then put a backup back with `kiosk restore`."""
    where = key_path or key_file(named(folder))
    try:
        read = put_back(where, text or asked_for())
    except KeyThere:
        said = f"那里已有密钥，没有动它 / a key is there already and was not touched: {where}"
        say({"ok": False, "why": "key is there"}, as_json=as_json, for_people=said)
        sys.exit(REFUSED)
    if read.wrong:
        said = "\n".join(map(wrong_line, read.wrong))
        say({"ok": False, "why": "copied wrong", "lines": read.wrong}, as_json=as_json, for_people=said)
        sys.exit(REFUSED)
    say({"ok": True, "key": str(where)}, as_json=as_json, for_people=f"密钥放好了 / the key is in place: {where}")


def wrong_line(line: int) -> str:
    if line == 0:
        return f"位数不对，应是 {DIGITS} 位 / the number of digits is wrong: {DIGITS} are needed"
    return f"第 {line} 行有抄错的 / line {line} was not copied right"


def asked_for() -> str:
    """Four lines as on the sheet, or the code in one go, as a scanner types it."""
    click.echo("请照恢复单输入四行，或扫它的码 / type the four lines of the sheet, or scan its code", err=True)
    typed = ""
    for line in sys.stdin:
        typed += line
        if sum(c.isalnum() for c in typed) >= DIGITS:
            break
    return typed
