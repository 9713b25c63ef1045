"""Pasted list: a 接龙 as people paste it, read as names; who is who is decided by the hall's members."""

import re

from msgspec import Struct

NUMBERED = re.compile(r"^\s*\d{1,3}\s*[.．、,，)）:：]?\s*(?P<rest>\S.*)$")
NAME = re.compile(r"^(?P<name>[\u3400-\u9fff\U00020000-\U0003ffff·]{2,10}|[A-Za-z][A-Za-z .'-]{1,30})")
TAIL = re.compile(r"(\d{4})(?!\d)")  # the end of a phone or member number, to tell two of one name apart
LINES_MAX = 500


class Entry(Struct, frozen=True):
    """One line that names somebody."""

    line: int
    name: str
    tail: str = ""


class Match(Struct, frozen=True):
    """`members`: one is a match, several are a question, none is unknown."""

    entry: Entry
    members: tuple[int, ...]


def entries(text: str) -> tuple[Entry, ...]:
    """Only numbered lines count: the head of a list and its remarks name nobody."""
    found: dict[str, Entry] = {}
    for n, line in enumerate(text.splitlines()[:LINES_MAX], 1):
        numbered = NUMBERED.match(line)
        name = NAME.match(numbered["rest"]) if numbered else None
        if numbered and name:
            tail = TAIL.search(numbered["rest"])
            entry = Entry(n, name["name"].strip(), tail[1] if tail else "")
            found.setdefault(f"{entry.name} {entry.tail}", entry)
    return tuple(found.values())


def matched(found: tuple[Entry, ...], known: dict[str, tuple[tuple[int, str], ...]]) -> tuple[Match, ...]:
    """`known`: for each name its members with their numbers; four digits behind a name choose among them."""
    matches = []
    for entry in found:
        people = known.get(entry.name, ())
        told_apart = tuple(p for p in people if entry.tail and p[1].endswith(entry.tail))
        matches.append(Match(entry, tuple(member for member, _ in told_apart or people)))
    return tuple(matches)
