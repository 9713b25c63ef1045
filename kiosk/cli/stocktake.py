"""Commands that count what stands on the shelves: stocktake start, scan, take-in, report, close."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import data_option, json_option, key_option, say
from kiosk.cli.staff import Spoken, allowed, at_work, by_now, refuse, staff_option
from kiosk.cli.written import out_option
from kiosk.domain.refusals import NO_STOCKTAKE_OPEN, Refused
from kiosk.domain.stock import Stocktake
from kiosk.domain.stocktaking import Walk
from kiosk.storage import stocktake as stored
from kiosk.storage.stocktake import Counted, Report
from kiosk.visit.sitting import Place
from kiosk.visit.stocktaking import Heard, begin, close as closed, heard

LINE_MAX = 4000  # of a list; the rest of a longer line is not even read
HEAD = ("number", "title", "state", "shelf", "seen_shelf", "hall", "seen_at", "device")


@click.group()
def stocktake() -> None:
    """Count what stands on the shelves 盘点."""


@stocktake.command()
@click.option("--hall", "whole", is_flag=True, help="This hall, all of it unless a room or a class is named 本馆.")
@click.option("--all", "everything", is_flag=True, help="Everything 全部.")
@click.option("--room", default="", help="The shelves of one room: how their place begins 房间.")
@click.option("--class", "class_mark", default="", help="One class: I, I247 ... 分类号.")
@staff_option
@data_option
@key_option
@json_option
def start(
    whole: bool,
    everything: bool,
    room: str,
    class_mark: str,
    actor: str,
    folder: Path | None,
    key_path: Path | None,
    as_json: bool,
) -> None:
    """Begin a stock-take; lending goes on 开始盘点，借还照常."""
    if bool(room) + bool(class_mark) + everything > 1 or not (room or class_mark or everything or whole):
        raise click.UsageError("请选 --all、--room、--class 其中一个 / say one of --all, --room, --class")
    with at_work(folder, key_path) as place:
        allowed(place, actor, "stocktake")
        begun = begin(place, actor, room, class_mark)
        if isinstance(begun, Refused):
            refuse(begun.reasons)
        answer = {"ok": True, "stocktake": begun.stocktake, "expected": begun.expected}
        say(answer, as_json=as_json, for_people=Spoken().say("stocktake.begun", expected=begun.expected))


@stocktake.command()
@click.option("--device", default="", help="Who scans, or with what, for the report 谁在扫.")
@data_option
@key_option
@json_option
def scan(device: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Read scans from stdin, one a line, and answer each at once; also several people at a time 逐行扫描，当场回答.

    A shelf label, or @ and a place typed, says which shelf is walked from then on.
    """
    spoken = Spoken()
    with at_work(folder, key_path) as place:
        for answer in each_heard(place, Walk(under_way(place), device=device), sys.stdin):
            click.echo(msgspec.json.encode(as_row(answer)).decode() if as_json else sentence(spoken, answer))
            sys.stdout.flush()


