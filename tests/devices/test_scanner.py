"""Bytes and keys become scans: the same ones, however the bytes are cut into reads."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from kiosk.devices.input_keys import ENTERS, EVENT, KEY, KEYS, LOST, PRESSED, SHIFTS, SYN, SYN_DROPPED, KeyScans
from kiosk.devices.scanner import HELD_MAX, ByteScans
from kiosk.devices.sightings import AGREE_S, GONE_S, Sightings

COPY, CARD = b"2000100000012", b"HK1:member/abc"
ENDED = [
    (COPY + b"\r", ["2000100000012"]),
    (COPY + b"\n", ["2000100000012"]),
    (COPY + b"\r\n", ["2000100000012"]),
    (COPY + b"\t", ["2000100000012"]),
    (COPY + b"\0", ["2000100000012"]),
    (b"\x02" + COPY + b"\x03", ["2000100000012"]),
    (COPY + b"\r" + CARD + b"\r\n" + COPY + b"\r", ["2000100000012", "HK1:member/abc", "2000100000012"]),
    ("红楼梦\r".encode(), ["红楼梦"]),
    (b"\xff\xfe12\r", ["\ufffd\ufffd12"]),
    (b"\r\n\r\n\t\0", []),
    (b"", []),
    (b"7" * (HELD_MAX + 500) + b"\r" + COPY + b"\r", ["7" * HELD_MAX, "2000100000012"]),
]


@pytest.mark.parametrize(("data", "scans"), ENDED, ids=range(len(ENDED)))
def test_every_end_of_a_scan(data: bytes, scans: list[str]) -> None:
    assert ByteScans().feed(data) == scans


def test_a_scan_without_an_end_ends_by_the_pause() -> None:
    held = ByteScans()
    assert held.feed(COPY[:5]) == held.feed(COPY[5:]) == []
    assert held.pause() == [COPY.decode()]
    assert held.pause() == []


def test_half_a_scan_of_a_scanner_that_is_gone_is_forgotten() -> None:
    held = ByteScans()
    held.feed(COPY[:5])
    held.forget()
    assert held.feed(COPY + b"\r") == [COPY.decode()]


def test_without_any_end_the_bytes_held_are_bounded() -> None:
    held = ByteScans()
    for _ in range(100):
        assert held.feed(b"7" * 999) == []
    assert held.pause() == ["7" * HELD_MAX]


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in pairwise(places)]


LETTERS = st.one_of(st.sampled_from(b"\r\n\t\0\x02\x03"), st.integers(0, 255))


@given(st.lists(LETTERS, max_size=200).map(bytes), st.lists(st.integers(0, 10_000), max_size=30))
def test_cuts_do_not_matter(data: bytes, cuts: list[int]) -> None:
    whole, cut = ByteScans(), ByteScans()
    expected = whole.feed(data) + whole.pause()
    assert [scan for piece in pieces(data, cuts) for scan in cut.feed(piece)] + cut.pause() == expected


def event(kind: int, code: int, value: int) -> bytes:
    return EVENT.pack(1, 2, kind, code, value) + EVENT.pack(1, 2, SYN, 0, 0)


def stroke(code: int) -> bytes:
    return event(KEY, code, PRESSED) + event(KEY, code, 0)


def keys(text: str) -> bytes:
    """As a scanner types it, Enter included."""
    found = b""
    for letter in text:
        code, shifted = next((c, pair[0] != letter) for c, pair in KEYS.items() if letter in pair)
        shift = [event(KEY, SHIFTS[0], value) if shifted else b"" for value in (PRESSED, 0)]
        found += shift[0] + stroke(code) + shift[1]
    return found + stroke(ENTERS[0])


PRINTED = "".join(chr(code) for code in range(33, 127))


@pytest.mark.parametrize("text", ["2000100000012", "HK1:aB_c-D/e+f==", PRINTED, "a b"])
def test_keys_become_text(text: str) -> None:
    assert KeyScans().feed(keys(text)) == [text]


@given(st.lists(st.text(PRINTED, min_size=1, max_size=20), max_size=5), st.lists(st.integers(0, 100_000), max_size=20))
def test_cuts_within_a_record_do_not_matter(texts: list[str], cuts: list[int]) -> None:
    scans = KeyScans()
    data = b"".join(keys(text) for text in texts)
    assert [scan for piece in pieces(data, cuts) for scan in scans.feed(piece)] == texts


def test_digits_of_the_keypad_and_its_enter() -> None:
    codes = {pair[0]: code for code, pair in KEYS.items() if 71 <= code <= 83}
    assert KeyScans().feed(b"".join(stroke(codes[d]) for d in "0123456789") + stroke(ENTERS[1])) == ["0123456789"]


def test_a_scan_that_lost_keys_does_not_pass_for_another() -> None:
    scans = KeyScans()
    data = stroke(3) + stroke(4) + event(SYN, SYN_DROPPED, 0) + stroke(5) + stroke(ENTERS[0])
    assert scans.feed(data) == ["23" + LOST + "4"]


def test_a_held_key_and_other_events_type_nothing() -> None:
    scans = KeyScans()
    assert scans.feed(event(KEY, 2, PRESSED) + event(KEY, 2, 2) + event(4, 4, 458782) + event(KEY, 500, PRESSED)) == []
    assert scans.pause() == ["1"]


SIGHTINGS = [
    ("one picture is no scan", [(0, "a")], []),
    ("two pictures are", [(0, "a"), (0.1, "a")], ["a"]),
    ("too far apart", [(0, "a"), (AGREE_S + 0.1, "a")], []),
    ("misread in between", [(0, "a"), (0.1, "b"), (0.2, "a")], ["a"]),
    ("held there for long", [(n / 10, "a") for n in range(100)], ["a"]),
    ("flickering", [(n * 0.9, "a") for n in range(9)], ["a"]),
    ("away and back", [(0, "a"), (0.1, "a"), (0.2 + GONE_S, "a"), (0.3 + GONE_S, "a")], ["a", "a"]),
    ("two codes in sight", [(0, "ab"), (0.1, "ab")], ["a", "b"]),
    ("twice in one picture", [(0, "aa")], []),
    ("twice in two pictures", [(0, "aa"), (0.1, "aa"), (0.2, "aa")], ["a"]),
]


@pytest.mark.parametrize(("what", "pictures", "scans"), SIGHTINGS, ids=[what for what, *_ in SIGHTINGS])
def test_what_the_camera_sees(what: str, pictures: list[tuple[float, str]], scans: list[str]) -> None:
    seen = Sightings()
    assert [scan for at, texts in pictures for scan in seen.seen(texts, at)] == scans
