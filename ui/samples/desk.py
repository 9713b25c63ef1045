"""The desk: who works here now, and what waits today."""

from datetime import timedelta

from msgspec.structs import replace

from kiosk.domain.staff import MAY, Role
from kiosk.visit import doors
from kiosk.visit.screens import (
    Book,
    Desk,
    Doors,
    Duty,
    Frame,
    Job,
    LateBook,
    LatePerson,
    Lesson,
    Light,
    Overdue,
    Said,
    Screen,
)
from ui.samples.hall import DRAWING, DREAM, GUEST, LAW, LONG, OLD_TALES, RECIPES, TODAY

LENT_LAST = Said("14:24", "returned", {"title": "本草的故事"}, undo=True)
JOBS = (
    Job("to_tell", 4),
    Job("cases", 3, {"since": "10:15"}),
    Job("ready", 5, {"until": "2026-11-21"}),
    Job("overdue", 9, {"days": "11", "people": "6"}),
    Job("due", 12, {"people": "7"}),
)
QUIET = tuple(replace(job, many=0, facts={}) for job in JOBS)
LESSONS = (
    Lesson("1", "智能手机入门", "09:30", 9.5, 11.5, "201", "past", 0, 24, 24),
    Lesson("2", "楷书入门", "14:00", 14.0, 16.0, "302", "open", 2, 18, 20),
    Lesson("3", "八段锦", "15:30", 15.5, 17.0, "排练厅", "upcoming", 8, 22, 30),
    Lesson("4", "摄影夜校", "18:30", 18.5, 20.5, "205", "upcoming", 3, 17, 20),
    Lesson("5", "评剧选段", "19:30", 19.5, 21.0, "剧场", "full", 0, 60, 60),
)
DONE = {"lent": 46, "given_back": 39, "came": 128}
SILENT = Light("silent", 214, "11-18 09:02", "11-18 08:57", 3)


def on_duty(role: Role = "librarian", left_s: int = 161, said: Said | None = None, light: Light | None = None) -> Frame:
    """The frame of whoever works here; pages of staff are shown in it."""
    duty = Duty("周*宁", "周", role, left_s, 180, doors.tabs(role), said)
    return replace(GUEST, duty=duty, light=light or GUEST.light)


def desk(role: Role, jobs: tuple[Job, ...], light: Light | None = None) -> Desk:
    return Desk("周*宁", role, MAY[role], 161, light or Light(), jobs, LESSONS, DONE)


def late(name: str, tail: str, days: int, *books: Book) -> LatePerson:
    listed = tuple(LateBook(book, TODAY - timedelta(days=days), days) for book in books)
    return LatePerson(tail, name, name[:1], tail, days, listed)


LATE = (
    late("孙*兰", "0231", 11, OLD_TALES, LONG, RECIPES),
    late("欧阳**", "0417", 6, DREAM),
    late("郑*国", "0088", 2, LAW, DRAWING),
    *(late("李*", f"1{n:03}", 1, RECIPES) for n in range(9)),
)
DUE = (late("于*海", "0512", 0, DREAM),)
STAFF, KEEPER = on_duty("manager"), on_duty("technician")
DESK: dict[str, tuple[Screen, Frame]] = {
    "desk": (desk("manager", JOBS), on_duty("manager", said=None)),
    "desk-quiet": (Desk("周*宁", "librarian", MAY["librarian"], 161, Light(), QUIET), on_duty()),
    "desk-silent": (desk("librarian", JOBS, SILENT), on_duty(left_s=24, light=SILENT)),
    "desk-technician": (Desk("周*宁", "technician", MAY["technician"], 161), on_duty("technician")),
    "overdue": (Overdue(False, LATE, 15, 12, 15, may_print=True), on_duty("manager")),
    "overdue-chosen": (Overdue(False, LATE, 15, 12, 15, may_print=True, chosen=LATE[0]), on_duty()),
    "overdue-today": (
        Overdue(True, DUE, 1, 1, 0, may_print=False),
        on_duty("volunteer"),
    ),
    "overdue-none": (Overdue(False, (), 0, 0, 0, may_print=True), on_duty()),
    "doors-titles": (Doors("titles", doors.behind("manager", "titles")), on_duty("manager")),
    "doors-classes": (Doors("classes", doors.behind("manager", "classes")), on_duty("manager")),
    "doors-more": (Doors("more", doors.behind("manager", "more")), on_duty("manager")),
}
