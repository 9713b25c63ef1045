"""Tables: one for each struct of rows, said once, in the struct; its first field is the key."""

import types
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from kiosk.domain.attendance import Attendance
from kiosk.domain.books import Copy, NumberBlock, Title
from kiosk.domain.cases import Case
from kiosk.domain.certificates import Certificate, CertificateBlock, CertificateRule, Holder, Marked
from kiosk.domain.chores import Chore
from kiosk.domain.classes import Course, Session
from kiosk.domain.enrolments import Enrolment, Pause
from kiosk.domain.halls import Hall, Notice, SpecialDay
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Answer, Consent, Member, MemberDetails, Suspension
from kiosk.domain.policy import Policy
from kiosk.domain.reporting import ClosedQuarter
from kiosk.domain.staff import Staff, StaffDetails
from kiosk.domain.stock import Gift, Handover, Sighting, Stocktake

TABLES: dict[type[Struct], str] = {
    Hall: "halls",
    SpecialDay: "special_days",
    Notice: "notices",
    Chore: "chores",
    Policy: "policies",
    ClosedQuarter: "closed_quarters",
    Staff: "staff",
    StaffDetails: "staff_details",
    Member: "members",
    MemberDetails: "member_details",
    Suspension: "suspensions",
    Consent: "consents",
    Answer: "answers",
    Title: "titles",
    Copy: "copies",
    NumberBlock: "number_blocks",
    Handover: "handovers",
    Gift: "gifts",
    Stocktake: "stocktakes",
    Sighting: "sightings",
    Loan: "loans",
    Hold: "holds",
    Course: "courses",
    Session: "sessions",
    Enrolment: "enrolments",
    Attendance: "attendance",
    Pause: "enrolment_pauses",
    CertificateRule: "certificate_rules",
    Marked: "certificate_marks",
    CertificateBlock: "certificate_blocks",
    Certificate: "certificates",
    Holder: "certificate_holders",
    Case: "cases",
}
COLUMN = {int: "integer", bool: "integer", str: "text", bytes: "blob", date: "text", datetime: "text", tuple: "text"}
Row = TypeVar("Row", bound=Struct)
as_json = msgspec.json.Encoder()


class Column:
    """What one field of a struct becomes in SQL."""

    def __init__(self, name: str, hint: Any) -> None:
        self.name = name
        self.extra: dict[str, Any] = {}
        if get_origin(hint) is Annotated:
            hint, *metas = get_args(hint)
            self.extra = {k: v for m in metas if isinstance(m, Meta) for k, v in (m.extra or {}).items()}
        kinds = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
        self.optional = types.NoneType in kinds
        self.hint = next(k for k in kinds if k is not types.NoneType)
        origin = get_origin(self.hint)
        self.kind: type = str if origin is Literal else origin or self.hint

    def sql(self) -> str:
        return f"{self.name} {COLUMN[self.kind]}" + ("" if self.optional else " not null")


@cache
def columns(struct: type[Struct]) -> tuple[Column, ...]:
    hints = get_type_hints(struct, include_extras=True)
    return tuple(Column(name, hints[name]) for name in struct.__struct_fields__)


def create(struct: type[Struct]) -> Iterator[str]:
    """The statements that make the struct's table and its indexes."""
    table, (key, *rest) = TABLES[struct], columns(struct)
    parts = ", ".join([f"{key.name} {COLUMN[key.kind]} primary key", *(c.sql() for c in rest)])
    yield f"create table {table} ({parts}) strict" + ("" if key.kind is int else ", without rowid")
    for c in columns(struct):
        where = f" where {c.extra['open_while']}" if "open_while" in c.extra else ""
        if c.extra.keys() & {"unique", "looked_up", "open_while"}:
            unique = "unique " if c.extra.get("unique") else ""
            yield f"create {unique}index {table}_{c.name} on {table}({c.name}){where}"


def create_all() -> list[str]:
    return [sql for struct in TABLES for sql in create(struct)]


@cache
def get_sql(struct: type[Struct]) -> str:
    return f"select {select(struct)} from {TABLES[struct]} where {struct.__struct_fields__[0]} = ?"


@cache
def put_sql(struct: type[Struct]) -> str:
    names = struct.__struct_fields__
    changed = ", ".join(f"{n} = excluded.{n}" for n in names[1:])
    marks = ", ".join("?" * len(names))
    return f"insert into {TABLES[struct]} values ({marks}) on conflict({names[0]}) do update set {changed}"


@cache
def remove_sql(struct: type[Struct]) -> str:
    return f"delete from {TABLES[struct]} where {struct.__struct_fields__[0]} = ?"


@cache
def change_sql(struct: type[Struct], changed: tuple[str, ...]) -> str:
    """Only the named columns: an index on any other is not even touched."""
    sets = ", ".join(f"{n} = ?" for n in changed)
    return f"update {TABLES[struct]} set {sets} where {struct.__struct_fields__[0]} = ?"


@cache
def writer(
    struct: type[Struct],
) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[tuple[int, Callable[[Any], Any]], ...]]:
    """All fields at once, and how those go into their column that do not go as they are."""
    to_column: dict[type, Callable[[Any], Any]] = {
        date: date.isoformat,
        datetime: datetime.isoformat,
        tuple: lambda value: as_json.encode(value).decode(),
    }
    changed = tuple((n, to_column[c.kind]) for n, c in enumerate(columns(struct)) if c.kind in to_column)
    return attrgetter(*struct.__struct_fields__), changed


def to_row(value: Struct) -> list[Any]:
    fields, changed = writer(type(value))
    row = list(fields(value))
    for n, how in changed:
        if row[n] is not None:
            row[n] = how(row[n])
    return row


@cache
def reader(struct: type[Struct]) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """How the columns that are no plain text or number come back."""
    decoders = {c.name: msgspec.json.Decoder(c.hint).decode for c in columns(struct) if c.kind is tuple}
    from_column: dict[type, Callable[[Any], Any]] = {
        date: date.fromisoformat,
        datetime: datetime.fromisoformat,
        bool: bool,
    }
    found = ((n, from_column.get(c.kind) or decoders.get(c.name)) for n, c in enumerate(columns(struct)))
    return tuple((n, how) for n, how in found if how)


def from_row(struct: type[Row], row: Any) -> Row:
    """Our own tables are trusted: they were written by `to_row` and are proved against the facts."""
    values = list(row)
    for n, how in reader(struct):
        if values[n] is not None:
            values[n] = how(values[n])
    return struct(*values)


@cache
def select(struct: type[Struct], alias: str = "") -> str:
    """The struct's columns, in its order, for a query's select list."""
    return ", ".join(f"{alias}.{n}" if alias else n for n in struct.__struct_fields__)
