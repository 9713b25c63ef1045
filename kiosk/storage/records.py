"""Records: rows out of one decrypted page of a table, and what an inner page says of those below it."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Protocol

from msgspec import Struct

LEAF, INNER = 13, 5
FIRST_PAGE_HEAD = 100
PAYLOAD_MAX = 1 << 24  # no row of ours comes near; a damaged length does
TEXT, BLOB = 1, 0
INT_BYTES = (0, 1, 2, 3, 4, 6, 8)


class Pages(Protocol):
    usable: tuple[int, ...]  # how many bytes of a page SQLite fills, or may

    def present(self, number: int) -> bytes | None: ...


class Row(Struct, frozen=True):
    rowid: int
    values: tuple[Any, ...]
    spilled: bool  # part of it lies in other pages


class Inner(Struct, frozen=True):
    """Which pages lie below; the greatest row number of all but the last of them."""

    children: tuple[int, ...]
    last_key: int


def varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, at + n + 1


def head_of(number: int) -> int:
    return FIRST_PAGE_HEAD if number == 1 else 0


def cells(data: bytes, number: int, kind: int) -> Iterator[int]:
    """Where each cell begins; a damaged page may say anything, so only what can be is believed."""
    head = head_of(number)
    if data[head] != kind:
        return
    first = head + (8 if kind == LEAF else 12)
    for n in range(min(int.from_bytes(data[head + 3 : head + 5], "big"), (len(data) - first) // 2)):
        cell = int.from_bytes(data[first + 2 * n : first + 2 * n + 2], "big")
        if first < cell < len(data):
            yield cell


def rows(data: bytes, number: int, pages: Pages) -> Iterator[Row]:
    for cell in cells(data, number, LEAF):
        for usable in pages.usable:
            # A cell that is not what was written is passed over; the next may be.
            with suppress(IndexError, ValueError):
                yield row_at(data, cell, usable, pages)
                break


def row_at(data: bytes, cell: int, usable: int, pages: Pages) -> Row:
    length, at = varint(data, cell)
    rowid, at = varint(data, at)
    if not 0 < rowid < 1 << 63 or length > PAYLOAD_MAX:
        raise ValueError(rowid, length)
    spilled = length > usable - 35
    payload = spilled_payload(data[at:], length, usable, pages) if spilled else data[at : at + length]
    return Row(rowid, record(payload), spilled)


def spilled_payload(data: bytes, length: int, usable: int, pages: Pages) -> bytes:
    """A part in the row's own page, the rest in pages that each name the next."""
    least, each = (usable - 12) * 32 // 255 - 23, usable - 4
    held = least + (length - least) % each
    held = held if held <= usable - 35 else least
    payload, following = data[:held], int.from_bytes(data[held : held + 4], "big")
    while len(payload) < length and following and (more := pages.present(following)):
        following, payload = int.from_bytes(more[:4], "big"), payload + more[4 : 4 + each]
    return payload[:length]


def record(payload: bytes) -> tuple[Any, ...]:
    end, at = varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = value_at(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError("a record that does not fill its cell")
    return tuple(values)


def value_at(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind >= 12:
        end = at + (kind - 12) // 2
        content = payload[at:end]
        return (content.decode() if kind % 2 == TEXT else content), end
    if kind in (8, 9):
        return kind - 8, at
    if kind == 7:
        return float("nan"), at + 8  # no table of interest holds one
    size = INT_BYTES[kind]
    return (int.from_bytes(payload[at : at + size], "big", signed=True) if size else None), at + size


def inner(data: bytes, number: int) -> Inner | None:
    found = list(cells(data, number, INNER))
    if not found:
        return None
    head = head_of(number)
    children = [int.from_bytes(data[c : c + 4], "big") for c in found]
    children.append(int.from_bytes(data[head + 8 : head + 12], "big"))
    return Inner(tuple(children), max(varint(data, c + 4)[0] for c in found))
