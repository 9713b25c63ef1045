"""Which printers there are: none, none that the program can speak to, or CUPS'; and whether one answers."""

import socket

import pytest

from kiosk.devices import printer
from kiosk.devices.cups_printers import CupsPrinters
from kiosk.devices.printer import NoPrinters, PrinterAway, printers_of, reachable
from kiosk.devices.settings import Printers


def test_nothing_in_the_settings() -> None:
    found = printers_of(Printers())
    assert isinstance(found, NoPrinters) and found.why == "not_set_up"


def test_a_machine_that_cannot_print_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "find_spec", lambda name: None)
    found = printers_of(Printers(certificates="hall"))
    for asked in (lambda: found.look("certificates"), lambda: found.make("slips", "x"), lambda: found.job(1, "x")):
        with pytest.raises(PrinterAway) as away:
            asked()
        assert away.value.why == "no_library"


def test_a_role_without_a_queue() -> None:
    found = printers_of(Printers(certificates="hall"))
    assert isinstance(found, CupsPrinters)
    with pytest.raises(PrinterAway, match="not_set_up"):
        found.make("slips", "x")


def test_a_cups_that_is_not_there() -> None:
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        found = printers_of(Printers(certificates="hall", server=f"127.0.0.1:{port.getsockname()[1]}"))
        with pytest.raises(PrinterAway, match="no_service"):
            found.look("certificates")


def test_only_who_can_be_asked_is_asked() -> None:
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{port.getsockname()[1]}"
        assert not reachable(f"ipp://{address}/ipp/print")
        port.listen()
        assert reachable(f"ipp://{address}/ipp/print")
    assert reachable(f"socket://{address}"), "it may take one caller only"
    assert reachable("usb://ACME/Laser?serial=1") and reachable("")
