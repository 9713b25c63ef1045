"""建库 at the kiosk: the scanner alone lists a table of books, and a card still is a card."""

import pytest
from duties import on_duty
from halls import TestHall, codes
from msgspec.structs import replace
from stocks import SHELVES

from kiosk.domain.books import Title
from kiosk.domain.codes import copy_number, shelf_code
from kiosk.domain.facts import CopyAdded, CopyNumbersReserved, TitleAdded
from kiosk.storage import queries
from kiosk.visit.screens import Basket, BuildUp, Desk, Home
from ui.visiting import kind

KNOWN, NEW = "9787020002207", "9787544253994"
LABELS = [copy_number(1, 100 + n) for n in range(7)]


@pytest.fixture
def bench(hall: TestHall) -> TestHall:
    hall.tell(CopyNumbersReserved(1, 100, 7), TitleAdded(Title(1, "红楼梦", "曹雪芹 著", "I242.4", KNOWN)))
    on_duty(hall, "volunteer")
    return hall


def test_a_table_of_books_without_a_touch(bench: TestHall) -> None:
    assert bench.tap("build_up") == BuildUp()
    title = bench.scan(KNOWN)
    assert (title.told, title.book.title, title.isbn) == ("title", "红楼梦", KNOWN)
    listed = bench.scan(LABELS[0])
    assert (listed.told, listed.count, bench.facts) == ("added", 1, ["CopyAdded"])
    assert bench.visit.facts[0].actor == "S001"
    assert bench.scan(NEW).unnamed
    assert bench.scan(LABELS[1]).count == 2 and bench.facts == ["TitleAdded", "CopyAdded"]
    assert not bench.store.differences()


def test_a_shelf_label_says_where_they_stand(bench: TestHall) -> None:
    found = queries.on_desk(bench.db, copy_number(1, 1))
    assert found
    bench.tell(CopyAdded(replace(found.copy, shelf=SHELVES["hlm"])))
    bench.tap("build_up")
    assert bench.scan(shelf_code(1, SHELVES["hlm"])).shelf == SHELVES["hlm"]
    bench.scan(KNOWN)
    bench.scan(LABELS[0])
    assert (made := queries.on_desk(bench.db, LABELS[0])) and made.copy.shelf == SHELVES["hlm"]


def test_the_last_five_and_the_last_one_back(bench: TestHall) -> None:
    bench.tap("build_up")
    bench.scan(KNOWN)
    for label in LABELS[:6]:
        screen = bench.scan(label)
    assert [row.number for row in screen.rows] == LABELS[5:0:-1] and screen.count == 6
    screen = bench.tap("unlist")
    assert (screen.told, screen.count, bench.facts) == ("undone", 5, ["CopyUnlisted"])
    assert queries.on_desk(bench.db, LABELS[5]) is None


def test_what_cannot_be_listed_says_every_reason(bench: TestHall) -> None:
    before = bench.tap("build_up")
    refused = bench.scan(copy_number(1, 1))
    assert codes(refused) == ["S-12", "S-15"] and kind(before, refused) == "refused" and not bench.facts


def test_the_same_label_is_heard_and_counted_once(bench: TestHall) -> None:
    bench.tap("build_up")
    bench.scan(KNOWN)
    bench.scan(LABELS[0])
    again = bench.scan(LABELS[0])
    assert (again.told, again.count, kind(again, again)) == ("again", 1, "heard") and not bench.facts


def test_it_goes_on_where_it_was_left_and_ends_with_the_duty(bench: TestHall) -> None:
    bench.tap("build_up")
    bench.scan(KNOWN)
    bench.scan(LABELS[0])
    assert isinstance(bench.tap("back"), Desk)
    assert bench.tap("build_up").count == 1
    bench.tap("finish")
    assert isinstance(bench.tap("build_up"), Home)
    on_duty(bench, "volunteer")
    assert bench.tap("build_up").count == 0


def test_a_members_card_ends_it(bench: TestHall) -> None:
    bench.tap("build_up")
    assert isinstance(bench.scan("zhang"), Basket)
    assert bench.visit.sitting.on_duty is None


def test_it_is_not_there_for_a_technician(hall: TestHall) -> None:
    on_duty(hall, "technician")
    assert isinstance(hall.tap("build_up"), Desk) and isinstance(hall.tap("unlist"), Desk)
