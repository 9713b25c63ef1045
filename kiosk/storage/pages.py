"""Pages: reads the encrypted file and its log page by page, where SQLite itself would give up."""

import hmac
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Literal

from msgspec import Struct

from kiosk.storage.wal import PAGE, Frame, read_log

SALT, IV, MAC = 16, 16, 32
ENCRYPTED = PAGE - IV - MAC
LOCK_PAGE = 0x40000000 // PAGE + 1  # SQLite never writes it: its bytes are for locks
MAC_SALT_MASK, MAC_KEY_ROUNDS = 0x3A, 2
WAL_MODE = 2
# What SQLite leaves free for IV and HMAC: as much as SQLCipher's default needs, or what ours does; page 1 says which.
KEPT_FREE = (80, 48)

# present: as it was last committed; past: an earlier version; torn: its step was never finished;
# doubtful: not what was written, yet parts of it may be.
Standing = Literal["present", "past", "torn", "doubtful"]


class Image(Struct, frozen=True):
    """One page as it stands somewhere in the file or the log, decrypted."""

    number: int
    plain: bytes
    standing: Standing


class PageKey:
    """SQLCipher 4: AES-256-CBC, HMAC-SHA256 over the encrypted bytes, their IV and the page's number."""

    def __init__(self, key: str) -> None:
        whole = bytes.fromhex(key)
        self.key, salt = whole[:32], bytes(byte ^ MAC_SALT_MASK for byte in whole[32:])
        self.mac_key = pbkdf2_hmac("sha512", self.key, salt, MAC_KEY_ROUNDS, 32)

    def mac(self, page: bytes, number: int) -> bytes:
        start = SALT if number == 1 else 0
        return hmac.digest(self.mac_key, page[start : ENCRYPTED + IV] + number.to_bytes(4, "little"), "sha256")

    def authentic(self, page: bytes, number: int) -> bool:
        return hmac.compare_digest(self.mac(page, number), page[ENCRYPTED + IV :])

    def plain(self, page: bytes, number: int) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        start = SALT if number == 1 else 0
        cipher = Cipher(algorithms.AES(self.key), modes.CBC(page[ENCRYPTED : ENCRYPTED + IV])).decryptor()
        return page[:start] + cipher.update(page[start:ENCRYPTED])


class PageFile:
    """A database file with its log, however damaged; nothing in it is ever written."""

    def __init__(self, path: Path, key: str) -> None:
        self.key = PageKey(key)
        log_path = path.with_name(path.name + "-wal")
        self.main = path.open("rb")
        self.log_file = log_path.open("rb") if log_path.exists() else None
        self.log = read_log(self.log_file, self.key.authentic)
        self.there, rest = divmod(self.main.seek(0, 2), PAGE)
        self.newest = {frame.number: frame for frame in self.log.frames if frame.written == "present"}
        head = self.present(1)
        self.pages_told = self.log.pages or (int.from_bytes(head[28:32], "big") if head else None)
        self.usable = tuple(PAGE - free for free in ((head[20],) if head else KEPT_FREE))
        # A file that is used with a log, and lies here without it, cannot say that nothing is missing.
        has_log = self.log.whole or (not self.log.there and head is not None and head[18] != WAL_MODE)
        self.whole = head is not None and has_log and not rest

    def close(self) -> None:
        self.main.close()
        if self.log_file:
            self.log_file.close()

    def in_file(self, number: int) -> bytes:
        self.main.seek((number - 1) * PAGE)
        return self.main.read(PAGE)

    def in_log(self, frame: Frame) -> bytes:
        assert self.log_file
        self.log_file.seek(frame.offset)
        return self.log_file.read(PAGE)

    def present(self, number: int) -> bytes | None:
        """The page as it was last committed; none where it is damaged or not there."""
        if frame := self.newest.get(number):
            return self.key.plain(self.in_log(frame), number)
        page = self.in_file(number) if 1 <= number <= self.there else b""
        return self.key.plain(page, number) if page and self.key.authentic(page, number) else None

    def images(self) -> Iterator[Image]:
        """Everything that is there: the file first, then the log in its order."""
        for number in range(1, self.there + 1):
            page = self.in_file(number)
            good, older = self.key.authentic(page, number), number in self.newest or number > self.last()
            yield Image(
                number, self.key.plain(page, number), "doubtful" if not good else "past" if older else "present"
            )
        for frame in self.log.frames:
            older = frame.written == "present" and self.newest[frame.number] is not frame
            plain = self.key.plain(self.in_log(frame), frame.number)
            yield Image(frame.number, plain, "past" if older else frame.written)

    def last(self) -> int:
        return self.pages_told or max(self.there, *self.newest, 0)

    def damaged(self) -> list[int]:
        """Pages that cannot be read as they were last written."""
        numbers = (n for n in range(1, self.last() + 1) if n != LOCK_PAGE)
        return [n for n in numbers if self.present(n) is None]
