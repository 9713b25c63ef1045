"""Invented screens: at least one of each kind, for pictures and for tests."""

from typing import Any

from msgspec.structs import replace

from kiosk.visit.screens import Frame, Home, Screen
from ui.samples.cases import CASES
from ui.samples.certificates import CERTIFICATES
from ui.samples.class_desk import CLASS_DESK
from ui.samples.classes import CLASSES, TODAYS
from ui.samples.counter import COUNTER
from ui.samples.desk import DESK
from ui.samples.finding import FINDING, FIVE
from ui.samples.graduates import GRADUATES
from ui.samples.hall import GUEST
from ui.samples.house import HOUSE
from ui.samples.importing import IMPORTING
from ui.samples.labels import LABELS
from ui.samples.lending import LENDING
from ui.samples.members import MEMBERS
from ui.samples.reports import REPORTS
from ui.samples.stock import STOCK
from ui.samples.technician import TECHNICIAN
from ui.samples.titles import TITLES
from ui.samples.wizard import WIZARD

TONIGHT = Home(tuple(replace(row, mine="") for row in TODAYS), 0.11, FIVE)
SAMPLES: dict[str, tuple[Screen, Frame]] = {
    **LENDING,
    "home-today": (TONIGHT, GUEST),
    "home-new": (Home(shelf=FIVE), GUEST),
    **DESK,
    **COUNTER,
    **CLASSES,
    **CLASS_DESK,
    **CERTIFICATES,
    **GRADUATES,
    **STOCK,
    **IMPORTING,
    **HOUSE,
    **LABELS,
    **MEMBERS,
    **TITLES,
    **REPORTS,
    **TECHNICIAN,
    **CASES,
    **WIZARD,
    **{name: (screen, GUEST) for name, screen in FINDING.items()},
}


class Standing:
    """A visit in which nothing happens."""

    def __init__(self, screen: Screen, frame: Frame) -> None:
        self.screen, self._frame = screen, frame

    def scan(self, text: str) -> Screen:
        return self.screen

    def tap(self, action: str, arguments: dict[str, Any]) -> Screen:
        if action == "care":
            self._frame = replace(self._frame, care=arguments["on"])
        return self.screen

    def tick(self) -> Screen:
        return self.screen

    def poll(self) -> Screen:
        return self.screen

    def frame(self) -> Frame:
        return self._frame
