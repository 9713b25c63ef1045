"""The window's builder: the one place that makes and connects everything that Qt shows."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QWindow
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.devices.settings import Scanners as ScannerSettings, Settings, Sound
from kiosk.devices.watchdog import Watchdog, watchdog
from kiosk.resources import resource
from kiosk.visit.prompts import Prompt
from kiosk.words import Words
from ui.bridge import Bridge
from ui.garbage import Garbage
from ui.messages import log_qt_messages
from ui.typed_memory import keep_nothing
from ui.visiting import Visit

if TYPE_CHECKING:
    from ui.pasted import Pasted
    from ui.pulse import Pulse
    from ui.scanners import Scanners
    from ui.sounds import Sounds

HERE = Path(__file__).parent
TICK_MS = 1000
LATER_MS = 50  # the first picture is there
LEAVE_MS = 2500  # the last sentence can be read
AGAIN = 75  # the window closed so that the kiosk can begin anew: to put a backup back, or to be mended
SOUND_MS = 500  # it can be used, and nobody has scanned yet
FONTS = ("NotoSansSC_400Regular", "NotoSansSC_700Bold", "NotoSerifSC_700Bold")
LATER_FONTS = ("NotoSerifSC_400Regular", "HanaMinB")  # upright hints; rare characters of names and titles
RARE = "HanaMinB"


class NoWindow(Exception):
    """The window could not be built; the log says why."""


class Stage:
    """The window with all that belongs to it; the engine goes before what it shows, unless it was lent."""

    def __init__(
        self, bridge: Bridge, *, size: tuple[int, int], still: bool = False, engine: QQmlApplicationEngine | None = None
    ) -> None:
        self.bridge = bridge
        self._listeners: list[QObject] = []
        self._sounds: Sounds | None = None
        self._scanners: Scanners | None = None
        self._pasted: Pasted | None = None
        self._pulse: Pulse | None = None
        keep_nothing()
        self._lent = engine is not None
        self.engine = engine or new_engine()
        self.engine.setInitialProperties({"bridge": bridge, "still": still, "width": size[0], "height": size[1]})
        self.engine.load(QUrl.fromLocalFile(str(HERE / "Kiosk" / "Main.qml")))
        if not self.engine.rootObjects():
            raise NoWindow
        window = self.engine.rootObjects()[-1]
        assert isinstance(window, QWindow)
        self.window = window

    def sound(self, settings: Sound) -> None:
        """Answers for the ear; what plays them is loaded when the page stands."""
        from ui.loudspeaker import Loudspeaker
        from ui.sounds import Sounds
        from ui.speech import Speech

        player = Loudspeaker(settings.volume)
        self._sounds = Sounds(settings, player, Speech(settings.volume))
        self.bridge.answered.connect(self._sounds.answer)
        self.bridge.spoken.connect(self._say)
        player.warm()

    def _say(self, prompt: Prompt | None, words: Words) -> None:
        assert self._sounds
        if prompt is None:
            self._sounds.hush()
        else:
            self._sounds.say(prompt, words)

    def listen(self) -> None:
        """Hears keys and touches: from the first picture on, so that it need not wait for the names of all keys."""
        from kiosk.visit.visit import warm
        from ui.presence import Presence
        from ui.scan_input import ScanInput

        warm()
        self._listeners = [Presence(self.window, self.bridge.felt), ScanInput(self.window, self.bridge.scan)]

    def open_scanners(self, settings: ScannerSettings, *, pastes: bool = False) -> None:
        """Whatever is not a keyboard; in a window on a desk, what is pasted too."""
        from ui.scanners import Scanners

        self._scanners = Scanners(settings, self.bridge.scan, self.bridge.machine.missing)
        if settings.camera:
            import ui.camera_view  # noqa: F401 - makes the type that QML shows
        self._scanners.start()
        if self._scanners.camera:
            self.bridge.machine.sees(self._scanners.camera)
        if pastes:
            from ui.pasted import Pasted

            self._pasted = Pasted(self.window, self.bridge.scan)

    def beat(self, watchdog: Watchdog, answers: Callable[[], bool]) -> None:
        """Whoever started the kiosk hears that it lives, and may ask it to end."""
        from PySide6.QtQuick import QQuickWindow

        from ui.pulse import Pulse

        assert isinstance(self.window, QQuickWindow)
        pulse = self._pulse = Pulse(self.window, watchdog, {"database": answers, "scanners": self._watched})
        signal.signal(signal.SIGTERM, lambda *_: pulse.ask_to_end())

    def _watched(self) -> bool:
        return self._scanners is None or self._scanners.watched()

    def page(self) -> QObject:
        """The page that is shown."""
        page: QObject = self.window.property("shown")
        return page

    def close(self) -> None:
        from shiboken6 import delete

        if self._pulse:
            self._pulse.close()
        if self._scanners:
            self._scanners.close()
        if self._pasted:
            self._pasted.close()
            self.window.removeEventFilter(self._pasted)
        self.window.close()
        for listener in self._listeners:
            self.window.removeEventFilter(listener)
        delete(self.window if self._lent else self.engine)
        del self.window


def new_engine() -> QQmlApplicationEngine:
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(HERE))
    return engine


def application() -> QGuiApplication:
    """Without a graphics card Qt draws in software; its drawing stays in our own thread."""
    if not os.environ.get("KIOSK_GPU"):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    existing = QGuiApplication.instance()
    app = existing if isinstance(existing, QGuiApplication) else QGuiApplication(["kiosk"])
    log_qt_messages()
    for name in FONTS:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}.ttf")))
    for family in ("Noto Sans SC", "Noto Serif SC"):
        QFont.insertSubstitution(family, RARE)
    return app


def load_later_fonts() -> None:
    """What the first picture does not need."""
    for name in LATER_FONTS:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}.ttf")))


def hide_cursor() -> None:
    """Fingers need none."""
    from PySide6.QtCore import Qt

    QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)


def fitting(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """As large as wanted, or as the screen has room for, in the same shape."""
    share = min(1.0, room[0] / size[0], room[1] / size[1])
    return round(size[0] * share), round(size[1] * share)


def run(
    visit: Visit,
    read_words: Callable[[str], Words],
    *,
    window: tuple[int, int] | None = None,
    settings: Settings | None = None,
    answers: Callable[[], bool] = lambda: True,
) -> int:
    """Shows the kiosk until it is closed: in a window of that size, or on the whole screen; `answers`: the database."""
    settings = settings or Settings()
    app = application()
    listener = watchdog(os.environ)
    if listener:
        import PySide6.QtQuick  # noqa: F401 - known before the window is, so that the window tells what it draws
    room = app.primaryScreen().availableSize().toTuple()
    stage = Stage(Bridge(visit, read_words, settings), size=fitting(window, room) if window else room)
    clock = QTimer(interval=TICK_MS)
    clock.timeout.connect(stage.bridge.tick)
    clock.start()
    stage.bridge.leaving.connect(lambda again: QTimer.singleShot(LEAVE_MS, lambda: app.exit(AGAIN if again else 0)))
    if window:
        stage.window.show()
    else:
        stage.window.showFullScreen()
        QTimer.singleShot(LATER_MS, hide_cursor)
    garbage = Garbage()
    if listener:
        stage.beat(listener, answers)
    QTimer.singleShot(LATER_MS, load_later_fonts)
    QTimer.singleShot(LATER_MS, stage.listen)
    QTimer.singleShot(LATER_MS, lambda: stage.open_scanners(settings.scanners, pastes=window is not None))
    QTimer.singleShot(SOUND_MS, lambda: stage.sound(settings.sound))
    try:
        return app.exec()
    finally:
        clock.stop()
        garbage.timer.stop()
        stage.close()
