"""Commands that list the books of a hall that has no list: copies build-up, unfinished."""

import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk.cli.copies import copies as copies
from kiosk.cli.folder import data_option, json_option, key_option, say
from kiosk.cli.staff import Spoken, allowed, at_work, by_now, staff_option
from kiosk.domain.building_up import Building, Built
from kiosk.storage import stock
from kiosk.storage.stocktake import shelf_codes
from kiosk.visit.building_up import Bench, built


@copies.command("build-up")
@staff_option
@data_option
@key_option
@json_option
def build_up(actor: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """List a hall's books: ISBN, then its printed label, then the next 建库：扫 ISBN，贴标，扫标.

    Read from stdin, one a line. An unknown ISBN may be followed by ;name;author;class. A shelf label, or @ and a
    place, says where all that follow stand. undo 撤回 takes the last one back.
    """
    from kiosk.storage.new_ids import new_id

    spoken = Spoken()
    with at_work(folder, key_path) as place:
        allowed(place, actor, "stocktake")
        state, shelves = Building(place.rules.hall.hall), shelf_codes(place.db, place.rules.hall.hall)
        for line in sys.stdin:
            if line.strip():
                done = built(Bench(by_now(place), actor, shelves, new_id), state, line)
                state = done.state
                click.echo(msgspec.json.encode(as_row(done)).decode() if as_json else in_words(spoken, done))
                sys.stdout.flush()


@copies.command()
@data_option
@key_option
@json_option
def unfinished(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Titles of which only the ISBN is known; name them with build-up: isbn;name;author 书名待补的书目."""
    with at_work(folder, key_path) as place:
        found = [{"title": title.title, "isbn": title.isbn} for title in stock.to_be_completed(place.db)]
    lines = "\n".join(str(row["isbn"]) for row in found)
    say(found, as_json=as_json, for_people=lines or "没有待补的书目 / nothing to complete")


def in_words(spoken: Spoken, done: Built) -> str:
    return spoken.reasons(done.reasons) if done.reasons else spoken.say(f"build_up.{done.say}", **done.values)


def as_row(done: Built) -> dict[str, Any]:
    facts = [type(happening).__name__ for happening in done.happenings]
    return {"say": done.say, **done.values, "reasons": [reason.code for reason in done.reasons], "facts": facts}
