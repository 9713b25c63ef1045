"""H1 in the real window: ten books to one member and a pile of fifty taken back, with a scanner's keys and no other."""

import time
from pathlib import Path

import msgspec
import pytest
from commands import DemoHall, kiosk
from displays import UP_S, Display, display_lacking
from test_real_window import display as display, insist, logged, opened, scan

from kiosk.cli.folder import store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain.facts import PolicySet
from kiosk.domain.policy import Policy

PILE, LOANS = 50, 10
KEY_MS, SCAN_S = "3", 0.2  # a scanner types so fast; a hand takes the next book up in longer than that
needs_display = pytest.mark.skipif(display_lacking(), reason="needs a display of its own")


@pytest.fixture
def hall(tmp_path: Path) -> DemoHall:
    """A member with fifty books, and another who will borrow ten."""
    sizes = ("--titles", "80", "--members", "40", "--days", "60")
    done = kiosk("demo", "--data", str(tmp_path / "data"), "--no-window", "--json", *sizes)
    assert done.returncode == 0, done.stderr
    made = DemoHall(tmp_path / "data", msgspec.json.decode(done.stdout))
    store = store_of(made.folder, None)
    rows = [PolicySet(Policy(policy=name, loans_max=PILE + LOANS)) for name in ("default", "all")]
    store.record(*rows, moment=SystemClock().now())
    store.close()
    made.play(f"scan {made.member('good')}", *(f"scan {number}" for number in made.here()[:PILE]))
    return made


def scans(display: Display, window: str, texts: list[str]) -> None:
    """One after another, at the pace of a hand. Whoever missed a sound scans all of it again: no harm in that."""
    keys = ["windowfocus", window]
    for text in texts:
        keys += ["type", "--delay", KEY_MS, "--args", "1", text, "key", "Return", "sleep", str(SCAN_S)]
    display.xdotool(*keys)


def typed(display: Display, pin: str) -> None:
    """By hand: so slowly that nobody takes it for a scanner."""
    display.xdotool("key", "--delay", "250", *pin, "Return")


@needs_display
def test_ten_books_are_lent_and_fifty_taken_back_without_a_touch(display: Display, hall: DemoHall) -> None:
    back, here = hall.here()[:PILE], hall.here()[PILE : PILE + LOANS]
    card, staff = hall.member("good", 1), hall.kiosk("code", "staff", hall.staff("librarian")).stdout.strip()
    shown, window = opened(display, hall)
    scan(display, hall, window, staff)
    insist(lambda: typed(display, str(hall.made["pin"])), lambda: logged(hall, '"checked"') == 1)
    started = time.perf_counter()
    insist(lambda: scans(display, window, [card, *here]), lambda: logged(hall, '"BookBorrowed"') == LOANS + PILE)
    lent_s = time.perf_counter() - started
    insist(lambda: scans(display, window, back), lambda: logged(hall, '"BookReturned"') == PILE)
    print(f"lent {LOANS} in {lent_s:.1f} s, took back {PILE} in {time.perf_counter() - started - lent_s:.1f} s")
    display.xdotool("windowclose", window)
    shown.terminate()
    shown.wait(UP_S)
    assert logged(hall, '"Fault"') == 0 and hall.kiosk("check").returncode == 0
    again = hall.play(*(f"scan {number}" for number in back[:3]))
    assert {answer["screen"] for answer in again} == {"Basket"}, "they are here, and wait for a card"
