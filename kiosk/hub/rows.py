"""Rows: one hall's rows at the hub while one segment is stepped; read once, written once, and what was touched."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct
from sqlalchemy import Connection, delete, select

from kiosk.domain.subjects import Subject, rows_of, subject_of_row
from kiosk.hub import bulk
from kiosk.hub.tables import SEALED, table_of
from kiosk.storage.tables import TABLES, columns, from_row, to_row

Row = TypeVar("Row", bound=Struct)
Key = tuple[type[Struct], Any]
AT_ONCE = 500  # keys in one question


class Sealed(Struct, frozen=True):
    """A row that names a person, as the hub keeps it and passes it on."""

    key: Any
    member: int
    sealed: bytes


class Doubled(ValueError):
    """Two things with one number: a librarian has to say which of them keeps it."""


class HallRows:
    """What a step asks for and puts lies here until `written`; the database sees it in a few large statements."""

    def __init__(self, db: Connection, hall: int) -> None:
        self.db, self.hall = db, hall
        self.known: dict[Key, Struct | None] = {}
        self.touched: dict[Key, Subject] = {}
        self.forgotten: set[int] = set()
        self.numbers: dict[Key, Any] = {}
        self.new = False  # the tables are empty and every story was accepted before: there is nothing to ask them

    def get(self, struct: type[Row], key: Any) -> Row | None:
        if key is None:
            return None
        at = (struct, key)
        if at not in self.known and not self.new:
            self.load(struct, [key])
        return self.known.get(at)  # type: ignore[return-value]

    def load(self, struct: type[Struct], keys: Iterable[Any]) -> None:
        """Many at once, so that a segment of five hundred facts asks as often as one of five."""
        wanted = [key for key in dict.fromkeys(keys) if (struct, key) not in self.known]
        self.known |= dict.fromkeys([(struct, key) for key in wanted], None)
        names = own_columns(struct)
        self.read(struct, bulk.find(self.db, names, names[0], wanted, hall_of=self.hall))

    def load_subject(self, subject: Subject) -> None:
        for struct, field in rows_of(subject.kind):
            column = field if struct not in SEALED else of_subject(struct)
            self.take(struct, table_of(struct).c[column] == named(struct, field, subject.name))

    def take(self, struct: type[Struct], where: Any) -> None:
        asked = select(*own_columns(struct)).where(table_of(struct).c.hall_of == self.hall, where)
        self.read(struct, self.db.execute(asked))

    def read(self, struct: type[Struct], found: Iterable[Any]) -> None:
        """What was touched already is newer than what the database says."""
        for row in found:
            self.known.setdefault((struct, row[0]), None)
            if (struct, row[0]) not in self.touched:
                self.known[(struct, row[0])] = Sealed(*row) if struct in SEALED else from_row(struct, row)

    def put(self, row: Struct | None) -> None:
        if row is not None:
            if not self.new:
                self.alone(row)
            self.set(type(row), getattr(row, row.__struct_fields__[0]), row, subject_of_row(row))

    def alone(self, row: Struct) -> None:
        """A number that must be unique is taken by nobody else in this hall."""
        struct, key = type(row), getattr(row, row.__struct_fields__[0])
        for name in unique_fields(struct):
            value = getattr(row, name)
            if (struct, value) not in self.numbers:
                self.take(struct, table_of(struct).c[name] == value)
                held = [k for (s, k), r in self.known.items() if s is struct and r and getattr(r, name) == value]
                self.numbers[(struct, value)] = held[0] if held else key
            holder = self.numbers[(struct, value)]
            if holder != key and getattr(self.known.get((struct, holder)), name, None) == value:
                raise Doubled(f"{TABLES[struct]} {value} belongs to {holder}")
            self.numbers[(struct, value)] = key  # whoever had it has another by now

    def change(self, was: Row | None, now: Row) -> None:
        if was != now:
            self.put(now)

    def remove(self, struct: type[Struct], key: Any) -> None:
        if (row := self.get(struct, key)) is not None:
            self.set(struct, key, None, subject_of_row(row))

    def put_sealed(self, struct: type[Struct], key: Any, member: int, text: bytes) -> None:
        kind, _ = next((k, f) for k in ("member", "staff", "certificate") for s, f in rows_of(k) if s is struct)
        self.set(struct, key, Sealed(key, member, text), Subject(kind, str(key)))

    def forget(self, member: int) -> None:
        """The key goes; what it sealed stays as noise, and is passed on to nobody."""
        self.forgotten.add(member)

    def set(self, struct: type[Struct], key: Any, row: Struct | None, subject: Subject) -> None:
        self.known[(struct, key)] = row
        self.touched[(struct, key)] = subject

    def touch(self, subject: Subject) -> None:
        """What is there already is to be heard of as if it had just changed."""
        for (struct, key), row in list(self.known.items()):
            if row is not None and belongs(struct, row, subject):
                self.touched[(struct, key)] = subject

    def cleared(self, subject: Subject) -> None:
        """As before its first fact: its story is about to be told anew."""
        self.load_subject(subject)
        for (struct, key), row in list(self.known.items()):
            if row is not None and belongs(struct, row, subject):
                self.set(struct, key, None, subject)

    def written(self) -> dict[Key, Subject]:
        """Puts all in its place and says what was touched."""
        of_struct: dict[type[Struct], list[Any]] = {}
        for struct, key in self.touched:
            of_struct.setdefault(struct, []).append(key)
        for struct in TABLES:
            if struct in of_struct:
                self.write(struct, of_struct[struct])
        touched, self.touched = self.touched, {}
        return touched

    def write(self, struct: type[Struct], keys: list[Any]) -> None:
        table = table_of(struct)
        gone = [key for key in keys if self.known[(struct, key)] is None]
        for some in chunks(gone):
            self.db.execute(delete(table).where(table.c.hall_of == self.hall, first_column(struct).in_(some)))
        bulk.put(self.db, table, [(self.hall, *plain(row)) for key in keys if (row := self.known[(struct, key)])])


def belongs(struct: type[Struct], row: Struct, subject: Subject) -> bool:
    if isinstance(row, Sealed):
        return any(s is struct and str(row.key) == subject.name for s, _ in rows_of(subject.kind))
    return subject_of_row(row) == subject


@cache
def own_columns(struct: type[Struct]) -> tuple[Any, ...]:
    """As a row is read: without the hall, which is the same in all."""
    return tuple(c for c in table_of(struct).c if c.name != "hall_of")


@cache
def unique_fields(struct: type[Struct]) -> tuple[str, ...]:
    return tuple(c.name for c in columns(struct) if c.extra.get("unique"))


def first_column(struct: type[Struct]) -> Any:
    return table_of(struct).c[struct.__struct_fields__[0]]


def of_subject(struct: type[Struct]) -> str:
    """A sealed row is told by its own key alone, which names its subject too."""
    return struct.__struct_fields__[0]


def named(struct: type[Struct], field: str, name: str) -> Any:
    """A subject's name as the column holds it."""
    return int(name) if kind_of(struct, field) is int else name


@cache
def kind_of(struct: type[Struct], field: str) -> type:
    return next(c.kind for c in columns(struct) if c.name == field)


def typed_key(struct: type[Struct], key: str) -> Any:
    return named(struct, struct.__struct_fields__[0], key)


def plain(row: Struct) -> list[Any]:
    return [row.key, row.member, row.sealed] if isinstance(row, Sealed) else to_row(row)


def chunks(keys: list[Any]) -> Iterator[list[Any]]:
    return (keys[n : n + AT_ONCE] for n in range(0, len(keys), AT_ONCE))
