"""Shelf: titles, the most read first, with three indexes; a pack is one, the newest titles are another."""

from collections.abc import Iterable
from itertools import islice
from string import ascii_lowercase
from typing import Any

from msgspec import Struct

from kiosk.domain.books import Title
from kiosk.domain.spelling import Typed, continued, parsed, splits, whole
from kiosk.domain.tokens import (
    GRAM,
    JOINT,
    OF_AUTHOR,
    character_tokens,
    has,
    initials_tokens,
    letters_after,
    syllable_tokens,
)
from kiosk.storage.database import Connection
from kiosk.storage.matching import By, expression, expressions, said
from kiosk.storage.tables import columns, from_row, select, to_row

CHUNK = 5000
VERIFIED_FROM = 3  # two characters are one token, which cannot be wrong
TITLE_WIDTH = len(Title.__struct_fields__)
TABLES = {"initials": initials_tokens, "syllables": syllable_tokens, "characters": character_tokens}
FEW = 24  # titles that are read one by one for the letters that follow
SCHEMA = (
    "create table titles (rank integer primary key, popularity integer not null,"
    f" {', '.join(column.sql() for column in columns(Title))}) strict",
    *(
        f"create virtual table {table} using fts5(x, content='', columnsize=0, detail=none, tokenize='ascii')"
        for table in TABLES
    ),
)
INDEXES = (
    "create table follows (before text primary key, letters text not null) strict, without rowid",
    "create index titles_title on titles(title)",
    "create index titles_isbn on titles(isbn)",
)
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
    db.executemany("insert into follows values (?, ?)", follows(db).items())
    return count


def follows(db: Connection) -> dict[str, str]:
    """Which letters come after up to three initials, and after a syllable, so that a keypad knows them at once."""
    found: dict[str, set[str]] = {}
    for table in ("initials", "syllables"):
        db.execute(f"create virtual table temp.terms using fts5vocab(main, {table}, row)")
        for (term,) in db.execute("select term from temp.terms").fetchall():
            *before, last = term.removeprefix(OF_AUTHOR)
            if last.isalpha() and (table == "initials" or before[-1:] == [JOINT]):
                found.setdefault("".join(before), set()).add(last)
        db.execute("drop table temp.terms")
    return {before: "".join(sorted(letters)) for before, letters in found.items()}


def shows(title: Title, typed: Typed, by: By) -> bool:
    """Pairs of characters may stand apart in a title, so three in a row are looked for in the text itself."""
    texts = {"title": (title.name,), "author": (title.author,)}.get(by, (title.name, title.author))
    wanted = [run for run in typed.runs if len(run) >= VERIFIED_FROM and not run.isascii()]
    return all(any(has(run, text) for text in texts) for run in wanted)


class Shelf:
    """Questions to one shelf; the ranks of `hidden` are known better elsewhere."""

    def __init__(self, db: Connection, hidden: frozenset[int] = frozenset()) -> None:
        self.db, self.hidden = db, hidden

    def ranks(self, typed: Typed, by: By, most: int) -> list[int]:
        found = [self.matched(table, wanted, most) for table, wanted in expressions(typed, by).items()]
        kept = [ranks for ranks in found if ranks]
        return kept[0] if len(kept) == 1 else sorted({rank for ranks in kept for rank in ranks})[:most]

    def matched(self, table: str, wanted: str, most: int) -> list[int]:
        sql = f"select rowid from {table} where {table} match ? order by rowid limit ?"
        found = self.db.execute(sql, (wanted, most + len(self.hidden))).fetchall()
        return [rank for (rank,) in found if rank not in self.hidden][:most]

    def leading(self, typed: str) -> set[str]:
        """Letters that find something if typed next.

        Of few titles it is read in each. Of many, what follows anywhere is taken to follow here if it would take
        more than one token to know: a key more is lit then, and none is dark that finds something.
        """
        wanted = parsed(typed)
        if not wanted.runs:
            return set(self.following(""))
        if len(wanted.runs) > 1 or not wanted.is_letters:
            return {
                c for c in ascii_lowercase if self.has("characters", expression("characters", parsed(typed + c), "any"))
            }
        hits = self.ranks(wanted, "any", FEW + 1)
        if len(hits) <= FEW:
            return {c for _, found in self.ranked(hits) for c in letters_after(wanted.runs[0], found.title)}
        return self.leading_of_many(wanted.runs[0])

    def leading_of_many(self, run: str) -> set[str]:
        found: set[str] = set()
        if self.has("initials", expression("initials", Typed((run,)), "any")):
            found.update(self.following(run[1 - GRAM :]))
        for split in splits(run):
            if len(split) > 1 and not self.has("syllables", said(split)):
                continue
            starts = self.following(f"{whole(split[-1])}{JOINT}")
            ways = [(c, way) for c in ascii_lowercase if c not in found for way in continued(split, c)]
            ways = [(c, way) for c, way in ways if way[:-1] != split or c in starts]
            found.update(c for c, way in ways if len(way) > 2 or self.has("syllables", said(way)))
        rest = (c for c in ascii_lowercase if c not in found)
        return found | {c for c in rest if self.has("characters", expression("characters", Typed((run + c,)), "any"))}

    def has(self, table: str, wanted: str) -> bool:
        return bool(self.matched(table, wanted, 1))

    def following(self, before: str) -> str:
        """After fewer than four initials that is the answer; after more it is what may be."""
        row = self.db.execute("select letters from follows where before = ?", (before,)).fetchone()
        return row[0] if row else ""

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
