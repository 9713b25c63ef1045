"""Invented screens of whoever looks after the machine."""

from datetime import date, timedelta

from msgspec.structs import replace

from kiosk.domain.health import found, slow, worst_first
from kiosk.visit.screens import BackupRow, Backups, Cleaning, Frame, Health, Leaving, Mended, PinEntry, Screen
from ui.samples.desk import KEEPER
from ui.samples.hall import GUEST, TODAY

WELL = (
    found("scanner", "good", count=1),
    found("camera", "off"),
    found("sound", "good", volume=70),
    found("screen", "low", foot=900, top=1431),
    found("heights", "good", scanner=820, printer=640),
    found("clock", "good", shown="2026-11-21 14:25"),
    found("clock_chip", "good"),
    found("battery", "off"),
    found("disk_age", "good", percent=20),
    found("database", "good", facts=18342),
    found("keys", "good", day="2026-10-08"),
    found("hub", "alone"),
    found("fonts", "good", count=5),
    found("voice", "good", count=394),
    found("lockdown", "good"),
    found("settings", "good"),
)
PAPER, OLD = found("printer", "paper"), found("backups", "old", days=9)
SOME = worst_first((*WELL, PAPER, OLD, found("disk", "good", gb=41)))
BAD = worst_first(
    (
        found("disk", "read_only"),
        found("database", "damaged", code="D-16"),
        found("keys", "no_sheet"),
        slow("printer"),
        found("settings", "wrong", mistakes="device.toml: [sound] Expected `int` <= 100 - at `$.volume`"),
        *WELL[3:9],
    )
)
FINE = worst_first((*WELL, found("printer", "good"), found("backups", "good", days=0, count=11)))
ROWS = tuple(
    BackupRow(f"kiosk-{n}.backup", TODAY - timedelta(days=n if n < 7 else 7 * (n - 5)), "03:10", 48.2 - n)
    for n in range(11)
)
REPAIRED = Mended(date(2026, 11, 21), 18342, 3, False, 0, "kiosk.db.before-g2-20261121-031000", ROWS[0].name)

TECHNICIAN: dict[str, tuple[Screen, Frame]] = {
    "health": (Health(SOME), KEEPER),
    "health-bad": (Health(BAD, told="no_stick"), KEEPER),
    "health-well": (Health(FINE, told="logs_taken", file="kiosk-log-20261121-1426.zip"), KEEPER),
    "health-looking": (Health(looking=True), KEEPER),
    "backups": (Backups(ROWS), KEEPER),
    "backups-chosen": (Backups(ROWS, ROWS[2], 18201, 18342), KEEPER),
    "backups-unread": (Backups(ROWS, ROWS[3], 0, 18342), KEEPER),
    "backups-none": (Backups(), KEEPER),
    "mended": (REPAIRED, KEEPER),
    "mended-whole": (replace(REPAIRED, missing=0, end_known=True, backup=""), KEEPER),
    "cleaning": (Cleaning(43), GUEST),
    "leaving": (Leaving("restore"), GUEST),
    "leaving-desktop": (Leaving("desktop"), GUEST),
    "leaving-mend": (Leaving("mend"), GUEST),
    "pin-maintenance": (PinEntry("maintenance", "number"), GUEST),
}
