"""Invented screens of taking in another library's list."""

from msgspec.structs import replace

from kiosk.exchange.headers import TITLE_HEADERS
from kiosk.exchange.looking import Column
from kiosk.visit.screens import Frame, ImportChoice, ImportFile, ImportPreview, ImportRow, ImportTrouble, Screen
from ui.samples.desk import STAFF
from ui.samples.hall import DRAWING, DREAM, LONG, OLD_TALES, THREE

FILES = (
    ImportFile("职工书屋总账2019.xlsx", "/media/周敏/KINGSTON", 4213),
    ImportFile("books.mrc", "/media/周敏/KINGSTON/旧系统导出", 18233),
    ImportFile("补登.csv", "/srv/kiosk/inbox", 12),
)
COLUMNS = (
    Column(1, "序号", "1"),
    Column(2, "书 名", "平凡的世界", "name"),
    Column(3, "著者", "路遥 著", "author"),
    Column(4, "出版社", "人民文学出版社", "press"),
    Column(5, "书号", "7-02-000949-2", "isbn"),
    Column(6, "类别", "I247.5", "class_mark"),
    Column(7, "数量", "2本", "copies"),
    Column(8, "财产号", "LJ004417", "number"),
    Column(9, "架位", "文3-2"),
    Column(10, "", "¥79.80", "price"),
)
ROWS = tuple(ImportRow(book, "9787020009497", "I247.5", 2) for book in (DREAM, THREE, LONG, OLD_TALES, DRAWING))
TROUBLES = (
    ImportTrouble("M-17", {"title": "三体"}, 214, 417),
    ImportTrouble("M-13", {}, 31, 88),
)
WHY = ImportTrouble("M-07", {"field": {"word": "field.name"}, "seen": "序号 | 内容 | 备注"}, 1)
READY = ImportPreview(
    "职工书屋总账2019.xlsx", "ready", COLUMNS, tuple(TITLE_HEADERS), ROWS, TROUBLES, 50120, 30082, 12, 19780, 246, 50893
)
READING = replace(READY, stage="reading", read=30431, added=18203, unchanged=12082, share=0.61, left_s=25)
REJECTS = "/srv/kiosk/inbox/职工书屋总账2019-未导入-not-imported.csv"
IMPORTING: dict[str, tuple[Screen, Frame]] = {
    "import-choice": (ImportChoice(FILES), STAFF),
    "import-choice-none": (ImportChoice(), STAFF),
    "import-reading": (READING, STAFF),
    "import-ready": (READY, STAFF),
    "import-running": (replace(READING, stage="importing"), STAFF),
    "import-done": (replace(READY, stage="done", rejects=REJECTS), STAFF),
    "import-stopped": (replace(READING, stage="stopped"), STAFF),
    "import-unread": (ImportPreview("内容.csv", "unread", COLUMNS[:1], tuple(TITLE_HEADERS), why=WHY), STAFF),
}
