"""Starts: how often the kiosk has just fallen; one that falls again and again rests for a while."""

import logging
from pathlib import Path
from types import TracebackType

from kiosk.domain.moment import Moment
from kiosk.storage.lock import FolderInUse

log = logging.getLogger(__name__)
FILE = "starts"
FALLS_MAX, WITHIN_MS = 3, 5 * 60_000
REST_S = 10 * 60  # then it is tried again: what was wrong may have passed, and nobody need come for it
FELL = "P-02"


class Starts:
    """Each start is noted and blotted out when it ends in order: what stays has fallen.

    Counted by the counter of the boot: a clock that jumps makes no falls, and power cuts are none.
    """

    def __init__(self, folder: Path, now: Moment) -> None:
        self.file = folder / FILE
        self.now = now

    def __enter__(self) -> "Starts":
        self._write([*self._recent(), f"{self.now.boot} {self.now.mono_ms}"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        in_order = kind is None or issubclass(kind, FolderInUse)
        if in_order or (isinstance(fault, SystemExit) and not fault.code):
            self.forget()

    def falling(self) -> bool:
        return len(self._recent()) >= FALLS_MAX

    def forget(self) -> None:
        self._write([])

    def _recent(self) -> list[str]:
        try:
            lines = self.file.read_text("ascii").splitlines()[-FALLS_MAX:]
        except (OSError, UnicodeDecodeError):
            return []
        return [line for line in lines if self._is_recent(line)]

    def _is_recent(self, line: str) -> bool:
        boot, _, mono = line.partition(" ")
        return boot == self.now.boot and mono.isdecimal() and 0 <= self.now.mono_ms - int(mono) < WITHIN_MS

    def _write(self, lines: list[str]) -> None:
        """A disk that takes nothing more is no reason to stand still."""
        try:
            if lines:
                self.file.write_text("".join(f"{line}\n" for line in lines), "ascii")
            else:
                self.file.unlink(missing_ok=True)
        except OSError as full:
            log.warning("the start could not be noted: %s", full)
