"""Print jobs: what waits for paper, on this device alone; each change says from which state it goes on."""

from datetime import datetime, timedelta

import msgspec

from kiosk.domain.printing import NOT_HANDED_OVER, OVER, ROLES, Order, PrintJob, Wanted, Way, Why
from kiosk.storage.database import Connection
from kiosk.storage.store import Store

LISTED_MAX = 1000
KEPT_DAYS = 30  # what is over can be looked up for so long
COLUMNS = ", ".join(PrintJob.__struct_fields__)
OVER_SQL, KEPT_SQL = (f"({', '.join(repr(way) for way in ways)})" for ways in (OVER, NOT_HANDED_OVER))
MOVING = f"state not in {OVER_SQL} and (cups_job is not null or state in {KEPT_SQL})"
HALTED = f"cups_job is null and state not in {OVER_SQL} and state not in {KEPT_SQL}"  # a person decides


def keep(store: Store, order: Order, now: datetime) -> str:
    """From here on it will be printed once, or somebody will be told why not; joins the transaction it is called in."""
    job, role, at = store.new_id(), order.role or ROLES[order.purpose], now.isoformat()
    row = (job, order.purpose, order.what, role, "waiting", "new", 1, at, at, None, "", store.device.generation)
    marks = ", ".join("?" * (len(row) + 1))
    store.db.execute(f"insert into print_jobs ({COLUMNS}, pdf) values ({marks})", (*row, order.pdf))
    return job


def found(db: Connection, where: str, *values: object) -> list[PrintJob]:
    sql = f"select {COLUMNS} from print_jobs where {where} order by made_at, id limit {LISTED_MAX}"
    return [read(row) for row in db.execute(sql, values)]


def read(row: tuple[object, ...]) -> PrintJob:
    return msgspec.convert(dict(zip(PrintJob.__struct_fields__, row, strict=True)), PrintJob)


def print_job(db: Connection, job: str) -> PrintJob | None:
    return next(iter(found(db, "id = ?", job)), None)


def unfinished(db: Connection) -> list[PrintJob]:
    """Those that still go somewhere, and those that wait for a person."""
    return found(db, f"state not in {OVER_SQL}")


def in_turn(db: Connection, role: str, count: int) -> list[PrintJob]:
    """The next of a printer's jobs that need no person."""
    return found(db, f"role = ? and {MOVING}", role)[:count]


def said_printed(db: Connection) -> list[PrintJob]:
    """A person has seen the sheet."""
    return found(db, f"wish = 'printed' and {HALTED}")


def to_forget(db: Connection) -> list[PrintJob]:
    """Over here, while CUPS still keeps what was printed."""
    return found(db, f"state in {OVER_SQL} and cups_job is not null")


def shown(db: Connection, since: datetime) -> list[PrintJob]:
    """Those unfinished, and those that are over since then."""
    return found(db, f"state not in {OVER_SQL} or since >= ?", since.isoformat())


def touched(db: Connection, sql: str, values: tuple[object, ...]) -> bool:
    """Read to its end: a statement that still has to say something is not committed."""
    return bool(db.execute(sql, values).fetchall())


def sheet(db: Connection, job: str) -> bytes:
    row = db.execute("select pdf from print_jobs where id = ?", (job,)).fetchone()
    return bytes(row[0]) if row and row[0] else b""


def claimed(db: Connection, job: PrintJob, number: int, now: datetime) -> bool:
    """On the disk before a single byte of the sheet leaves us; no, if somebody cancelled it meanwhile."""
    sql = f"""update print_jobs set cups_job = ?, since = ?, state = 'queued', reason = ''
              where id = ? and attempts = ? and cups_job is null and state in {KEPT_SQL} returning id"""
    return touched(db, sql, (number, now.isoformat(), job.id, job.attempts))


def changed(db: Connection, job: PrintJob, way: Way, why: Why, now: datetime) -> None:
    """`since` moves with the state only."""
    if (way, why) != (job.state, job.reason):
        since = job.since if way == job.state else now
        sql = "update print_jobs set state = ?, reason = ?, since = ? where id = ? and attempts = ? and cups_job is ?"
        db.execute(sql, (way, why, since.isoformat(), job.id, job.attempts, job.cups_job))


def finished(db: Connection, job: PrintJob, way: Way, why: Why, now: datetime) -> bool:
    """Over, and the sheet is no longer kept; false if it had been over before."""
    sql = f"""update print_jobs set state = ?, reason = ?, since = ?, wish = '', pdf = null
              where id = ? and attempts = ? and state not in {OVER_SQL} returning id"""
    return touched(db, sql, (way, why, now.isoformat(), job.id, job.attempts))


def left_to_a_person(db: Connection, job: PrintJob, way: Way, why: Why, now: datetime) -> None:
    """CUPS has no more to do with it, and nothing goes on by itself."""
    sql = """update print_jobs set state = ?, reason = ?, since = ?, cups_job = null, wish = ''
             where id = ? and attempts = ? and cups_job is ?"""
    db.execute(sql, (way, why, now.isoformat(), job.id, job.attempts, job.cups_job))


def back_to_waiting(db: Connection, job: PrintJob, now: datetime) -> None:
    """Surely nothing was printed: it may be handed over once more, under another name."""
    sql = """update print_jobs set since = ?, state = 'waiting', reason = 'new', cups_job = null,
             attempts = attempts + 1 where id = ? and attempts = ? and cups_job is ?"""
    db.execute(sql, (now.isoformat(), job.id, job.attempts, job.cups_job))


def forgotten(db: Connection, job: PrintJob) -> None:
    db.execute(f"update print_jobs set cups_job = null where id = ? and state in {OVER_SQL}", (job.id,))


def doubt_restored(store: Store, now: datetime) -> None:
    """A backup was put back: whether its jobs were printed since, only a person can see."""
    sql = f"""update print_jobs set state = 'doubtful', reason = 'restored', since = ?, cups_job = null, wish = '',
              generation = ? where generation <> ? and state not in {OVER_SQL}"""
    here = store.device.generation
    store.db.execute(sql, (now.isoformat(), here, here))


def drop_old(db: Connection, now: datetime) -> None:
    before = (now - timedelta(days=KEPT_DAYS)).isoformat()
    db.execute(f"delete from print_jobs where state in {OVER_SQL} and cups_job is null and since < ?", (before,))


def wanted(db: Connection, job: PrintJob, what: Wanted, now: datetime) -> bool:
    """A person decides; false where that cannot be decided any more, or not yet."""
    match what:
        case "cancel":
            return dropped(db, job, now) or wished(db, job, what, f"state not in {OVER_SQL}")
        case "retry":
            sql = f"""update print_jobs set since = ?, state = 'waiting', reason = 'new', wish = '',
                      attempts = attempts + 1 where id = ? and attempts = ? and {HALTED} returning id"""
            return touched(db, sql, (now.isoformat(), job.id, job.attempts))
        case "printed":
            return wished(db, job, what, HALTED)


def dropped(db: Connection, job: PrintJob, now: datetime) -> bool:
    """At once, while CUPS knows nothing of it."""
    sql = f"""update print_jobs set since = ?, state = 'cancelled', reason = 'asked', pdf = null
              where id = ? and cups_job is null and state not in {OVER_SQL} returning id"""
    return touched(db, sql, (now.isoformat(), job.id))


def wished(db: Connection, job: PrintJob, wish: str, where: str) -> bool:
    """The worker will see to it."""
    sql = f"update print_jobs set wish = ? where id = ? and {where} returning id"
    return touched(db, sql, (wish, job.id))
