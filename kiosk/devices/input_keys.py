"""Keys of a Linux input device become scans, as a scanner in keyboard mode types them: US layout, Enter at the end."""

import struct

from kiosk.devices.scanner import ByteScans

EVIOCGRAB = 0x40044590  # _IOW('E', 0x90, int): from then on nobody else hears the device
EVENT = struct.Struct("llHHi")  # struct input_event: seconds, microseconds, type, code, value
SYN, KEY = 0, 1  # types
SYN_DROPPED = 3  # the kernel's queue ran over
PRESSED = 1  # 0 is let go, 2 is held down
SHIFTS = (42, 54)
ENTERS = (28, 96)
TAB = 15
LOST = "\ufffd"


def typed(first: int, plain: str, shifted: str) -> dict[int, tuple[str, str]]:
    """A row of keys, whose codes follow one another."""
    return dict(enumerate(zip(plain, shifted, strict=True), first))


KEYS = (
    typed(2, "1234567890-=", "!@#$%^&*()_+")
    | typed(16, "qwertyuiop[]", "QWERTYUIOP{}")
    | typed(30, "asdfghjkl;'`", 'ASDFGHJKL:"~')
    | typed(43, "\\zxcvbnm,./", "|ZXCVBNM<>?")
    | typed(71, "789-456+1230.", "789-456+1230.")
    | {55: ("*", "*"), 57: (" ", " "), 98: ("/", "/"), 86: ("\\", "|"), TAB: ("\t", "\t")}
    | dict.fromkeys(ENTERS, ("\r", "\r"))
)


class KeyScans:
    """Holds the shift keys that are down, and a record that came in pieces."""

    def __init__(self) -> None:
        self._scans, self._piece = ByteScans(), b""
        self._down: set[int] = set()

    def feed(self, data: bytes) -> list[str]:
        data = self._piece + data
        whole = len(data) - len(data) % EVENT.size
        self._piece = data[whole:]
        text = "".join(self._event(*record[2:]) for record in EVENT.iter_unpack(data[:whole]))
        return self._scans.feed(text.encode())

    def pause(self) -> list[str]:
        return self._scans.pause()

    def forget(self) -> None:
        self._scans.forget()
        self._piece = b""
        self._down.clear()

    def _event(self, kind: int, code: int, value: int) -> str:
        """A scan of which keys were lost has to be refused; it must not pass for another."""
        if (kind, code) == (SYN, SYN_DROPPED):
            self._down.clear()
            return LOST
        if kind != KEY:
            return ""
        if code in SHIFTS:
            (self._down.add if value else self._down.discard)(code)
            return ""
        return KEYS[code][bool(self._down)] if value == PRESSED and code in KEYS else ""
