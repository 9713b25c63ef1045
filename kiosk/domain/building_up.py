"""Building up: listing a hall's books with a scanner alone; one scanned line after another, no disk, no screen."""

import re
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.books import Copy, Title
from kiosk.domain.facts import CopyAdded, CopyUnlisted, Fact, Happening, TitleAdded
from kiosk.domain.refusals import (
    LABEL_NOT_RESERVED,
    LABEL_OF_ANOTHER_HALL,
    LABEL_TAKEN,
    NOTHING_TO_UNDO,
    TITLE_FIRST,
    Reason,
)

UNNAMED = "ISBN "  # a title of which nothing else is known is called by its number until somebody adds the name
PART = re.compile("[;；]")
UNDO = ("undo", "撤回", "撤销")
NAME_MAX = 200


class Building(Struct, frozen=True):
    """Where somebody who lists books has got to."""

    hall: int
    title: Title | None = None  # the next label goes on a copy of it
    listed: bool = True  # the title is on the disk already
    shelf: str = ""
    added: tuple[tuple[str, str], ...] = ()  # number and name of what was listed, the last one last


class ShelfSaid(Struct, frozen=True):
    shelf: str


class IsbnSaid(Struct, frozen=True):
    """`known` is what the hall or the catalogue has under it; the rest was typed after it."""

    isbn: str
    known: Title | None = None
    listed: bool = False
    name: str = ""
    author: str = ""
    class_mark: str = ""


class LabelSaid(Struct, frozen=True):
    number: str
    hall: int
    reserved: bool = True
    taken: Title | None = None  # by a copy of this title


class UndoSaid(Struct, frozen=True):
    lent: bool = False  # what was listed last has been lent since


class Unread(Struct, frozen=True):
    reasons: tuple[Reason, ...]


Said = ShelfSaid | IsbnSaid | LabelSaid | UndoSaid | Unread


class Built(Struct, frozen=True):
    """The next state, what happens, and the sentence that says it, or every reason why not."""

    state: Building
    happenings: tuple[Happening, ...] = ()
    say: str = ""
    values: dict[str, Any] = {}
    reasons: tuple[Reason, ...] = ()
    facts: tuple[Fact, ...] = ()  # what happened, once it is written


def step(state: Building, said: Said, fresh: int) -> Built:
    """Total. `fresh` names a title, should this line begin one: chance lives elsewhere."""
    match said:
        case ShelfSaid(shelf=shelf):
            return Built(replace(state, shelf=shelf), (), "shelf", {"shelf": shelf})
        case IsbnSaid():
            return titled(state, said, fresh)
        case LabelSaid():
            return labelled(state, said)
        case UndoSaid():
            return taken_back(state, said)
        case Unread(reasons=reasons):
            return Built(state, reasons=reasons)


def titled(state: Building, said: IsbnSaid, fresh: int) -> Built:
    """A name typed after the number completes a title that had none, and changes no other."""
    begun = state.title if state.title and state.title.isbn == said.isbn and not state.listed else None
    known, listed = said.known or begun, said.listed
    if known is None:
        title = completed(Title(fresh, UNNAMED + said.isbn, "", "", said.isbn), said)
        say = "title_unnamed" if to_be_completed(title) else "title_new"
        return Built(replace(state, title=title, listed=False), (), say, {"name": title.name, "isbn": said.isbn})
    title = completed(known, said) if to_be_completed(known) else known
    changed = (TitleAdded(title),) if listed and title != known else ()
    say = "title" if title == known else "named"
    say = "title_unnamed" if to_be_completed(title) else say
    return Built(
        replace(state, title=title, listed=listed), changed, say, {"name": title.name, "isbn": title.isbn or ""}
    )


def completed(title: Title, said: IsbnSaid) -> Title:
    name, author, mark = said.name or title.name, said.author or title.author, said.class_mark or title.class_mark
    return replace(title, name=name, author=author, class_mark=mark)


def to_be_completed(title: Title) -> bool:
    return bool(title.isbn) and title.name == f"{UNNAMED}{title.isbn}"


def labelled(state: Building, said: LabelSaid) -> Built:
    last = next((name for number, name in reversed(state.added) if number == said.number), None)
    if last is not None and said.taken:
        return Built(state, (), "again", {"name": last})
    if reasons := label_reasons(state, said):
        return Built(state, reasons=reasons)
    assert state.title, "a label without a title has its reason"
    title = state.title
    copy = Copy(said.number, title.title, state.hall, state.hall, state.shelf)
    new = () if state.listed else (TitleAdded(title),)
    state = replace(state, listed=True, added=(*state.added, (said.number, title.name)))
    return Built(state, (*new, CopyAdded(copy)), "added", {"count": len(state.added), "name": title.name})


def label_reasons(state: Building, said: LabelSaid) -> tuple[Reason, ...]:
    reasons = []
    if said.hall != state.hall:
        reasons.append(LABEL_OF_ANOTHER_HALL.because(seen=said.number, hall=said.hall))
    elif said.taken:
        reasons.append(LABEL_TAKEN.because(seen=said.number, title=said.taken.name))
    elif not said.reserved:
        reasons.append(LABEL_NOT_RESERVED.because(seen=said.number))
    if state.title is None:
        reasons.append(TITLE_FIRST.because())
    return tuple(reasons)


def taken_back(state: Building, said: UndoSaid) -> Built:
    """Only what was never lent: a reader may have it in hand."""
    if not state.added or said.lent:
        return Built(state, reasons=(NOTHING_TO_UNDO.because(),))
    number, name = state.added[-1]
    return Built(replace(state, added=state.added[:-1]), (CopyUnlisted(number),), "undone", {"name": name})
