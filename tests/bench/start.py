"""F9: from the start of the process to the first picture, against a bare QML window; F10: its resident memory."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench.figures import Figure

ROUNDS = 9
HELLO = """
import sys, time
started = float(sys.argv[1])
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
app = QGuiApplication([])
view = QQuickView()
view.setSource(QUrl.fromLocalFile(sys.argv[2]))
view.resize(1080, 1920)
"""
KIOSK = """
import sys, time
started = float(sys.argv[1])
from pathlib import Path
from kiosk import words
from kiosk.devices.clock import SystemClock
from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import open_store
from kiosk.visit.visit import Visit
from ui.app import Stage, application
from ui.bridge import Bridge
folder = Path(sys.argv[2])
visit = Visit(open_store(folder, read_key(key_file(folder))), SystemClock())
app = application()
stage = Stage(Bridge(visit, words.read), size=(1080, 1920))
view = stage.window
"""
SHOWN = """
def shown():
    view.frameSwapped.disconnect(shown)
    resident = int(next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1])
    first = time.time() - started
    if "stage" in globals():
        stage.listen()
    print(first, time.time() - started, resident, flush=True)
    import os
    os._exit(0)
view.frameSwapped.connect(shown)
view.show()
app.exec()
"""


def once(program: str, argument: Path) -> tuple[float, float, float]:
    """Seconds to the first frame, seconds until it hears a scan, resident kB then."""
    import time

    command = [sys.executable, "-c", program + SHOWN, str(time.time()), str(argument)]
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "QSG_RENDER_LOOP": "basic",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a kiosk keeps its compiled modules
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    first, ready, resident = done.stdout.split()
    return float(first), float(ready), float(resident)


def figures(build: Path) -> list[Figure]:
    hello, folder = build / "Hello.qml", build / "start"
    hello.write_text('import QtQuick\nRectangle { color: "white"; Text { text: "hello" } }\n', "utf-8")
    if not folder.exists():
        made = [sys.executable, "-m", "kiosk.cli", "demo", "--data", str(folder), "--no-window"]
        subprocess.run(made, check=True, capture_output=True)
    for _ in range(2):
        once(HELLO, hello), once(KIOSK, folder)
    pairs = [(once(HELLO, hello), once(KIOSK, folder)) for _ in range(ROUNDS)]
    bare, first, ready = (median(p[i][j] for p in pairs) for i, j in ((0, 0), (1, 0), (1, 1)))
    bare_kb, kiosk_kb = (median(p[i][2] for p in pairs) for i in (0, 1))
    return [
        Figure("F9", "first frame / bare QML hello", first / bare, 1.4, f"{first * 1e3:.0f} / {bare * 1e3:.0f} ms"),
        Figure("F9", "ready to scan / bare QML hello", ready / bare, 2.0, f"{ready * 1e3:.0f} ms"),
        Figure("F10", "resident memory / bare QML hello", kiosk_kb / bare_kb, 2.0, f"{kiosk_kb / 1024:.0f} MiB"),
    ]
