"""Doctor: asks every part of the machine how it is; works beside a running kiosk, and never waits long."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from msgspec import Struct

from kiosk.devices.settings import Settings, SettingsUnread, read_settings
from kiosk.domain.health import Check, found, slow
from kiosk.domain.moment import Moment
from kiosk.upkeep.doctor import keeping, machine, media, parts

log = logging.getLogger(__name__)
PATIENCE_S = 8.0  # for all of them together: each has a thread of its own


class Patient(Struct, frozen=True):
    """The machine that is looked at."""

    folder: Path
    key_path: Path
    moment: Moment


Look = Callable[[Patient, Settings], Check]
LOOKS: dict[str, Look] = {
    "scanner": lambda _, settings: parts.scanner(settings.scanners),
    "camera": lambda _, settings: parts.camera(settings.scanners.camera),
    "printer": lambda _, settings: parts.printer(settings.printers),
    "sound": lambda _, settings: parts.sound(settings.sound),
    "screen": lambda _, settings: parts.screen(settings.panel, settings.machine.role),
    "heights": lambda _, settings: parts.heights(settings.panel, settings.machine.role),
    "clock": lambda patient, _: machine.clock(patient.folder, patient.key_path, patient.moment),
    "clock_chip": lambda patient, _: machine.clock_chip(patient.moment.at),
    "battery": lambda _, __: machine.battery(),
    "disk": lambda patient, _: keeping.disk(patient.folder),
    "disk_age": lambda patient, _: machine.disk_age(patient.folder),
    "database": lambda patient, _: keeping.database(patient.folder, patient.key_path),
    "backups": lambda patient, _: keeping.backups(patient.folder, patient.moment.at),
    "keys": lambda patient, _: keeping.keys(patient.folder, patient.key_path),
    "hub": lambda _, __: found("hub", "alone"),
    "fonts": lambda _, __: media.fonts(),
    "voice": lambda _, __: media.voice(),
    "lockdown": lambda patient, _: machine.lockdown(patient.folder),
}


def examined(patient: Patient, patience_s: float = PATIENCE_S) -> tuple[Check, ...]:
    """Every part, in the order in which they are told; one that hangs holds up none of the others."""
    settings, said = settings_of(patient.folder)
    ends = time.monotonic() + patience_s
    asked = {name: asking(look, patient, settings) for name, look in LOOKS.items()}
    return (*(answer(name, future, ends - time.monotonic()) for name, future in asked.items()), said)


def asking(look: Look, patient: Patient, settings: Settings) -> "Future[Check]":
    """Nobody waits for the thread at the end of the program: what hangs in a device may hang for ever."""
    future: Future[Check] = Future()

    def work() -> None:
        try:
            future.set_result(look(patient, settings))
        except Exception as fault:
            future.set_exception(fault)

    Thread(target=work, name="doctor", daemon=True).start()
    return future


def answer(name: str, future: "Future[Check]", left_s: float) -> Check:
    try:
        return future.result(max(left_s, 0.0))
    except TimeoutError:
        return slow(name)
    except Exception:
        log.exception("a part could not be looked at", extra={"part": name})
        return slow(name)


def settings_of(folder: Path) -> tuple[Settings, Check]:
    try:
        return read_settings(folder), found("settings", "good")
    except SettingsUnread as wrong:
        return Settings(), found("settings", "wrong", mistakes=str(wrong).replace(str(folder) + "/", ""))
