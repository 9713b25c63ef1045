"""People: members as staff look for them, what is open of one, and the number of the next."""

import secrets
from collections.abc import Iterator

from kiosk.domain import name_letters
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.facts import Fact, Happening, MembersMerged
from kiosk.domain.holds import Hold
from kiosk.domain.joining import Alike
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, MemberDetails, Suspension
from kiosk.domain.merging import Open
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
MOVED_MAX = 500
NAMED = """select d.member, d.name, d.unit, m.number from members m join member_details d on d.member = m.member
    where m.home_hall = ? and m.merged_into is null order by m.number"""
NUMBERED = """where home_hall = ? and merged_into is null and instr(number, ?) > 0
    order by substr(number, -length(?)) = ? desc, number limit ?"""


def found(db: Connection, hall: int, typed: str) -> tuple[int, tuple[Member, ...]]:
    """How many there are, and the first of them; digits are a number or a phone, letters begin a name."""
    if typed.isascii() and typed.isdigit():
        known = by_digits(db, hall, typed)
        return len(known), known
    keys = [member for member, *_ in (by_letters if typed.isascii() else by_characters)(db, hall, typed)]
    members = (get(db, Member, key) for key in keys[:LISTED_MAX])
    return len(keys), tuple(member for member in members if member)


def by_digits(db: Connection, hall: int, digits: str) -> tuple[Member, ...]:
    """First whose phone it is, then whose number ends so."""
    listed = rows(db, Member, NUMBERED, hall, digits, digits, digits, LISTED_MAX)
    if len(digits) != PHONE_DIGITS:
        return listed
    called = (get(db, Member, details.member) for details in with_phone(db, digits))
    return (*(m for m in called if m and m.merged_into is None and m not in listed), *listed)


def by_letters(db: Connection, hall: int, letters: str) -> Iterator[tuple[int, str, str, str]]:
    wanted = letters.lower()
    return (row for row in db.execute(NAMED, (hall,)) if name_letters.begins(row[1], wanted))


def by_characters(db: Connection, hall: int, text: str) -> Iterator[tuple[int, str, str, str]]:
    """Of a name or of where somebody works."""
    return (row for row in db.execute(NAMED, (hall,)) if text in row[1] or text in row[2])


def leading(db: Connection, hall: int, typed: str) -> str:
    """Which letters may follow."""
    return "".join(
        sorted({c for _, name, *_ in by_letters(db, hall, typed) for c in name_letters.leading(name, typed)})
    )


def with_phone(db: Connection, phone: str) -> tuple[MemberDetails, ...]:
    each = (rows(db, MemberDetails, "where phone_hash = ?", keyed_hash(key, phone)) for key in hash_keys(db))
    return tuple(details for found in each for details in found)


def alike(db: Connection, hall: int, name: str, phone: str) -> tuple[Alike, ...]:
    """Whoever has this phone, and whoever has this name; the same phone comes first."""
    called = {details.member for details in with_phone(db, phone)} if len(phone) == PHONE_DIGITS else set()
    known = [row for row in db.execute(NAMED, (hall,)) if row[0] in called or (name and row[1] == name)]
    listed = [Alike(member, number, said, unit, member in called) for member, said, unit, number in known]
    return tuple(sorted(listed, key=lambda one: not one.same_phone))


def next_number(db: Connection, hall: int) -> str:
    """Alone, the next one; beside other kiosks of a hub, one that nobody else is likely to give."""
    taken = {number for (number,) in db.execute("select number from members")}
    if has_hub(db):
        lots = (f"{hall}{secrets.randbelow(10**LOT_DIGITS):0{LOT_DIGITS}}" for _ in range(len(taken) + 1))
        return next(number for number in lots if number not in taken)
    length = len(str(hall)) + NUMBER_DIGITS
    same = [int(n) for n in taken if n.isdecimal() and len(n) == length and n.startswith(str(hall))]
    after = max(same, default=hall * 10**NUMBER_DIGITS) + 1
    return next(str(number) for number in range(after, after + len(taken) + 1) if str(number) not in taken)


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
