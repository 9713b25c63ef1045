"""Set-up: makes a kiosk out of an empty folder: key, database, device, hall, first rules."""

import secrets
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from kiosk.domain.facts import HallSet, Happening, PolicySet, SpecialDaySet
from kiosk.domain.halls import Hall, SpecialDay
from kiosk.domain.moment import SOFTWARE_BUILT_AT, Moment
from kiosk.domain.policy import Policy
from kiosk.domain.staff import Staff
from kiosk.storage.database import (
    Connection,
    StorageFault,
    database_file,
    key_file,
    new_key,
    opened,
    read_key,
    synced_folder,
)
from kiosk.storage.keys import add_key
from kiosk.storage.sealed import engaging
from kiosk.storage.store import Device, Store, new_uuid

SPRING_FESTIVAL = "春节"

FIRST_POLICIES = (
    Policy(policy="default"),
    Policy(policy="retired", tier="retired", loans_max=8),
    Policy(policy="model", tier="model", loans_max=10, renewals_max=3),
    Policy(policy="family", tier="family", loans_max=3, loan_days=21),
    Policy(policy="team", tier="team", loans_max=40, loan_days=60),
    Policy(policy="periodical", item_kind="periodical", loan_days=14, renewals_max=1, kind_loans_max=2),
    Policy(policy="media", item_kind="media", loan_days=14, renewals_max=1, kind_loans_max=2),
    Policy(policy="thing", item_kind="thing", loan_days=7, renewals_max=0, kind_loans_max=1),
)


class AlreadySetUp(Exception):
    """The folder holds a kiosk; a second set-up would forget it."""


class Plan(Struct, frozen=True):
    """All that a set-up needs to know."""

    hall: Hall
    policies: tuple[Policy, ...] = FIRST_POLICIES
    new_id: Callable[[], str] = new_uuid
    built_at: datetime = SOFTWARE_BUILT_AT  # a demo begins in the past
    staff: Staff | None = None  # who is there with the first facts, or not at all


def begins(_: Store) -> bool:
    return True


def set_up(
    folder: Path,
    plan: Plan,
    moment: Moment,
    *,
    key_path: Path | None = None,
    is_first: Callable[[Store], bool] = begins,
) -> Store:
    """Interrupted anywhere, it can be run again; once it has returned, the kiosk stands.

    `is_first` is asked when all keys are made: where the hall has kiosks already, its rules come from them.
    """
    db = opened_new(folder, key_path or key_file(folder))
    if db.execute("select count(*) from device").fetchone()[0]:
        db.close()
        raise AlreadySetUp(str(folder))
    store = Store(db, Device(secrets.token_hex(16), 1, plan.hall.hall), new_id=plan.new_id, built_at=plan.built_at)
    with store.transaction():
        for role in ("issuer", "device", "hash"):
            add_key(db, role)
        db.execute(
            "insert into device (device, generation, hall) values (?, ?, ?)", (store.device.device, 1, plan.hall.hall)
        )
        if is_first(store):
            first = engaging(db, plan.staff) if plan.staff else ()
            store.record(*first_facts(plan, moment), *first, moment=moment)
    synced_folder(folder)
    return store


def opened_new(folder: Path, key_path: Path) -> Connection:
    """The key is on the disk before anything that only it can read."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if database_file(folder).exists() and not key_path.exists():
        raise StorageFault("D-01", f"the key file is not there: {key_path}")
    key = read_key(key_path) if key_path.exists() else new_key(key_path)
    # Also what an earlier, interrupted set-up has made may not be durable yet: each name up to the root is synced.
    for above in dict.fromkeys((folder, *folder.parents, *key_path.parents)):
        synced_folder(above)
    return opened(database_file(folder), key)


def first_facts(plan: Plan, moment: Moment) -> Iterator[Happening]:
    yield HallSet(plan.hall)
    yield from (PolicySet(policy) for policy in plan.policies)
    today = moment.day(plan.hall.utc_offset_min)
    for day in spring_festival_days(today, today + timedelta(days=400)):
        yield SpecialDaySet(
            SpecialDay(f"{plan.hall.hall} {day}", plan.hall.hall, day, closed=True, why=SPRING_FESTIVAL)
        )


def spring_festival_days(first: date, last: date) -> list[date]:
    """The one holiday on which halls close unless they say otherwise; years not yet announced bring none."""
    import chinese_calendar

    known = [year for year in {first.year, last.year} if year in {d.year for d in chinese_calendar.holidays}]
    spring = chinese_calendar.Holiday.spring_festival.value
    return sorted(
        d for d, name in chinese_calendar.holidays.items() if name == spring and d.year in known and first <= d <= last
    )
