"""Invented screens of what does not fit together, of the day's three things, and of practice."""

from datetime import date

from msgspec.structs import replace

from kiosk.domain.case_endings import WHYS
from kiosk.visit.screens import (
    Book,
    CaseChange,
    CaseEnding,
    CaseEvent,
    CasePlace,
    CaseRow,
    Cases,
    CaseTold,
    ChoreLine,
    ChoreRound,
    Chores,
    Frame,
    OpenThen,
    PracticeDoor,
    Screen,
    SettledCase,
    ToyShown,
)
from ui.samples.desk import desk, on_duty
from ui.samples.hall import MEMBER
from ui.samples.lending import LENDING

TODAY, BEFORE = date(2026, 11, 21), date(2026, 11, 18)
SAN = Book("三体", "三体", "刘慈欣 著", "I")
FOOD = Book("家庭食疗一百方：四季篇", "家庭食疗一百方", "宋知远 编", "R")
HERE, BESIDE, YARD = CasePlace("here"), CasePlace("beside"), CasePlace("hall", "江北区职工书屋")
WEEKS = tuple(OpenThen(f"2026-W{40 + n}", count) for n, count in enumerate((6, 4, 5, 2, 3, 7, 4, 3)))
PILE = (
    CaseRow("a", "lent_twice", TODAY, "13:52", SAN, "刘*洋"),
    CaseRow("b", "lost_but_lent", TODAY, "10:40", FOOD, "罗*鹏"),
    CaseRow("c", "blocked_card_used", TODAY, "09:05", FOOD, "欧阳**"),
    CaseRow("d", "details_twice", BEFORE, "17:20", None, "何*芳"),
    CaseRow("e", "over_booked", BEFORE, "15:00", None, "", "冬天怎样养护心血管"),
    CaseRow("f", "clock_wrong", BEFORE, "08:30", put_off=True),
)
DONE = (
    SettledCase("x", "lent_twice", "on_shelf", "周*宁", TODAY, "11:08", "史记选", at_hub=True),
    SettledCase("y", "details_twice", "earlier", "周*宁", TODAY, "09:31"),
    SettledCase("z", "lost_but_lent", "in_stock", "沈*", BEFORE, "16:02", "机械制图手册", why="moved_on"),
)


def met(time: str, lane: int = 0, day: date = TODAY) -> CaseEvent:
    return CaseEvent("met", day, time, lane)


def ending(answer: str, *changes: tuple[str, str, str, str]) -> CaseEnding:
    return CaseEnding(answer, tuple(CaseChange(*change) for change in changes))


