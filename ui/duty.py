"""Duty: what the pages of staff may ask for."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.visit.doors import PAGES, TAPS_OF
from ui.case_desk import CaseDesks
from ui.class_desk import ClassDesks
from ui.counters import Counters
from ui.diplomas import Diplomas
from ui.house import House
from ui.label_desk import LabelDesks
from ui.new_series import NewSeries
from ui.people_desk import PeopleDesk
from ui.practising import Practising
from ui.report_desk import ReportDesks
from ui.rosters import Rosters
from ui.title_desk import TitleDesks
from ui.upkeep import Upkeep

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Duty(QObject):
    begun = Signal()

    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap, self._series = tap, NewSeries(tap)
        self._rosters, self._classes, self._diplomas = Rosters(tap), ClassDesks(tap), Diplomas(tap)
        self._labels = LabelDesks(tap)
        self._counter = Counters(tap)
        self._upkeep, self._house = Upkeep(tap), House(tap)
        self._people, self._titles = PeopleDesk(tap), TitleDesks(tap)
        self._cases, self._practice = CaseDesks(tap), Practising(tap)
        self._reports = ReportDesks(tap)

    @Property(NewSeries, notify=begun)
    def series(self) -> NewSeries:
        return self._series

    @Property(ClassDesks, notify=begun)
    def classes(self) -> ClassDesks:
        return self._classes

    @Property(LabelDesks, notify=begun)
    def labels(self) -> LabelDesks:
        return self._labels

    @Property(Counters, notify=begun)
    def counter(self) -> Counters:
        return self._counter

    @Property(PeopleDesk, notify=begun)
    def people(self) -> PeopleDesk:
        return self._people

    @Property(TitleDesks, notify=begun)
    def titles(self) -> TitleDesks:
        return self._titles

    @Property(CaseDesks, notify=begun)
    def cases(self) -> CaseDesks:
        return self._cases

    @Property(Practising, notify=begun)
    def practice(self) -> Practising:
        return self._practice

    @Property(ReportDesks, notify=begun)
    def reports(self) -> ReportDesks:
        return self._reports

    @Property(Upkeep, notify=begun)
    def upkeep(self) -> Upkeep:
        return self._upkeep

    @Property(House, notify=begun)
    def house(self) -> House:
        return self._house

    @Property(Rosters, notify=begun)
    def rosters(self) -> Rosters:
        return self._rosters

    @Property(Diplomas, notify=begun)
    def diplomas(self) -> Diplomas:
        return self._diplomas

    @Slot(str)
    def tab(self, tab: str) -> None:
        """A tab that is a page of its own, or the doors behind it."""
        if tab == "today":
            self._tap("back")
        elif tab in PAGES:
            self._tap(PAGES[tab][1])
        else:
            self._tap("doors", tab=tab)

    @Slot(str)
    def enter(self, door: str) -> None:
        self._tap(TAPS_OF[door])

    @Slot(str)
    def job(self, job: str) -> None:
        """A plate of the day opens its work."""
        self._tap("job", job=job)

    @Slot(str)
    def tick(self, chore: str) -> None:
        """Seen to, or taken back."""
        self._tap("chore", what=chore)

    @Slot(bool)
    def holdShelf(self, over: bool) -> None:
        self._tap("hold_shelf", over=over)

    @Slot(bool, str)
    def overdue(self, today: bool, member: str) -> None:
        self._tap("overdue", today=today, member=member)

    @Slot(str)
    def slips(self, member: str) -> None:
        """Of everybody who is late, or of one."""
        self._tap("overdue_slips", member=member)

    @Slot(str)
    def cancelKept(self, hold: str) -> None:
        self._tap("cancel_kept", hold=hold)

    @Slot()
    def unlist(self) -> None:
        self._tap("unlist")

    @Slot(str, str)
    def beginStocktake(self, room: str, classMark: str) -> None:  # noqa: N803 - QML's way
        self._tap("begin_stocktake", room=room, class_mark=classMark)

    @Slot()
    def stocktake(self) -> None:
        self._tap("stocktake")

    @Slot()
    def askClose(self) -> None:
        self._tap("ask_close")

    @Slot()
    def closeStocktake(self) -> None:
        self._tap("close_stocktake")

    @Slot(str, str)
    def look(self, name: str, place: str) -> None:
        self._tap("import_look", name=name, place=place)

    @Slot(int, str)
    def takeFor(self, column: int, field: str) -> None:
        self._tap("import_column", column=column, field=field)

    @Slot()
    def beginImport(self) -> None:
        self._tap("import_begin")

    @Slot()
    def stopImport(self) -> None:
        self._tap("import_stop")

    @Slot()
    def imports(self) -> None:
        self._tap("imports")
