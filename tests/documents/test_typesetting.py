"""Typesetting: lines end where they may, titles come to fit by rule, names keep every character."""

from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from kiosk.documents.fonts import Fonts
from kiosk.documents.typesetting import (
    ELLIPSIS,
    NOT_FIRST,
    NOT_LAST,
    Room,
    fitted,
    fitted_name,
    fitted_title,
    lines_of,
    pieces,
)

SANS = Fonts()["sans"]
TITLES = st.text(st.sampled_from("工人文化宫书、，。：（）《》“”·AbC 12.3-/"), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("红楼梦", "红 楼 梦"),
        ("书，人。", "书， 人。"),
        ("（上）册", "（上） 册"),
        ("《论语》", "《论 语》"),
        ("S7-1200系列", "S7- 1200 系 列"),
        ("I242.4", "I242.4"),
        ("3.14是", "3.14 是"),
        ("don't", "don't"),
    ],
)
def test_what_no_line_end_separates(text: str, parts: str) -> None:
    assert pieces(text) == parts.split()


@pytest.mark.parametrize(
    ("text", "room", "size", "lines"),
    [
        ("红楼梦", Room(20, 9, 4, 2), 4, "红楼梦"),
        ("红楼梦", Room(11, 9, 4, 2), 3.54, "红楼梦"),  # a little smaller, still on one line
        ("家庭食疗一百方", Room(17, 9.2, 4, 2), 4, "家庭食疗 一百方"),  # rather a second line than much smaller
        ("家庭食疗一百方四季篇", Room(12, 9.2, 4, 2, 2), 2.4, "家庭食疗一 百方四季篇"),  # smaller, on two
        ("家庭食疗，一百方，四季篇和其他", Room(9, 9.5, 4, 2), 2, "家庭食 疗，一百 方…"),  # cut at a pause
        ("家庭食疗一百方四季篇和其他", Room(9, 9.5, 4, 2, 2), 2, "家庭食疗 一百方…"),
        ("Programming Controllers", Room(14, 9.2, 4, 2), 2.17, "Programming Controllers"),
        ("Programming Logic Controllers", Room(14, 5, 4, 2), 2, "Programming Logic…"),  # no word is broken
        ("", Room(10, 9, 4, 2), 4, ""),
    ],
)
def test_smaller_then_broken_then_cut(text: str, room: Room, size: float, lines: str) -> None:
    found = fitted(SANS, text, room)
    assert " ".join(found.lines) == lines and found.whole == (ELLIPSIS not in lines)
    assert found.size == pytest.approx(size, rel=0.02)


def test_the_part_before_the_subtitle_is_better_than_a_cut() -> None:
    found = fitted_title(SANS, ("家庭食疗一百方：四季篇和其他许多篇", "家庭食疗一百方"), Room(15, 9, 4, 3.2))
    assert found.whole and "".join(found.lines) == "家庭食疗一百方"


@given(TITLES, st.floats(6, 60), st.floats(4, 20))
@settings(max_examples=400)
def test_nothing_leaves_its_room(text: str, width: float, height: float) -> None:
    room = Room(width, height, 4, 2)
    found = fitted(SANS, text, room)
    assert all(SANS.width(line, found.size) <= width + 1e-6 for line in found.lines)
    assert found.height <= height + 1e-6
    kept = "".join("".join(found.lines).split())
    whole = "".join(text.split())
    assert kept == whole if found.whole else whole.startswith(kept.removesuffix(ELLIPSIS))


@given(TITLES, st.floats(12, 60))
@settings(max_examples=300)
def test_no_line_begins_or_ends_with_what_may_not(text: str, width: float) -> None:
    lines = lines_of(SANS, " ".join(text.split()), 3, width)
    long = [piece for piece in pieces(" ".join(text.split())) if SANS.width(piece.strip(), 3) > width]
    for before, after in pairwise(lines):
        assert long or (after[0] not in NOT_FIRST and before[-1] not in NOT_LAST), lines


@given(st.text(st.sampled_from("买买提阿卜杜拉·吐尔逊𠅤𬭚"), min_size=1, max_size=80), st.floats(10, 60))
@settings(max_examples=200)
def test_a_name_is_never_cut(name: str, width: float) -> None:
    found = fitted_name(SANS, name, Room(width, 8, 6, 3, 2))
    assert "".join(found.lines) == name and found.whole
    assert all(SANS.width(line, found.size) <= width + 1e-6 for line in found.lines)
