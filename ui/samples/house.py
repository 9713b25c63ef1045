"""Invented screens of whoever runs the house: rules, days of rest, colleagues, what was done."""

from datetime import date

from msgspec.structs import replace

from kiosk.domain import refusals
from kiosk.domain.rules import changes
from kiosk.domain.staff import ROLES
from kiosk.upkeep.setup import FIRST_POLICIES
from kiosk.visit.ruling import blanks, change_shown
from kiosk.visit.screens import (
    Audit,
    ClosingDays,
    Colleague,
    ColleagueNew,
    Colleagues,
    Deed,
    Frame,
    NoticeBoard,
    NoticeRow,
    RestClash,
    RestDays,
    RuleChange,
    RuleMet,
    RuleRow,
    Rules,
    RuleVersion,
    Screen,
)
from ui.samples.desk import on_duty

TODAY = date(2026, 11, 21)
MANAGER = on_duty("manager")
COUNTS = {"default": 812, "retired": 396, "model": 41, "family": 127, "team": 18}
COPIES = {"periodical": 260, "media": 118, "thing": 34}
ROWS = tuple(
    RuleRow(
        row.policy,
        row.item_kind is not None,
        row.loans_max if row.kind_loans_max is None else row.kind_loans_max,
        row.loan_days,
        row.renewals_max,
        COUNTS.get(row.policy, 0),
        COPIES.get(row.policy, 0),
    )
    for row in FIRST_POLICIES
)
ROW = FIRST_POLICIES[0]
FEWER = replace(ROW, loans_max=3, loan_days=21)
CHANGED = tuple(map(change_shown, changes(ROW, FEWER)))
MET = (RuleMet("members_over", 41), RuleMet("loans_keep_day", 147))
VERSIONS = (
    RuleVersion("v3", "default", TODAY, "09:12", "梁*康 S004", "asked_for", "", CHANGED, stands=True),
    RuleVersion(
        "v2", "retired", date(2026, 9, 1), "08:40", "梁*康 S004", "from_above", "", (RuleChange("loans_max", "6", "8"),)
    ),
    RuleVersion("v1", "default", date(2025, 11, 22), "09:00"),
)
DAYS = (
    RestDays(date(2026, 12, 1), date(2026, 12, 1), True, "检修"),
    RestDays(date(2026, 12, 28), date(2026, 12, 28), False, "大型活动"),
    RestDays(date(2027, 2, 5), date(2027, 2, 11), True, "春节"),
)
RESTING = ClosingDays("1", DAYS, date(2026, 12, 8), date(2026, 12, 10), "盘点")
MEETING = replace(
    RESTING,
    due=11,
    due_next=date(2026, 12, 11),
    kept=2,
    clashes=(RestClash(date(2026, 12, 8), "楷书入门"), RestClash(date(2026, 12, 9), "每周一讲第1745期：劳动者的权益")),
)
PEOPLE = (
    Colleague("S001", "沈*宜", "沈", "volunteer", date(2028, 11, 21)),
    Colleague("S002", "周*明", "周", "librarian", date(2028, 11, 21)),
    Colleague("S003", "何*芬", "何", "organiser", date(2028, 11, 21), lost=True),
    Colleague("S004", "梁*康", "梁", "manager", date(2028, 11, 21)),
    Colleague("S005", "许*慧", "许", "technician", date(2028, 11, 21)),
    Colleague("S006", "欧阳**", "欧", "city", date(2026, 10, 31), works=False),
)
BY = ("梁*康", "S004")
DEEDS = (
    Deed("1", TODAY, "14:02", *BY, "PolicySet", "default", "asked_for"),
    Deed("2", TODAY, "13:40", "周*明", "S002", "MemberUnblocked", "张*三 ···0231", "mistake"),
    Deed("3", TODAY, "13:31", "周*明", "S002", "MembersMerged", "李* ···0417", "", "", "undone", TODAY, "S002"),
    Deed(
        "4",
        TODAY,
        "11:15",
        "何*芬",
        "S003",
        "AttendanceCorrected",
        "摄影夜校 · 丁* ···0733",
        "",
        "",
        "again",
        TODAY,
        "S003",
    ),
    Deed(
        "5",
        TODAY,
        "10:58",
        "何*芬",
        "S003",
        "CertificateRevoked",
        "2026-0001-000006",
        "同名会员，登记错了人",
        "",
        "never",
    ),
    Deed("6", TODAY, "10:20", "周*明", "S002", "CopyWithdrawn", "《家庭食疗一百方：四季篇》", "", "书脊散了", "never"),
    Deed("7", date(2026, 11, 20), "17:05", "周*明", "S002", "CaseSettled", "", "", "当面问过本人"),
    Deed(
        "8", date(2026, 11, 20), "16:10", "沈*宜", "S001", "BorrowUndone", "《红楼梦》 · 王*明 ···0099", "", "", "never"
    ),
    Deed("9", date(2026, 11, 20), "09:30", *BY, "SpecialDaySet", "2026-12-01", "", "检修"),
)
CORRECTED = (RuleChange("result", "absent", "late"), RuleChange("minutes", "0", "75"))

