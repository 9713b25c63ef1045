"""Cataloguing: whether a record that comes in is a title we have, and what it may change of it."""

import re
import unicodedata
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.books import Title

SOURCED = ("name", "author", "class_mark", "isbn", "press", "year", "pages", "price", "subjects", "summary")
WHOSE = re.compile("marc:[^/]+/")
NO_SIGNS = re.compile(r"[\W_]+")
COUNTRY = re.compile(r"^\s*[\[［(（〔【].{1,6}?[\]］)）〕】]")
ROLE = re.compile(r"(编著|主编|编写|编译|译注|校注|点校|整理|编绘|绘|著|编|译|撰|选编|选|等)+$")
VOLUME = re.compile(
    r"[\s.,，。:：·(（\[]*((?:第?[一二三四五六七八九十百\d]+[册卷辑集部]?)|(?:[上中下][册卷部编集]?))[)）\]]?$"
)


class Same(Struct, frozen=True):
    """It is this title."""

    title: Title


class New(Struct, frozen=True):
    """We have no such title."""


class Doubtful(Struct, frozen=True):
    """A librarian has to say whether it is this title or another."""

    title: Title
    why: str  # same_isbn, same_name, same_source, edition


Judged = Same | New | Doubtful
Decision = Literal["", "new", "same"]  # of a librarian, on a record that was in doubt


def plain(text: str) -> str:
    """As two people would hear it: without width, case, spaces and signs."""
    return NO_SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())


def judged(incoming: Title, known: tuple[Title, ...], decision: Decision = "") -> Judged:
    """`known` are those that share source, ISBN or name with the one that comes in.

    What a librarian has decided holds: another title is only the same if every word that tells titles apart is.
    """
    if decision == "new":
        return next((Same(title) for title in known if told_apart_by(title) == told_apart_by(incoming)), New())
    views = [(title, view(incoming, title)) for title in known]
    for wanted in ("identical", "same"):
        for title, seen in views:
            if seen == wanted:
                return Same(title)
    for title, seen in views:
        if seen != "other":
            return Same(title) if decision == "same" else Doubtful(title, seen)
    return New()


def told_apart_by(title: Title) -> tuple[str | None, ...]:
    return title.name, title.author, title.press, title.year, title.isbn


def view(a: Title, b: Title) -> str:
    """identical, same, other, or why it is in doubt."""
    if a.source and a.source == b.source:
        return seen_by_source(a, b)
    if plain(a.name) == plain(b.name):
        return seen_by_name(a, b)
    if not a.isbn or a.isbn != b.isbn or volumes_of_one_set(a.name, b.name):
        return "other"
    return "same" if one_within_the_other(a.name, b.name) and not volume(a.name) + volume(b.name) else "same_isbn"


def seen_by_source(a: Title, b: Title) -> str:
    """A number says whose record it is only together with the library that has given it."""
    agreed = plain(a.name) == plain(b.name) or (a.isbn is not None and a.isbn == b.isbn)
    return "identical" if agreed or WHOSE.match(a.source or "") else "same_source"


def seen_by_name(a: Title, b: Title) -> str:
    told = (authors(a.author), plain(a.press), a.year), (authors(b.author), plain(b.press), b.year)
    if told[0] == told[1] and a.isbn == b.isbn:
        return "identical"
    if a.isbn and b.isbn:
        return "same" if a.isbn == b.isbn else "other"
    if told[0] == told[1]:
        return "same"
    if same_authors(a.author, b.author):
        return "other" if differ(a.press, b.press) or differ(a.year, b.year) else "edition"
    return "other" if differ(a.press, b.press) and differ(a.year, b.year) else "same_name"


def differ(a: str, b: str) -> bool:
    """What one of them does not tell is no difference."""
    return bool(a and b) and plain(a) != plain(b)


def authors(author: str) -> frozenset[str]:
    """Who, without countries and what each has done: [法]雨果著 is 雨果."""
    people = re.split(r"[;；,，/、]", author)
    return frozenset(filter(None, (plain(ROLE.sub("", COUNTRY.sub("", person).strip())) for person in people)))


def same_authors(a: str, b: str) -> bool:
    one, other = authors(a), authors(b)
    return not one or not other or one <= other or other <= one


def one_within_the_other(a: str, b: str) -> bool:
    """A subtitle may be told or not."""
    one, other = plain(a), plain(b)
    return one.startswith(other) or other.startswith(one)


def volume(name: str) -> str:
    found = VOLUME.search(name)
    return found[1] if found and found.start() else ""


def volumes_of_one_set(a: str, b: str) -> bool:
    """上册 and 下册 often share one ISBN, and are two titles."""
    if not (volume(a) and volume(b)) or volume(a) == volume(b):
        return False
    return plain(VOLUME.sub("", a)) == plain(VOLUME.sub("", b))


def brought_up_to_date(mine: Title, theirs: Title, *, corrects: bool = True) -> Title:
    """What was corrected here stays; what the other does not tell stays; the rest is as the other says.

    Where it may not correct, it only fills what is empty.
    """
    told = {field: getattr(theirs, field) for field in SOURCED if getattr(theirs, field) and field not in mine.local}
    wanted = {field: value for field, value in told.items() if corrects or not getattr(mine, field)}
    now = replace(mine, **wanted, source=mine.source or theirs.source)
    if (now.name, now.author) != (mine.name, mine.author):
        return replace(now, reading="", author_reading="")
    return now


def may_correct(mine: Title, theirs: Title) -> bool:
    """A record is corrected by the library it came from; one that came from none, by whoever brings it."""
    return mine.source is None or mine.source == theirs.source
