"""Whoever is on duty ticks what was seen to; the next day begins anew, and who did it stays known."""

import pytest
from colleagues import on_duty
from halls import TestHall

from kiosk.domain.chores import ROUNDS, chore_named
from kiosk.domain.staff import Role
from kiosk.visit.screens import ChoreLine, Chores, Desk


def lines(screen: Chores) -> dict[str, ChoreLine]:
    return {line.what: line for part in screen.rounds for line in part.lines}


def test_each_tick_says_who_and_when_and_is_taken_back_by_the_same_key(hall: TestHall) -> None:
    on_duty(hall, "volunteer")
    screen = hall.tap("chores")
    assert isinstance(screen, Chores)
    assert [(part.name, part.done, len(part.lines)) for part in screen.rounds] == [
        ("open", 0, 3),
        ("stick", 0, 2),
        ("close", 0, 3),
    ]
    assert [line.key for line in lines(screen).values()] == [1, 2, 3, 4, 5, 6, 7, 8]
    hall.pass_by(60)
    ticked = hall.tap("chore", what="lights")
    assert hall.facts == ["ChoreTicked"] and hall.visit.facts[0].actor == "S001"
    assert (lines(ticked)["lights"].by, lines(ticked)["lights"].time, ticked.rounds[0].done) == ("周*", "12:01", 1)
    again = hall.tap("chore", what="lights")
    assert (lines(again)["lights"].by, again.rounds[0].done) == ("", 0)
    assert hall.store.differences() == {}


def test_the_next_day_begins_anew(hall: TestHall) -> None:
    on_duty(hall, "librarian")
    hall.tap("chores")
    for part in ROUNDS.values():
        for what in part:
            hall.tap("chore", what=what)
    assert all(part.done == len(part.lines) for part in hall.visit.screen.rounds)
    hall.tap("finish")
    hall.pass_days(1)
    on_duty(hall, "librarian")
    assert all(part.done == 0 for part in hall.tap("chores").rounds)


def test_what_the_kiosk_knows_is_counted(hall: TestHall) -> None:
    on_duty(hall, "volunteer")
    found = lines(hall.tap("chores"))
    assert (found["holds_out"].count, found["unfinished"].count, found["lights"].count) == (0, 0, -1)
    facts = found["stick"].count
    hall.tap("chore", what="stick")
    assert lines(hall.visit.screen)["stick"].count == facts + 1, "the tick itself waits to be carried, too"


def test_nonsense_changes_nothing(hall: TestHall) -> None:
    on_duty(hall, "volunteer")
    assert isinstance(hall.tap("chore", what="sing"), Chores) and not hall.facts
    assert chore_named("sing") is None


@pytest.mark.parametrize("role", ["organiser", "technician", "city"])
def test_it_is_not_there_for_other_roles(hall: TestHall, role: Role) -> None:
    on_duty(hall, role)
    assert isinstance(hall.tap("chore", what="lights"), Desk) and not hall.facts