@stocktake.command("take-in")
@click.argument("file", type=click.File("r", encoding="utf-8-sig", errors="replace"))
@click.option("--device", default="", help="Whose list it is 谁的清单.")
@data_option
@key_option
@json_option
def take_in(file: Iterable[str], device: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Take in a list of scans that was made elsewhere; twice does no harm 读入别处扫好的清单，重复读入不会多数."""
    spoken, kinds = Spoken(), Counter[str]()
    with at_work(folder, key_path) as place:
        for answer in each_heard(place, Walk(under_way(place), device=device), file):
            kinds[answer.kind] += 1
            if answer.kind not in ("in_place", "again", "shelf"):
                click.echo(sentence(spoken, answer), err=True)
    lines = sum(kinds.values()) - kinds["shelf"]
    counted, again = lines - kinds["again"] - kinds["refused"], kinds["again"]
    other = counted - kinds["in_place"] + kinds["refused"]
    figures = {"lines": lines, "counted": counted, "again": again, "other": other}
    say(
        {"ok": True, **figures, "states": dict(kinds)},
        as_json=as_json,
        for_people=spoken.say("stocktake.taken_in", **figures),
    )


@stocktake.command()
@click.option("--stocktake", "key", help="Which one; else the newest 哪一次，默认最近一次.")
@click.option("--language", type=click.Choice(words.LANGUAGES), default="zh_CN", show_default=True)
@out_option
@data_option
@key_option
@json_option
def report(
    key: str | None, language: str, out: Path | None, folder: Path | None, key_path: Path | None, as_json: bool
) -> None:
    """How far it is, or how it ended, copy by copy 盘点进度和结果，逐册列出."""
    with at_work(folder, key_path) as place:
        of = stored.stocktake(place.db, key) if key else stored.newest(place.db, place.rules.hall.hall)
        if of is None:
            refuse((NO_STOCKTAKE_OPEN.because(),))
        found = stored.report(place.db, of)
        waiting = stored.unseen_rows(place.db, of) if of.open else ()
    if out:
        write_report(out, language, (*found.rows, *waiting))
    say(figures_of(found, waiting), as_json=as_json, for_people=in_words(found))


@stocktake.command()
@staff_option
@data_option
@key_option
@json_option
def close(actor: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """End it: what was expected and never seen is missing; broken off, run it again 结束盘点，没找到的记为下落不明."""
    with at_work(folder, key_path) as place:
        allowed(place, actor, "copies")
        done = closed(place, under_way(place), actor)
        if isinstance(done, Refused):
            refuse(done.reasons)
        counts = dict(done.counts)
        text = Spoken().say("stocktake.closed", missing=counts.get("missing", 0))
        say({"ok": True, "stocktake": done.stocktake, "counts": counts}, as_json=as_json, for_people=text)


def under_way(place: Place) -> Stocktake:
    found = stored.under_way(place.db, place.rules.hall.hall)
    if found is None:
        refuse((NO_STOCKTAKE_OPEN.because(),))
    return found


def each_heard(place: Place, walk: Walk, lines: Iterable[str]) -> Iterator[Heard]:
    shelves = stored.shelf_codes(place.db, place.rules.hall.hall)
    for line in lines:
        if line.strip():
            walk, answer = heard(by_now(place), walk, line[:LINE_MAX].strip(), shelves)
            yield answer


def sentence(spoken: Spoken, answer: Heard) -> str:
    if answer.kind == "refused":
        return spoken.reasons(answer.reasons)
    title = answer.title.name if answer.title else answer.number
    values = {"title": title, "number": answer.number, "shelf": answer.shelf, "home": answer.home}
    text = spoken.say(f"stocktake.heard_{answer.kind}", **values)
    return f"{spoken.say('stocktake.heard_found', title=title)}\n{text}" if answer.found else text


def as_row(answer: Heard) -> dict[str, Any]:
    return {
        "kind": answer.kind,
        "number": answer.number,
        "title": answer.title.name if answer.title else "",
        "shelf": answer.shelf,
        "found": answer.found,
        "reasons": [reason.code for reason in answer.reasons],
        "facts": [type(fact.p).__name__ for fact in answer.facts],
    }


def figures_of(found: Report, waiting: tuple[Counted, ...]) -> dict[str, Any]:
    of = found.stocktake
    head = {"stocktake": of.stocktake, "room": of.room, "class": of.class_mark, "begun_at": of.begun_at}
    figures = {"closed_at": of.closed_at, "expected": of.expected, "seen": found.seen, "unseen": len(waiting)}
    return {**head, **figures, "counts": found.counts, "copies": [*found.rows, *waiting]}


def in_words(found: Report) -> str:
    spoken, of = Spoken(), found.stocktake
    lines = [spoken.say("stocktake.progress", expected=of.expected, seen=found.seen, left=found.unseen)]
    lines += [f"{count:6}  {spoken.say(f'stocktake.state_{state}')}" for state, count in found.counts.items()]
    return "\n".join(lines)


def write_report(out: Path, language: str, rows: tuple[Counted, ...]) -> None:
    from kiosk.exchange.writing import write_rows

    spoken = words.read(language)
    head = [spoken.say(f"stocktake.head_{name}") for name in HEAD]
    write_rows(out, head, (cells(spoken, row) for row in rows))


def cells(spoken: words.Words, row: Counted) -> tuple[str, ...]:
    state = spoken.say("stocktake.unseen" if row.state == "unseen" else f"stocktake.state_{row.state}")
    home, seen = ("" if value is None else str(value) for value in (row.home_hall, row.seen_at))
    return row.number, row.title, state, row.shelf, row.seen_shelf, home, seen, row.device
