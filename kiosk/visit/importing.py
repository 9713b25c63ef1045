"""Importing at the kiosk: which list, what its columns are, a trial, then the import; the work is done beside it."""

from pathlib import Path

from kiosk.exchange.headers import TITLE_HEADERS
from kiosk.exchange.looking import Imports
from kiosk.exchange.problems import Problem
from kiosk.visit import showing
from kiosk.visit.desk import Arguments, Tap, on_duty
from kiosk.visit.screens import ImportChoice, ImportFile, ImportPreview, ImportRow, ImportTrouble, Screen
from kiosk.visit.sitting import Place, Step

RUNNING = ("reading", "importing")
TROUBLES_MAX = 30


def chosen_from(place: Place) -> ImportChoice:
    found = place.imports.files() if place.imports else ()
    return ImportChoice(tuple(ImportFile(path.name, str(path.parent), kilobytes(path)) for path in found))


def kilobytes(path: Path) -> int:
    try:
        return -(-path.stat().st_size // 1024)
    except OSError:
        return 0  # the stick was pulled out a moment ago


def looked_at(place: Place, arguments: Arguments) -> Screen:
    """Only what stands on the page can be chosen."""
    name, folder = str(arguments.get("name")), str(arguments.get("place"))
    files = place.imports.files() if place.imports else ()
    path = next((path for path in files if (path.name, str(path.parent)) == (name, folder)), None)
    if place.imports is None or path is None:
        return chosen_from(place)
    place.imports.look(path)
    return preview(place.imports)


def taken_for(imports: Imports, column: int, field: str) -> None:
    """A field has one column: whichever had it before is not imported now."""
    columns = {c.field: c.number for c in imports.looked.columns if c.field and c.number != column}
    if field in TITLE_HEADERS:
        columns[field] = column
    imports.again(columns)


def preview(imports: Imports) -> ImportPreview:
    looked = imports.looked
    outcome = looked.counts.get
    return ImportPreview(
        file=looked.file,
        stage=looked.stage,
        columns=looked.columns,
        fields=tuple(TITLE_HEADERS),
        rows=tuple(
            ImportRow(showing.book(title), title.isbn or "", title.class_mark, copies) for title, copies in looked.first
        ),
        troubles=tuple(trouble(met.problem, met.count) for met in looked.met[:TROUBLES_MAX]),
        read=sum(looked.counts.values()),
        added=outcome("added", 0),
        updated=outcome("updated", 0),
        unchanged=outcome("unchanged", 0),
        rejected=outcome("rejected", 0),
        copies=looked.copies,
        share=looked.share,
        left_s=looked.left_s,
        rejects=looked.rejects,
        why=trouble(looked.trouble, 1) if looked.trouble else None,
    )


def trouble(problem: Problem, count: int) -> ImportTrouble:
    return ImportTrouble(problem.code, problem.values, count, problem.row)


def told(place: Place, how: str, arguments: Arguments) -> Screen:
    """Without a room to import in, there is nothing to choose."""
    imports = place.imports
    if imports is None or not imports.looked.file:
        return chosen_from(place)
    match how:
        case "column":
            taken_for(imports, int(arguments.get("column", 0)), str(arguments.get("field", "")))
        case "begin":
            imports.begin()
        case "stop":
            imports.stop()
    return preview(imports)


def tap(how: str) -> Tap:
    return on_duty("import", lambda place, s, a: Step(s, told(place, how, a)))


TAPS: dict[str, Tap] = {
    "imports": on_duty("import", lambda place, s, _: Step(s, chosen_from(place))),
    "import_look": on_duty("import", lambda place, s, a: Step(s, looked_at(place, a))),
    **{f"import_{how}": tap(how) for how in ("column", "begin", "stop")},
}