TWICE = CaseTold(
    PILE[0],
    "刘*洋",
    "赵*琴",
    (HERE, YARD),
    (
        CaseEvent("BookBorrowed", BEFORE, "18:02", 0, "刘*洋", alone=(1,)),
        CaseEvent("BookBorrowed", TODAY, "10:15", 1, "赵*琴", breaks=True, alone=(1,)),
        met("13:52"),
    ),
    (
        ending("later_has_it"),
        ending("earlier_has_it", ("last", "赵*琴", "on_loan", "undone"), ("first", "刘*洋", "given_back", "on_loan")),
        ending("on_shelf", ("last", "赵*琴", "on_loan", "given_back"), ("book", "", "on_loan", "here")),
    ),
)
UNSURE = replace(
    TWICE,
    row=replace(PILE[0], kind="order_uncertain"),
    events=(TWICE.events[0], replace(TWICE.events[1], until="13:40"), TWICE.events[2]),
    endings=(TWICE.endings[2], *TWICE.endings[:2]),
    why="moved_on",
)
FOUND = CaseTold(
    PILE[1],
    "罗*鹏",
    "罗*鹏",
    (BESIDE, HERE),
    (
        CaseEvent("CopyLost", BEFORE, "17:35", 0, alone=(1,)),
        CaseEvent("BookBorrowed", TODAY, "10:02", 1, "罗*鹏", breaks=True, alone=(1,)),
        met("10:40"),
    ),
    (ending("in_stock", ("book", "", "gone", "on_loan")), ending("out_of_stock", ("book", "", "listed", "withdrawn"))),
)
CARD = CaseTold(
    PILE[2],
    "欧阳**",
    "欧阳**",
    (HERE, YARD),
    (
        CaseEvent("CardReportedLost", BEFORE, "09:12", 0, "欧阳**", alone=(1,)),
        CaseEvent("BookBorrowed", TODAY, "08:40", 1, "欧阳**", breaks=True, alone=(1,)),
        met("09:05"),
    ),
    (
        ending("not_theirs", ("last", "欧阳**", "on_loan", "given_back"), ("book", "", "on_loan", "missing")),
        ending("theirs"),
        ending("came_back", ("last", "欧阳**", "on_loan", "given_back"), ("book", "", "on_loan", "here")),
    ),
)
DETAILS = CaseTold(
    PILE[3],
    "何*芳",
    "何*芳",
    (HERE, BESIDE),
    (
        CaseEvent("MemberDetailsSet", BEFORE, "09:40", 0, "何*芳", alone=(1,)),
        CaseEvent("MemberDetailsSet", BEFORE, "16:30", 1, "何*芳", breaks=True, alone=(1,)),
        met("17:20", day=BEFORE),
    ),
    (ending("newer"), ending("earlier", ("last", "何*芳", "later_details", "earlier_details"))),
)
SEATS = CaseTold(
    PILE[4],
    "",
    "",
    (CasePlace("hall", "临江市工人文化宫"),),
    (CaseEvent("over_booked", BEFORE, "15:00", 0, breaks=True), met("15:00", day=BEFORE)),
    (ending("stands"),),
)
CLOCK = CaseTold(
    PILE[5],
    "",
    "",
    (BESIDE,),
    (CaseEvent("clock", date(2016, 11, 20), "08:11", 0, breaks=True), met("08:30", day=BEFORE)),
    (ending("mended"),),
)
INBOX = Cases(PILE, TWICE, DONE, WEEKS, "", "later_has_it", WHYS, joined=True)
ROUNDS = (
    ChoreRound(
        "open",
        (
            ChoreLine("lights", 1, "周*宁", "08:42"),
            ChoreLine("holds_out", 2, "周*宁", "08:55", 5),
            ChoreLine("paper_in", 3, "何*芳", "08:58"),
        ),
        3,
    ),
    ChoreRound("stick", (ChoreLine("stick", 4, count=214), ChoreLine("spare_paper", 5, "何*芳", "11:20")), 1),
    ChoreRound("close", (ChoreLine("book_box", 6), ChoreLine("shelves", 7), ChoreLine("unfinished", 8, count=1)), 0),
)
FRESH = tuple(
    replace(part, done=0, lines=tuple(replace(line, by="", time="", count=min(line.count, 0)) for line in part.lines))
    for part in ROUNDS
)
TOYS = (
    ToyShown("member", "赵练习", "good"),
    ToyShown("member", "孙练习", "on_loan"),
    ToyShown("member", "李练习", "overdue"),
    ToyShown("member", "吴练习", "card_lost"),
    ToyShown("copy", "练习本：江边的早晨", "here"),
    ToyShown("copy", "练习本：楷书九十二法", "ready"),
    ToyShown("staff", "练习员", "staff"),
)


def practising(frame: Frame) -> Frame:
    return replace(frame, practice=TOYS, duty=replace(frame.duty, practice=True) if frame.duty else None)


CASES: dict[str, tuple[Screen, Frame]] = {
    "cases": (INBOX, on_duty()),
    "cases-ways": (replace(INBOX, choosing="way"), on_duty()),
    "cases-why": (replace(INBOX, choosing="why", answer="on_shelf"), on_duty()),
    "cases-unsure": (replace(INBOX, told=UNSURE, answer="on_shelf", joined=False), on_duty()),
    "cases-found": (replace(INBOX, told=FOUND, answer="in_stock", waiting=PILE[1:]), on_duty()),
    "cases-card": (replace(INBOX, told=CARD, answer="not_theirs", waiting=PILE[1:4]), on_duty()),
    "cases-details": (replace(INBOX, told=DETAILS, answer="newer", waiting=PILE[2:]), on_duty()),
    "cases-seats": (replace(INBOX, told=SEATS, answer="stands", waiting=PILE[4:]), on_duty()),
    "cases-clock": (replace(INBOX, told=CLOCK, answer="mended", waiting=PILE[5:], settled=()), on_duty()),
    "cases-put-off": (replace(INBOX, told=None, answer="", waiting=PILE[5:]), on_duty()),
    "cases-none": (Cases(weeks=tuple(replace(week, count=0) for week in WEEKS), whys=WHYS, joined=True), on_duty()),
    "chores": (Chores(ROUNDS), on_duty("volunteer")),
    "chores-fresh": (Chores(FRESH), on_duty("volunteer")),
    "practice-door": (PracticeDoor(), on_duty()),
    "practice-making": (PracticeDoor("making"), on_duty()),
    "practice-failed": (PracticeDoor("failed"), on_duty()),
    "practice-desk": (desk("librarian", ()), practising(on_duty())),
    "practice-basket": (LENDING["basket"][0], practising(MEMBER)),
}
