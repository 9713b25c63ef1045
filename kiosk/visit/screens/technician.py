"""Screens of whoever looks after the machine: how it is, its backups, cleaning, and the way out."""

from datetime import date
from typing import Literal

from msgspec import Struct

from kiosk.domain.health import Check

Why = Literal["desktop", "restore", "mend", "again"]


class Health(Struct, frozen=True):
    """本机维护: every part of the machine, what needs somebody first."""

    parts: tuple[Check, ...] = ()
    looking: bool = False
    told: str = ""  # what became of the log: logs_taken, no_stick
    file: str = ""


class BackupRow(Struct, frozen=True):
    name: str
    day: date
    time: str
    megabytes: float


class Backups(Struct, frozen=True):
    """备份与恢复: what there is, and what a chosen one would bring back."""

    rows: tuple[BackupRow, ...] = ()
    chosen: BackupRow | None = None
    holds: int = 0  # facts in the chosen one; 0: it cannot be read
    now: int = 0  # facts here


class Mended(Struct, frozen=True):
    """修好了: what became of a damaged database; staff read it once."""

    day: date
    kept: int
    missing: int
    end_known: bool
    names_lost: int
    aside: str
    backup: str


class Cleaning(Struct, frozen=True):
    """The screen is being wiped: no touch counts until the seconds have run out."""

    left_s: int


class Leaving(Struct, frozen=True):
    """The window closes in a moment, and why."""

    why: Why
