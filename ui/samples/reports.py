"""Reports: a month under way, a quarter that was handed in, and what lies behind a number."""

from datetime import date

from msgspec.structs import replace

from kiosk.domain.refusals import NO_STICK
from kiosk.visit.screens import (
    Frame,
    KnownShown,
    ReportBar,
    ReportChange,
    ReportFigure,
    ReportList,
    Reports,
    ReportShare,
    Screen,
    SpanShown,
)
from ui.samples.desk import on_duty

NOVEMBER = SpanShown("month", 2026, 11, 1, 4)
SUMMER = SpanShown("quarter", 2026, 7, 1, 3)
KNOWN = KnownShown(11, 12, 0, date(2026, 11, 21), "14:20", 27641)
ALONE = replace(KNOWN, heard=1, all=1)
FACTS = {
    "visitors": "1,207",
    "guests": "85",
    "borrowers": "531",
    "learners": "284",
    "sessions": "18",
    "unsettled": "3",
    "certified": "27",
    "revoked": "0",
    "joined": "12",
}
NUMBERS = (
    ReportFigure("visits", "3,212", FACTS),
    ReportFigure("loans", "1,482", FACTS),
    ReportFigure("attendances", "618", FACTS),
    ReportFigure("half_hours", "1,236", FACTS),
    ReportFigure("certificates", "27", FACTS),
    ReportFigure("members", "2,480", FACTS),
)
VISITS = (255, 0, 134, 172, 151, 142, 268, 252, 0, 133, 170, 148, 140, 266, 251, 0, 146, 168, 131, 139, 128)
USUAL = (232, 0, 140, 158, 149, 131, 244)
WEEKENDS, CLOSED, TODAY = (1, 7, 8, 14, 15, 21, 22, 28, 29), (2, 9, 16, 23, 30), 21


def bar(day: int) -> ReportBar:
    mark = "today" if day == TODAY else "closed" if day in CLOSED else "weekend" if day in WEEKENDS else ""
    visits, usual = VISITS[day - 1] if day <= TODAY else 0, USUAL[(day - 1) % 7] or -1
    return ReportBar(str(day), visits, usual, "ahead" if day > TODAY and mark != "closed" else mark)


CLASSES = (
    ReportShare("", 486, 212, "class.I", letter="I"),
    ReportShare("", 204, 101, "class.R", letter="R"),
    ReportShare("", 180, 77, "class.T", letter="T"),
    ReportShare("", 141, 66, "class.J", letter="J"),
    ReportShare("", 471, 188, "report.classes_rest", {"count": "18"}),
)
UNITS = (
    ReportShare("临江市公交集团三车队", 214, 41),
    ReportShare("江南纺织有限公司", 190, 38),
    ReportShare("", 120, 44, "report.unit_unknown"),
    ReportShare("临江市第二人民医院", 96, 22),
    ReportShare("", 611, 180, "report.units_rest", {"count": "26"}),
)
AGES = (
    ReportShare("", 1204, 216, "report.age_below", {"high": "34"}),
    ReportShare("", 1533, 251, "report.age_between", {"low": "35", "high": "59"}),
    ReportShare("", 390, 64, "report.age_above", {"low": "60"}),
)
MONTH = Reports(NOVEMBER, KNOWN, NUMBERS, tuple(bar(day) for day in range(1, 31)), CLASSES, UNITS, AGES)
WEEKS = tuple(ReportBar(f"{7 + n // 4}/{1 + n % 4 * 7}", 700 + 37 * (n * 5 % 7)) for n in range(12))
QUARTER = replace(
    MONTH,
    span=SUMMER,
    known=ALONE,
    bars=WEEKS,
    goes_on=True,
    ended=True,
    closed_on=date(2026, 10, 9),
    changes=(ReportChange("loans", "4,120", "4,123", "+3"), ReportChange("visits", "9,870", "9,872", "+2")),
)
LENT = tuple(
    (f"2026-11-{day:02} 18:{day + 20}", name, mark, number)
    for day, name, mark, number in (
        (3, "红楼梦", "I242.4", "2000100000014"),
        (4, "机械制图手册", "TH126", "2000100000021"),
        (5, "智能手机摄影与短视频剪辑：从入门到精通的职工夜校公益课本", "J41", "2000100000038"),
        (7, "本草的故事", "R281", "2000100000045"),
    )
)
CAME = (("欧阳**", "0417", "9"), ("何*芳", "0231", "7"), ("阿***·买***", "0302", "2"), ("李*", "0088", "1"))

REPORTS: dict[str, tuple[Screen, Frame]] = {
    "reports": (MONTH, on_duty("manager")),
    "reports-quarter": (QUARTER, on_duty("manager")),
    "reports-to-close": (replace(QUARTER, closed_on=None, changes=()), on_duty("city")),
    "reports-no-stick": (replace(MONTH, way="refused", reasons=(NO_STICK.because(),)), on_duty("manager")),
    "report-list": (ReportList(NOVEMBER, "loans", LENT, 1482), on_duty("manager")),
    "report-list-people": (ReportList(NOVEMBER, "visits", CAME, 4), on_duty("manager")),
    "report-list-none": (ReportList(NOVEMBER, "certificates", ()), on_duty("manager")),
}
