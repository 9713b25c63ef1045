"""Invented screens of courses and their doors."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from kiosk.domain import refusals
from kiosk.domain.calendar_text import calendar_text
from kiosk.domain.classes import KINDS, Course, Session
from kiosk.visit.screens import (
    Answer,
    Answers,
    Book,
    CheckedIn,
    CheckedOut,
    ChooseSession,
    CourseDetail,
    CourseShown,
    DayLine,
    Enrolled,
    Frame,
    Programme,
    Progress,
    Refusal,
    Screen,
    SessionShown,
    When,
)
from ui.samples.hall import GUEST, MEMBER, TODAY, due
from ui.samples.lending import READY

FREE_SEAT = Answer("seat_free", Book("智能手机摄影", "智能手机摄影", "周敏", "G"), due(2).on, "71")
MOVED = Answer("session_moved", Book("二胡入门", "二胡入门", "梁德厚", "G"), due(7).on, "72")


def evening(number: int, title: str, kind: str, days: int, *stands: str) -> SessionShown:
    """A line of the programme."""
    when = When(due(days).on, "19:00", "20:30")
    issue = 1738 if kind == "lecture" else None
    return SessionShown(
        f"{number}", f"{number}", title, kind, when, "301 教室", "周敏", "", issue, stands[0], 4, *stands[1:]
    )


def today(number: int, title: str, starts: str, ends: str, *stands: str) -> SessionShown:
    return replace(evening(number, title, "class", 0, *stands), when=When(TODAY, starts, ends))


PHOTO = evening(71, "智能手机摄影", "class", 0, "open", "confirmed")
ERHU = evening(72, "二胡入门", "class", 0, "open", "confirmed")
LECTURE = evening(
    73, "冬天怎样养护心血管：家里常备的药和常用的急救办法，听急诊科的护士长慢慢讲", "lecture", 1, "upcoming"
)
TODAYS = (
    replace(today(78, "楷书入门", "14:00", "15:00", "open"), room="302"),
    replace(today(79, "八段锦", "15:30", "16:30", "upcoming"), kind="exercise", room="一楼排练厅", free=8),
    PHOTO,
    replace(today(80, "评剧选段", "19:30", "21:00", "full"), kind="show", room="三楼剧场"),
)
WEEK = (
    *TODAYS,
    LECTURE,
    evening(74, "八段锦", "exercise", 2, "full", "waiting"),
    evening(75, "钳工技能体验", "weekend", 3, "upcoming"),
    evening(76, "新春音乐会", "show", 4, "cancelled"),
    evening(77, "读书沙龙", "salon", 5, "upcoming"),
)
COMING = tuple(evening(71, "智能手机摄影", "class", 7 * n, "upcoming") for n in range(1, 5))
PHOTO_COURSE = CourseShown(
    "71", "智能手机摄影", "class", "周敏", "301 教室", "", 30, 4, 0, "here", sessions=COMING, count=10
)
FULL_COURSE = replace(PHOTO_COURSE, free=0, waiting=3, state="waiting", ahead=2)
CLASS_FULL = refusals.COURSE_FULL.because(seats=30, waiting=3)
CLASH = refusals.TIME_CLASH.because(courses=({"title": "二胡入门"},))
NO_CLOCK = refusals.CLOCK_DOUBTFUL.because()
MISSED = refusals.NO_SHOW_PAUSE.because(until=due(20).on, days=20, count=3)
ENOUGH = refusals.TERM_LIMIT_REACHED.because(taken=3, most=3)
WITHDRAWAL = When(due(6).on, "19:00", "19:00")
EVENING = datetime(2026, 11, 28, 11, tzinfo=UTC)
CALENDAR = calendar_text(
    Course(71, 1, "class", PHOTO.title, 30, TODAY, TODAY, room="301 教室"),
    tuple(Session(710 + n, 71, at := EVENING + timedelta(7 * n), at + timedelta(minutes=90), 30) for n in range(4)),
)
FULL_WEEK = Programme(
    rows=WEEK,
    days=(*(due(n).on for n in range(6)), due(8).on),
    week=tuple(due(n).on for n in range(7)),
    other_week=due(7).on,
    kinds=KINDS,
    day_line=DayLine(TODAYS, 0.11),
)
SEVENTH = Progress(("came", "came", "missed", *["came"] * 4, *["coming"] * 5), 7, 6)
LAST = Progress(("came", "came", "missed", *["came"] * 9), 12, 11)
NIGHT = replace(PHOTO, topic="夜景与慢门", room="205 教室")


CLASSES: dict[str, tuple[Screen, Frame]] = {
    "answers-class": (Answers((FREE_SEAT,)), MEMBER),
    "answers-mixed": (Answers((FREE_SEAT, MOVED, READY[0])), MEMBER),
    "programme": (FULL_WEEK, MEMBER),
    "programme-day": (replace(FULL_WEEK, day=TODAY, rows=TODAYS), GUEST),
    "programme-after-work": (replace(FULL_WEEK, rows=TODAYS[2:3], day=TODAY, kind="class", after_work=True), GUEST),
    "programme-empty-day": (replace(FULL_WEEK, rows=(), day=due(6).on, next_day=due(8).on), GUEST),
    "programme-none": (Programme((), (), week=FULL_WEEK.week), GUEST),
    "course": (CourseDetail(PHOTO_COURSE, "enrol", notices=(CLASH,)), MEMBER),
    "course-card": (CourseDetail(PHOTO_COURSE, "card"), GUEST),
    "course-full": (CourseDetail(replace(FULL_COURSE, state=""), "wait", notices=(CLASS_FULL,)), MEMBER),
    "course-offered": (CourseDetail(replace(FULL_COURSE, state="offered", confirm_by=WITHDRAWAL), "confirm"), MEMBER),
    "course-not": (CourseDetail(PHOTO_COURSE, "", (MISSED, ENOUGH)), MEMBER),
    "course-mine": (CourseDetail(replace(PHOTO_COURSE, state="confirmed"), "withdraw", (), (), WITHDRAWAL), MEMBER),
    "enrolled": (Enrolled(PHOTO_COURSE, "confirmed", 0, (), WITHDRAWAL, CALENDAR), MEMBER),
    "enrolled-clash": (Enrolled(PHOTO_COURSE, "confirmed", 0, (CLASH,), WITHDRAWAL, CALENDAR), MEMBER),
    "enrolled-waiting": (Enrolled(FULL_COURSE, "waiting", 2, (CLASH,)), MEMBER),
    "enrolled-requested": (Enrolled(FULL_COURSE, "requested"), MEMBER),
    "checked-in": (CheckedIn(NIGHT, "18:52", False, "card", 8, 23, 8.0, SEVENTH), MEMBER),
    "checked-in-late": (CheckedIn(LECTURE, "19:14", True, "standby", 0, 31), MEMBER),
    "checked-in-no-clock": (CheckedIn(NIGHT, "", hours=8.0, progress=SEVENTH, notices=(NO_CLOCK,)), MEMBER),
    "checked-out": (CheckedOut(NIGHT, "18:52", "20:31", 90, 2.0, 10.0, SEVENTH), MEMBER),
    "checked-out-early": (CheckedOut(PHOTO, "19:00", "19:40", 40, 1.0, 9.0, LAST), MEMBER),
    "choose-session": (ChooseSession((PHOTO, ERHU)), MEMBER),
    "choose-session-many": (ChooseSession((PHOTO, LECTURE, ERHU, NIGHT, TODAYS[0])), MEMBER),
    "refusal-enrol": (Refusal("enrol", (MISSED, ENOUGH)), MEMBER),
    "refusal-check-in": (Refusal("check_in", (refusals.TOO_LATE.because(time="19:45"),)), MEMBER),
}
