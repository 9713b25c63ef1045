"""Salvage: whatever can still be read of a damaged database, in a good one; what is missing is counted."""

from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from kiosk.storage.chain import DOUBTFUL, SURE, TORN, Chain, believable, read_told
from kiosk.storage.database import Connection, StorageFault, opened
from kiosk.storage.gaps import Missing, Place, Tree, gaps
from kiosk.storage.pages import Image, PageFile
from kiosk.storage.rebuilding import begin_again_unless_whole, rebuild
from kiosk.storage.records import Row, inner, rows

KEY_ROLES = ("issuer", "device", "hash")  # without any of these a kiosk is not whole
KEPT_ROLES = (*KEY_ROLES, "hash_before")
COLUMNS = "position, generation, seq, type, body, hash"
FOUND = """create table found (found integer primary key, position integer, generation integer, seq integer,
    type text, body text, hash blob, standing integer, good integer, kept integer, unique (position, hash, body))"""
PUT_FOUND = f"""insert into found ({COLUMNS}, standing) values (?, ?, ?, ?, ?, ?, ?)
    on conflict do update set standing = max(standing, excluded.standing)"""
FORGOTTEN = "select json_extract(body, '$.p.member') from {table} where type = 'MemberForgotten'"


class BackupRefused(Exception):
    """The file cannot take the place of a kiosk's database, or become its backup; nothing was touched."""


class Damage(Struct, frozen=True):
    """What is wrong with one file."""

    file: str
    pages: list[int]
    log_frames: int


class Report(Struct, frozen=True):
    """`facts_found` = `facts_kept` + those of `facts_aside` that were committed."""

    facts_found: int
    facts_kept: int  # the chain from its first fact on, without a gap
    facts_aside: int  # in the table `salvaged`: after a gap, altered, or of a step that was never finished
    facts_missing: int
    missing: list[Missing]
    end_known: bool  # false: there may have been more after the last one, and nothing says how many
    altered: list[int]  # positions of facts that do not follow from the one before
    unfinished: int  # written, but their step was never committed
    members_without_key: int  # members whose name cannot be read any more
    keys_missing: list[str]
    damage: list[Damage]


def salvage(sources: list[Path], fresh: Path, key: str) -> Report:
    """Makes `fresh` out of all that the sources hold; one of them may well be a good but older backup."""
    with closing(opened(fresh, key)) as db:
        db.execute("pragma synchronous = off")  # nobody relies on this file before it is whole and synced
        db.execute("begin immediate")
        db.execute(FOUND)
        finds = [collected(db, source, key) for source in sources]
        altered = chained_up(db)
        settle(db)
        report = counted(db, finds, altered)
        db.execute("drop table found")
        db.execute("commit")
        return report


class Find(Struct):
    """What one file tells besides its rows."""

    damage: Damage
    tree: Tree
    end_known: bool


def collected(db: Connection, source: Path, key: str) -> Find:
    with closing(PageFile(source, key)) as file:
        tree = Tree()
        for image in file.images():
            if image.standing == "present" and (found := inner(image.plain, image.number)):
                tree.inners[image.number] = found
            for row in rows(image.plain, image.number, file):
                if image.standing == "present":
                    note(db, row, tree, image)
                take_fact(db, row, image)
        damage = Damage(source.name, file.damaged(), file.log.damaged)
        return Find(damage, tree, file.whole and tree.end_read())


def take_fact(db: Connection, row: Row, image: Image) -> None:
    """Facts are only ever added: an earlier version of a page tells no other facts than a later one."""
    place = fact_of(row)
    if place is None:
        return
    standing = {"present": SURE, "past": SURE, "torn": TORN, "doubtful": DOUBTFUL}[image.standing]
    if row.spilled and image.standing == "past":
        standing = DOUBTFUL  # the rest of it may lie where something else lies now
    if standing == DOUBTFUL or believable(place):
        db.execute(PUT_FOUND, (*place, standing))


def fact_of(row: Row) -> tuple[Any, ...] | None:
    """(position, generation, seq, type, body, hash), also of a fact that an earlier salvage has put aside."""
    values = (row.rowid, *row.values[1:]) if len(row.values) == 6 else row.values[1:] if len(row.values) == 7 else ()
    if not values or row.values[0] is not None:
        return None
    kinds = tuple(type(value) for value in values)
    return values if kinds == (int, int, int, str, str, bytes) and len(values[5]) == 32 else None


