"""馆藏 at the desk: a title is found, its card corrected, its copies looked after, one more added; and taken back."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from duties import on_duty
from halls import BOOKS, HALL, TODAY, TestHall, copy
from msgspec.structs import replace

from kiosk.documents.labels import grouped
from kiosk.domain.books import Title
from kiosk.domain.facts import CopyDonated, CopyLost, CopyWithdrawn, Fact, HallSet, HoldPlaced, TitleAdded
from kiosk.storage import moves, queries
from kiosk.visit.screens import Counter, Desk, LabelDesk, TitleDesk, Titles

HLM, TG = "1", "2"
ISBN, NOBODYS = "9787020002207", "9787108009821"


@pytest.fixture(autouse=True)
def rows_follow_from_facts(hall: TestHall) -> Iterator[None]:
    yield
    assert hall.store.differences() == {}


@pytest.fixture
def desk(hall: TestHall) -> TestHall:
    hall.tell(TitleAdded(Title(1, *BOOKS["hlm"], reading="hong lou meng", author_reading="cao xue qin")))
    hall.gather()
    on_duty(hall, "librarian")
    return hall


def opened(hall: TestHall, title: str = HLM) -> TitleDesk:
    screen = hall.tap("title_desk", title=title)
    assert isinstance(screen, TitleDesk)
    return screen


def write(hall: TestHall, blank: str, text: str) -> TitleDesk:
    assert hall.tap("title_blank", blank=blank).writing.key == blank
    screen = hall.tap("title_write", text=text)
    assert isinstance(screen, TitleDesk)
    return screen


def deed(hall: TestHall, what: str, **said: Any) -> TitleDesk:
    assert hall.tap("copy_ask", deed=what).asking.deed == what
    screen = hall.tap("copy_do", **said)
    assert isinstance(screen, TitleDesk)
    return screen


def card(screen: TitleDesk) -> dict[str, str]:
    return {blank.key: blank.value for blank in screen.blanks}


def last(hall: TestHall) -> Fact:
    return hall.visit.facts[-1]


# Finding


def test_a_title_is_found_by_letters_characters_number_label_and_isbn(desk: TestHall) -> None:
    begun = desk.tap("titles")
    assert isinstance(begun, Titles) and "H" in begun.leading and begun.count == 0
    for typed in ("hlm", "HLM", "红楼", "曹雪芹", "1", copy("hlm")):
        rows = desk.tap("titles", typed=typed).rows
        assert [(row.title, row.here, row.out) for row in rows] == [(HLM, 1, 0)], typed
    assert desk.tap("titles", typed="zzzz").rows == ()
    screen = desk.scan("hlm")
    assert isinstance(screen, TitleDesk) and (screen.chosen, screen.here) == (copy("hlm"), 1)
    duty = desk.visit.frame().duty
    assert duty and duty.said and (duty.said.key, duty.said.facts) == ("title", {"title": "红楼梦"})
    write(desk, "isbn", ISBN)
    desk.tap("back")
    assert isinstance(desk.scan(ISBN), TitleDesk)
    unknown = desk.scan(NOBODYS)
    assert isinstance(unknown, Titles) and unknown.unknown == NOBODYS and desk.facts == []
    desk.tap("back")
    assert isinstance(desk.scan("hlm"), Counter)


# The card


def test_a_line_of_the_card_is_written_anew_and_taken_back(desk: TestHall) -> None:
    before = opened(desk)
    after = write(desk, "author", "曹雪芹、高鹗 著")
    assert desk.facts == ["TitleAdded"] and last(desk).actor == "S001"
    assert (card(after)["author"], after.told, after.undo) == ("曹雪芹、高鹗 著", "author", True)
    assert [blank.key for blank in after.blanks if blank.ours] == ["author"]
    assert desk.tap("titles", typed="hlm").rows[0].book.author == "曹雪芹、高鹗 著"
    opened(desk)
    write(desk, "price", "59.70")
    back = desk.tap("title_undo")
    assert (card(back)["price"], card(back)["author"], back.told) == ("", "曹雪芹、高鹗 著", "undone")
    assert desk.tap("title_undo") == replace(back, told="") and desk.facts == []
    assert before.blanks != back.blanks


@pytest.mark.parametrize(
    ("blank", "text", "codes"),
    [
        ("name", " ", ["S-17"]),
        ("name", "红楼梦", ["S-08"]),
        ("isbn", "978702000220", ["S-18"]),
        ("class_mark", "242.4", ["S-19"]),
        ("press", "人" * 61, ["S-16"]),
        ("year", "20\u200b18", ["K-03"]),
    ],
)
def test_what_does_not_fit_a_line_is_said_and_stays_in_hand(
    desk: TestHall, blank: str, text: str, codes: list[str]
) -> None:
    opened(desk)
    screen = write(desk, blank, text)
    assert screen.writing and [reason.code for reason in screen.writing.why_not] == codes
    assert screen.writing.text == text and desk.facts == []
    assert desk.tap("title_again").writing is None


def test_a_mark_is_written_as_marks_are_and_a_scan_writes_the_isbn(desk: TestHall) -> None:
    opened(desk)
    assert card(write(desk, "class_mark", "ｉ242.4/3"))["class_mark"] == "I242.4/3"
    desk.tap("title_blank", blank="isbn")
    scanned = desk.scan(ISBN)
    assert scanned.writing.text == ISBN and desk.facts == []
    assert card(desk.tap("title_write", text="7-02-000220-X"))["isbn"] == ISBN
    assert card(write(desk, "isbn", ""))["isbn"] == ""


# Copies


@pytest.mark.parametrize(
    ("what", "said", "fact", "state"),
    [
        ("move", {"text": "二楼 · 3 架 1 层"}, "CopyMoved", "here"),
        ("damaged", {"text": "书脊开了"}, "CopyDamaged", "damaged"),
        ("lost", {"why": "not_found"}, "CopyLost", "lost"),
    ],
)
def test_a_deed_with_a_copy_is_taken_back(
    desk: TestHall, what: str, said: dict[str, str], fact: str, state: str
) -> None:
    before = opened(desk)
    after = deed(desk, what, **said)
    assert desk.facts == [fact] and last(desk).actor == "S001"
    assert (after.copies[0].state, after.told, after.undo) == (state, what, True)
    assert after.copies != before.copies
    back = desk.tap("title_undo")
    assert back.copies == before.copies and (back.told, back.undo) == ("undone", False)


def test_whatever_makes_one_book_less_wants_a_reason_and_withdrawing_stays(desk: TestHall) -> None:
    opened(desk)
    for said in ({}, {"why": "nonsense"}, {"why": "other", "text": " "}):
        asking = deed(desk, "withdrawn", **said).asking
        assert asking and asking.final and [r.code for r in asking.why_not] == ["G-05"] and desk.facts == []
    gone = deed(desk, "withdrawn", why="other", text="换了新版")
    assert last(desk).p == CopyWithdrawn(copy("hlm"), "other", "换了新版")
    assert (gone.undo, gone.deeds, gone.copies[0].state) == (False, (), "withdrawn")
    assert desk.tap("title_undo").copies == gone.copies and desk.facts == []
    assert desk.tap("copy_ask", deed="move").asking is None


def test_a_lent_copy_may_be_lost_and_whoever_waited_gets_a_found_one(desk: TestHall) -> None:
    desk.scan("zhang")
    desk.scan("hlm")
    desk.tap("finish")
    on_duty(desk, "librarian")
    screen = opened(desk)
    assert (screen.deeds, screen.out, screen.copies[0].due_on) == (("lost", "donated"), 1, TODAY + timedelta(days=31))
    lost = deed(desk, "lost", why="reader_told")
    assert last(desk).p == CopyLost(copy("hlm"), why="reader_told") and not lost.undo
    desk.tap("titles")
    desk.scan("tg")
    assert "mended" in deed(desk, "damaged").deeds
    desk.tell(HoldPlaced(2, 1001, 1))
    assert opened(desk, TG).waiting == 1
    assert deed(desk, "mended").copies[0].state == "held"
    assert desk.facts == ["CopyMended", "HoldReadied", "AnswerGiven"] and {fact.actor for fact in desk.visit.facts} == {
        "S001"
    }


def test_a_copy_goes_to_another_hall_and_comes_back(desk: TestHall) -> None:
    assert "send" not in opened(desk).deeds
    desk.tell(HallSet(replace(HALL, hall=2, name="城北文化宫")))
    opened(desk)
    asking = desk.tap("copy_ask", deed="send").asking
    assert [(one.hall, one.name) for one in asking.halls] == [(2, "城北文化宫")]
    assert [r.code for r in desk.tap("copy_do").asking.why_not] == ["S-09"]
    sent = desk.tap("copy_do", hall=2, stays=True)
    assert (sent.copies[0].state, sent.copies[0].hall, sent.deeds) == ("travelling", "城北文化宫", ("receive", "lost"))
    assert moves.on_its_way(desk.db, copy("hlm"))
    back = desk.tap("title_undo")
    assert back.copies[0].state == "here" and desk.facts == ["CopyReceived"]


def test_a_giver_is_kept_sealed_and_who_wishes_no_name_has_none(desk: TestHall) -> None:
    opened(desk)
    deed(desk, "donated", text="何大姐")
    assert moves.donor_named(desk.db, copy("hlm")) == "何大姐" and "何大姐" not in str(list(desk.store.facts()))
    opened(desk, TG)
    deed(desk, "donated", text="")
    assert last(desk).p == CopyDonated(copy("tg"), None)


def test_one_more_copy_stands_with_its_fellows_and_its_label_is_printed_from_here(desk: TestHall) -> None:
    opened(desk)
    deed(desk, "move", text="二楼")
    screen = desk.tap("copy_add")
    assert desk.facts == ["CopyAdded"] and last(desk).actor == "S001"
    assert (screen.count, screen.chosen, screen.told) == (2, screen.copies[1].number, "added")
    assert screen.copies[1].shelf == "二楼" and screen.prints
    labels = desk.tap("copy_labels")
    assert isinstance(labels, LabelDesk) and {labels.first, labels.last} == {grouped(screen.chosen)}
    opened(desk)
    assert not desk.tap("title_copy", copy="").prints
    added = desk.tap("copy_add")
    gone = desk.tap("title_undo")
    assert added.count == 3 and gone.count == 2 and desk.facts == ["CopyUnlisted"]
    again = desk.tap("copy_add")
    assert again.chosen not in (screen.chosen, added.chosen)
    desk.scan("zhang")
    desk.scan(again.chosen)
    opened(desk)
    on_desk = queries.on_desk(desk.db, again.chosen)
    assert desk.tap("title_undo").count == 3 and on_desk and on_desk.copy.on_loan


# Whose work it is


def test_a_volunteer_looks_and_changes_nothing(hall: TestHall) -> None:
    on_duty(hall, "volunteer")
    assert isinstance(hall.tap("titles"), Titles)
    screen = opened(hall)
    assert (screen.may_change, screen.prints) == (False, False)
    for tap in ("title_blank", "title_write", "title_undo", "copy_add", "copy_ask", "copy_do", "copy_labels"):
        opened(hall)
        assert isinstance(hall.tap(tap, blank="name", deed="lost", text="x"), Desk) and hall.facts == [], tap
