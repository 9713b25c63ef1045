"""A kiosk that a service has started: heard, ended in order; one that falls until it rests; one that cannot begin."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from commands import kiosk

from kiosk.upkeep.starts import FALLS_MAX, FILE

LONG_S = 60


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as made:
        made.bind(str(tmp_path / "notify"))
        made.settimeout(LONG_S)
        yield made


def served(folder: Path) -> "subprocess.Popen[bytes]":
    told = {"NOTIFY_SOCKET": str(folder.parent / "notify"), "WATCHDOG_USEC": "600000", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "kiosk.cli", "run", "--served", "--data", str(folder)]
    return subprocess.Popen(command, env=os.environ | told, stderr=subprocess.DEVNULL)


def ended(program: "subprocess.Popen[bytes]") -> int:
    program.terminate()
    return program.wait(LONG_S)


def test_a_service_hears_its_kiosk_and_ends_it_in_order(tmp_path: Path, ear: socket.socket) -> None:
    folder = tmp_path / "data"
    assert kiosk("setup", "--data", str(folder), "--hall", "江北职工书屋").returncode == 0
    program = served(folder)
    assert [ear.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
    assert (folder / FILE).exists()
    assert ended(program) == 0
    assert not (folder / FILE).exists()


def test_a_kiosk_that_falls_again_and_again_rests_and_tells_its_service(tmp_path: Path, ear: socket.socket) -> None:
    """While it rests it needs neither the key nor the database: either may be what made it fall."""
    folder = tmp_path / "data"
    assert kiosk("setup", "--data", str(folder), "--hall", "江北职工书屋").returncode == 0
    for fall in range(FALLS_MAX):
        program = served(folder)
        assert ear.recv(64) == b"READY=1"
        program.kill()
        assert program.wait(LONG_S) < 0
        assert len((folder / FILE).read_text("ascii").splitlines()) == fall + 1
        quiet(ear)
    (tmp_path / "data.key").rename(tmp_path / "kept.key")
    program = served(folder)
    assert ear.recv(64) == b"READY=1"
    assert not (folder / FILE).exists(), "it counts anew when it has rested"
    assert "D-01" not in (folder / "log/kiosk.log").read_text("utf-8"), "nothing was opened"
    assert ended(program) == 0


def test_a_kiosk_without_its_key_stays_up_says_so_and_is_no_fall(tmp_path: Path, ear: socket.socket) -> None:
    folder = tmp_path / "data"
    assert kiosk("setup", "--data", str(folder), "--hall", "江北职工书屋").returncode == 0
    (tmp_path / "data.key").rename(tmp_path / "kept.key")
    program = served(folder)
    assert [ear.recv(64) for _ in range(2)] == [b"READY=1", b"WATCHDOG=1"]
    assert '"code": "D-01"' in (folder / "log/kiosk.log").read_text("utf-8")
    assert ended(program) == 0
    assert not (folder / FILE).exists()


def test_where_nothing_has_been_set_up_the_first_start_is_shown_and_writes_nothing(
    tmp_path: Path, ear: socket.socket
) -> None:
    program = served(tmp_path / "data")
    assert [ear.recv(64) for _ in range(2)] == [b"READY=1", b"WATCHDOG=1"]
    assert ended(program) == 0
    assert not list(tmp_path.glob("data*/kiosk.db")) and not (tmp_path / "data.key").exists()


def quiet(ear: socket.socket) -> None:
    """What the one that fell had still said."""
    ear.setblocking(False)
    with suppress(BlockingIOError):
        while ear.recv(64):
            pass
    ear.settimeout(LONG_S)