HUNG = (
    NoticeRow("n1", "停电通知", "周三上午停电，还书箱照常。", TODAY, date(2026, 11, 25), hangs=True),
    NoticeRow(
        "n2", "春节安排", "2月5日到11日闭馆，到期的书节后第一天还。", date(2027, 1, 20), date(2027, 2, 11), hangs=False
    ),
)
BLANK = NoticeBoard(HUNG, "", "", TODAY, date(2026, 11, 28), ("title", "text"))
WRITTEN = replace(
    BLANK, titled="周末加开一场", text="每周一讲加开一场，11月29日下午两点，三楼报告厅，凭会员码入场。", lacks=()
)

CARD = "3" + "0123456789" * 20
TAKEN = refusals.STAFF_NUMBER_NOT_FIT.because(number="S007", most=8)
JOINING = ColleagueNew("S007", "", "librarian", ROLES, (refusals.STAFF_NAME_NOT_FIT.because(most=12),))
NEW = Colleague("S007", "孟*", "孟", "librarian", date(2028, 11, 21))
HOUSE: dict[str, tuple[Screen, Frame]] = {
    "rules": (Rules(ROWS), MANAGER),
    "rules-row": (Rules(ROWS, "default", blanks(ROW)), MANAGER),
    "rules-change": (Rules(ROWS, "default", blanks(FEWER), CHANGED, MET), MANAGER),
    "rules-history": (Rules(ROWS, history=True, versions=VERSIONS), MANAGER),
    "closing": (replace(RESTING, why=""), MANAGER),
    "closing-meets": (MEETING, MANAGER),
    "notices": (BLANK, MANAGER),
    "notices-written": (WRITTEN, MANAGER),
    "notices-none": (replace(BLANK, rows=(), saved=True), MANAGER),
    "audit": (Audit(DEEDS, PEOPLE), MANAGER),
    "audit-one": (Audit(DEEDS, PEOPLE, chosen=DEEDS[3], changed=CORRECTED), MANAGER),
    "audit-never": (Audit(DEEDS, PEOPLE, chosen=DEEDS[4]), MANAGER),
    "colleagues": (Colleagues(PEOPLE), MANAGER),
    "colleagues-one": (Colleagues(PEOPLE, PEOPLE[1]), MANAGER),
    "colleagues-pin": (Colleagues(PEOPLE, PEOPLE[1], pin="480913"), MANAGER),
    "colleagues-card": (Colleagues(PEOPLE, PEOPLE[0], card=CARD), MANAGER),
    "colleague-joins": (JOINING, MANAGER),
    "colleague-joining": (replace(JOINING, name="孟春", reasons=(TAKEN,), tried=True), MANAGER),
    "colleague-joined": (replace(JOINING, added=NEW, pin="480913", card=CARD), MANAGER),
}
