"""F4: from the commit of a scan to the frame that shows its answer; and a list of 10,000 rows under a finger."""

import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import quantiles

from tests.bench.figures import Figure

FRAME_S = 1 / 60
SCANS, SCROLL_S = 60, 6.0
TYPED = ("hlm", "honglou", "sgyy", "pfdsj", "santi", "djzj", "jxzt", "lsx", "gz", "zggr")
REPOSITORY = Path(__file__).parents[2]


def figures() -> list[Figure]:
    """In a process of its own: no other bench's memory, no other test's window."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    environment["PYTHONPATH"] = f"{REPOSITORY}{os.pathsep}{REPOSITORY / 'tests'}"
    command = [sys.executable, "-m", "tests.bench.paint"]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=180, check=True
    )
    answer, late, control, interval, shown, key, searched = map(float, done.stdout.split())
    return [
        Figure("F4", "scan to painted answer, frames after the commit, p95", answer, 2.0, f"with commit {late:.2f}"),
        Figure("F4", "control: frames of a page that waits 50 ms, at least", 2.0 / control, 1.0, f"{control:.1f}"),
        Figure("C3", "key of the finder to painted page, frames, p95", key, 1.0, f"search {searched:.2f} ms"),
        Figure("list", "10,000 rows scrolled: 60 / frames a second", 60 / shown, 1.0, f"p95 {interval:.2f} of 1/60 s"),
    ]


def p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def answers(slow_s: float) -> tuple[float, float]:
    """Frames from commit to picture, and from scan to picture; a book goes out and comes back again and again."""
    from halls import TestHall, copy
    from PySide6.QtCore import QCoreApplication

    from kiosk.words import read
    from ui.app import Stage, application
    from ui.bridge import Bridge

    application()
    with tempfile.TemporaryDirectory() as folder:
        hall = TestHall(Path(folder) / "kiosk.db")
        for who in ("zhang", "li"):
            hall.join(who)
        committed: list[float] = []
        painted: list[float] = []
        bridge = Bridge(hall.visit, read)
        stage = Stage(bridge, size=(1080, 1920))
        stage.window.frameSwapped.connect(lambda: painted.append(time.perf_counter()))
        bridge.answered.connect(lambda _: time.sleep(slow_s))
        scanned = hall.visit.scan

        def noted(text: str) -> object:
            screen = scanned(text)
            committed.append(time.perf_counter())
            return screen

        hall.visit.scan = noted  # type: ignore[method-assign]
        stage.window.show()
        after, whole = [], []
        for n in range(SCANS):
            hall.pass_by(3)
            text = hall.card(("zhang", "li")[n // 4 % 2]) if n % 4 == 0 else copy(("hlm", "tg", "san")[n % 4 - 1])
            rest_until = time.perf_counter() + 0.3  # a page has come up, a scanner is aimed anew
            while time.perf_counter() < rest_until:
                QCoreApplication.processEvents()
            painted.clear()
            began = time.perf_counter()
            bridge.scan(text)
            while not painted:
                QCoreApplication.processEvents()
            after.append((painted[0] - committed[-1]) / FRAME_S)
            whole.append((painted[0] - began) / FRAME_S)
        stage.close()
    return p95(after), p95(whole)


def typing() -> tuple[float, float]:
    """Frames from a letter touched to its page, and milliseconds of the search, over a hall of 1,000 titles."""
    import random

    from halls import TestHall
    from PySide6.QtCore import QCoreApplication

    from kiosk.domain.books import Copy
    from kiosk.domain.codes import copy_number
    from kiosk.domain.facts import CopyAdded, TitleAdded
    from kiosk.upkeep.demo_shelves import title_of
    from kiosk.upkeep.readings import read
    from kiosk.upkeep.sample import titles
    from kiosk.words import read as read_words
    from ui.app import Stage, application
    from ui.bridge import Bridge

    application()
    hall = TestHall()
    for n, work in enumerate(titles(random.Random(7), 1000), 50):
        one = Copy(copy_number(1, n), n, 1, 1, "二楼 · 7 架 3 层")
        hall.tell(TitleAdded(read(title_of(n, work))), CopyAdded(one))
    hall.gather()
    stage = Stage(Bridge(hall.visit, read_words), size=(1080, 1920))
    painted: list[float] = []
    stage.window.frameSwapped.connect(lambda: painted.append(time.perf_counter()))
    stage.window.show()
    stage.bridge.wake()
    stage.bridge.finder.open("letters")
    frames: list[float] = []
    searches: list[float] = []
    tapped = hall.visit.tap

    def noted(action: str, arguments: object = None) -> object:
        began = time.perf_counter()
        screen = tapped(action, arguments)  # type: ignore[arg-type]
        searches.append((time.perf_counter() - began) * 1000)
        return screen

    hall.visit.tap = noted  # type: ignore[method-assign, assignment]
    for text in ("", *(word[: n + 1] for word in TYPED for n in range(len(word)))):
        rest_until = time.perf_counter() + 0.12
        while time.perf_counter() < rest_until:
            QCoreApplication.processEvents()
        painted.clear()
        began = time.perf_counter()
        stage.bridge.finder.find(text)
        while not painted and time.perf_counter() < began + 1:
            QCoreApplication.processEvents()
        frames.append(((painted or [began + 1])[0] - began) / FRAME_S)
    stage.close()
    hall.store.close()
    return p95(frames[1:]), p95(searches[1:])


def scrolling() -> tuple[float, float]:
    from PySide6.QtCore import QCoreApplication, QUrl
    from PySide6.QtQml import QQmlApplicationEngine

    from kiosk.words import read
    from ui.app import HERE, application

    application()
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(HERE))
    engine.load(QUrl.fromLocalFile(str(Path(__file__).parent / "Scroll.qml")))
    engine.singletonInstance("Kiosk", "Words").setProperty("table", read("zh_CN").table)
    swaps: list[float] = []
    window = engine.rootObjects()[0]
    window.frameSwapped.connect(lambda: swaps.append(time.perf_counter()))
    window.show()
    until = time.perf_counter() + SCROLL_S
    while time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.0005)
    gaps = [b - a for a, b in pairwise(swaps[30:])]
    return p95(gaps) / FRAME_S, len(gaps) / sum(gaps)


if __name__ == "__main__":
    print(*answers(0), answers(0.05)[0], *scrolling(), *typing())
