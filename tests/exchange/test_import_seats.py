"""Import of enrolments: each once, by the course's name or number, never against what was settled here."""

from datetime import date
from pathlib import Path

import pytest
from classrooms import COURSES, Classroom
from exchange.carrying import Came, came, facts, now
from exchange.lists import workbook
from halls import TestHall, number_of

from kiosk.domain.facts import CourseCancelled, SeatWithdrawn
from kiosk.exchange.headers import ENROLMENT_HEADERS
from kiosk.exchange.opening import opened
from kiosk.exchange.people_rows import PeopleFile
from kiosk.storage import programme
from kiosk.upkeep.exporting import export
from kiosk.upkeep.import_seats import EnrolmentImport

HEAD = ["班级名称", "会员证号", "报名状态"]
ZHANG, LI, OU = "100000", "100001", "100002"


@pytest.fixture
def room(hall: TestHall) -> Classroom:
    made = Classroom(hall)
    made.course("photo", seats=1, closes_on=date(2026, 11, 1))
    made.course("erhu")
    return made


def carry(hall: TestHall, path: Path, *, dry_run: bool = False) -> Came:
    source = PeopleFile(opened(path), ENROLMENT_HEADERS, "member")
    return came(hall.store, source, EnrolmentImport(hall.store, now).take, dry_run)


def listed(folder: Path, *rows: list[str], head: list[str] = HEAD) -> Path:
    return workbook(folder / f"{len(list(folder.iterdir()))}.xlsx", [head, *rows])


def states(hall: TestHall, name: str) -> list[tuple[int, str]]:
    return [(e.member, e.state) for e in programme.enrolments_in(hall.db, COURSES[name])]


def test_seats_and_places_come_in_once_in_the_order_of_the_list(room: Classroom, tmp_path: Path) -> None:
    hall = room.hall
    rows = [["photo", ZHANG, "已录取"], ["photo", OU, "候补"], ["Photo ", LI, "排队中"], ["erhu", ZHANG, "退课"]]
    path, before = listed(tmp_path, *rows), facts(hall.store)
    assert carry(hall, path, dry_run=True).outcomes == ["added"] * 3 + ["unchanged"]
    assert facts(hall.store) == before
    assert carry(hall, path).outcomes == ["added"] * 3 + ["unchanged"]
    zhang, li, ou = (number_of(key) for key in ("zhang", "li", "ou"))
    assert states(hall, "photo") == [(zhang, "confirmed"), (ou, "waiting"), (li, "waiting")]
    course = programme.course(hall.db, COURSES["photo"])
    assert course and (course.confirmed, course.waiting, states(hall, "erhu")) == (1, 2, [])
    after = facts(hall.store)
    assert carry(hall, path).outcomes == ["unchanged"] * 4 and facts(hall.store) == after
    assert hall.store.differences() == {}


def test_what_is_written_out_comes_back_unchanged(room: Classroom, tmp_path: Path) -> None:
    carry(room.hall, listed(tmp_path, ["photo", ZHANG, ""], ["photo", LI, "候补"], ["erhu", OU, ""]))
    assert export(room.hall.store, "enrolments", tmp_path / "all.csv") == 3
    assert carry(room.hall, tmp_path / "all.csv").outcomes == ["unchanged"] * 3


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["书法", LI, ""], "M-70"),
        (["", LI, ""], "M-70"),
        (["talk", LI, ""], "M-71"),
        (["erhu", LI, "也许"], "M-72"),
        (["yoga", LI, ""], "M-73"),
        (["photo", LI, "已录取"], "M-74"),
        (["erhu", "999", ""], "M-61"),
        (["photo", ZHANG, "候补"], "M-75"),
        (["erhu", OU, "已报名"], "M-75"),
    ],
)
def test_what_cannot_be_is_told_and_left(room: Classroom, tmp_path: Path, row: list[str], code: str) -> None:
    hall = room.hall
    room.course("talk")
    room.course("yoga", title="talk")
    if row[0] == "yoga":
        room.course("yoga", title="yoga")
        hall.tell(CourseCancelled(COURSES["yoga"], "rain"))
    room.seat("photo", number_of("zhang"))
    room.seat("erhu", number_of("ou"))
    hall.tell(SeatWithdrawn(COURSES["erhu"], number_of("ou")))
    before = facts(hall.store)
    came = carry(hall, listed(tmp_path, row))
    assert (came.outcomes, came.codes) == (["rejected"], [code]) and facts(hall.store) == before


def test_courses_called_alike_are_told_apart_by_number_or_term(room: Classroom, tmp_path: Path) -> None:
    room.course("talk", term="2026-1")
    room.course("yoga", title="talk", term="2026-2")
    by_term = listed(tmp_path, ["talk", "2026-1", ZHANG], head=["课程", "学期", "会员号"])
    by_number = listed(tmp_path, [str(COURSES["yoga"]), LI], head=["课程编号", "会员号"])
    assert carry(room.hall, by_term).outcomes == carry(room.hall, by_number).outcomes == ["added"]
    assert states(room.hall, "talk") == [(number_of("zhang"), "confirmed")]
    assert states(room.hall, "yoga") == [(number_of("li"), "confirmed")]
