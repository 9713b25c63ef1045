"""Machine: its clock, its battery, the age of its disk, and whether it is locked down."""

import os
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.domain.health import Check, found
from kiosk.domain.moment import Moment, clock_quality
from kiosk.storage.database import StorageFault, database_file, read_key
from kiosk.storage.glance import surely_past

SYS = Path("/sys")
CHIP_DIFFERS = timedelta(minutes=2)
BATTERY_LOW = 20
WORN = 9  # of eleven: a flash disk says in tenths how much of its life is over
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def clock(folder: Path, key_path: Path, moment: Moment) -> Check:
    """Against the latest fact: it has surely happened. Without a database nothing speaks against the clock."""
    try:
        floor = surely_past(folder, read_key(key_path)) if database_file(folder).exists() else None
    except StorageFault:
        floor = None
    return clock_told(moment, floor)


def clock_told(moment: Moment, floor: datetime | None) -> Check:
    shown = f"{moment.at.astimezone():%Y-%m-%d %H:%M}"
    doubtful = floor is not None and clock_quality(moment.at, floor) != "ok"
    return found("clock", "doubtful" if doubtful else "good", shown=shown)


def clock_chip(now: datetime, sys_folder: Path = SYS) -> Check:
    """The small battery on the board feeds it; one that runs otherwise shows that the battery is going."""
    chip = sys_folder / "class" / "rtc" / "rtc0" / "since_epoch"
    try:
        its_time = datetime.fromtimestamp(int(chip.read_text()), UTC)
    except (OSError, ValueError):
        return found("clock_chip", "unseen")
    return found("clock_chip", "differs" if abs(its_time - now) > CHIP_DIFFERS else "good")


def battery(sys_folder: Path = SYS) -> Check:
    for supply in sorted((sys_folder / "class" / "power_supply").glob("*")):
        try:
            kind, left = (supply / "type").read_text().strip(), int((supply / "capacity").read_text())
        except (OSError, ValueError):
            continue
        if kind == "Battery":
            return found("battery", "low" if left < BATTERY_LOW else "good", left=left)
    return found("battery", "off")


def disk_age(folder: Path, sys_folder: Path = SYS) -> Check:
    """Flash that is soldered in tells its age; other disks only tell tools of their own."""
    if not sys.platform.startswith("linux") or not folder.exists():
        return found("disk_age", "unseen")
    device = folder.stat().st_dev
    block = sys_folder / "dev" / "block" / f"{os.major(device)}:{os.minor(device)}"
    for disk in (block.resolve(), block.resolve().parent):
        if (told := disk / "device" / "life_time").exists():
            tenths = max(int(part, 16) for part in told.read_text().split())
            return found("disk_age", "worn" if tenths >= WORN else "good", percent=min(tenths * 10, 100))
    return found("disk_age", "unseen")


def lockdown(folder: Path) -> Check:
    """What can be told from inside: that nobody else on the machine reads the data, and that we rule nothing."""
    if os.name != "posix":
        return found("lockdown", "unseen")
    if folder.exists() and folder.stat().st_mode & OTHERS:
        return found("lockdown", "open")
    return found("lockdown", "root" if os.geteuid() == 0 else "good")