def note(db: Connection, row: Row, tree: Tree, image: Image) -> None:
    """Rows of the other tables, known by their shape, since their root may be lost."""
    match row.values:
        case (None, int(), int(), str(), str(), bytes()) if fact_of(row):
            tree.leaves[image.number] = max(row.rowid, tree.leaves.get(image.number, 0))
        case ("table", "facts", "facts", int(root), str()):
            tree.root = root
        case (None, bytes(secret)) if len(secret) == 32:
            db.execute("insert or ignore into member_keys values (?, ?)", (row.rowid, secret))
        case (bytes(), str(role), _, _) if role in KEPT_ROLES:
            db.execute("insert or ignore into keys values (?, ?, ?, ?)", row.values)
        case (str(), int(), int(), None | bytes()):
            db.execute(
                "insert into device values (?, ?, ?, ?)"
                " on conflict do update set generation = max(generation, excluded.generation)",
                row.values,
            )


def chained_up(db: Connection) -> list[int]:
    """Marks what is surely a fact, and the chain that is kept; gives where a fact does not follow."""
    chain = Chain()
    # Of two stories of the same length the one of the later generation is kept: it is the one that went on.
    order = "position, standing desc, generation desc, found"
    ordered = db.execute(f"select found, {COLUMNS}, standing from found order by {order}")
    for position, candidates in groupby(ordered, key=lambda row: row[1]):
        chain.take(position, list(candidates))
    db.executemany("update found set good = 1 where found = ?", chain.good)
    db.executemany("update found set kept = 1 where found = ?", chain.kept())
    return chain.altered


def settle(db: Connection) -> None:
    """Facts that hold go to their place, all others aside; then the rows follow from the facts."""
    db.execute(f"insert into facts ({COLUMNS}) select {COLUMNS} from found where kept = 1 order by position")
    aside = f"select {COLUMNS} from found where good = 1 and kept is null order by position"
    db.execute(f"insert into salvaged ({COLUMNS}) {aside}")
    # Whoever was forgotten stays forgotten, even where the fact that says so comes after a gap.
    db.execute(f"delete from member_keys where member in ({FORGOTTEN.format(table='salvaged')})")
    settle_device(db)
    try:
        begin_again_unless_whole(db)
        rebuild(db, db)
    except msgspec.DecodeError as fault:
        raise StorageFault("D-05", "the database was written by a newer version of the program") from fault


def settle_device(db: Connection) -> None:
    """The facts say whose they are; a new generation, since facts after the last one may be known elsewhere."""
    told = db.execute("select body from found where good = 1 order by kept desc, position desc").fetchone()
    if told is None:
        raise BackupRefused("no fact can be read in it")
    device = read_told(told[0]).device
    db.execute("delete from device where device <> ?", (device,))
    (last,) = db.execute("select max(generation) from found where good = 1").fetchone()
    hall = "(select json_extract(body, '$.p.hall.hall') from facts where type = 'HallSet' order by position limit 1)"
    db.execute(
        f"insert into device (device, generation, hall) values (?, ?, ifnull({hall}, 0))"
        " on conflict do update set generation = max(generation, excluded.generation)",
        (device, last),
    )
    db.execute("update device set generation = generation + 1")


def counted(db: Connection, finds: list[Find], altered: list[int]) -> Report:
    def count(sql: str) -> int:
        return int(db.execute(f"select count(*) from {sql}").fetchone()[0])

    ordered = db.execute(
        "select position, generation, seq from found where good = 1 and standing > 0 order by 1, kept desc"
    )
    places = [Place(*next(same)) for _, same in groupby(ordered, key=lambda row: row[0])]
    last_known = max([find.tree.last_known() for find in finds] + [place.position for place in places[-1:]])
    missing = list(gaps(places, last_known))
    forgotten = f"{FORGOTTEN.format(table='facts')} union all {FORGOTTEN.format(table='salvaged')}"
    nameless = """(select distinct json_extract(body, '$.p.member') as member from facts
        where type = 'MemberDetailsSet') where member not in (select member from member_keys)"""
    roles = {role for (role,) in db.execute("select role from keys")}
    return Report(
        facts_found=count("found where good = 1 and standing > 0"),
        facts_kept=count("facts"),
        facts_aside=count("salvaged"),
        facts_missing=sum(run.last - run.first + 1 for run in missing),
        missing=missing,
        end_known=all(find.end_known for find in finds),
        altered=altered,
        unfinished=count(f"found where good = 1 and standing = {TORN}"),
        members_without_key=count(f"{nameless} and member not in ({forgotten})"),
        keys_missing=[role for role in KEY_ROLES if role not in roles],
        damage=[find.damage for find in finds],
    )


def generation_in(path: Path, key: str) -> int:
    """The latest generation that any page of the file knows of; 0 when none does."""
    latest = 0
    with closing(PageFile(path, key)) as file:
        for image in file.images():
            for row in rows(image.plain, image.number, file) if image.standing != "doubtful" else ():
                match row.values:
                    case (None, *_) if (fact := fact_of(row)) and believable(fact):
                        latest = max(latest, fact[1])
                    case (str(), int(generation), int(), None | bytes()):
                        latest = max(latest, generation)
    return latest
