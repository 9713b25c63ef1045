"""Invented screens of titles and their copies, for whoever looks after them."""

from datetime import timedelta

from msgspec.structs import replace

from kiosk.domain import refusals
from kiosk.domain.copy_deeds import WHYS
from kiosk.visit.screens import (
    BlankAsked,
    Book,
    CardBlank,
    CopyLine,
    DeedAsked,
    Frame,
    HallOption,
    Screen,
    TitleDesk,
    TitleLine,
    Titles,
)
from ui.samples.desk import on_duty
from ui.samples.hall import DREAM, HERBS, LAW, LONG, OLD_TALES, RECIPES, THREE, TODAY

SHELF = "二楼 文学区 · 1 架 2 层"


def line(title: str, book: Book, mark: str, *counts: int) -> TitleLine:
    return TitleLine(title, book, mark, "人民文学出版社", "2019", *counts)


FOUND = (
    line("1", DREAM, "I242.4", 2, 1, 1),
    line("2", LONG, "TH126", 1),
    line("3", THREE, "I247.55", 0, 3),
    line("4", OLD_TALES, "I246.5", 1, 0, 2),
    line("5", LAW, "D922.5"),
    *(line(f"1{n}", book, "R247.1", n) for n, book in enumerate((HERBS, RECIPES) * 4)),
)
WRITTEN = {
    "name": DREAM.title,
    "author": DREAM.author,
    "press": "人民文学出版社",
    "year": "2018",
    "class_mark": "I242.4",
    "isbn": "9787020002207",
    "pages": "1606",
    "price": "59.70",
}
CARD = tuple(CardBlank(key, value, key == "author") for key, value in WRITTEN.items())
COPIES = (
    CopyLine("2000100000417", SHELF, "here"),
    CopyLine("2000100000418", SHELF, "on_loan", TODAY + timedelta(days=12)),
    CopyLine("2000100000419", "一楼 职工书屋 · 3 架 1 层", "damaged"),
    CopyLine("2000100000420", "", "travelling", None, "临江市城北新区工人文化宫"),
)
DEEDS = ("move", "damaged", "lost", "send", "donated", "withdrawn")
PLAIN = TitleDesk(DREAM, CARD, COPIES, 4, 1, 1, 3, COPIES[0].number, DEEDS)
UNWRITTEN = tuple(replace(blank, value="", ours=False) if n else blank for n, blank in enumerate(CARD))
BARE = TitleDesk(LONG, (replace(CARD[0], value=LONG.title), *UNWRITTEN[1:]), prints=False)
NAME = BlankAsked("name", "红搂梦", "红楼梦", code=False)
ISBN = BlankAsked("isbn", WRITTEN["isbn"], "978702000220", True, (refusals.ISBN_NOT_FIT.because(seen="978702000220"),))
MOVE = DeedAsked("move", COPIES[0].number, (), True, SHELF, (SHELF, "一楼 职工书屋 · 3 架 1 层", "二楼 阅览区"))
GONE = DeedAsked("withdrawn", COPIES[0].number, WHYS["withdrawn"], final=True)
HALLS = (HallOption(2, "临江市城北新区工人文化宫"), HallOption(3, "第二造船厂职工书屋"))
SEND = DeedAsked("send", COPIES[0].number, halls=HALLS)
MENDED = DeedAsked("damaged", COPIES[0].number, writes=True, why_not=(refusals.COPY_LENT.because(),))
MANY = tuple(replace(COPIES[0], number=f"20001000005{n:02}") for n in range(16))
LOOKING = replace(PLAIN, may_change=False, prints=False)
TITLES: dict[str, tuple[Screen, Frame]] = {
    "titles": (Titles(leading="ACDFGHJLMQSWXYZ", rows=FOUND), on_duty()),
    "titles-found": (Titles("hlm", "GSZ", FOUND, 37), on_duty()),
    "titles-none": (Titles("9999"), on_duty()),
    "titles-unknown": (Titles(leading="HJS", unknown="9787108009821"), on_duty("volunteer")),
    "title-desk": (PLAIN, on_duty()),
    "title-desk-done": (replace(PLAIN, told="move", undo=True, chosen="", deeds=(), prints=False), on_duty()),
    "title-desk-bare": (BARE, on_duty()),
    "title-desk-many": (replace(PLAIN, copies=MANY, count=30, chosen=MANY[8].number, told="donated"), on_duty()),
    "title-desk-looking": (LOOKING, on_duty("volunteer")),
    "title-desk-name": (replace(PLAIN, blanks=(replace(CARD[0], value="红搂梦"), *CARD[1:]), writing=NAME), on_duty()),
    "title-desk-long": (replace(BARE, writing=BlankAsked("name", LONG.title, LONG.title, code=False)), on_duty()),
    "title-desk-isbn": (replace(PLAIN, writing=ISBN), on_duty()),
    "title-desk-move": (replace(PLAIN, asking=MOVE), on_duty()),
    "title-desk-gone": (replace(PLAIN, asking=GONE), on_duty()),
    "title-desk-send": (replace(PLAIN, asking=SEND), on_duty()),
    "title-desk-damaged": (replace(PLAIN, asking=MENDED), on_duty()),
}
