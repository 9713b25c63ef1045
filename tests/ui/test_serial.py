"""A scanner on a serial line, which is a pair of pseudo-terminals: split, glued, unplugged, plugged in again."""

import os
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from waiting import rest, until

from kiosk.devices.settings import Scanners as Settings, SerialPort
from ui.scanner_line import GAP_MS
from ui.scanners import Scanners


class Line:
    """The scanner's end of the line; ours hangs on a name that comes and goes."""

    def __init__(self, folder: Path) -> None:
        self.name, self.master, self.slave = folder / "ttyScan", -1, -1
        self.scans: list[str] = []
        self.missing: list[tuple[str, ...]] = []
        settings = Settings(serial=(SerialPort(str(self.name), 115200),))
        self.scanners = Scanners(settings, self.scans.append, self.missing.append)

    def plug(self) -> None:
        self.master, self.slave = os.openpty()
        tty.setraw(self.slave)
        self.name.symlink_to(os.ttyname(self.slave))

    def unplug(self) -> None:
        self.name.unlink()
        os.close(self.slave)
        os.close(self.master)
        self.master = -1

    def send(self, *pieces: bytes) -> None:
        for piece in pieces:
            os.write(self.master, piece)
            rest(GAP_MS // 10)

    def close(self) -> None:
        self.scanners.close()
        if self.master >= 0:
            self.unplug()


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    made = Line(tmp_path)
    yield made
    made.close()


def test_whole_split_and_glued(line: Line) -> None:
    line.plug()
    line.scanners.start()
    line.send(b"2000100000012\r\n")
    line.send(b"20001000", b"00029", b"\r")
    line.send(b"1111111\r2222222\r3333")
    line.send(b"333\r")
    until(lambda: len(line.scans) == 5)
    assert line.scans == ["2000100000012", "2000100000029", "1111111", "2222222", "3333333"]
    assert line.missing == []


def test_without_an_end_the_pause_ends_it(line: Line) -> None:
    line.plug()
    line.scanners.start()
    line.send(b"2000100000012")
    until(lambda: bool(line.scans))
    line.send(b"2000100000029")
    until(lambda: len(line.scans) == 2)
    assert line.scans == ["2000100000012", "2000100000029"]


def test_unplugged_in_the_middle_of_a_scan_and_plugged_in_again(line: Line) -> None:
    line.plug()
    line.scanners.start()
    line.send(b"2000100000012\r")
    until(lambda: bool(line.scans))
    os.write(line.master, b"99999")
    line.unplug()
    until(lambda: line.missing == [("serial",)])
    line.plug()
    until(lambda: line.missing == [("serial",), ()])
    line.send(b"2000100000029\r")
    until(lambda: line.scans[-1] == "2000100000029")
    assert line.scans[0] == "2000100000012"
    assert "999992000100000029" not in line.scans


def test_not_there_at_the_start(line: Line) -> None:
    line.scanners.start()
    assert line.missing == [("serial",)]
    line.plug()
    until(lambda: line.missing == [("serial",), ()])
    line.send(b"2000100000012\r")
    until(lambda: line.scans == ["2000100000012"])
