"""Prompts: each screen is said or silent on purpose, in words of its own, and never with a name or a title."""

from datetime import date
from typing import Any, get_args

import msgspec
import pytest

from kiosk.visit.prompts import Prompt, prompt
from kiosk.visit.screens import (
    Answer,
    Answers,
    Attract,
    Basket,
    Cleaning,
    Leaving,
    PinEntry,
    Printing,
    Receipt,
    Record,
    Refusal,
    Returned,
    ReturnOrRenew,
    Screen,
    Wizard,
)
from kiosk.words import LANGUAGES, read
from ui.samples import SAMPLES
from ui.samples.hall import DREAM, THREE, due
from ui.samples.lending import LATE, LOANS, RESERVED

SILENT = (Attract, Cleaning, Leaving, Wizard)
ON_DUTY = [screen for screen, frame in SAMPLES.values() if frame.duty]
SIDES = ("below", "right")
PRIVATE = {"title", "short", "author", "name", "card", "member", "who"}
FURTHER: tuple[Screen, ...] = (
    Basket((), (), (DREAM,), 1, 0),
    Returned(()),
    ReturnOrRenew("loan-1", DREAM, due(3), None, already_returned=True),
    Refusal("renew", (RESERVED,), THREE),
    Record(LOANS, 5, 0, ("loan-3",)),
    PinEntry("staff", "pin"),
    Receipt("1", (), later=True),
    Answers((Answer("hold_ready", THREE),)),
)
SCREENS = {**{name: screen for name, (screen, _) in SAMPLES.items()}, **{str(n): s for n, s in enumerate(FURTHER)}}


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_each_screen_is_worded_or_silent_on_purpose(screen: Screen) -> None:
    made = prompt(screen, "below")
    for_staff = isinstance(screen, Printing) and (screen.staff or screen.purpose == "labels")
    for_staff = for_staff or screen == PinEntry("maintenance", "number")
    assert (made is None) == (isinstance(screen, SILENT) or for_staff or screen in ON_DUTY)
    for language in LANGUAGES if made else ():
        said = read(language).say(made.key, **made.values)
        assert said
        assert "{" not in said


def test_every_kind_of_screen_is_among_them() -> None:
    assert {type(screen) for screen in SCREENS.values()} == set(get_args(Screen))


def test_every_sentence_is_said_by_some_screen() -> None:
    keys = {made.key for screen in SCREENS.values() for side in SIDES if (made := prompt(screen, side))}
    assert keys == {key for key in read("zh_CN").table if key.startswith("voice.")}


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_no_name_and_no_title_is_said(screen: Screen) -> None:
    made = prompt(screen, "below")
    if made is None:
        return
    assert all(type(value) in (int, date) for value in made.values.values())
    for language in LANGUAGES:
        said = read(language).say(made.key, **made.values)
        assert [text for text in private(msgspec.to_builtins(screen)) if text in said] == []


def private(value: Any, key: str = "") -> list[str]:
    """All texts of a screen that are about somebody or something."""
    match value:
        case dict():
            return [text for name, one in value.items() for text in private(one, name)]
        case list() | tuple():
            return [text for one in value for text in private(one, key)]
        case str() if key in PRIVATE and value:
            return [value]
    return []


def test_private_texts_are_found() -> None:
    assert "红楼梦" in private(msgspec.to_builtins(SCREENS["basket"]))


def test_what_is_said_of_a_loan_a_refusal_and_a_return() -> None:
    words = read("zh_CN")

    def said(screen: Screen) -> str:
        made = prompt(screen, "right")
        return words.say(made.key, **made.values) if made else ""

    assert said(SCREENS["home"]) == "请把会员码对准屏幕右侧的扫码窗口"
    assert said(SCREENS["basket"]) == "借好了，请在12月21日前还"
    assert said(SCREENS["returned"]) == "还好了，有读者预约，请放到预约书架"
    assert said(SCREENS["refusal"]) == "今天还借不走，原因有3条"
    assert said(Refusal("borrow", (LATE,))) == "今天还借不走，看屏幕上的原因"


def test_a_prompt_is_a_value() -> None:
    assert prompt(SCREENS["answers"], "below") == Prompt("voice.hold_ready_until", {"date": due(3).on})
