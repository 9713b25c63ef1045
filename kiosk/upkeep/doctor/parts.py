"""Parts: what is plugged into the machine, what hangs on it, and how high."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from kiosk.devices.printer import PrinterAway, printers_of
from kiosk.devices.settings import (
    HIGHEST_REACH_MM,
    LOWEST_REACH_MM,
    Panel,
    Printers,
    Scanners,
    Sound,
    reach,
)
from kiosk.domain.halls import Device
from kiosk.domain.health import Check, found
from kiosk.domain.printing import Role, Way, printer_way

DEVICES, CAMERAS, CARDS = Path("/dev"), Path("/sys/class/video4linux"), Path("/proc/asound/cards")
PAPER_WAYS: tuple[Way, ...] = ("paper_out",)
STANDING_WAYS: tuple[Way, ...] = ("jammed", "stopped", "rejected")


def scanner(settings: Scanners, devices: Path = DEVICES) -> Check:
    """A keyboard wedge looks like any keyboard, so of those only their number can be told."""
    if not sys.platform.startswith("linux"):
        return found("scanner", "unseen")
    own = [devices / port.port for port in settings.serial] + [devices / path for path in settings.grab]
    if missing := [path.name for path in own if not path.exists()]:
        return found("scanner", "missing", names="、".join(missing))
    if locked := [path.name for path in own if not readable(path)]:
        return found("scanner", "locked", names="、".join(locked))
    if own:
        return found("scanner", "good", count=len(own))
    wedges = len({link.resolve() for link in (devices / "input" / "by-id").glob("*-event-kbd")})
    return found("scanner", "wedge", count=wedges) if wedges else found("scanner", "none")


def readable(path: Path) -> bool:
    return os.access(path, os.R_OK)


def camera(wanted: str, seen: Path = CAMERAS) -> Check:
    if not wanted:
        return found("camera", "off")
    if not sys.platform.startswith("linux"):
        return found("camera", "unseen")
    names = [file.read_text().strip() for file in sorted(seen.glob("*/name"))]
    there = names[:1] if wanted == "first" else [name for name in names if wanted in name]
    return found("camera", "good", name=there[0]) if there else found("camera", "missing", name=wanted)


def printer(settings: Printers) -> Check:
    """Each printer that is in the settings, the one in the worst way first; the answer takes no longer than CUPS."""
    wanted: list[Role] = []
    if settings.certificates:
        wanted.append("certificates")
    if settings.slips:
        wanted.append("slips")
    if not wanted:
        return found("printer", "off")
    printers = printers_of(settings)
    ways: list[Way] = []
    for role in wanted:
        try:
            ways.append(printer_way(printers.look(role))[0])
        except PrinterAway:
            return found("printer", "away")
    return printer_told(ways)


def printer_told(ways: Iterable[Way]) -> Check:
    seen = set(ways)
    if "vanished" in seen:
        return found("printer", "away")
    if seen & set(PAPER_WAYS):
        return found("printer", "paper")
    return found("printer", "stopped" if seen & set(STANDING_WAYS) else "good")


def sound(settings: Sound, cards: Path = CARDS) -> Check:
    if settings.volume == 0:
        return found("sound", "off")
    if not sys.platform.startswith("linux"):
        return found("sound", "unseen")
    heard = cards.exists() and any(line.lstrip()[:1].isdigit() for line in cards.read_text().splitlines())
    return found("sound", "good", volume=settings.volume) if heard else found("sound", "none")


def screen(panel: Panel, role: Device = "kiosk") -> Check:
    """Whether everybody can press what is on it, at least with 下移; whoever sits at a desk can."""
    if role == "desk":
        return found("screen", "off")
    top_mm = panel.foot_mm + panel.height_mm
    if not panel.height_mm:
        return found("screen", "unmeasured")
    if panel.foot_mm >= LOWEST_REACH_MM and top_mm <= HIGHEST_REACH_MM:
        return found("screen", "good", foot=panel.foot_mm, top=top_mm)
    return found("screen", "low" if reach(panel) else "beyond", foot=panel.foot_mm, top=top_mm)


def heights(panel: Panel, role: Device = "kiosk") -> Check:
    """Of the scanner's window and of the slot where paper comes out."""
    if role == "desk":
        return found("heights", "off")
    measured = (panel.scanner_mm, panel.printer_mm)
    if not all(measured):
        return found("heights", "unmeasured")
    well = all(LOWEST_REACH_MM <= mm <= HIGHEST_REACH_MM for mm in measured)
    return found("heights", "good" if well else "beyond", scanner=panel.scanner_mm, printer=panel.printer_mm)
