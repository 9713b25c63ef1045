"""ISO 2709: cuts a file into records, mends what their leaders say, and hands them to pymarc."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace
from pymarc import Record
from pymarc.exceptions import PymarcException

from kiosk.exchange.texts import commonness, decoded

END_OF_RECORD, END_OF_FIELD = b"\x1d", b"\x1e"
LEADER_BYTES, ENTRY_BYTES = 24, 12
RECORD_BYTES_MAX = 1 << 20
PIECE_BYTES = 1 << 20
BETWEEN = b"\r\n\0 \t\x1a\xef\xbb\xbf"
LEADER_INSIDE = re.compile(rb"(?<=.{24})\d{5}[ acdnopu][ a-z][ a-z][ a-z0-9|][ a-z0-9|]22\d{5}", re.DOTALL)
BOTH_TAGS = "001 600 601 610 690 905 907 949 952 982 985 852 998"
CHINESE_TAGS = set(f"{BOTH_TAGS} 010 200 210 215 225 330 606 607 701 702 711 712 801".encode().split())
AMERICAN_TAGS = set(
    f"{BOTH_TAGS} 003 020 084 090 093 100 110 245 260 264 300 490 520 650 651 653 700 710".encode().split()
)
ODD_CODE = re.compile(rb"\x1f[^\x20-\x7e\x1e\x1f]")
TAGS = re.compile(rb"(?:[0-9A-Za-z]{3}.{9})*", re.DOTALL)


# What pymarc finds odd is told in our own words.
logging.getLogger("pymarc").addHandler(logging.NullHandler())


class Raw(Struct, frozen=True):
    """One record's bytes, with its number and where it begins; `whole` is false where its end is missing."""

    number: int
    offset: int
    content: bytes
    whole: bool = True


class Taken(Struct, frozen=True):
    """A record, and how it was read; without one, why not."""

    record: Record | None
    encoding: str = ""
    mended: bool = False
    lost: bool = False  # some characters could not be read
    why: str = ""


def raw_records(path: Path) -> Iterator[Raw]:
    number = 0
    with path.open("rb") as file:
        for offset, content, whole in pieces(file):
            for place, part, ended in apart(content, whole):
                number += 1
                yield Raw(number, offset + place, part, ended)


