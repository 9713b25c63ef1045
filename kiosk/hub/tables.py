"""Tables: the hub's, for SQLite and PostgreSQL alike; those of rows come from the same structs as a kiosk's."""

from functools import cache
from typing import Any

from msgspec import Struct
from sqlalchemy import BigInteger, Boolean, Column, Index, LargeBinary, MetaData, Table, Text, literal_column
from sqlalchemy.types import TypeEngine

from kiosk.domain.certificates import Holder
from kiosk.domain.loans import Loan
from kiosk.domain.members import MemberDetails
from kiosk.domain.staff import StaffDetails
from kiosk.storage.tables import TABLES, columns

SEALED: tuple[type[Struct], ...] = (MemberDetails, StaffDetails, Holder)  # they name a person: the hub never opens them
TYPE: dict[type, type[TypeEngine[Any]]] = {int: BigInteger, bool: Boolean, bytes: LargeBinary}
metadata = MetaData()


def number(name: str, *, key: bool = False, null: bool = False) -> Column[int]:
    return Column(name, BigInteger, primary_key=key, nullable=null, autoincrement=False)


def text(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=null)


def blob(name: str, *, null: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=null)


# Known at every node of a larger database: small, and looked up before the hall is known.
state = Table("hub", metadata, text("name", key=True), text("value"))
devices = Table(
    "devices",
    metadata,
    text("device", key=True),
    number("hall"),
    text("role"),
    text("name"),
    blob("public"),
    number("generation"),
    number("last_seq"),
    blob("head"),
    text("last_eff"),
    text("state"),  # live, revoked, forked
    text("expires_on"),
    text("enrolled_at"),
    text("seen_at", null=True),
    text("wipe", null=True),  # ordered at this time: it is to forget everything
)
directory = Table("directory", metadata, text("subject", key=True), number("hall"))
awaited = Table(  # whose hall is to hear of it, once it is known which hall that is
    "awaited", metadata, text("whose", key=True), number("hall", key=True), text("subject", key=True)
)

# All others are spread by hall: it is in every key.
PARKED = literal_column("parked_why").is_not(None)
counters = Table("counters", metadata, number("hall", key=True), number("last"))
events = Table(
    "events",
    metadata,
    number("hall", key=True),
    number("number", key=True),
    text("id"),
    text("subject"),
    text("device"),
    number("generation"),
    number("seq"),
    text("effective_at"),
    text("latest_at"),  # of one whose clock was not to be believed: it happened at this time or before
    text("arrived_at"),
    text("body"),
    blob("hash"),
    text("parked_why", null=True),  # it changes nothing until somebody mends what keeps it from doing so
    Index("events_of_subject", "hall", "subject"),  # a story is short: its order is made when it is told
    Index("events_id", "hall", "id", unique=True),
    Index("events_of_device", "device", "generation", "seq"),
    Index("events_parked", "hall", "number", postgresql_where=PARKED, sqlite_where=PARKED),
)
heads = Table(  # the newest fact of each subject: what comes after it takes one step, what comes before it a fold
    "heads",
    metadata,
    number("hall", key=True),
    text("subject", key=True),
    text("effective_at"),
    text("device"),
    number("generation"),
    number("seq"),
)
pages = Table(  # what a hall is to hear, and in which order; `home` is the hall where the row lies
    "pages",
    metadata,
    number("hall", key=True),
    text("row_table", key=True),
    text("row_key", key=True),
    number("home"),
    number("number"),
    text("subject"),
    Index("pages_in_order", "hall", "number"),
)
progress = Table(  # how far a device's own facts were in the rows of a given number
    "progress",
    metadata,
    number("hall", key=True),
    text("device", key=True),
    number("number", key=True),
    number("generation"),
    number("seq"),
    blob("head"),
)
shares = Table(  # other halls that are to hear of a subject
    "shares", metadata, number("hall", key=True), text("subject", key=True), number("to_hall", key=True), text("until")
)
quarantine = Table(  # kept, and without effect until a person decides
    "quarantine",
    metadata,
    number("hall", key=True),
    text("device", key=True),
    number("generation", key=True),
    number("seq", key=True),
    Column("hash", LargeBinary, primary_key=True),
    text("why"),
    text("body"),
    text("arrived_at"),
)
gaps = Table(  # what lies before is missing; when the device is heard further than this, it was another gap
    "gaps",
    metadata,
    number("hall", key=True),
    text("device", key=True),
    number("generation"),
    number("last_seq"),
    text("since"),
)
leases = Table(  # seats of a course that one device may give away without asking
    "leases",
    metadata,
    number("hall", key=True),
    number("course", key=True),
    text("device", key=True),
    number("seats"),  # still the device's, as far as it has been heard
    number("kept"),  # what it is told: less, when seats were asked back
    number("told"),  # the number from which on it is told so
    text("until"),
    Index("leases_of_device", "hall", "device"),
)
member_keys = Table(  # wrapped with the hub's own key; none left: the person is forgotten
    "member_keys",
    metadata,
    number("hall", key=True),
    number("member", key=True),
    blob("key", null=True),
    number("number"),
    Index("member_keys_in_order", "hall", "number"),
)

invitations = Table(  # codes that let a device in: once, and until a time
    "invitations",
    metadata,
    number("hall", key=True),
    Column("code", LargeBinary, primary_key=True),  # a keyed hash: whoever reads the database learns no code
    text("name"),
    text("role"),
    text("until"),
    text("device", null=True),  # who has used it
)
issuers = Table(  # whose signatures on cards and certificates are believed everywhere
    "issuers", metadata, number("hall", key=True), Column("key_id", LargeBinary, primary_key=True), blob("public")
)
hash_keys = Table(  # with which a hall finds its phones again, wrapped with the hub's own key; the first makes new ones
    "hash_keys",
    metadata,
    number("hall", key=True),
    Column("key_id", LargeBinary, primary_key=True),
    number("place"),
    blob("key"),
)


@cache
def table_of(struct: type[Struct]) -> Table:
    return metadata.tables[TABLES[struct]]


def row_table(struct: type[Struct]) -> Table:
    """The hall and the row's own key are its key; a unique field is unique within its hall."""
    name, (key, *rest) = TABLES[struct], columns(struct)
    made: list[Any] = [number("hall_of", key=True), Column(key.name, TYPE.get(key.kind, Text), primary_key=True)]
    if struct in SEALED:
        return Table(name, metadata, *made, number("of_member"), blob("sealed"))
    made += [Column(column.name, TYPE.get(column.kind, Text), nullable=column.optional) for column in rest]
    for column in columns(struct):
        if column.extra.keys() & {"unique", "looked_up", "open_while"}:
            unique = bool(column.extra.get("unique"))
            made.append(Index(f"{name}_{column.name}", "hall_of", column.name, unique=unique))
    return Table(name, metadata, *made)


for each in TABLES:
    row_table(each)
Index("loans_by_member", table_of(Loan).c.member)  # all that somebody has, in whichever hall
Index("loans_by_copy", table_of(Loan).c.hall_of, table_of(Loan).c.copy)  # whenever a copy's story is told anew
