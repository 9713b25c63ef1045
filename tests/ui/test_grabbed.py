"""A scanner in keyboard mode that is read directly: a pipe with the records that the kernel would write."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from waiting import rest, until

from kiosk.devices.input_keys import ENTERS, EVENT, KEY, KEYS, PRESSED, SYN
from kiosk.devices.settings import Scanners as Settings
from ui.scanners import Scanners

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="input devices are Linux's")


def strokes(text: str, *, enter: bool = True) -> bytes:
    codes = [next(code for code, (plain, _) in KEYS.items() if plain == letter) for letter in text]
    codes += ENTERS[:1] if enter else ()
    strike = [
        EVENT.pack(0, 0, KEY, code, value) + EVENT.pack(0, 0, SYN, 0, 0) for code in codes for value in (PRESSED, 0)
    ]
    return b"".join(strike)


class Device:
    """What the kernel would be."""

    def __init__(self, folder: Path) -> None:
        self.path, self.handle = folder / "event7", -1
        self.scans: list[str] = []
        self.missing: list[tuple[str, ...]] = []
        self.scanners = Scanners(Settings(grab=(str(self.path),)), self.scans.append, self.missing.append)

    def plug(self) -> None:
        os.mkfifo(self.path)
        self.handle = os.open(self.path, os.O_RDWR)

    def unplug(self) -> None:
        self.path.unlink()
        os.close(self.handle)
        self.handle = -1

    def close(self) -> None:
        self.scanners.close()
        if self.handle >= 0:
            self.unplug()


@pytest.fixture
def device(tmp_path: Path) -> Iterator[Device]:
    made = Device(tmp_path)
    yield made
    made.close()


def test_keys_become_scans(device: Device) -> None:
    device.plug()
    device.scanners.start()
    os.write(device.handle, strokes("2000100000012") + strokes("hk1/abc"))
    until(lambda: device.scans == ["2000100000012", "hk1/abc"])
    assert device.missing == []


def test_a_record_in_two_pieces(device: Device) -> None:
    device.plug()
    device.scanners.start()
    data = strokes("2000100000012")
    os.write(device.handle, data[:100])
    rest(10)
    os.write(device.handle, data[100:])
    until(lambda: device.scans == ["2000100000012"])


def test_without_enter_the_pause_ends_it(device: Device) -> None:
    device.plug()
    device.scanners.start()
    os.write(device.handle, strokes("2000100000012", enter=False))
    until(lambda: device.scans == ["2000100000012"])


def test_unplugged_and_plugged_in_again(device: Device) -> None:
    device.scanners.start()
    assert device.missing == [("grab",)]
    device.plug()
    until(lambda: device.missing[-1] == ())
    os.write(device.handle, strokes("1234567", enter=False))
    device.unplug()
    until(lambda: device.missing[-1] == ("grab",))
    device.plug()
    until(lambda: device.missing[-1] == ())
    os.write(device.handle, strokes("2000100000012"))
    until(lambda: device.scans[-1:] == ["2000100000012"])
    assert device.scans == ["2000100000012"]
