"""Invented screens of staff who look after classes."""

from datetime import date, timedelta

from msgspec.structs import replace

from kiosk.visit.screens import (
    ClassDesk,
    EarlierCourse,
    Frame,
    PausedMember,
    Rating,
    Roster,
    RosterCounts,
    RosterSeat,
    Screen,
    SeriesClash,
    SeriesDay,
    SeriesEditor,
    SeriesSaid,
    Waiter,
)
from ui.samples.classes import ERHU, NIGHT, PHOTO, TODAYS
from ui.samples.desk import STAFF
from ui.samples.hall import MEMBER

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

NAMES = """
    陈*明 林* 何* 郭* 马*芳 罗*生 梁* 宋*梅 郑*国 谢* 韩*玲 唐* 冯*山 于* 董* 萧*文 程* 曹*英 袁* 邓*华
    许* 傅* 沈*燕 曾* 彭* 吕*军 苏* 卢*红 蒋* 蔡* 贾*平 丁* 魏* 薛*云 叶* 阎* 余* 潘* 杜* 欧阳**
""".split()
MISSING, LATECOMERS, NO_EXIT = (3, 11, 14, 27, 30, 36), (5, 17, 33), (8, 21)


def seated(n: int, *, over: bool = False) -> RosterSeat:
    """The nineteenth has asked to be excused; of an evening that is over, two never scanned out."""
    state = "expected" if n in MISSING else "late" if n in LATECOMERS else "excused" if n == 19 else "in"
    if over:
        state = "unsettled" if n in NO_EXIT else {"in": "left", "late": "left", "expected": "absent"}.get(state, state)
    came = state in ("in", "late", "left", "unsettled")
    return RosterSeat(
        str(n), NAMES[n], state, f"18:{12 + n}" if came else "", 90 if over and came else 0, f"{1000 + n}"
    )


ROOM = tuple(seated(n) for n in range(len(NAMES)))
STANDBYS = tuple(RosterSeat(f"9{n}", name, "standby") for n, name in enumerate(("孙*兰", "钱*", "欧阳**")))
FILLING = Roster(NIGHT, ROOM, STANDBYS, RosterCounts(40, 33, 6, 3, 1, 0, 3), (NIGHT,))
ENDED = Roster(
    PHOTO,
    tuple(seated(n, over=True) for n in range(len(NAMES))),
    counts=RosterCounts(40, 33, 6, 0, 1, 2),
    others=(TODAYS[0], PHOTO, ERHU, TODAYS[3]),
)

LISTED = ClassDesk(
    (
        Waiter("72", "1", "二胡入门", "何*芳", "0231", 0, WEEKS[0]),
        Waiter("72", "2", "二胡入门", "欧阳**", "0417", 1),
        Waiter("72", "3", "二胡入门", "钱*", "0502", 2),
        Waiter("71", "4", "冬天怎样养护心血管：家里常备的药和常用的急救办法", "孙*兰", "0088"),
    ),
    (PausedMember("5", "丁*", "0733", WEEKS[1], 3), PausedMember("6", "萧*文", "0904", WEEKS[3], 4)),
)

CLASS_DESK: dict[str, tuple[Screen, Frame]] = {
    "series-new": (EMPTY, STAFF),
    "series": (TERM, STAFF),
    "series-clash": (replace(TERM, days=CLASHING, clashes=(CLASH, replace(CLASH, shared="teacher"), CLASH)), STAFF),
    "series-long": (replace(TERM, said=replace(SAID, weekdays="36", count=24), days=LONG, usual_last=None), STAFF),
    "series-made": (replace(TERM, made="摄影夜校", usual_last=None, earlier=()), STAFF),
    "series-none": (
        replace(EMPTY, said=replace(BLANK, weekdays="", first=None, last=None, count=0), days=(), lacks=("title",)),
        STAFF,
    ),
    "rating": (Rating(replace(PHOTO, state="past")), MEMBER),
    "class-desk": (LISTED, STAFF),
    "class-desk-paused": (replace(LISTED, pauses=True), STAFF),
    "class-desk-none": (ClassDesk(), STAFF),
    "roster": (FILLING, STAFF),
    "roster-over": (ENDED, STAFF),
    "roster-hand": (replace(FILLING, chosen=ROOM[3]), STAFF),
    "roster-minutes": (replace(ENDED, chosen=ENDED.seats[8], revealed="郑建国"), STAFF),
    "roster-none": (Roster(), STAFF),
}
