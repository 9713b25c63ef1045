"""Finding: somebody looks for a title, by letters, characters or class, and is led to its shelf."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from string import ascii_uppercase, digits
from typing import Any, get_args

from msgspec.structs import replace

from kiosk.domain.books import CLASS_LETTERS, Title, shelf_mark
from kiosk.domain.holds import Hold
from kiosk.domain.refusals import CODE_IS_ISBN, TITLE_UNKNOWN
from kiosk.storage import holds, queries
from kiosk.storage.catalogue import Catalogue, Found
from kiosk.storage.holds import CopiesThere
from kiosk.visit import showing
from kiosk.visit.screens import ClassShelf, CopyPlace, Finder, FoundTitle, ShelfSlip, TitleDetail
from kiosk.visit.sitting import Finding, Place, Sitting, Step, Way

Arguments = dict[str, Any]
WAYS: tuple[Way, ...] = get_args(Way)
COVERS = {"new": 10, "liked": 10}  # on one page; elsewhere the letters take the room
COVERS_BESIDE = 5
LISTED_MAX = 40  # of the newest and of the most read
TYPED_MAX = 60
ALIKE = 5
PROBES = 40  # for what was meant: a key must not wait for more
HERE_STATES = {"here": "shelf", "held": "held", "on_loan": "out"}


def opened(place: Place, sitting: Sitting, way: str) -> Step:
    """A way that nobody knows is the first."""
    known: Way = next((w for w in WAYS if w == way), "letters")
    typed = sitting.finding.typed if known == "words" or known == sitting.finding.way else ""
    return looked(place, sitting, Finding(way=known, typed=typed))


def typed(place: Place, sitting: Sitting, text: str) -> Step:
    way = sitting.finding.way if sitting.finding.way in ("letters", "words") else "letters"
    return looked(place, sitting, Finding(way=way, typed=text[:TYPED_MAX]))


def class_opened(place: Place, sitting: Sitting, mark: str) -> Step:
    return looked(place, sitting, Finding(way="classes", mark=mark if mark[:1] in CLASS_LETTERS else ""))


def chosen(place: Place, sitting: Sitting, at: int) -> Step:
    return looked(place, sitting, replace(sitting.finding, at=max(0, at)))


def looked(place: Place, sitting: Sitting, finding: Finding) -> Step:
    """A place beyond the last title is the last."""
    screen = finder(place, finding)
    while finding.at > 0 and not screen.rows:
        finding = replace(finding, at=max(0, finding.at - covers(finding.way)))
        screen = finder(place, finding)
    return Step(replace(sitting, finding=finding), screen)


def finder(place: Place, finding: Finding) -> Finder:
    each = covers(finding.way)
    start = finding.at - finding.at % each
    found = page(place.catalogue, finding, start, each)
    rows = tuple(found_title(place, title) for title in found.titles)
    nothing = finding.typed != "" and not rows
    suggested = idle(finding)  # nothing was asked for yet: what many read
    return Finder(
        way=finding.way,
        typed=finding.typed,
        leading=place.catalogue.leading(finding.typed) if finding.way == "letters" else "",
        rows=rows,
        start=start,
        at=min(finding.at, start + len(rows) - 1) if rows and not suggested else -1,
        found=0 if suggested else found.count,
        more=found.more,
        meant=place.catalogue.meant(finding.typed, probes=PROBES) if nothing else (),
        mark=finding.mark,
        classes=classes(place.catalogue, finding.mark) if finding.way == "classes" else (),
    )


def covers(way: Way) -> int:
    return COVERS.get(way, COVERS_BESIDE)


def idle(finding: Finding) -> bool:
    return finding.way in ("letters", "words") and not finding.typed and finding.at == 0


def page(catalogue: Catalogue, finding: Finding, start: int, limit: int) -> Found:
    match finding.way:
        case "classes":
            return catalogue.of_class(finding.mark, start=start, limit=limit) if finding.mark else Found()
        case "new":
            return some(catalogue.newest(LISTED_MAX), start, limit)
        case "letters" | "words" if finding.typed:
            return catalogue.search(finding.typed, start=start, limit=limit)
    return some(catalogue.most_read(LISTED_MAX), start, limit)


def some(titles: tuple[Title, ...], start: int, limit: int) -> Found:
    return Found(titles[start : start + limit], len(titles))


@lru_cache(maxsize=64)
def below(mark: str) -> tuple[str, ...]:
    """The marks one step further: I, I2, I24; but T, TP, TP3."""
    return tuple(mark + sign for sign in (ascii_uppercase if mark == "T" else digits)) if mark else CLASS_LETTERS


def classes(catalogue: Catalogue, mark: str) -> tuple[ClassShelf, ...]:
    counted = ((next_mark, catalogue.of_class(next_mark, limit=0)) for next_mark in below(mark))
    return tuple(ClassShelf(next_mark, found.count, found.more) for next_mark, found in counted if found.count)


def found_title(place: Place, title: Title) -> FoundTitle:
    hall, there = place.rules.hall.hall, holds.copies_of(place.db, title.title)
    here = next((c for c in there if c.hall == hall and c.state == "here"), None)
    away = next((c for c in there if c.hall != hall and c.state == "here"), None)
    lent = any(c.state in ("on_loan", "held") for c in there)
    shelf = here.shelf if here else ""
    mark = shelf_mark(shelf)
    return FoundTitle(
        title=str(title.title),
        book=showing.book(title),
        state="here" if here else "elsewhere" if away else "out" if lent else "none",
        copies=here.count if here else 0,
        hall=away.hall_name if away and not here else "",
        press=title.press,
        year=title.year,
        shelf=shelf,
        cases=place.catalogue.cases(mark.room) if mark.case else (),
        case=mark.case,
    )


def detailed(place: Place, sitting: Sitting, key: str) -> Step:
    title = title_of(place, key)
    return Step(sitting, detail(place, sitting, title)) if title else unknown(sitting)


def detail(place: Place, sitting: Sitting, title: Title) -> TitleDetail:
    queue = holds.queue(place.db, title.title)
    own = next((h for h in queue if h.member == sitting.member), None)
    alike = place.catalogue.like(title, ALIKE)
    return TitleDetail(
        row=found_title(place, title),
        class_mark=title.class_mark,
        isbn=title.isbn or "",
        pages=title.pages,
        price=title.price,
        summary=title.summary,
        subjects=title.subjects,
        places=places(holds.copies_of(place.db, title.title), place.rules.hall.hall),
        waiting=sum(h.state == "waiting" for h in queue if h is not own),
        held=hold_state(own, place.today) if own else "",
        alike=tuple(found_title(place, other) for other in alike),
    )


def hold_state(hold: Hold, today: date) -> str:
    return "suspended" if hold.paused(today) else hold.state


def places(there: Iterable[CopiesThere], hall: int) -> tuple[CopyPlace, ...]:
    """This hall first, and what stands on a shelf before what is away."""
    found = (
        CopyPlace(c.hall_name, c.hall == hall, HERE_STATES[c.state], c.count, shelf_of(c, hall), c.next_due_on)
        for c in there
        if c.state in HERE_STATES
    )
    return tuple(sorted(found, key=lambda p: (not p.here, p.state != "shelf")))


def shelf_of(there: CopiesThere, hall: int) -> str:
    return there.shelf if there.hall == hall and there.state == "here" else ""


def led(place: Place, sitting: Sitting, key: str) -> Step:
    """索书条, of a title that stands here now; somebody may just have taken it."""
    title = title_of(place, key)
    if title is None:
        return unknown(sitting)
    row = found_title(place, title)
    if row.state != "here" or not row.shelf:
        return Step(sitting, detail(place, sitting, title))
    mark = shelf_mark(row.shelf)
    return Step(sitting, ShelfSlip(row, title.class_mark, mark.room, mark.tier, row.shelf))


def isbn_scanned(place: Place, sitting: Sitting, isbn: str) -> Step:
    title = place.catalogue.of_isbn(isbn)
    if title is None:
        return Step(sitting, showing.refusal("code", (CODE_IS_ISBN.because(isbn=isbn),)))
    return Step(sitting, detail(place, sitting, title))


def title_of(place: Place, key: str) -> Title | None:
    """As the catalogue has it; a title of this hall is known without one."""
    if not key.isascii() or not key.isdigit() or len(key) > len(str(2**63)):
        return None
    return place.catalogue.titled(int(key)) or queries.title(place.db, int(key))


def unknown(sitting: Sitting) -> Step:
    return Step(sitting, showing.refusal("find", (TITLE_UNKNOWN.because(),)))


def whole(value: Any) -> int:
    return int(value) if isinstance(value, int | float) and abs(value) < 2**31 else 0


TAPS: dict[str, Callable[[Place, Sitting, Arguments], Step]] = {
    "finder": lambda place, s, a: opened(place, s, str(a.get("way", ""))),
    "find": lambda place, s, a: typed(place, s, str(a.get("text", ""))),
    "open_class": lambda place, s, a: class_opened(place, s, str(a.get("mark", ""))),
    "choose": lambda place, s, a: chosen(place, s, whole(a.get("at"))),
    "title": lambda place, s, a: detailed(place, s, str(a.get("title", ""))),
    "shelf": lambda place, s, a: led(place, s, str(a.get("title", ""))),
    "back_to_finder": lambda place, s, _: looked(place, s, s.finding),
}
