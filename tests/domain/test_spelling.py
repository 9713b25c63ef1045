"""Spelling: what is typed is always something; letters are syllables in every way they can be."""

import pytest
from hypothesis import given, strategies as st

from kiosk.domain.books import Title
from kiosk.domain.spelling import SYLLABLES, Typed, folded, isbn_of, mistaken, parsed, splits, spoken, whole
from kiosk.domain.tokens import (
    authors,
    character_tokens,
    class_token,
    initials_tokens,
    needed_grams,
    syllable_tokens,
)


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("hlm", ("hlm",)),
        ("HLM", ("hlm",)),
        ("ＨＬＭ", ("hlm",)),
        ("红楼梦 曹雪芹", ("红楼梦", "曹雪芹")),
        ("Python编程", ("python", "编程")),
        ("lü", ("lv",)),
        ("café", ("cafe",)),
        ("1984", ("1984",)),
        ('" OR * NOT ( ^ \x00 -', ("or", "not")),
        ("", ()),
        ("\ud800", ()),
    ],
)
def test_runs(typed: str, runs: tuple[str, ...]) -> None:
    assert parsed(typed).runs == runs


@pytest.mark.parametrize(
    ("typed", "isbn"),
    [
        ("9787020002207", "9787020002207"),
        ("978-7-02-000220-7", "9787020002207"),
        ("7-02-000220-X", "9787020002207"),
        ("ISBN 7-02-000220-x", "9787020002207"),
        ("9787020002208", None),
        ("7020002208", None),
        ("1234567890123", None),
        ("红楼梦", None),
        ("٧٠٢٠٠٠٢٢٠", None),
    ],
)
def test_isbn(typed: str, isbn: str | None) -> None:
    assert isbn_of(typed) == isbn


@pytest.mark.parametrize(
    ("letters", "way"),
    [
        ("honglou", ("hong", "lou")),
        ("hongl", ("hong", "l")),
        ("xian", ("xi", "an")),
        ("xian", ("xian",)),
        ("fangan", ("fan", "gan")),
        ("fangan", ("fang", "an")),
        ("lue", ("lue",)),
        ("nvgong", ("nv", "gong")),
    ],
)
def test_letters_are_syllables(letters: str, way: tuple[str, ...]) -> None:
    assert way in splits(letters)


@pytest.mark.parametrize("letters", ["hlm", "uv", "qq", "hlmhlm", ""])
def test_initials_are_no_syllables(letters: str) -> None:
    assert splits(letters) == ()


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=3))
def test_every_word_of_three_syllables_is_read_as_it_is_meant(said: list[str]) -> None:
    assert any("".join(way) == "".join(said) for way in splits("".join(said)))


@given(st.text(max_size=300))
def test_any_text_is_something(typed: str) -> None:
    found = parsed(typed)
    assert isinstance(found, Typed)
    for run in found.runs:
        assert run.isalnum() and run == folded(run) and not set(run) & set("\"'*^-+:(){}\x00")


@pytest.mark.parametrize(
    ("syllable", "others"), [("zhang", {"zang", "zhan", "zan"}), ("lin", {"nin", "ling"}), ("hu", {"fu"})]
)
def test_accents(syllable: str, others: set[str]) -> None:
    assert others <= set(mistaken(syllable)) <= SYLLABLES - {syllable}


def test_aliases_are_the_syllable_that_is_meant() -> None:
    assert whole("lue") == "lve" and whole("lve") == "lve" and whole("hlm") is None


def test_no_more_than_four_ways_are_kept() -> None:
    assert len(spoken("a/b c/d e/f")) == 4
    assert spoken("chao/zhao yang") == (("chao", "yang"), ("zhao", "yang"))


def test_tokens_of_a_title() -> None:
    title = Title(1, "Go 长城", "[法] 曾敏 著", "TH126.5", reading="go chang cheng", author_reading="zeng min")
    assert {"gcc", "cc", "¶z", "¶zm"} <= set(initials_tokens(title).split())
    assert {"chang", "chang0cheng", "chang0c", "¶zeng", "¶zeng0min"} <= set(syllable_tokens(title).split())
    assert {"长城", "城", "go", "g", "¶曾敏", "¶曾", "§t", "§th1265"} <= set(character_tokens(title).split())


def test_small_rules_of_tokens() -> None:
    assert authors("(清) 王建国；李敏 主编") == ("王建国", "李敏")
    assert needed_grams("abcdef") == ["abcd", "bcde", "cdef"] and needed_grams("abc") == ["abc"]
    assert class_token("I242.4/5-6") == "i242456"
