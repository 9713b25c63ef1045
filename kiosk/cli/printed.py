"""What the commands for paper do; read when one of them runs, since no window needs it."""

from datetime import date
from pathlib import Path
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from kiosk import words
from kiosk.cli.folder import say
from kiosk.cli.refusing import say_no
from kiosk.devices.clock import SystemClock
from kiosk.documents.fonts import Fonts
from kiosk.documents.label_layout import Codes
from kiosk.documents.label_sheet import Sheet, roll, sheets
from kiosk.documents.labels import Job, Label, print_labels, unready
from kiosk.documents.member_card import Issuer, print_cards
from kiosk.documents.paper import Printed
from kiosk.documents.poster import print_posters
from kiosk.domain.codes import SERIAL_MAX, copy_number
from kiosk.domain.halls import Hall
from kiosk.domain.refusals import Refused
from kiosk.storage import queries
from kiosk.storage.lock import FolderLock
from kiosk.storage.numbers import reserve, would_begin
from kiosk.storage.store import Store
from kiosk.upkeep.hall_papers import paper_cards, posters
from kiosk.visit.labelling import Choice, blank_labels, book_labels, shelf_labels, spine_labels

OWNER_ONLY = 0o600
SHEET, SPINE_SHEET = "3x8-70x37", "5x13-38.1x21.2"
TITLES = {"copy": "paper.labels", "spine": "paper.spines", "shelf": "paper.shelves"}
Done = tuple[Printed | Refused, dict[str, Any]]


class Asked(Struct, frozen=True):
    """What the command line said of labels."""

    kind: str
    first: int | None
    last: int | None
    title: int | None
    since: date | None
    new: int | None
    sheet: str | None
    roll: str | None
    dpi: int
    start_at: int
    codes: Codes
    outlines: bool
    out: Path


def labels_printed(store: Store, folder: Path, asked: Asked) -> Done:
    sheet, hall = chosen_sheet(asked), here(store)
    name = words.read("zh_CN").say(TITLES[asked.kind], hall=hall.name)
    job = Job((), sheet, name, asked.start_at, asked.codes, asked.outlines)
    if asked.new:
        with FolderLock(folder):
            return new_printed(store, asked.new, job, asked.out)
    job = replace(job, labels=wanted(store, hall, asked))
    return print_labels(job, asked.out), {"labels": len(job.labels)}


def here(store: Store) -> Hall:
    return queries.hall_rules(store.db, store.device.hall).hall


def chosen_sheet(asked: Asked) -> Sheet:
    if asked.roll:
        if found := roll(asked.roll, asked.dpi):
            return found
        raise click.BadParameter(f"不是标签尺寸，例如 50x30 / no size of a label, as 50x30: {asked.roll}")
    known = sheets()
    name = asked.sheet or (SPINE_SHEET if asked.kind == "spine" else SHEET)
    if name not in known:
        raise click.BadParameter(f"没有这种标签纸 / no such sheet: {name}\n有 / there are: {', '.join(known)}")
    return known[name]


def wanted(store: Store, hall: Hall, asked: Asked) -> tuple[Label, ...]:
    choice = Choice(asked.first or 1, asked.last or SERIAL_MAX, asked.title, asked.since)
    match asked.kind:
        case "spine":
            return spine_labels(store.db, hall, choice)
        case "shelf":
            return shelf_labels(store.db, hall)
    return book_labels(store.db, hall, choice)


def new_printed(store: Store, count: int, job: Job, out: Path) -> Done:
    """What could not be printed takes no numbers; once they are taken, the same labels are printed again by range."""
    hall = here(store)
    trial = replace(job, labels=blank_labels(hall, would_begin(store, count), count))
    if reasons := unready(trial, Fonts()):
        return Refused(reasons), {}
    block = reserve(store, count, SystemClock().now())
    if isinstance(block, Refused):
        return block, {}
    ends = {"first": copy_number(hall.hall, block.first), "last": copy_number(hall.hall, block.first + count - 1)}
    click.echo(f"已预留 / reserved: {ends['first']} – {ends['last']}", err=True)
    return print_labels(replace(job, labels=blank_labels(hall, block.first, count)), out), {"labels": count, **ends}


def cards_printed(store: Store, numbers: tuple[str, ...], language: str, out: Path) -> Done:
    hall, spoken = here(store), words.read(language)
    found = paper_cards(store.db, hall.hall, numbers, spoken)
    if isinstance(found, Refused):
        return found, {}
    # Whoever has this file has the cards: it is its owner's alone from its first byte on.
    out.touch(OWNER_ONLY)
    out.chmod(OWNER_ONLY)
    done = print_cards(found, Issuer(hall.name, hall.place), spoken, out)
    if isinstance(done, Refused):
        out.unlink()
    return done, {"cards": len(found)}


def posters_printed(store: Store, language: str, out: Path) -> Done:
    hall, spoken = here(store), words.read(language)
    today = SystemClock().now().day(hall.utc_offset_min)
    found = posters(hall, queries.notices(store.db, hall.hall, today), spoken)
    return print_posters(found, spoken.say("paper.posters", hall=hall.name), out), {"posters": len(found)}


def finish(done: Done, out: Path, *, as_json: bool) -> None:
    """What was printed, or every reason why not, in both languages."""
    outcome, more = done
    if isinstance(outcome, Printed):
        wide, high = outcome.page
        lines = f"{outcome.pages} 页 / pages, {wide:g} x {high:g} mm: {out}"
        answer = {"pages": outcome.pages, "page_mm": outcome.page, **more, "out": str(out)}
        say(answer, as_json=as_json, for_people=lines)
    else:
        say_no(outcome.reasons, as_json=as_json)
