"""Invented screens of finding a title."""

from datetime import date

from kiosk.visit.screens import Book, ClassShelf, CopyPlace, Finder, FoundTitle, ShelfSlip, TitleDetail

CASES = tuple(range(1, 11))
DREAM = FoundTitle(
    "1",
    Book("红楼梦", "红楼梦", "曹雪芹 著", "I"),
    "here",
    2,
    press="人民文学出版社",
    year="2008",
    shelf="二楼 文学区 · 7 架 3 层",
    cases=CASES,
    case=7,
)
NIGHTMARE = FoundTitle(
    "2",
    Book("红楼梦魇", "红楼梦魇", "张爱玲 著", "I"),
    "here",
    1,
    press="北京十月文艺出版社",
    shelf="二楼 文学区 · 6 架 1 层",
    cases=CASES,
    case=6,
)
MILLET = FoundTitle("3", Book("黄粱梦", "黄粱梦", "马致远 著", "I"), "elsewhere", hall="江北文化宫", press="中华书局")
DICTIONARY = FoundTitle("4", Book("红楼梦大辞典", "红楼梦大辞典", "冯其庸 主编", "Z"), "out", press="文化艺术出版社")
DRAGON = FoundTitle(
    "5", Book("话龙门", "话龙门", "关静之 著", "K"), "here", 1, shelf="二楼 史地区 · 2 架 4 层", cases=CASES, case=2
)
SAFETY = FoundTitle(
    "6",
    Book(
        "职工安全生产知识与事故应急处置一百问（图解版）",
        "职工安全生产知识与事故应急处置一百问",
        "应急管理编写组",
        "X",
    ),
    "out",
    press="中国劳动社会保障出版社",
)
SCREW = FoundTitle("7", Book("钳工基础", "钳工基础", "梁德厚 编", "T"), "none")
PYTHON = FoundTitle(
    "8",
    Book("Python 编程从入门到实践", "Python 编程从入门到实践", "E. Matthes 著", "T"),
    "here",
    3,
    shelf="一楼 技能区靠窗",
)
FIVE = (DREAM, NIGHTMARE, MILLET, DICTIONARY, DRAGON)
TEN = (*FIVE, SAFETY, SCREW, PYTHON, DREAM, NIGHTMARE)
TOP = tuple(ClassShelf(mark, 40, mark in "IT") for mark in "ABCDEFGHIJKNOPQRSTUVXZ")
LITERATURE = tuple(ClassShelf(mark, 12, False) for mark in ("I0", "I1", "I2", "I3", "I4", "I5", "I7"))
SUMMARY = "贾、史、王、薛四大家族由盛而衰，宝玉、黛玉、宝钗的一段往事，写尽人情冷暖，是中国古典小说的高峰。"
PLACES = (
    CopyPlace("临江市工人文化宫", True, "shelf", 2, "二楼 文学区 · 7 架 3 层"),
    CopyPlace("临江市工人文化宫", True, "out", 1, due_on=date(2026, 12, 4)),
    CopyPlace("江北文化宫", False, "shelf", 1),
)
ALIKE = (NIGHTMARE, *FIVE[2:], PYTHON)
DETAIL = TitleDetail(
    DREAM,
    "I242.4",
    "9787020002207",
    "1606",
    "59.70",
    SUMMARY,
    "章回小说",
    PLACES,
    0,
    "",
    (NIGHTMARE, *FIVE[2:], PYTHON),
)
FAR = TitleDetail(
    SAFETY, "X93", "", "212", "", "", "", (CopyPlace("江北文化宫", False, "out", 1, due_on=date(2026, 12, 4)),), 3
)

FINDING = {
    "finder": Finder("letters", "hlm", "DJMPSXY", FIVE, 0, 0, 14),
    "finder-begin": Finder("letters", "", "ABCDEFGHJKLMNOPQRSTWXYZ", FIVE[1:], at=-1),
    "finder-none": Finder("letters", "hlmx", "", at=-1, meant=("hlm", "hlmy")),
    "finder-words": Finder("words", "红楼", "", FIVE[:2], 0, 1, 2),
    "finder-words-begin": Finder("words", at=-1),
    "finder-classes": Finder("classes", at=-1, classes=TOP),
    "finder-class": Finder("classes", "", "", FIVE, 5, 7, 200, True, mark="I", classes=LITERATURE),
    "finder-new": Finder("new", "", "", TEN, 0, 5, 10),
    "finder-liked": Finder("liked", "", "", TEN, 0, 7, 40),
    "title": DETAIL,
    "title-far": FAR,
    "title-held": TitleDetail(DICTIONARY, "Z", places=PLACES[1:], held="ready", summary=SUMMARY),
    "slip": ShelfSlip(DREAM, "I242.4", "二楼 文学区", "3", "二楼 文学区 · 7 架 3 层"),
    "slip-plain": ShelfSlip(PYTHON, "TP311", "", "", "一楼 技能区靠窗"),
}
