"""Cases: an answer given anywhere is carried out once, and taken back when the case is reopened."""

import random
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cities import City, Kiosk
from halls import TODAY, copy, number_of

from kiosk.domain import facts as f
from kiosk.domain.books import Copy
from kiosk.domain.cases import ANSWERS, Case
from kiosk.domain.classes import Course
from kiosk.domain.loans import Loan
from kiosk.domain.members import MemberDetails, Suspension
from kiosk.hub.cases import over_booked
from kiosk.hub.turn import Turn
from kiosk.storage.queries import rows
from kiosk.storage.sealed import sealing

BOOK = copy("hlm")


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    first, second = city.add("first"), city.add("second")
    first.begin()
    city.sync()
    city.pass_by(60)
    return first, second


def the_case(kiosk: Kiosk) -> Case:
    (case,) = rows(kiosk.db, Case)
    return case


def the_copy(kiosk: Kiosk) -> Copy:
    return rows(kiosk.db, Copy, "where copy = ?", BOOK)[0]


def open_loan(kiosk: Kiosk) -> int | None:
    found = rows(kiosk.db, Loan, "where ended is null and copy = ?", BOOK)
    return found[0].member if found else None


def decide(city: City, kiosk: Kiosk, happening: Any) -> None:
    city.pass_by(60)
    kiosk.store.record(happening, moment=kiosk.clock.now(), actor="S001")
    city.sync()


def settle(city: City, kiosk: Kiosk, answer: str) -> Case:
    decide(city, kiosk, f.CaseSettled(the_case(kiosk).key, answer))
    return the_case(kiosk)


def reopen(city: City, kiosk: Kiosk) -> Case:
    decide(city, kiosk, f.CaseReopened(the_case(kiosk).key))
    return the_case(kiosk)


