"""Invented screens of staff at work on the stock."""

from kiosk.domain import refusals
from kiosk.visit.screens import BuildUp, Frame, ListedCopy, Screen
from ui.samples.hall import DREAM, GUEST, LONG, THREE

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
STOCK: dict[str, tuple[Screen, Frame]] = {
    "build-up": (BuildUp(), GUEST),
    "build-up-title": (BuildUp(DREAM, NAMED["isbn"], False, SHELF, 3, LISTED[2:], "title", NAMED), GUEST),
    "build-up-added": (
        BuildUp(DREAM, NAMED["isbn"], False, SHELF, 128, LISTED, "added", {"name": "红楼梦", "count": 128}),
        GUEST,
    ),
    "build-up-unnamed": (UNNAMED, GUEST),
    "build-up-refused": (BuildUp(None, shelf=SHELF, count=5, rows=LISTED, reasons=(TAKEN, FIRST)), GUEST),
}
