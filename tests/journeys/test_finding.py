"""A title is found and its shelf shown: by letters, characters, class, ISBN, or among what is read and new."""

import pytest
from halls import TestHall

from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, HallSet, TitleAdded
from kiosk.domain.halls import Hall
from kiosk.upkeep.readings import read
from kiosk.visit.screens import Finder, Refusal, Reserved, ShelfSlip, TitleDetail

ACROSS = Hall(hall=2, name="江北职工书屋", kind="reading_room", place="", city="临江市")
SHELF = "二楼 文学区 · 7 架 3 层"
TITLES = (
    Title(101, "红楼梦", "曹雪芹 著", "I242.4", "9787020002207"),
    Title(102, "红楼梦魇", "张爱玲 著", "I207.411"),
    Title(103, "黄粱梦", "马致远 著", "I237.1"),
    Title(104, "重庆会计实务", "单田芳 著", "F23"),
    Title(105, "Python 编程入门", "王建国 著", "TP311"),
    *(Title(200 + n, f"铸工手册第{n}册", "李敏 编", "TG44") for n in range(7)),
)


@pytest.fixture
def library(hall: TestHall) -> TestHall:
    hall.tell(HallSet(ACROSS))
    for n, title in enumerate(TITLES, 50):
        here = 2 if title.title == 103 else 1
        hall.tell(TitleAdded(read(title)), CopyAdded(Copy(copy_number(here, n), title.title, here, here, shelf=SHELF)))
    hall.tell(CopyAdded(Copy(copy_number(1, 90), 101, 1, 1, shelf="二楼 文学区 · 9 架 1 层")))
    hall.gather()
    hall.tap("wake")
    return hall


def names(screen: Finder) -> list[str]:
    return [row.book.title for row in screen.rows]


def test_letter_by_letter(library: TestHall) -> None:
    screen = library.tap("finder", way="letters")
    assert isinstance(screen, Finder) and screen.at == -1 and screen.found == 0 and "H" in screen.leading
    screen = library.tap("find", text="h")
    assert {"红楼梦", "黄粱梦"} <= set(names(screen)) and screen.at == 0
    screen = library.tap("find", text="hlm")
    assert {"红楼梦", "红楼梦魇", "黄粱梦"} == set(names(screen)) and screen.leading == "Y" and screen.found == 3
    assert not library.facts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *((text, "红楼梦") for text in ("honglou", "红楼", "cxq", "曹雪芹", "9787020002207")),
        *((text, "重庆会计实务") for text in ("cqkj", "stf")),
        *((text, "Python 编程入门") for text in ("python", "Python编程")),
    ],
)
def test_any_way_of_writing_it(library: TestHall, text: str, found: str) -> None:
    assert found in names(library.tap("find", text=text))


def test_pages_of_five(library: TestHall) -> None:
    first = library.tap("find", text="zgsc")
    assert (first.found, first.start, first.at, len(first.rows)) == (7, 0, 0, 5)
    second = library.tap("choose", at=5)
    assert (second.start, second.at, len(second.rows)) == (5, 5, 2)
    assert not set(names(first)) & set(names(second))
    beyond = library.tap("choose", at=500)
    assert beyond.rows and beyond.at < 7


def test_what_was_meant(library: TestHall) -> None:
    screen = library.tap("find", text="红楼孟")
    assert screen.rows == () and screen.meant == ("红楼梦",)
    assert names(library.tap("find", text=screen.meant[0]))[0] == "红楼梦"


def test_by_class(library: TestHall) -> None:
    screen = library.tap("finder", way="classes")
    assert {c.mark for c in screen.classes} >= {"I", "T", "F"} and screen.rows == ()
    screen = library.tap("open_class", mark="T")
    assert {c.mark for c in screen.classes} == {"TG", "TH", "TP"} and screen.found == 9
    assert names(library.tap("open_class", mark="TP")) == ["Python 编程入门"]
    assert library.tap("open_class", mark="'; drop table titles").mark == ""


def test_new_and_most_read(library: TestHall) -> None:
    assert "红楼梦" in names(library.tap("finder", way="new"))
    assert library.tap("finder", way="liked").way == "liked"
    assert library.tap("finder", way="nonsense").way == "letters"


def test_where_it_stands(library: TestHall) -> None:
    screen = library.tap("title", title="101")
    assert isinstance(screen, TitleDetail) and screen.row.state == "here" and screen.row.copies == 2
    assert [(p.here, p.state, p.count) for p in screen.places] == [(True, "shelf", 2)]
    assert library.tap("title", title="103").row.hall == "江北职工书屋"
    slip = library.tap("shelf", title="102")
    assert isinstance(slip, ShelfSlip) and (slip.room, slip.row.case, slip.tier) == ("二楼 文学区", 7, "3")
    assert slip.row.cases == (7, 9)
    assert isinstance(library.tap("shelf", title="103"), TitleDetail)  # it is not here
    back = library.tap("back_to_finder")
    assert isinstance(back, Finder)


def test_the_back_of_a_book_is_scanned(library: TestHall) -> None:
    screen = library.scan("9787020002207")
    assert isinstance(screen, TitleDetail) and screen.row.book.title == "红楼梦"
    refused = library.scan("9787506365437")
    assert isinstance(refused, Refusal) and refused.reasons[0].code == "K-08"


def test_found_reserved_and_seen_on_the_title(library: TestHall) -> None:
    library.scan("zhang")
    screen = library.tap("place_hold", title="103")
    assert isinstance(screen, Reserved)
    assert library.tap("title", title="103").held == "waiting"
    library.tap("finish")
    library.scan("li")
    other = library.tap("title", title="103")
    assert (other.held, other.waiting) == ("", 1)


@pytest.mark.parametrize("key", ["", "0", "-1", "1e9", "９", "9" * 400, "101; drop", "٣"])
def test_a_title_that_is_none(library: TestHall, key: str) -> None:
    screen = library.tap("title", title=key)
    assert isinstance(screen, Refusal) and screen.reasons[0].code == "H-08"


def test_nothing_of_it_is_left_for_the_next(library: TestHall) -> None:
    library.tap("find", text="hlm")
    library.tap("finish")
    library.tap("wake")
    screen = library.tap("finder")
    assert screen.typed == "" and screen.at == -1


def test_a_title_that_came_just_now_is_found_after_the_next_rest(library: TestHall) -> None:
    library.tell(TitleAdded(read(Title(300, "夜航船", "张岱 著", "Z429.48"))))
    assert names(library.tap("find", text="yhc")) == []
    library.gather()
    assert names(library.tap("find", text="yhc")) == ["夜航船"]
