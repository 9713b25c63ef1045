"""MARCXML: each record is cut out and read alone, so that no bad one stops the rest, and no entity is ever expanded."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax import SAXException

from pymarc import Record
from pymarc.exceptions import PymarcException
from pymarc.marcxml import XmlHandler, parse_xml

from kiosk.exchange.iso2709 import PIECE_BYTES, RECORD_BYTES_MAX, Raw, Taken
from kiosk.exchange.texts import decoded

BEGIN = re.compile(rb"<(?:(\w+):)?record(?=[\s>])")
NAMESPACE = "http://www.loc.gov/MARC21/slim"


def xml_records(path: Path) -> Iterator[Raw]:
    number, offset, rest = 0, 0, b""
    with path.open("rb") as file:
        while True:
            block = file.read(PIECE_BYTES)
            rest += block
            while (cut := cut_out(rest, last=not block)) is not None:
                start, end, whole = cut
                number += 1
                yield Raw(number, offset + start, rest[start:end], whole)
                offset, rest = offset + end, rest[end:]
            if not block:
                return


def cut_out(text: bytes, *, last: bool) -> tuple[int, int, bool] | None:
    """Where the next record begins and ends; one that never ends is given as far as the next begins."""
    begin = BEGIN.search(text)
    if begin is None:
        return None
    close = b"</" + (begin[1] + b":" if begin[1] else b"") + b"record>"
    end = text.find(close, begin.end())
    following = BEGIN.search(text, begin.end())
    if following and (end < 0 or following.start() < end):
        return begin.start(), following.start(), False
    if end >= 0:
        return begin.start(), end + len(close), True
    return (begin.start(), len(text), False) if last or len(text) > RECORD_BYTES_MAX else None


def xml_taken(raw: Raw) -> Taken:
    if not raw.whole or len(raw.content) > RECORD_BYTES_MAX:
        return Taken(None, why="no end")
    text, encoding = decoded(raw.content)
    prefix = BEGIN.match(raw.content)
    named = f":{prefix[1].decode()}" if prefix and prefix[1] else ""
    wrapped = f'<collection xmlns="{NAMESPACE}" xmlns{named}="{NAMESPACE}">' if named else "<collection>"
    handler = XmlHandler()  # type: ignore[no-untyped-call]
    try:
        whole = io.BytesIO(f"{wrapped}{text}</collection>".encode("utf-8", "replace"))
        parse_xml(whole, handler)  # type: ignore[no-untyped-call]
    except (SAXException, PymarcException, ValueError, KeyError, AttributeError, TypeError, IndexError) as fault:
        return Taken(None, why=type(fault).__name__)
    found: list[Record] = handler.records
    if not found:
        return Taken(None, why="no record")
    return Taken(found[0], encoding, lost="\ufffd" in text)
