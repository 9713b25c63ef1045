"""Checks: what must hold when all is healed and quiet, whatever has happened before."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
from msgspec.structs import replace
from simulation.machine import Machine
from simulation.stranger import FORGED
from simulation.world import Broken, World

from kiosk.domain.arriving import BY_TIME, CLAIMS, HUB, ORDERS
from kiosk.domain.classes import Course
from kiosk.domain.subjects import subject_of_row
from kiosk.hub.rows import Sealed
from kiosk.hub.tables import SEALED
from kiosk.storage.apply import NO_FACT_YET, chain_hash, read_fact, step
from kiosk.storage.hub_line import hub_line, waiting
from kiosk.storage.tables import TABLES, from_row, to_row

DRIFTED_MOST = timedelta(milliseconds=100)
HUB_ROW = "row_table, row_key, subject, body, sealed, member"
STORY = "number, id, subject, device, generation, seq, effective_at, arrived_at, body, hash, parked_why"


class Told:
    """Rows in a dictionary: a third way to keep them, so that an error of the other two shows."""

    def __init__(self) -> None:
        self.rows: dict[tuple[type, Any], Any] = {}

    def get(self, struct: type, key: Any) -> Any:
        return self.rows.get((struct, key))

    def put(self, row: Any) -> None:
        if row is not None:
            self.rows[(type(row), getattr(row, row.__struct_fields__[0]))] = row

    def change(self, was: Any, now: Any) -> None:
        self.put(now)

    def remove(self, struct: type, key: Any) -> None:
        self.rows.pop((struct, key), None)

    def put_sealed(self, struct: type, key: Any, member: int, text: bytes) -> None:
        self.rows[(struct, key)] = Sealed(key, member, text)

    def forget(self, member: int) -> None:
        """What was sealed stays as it is; only its key goes."""


def checked(world: World) -> None:
    halls = [hall for (hall,) in ask(world, "select hall from counters order by hall")]
    stories = {hall: ask(world, f"select {STORY} from events where hall = ? order by number", hall) for hall in halls}
    nothing_lost_or_doubled(world, stories)
    chains_whole(stories)
    times_right(world, stories)
    for hall, story in stories.items():
        rows_follow(world, hall, story)
        everybody_hears(world, hall, story)
    seats_add_up(world)
    for k in world.kiosks:
        converged(world, k)


def ask(world: World, sql: str, *values: Any) -> list[Any]:
    found: list[Any] = world.disk.db.execute(sql, values).fetchall()
    return found


def nothing_lost_or_doubled(world: World, stories: dict[int, list[Any]]) -> None:
    ids = [one[1] for story in stories.values() for one in story]
    if len(ids) != len(set(ids)):
        raise Broken("I1 a fact is there twice")
    if lost := world.made - set(ids):
        raise Broken(f"I1 {len(lost)} facts are lost, such as {min(lost)}")
    applied = {one[1]: one for story in stories.values() for one in story}
    for one in applied.values():
        if FORGED in one[8]:
            raise Broken(f"I8 a forged fact took effect: {one[1]}")
        if (at := world.revoked.get(one[3])) and one[7] > in_order(at):
            raise Broken(f"I8 a revoked device was heard: {one[1]}")


def chains_whole(stories: dict[int, list[Any]]) -> None:
    """Each fact hangs on one that the hub has; only the first of a device, or of one that began anew, on nothing."""
    lines: dict[str, list[Any]] = {}
    for story in stories.values():
        for one in story:
            if one[3] != HUB:  # its own word hangs on no chain
                lines.setdefault(one[3], []).append(one)
    for device, facts in lines.items():
        known = {one[9] for one in facts}
        facts.sort(key=lambda one: (one[4], one[5]))
        for before, one in zip([None, *facts], facts, strict=False):
            same = before is not None and before[4] == one[4]
            if same and one[5] != before[5] + 1:
                raise Broken(f"I5 {device} has a hole at {one[4]}/{one[5]}")
            heads = [before[9]] if same else [NO_FACT_YET, *known]
            if same and all(chain_hash(head, one[8].encode()) != one[9] for head in heads):
                raise Broken(f"I5 the chain of {device} breaks at {one[4]}/{one[5]}")


def times_right(world: World, stories: dict[int, list[Any]]) -> None:
    last: dict[tuple[str, int], Any] = {}
    facts = sorted((one for story in stories.values() for one in story), key=lambda one: one[3:6])
    for one in facts:
        if one[6] > one[7]:
            raise Broken(f"I9 {one[1]} happened after it was heard of")
        if one[10] is not None or one[3] == HUB:
            continue
        fact = read_fact(one[8])
        if isinstance(fact.p, CLAIMS + ORDERS):
            continue
        if one[6] < last.get(one[3:5], ""):
            raise Broken(f"I9 time runs backwards at {one[3]} {one[1]}")
        last[one[3:5]] = one[6]
        apart = abs(datetime.fromisoformat(one[6]) - fact.at)
        if one[3] not in world.unsound and one[3] != "newer" and apart > DRIFTED_MOST:
            raise Broken(f"I9 {one[1]} of a sound clock has another time: {one[6]}, not {fact.at}")


def rows_follow(world: World, hall: int, story: list[Any]) -> None:
    """I2 and I3: told subject by subject, in its order, by the same steps and other rows."""
    rows = Told()
    good = [one for one in story if one[10] is None]
    good.sort(key=lambda one: (one[6], *one[3:6]) if one[2].split(" ")[0] in BY_TIME else ("", "", 0, one[0]))
    for one in good:
        step(rows, replace(read_fact(one[8]), at=datetime.fromisoformat(one[6])))
    for struct, table in TABLES.items():
        here = {tuple(row[1:]) for row in ask(world, f"select * from {table} where hall_of = ?", hall)}
        told = {plain(row) for (of, _), row in rows.rows.items() if of is struct}
        if here != told:
            raise Broken(f"I2 {table} of hall {hall} do not follow from the facts: {sorted(here ^ told, key=str)[:2]}")
    open_loans = ask(world, "select copy from loans where ended is null group by copy having count(*) > 1")
    if open_loans:
        raise Broken(f"I3 two open loans of {open_loans[0][0]}")


def seats_add_up(world: World) -> None:
    """I4: nobody who was told of a seat lacks one, and no seat is given away here that is another's."""
    known = "select hall_of, course, seats, confirmed, offered from courses"
    for hall, course, seats, confirmed, offered in ask(world, known):
        held = ask(world, "select state, offered from enrolments where hall_of = ? and course = ?", hall, course)
        counted = (sum(state == "confirmed" for state, _ in held), sum(bool(kept) for _, kept in held))
        if counted != (confirmed, offered):
            raise Broken(f"I4 course {course} counts {(confirmed, offered)} seats, and has given {counted}")
        if confirmed + offered > seats:
            raise Broken(f"I4 course {course} has {seats} seats and has given {confirmed + offered}")
        for left, kept in ask(world, "select seats, kept from leases where hall = ? and course = ?", hall, course):
            if not 0 <= kept <= left <= seats:
                raise Broken(f"I4 a device may give {left} seats of course {course} away, and is told of {kept}")


