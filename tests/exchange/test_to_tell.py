"""The list of who must still be told what: only who was not told, and no telephone without consent."""

import csv
from pathlib import Path

from classrooms import Classroom
from halls import TestHall

from kiosk.domain.facts import AnswerGiven, ConsentGiven, ConsentWithdrawn, SeatPromoted, SeatRequested
from kiosk.upkeep.exporting import export

ZHANG, LI, OU = 1000, 1001, 1002


def listed(hall: TestHall, folder: Path) -> list[list[str]]:
    export(hall.store, "to-tell", folder / "list.csv")
    with (folder / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["会员号", "姓名", "要告诉的事", "书名或课程", "截止", "电话"]
    return rows


def test_who_must_be_told_what_until_the_next_scan(hall: TestHall, tmp_path: Path) -> None:
    room = Classroom(hall)
    course = room.course("photo", title="摄影夜校", seats=1)
    room.seat("photo", ZHANG)
    hall.tell(SeatRequested(course, LI, waiting=True), SeatRequested(course, OU, waiting=True))
    assert listed(hall, tmp_path) == []
    hall.tell(ConsentGiven(LI, "messages", 1), ConsentGiven(OU, "messages", 1), ConsentWithdrawn(OU, "messages"))
    hall.tell(SeatPromoted(course, LI), AnswerGiven(LI, "seat_free", course=course))
    ((number, name, what, about, _, telephone),) = listed(hall, tmp_path)
    assert (number, name, what, about) == ("100001", "李四", "您候补的课有名额了", "摄影夜校")
    assert telephone.startswith("同意")
    hall.scan("li")
    assert listed(hall, tmp_path) == [], "told at the next scan"
    hall.tell(SeatPromoted(course, OU), AnswerGiven(OU, "seat_free", course=course))
    ((number, *_, telephone),) = listed(hall, tmp_path)
    assert number == "100002" and telephone.startswith("没有同意"), "withdrawn is withdrawn"
