"""Whoever starts a kiosk, as systemd does: hears when it is ready and that it lives, on a screen of its own."""

import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from displays import COLOURS_MIN, Display, until

WATCHDOG_S = 20  # as in hall-kiosk.service
READY, ALIVE = b"READY=1", b"WATCHDOG=1"
LONG_S = 120.0  # a machine may have much else to do
PICTURES = Path(__file__).parents[1] / "build" / "proof"


class Service:
    """One kiosk after another on the same folder, the next when the last has ended."""

    def __init__(self, display: Display, folder: Path, address: Path) -> None:
        self.display, self.folder, self.address = display, folder, address
        self.ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.ear.bind(str(self.address))

    def start(self) -> None:
        told = {"NOTIFY_SOCKET": str(self.address), "WATCHDOG_USEC": str(WATCHDOG_S * 1_000_000)}
        command = [sys.executable, "-m", "kiosk.cli", "run", "--served", "--data", str(self.folder)]
        room = self.display.room | told
        self.kiosk = subprocess.Popen(command, env=room, stderr=subprocess.DEVNULL)
        self.display.started.append(self.kiosk)

    def hears(self, word: bytes, seconds: float = LONG_S) -> float:
        """How long it took."""
        began = time.monotonic()
        while (left := began + seconds - time.monotonic()) > 0:
            self.ear.settimeout(left)
            try:
                if self.ear.recv(64) == word:
                    return time.monotonic() - began
            except TimeoutError:
                break
        raise AssertionError(f"nobody said {word!r} in {seconds} s")

    def close(self) -> None:
        self.ear.close()

    def forgets(self) -> None:
        """What was said until now."""
        self.ear.setblocking(False)
        with suppress(BlockingIOError):
            while self.ear.recv(64):
                pass

    def ends(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.kiosk.send_signal(how)
        code = self.kiosk.wait(LONG_S)
        self.display.started.remove(self.kiosk)
        return code

    def logged(self, code: str) -> int:
        return sum(log.read_text("utf-8").count(f'"code": "{code}"') for log in (self.folder / "log").glob("*.log*"))

    def photographed(self, name: str) -> None:
        """For a person to look at."""
        until(lambda: self.display.colours() > COLOURS_MIN)
        time.sleep(1)  # what comes up has come up
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.display.picture().save(PICTURES / f"{name}.png")
