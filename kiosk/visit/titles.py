"""Titles: staff find one, by letters, characters, a number, a label or an ISBN."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain.books import Title
from kiosk.domain.classes import local
from kiosk.domain.codes import LABEL_LENGTH, SERIAL_MAX, Code, CopyLabel, IsbnCode, copy_number
from kiosk.domain.staff import may
from kiosk.storage import holds, queries, stock
from kiosk.visit import showing
from kiosk.visit.desk import on_duty
from kiosk.visit.screens import Counter, Said, Screen, TitleDesk, TitleLine, Titles
from kiosk.visit.sitting import Place, Sitting, Step
from kiosk.visit.title_hand import TitleHand

Arguments = dict[str, Any]
TYPED_MAX = 60
ROWS_MAX = 20
KEY_DIGITS_MAX = 19
HERE_STATES, OUT_STATES = ("here", "held", "reference"), ("on_loan",)


def hand_of(sitting: Sitting) -> TitleHand:
    return sitting.titles or TitleHand()


def with_hand(sitting: Sitting, hand: TitleHand) -> Sitting:
    return replace(sitting, titles=hand)


def found(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    typed = str(arguments.get("typed") or "").strip().lower()[:TYPED_MAX]
    return Step(with_hand(sitting, TitleHand(typed=typed)), shown(place, typed))


def shown(place: Place, typed: str) -> Titles:
    """Before anything is typed: what came last."""
    catalogue = place.catalogue
    page = catalogue.search(typed, limit=ROWS_MAX) if typed else None
    listed = page.titles if page else catalogue.newest(ROWS_MAX)
    own = numbered(place, typed)
    titles = ([own] if own else []) + [t for t in listed if own is None or t.title != own.title]
    return Titles(
        typed=typed,
        leading=catalogue.leading(typed),
        rows=tuple(line(place, title) for title in titles[:ROWS_MAX]),
        count=max(page.count if page else 0, len(titles)) if typed else 0,
        more=page.more if page else False,
    )


def numbered(place: Place, typed: str) -> Title | None:
    """By the number on a copy's label, or by its serial alone."""
    if not (typed.isascii() and typed.isdecimal()):
        return None
    serial = len(typed) < LABEL_LENGTH and 0 < int(typed) <= SERIAL_MAX
    on_desk = queries.on_desk(place.db, copy_number(place.rules.hall.hall, int(typed)) if serial else typed)
    return on_desk.title if on_desk else None


def line(place: Place, title: Title) -> TitleLine:
    """As the hall's own list has it; the catalogue is made anew only while nobody is here."""
    own = queries.title(place.db, title.title) or title
    here, out, other = counts(place, own.title)
    return TitleLine(str(own.title), showing.book(own), own.class_mark, own.press, own.year, here, out, other)


def counts(place: Place, title: int) -> tuple[int, int, int]:
    there = holds.copies_of(place.db, title)
    hall = place.rules.hall.hall
    here = sum(c.count for c in there if c.hall == hall and c.state in HERE_STATES)
    out = sum(c.count for c in there if c.state in OUT_STATES)
    gone = sum(c.count for c in there if c.state == "withdrawn")
    return here, out, sum(c.count for c in there) - here - out - gone


def title_of(place: Place, key: str) -> Title | None:
    """Titles go by their number as text; one of the catalogue alone has no copy yet."""
    if not (key.isascii() and key.isdecimal() and len(key) <= KEY_DIGITS_MAX):
        return None
    return queries.title(place.db, int(key)) or place.catalogue.titled(int(key))


def wants_scan(sitting: Sitting, screen: Screen, code: Code) -> bool:
    """An ISBN leads to its title from any page but the counter, whose pile it would break; a label from here only."""
    who = sitting.on_duty
    if who is None or not may(who.role, "stocktake"):
        return False
    if isinstance(code, IsbnCode):
        return not isinstance(screen, Counter)
    return isinstance(code, CopyLabel) and isinstance(screen, Titles | TitleDesk)


def scanned(place: Place, sitting: Sitting, code: CopyLabel | IsbnCode) -> Step:
    """While a card's ISBN is being written, a scan writes it."""
    from kiosk.visit import title_shown

    hand = hand_of(sitting)
    if isinstance(code, IsbnCode):
        if hand.blank == "isbn":
            return title_shown.opened(place, sitting, replace(hand, text=code.isbn))
        title, copy, seen = stock.title_of_isbn(place.db, code.isbn), "", code.isbn
        title = title or place.catalogue.of_isbn(code.isbn)
    else:
        on_desk = queries.on_desk(place.db, code.number)
        title, copy, seen = (on_desk.title if on_desk else None), code.number, code.number
    if title is None:
        return Step(with_hand(sitting, TitleHand()), replace(shown(place, ""), unknown=seen))
    step = title_shown.opened(place, sitting, TitleHand(title=title.title, copy=copy))
    return replace(step, sitting=heard(place, step.sitting, title.name))


def heard(place: Place, sitting: Sitting, name: str) -> Sitting:
    """The slot says which title it was."""
    who = sitting.on_duty
    assert who, "only staff come here"
    at = local(place.moment.at, place.rules.hall.utc_offset_min)
    return replace(sitting, on_duty=replace(who, said=Said(f"{at:%H:%M}", "title", {"title": name})))


TAPS = {"titles": on_duty("stocktake", found)}