def lent_twice(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.lend(BOOK, "zhang")
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.pass_by(60)
    city.sync()


@pytest.mark.parametrize(
    ("answer", "holder"), [("later_has_it", "li"), ("earlier_has_it", "zhang"), ("on_shelf", None)]
)
def test_who_has_the_book(city: City, pair: tuple[Kiosk, Kiosk], answer: str, holder: str | None) -> None:
    first, second = pair
    lent_twice(city, pair)
    settled = settle(city, second, answer)
    assert (settled.state, settled.answer, settled.decided_by, settled.why) == ("settled", answer, "S001", "")
    assert open_loan(first) == (number_of(holder) if holder else None)
    assert bool(settled.done) == (answer != "later_has_it")
    reopened = reopen(city, first)
    assert (reopened.state, reopened.why, reopened.done) == ("open", "", ())
    assert open_loan(second) == number_of("li") and the_copy(first).on_loan
    assert first.rows() == second.rows() and first.store.differences() == {}


def test_the_first_of_two_answers_counts(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    lent_twice(city, pair)
    key = the_case(first).key
    first.tell(f.CaseSettled(key, "on_shelf"))
    second.tell(f.CaseSettled(key, "earlier_has_it"))
    city.sync()
    assert the_case(second).answer == "on_shelf" and open_loan(second) is None


def test_what_has_moved_on_cannot_be_taken_back_and_says_so(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    lent_twice(city, pair)
    settle(city, second, "on_shelf")
    city.pass_by(60)
    first.lend(BOOK, "ou")
    city.sync()
    assert reopen(city, first).why == "moved_on"
    assert open_loan(second) == number_of("ou")


def test_an_answer_that_comes_too_late_says_so(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    lent_twice(city, pair)
    city.pass_by(60)
    first.take_back(BOOK)
    city.sync()
    assert settle(city, second, "earlier_has_it").why == "moved_on"
    assert open_loan(first) is None


@pytest.mark.parametrize(
    ("gone", "answer", "after", "again"),
    [
        (f.CopyWithdrawn(BOOK), "in_stock", "good", "withdrawn"),
        (f.CopyWithdrawn(BOOK), "out_of_stock", "withdrawn", "withdrawn"),
        (f.CopyLost(BOOK), "in_stock", "good", "good"),
        (f.CopyLost(BOOK), "out_of_stock", "withdrawn", "good"),
    ],
)
def test_in_stock_or_out_of_it(
    city: City, pair: tuple[Kiosk, Kiosk], gone: Any, answer: str, after: str, again: str
) -> None:
    first, second = pair
    first.tell(gone)
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync()
    settle(city, first, answer)
    assert the_copy(second).condition == after and open_loan(second) == number_of("li")
    reopen(city, second)
    assert the_copy(first).condition == again


def test_a_suspension_is_lifted_and_ordered_again(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.tell(f.MemberSuspended(number_of("zhang"), TODAY + timedelta(days=9), "staff"))
    city.sync(first)
    city.pass_by(60)
    second.lend(BOOK, "zhang")
    city.sync()
    settle(city, second, "lift")
    assert [s.lifted_why for s in rows(first.db, Suspension)] == ["case"]
    reopen(city, second)
    assert [s.lifted_why for s in rows(second.db, Suspension, "order by suspension")] == ["case", None]


@pytest.mark.parametrize(
    ("answer", "condition"), [("not_theirs", "missing"), ("came_back", "good"), ("theirs", "good")]
)
def test_a_card_that_was_blocked(city: City, pair: tuple[Kiosk, Kiosk], answer: str, condition: str) -> None:
    first, second = pair
    first.tell(f.MemberBlocked(number_of("zhang"), "lost"))
    city.sync(first)
    city.pass_by(60)
    second.lend(BOOK, "zhang")
    city.sync()
    assert the_case(first).kind == "blocked_card_used"
    settle(city, first, answer)
    assert (open_loan(second) is None, the_copy(second).condition) == (answer != "theirs", condition)
    reopen(city, first)
    assert (open_loan(second), the_copy(second).condition) == (number_of("zhang"), "good")


def test_the_earlier_details_are_put_back(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    member = number_of("zhang")
    first.tell(sealing(first.db, MemberDetails(member, "张小三", unit="一车间")))
    city.pass_by(60)
    second.tell(sealing(second.db, MemberDetails(member, "张晓三")))
    city.sync()
    names = lambda: {d.name for k in pair for d in rows(k.db, MemberDetails, "where member = ?", member)}  # noqa: E731
    settle(city, first, "earlier")
    assert names() == {"张小三"}
    reopen(city, first)
    assert names() == {"张晓三"}


def test_an_over_booked_course_is_one_case(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    course = Course(71, 1, "class", "剪纸", 2, opens_on=TODAY, closes_on=TODAY, confirmed=3)
    for _ in range(2):
        with city.engine.begin() as db:
            turn = Turn(db)
            turn.open([1])
            over_booked(turn, 1, course, city.hub.now())
            turn.close()
    city.hear(pair[1])
    assert (the_case(pair[1]).kind, the_case(pair[1]).subject) == ("over_booked", "course 71")


def test_every_kind_has_at_most_three_answers() -> None:
    assert all(1 <= len(answers) <= 3 for answers in ANSWERS.values())


@pytest.mark.parametrize("seed", range(5))
def test_the_cases_are_a_pure_function_of_the_facts(tmp_path: Path, seed: int) -> None:
    """Three kiosks that have not heard of each other, in whatever order and pieces the hub hears them."""
    told = [cases_of(tmp_path / str(n), random.Random(seed), random.Random(f"{seed} {n}")) for n in range(3)]
    assert told[0] == told[1] == told[2]


def cases_of(folder: Path, life: random.Random, line: random.Random) -> set[tuple[Any, ...]]:
    folder.mkdir()
    city = City(folder)
    kiosks = [city.add(name) for name in ("first", "second", "third")]
    kiosks[0].begin()
    city.sync()
    for kiosk in kiosks:
        kiosk.store.new_id = partial(numbered, kiosk.store.device.device, count())
    for _ in range(40):
        city.pass_by(60)
        happen(life, life.choice(kiosks))
    for _ in range(200):
        push_some(city, line, line.choice(kiosks))
    for kiosk in kiosks:
        city.send(kiosk)
    city.hear(kiosks[0])
    return {(case.key, case.subject, case.evidence) for case in rows(kiosks[0].db, Case) if case.open}


def numbered(device: str, numbers: Iterator[int]) -> str:
    """Told twice, a life has the same ids."""
    return f"{device} {next(numbers)}"


def happen(life: random.Random, kiosk: Kiosk) -> None:
    number = copy(life.choice(("hlm", "tg")))
    who = life.choice(("zhang", "li", "ou"))
    match life.randrange(6):
        case 0 | 1 | 2:
            kiosk.lend(number, who)
        case 3:
            kiosk.take_back(number)
        case 4:
            kiosk.tell(f.CopyLost(number, missing=True))
        case 5:
            kiosk.tell(f.CopyFound(number))


def push_some(city: City, line: random.Random, kiosk: Kiosk) -> None:
    from kiosk.sync.outbox import next_segment, take_ack

    segment = next_segment(kiosk.store, kiosk.clock.now(), limit=line.randrange(1, 6))
    if segment and line.random() < 0.3:
        take_ack(kiosk.store, city.hub.push(segment))
