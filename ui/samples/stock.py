"""Invented screens of staff at work on the stock."""

from msgspec.structs import replace

from kiosk.domain import refusals
from kiosk.visit.screens import (
    BuildUp,
    Frame,
    ListedCopy,
    Screen,
    StockChoice,
    StockRow,
    StockScan,
    StockScope,
    StockTake,
)
from ui.samples.desk import STAFF
from ui.samples.hall import DREAM, LONG, THREE, TODAY

SHELF = "二楼 文学区 · 1 架 2 层"
LISTED = (
    ListedCopy("2000100000417", "红楼梦"),
    ListedCopy("2000100000416", "红楼梦"),
    ListedCopy("2000100000415", LONG.title),
    ListedCopy("2000100000414", "ISBN 9787108009821"),
    ListedCopy("2000100000413", "三体"),
)
TAKEN = refusals.LABEL_TAKEN.because(seen="2000100000413", title="三体")
FIRST = refusals.TITLE_FIRST.because()
NAMED = {"name": "红楼梦", "isbn": "9787020002207"}
UNNAMED = BuildUp(
    THREE, "9787108009821", True, SHELF, 5, LISTED, "title_unnamed", {"name": "", "isbn": "9787108009821"}
)
ROOM = "二楼 文学区"
SCOPES = (
    StockScope(3271),
    StockScope(1420, room="一楼 技能区"),
    StockScope(1851, room=ROOM),
    *(StockScope(60 + 7 * n, class_mark=mark) for n, mark in enumerate("BDFGIJKRTZ")),
)
OPEN = refusals.STOCKTAKE_OPEN.because(begun_on=TODAY)
TO_DO = (
    StockRow("2000100000431", "三体", "misplaced", "二楼 文学区 · 3 架 1 层"),
    StockRow("2000100000107", LONG.title, "on_loan", "一楼 技能区 · 1 架 2 层"),
    StockRow("2000200000018", "城南旧事", "other_hall", ""),
    StockRow("2000100009999", "2000100009999", "unknown", ""),
)
BOARD = StockTake(StockScope(1851, room=ROOM), "counting", 1204, 4, 647, SHELF, may_close=True, rows=TO_DO)
MISPLACED = StockScan("misplaced", "2000100000431", "三体", THREE, "二楼 文学区 · 3 架 1 层")
ON_LOAN = StockScan("on_loan", "2000100000107", LONG.title, LONG, SHELF)
STOCK: dict[str, tuple[Screen, Frame]] = {
    "build-up": (BuildUp(), STAFF),
    "build-up-title": (BuildUp(DREAM, NAMED["isbn"], False, SHELF, 3, LISTED[2:], "title", NAMED), STAFF),
    "build-up-added": (
        BuildUp(DREAM, NAMED["isbn"], False, SHELF, 128, LISTED, "added", {"name": "红楼梦", "count": 128}),
        STAFF,
    ),
    "build-up-unnamed": (UNNAMED, STAFF),
    "build-up-refused": (BuildUp(None, shelf=SHELF, count=5, rows=LISTED, reasons=(TAKEN, FIRST)), STAFF),
    "stock-choice": (StockChoice(SCOPES), STAFF),
    "stock-choice-open": (StockChoice(SCOPES, (OPEN,)), STAFF),
    "stock-take": (StockTake(StockScope(3271), unseen=3271), STAFF),
    "stock-take-in-place": (replace(BOARD, last=StockScan("in_place", LISTED[0].number, "红楼梦", DREAM)), STAFF),
    "stock-take-misplaced": (replace(BOARD, last=MISPLACED), STAFF),
    "stock-take-on-loan": (replace(BOARD, last=ON_LOAN, may_close=False), STAFF),
    "stock-take-found": (replace(BOARD, last=replace(MISPLACED, told="in_place", found=True)), STAFF),
    "stock-take-shelf": (replace(BOARD, last=StockScan("shelf", shelf=SHELF)), STAFF),
    "stock-take-refused": (replace(BOARD, reasons=(refusals.CODE_UNKNOWN.because(seen="hello"),)), STAFF),
    "stock-take-asking": (replace(BOARD, stage="asking"), STAFF),
    "stock-take-closing": (replace(BOARD, stage="closing"), STAFF),
    "stock-take-closed": (replace(BOARD, stage="closed", unseen=21), STAFF),
}
