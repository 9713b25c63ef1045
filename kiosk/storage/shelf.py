"""Shelf: titles, the most read first, with three indexes; a pack is one, the newest titles are another."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from string import ascii_lowercase
from typing import Any

from msgspec import Struct

from kiosk.domain.books import Title
from kiosk.domain.spelling import Typed, continued, parsed, splits
from kiosk.domain.tokens import character_tokens, has, initials_tokens, syllable_tokens
from kiosk.storage.database import Connection
from kiosk.storage.matching import By, expression, expressions, said
from kiosk.storage.tables import columns, from_row, select, to_row

CHUNK = 5000
VERIFIED_FROM = 3  # two characters are one token, which cannot be wrong
VERIFIED_MAX = 40  # five pages of eight; nobody goes further, and what is further is only counted
TITLE_WIDTH = len(Title.__struct_fields__)
TABLES = {"initials": initials_tokens, "syllables": syllable_tokens, "characters": character_tokens}
QUICK = ("initials", "characters")  # one question each; syllables may be read in several ways
SCHEMA = (
    "create table titles (rank integer primary key, popularity integer not null,"
    f" {', '.join(column.sql() for column in columns(Title))}) strict",
    *(
        f"create virtual table {table} using fts5(x, content='', columnsize=0, detail=none, tokenize='ascii')"
        for table in TABLES
    ),
)
INDEXES = ("create index titles_title on titles(title)", "create index titles_isbn on titles(isbn)")
WRITE_TITLE = f"insert into titles values ({', '.join('?' * (TITLE_WIDTH + 2))})"


class Ranked(Struct, frozen=True):
    """A title with how often it was borrowed."""

    popularity: int
    title: Title


def fill(db: Connection, ranked: Iterable[Ranked], *, first: int = 1) -> int:
    """The most read first; returns how many."""
    for sql in SCHEMA:
        db.execute(sql)
    for table in TABLES:
        db.execute(f"insert into {table}({table}, rank) values ('automerge', 0)")
        db.execute(f"insert into {table}({table}, rank) values ('crisismerge', 1000)")
        db.execute(f"insert into {table}({table}, rank) values ('hashsize', 33554432)")
    count, source = 0, iter(ranked)
    db.execute("begin")
    while chunk := list(islice(source, CHUNK)):
        numbered = list(enumerate(chunk, first + count))
        db.executemany(WRITE_TITLE, ((rank, r.popularity, *to_row(r.title)) for rank, r in numbered))
        for table, tokens in TABLES.items():
            rows = ((rank, tokens(r.title)) for rank, r in numbered)
            db.executemany(f"insert into {table}(rowid, x) values (?, ?)", rows)
        count += len(chunk)
    db.execute("commit")
    for table in TABLES:
        db.execute(f"insert into {table}({table}) values ('optimize')")
    for sql in INDEXES:
        db.execute(sql)
    return count


class Shelf:
    """Questions to one shelf; the ranks of `hidden` are known better elsewhere."""

    def __init__(self, db: Connection, hidden: frozenset[int] = frozenset()) -> None:
        self.db, self.hidden = db, hidden

    def ranks(self, typed: Typed, by: By, most: int) -> list[int]:
        found: set[int] = set()
        for table, wanted in expressions(typed, by).items():
            ranks = self.matched(table, wanted, most)
            if table == "characters" and any(len(run) >= VERIFIED_FROM and not run.isascii() for run in typed.runs):
                ranks = [*self.verified(ranks[:VERIFIED_MAX], typed, by), *ranks[VERIFIED_MAX:]]
            found.update(ranks)
        return sorted(found)[:most]

    def matched(self, table: str, wanted: str, most: int) -> list[int]:
        sql = f"select rowid from {table} where {table} match ? order by rowid limit ?"
        found = self.db.execute(sql, (wanted, most + len(self.hidden))).fetchall()
        return [rank for (rank,) in found if rank not in self.hidden][:most]

    def verified(self, ranks: list[int], typed: Typed, by: By) -> Iterator[int]:
        """Pairs of characters may stand apart in a title, so three in a row are looked for in the text itself."""
        wanted = [run for run in typed.runs if not run.isascii()]
        for rank, found in self.ranked(ranks):
            texts = {"title": (found.title.name,), "author": (found.title.author,)}.get(by, ())
            if all(any(has(run, text) for text in texts or (found.title.name, found.title.author)) for run in wanted):
                yield rank

    def finding(self, typed: Typed) -> set[str]:
        """The tables that have something; nothing is verified, so that it is quick."""
        return {table for table, wanted in expressions(typed, "any").items() if self.matched(table, wanted, 1)}

    def leading(self, typed: str) -> Iterator[str]:
        """Letters that find something if typed next: what finds nothing finds no more with one letter more."""
        run = parsed(typed).runs[0] if typed.isascii() and typed.isalpha() else ""
        tables = self.finding(parsed(typed)) if parsed(typed).runs else {"initials"}
        live = [split for split in splits(run) if self.matched("syllables", said(split), 1)] if run else []
        for letter in ascii_lowercase if tables or live else "":
            wanted = parsed(typed + letter)
            asked = ((table, expression(table, wanted, "any")) for table in QUICK if table in tables)
            longer = (("syllables", said(way)) for split in live for way in continued(split, letter))
            if any(self.matched(table, wanted_there, 1) for table, wanted_there in chain(asked, longer)):
                yield letter

    def ranked(self, ranks: Iterable[int]) -> list[tuple[int, Ranked]]:
        wanted = ",".join(map(str, ranks))
        rows = self.db.execute(
            f"select rank, popularity, {select(Title)} from titles where rank in ({wanted}) order by rank"
        )
        return [(row[0], Ranked(row[1], from_row(Title, row[2:]))) for row in rows]

    def one(self, column: str, value: Any) -> tuple[int, Ranked] | None:
        sql = f"select rank, popularity, {select(Title)} from titles where {column} = ? order by rank"
        rows = self.db.execute(sql, (value,)).fetchall()
        found = [(row[0], Ranked(row[1], from_row(Title, row[2:]))) for row in rows if row[0] not in self.hidden]
        return found[0] if found else None

    def sound(self, character: str) -> str:
        """How a character is said; a Latin word is its own sound, and what nobody knows has none."""
        if character.isascii():
            return character
        row = self.db.execute("select reading from characters_read where character = ?", (character,)).fetchone()
        return row[0] if row else ""
