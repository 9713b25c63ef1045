"""建库: a hall's books listed by scanner alone; nothing twice, nothing under a wrong label, the last one taken back."""

import pytest
from halls import TODAY, TestHall
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace
from stocks import SHELVES, Stock

from kiosk.domain.books import Title
from kiosk.domain.building_up import Building, Built, to_be_completed
from kiosk.domain.codes import copy_number, shelf_code
from kiosk.domain.facts import BookBorrowed, CopyNumbersReserved, TitleAdded
from kiosk.storage import queries, stock as stored
from kiosk.visit.building_up import built

KNOWN, NEW, OTHER = "9787020002207", "9787544253994", "9787108009821"
FIRST = 100
LABELS = [copy_number(1, FIRST + n) for n in range(5)]


class Table:
    """One person at a table full of books."""

    def __init__(self, hall: TestHall) -> None:
        self.stock, self.hall = Stock(hall), hall
        self.state = Building(1)
        hall.tell(CopyNumbersReserved(1, FIRST, 5), TitleAdded(Title(1, "红楼梦", "曹雪芹 著", "I242.4", KNOWN)))

    def line(self, text: str) -> Built:
        done = built(self.stock.bench(), self.state, text)
        self.state = done.state
        return done

    def lines(self, *texts: str) -> list[str]:
        return [said(self.line(text)) for text in texts]


def said(done: Built) -> str:
    return done.say or " ".join(reason.code for reason in done.reasons)


@pytest.fixture
def table(hall: TestHall) -> Table:
    return Table(hall)


def test_one_book_after_another(table: Table) -> None:
    shelf = shelf_code(1, SHELVES["hlm"])
    heard = table.lines(shelf, KNOWN, LABELS[0], LABELS[1], f"{NEW}；边城;沈从文 著；I246.5", LABELS[2])
    assert heard == ["shelf", "title", "added", "added", "title_new", "added"]
    found = [queries.on_desk(table.hall.db, label) for label in LABELS[:3]]
    assert [f.title.name for f in found if f] == ["红楼梦", "红楼梦", "边城"]
    assert {f.copy.shelf for f in found if f} == {SHELVES["hlm"]}
    assert (title := stored.title_of_isbn(table.hall.db, NEW)) and title.class_mark == "I246.5"
    assert not table.hall.store.differences()


def test_a_name_that_is_added_later(table: Table) -> None:
    assert table.lines(NEW, LABELS[0]) == ["title_unnamed", "added"]
    (title,) = stored.to_be_completed(table.hall.db)
    assert title.isbn == NEW and to_be_completed(title)
    assert table.lines(f"{NEW};边城;沈从文 著", LABELS[1]) == ["named", "added"]
    assert stored.to_be_completed(table.hall.db) == ()
    assert {t.name for _, t in stored.of_title(table.hall.db, title.title)} == {"边城"}
    assert table.lines(f"{NEW};别的名字") == ["title"]  # a title that has a name keeps it


def test_a_name_typed_before_the_first_label(table: Table) -> None:
    assert table.lines(NEW, f"{NEW};边城", LABELS[0]) == ["title_unnamed", "named", "added"]
    assert (title := stored.title_of_isbn(table.hall.db, NEW)) and title.name == "边城"


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        ([LABELS[0]], "S-15"),
        ([copy_number(2, 5)], "S-13 S-15"),
        ([KNOWN, copy_number(2, 5)], "S-13"),
        ([KNOWN, copy_number(1, 9000)], "S-14"),
        ([KNOWN, copy_number(1, 1)], "S-12"),
        ([KNOWN, LABELS[0], LABELS[0]], "again"),
        ([KNOWN, LABELS[0], NEW, LABELS[0]], "again"),
        (["undo"], "L-19"),
        ([KNOWN, LABELS[0], "撤回", "undo"], "L-19"),
        (["9787020002208"], "K-04"),
        (["hello"], "K-01"),
        (["@" + "x" * 61], "S-16"),
        ([NEW + ";" + "x" * 201], "S-16"),
        ([NEW + ";\ud800"], "K-03"),
        (["0" * 21], "S-05"),
    ],
)
def test_what_is_told(table: Table, lines: list[str], last: str) -> None:
    assert table.lines(*lines)[-1] == last
    assert not table.hall.store.differences()


def test_the_last_is_taken_back_and_its_label_used_again(table: Table) -> None:
    assert table.lines(KNOWN, LABELS[0], "undo", NEW + ";边城", LABELS[0]) == [
        *("title", "added", "undone", "title_new", "added")
    ]
    assert (found := queries.on_desk(table.hall.db, LABELS[0])) and found.title.name == "边城"


def test_what_was_lent_since_is_not_taken_back(table: Table) -> None:
    table.lines(KNOWN, LABELS[0])
    table.hall.tell(BookBorrowed(LABELS[0], 1000, 1, TODAY, "default"))
    assert table.lines("undo") == ["L-19"] and queries.on_desk(table.hall.db, LABELS[0])


def test_a_catalogue_knows_what_the_hall_does_not(table: Table) -> None:
    """A title of the city's catalogue is listed here with its first copy, and not before."""
    title = Title(990, "城南旧事", "林海音 著", "I246.5", OTHER)

    class Known:
        def of_isbn(self, isbn: str) -> Title | None:
            return title if isbn == OTHER else None

    bench = table.stock.bench()
    place = replace(bench.place, catalogue=Known())  # type: ignore[arg-type]
    done = built(replace(bench, place=place), table.state, OTHER)
    assert done.say == "title" and not done.happenings
    done = built(replace(bench, place=place), done.state, LABELS[0])
    assert [type(p).__name__ for p in done.happenings] == ["TitleAdded", "CopyAdded"]
    assert queries.title(table.hall.db, 990) == title


LINES = st.sampled_from([KNOWN, NEW, f"{NEW};边城", *LABELS, copy_number(1, 1), "undo", "@一楼 · 1 架", "rubbish"])


@given(st.lists(st.one_of(LINES, st.text(max_size=12)), max_size=14))
@settings(max_examples=60)
def test_whatever_is_scanned_no_label_is_on_two_books(lines: list[str]) -> None:
    table = Table(TestHall())
    for line in lines:
        table.line(line)
    listed = {number for number, _ in table.state.added}
    there = {label for label in LABELS if queries.on_desk(table.hall.db, label)}
    assert listed == there and len(listed) == len(table.state.added)
    assert not table.hall.store.differences()
    table.hall.store.close()
