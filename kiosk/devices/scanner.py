"""Scans out of the bytes of a scanner: what it ends, glues together or sends in pieces comes out one scan at a time."""

import re
from typing import Protocol

HELD_MAX = 2000  # beyond this it is no scan of ours; the rest is let go up to the next end
ENDS = re.compile(rb"[\r\n\t\0\x03]")  # the last is ETX; CRLF ends a scan and then an empty one, which is none
STX = b"\x02"


class Scans(Protocol):
    """Makes scans out of whatever a device sends."""

    def feed(self, data: bytes) -> list[str]: ...
    def pause(self) -> list[str]: ...
    def forget(self) -> None: ...


class ByteScans:
    """Holds what has come since the last end."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> list[str]:
        """The scans that these bytes bring to their end."""
        *ended, rest = ENDS.split(data)
        scans = []
        for part in ended:
            self._hold(part)
            scans += self.pause()
        self._hold(rest)
        return scans

    def pause(self) -> list[str]:
        """After a while without bytes: a scanner that sends no end has sent all of it."""
        text = self._held.decode("utf-8", errors="replace")
        self.forget()
        return [text] if text else []

    def forget(self) -> None:
        """The scanner is gone; half a scan is none."""
        self._held.clear()

    def _hold(self, part: bytes) -> None:
        self._held += part.replace(STX, b"")
        del self._held[HELD_MAX:]
