"""打印标签 at the kiosk: said word by word, seen as it will be printed, each number once and none left out."""

from pathlib import Path

import pytest
from duties import on_duty
from halls import TestHall, copy
from pdfs import text

from kiosk.documents.labels import grouped
from kiosk.domain.books import Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import TitleAdded
from kiosk.domain.labelling import LabelDraft
from kiosk.domain.printing import PrintJob
from kiosk.domain.staff import Role
from kiosk.storage import print_jobs
from kiosk.storage.numbers import next_serial
from kiosk.visit.screens import Desk, LabelDesk, Printing
from ui.to_qml import picture
from ui.visiting import busy

HERE = 6  # copies that the hall has already


@pytest.fixture
def desk(hall: TestHall) -> TestHall:
    on_duty(hall, "librarian")
    hall.tap("labels")
    return hall


def seen(hall: TestHall) -> LabelDesk:
    screen = hall.visit.settle()
    assert isinstance(screen, LabelDesk) and not busy(screen)
    return screen


def say(hall: TestHall, **words: str) -> LabelDesk:
    for field, word in words.items():
        hall.tap("labels_say", field=field, text=word)
    return seen(hall)


def ordered(hall: TestHall) -> PrintJob:
    hall.tap("labels_print")
    screen = hall.visit.settle()
    assert isinstance(screen, Printing) and (screen.purpose, screen.way) == ("labels", "waiting")
    job = print_jobs.print_job(hall.db, screen.job)
    assert job
    return job


def printed(hall: TestHall, folder: Path) -> str:
    (folder / "sheet.pdf").write_bytes(print_jobs.sheet(hall.db, ordered(hall).id))
    return text(folder / "sheet.pdf").replace("\u2002", " ")  # half a square stands between the groups


def test_what_is_seen_is_what_is_printed_and_no_number_comes_twice(desk: TestHall, tmp_path: Path) -> None:
    first = say(desk, count="30")
    assert (first.count, first.pages, first.first) == (30, 2, grouped(copy_number(1, HERE + 1)))
    assert first.sheet.startswith(b"%PDF") and picture(first.sheet).startswith("data:application/pdf;base64,")
    assert next_serial(desk.db, 1) == HERE + 1, "whoever only looks takes nothing"
    for begun in (HERE + 1, HERE + 31):
        sheet = printed(desk, tmp_path)
        assert not [n for n in range(begun, begun + 30) if grouped(copy_number(1, n)) not in sheet]
        assert next_serial(desk.db, 1) == begun + 30
        desk.tap("labels")
        assert seen(desk).first == grouped(copy_number(1, begun + 30))
    say(desk, which="range", first=str(HERE + 1), last=str(HERE + 30))
    assert grouped(copy_number(1, HERE + 30)) in printed(desk, tmp_path) and next_serial(desk.db, 1) == HERE + 61


def test_a_sheet_that_was_used_goes_on_where_it_ended(desk: TestHall) -> None:
    desk.tap("labels_say", field="count", text="20")
    for _ in range(4):
        desk.tap("labels_step", field="start_at", by=3)
    screen = seen(desk)
    assert (screen.said.start_at, screen.pages, screen.paper.columns) == (13, 2, 3)
    screen = say(desk, sheet="50x30")
    assert (screen.said.start_at, screen.pages, screen.paper.width) == (1, 20, 50)


def test_books_listed_today_their_spines_and_their_shelves(desk: TestHall, tmp_path: Path) -> None:
    today = say(desk, which="today")
    assert (today.count, today.last) == (HERE, grouped(copy("san")))
    spines = say(desk, kind="spine", which="week")
    assert (spines.count, spines.first, spines.paper.columns) == (HERE, "", 5)
    assert "I247.55" in printed(desk, tmp_path)
    desk.tap("labels")
    none = say(desk, kind="shelf")
    assert (none.count, none.way, none.reasons[0].code) == (0, "refused", "Z-02")


def test_what_cannot_be_printed_says_why_and_takes_no_number(desk: TestHall) -> None:
    desk.tell(TitleAdded(Title(1, "红楼梦\U000f1234", "", "I242.4")))
    screen = say(desk, which="today")
    assert (screen.way, [reason.code for reason in screen.reasons]) == ("refused", ["Z-01"])
    assert desk.tap("labels_print") == screen and not print_jobs.unfinished(desk.db)
    assert say(desk, which="new").way == "seen" and next_serial(desk.db, 1) == HERE + 1


def test_a_roll_comes_out_of_the_printer_for_labels(desk: TestHall) -> None:
    for sheet, role in (("50x30", "labels"), ("3x7-63.5x38.1", "certificates")):
        say(desk, sheet=sheet)
        assert ordered(desk).role == role
        desk.tap("labels")


def test_what_is_changed_while_it_is_drawn_is_drawn_anew_and_whoever_left_is_left_alone(desk: TestHall) -> None:
    for count in ("5", "6", "7"):
        desk.tap("labels_say", field="count", text=count)
    assert (seen(desk).said.count, desk.visit.drawing) == (7, None)
    desk.tap("labels_say", field="count", text="8")
    assert isinstance(desk.tap("back"), Desk) and isinstance(desk.visit.settle(), Desk)
    assert not print_jobs.unfinished(desk.db)


def test_what_is_no_choice_changes_nothing(desk: TestHall) -> None:
    before = seen(desk).said
    for field, word in (("sheet", "9x9"), ("kind", ""), ("dpi", "72"), ("count", "all"), ("nonsense", "1")):
        assert say(desk, **{field: word}).said == before
    assert desk.tap("labels_step", field="count", by=-5000).said.count == 1
    assert say(desk, count="99999").said.count == 1000


@pytest.mark.parametrize("role", ["volunteer", "organiser", "technician"])
def test_it_is_not_there_for_other_roles(hall: TestHall, role: Role) -> None:
    on_duty(hall, role)
    assert isinstance(hall.tap("labels"), Desk)
    assert isinstance(hall.tap("labels_print"), Desk) and hall.visit.sitting.labels is None


def test_a_range_never_ends_before_it_begins() -> None:
    from kiosk.domain.labelling import numbered

    draft = numbered(LabelDraft(first=10, last=20), "first", "30", 24)
    assert (draft.first, draft.last) == (30, 30)
    assert numbered(draft, "last", "5", 24) == LabelDraft(first=5, last=5)
