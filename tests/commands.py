"""The `kiosk` command as another program uses it, and a demo hall that a test may change."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec


def kiosk(*arguments: str, given: str = "", room: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk.cli", *arguments]
    whole = os.environ | (room or {})
    return subprocess.run(command, input=given, capture_output=True, text=True, timeout=120, check=False, env=whole)


class DemoHall:
    """A copy of the demo that one test may change."""

    def __init__(self, folder: Path, made: dict[str, Any]) -> None:
        self.folder, self.made = folder, made

    def kiosk(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return kiosk(*arguments, "--data", str(self.folder), given=given)

    def member(self, state: str, n: int = 0) -> str:
        number = [m["number"] for m in self.made["members"] if m["state"] == state][n]
        return self.kiosk("code", "member", number).stdout.strip()

    def copy(self, state: str = "here", n: int = 0) -> str:
        return str([c["number"] for c in self.made["copies"] if c["state"] == state][n])

    def staff(self, role: str) -> str:
        return str(next(s["number"] for s in self.made["staff"] if s["role"] == role))

    def here(self) -> list[str]:
        return [str(c["number"]) for c in self.made["copies"] if c["state"] == "here"]

    def play(self, *lines: str, now: str | None = None) -> list[dict[str, Any]]:
        extra = ("--now", now) if now else ()
        done = self.kiosk("console", *extra, given="\n".join(lines) + "\n")
        assert done.returncode == 0, done.stderr
        return [msgspec.json.decode(line) for line in done.stdout.splitlines()]