def everybody_hears(world: World, home: int, story: list[Any]) -> None:
    """Of what its devices told, and of its members' loans, a hall hears, wherever that is kept."""
    hall_of = {name: hall for name, (hall, _, _) in world.enrolled.items()}
    wanted = {(hall_of[one[3]], one[2]) for one in story if one[10] is None and one[3] != HUB}
    for subject, member in ask(world, "select copy, member from loans where hall_of = ?", home):
        for (hall,) in ask(world, "select hall from directory where subject = ?", f"member {member}"):
            wanted.add((hall, f"copy {subject}"))
    heard = {tuple(row) for row in ask(world, "select hall, subject from pages where home = ?", home)}
    of_home = {subject for hall, subject in heard if hall == home}
    for hall, subject in wanted:
        if subject in of_home and (hall, subject) not in heard:
            raise Broken(f"hall {hall} never hears of {subject}")


def plain(row: Any) -> tuple[Any, ...]:
    return (row.key, row.member, row.sealed) if isinstance(row, Sealed) else tuple(to_row(row))


def converged(world: World, k: Machine) -> None:
    """I6 and I11: the outbox is empty, and the kiosk holds what its hall is to hear, all of it and nothing else."""
    line = hub_line(k.raw)
    if waiting(k.raw) or line.trouble:
        raise Broken(f"I6 {k.name} still has unsent facts: {line}")
    wanted = list_of(world, k.hall)
    mine = {as_all_hear(row) for row in k.raw.execute(f"select {HUB_ROW} from hub_rows")}
    if wanted != mine:
        raise Broken(f"I6 {k.name} did not converge: {sorted(wanted ^ mine, key=str)[:3]}")
    if different := k.store.differences():
        raise Broken(f"I2 rows of {k.name} do not follow: {different}")
    for table, rows in readable(wanted).items():
        here = {unleased(row) if table == "courses" else row for row in k.raw.execute(f"select * from {table}")}
        if unlike := rows ^ here:
            raise Broken(f"I6 {k.name} shows other {table}: {sorted(unlike, key=str)[:2]}")


def as_all_hear(row: Any) -> Any:
    """Of a course each device hears its own lease; all else is the same for all."""
    if row[0] != "courses":
        return row
    course = replace(msgspec.json.decode(row[3], type=Course), leased=None, leased_until=None)
    return (*row[:3], msgspec.json.encode(course), *row[4:])


def unleased(row: Any) -> Any:
    names = Course.__struct_fields__
    return tuple(None if name.startswith("leased") else value for name, value in zip(names, row, strict=True))


def list_of(world: World, hall: int) -> set[Any]:
    """Read row by row, and not as the hub reads it for a page."""
    structs, found = {name: struct for struct, name in TABLES.items()}, set()
    for table, key, home, subject in ask(
        world, "select row_table, row_key, home, subject from pages where hall = ?", hall
    ):
        struct = structs[table]
        sql = f"select * from {table} where hall_of = ? and cast({struct.__struct_fields__[0]} as text) = ?"
        for row in ask(world, sql, home, key):
            if struct in SEALED:
                found.add((table, key, subject, None, row[3], row[2]))
            else:
                body = msgspec.json.encode(from_row(struct, row[1:]))
                assert str(subject_of_row(from_row(struct, row[1:]))) == subject
                found.add((table, key, subject, body, None, None))
    return found


def readable(wanted: set[Any]) -> dict[str, set[Any]]:
    structs = {name: struct for struct, name in TABLES.items() if struct not in SEALED}
    found: dict[str, set[Any]] = {name: set() for name in structs}
    for table, _, _, body, *_ in wanted:
        if body is not None:
            found[table].add(tuple(to_row(msgspec.json.decode(body, type=structs[table]))))
    return found


def in_order(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
