"""Invented screens of members, for whoever looks after them."""

from datetime import date, timedelta

from msgspec.structs import replace

from kiosk.domain import refusals
from kiosk.domain.joining import JoinDraft
from kiosk.domain.members import TIERS
from kiosk.domain.membership import BLOCK_DAYS, WHYS
from kiosk.visit.screens import (
    Answer,
    Asking,
    DeskCourse,
    DeskHold,
    DeskLoan,
    Frame,
    LastShown,
    MemberDesk,
    MemberLine,
    MemberMerge,
    MemberNew,
    Members,
    MergeSide,
    Screen,
    Stop,
    ToBeTold,
    ToTell,
)
from ui.samples.desk import on_duty
from ui.samples.hall import DRAWING, DREAM, HERBS, LAW, OLD_TALES, TODAY, due

ENDS = date(2027, 6, 30)
WANG = MemberLine("1", "王*芳", "王", "0513", "member", "临江纺织厂工会", "good", ENDS)
WU = MemberLine("2", "吴*", "吴", "2288", "retired", "", "expired", date(2026, 11, 3))
WEI = MemberLine("3", "魏**", "魏", "1047", "model", "第二造船厂", "stopped", ENDS)
CHILD = MemberLine("4", "王*", "王", "0514", "family", "", "good", ENDS)
LONG_NAME = MemberLine("5", "阿***·买***", "阿", "3391", "partner", "临江市城市轨道交通运营公司", "lost", ENDS)
TWIN = replace(WANG, member="6", number_tail="2067", unit="临江纺织厂")
SEEN = LastShown("周*宁", date(2026, 11, 18), "16:20")
SHELF = (DeskLoan(DREAM, due(30)), DeskLoan(HERBS, due(14)), DeskLoan(OLD_TALES, due(-3)))
PHOTO = DeskCourse("摄影夜校", "class", ("came", "came", "missed", "came", "came", *["coming"] * 7), 8)
BRUSH = DeskCourse("楷书入门", "class", ("came",) * 7 + ("coming",) * 3, 13)
HELD = (DeskHold(LAW, "ready", TODAY + timedelta(days=2), "h1"), DeskHold(DRAWING, "waiting", None, "h2"))
STOP = Stop("unreturned", date(2026, 12, 7), 17)
PLAIN = MemberDesk(WANG, date(2024, 3, 8), SHELF, 5, HELD, (PHOTO, BRUSH), 21, 1, shown=SEEN)
STOPPED = replace(
    PLAIN, who=replace(WANG, state="stopped"), stops=(STOP,), wards=(CHILD,), told="block", undo=True, holds=HELD[:1]
)
BLOCK = Asking("block", WHYS["block"], 30, BLOCK_DAYS, TODAY + timedelta(days=30))
TIER = Asking("tier", WHYS["tier"], tier="retired", tiers=TIERS)
UNIT = Asking("unit", WHYS["unit"], text="第二造船厂", why_not=(refusals.REASON_MISSING.because(),))
HOLD = Asking("hold", WHYS["hold"], book=LAW, final=True)
PIN = Asking("pin", WHYS["pin"], final=True)
QIAN = JoinDraft("钱多多", "13800001234", "第二造船厂", "member", "1968")
UNITS = ("临江纺织厂工会", "第二造船厂", "市第一人民医院")
JOINING = MemberNew(QIAN, "100614", date(2028, 11, 20), 5, TIERS, UNITS)
ALIKE = refusals.SAME_PERSON.because(tail="0513", count=1)
EMPTY = replace(JOINING, draft=JoinDraft(), reasons=(refusals.NAME_MISSING.because(),))
ADDED = MemberLine("7", "钱*多", "钱", "0614", "member", "第二造船厂", "good", date(2028, 11, 20))
OLD = MergeSide(TWIN, date(2025, 9, 1), 1, 1, 1, 0, 4, 0)
KEPT = MergeSide(WANG, date(2024, 3, 8), 3, 2, 2, 1, 21, 1)
EMPTIED, FULL = replace(OLD, loans=0, holds=0, seats=0), replace(KEPT, loans=4, holds=3, seats=3)
READY = Answer("hold_ready", LAW, TODAY + timedelta(days=2))
TOLD = (
    ToBeTold("1", "王*芳", "王", "0513", (READY, Answer("hold_expired", DRAWING, TODAY)), may_call=True),
    ToBeTold("5", "阿***·买***", "阿", "3391", (Answer("hold_cancelled_by_staff", OLD_TALES, TODAY),), may_call=False),
    ToBeTold("2", "吴*", "吴", "2288", (replace(READY, book=DREAM),), may_call=True),
)
MEMBERS: dict[str, tuple[Screen, Frame]] = {
    "members": (Members(leading="ACFGHJLMQSWXYZ"), on_duty()),
    "members-found": (Members("w", "EHMUX", (WANG, WU, WEI, LONG_NAME, TWIN) * 4, 37), on_duty()),
    "members-words": (Members("王小", "", (WANG, TWIN), 2), on_duty()),
    "members-none": (Members("9999", "", (), 0), on_duty()),
    "members-family": (Members("w", "EHMUX", (WANG, TWIN), 2, "family", CHILD), on_duty()),
    "member": (PLAIN, on_duty()),
    "member-stopped": (STOPPED, on_duty("manager")),
    "member-shown": (replace(PLAIN, revealed="王小芳", loans=(), holds=(), courses=()), on_duty()),
    "member-pin": (replace(PLAIN, told="pin", pin="480913"), on_duty()),
    "member-block": (replace(PLAIN, asking=BLOCK), on_duty()),
    "member-tier": (replace(PLAIN, asking=TIER), on_duty()),
    "member-unit": (replace(PLAIN, who=LONG_NAME, asking=UNIT), on_duty()),
    "member-new-pin": (replace(PLAIN, asking=PIN, issues=False), on_duty()),
    "member-hold": (replace(PLAIN, asking=HOLD), on_duty()),
    "to-tell": (ToTell(TOLD * 4, 12, told="钱*多"), on_duty()),
    "to-tell-one": (ToTell(TOLD, 3, TOLD[0]), on_duty()),
    "to-tell-none": (ToTell((), 0), on_duty()),
    "member-joins": (EMPTY, on_duty()),
    "member-joining": (JOINING, on_duty()),
    "member-alike": (replace(JOINING, alike=(WANG,), reasons=(ALIKE,)), on_duty()),
    "member-joined": (replace(JOINING, added=ADDED, pin="480913"), on_duty()),
    "member-merge": (MemberMerge(OLD, KEPT, ("twice", "two_cards")), on_duty()),
    "member-merged": (MemberMerge(EMPTIED, FULL, (), done=True, undo=True), on_duty()),
}
