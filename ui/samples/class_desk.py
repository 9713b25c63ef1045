"""Invented screens of staff who look after classes."""

from datetime import date, timedelta

from msgspec.structs import replace

from kiosk.visit.screens import EarlierCourse, Frame, Screen, SeriesClash, SeriesDay, SeriesEditor, SeriesSaid
from ui.samples.hall import GUEST

FIRST = date(2026, 11, 25)
WEEKS = tuple(FIRST + timedelta(days=7 * n) for n in range(14))
GAPS = {5: "盘点", 11: "春节"}
EARLIER = (
    EarlierCourse("71", "摄影夜校", "沈年", "205 教室"),
    EarlierCourse("72", "智能手机摄影", "周敏", "301 教室"),
    EarlierCourse("73", "二胡入门", "梁德厚", "302 教室"),
    EarlierCourse("74", "八段锦", "何桂芳", "一楼排练厅"),
    EarlierCourse("75", "钳工技能体验", "罗建国", "实训室"),
    EarlierCourse("76", "冬天怎样养护心血管：家里常备的药", "宋知远", "三楼剧场"),
)
DAYS = tuple(
    SeriesDay(day, 0 if n in GAPS else n + 1 - sum(gap < n for gap in GAPS), GAPS.get(n, ""))
    for n, day in enumerate(WEEKS)
)
SAID = SeriesSaid("摄影夜校", "class", "沈年", "205 教室", "3", "18:30", "20:00", 90, FIRST, WEEKS[-1], 12, 40)
CLASH = SeriesClash(WEEKS[7], 7, "room", "每周一讲第1745期：劳动者的权益")
CLASHING = tuple(replace(day, clash="room") if day.number == 7 else day for day in DAYS)
TERM = SeriesEditor(SAID, DAYS, WEEKS[-3], earlier=EARLIER)
BLANK = replace(SAID, title="", teacher="", room="", weekdays="3", starts="19:00", ends="20:30", last=WEEKS[11])
EMPTY = SeriesEditor(
    BLANK, tuple(SeriesDay(day, n) for n, day in enumerate(WEEKS[:12], 1)), earlier=EARLIER, lacks=("title",)
)
LONG = tuple(SeriesDay(FIRST + timedelta(days=3 * n), n + 1) for n in range(24))

CLASS_DESK: dict[str, tuple[Screen, Frame]] = {
    "series-new": (EMPTY, GUEST),
    "series": (TERM, GUEST),
    "series-clash": (replace(TERM, days=CLASHING, clashes=(CLASH, replace(CLASH, shared="teacher"), CLASH)), GUEST),
    "series-long": (replace(TERM, said=replace(SAID, weekdays="36", count=24), days=LONG, usual_last=None), GUEST),
    "series-made": (replace(TERM, made="摄影夜校", usual_last=None, earlier=()), GUEST),
    "series-none": (
        replace(EMPTY, said=replace(BLANK, weekdays="", first=None, last=None, count=0), days=(), lacks=("title",)),
        GUEST,
    ),
}
