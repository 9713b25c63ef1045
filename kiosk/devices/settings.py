"""Settings: what a technician tells the kiosk about the machine it runs on, in DIR/device.toml."""

import tomllib
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from kiosk.domain.halls import Device

FILE = "device.toml"
LOWEST_REACH_MM, HIGHEST_REACH_MM = 400, 1200  # what a child, a wheelchair and a bent back can press
LEAST_BAND = 0.5  # of the screen's height: with less of it within reach, no page fits there

Millimetres = Annotated[int, Meta(ge=0, le=5000)]


class SettingsUnread(Exception):
    """Every mistake in the file at once; the kiosk does not guess."""


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file; a misspelt name is a mistake."""


class SerialPort(Section, frozen=True):
    """A scanner in virtual-COM mode."""

    port: str  # ttyACM0, COM3, or a path
    baud: int = 9600


class Scanners(Section, frozen=True):
    """Where codes come from, besides a keyboard wedge, which always works."""

    side: Literal["below", "right"] = "below"  # of the screen, where the window to aim at is
    serial: tuple[SerialPort, ...] = ()
    grab: tuple[str, ...] = ()  # input devices taken for ourselves: /dev/input/by-id/...
    camera: str = ""  # "first", or the name of one; without it, none


class Machine(Section, frozen=True):
    """What it is for, how its screen is mounted, and the language in which it waits."""

    role: Device = "kiosk"  # desk: people sit before it, so nobody measures how high it hangs
    turned: Literal[0, 90, 180, 270] = 0  # clockwise, so many degrees, until the picture stands upright
    language: Literal["zh_CN", "en"] = "zh_CN"


class Panel(Section, frozen=True):
    """The screen as it hangs: with it the kiosk knows which part of it everybody can reach."""

    height_mm: Millimetres = 0
    foot_mm: Millimetres = 0  # from the floor to the lower edge of the picture
    scanner_mm: Millimetres = 0  # from the floor to the middle of the scanner's window
    printer_mm: Millimetres = 0  # from the floor to the slot where paper comes out


class Reach(Struct, frozen=True):
    """The parts of the picture that not everybody can reach, as shares of its height."""

    above: float
    below: float


class Sound(Section, frozen=True):
    """What is heard; what is said stands on the screen as well."""

    volume: Annotated[int, Meta(ge=0, le=100)] = 70
    voice: Literal["care", "always", "never"] = "care"
    quiet_from: time | None = None  # from then on nothing is heard
    quiet_until: time | None = None


class Printers(Section, frozen=True):
    """Queues of CUPS by their names; an empty one: nothing of that kind is printed here."""

    certificates: str = ""
    slips: str = ""
    labels: str = ""  # rolls; labels on sheets come out of the printer for certificates
    certificates_media: str = ""  # iso_a4_210x297mm; empty: as the queue has it
    slips_media: str = ""
    labels_media: str = ""
    elsewhere: str = ""  # where and when it can be had while nothing prints: 一楼服务台，9:00 至 17:00
    server: str = ""  # a CUPS elsewhere on this machine: 127.0.0.1:631


class Files(Section, frozen=True):
    """Where lists that are to be imported are looked for, besides the folder inbox in the kiosk's own."""

    media: tuple[str, ...] = ("/media", "/run/media")


class Hours(Section, frozen=True):
    """By the machine's clock: outside of them an unused screen is black, and a touch or a scan lights it."""

    opens: time | None = None
    closes: time | None = None
    off: time | None = None  # the machine is switched off then


class Settings(Section, frozen=True):
    machine: Machine = Machine()
    scanners: Scanners = Scanners()
    panel: Panel = Panel()
    sound: Sound = Sound()
    printers: Printers = Printers()
    files: Files = Files()
    hours: Hours = Hours()


def reach(panel: Panel) -> Reach | None:
    """None: the sizes are unknown, or all of it is within reach, or too little to be of use."""
    if not panel.height_mm:
        return None
    top_mm = panel.foot_mm + panel.height_mm
    above = max(0, top_mm - HIGHEST_REACH_MM) / panel.height_mm
    below = max(0, LOWEST_REACH_MM - panel.foot_mm) / panel.height_mm
    return Reach(above, below) if 0 < above + below <= 1 - LEAST_BAND else None


def read_settings(folder: Path) -> Settings:
    """Without a file, a kiosk with a keyboard wedge and no sizes known."""
    path = folder / FILE
    if not path.exists():
        return Settings()
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise SettingsUnread(f"{path}: {broken}") from None
    if mistakes := found_wrong(table):
        raise SettingsUnread("\n".join(f"{path}: {mistake}" for mistake in mistakes))
    return msgspec.convert(table, Settings)


def found_wrong(table: dict[str, Any]) -> list[str]:
    """Each value alone, so that one mistake does not hide another."""
    sections = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    found = []
    for name, value in table.items():
        if name not in sections or not isinstance(value, dict):
            found.append(f"`{name}`: no such section")
            continue
        for key, one in value.items():
            try:
                msgspec.convert({key: one}, sections[name])
            except msgspec.ValidationError as wrong:
                found.append(f"[{name}] {wrong}")
    return found
