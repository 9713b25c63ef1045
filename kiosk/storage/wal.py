"""The log beside the file (SQLite's WAL): which pages it holds, which were committed, where it is damaged."""

import struct
import sys
from array import array
from collections.abc import Callable
from typing import BinaryIO, Literal

from msgspec import Struct
from msgspec.structs import replace

PAGE = 4096
HEADER, FRAME_HEADER = 32, 24
FRAME = FRAME_HEADER + PAGE
MAGIC = 0x377F0682  # its last bit says in which order of bytes the sums are made

Sums = tuple[int, int]
Authentic = Callable[[bytes, int], bool]
# present: committed; torn: written after the last commit; doubtful: not what was written, yet parts may be.
Written = Literal["present", "torn", "doubtful"]


class Frame(Struct, frozen=True):
    """One page as one step wrote it."""

    number: int
    offset: int  # of the page in the log
    pages: int  # how many the database has after this step; 0 but for the step's last frame
    written: Written


class Log(Struct, frozen=True):
    there: bool = False
    whole: bool = False  # nothing says that anything in it is missing
    damaged: int = 0  # frames that are not what was written
    frames: tuple[Frame, ...] = ()
    pages: int | None = None  # how many the database has after the last committed step


def added(sums: Sums, content: bytes, *, big: bool) -> Sums:
    first, second = sums
    words = array("I", content)
    if big != (sys.byteorder == "big"):
        words.byteswap()
    numbers = iter(words)
    for even, odd in zip(numbers, numbers, strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second


def read_log(file: BinaryIO | None, authentic: Authentic) -> Log:
    if file is None:
        return Log()
    size = file.seek(0, 2)
    return Reading(file, size, authentic).log() if size > HEADER + FRAME_HEADER else Log(there=True)


class Reading:
    """Follows the chain of sums as SQLite does, and goes on beyond a damage where SQLite would stop."""

    def __init__(self, file: BinaryIO, size: int, authentic: Authentic) -> None:
        self.file, self.size, self.authentic = file, size, authentic
        head = self.at(0, HEADER)
        self.big = bool(head[3] & 1)
        self.sums = self.told(head)
        magic = int.from_bytes(head[:4], "big") & ~1
        good = magic == MAGIC and added((0, 0), head[:24], big=self.big) == self.sums
        # The salt is the same in every frame of this log, and differs in what is left of an earlier one.
        self.salt = head[16:24] if good else self.at(HEADER + 8, 8)
        self.damaged = 0 if good else 1
        self.frames: list[Frame] = []
        self.whole = (size - HEADER) % FRAME == 0

    def at(self, offset: int, count: int) -> bytes:
        self.file.seek(offset)
        return self.file.read(count)

    def told(self, head: bytes) -> Sums:
        first, second = struct.unpack(">2I", head[-8:])
        return first, second

    def log(self) -> Log:
        for offset in range(HEADER, self.size - FRAME + 1, FRAME):
            if not self.takes(offset):
                break
        last = max((n for n, f in enumerate(self.frames) if f.pages and f.written == "present"), default=-1)
        after = [replace(f, written="torn") for f in self.frames[last + 1 :] if f.written == "present"]
        whole = self.whole and not self.damaged and last == len(self.frames) - 1 >= 0
        pages = self.frames[last].pages if last >= 0 else None
        return Log(True, whole, self.damaged, (*self.frames[: last + 1], *after), pages)

    def takes(self, offset: int) -> bool:
        """False where the log ends: what follows is left of an earlier one, or of a step that was taken back."""
        content = self.at(offset, FRAME)
        head, page = content[:FRAME_HEADER], content[FRAME_HEADER:]
        number, pages = struct.unpack(">2I", head[:8])
        sums, told = added(self.sums, head[:8] + page, big=self.big), self.told(head)
        good = self.authentic(page, number)
        if sums != told:
            if good and (head[8:16] != self.salt or not self.beyond_damage(offset, sums)):
                self.whole = self.whole and head[8:16] != self.salt
                return False
            self.damaged += not good or not self.damaged
            sums = sums if good and self.follows(offset + FRAME, sums) else told
        elif head[8:16] != self.salt:
            self.damaged += 1  # SQLite would stop here, though it follows from the frame before
        self.sums = sums
        self.frames.append(Frame(number, offset + FRAME_HEADER, pages, "present" if good else "doubtful"))
        return True

    def beyond_damage(self, offset: int, sums: Sums) -> bool:
        """A good page with a wrong sum: something before it was damaged, or its sum alone is."""
        return bool(self.damaged) or self.follows(offset + FRAME, sums)

    def follows(self, offset: int, sums: Sums) -> bool:
        content = self.at(offset, FRAME)
        if len(content) < FRAME:
            return False
        return added(sums, content[:8] + content[FRAME_HEADER:], big=self.big) == self.told(content[:FRAME_HEADER])
