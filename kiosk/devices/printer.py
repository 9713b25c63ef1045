"""Printer: what the house asks of any printing system, and the honest answer where there is none."""

import socket
import sys
from importlib.util import find_spec
from typing import Protocol
from urllib.parse import urlsplit

from kiosk.devices.settings import Printers as PrinterSettings
from kiosk.domain.printing import JobLook, PrinterLook, Role, Why

PORTS = {"ipp": 631, "ipps": 631, "http": 80, "https": 443}
REACH_S = 1.5  # long enough for one packet to be lost


class PrinterAway(Exception):
    """Nothing can be handed over at present; `why` is one of the closed list."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Printers(Protocol):
    """Asked from one thread only; each answer within a bounded time, or `PrinterAway`."""

    def named(self, name: str) -> int | None:
        """The job of that name, if it was made before."""

    def make(self, role: Role, name: str) -> int:
        """A job with nothing in it yet: nothing is printed before `send`."""

    def send(self, role: Role, number: int, pdf: bytes) -> None: ...
    def job(self, number: int, name: str) -> JobLook | None: ...
    def look(self, role: Role) -> PrinterLook: ...
    def cancel(self, number: int, name: str) -> None: ...
    def forget(self, number: int, name: str) -> None:
        """The printing system keeps no copy of what was printed."""


class NoPrinters:
    """No printer in the settings, or a machine on which the program cannot print."""

    def __init__(self, why: Why) -> None:
        self.why = why

    def named(self, name: str) -> int | None:
        raise PrinterAway(self.why)

    def make(self, role: Role, name: str) -> int:
        raise PrinterAway(self.why)

    def send(self, role: Role, number: int, pdf: bytes) -> None:
        raise PrinterAway(self.why)

    def job(self, number: int, name: str) -> JobLook | None:
        raise PrinterAway(self.why)

    def look(self, role: Role) -> PrinterLook:
        raise PrinterAway(self.why)

    def cancel(self, number: int, name: str) -> None:
        raise PrinterAway(self.why)

    def forget(self, number: int, name: str) -> None:
        raise PrinterAway(self.why)


def printers_of(settings: PrinterSettings) -> Printers:
    """CUPS where there is one; pycups itself is loaded only when something is printed."""
    if not (settings.certificates or settings.slips or settings.labels):
        return NoPrinters("not_set_up")
    if sys.platform == "win32" or find_spec("cups") is None:
        return NoPrinters("no_library")
    from kiosk.devices.cups_printers import CupsPrinters

    return CupsPrinters(settings)


def queues() -> tuple[str, ...]:
    """All that CUPS knows of on this machine, by name."""
    if sys.platform == "win32" or find_spec("cups") is None:
        return ()
    from kiosk.devices.cups_printers import CupsPrinters

    try:
        return CupsPrinters(PrinterSettings()).queue_names()
    except PrinterAway:
        return ()


def reachable(device: str) -> bool:
    """Whether an IPP printer answers: CUPS does not say. Others may take one caller only, and of those it does say."""
    parts = urlsplit(device)
    if not parts.hostname or parts.scheme not in PORTS:
        return True
    try:
        with socket.create_connection((parts.hostname, parts.port or PORTS[parts.scheme]), timeout=REACH_S):
            return True
    except OSError:
        return False
