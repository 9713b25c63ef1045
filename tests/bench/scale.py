"""A city's worth of rows, made by SQL in minutes: titles, copies, members, loans."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.domain.codes import copy_number
from kiosk.domain.facts import HallSet, PolicySet
from kiosk.domain.halls import Hall
from kiosk.domain.moment import Moment
from kiosk.domain.policy import Policy
from kiosk.storage.database import CACHE_KIB, CHECKPOINT_PAGES, STATEMENTS_KEPT, opened
from kiosk.storage.migrations import migrate
from kiosk.storage.store import Device, Store

KEY = "5e" * 48
NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
HALL = Hall(1, "临江市工人文化宫", "palace", place="职工书屋", closed_weekdays="1")
FULL = {"titles": 1_000_000, "copies": 3_000_000, "members": 2_000_000, "loans": 10_000_000}
SMALL = {"titles": 20_000, "copies": 200_000, "members": 50_000, "loans": 200_000}
COUNT = "with recursive n(x) as (select 1 union all select x + 1 from n where x < {many}) insert into "
TWELVE = "printf('2%04d%07d', {x} % 1600, {x})"
WEIGHED = " + ".join(f"{1 + 2 * (n % 2)} * substr(d, {n + 1}, 1)" for n in range(12))
LABEL = f"d || ((10 - ({WEIGHED}) % 10) % 10)"
MEMBER_STEP = 2251799  # spreads the ids over their whole range
FILL = {
    "titles": """titles select x, '书名之' || x, '作者 著', 'I247.5', null, '某出版社', '2020', '300', '39.80', '小说',
        '一个关于工厂、城市与人的故事，写得很慢，读来很快。', '', '' from n""",
    "copies": f"""copies select {LABEL}, 1 + x % {{titles}}, x % 1600, x % 1600, '二楼 I 架 3 列 2 层',
        'book', 'good', 0, null, null, null from (select x, {TWELVE.format(x="x")} as d from n)""",
    "members": f"""members select x * {MEMBER_STEP}, printf('%07d', x), x % 1600, 'member', 1, '2028-01-01',
        null, null, '2020-01-01', null from n""",
    "member_details": f"""member_details select x * {MEMBER_STEP}, '张小三',
        printf('%064x', (x * 7919) % {{members}}), null from n""",
    "loans": f"""loans select printf('%012x-7000-8000-%012x', x / 40, x), {LABEL},
        (1 + (x * 7919) % {{members}}) * {MEMBER_STEP}, 1, '2025-01-01T04:00:00Z',
        case when x % 40 then '2025-02-01' else '2027-02-01' end, 'default', '[]', 0, null,
        case when x % 40 then '2025-01-20T04:00:00Z' end, case when x % 40 then 'returned' end,
        case when x % 40 then printf('%012x-7000-8000-%012x', x / 30, x) end
        from (select x, {TWELVE.format(x="(1 + x % {copies})")} as d from n)""",
}


def copy_of(n: int) -> str:
    return copy_number(n % 1600, n)


def member_of(n: int) -> int:
    return n * MEMBER_STEP


def plain(path: Path) -> Any:
    """The same database without encryption, only to compare with."""
    from sqlcipher3 import dbapi2

    db = dbapi2.connect(str(path), isolation_level=None, cached_statements=STATEMENTS_KEPT)
    for pragma in (
        "journal_mode = wal",
        "synchronous = full",
        f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
        f"cache_size = -{CACHE_KIB}",
    ):
        db.execute(f"pragma {pragma}")
    if db.execute("pragma user_version").fetchone() == (0,):
        migrate(db)
    return db


def store_at(path: Path, *, encrypted: bool = True) -> Store:
    path.parent.mkdir(parents=True, exist_ok=True)
    db = opened(path, KEY) if encrypted else plain(path)
    return Store(db, Device("b" * 32, 1, 1))


def filled(path: Path, counts: dict[str, int], *, encrypted: bool = True) -> Store:
    """Made once; a later run uses it again, unless the tables have changed since."""
    store = store_at(path, encrypted=encrypted)
    if store.db.execute("select count(*) from members").fetchone() == (counts["members"],):
        return store
    store.close()
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    store = store_at(path, encrypted=encrypted)
    for table, sql in FILL.items():
        many = counts.get(table, counts["members"])
        store.db.execute("begin")
        store.db.execute((COUNT + sql).replace("{many}", str(many)).format(**counts))
        store.db.execute("commit")
    policy = Policy(policy="default", loans_max=50, roaming_loans_max=50)
    store.record(HallSet(HALL), PolicySet(policy), moment=Moment(NOW, "bench", 0))
    store.db.execute("pragma wal_checkpoint(truncate)")
    return store
