"""Technician: how the machine is, its backups, cleaning, its log, and the way out; never anything about a person."""

import logging
from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from kiosk.domain.codes import MAINTENANCE
from kiosk.domain.health import worst_first
from kiosk.domain.maintenance import MaintenanceCode, maintenance_reasons
from kiosk.domain.policy import CLEANING_S
from kiosk.domain.refusals import CODE_KIND_NOT_HERE
from kiosk.storage.kept import Kept
from kiosk.storage.keys import hash_key
from kiosk.storage.pins import tried, use_up
from kiosk.storage.sealed import keyed_hash
from kiosk.visit import showing, today, welcome
from kiosk.visit.desk import Arguments, Tap, on_duty
from kiosk.visit.keeper import Keeper
from kiosk.visit.screens import BackupRow, Backups, Cleaning, Health, Leaving, Mended, PinEntry, Screen
from kiosk.visit.sitting import Entering, OnDuty, Place, Sitting, Step

MB = 1_000_000
NOBODY = 0  # no colleague has this id: whoever came with a code
log = logging.getLogger(__name__)


def looked_at(place: Place) -> Health:
    if place.keeper:
        place.keeper.look()
    return health(place.keeper)


def health(keeper: Keeper | None) -> Health:
    """While they are looked at, the parts of before stay where they are."""
    return Health(worst_first(keeper.checks), keeper.looking) if keeper else Health()


def wiped(keeper: Keeper | None, since_s: int) -> Screen:
    """While it is wiped, the screen only counts down; then whoever wiped it is where they were."""
    return Cleaning(CLEANING_S - since_s) if since_s < CLEANING_S else health(keeper)


def logs_taken(place: Place) -> Health:
    name = place.keeper.take_logs() if place.keeper else ""
    return replace(health(place.keeper), told="logs_taken" if name else "no_stick", file=name)


def backups(place: Place, name: str) -> Backups:
    """Only what is there can be chosen."""
    there = place.keeper.backups() if place.keeper else ()
    rows = tuple(row(place, backup) for backup in there)
    chosen = next((one for one in rows if one.name == name), None)
    if chosen is None or place.keeper is None:
        return Backups(rows)
    last, _ = place.store.head()
    here = place.db.execute("select max(position) from facts").fetchone()[0] if last else 0
    return Backups(rows, chosen, place.keeper.holds(name), here)


def row(place: Place, backup: Kept) -> BackupRow:
    here = backup.at + timedelta(minutes=place.rules.hall.utc_offset_min)
    return BackupRow(backup.name, here.date(), f"{here:%H:%M}", round(backup.bytes / MB, 1))


def restored(place: Place, name: str) -> Screen:
    """Put back when the kiosk begins anew, a moment later: nobody may have the database open then."""
    if place.keeper and place.keeper.holds(name) and place.keeper.want(name):
        return Leaving("restore")
    return backups(place, name)


def mended(place: Place) -> Mended | None:
    """What staff have not read yet."""
    told = place.keeper.mended() if place.keeper else None
    if told is None:
        return None
    day = (told.at + timedelta(minutes=place.rules.hall.utc_offset_min)).date()
    return Mended(day, told.kept, told.missing, told.end_known, told.names_lost, told.aside, told.backup)


def read_and_on(place: Place, sitting: Sitting) -> Step:
    """Only staff have it before them."""
    who = sitting.on_duty
    if who is None:
        return Step(sitting, welcome.home(place))
    if place.keeper:
        place.keeper.mended_read()
    return Step(sitting, today.desk(place, who))


def shows(how: Callable[[Place, Arguments], Screen]) -> Tap:
    return on_duty("device", lambda place, sitting, arguments: Step(sitting, how(place, arguments)))


def door(place: Place, sitting: Sitting) -> Step:
    """Held in the corner of the waiting screen: for staff whose card is not at hand."""
    return Step(Sitting(entering=Entering("maintenance")), PinEntry("maintenance", "number"))


def code_scanned(place: Place, sitting: Sitting, code: MaintenanceCode) -> Step:
    """Only behind the held corner; it is used up before anything is shown, and opens the machine, never a person."""
    if sitting.entering is None or sitting.entering.purpose != "maintenance":
        return Step(sitting, showing.refusal("code", (CODE_KIND_NOT_HERE.because(kind=MAINTENANCE),)))
    who = keyed_hash(hash_key(place.db), f"maintenance code {code.code}")
    reasons = maintenance_reasons(code, place.rules.hall.hall, place.today, used=tried(place.db, who))
    if reasons:
        return Step(Sitting(), showing.refusal("code", reasons))
    use_up(place.db, who)
    log.info("maintenance by code", extra={"code": str(code.code)})
    return Step(Sitting(on_duty=OnDuty(NOBODY, "", "technician")), looked_at(place))


TAPS: dict[str, Tap] = {
    "maintenance": lambda place, sitting, _: door(place, sitting),
    "mended_read": lambda place, sitting, _: read_and_on(place, sitting),
    "health": shows(lambda place, _: looked_at(place)),
    "take_logs": shows(lambda place, _: logs_taken(place)),
    "backups": shows(lambda place, a: backups(place, str(a.get("name", "")))),
    "restore_backup": shows(lambda place, a: restored(place, str(a.get("name", "")))),
    "clean": shows(lambda place, _: Cleaning(CLEANING_S)),
    "leave": shows(lambda place, _: Leaving("desktop")),
}
