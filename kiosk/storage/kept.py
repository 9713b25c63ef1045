"""Kept: the backups beside a data folder, newest first, and which of them are let go."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec import Struct

NAME = re.compile(r"^kiosk-(\d{8}-\d{6})\.backup$")
STAMP = "%Y%m%d-%H%M%S"
DAYS_KEPT, WEEKS_KEPT = 7, 4


class Kept(Struct, frozen=True):
    """One backup; it bears its name only since it was proved."""

    name: str
    at: datetime
    bytes: int


def backup_folder(folder: Path) -> Path:
    """Beside the data folder: whatever befalls the one does not befall the other."""
    return folder.with_name(folder.name + ".backups")


def backup_name(at: datetime) -> str:
    return f"kiosk-{at.astimezone(UTC):{STAMP}}.backup"


def kept(where: Path) -> tuple[Kept, ...]:
    if not where.is_dir():
        return ()
    named = ((file, NAME.match(file.name)) for file in where.iterdir())
    backups = [
        Kept(file.name, datetime.strptime(found[1], STAMP).replace(tzinfo=UTC), file.stat().st_size)
        for file, found in named
        if found
    ]
    return tuple(sorted(backups, key=lambda backup: backup.at, reverse=True))


def let_go(backups: tuple[Kept, ...]) -> tuple[Kept, ...]:
    """All but the newest of each of the last seven days that have one, and of each of the last four such weeks."""
    of_days: dict[date, Kept] = {}
    of_weeks: dict[date, Kept] = {}
    for backup in backups:
        day = backup.at.date()
        of_days.setdefault(day, backup)
        of_weeks.setdefault(day - timedelta(days=day.weekday()), backup)
    staying = {*list(of_days.values())[:DAYS_KEPT], *list(of_weeks.values())[:WEEKS_KEPT]}
    return tuple(backup for backup in backups if backup not in staying)
