"""The kiosk as it is delivered: its own process on a real X display, a scanner's keys, a finger, and the disk after."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from commands import DemoHall, kiosk
from displays import COLOURS_MIN, SIZE, UP_S, Display, display_lacking, found_within, until

FINISH_AT = (0.74, 0.88)  # of the window: 完成
FIND_AT = (0.25, 0.5)  # 找书
SEEN_S, PATIENCE_S, TIMES_MAX = 0.5, 8.0, 8  # what comes up is looked at; who gets no answer tries again
pytestmark = pytest.mark.skipif(display_lacking(), reason="needs a display of its own")


@pytest.fixture
def display() -> Iterator[Display]:
    made = Display()
    yield made
    made.close()


@pytest.fixture
def small(tmp_path: Path) -> DemoHall:
    sizes = ("--titles", "60", "--members", "40", "--days", "60")
    done = kiosk("demo", "--data", str(tmp_path / "data"), "--no-window", "--json", *sizes)
    assert done.returncode == 0, done.stderr
    return DemoHall(tmp_path / "data", msgspec.json.decode(done.stdout))


def logged(small: DemoHall, word: str) -> int:
    return sum(path.read_text("utf-8").count(word) for path in small.folder.rglob("*.log*") if path.is_file())


def scan(display: Display, small: DemoHall, window: str, text: str) -> None:
    """By one process: on a busy machine the pause before another one's Enter grows to that of a typing person."""
    before = logged(small, '"scan"')
    keys = ("windowfocus", window, "type", "--delay", "4", "--args", "1", text, "key", "Return")
    insist(lambda: display.xdotool(*keys), lambda: logged(small, '"scan"') > before)


def insist(act: Callable[[], object], happened: Callable[[], bool]) -> None:
    """As a person does: a page is not drawn yet when its line is in the log, and a touch before that is for nobody."""
    for _ in range(TIMES_MAX):
        time.sleep(SEEN_S)
        act()
        if found_within(happened, PATIENCE_S):
            return
    raise AssertionError("nothing was answered")


def opened(display: Display, small: DemoHall) -> tuple[subprocess.Popen[bytes], str]:
    shown = display.start(sys.executable, "-m", "kiosk.cli", "demo", "--data", str(small.folder))
    window = until(lambda: display.xdotool("search", "--onlyvisible", "--pid", str(shown.pid)).split()[-1:])[0]
    until(lambda: display.colours() > COLOURS_MIN)
    display.xdotool("windowactivate", "--sync", window)
    return shown, window


def press(display: Display, window: str, at: tuple[float, float], happened: Callable[[], bool]) -> None:
    x, y = (str(int(side * share)) for side, share in zip(SIZE, at, strict=True))
    insist(lambda: display.xdotool("mousemove", "--window", window, x, y, "click", "1"), happened)


def test_a_book_is_borrowed_in_the_real_window(display: Display, small: DemoHall) -> None:
    card, copy = small.member("good"), small.copy()
    shown, window = opened(display, small)
    scan(display, small, window, card)
    scan(display, small, window, copy)
    before = logged(small, '"finish"')
    press(display, window, FINISH_AT, lambda: logged(small, '"finish"') > before)
    assert display.colours() > COLOURS_MIN
    display.xdotool("windowclose", window)
    shown.terminate()
    shown.wait(UP_S)
    assert logged(small, '"BookBorrowed"') == 1
    assert small.kiosk("check").returncode == 0
    assert "BookReturned" in str(small.play(f"scan {copy}")), "it had been lent"


def test_a_title_is_typed_for_in_the_real_window(display: Display, small: DemoHall) -> None:
    shown, window = opened(display, small)
    press(display, window, FIND_AT, lambda: logged(small, '"wake"'))
    press(display, window, FIND_AT, lambda: logged(small, '"finder"'))
    for n, letter in enumerate("hlm", 1):
        display.xdotool("type", letter)
        until(lambda n=n: logged(small, '"find"') == n)
    assert logged(small, '"Finder"') >= 4 and logged(small, '"Fault"') == 0
    assert "红楼梦" not in "".join(path.read_text("utf-8") for path in small.folder.rglob("*.log*"))
    shown.terminate()
    shown.wait(UP_S)
