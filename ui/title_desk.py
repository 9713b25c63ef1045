"""Title desk: what the pages of titles and their copies may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class TitleDesks(QObject):
    """Titles go by their number as text: QML counts with fewer digits than they have."""

    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str)
    def find(self, typed: str) -> None:
        self._tap("titles", typed=typed)

    @Slot(str)
    def open(self, title: str) -> None:
        self._tap("title_desk", title=title)

    @Slot()
    def again(self) -> None:
        self._tap("title_again")

    @Slot(str)
    def choose(self, copy: str) -> None:
        self._tap("title_copy", copy=copy)

    @Slot(str)
    def take(self, blank: str) -> None:
        self._tap("title_blank", blank=blank)

    @Slot(str)
    def write(self, text: str) -> None:
        self._tap("title_write", text=text)

    @Slot()
    def undo(self) -> None:
        self._tap("title_undo")

    @Slot()
    def add(self) -> None:
        self._tap("copy_add")

    @Slot()
    def labels(self) -> None:
        self._tap("copy_labels")

    @Slot(str)
    def ask(self, deed: str) -> None:
        self._tap("copy_ask", deed=deed)

    @Slot(str, str)
    def decide(self, why: str, text: str) -> None:
        self._tap("copy_do", why=why, text=text)

    @Slot(int, bool)
    def send(self, hall: int, stays: bool) -> None:
        self._tap("copy_do", hall=hall, stays=stays)
