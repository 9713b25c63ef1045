"""大字·语音: for one visit, or with the member's consent for every one."""

import pytest
from halls import TestHall

from kiosk.visit.screens import Attract, Basket, Home


def offered(hall: TestHall) -> str:
    return hall.visit.frame().care_offer


def care(hall: TestHall) -> bool:
    return hall.visit.frame().care


def remember(hall: TestHall, *, yes: bool = True) -> None:
    hall.scan("zhang")
    hall.tap("care", on=True)
    hall.tap("remember_care", yes=yes)
    hall.tap("finish")


def test_a_guest_is_asked_nothing_and_keeps_it_to_the_card(hall: TestHall) -> None:
    hall.tap("wake")
    hall.tap("care", on=True)
    assert care(hall) and offered(hall) == ""
    hall.scan("zhang")
    assert care(hall), "it was chosen a moment ago, by the same person"


def test_a_member_is_asked_once_whether_it_shall_be_remembered(hall: TestHall) -> None:
    hall.scan("zhang")
    hall.tap("care", on=True)
    assert offered(hall) == "remember"
    hall.tap("stay")
    hall.tick(5)
    assert offered(hall) == "remember", "a touch beside it and the time decide nothing"
    hall.scan("hlm")
    assert offered(hall) == "" and care(hall)


def test_remembered_care_comes_back_at_the_scan(hall: TestHall) -> None:
    remember(hall)
    assert hall.facts == [] and not care(hall)
    assert isinstance(hall.scan("zhang"), Basket) and care(hall)
    hall.tap("finish")
    hall.scan("li")
    assert not care(hall)


def test_what_was_not_agreed_to_is_not_kept(hall: TestHall) -> None:
    remember(hall, yes=False)
    hall.scan("zhang")
    assert not care(hall)


def test_it_can_be_taken_back(hall: TestHall) -> None:
    remember(hall)
    hall.scan("zhang")
    hall.tap("care", on=False)
    assert offered(hall) == "forget" and not care(hall)
    hall.tap("remember_care", yes=True)
    assert hall.facts == ["ConsentWithdrawn"]
    hall.tap("finish")
    hall.scan("zhang")
    assert not care(hall)
    assert hall.store.differences() == {}


def test_an_answer_that_nobody_asked_for_writes_nothing(hall: TestHall) -> None:
    hall.tap("wake")
    assert isinstance(hall.tap("remember_care", yes=True), Home) and hall.facts == []


@pytest.mark.parametrize("how", ["finish", "next card", "idle"])
def test_it_ends_with_the_visit(hall: TestHall, how: str) -> None:
    hall.scan("zhang")
    hall.tap("care", on=True)
    if how == "finish":
        hall.tap("finish")
    elif how == "next card":
        hall.scan("li")
    else:
        hall.tick(121)
        assert isinstance(hall.tick(30), Attract)
    assert not care(hall) and offered(hall) == ""
