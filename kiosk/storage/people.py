"""People: members as staff look for them, what is open of one, and the number of the next."""

import secrets
from collections.abc import Iterator

from msgspec import Struct

from kiosk.domain import name_letters
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.facts import Fact, Happening, MembersMerged
from kiosk.domain.holds import Hold
from kiosk.domain.joining import Alike
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, MemberDetails, Suspension
from kiosk.domain.merging import Open
from kiosk.storage import queries
from kiosk.storage.apply import read_fact
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import has_hub
from kiosk.storage.keys import hash_keys
from kiosk.storage.queries import rows
from kiosk.storage.sealed import keyed_hash

LISTED_MAX = 60
PHONE_DIGITS = 11
NUMBER_DIGITS = 5  # after the hall's own, where one kiosk gives all numbers
LOT_DIGITS = 8  # after the hall's own, where several do: drawn by lot, as no kiosk knows what another gives today
LOTS_MAX = 100
MOVED_MAX = 500
Named = tuple[int, str, str, str]  # member, name, unit, number
OF_HALL = """from members m join member_details d on d.member = m.member
    where m.home_hall = ? and m.merged_into is null"""
NAMED = f"select d.member, d.name, d.unit, m.number {OF_HALL}"
FIRSTS = f"select distinct substr(d.name, 1, 1) {OF_HALL}"
LAST_NUMBER = (
    "select max(number) from members where length(number) = ? and number glob ? and number not glob '*[^0-9]*'"
)
NUMBERED = """where home_hall = ? and merged_into is null and instr(number, ?) > 0
    order by substr(number, -length(?)) = ? desc, number limit ?"""


class Found(Struct, frozen=True):
    """How many there are, the first of them, and which letters may follow."""

    count: int
    members: tuple[Member, ...]
    leading: str = ""


def found(db: Connection, hall: int, typed: str) -> Found:
    """Digits are a number or a phone, letters begin a name; nothing typed finds nobody."""
    if typed == "":
        letters = {c for (first,) in db.execute(FIRSTS, (hall,)) for c in name_letters.leading(first, "")}
        return Found(0, (), "".join(sorted(letters)))
    if typed.isascii() and typed.isdigit():
        known = by_digits(db, hall, typed)
        return Found(len(known), known)
    listed = sorted(by_letters(db, hall, typed) if typed.isascii() else by_characters(db, hall, typed), key=number_of)
    members = (get(db, Member, row[0]) for row in listed[:LISTED_MAX])
    following = {c for row in listed for c in name_letters.leading(row[1], typed)} if typed.isascii() else set()
    return Found(len(listed), tuple(m for m in members if m), "".join(sorted(following)))


def by_digits(db: Connection, hall: int, digits: str) -> tuple[Member, ...]:
    """First whose phone it is, then whose number ends so."""
    listed = rows(db, Member, NUMBERED, hall, digits, digits, digits, LISTED_MAX)
    if len(digits) != PHONE_DIGITS:
        return listed
    called = (get(db, Member, details.member) for details in with_phone(db, digits))
    return (*(m for m in called if m and m.merged_into is None and m not in listed), *listed)


def by_letters(db: Connection, hall: int, letters: str) -> Iterator[Named]:
    """Only names whose first character may be meant leave the database: the others are most."""
    wanted = letters.lower()
    firsts = [first for (first,) in db.execute(FIRSTS, (hall,)) if name_letters.begins(first, wanted[:1])]
    marks = ", ".join("?" * len(firsts))
    named = db.execute(f"{NAMED} and substr(d.name, 1, 1) in ({marks})", (hall, *firsts))
    return (row for row in named if name_letters.begins(row[1], wanted))


def by_characters(db: Connection, hall: int, text: str) -> Iterator[Named]:
    """Of a name or of where somebody works."""
    return iter(db.execute(f"{NAMED} and (instr(d.name, ?) or instr(d.unit, ?))", (hall, text, text)).fetchall())


def number_of(row: Named) -> str:
    return row[3]


def with_phone(db: Connection, phone: str) -> tuple[MemberDetails, ...]:
    each = (rows(db, MemberDetails, "where phone_hash = ?", keyed_hash(key, phone)) for key in hash_keys(db))
    return tuple(details for found in each for details in found)


def alike(db: Connection, hall: int, name: str, phone: str) -> tuple[Alike, ...]:
    """Whoever has this phone, and whoever has this name; the same phone comes first."""
    called = [details.member for details in with_phone(db, phone)] if len(phone) == PHONE_DIGITS else []
    marks = ", ".join("?" * len(called))
    known = db.execute(f"{NAMED} and (d.name = ? or d.member in ({marks}))", (hall, name or None, *called)).fetchall()
    listed = [Alike(member, number, said, unit, member in called) for member, said, unit, number in known]
    return tuple(sorted(listed, key=lambda one: (not one.same_phone, one.number)))


def next_number(db: Connection, hall: int) -> str:
    """Alone, the next one; beside other kiosks of a hub, one that nobody else is likely to give."""
    (last,) = db.execute(LAST_NUMBER, (len(str(hall)) + NUMBER_DIGITS, f"{hall}*")).fetchone()
    following = str(int(last or hall * 10**NUMBER_DIGITS) + 1)
    if following.startswith(str(hall)) and not has_hub(db):
        return following
    lots = (f"{hall}{secrets.randbelow(10**LOT_DIGITS):0{LOT_DIGITS}}" for _ in range(LOTS_MAX))
    return next(number for number in lots if queries.member_numbered(db, number) is None)


def units(db: Connection, hall: int, count: int) -> tuple[str, ...]:
    """Where most members of the hall work."""
    sql = """select d.unit from member_details d join members m on m.member = d.member
        where m.home_hall = ? and d.unit <> '' group by d.unit order by count(*) desc, d.unit limit ?"""
    return tuple(unit for (unit,) in db.execute(sql, (hall, count)))


def suspensions(db: Connection, member: int) -> tuple[Suspension, ...]:
    return rows(db, Suspension, "where member = ?", member)


def children(db: Connection, member: int) -> tuple[Member, ...]:
    return rows(db, Member, "where guardian = ? and merged_into is null order by number", member)


def open_of(db: Connection, member: int) -> Open:
    """As far as this kiosk knows; whether a loan is in question makes no difference to whose it is."""
    return Open(
        loans=rows(db, Loan, "where member = ? and ended is null order by loan", member),
        holds=rows(db, Hold, "where member = ? and state in ('waiting', 'ready') order by hold", member),
        seats=rows(db, Enrolment, "where member = ? and state = 'confirmed' order by enrolment", member),
        pauses=tuple(s for s in suspensions(db, member) if s.lifted_why is None),
        children=tuple(child.member for child in children(db, member)),
    )


def gone_over(db: Connection, old: int) -> tuple[Happening, ...]:
    """What was told with the last merging of this number: it stands right behind it, of the same moment."""
    merged = db.execute("select position, body from facts where type = 'MembersMerged' order by position desc")
    where = next((at for at, body in merged if is_merging(read_fact(body), old)), None)
    if where is None:
        return ()
    behind = db.execute("select body from facts where position >= ? order by position limit ?", (where, MOVED_MAX))
    first, *facts = [read_fact(body) for (body,) in behind]
    return tuple(fact.p for fact in facts if (fact.boot, fact.mono_ms) == (first.boot, first.mono_ms))


def is_merging(fact: Fact, old: int) -> bool:
    return isinstance(fact.p, MembersMerged) and fact.p.member == old