def pieces(file: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    """What lies between two ends of records; a piece too long for any record is cut there."""
    rest, offset = b"", 0
    while block := file.read(PIECE_BYTES):
        *ended, rest = (rest + block).split(END_OF_RECORD)
        for content in ended:
            yield from trimmed(offset, content, whole=True)
            offset += len(content) + 1
        if len(rest) > RECORD_BYTES_MAX:
            yield from trimmed(offset, rest, whole=False)
            offset, rest = offset + len(rest), b""
    yield from trimmed(offset, rest, whole=False)


def trimmed(offset: int, content: bytes, *, whole: bool) -> Iterator[tuple[int, bytes, bool]]:
    """Line ends and zeros between records are no records."""
    bare = content.lstrip(BETWEEN)
    if bare.rstrip(BETWEEN):
        yield offset + len(content) - len(bare), bare, whole


def apart(content: bytes, whole: bool) -> Iterator[tuple[int, bytes, bool]]:
    """A record that was cut off before its end is not to take the next one with it."""
    starts = [0]
    if not whole or not plausible_length(content):
        starts += [found.start() for found in LEADER_INSIDE.finditer(content)]
    ends = [*starts[1:], len(content)]
    for start, end in zip(starts, ends, strict=True):
        yield start, content[start:end], whole if end == len(content) else False


def plausible_length(content: bytes) -> bool:
    return content[:5].isdigit() and abs(int(content[:5]) - len(content) - 1) <= 2


def taken(raw: Raw) -> Taken:
    """Never an exception: what cannot be read says why."""
    if len(raw.content) > RECORD_BYTES_MAX:
        return Taken(None, why="too long")
    fields = raw.content.split(END_OF_FIELD)
    directory, parts = fields[0][LEADER_BYTES:], fields[1:]
    if parts and not parts[-1].strip(BETWEEN):
        parts.pop()
    elif not raw.whole:
        return Taken(None, why="cut off within a field")
    tags, why = tags_of(directory, len(parts))
    if why:
        return Taken(None, why=why)
    right, tags, parts = told_right(raw.content, fields[0], parts), *wanted(tags, parts)
    encoding = encoding_of(END_OF_FIELD.join(parts), said_utf8=raw.content[9:10] == b"a")
    how = Taken(None, encoding or "?", not right, not encoding)
    if not encoding:
        text = decoded(END_OF_FIELD.join(parts))[0]
        parts, encoding = text.encode("utf-8", "replace").split(END_OF_FIELD), "utf-8"
    return record_of(rebuilt(raw.content[:LEADER_BYTES], tags, parts), encoding, how)


def wanted(tags: list[bytes], parts: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Fields that no title of ours has are not even decoded."""
    read = CHINESE_TAGS if b"200" in tags and b"245" not in tags else AMERICAN_TAGS
    kept = [(tag, part) for tag, part in zip(tags, parts, strict=True) if tag in read]
    return [tag for tag, _ in kept], [part for _, part in kept]


def record_of(content: bytes, letters: str, how: Taken) -> Taken:
    """The leader is made to say what the letters are: pymarc believes it before anything else."""
    utf8 = letters in ("utf-8", "ascii")
    content = content[:9] + (b"a" if utf8 else b" ") + content[10:]
    file_encoding = "iso8859-1" if letters == "marc-8" else letters
    if ODD_CODE.search(content):
        return replace(how, why="a subfield without a code")
    try:
        record = Record(content, force_utf8=utf8, hide_utf8_warnings=True, file_encoding=file_encoding)
    except (PymarcException, ValueError, IndexError, UnicodeError) as fault:
        return Taken(None, why=type(fault).__name__)
    return replace(how, record=record)


def encoding_of(content: bytes, *, said_utf8: bool) -> str:
    """Of a whole record, or "" where none fits; MARC-8 stays as it is, since pymarc knows it."""
    if not said_utf8 and b"\x1b" in content:
        return "marc-8"
    text, encoding = decoded(content, said_utf8=said_utf8)
    few = (len(content) - len(text)) * 12 < len(content)  # two bytes for a character of GBK
    if encoding == "gb18030" and few and accents(content) and commonness(text) < 0.5:
        return "marc-8"
    return "marc-8" if not encoding and accents(content) else encoding


def tags_of(directory: bytes, parts: int) -> tuple[list[bytes], str]:
    """The fields lie one after another, so only their names are needed of the directory, in its order of places."""
    if not parts or len(directory) < ENTRY_BYTES:
        return [], "no fields"
    count = len(directory) // ENTRY_BYTES
    if len(directory) % ENTRY_BYTES or count != parts:
        return [], f"{count} fields in its directory, {parts} in the record"
    entries = [directory[n : n + ENTRY_BYTES] for n in range(0, len(directory), ENTRY_BYTES)]
    if not TAGS.fullmatch(directory):
        return [], "no good directory"
    if directory.isdigit() or all(entry[3:].isdigit() for entry in entries):
        entries.sort(key=lambda entry: int(entry[7:12]))
    return [entry[:3] for entry in entries], ""


def accents(content: bytes) -> bool:
    """ANSEL: a mark above a letter stands alone before it, so high bytes come one by one among Latin letters."""
    high = sum(1 for byte in content if byte > 0x7F)
    alone = len(re.findall(rb"[\xe0-\xfe](?=[A-Za-z])|[\xa1-\xc8](?=[\x20-\x7e\x1e\x1f])", content))
    return high * 6 < len(content) and alone * 2 > high


def rebuilt(leader: bytes, tags: list[bytes], parts: list[bytes]) -> bytes:
    """The same record with a leader and a directory that fit it."""
    entries, at = [], 0
    for tag, part in zip(tags, parts, strict=True):
        entries.append(b"%b%04d%05d" % (tag, min(len(part) + 1, 9999), at))
        at += len(part) + 1
    base = LEADER_BYTES + ENTRY_BYTES * len(tags) + 1
    status = bytes(byte if 0x20 <= byte < 0x7F else 0x20 for byte in leader[5:9].ljust(4))
    head = b"%05d%b 22%05d   4500" % (min(base + at + 1, 99999), status, base)
    body = END_OF_FIELD.join(parts)
    return head + b"".join(entries) + END_OF_FIELD + body + END_OF_FIELD + END_OF_RECORD


def told_right(content: bytes, head: bytes, parts: list[bytes]) -> bool:
    """Whether leader and directory say what is there: every field begins where the one before ends."""
    if content[:5] != b"%05d" % (len(content) + 1) or content[12:17] != b"%05d" % (len(head) + 1):
        return False
    at, told = 0, []
    for part in parts:
        told.append(b"%04d%05d" % (len(part) + 1, at))
        at += len(part) + 1
    return told == [head[n + 3 : n + ENTRY_BYTES] for n in range(LEADER_BYTES, len(head), ENTRY_BYTES)]
