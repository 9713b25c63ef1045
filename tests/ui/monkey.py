"""A seeded monkey at the real window: touches, keys, scans and time in any order; ten thousand for the proof."""

import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
HERE = Path(__file__).parent
sys.path[:0] = [str(folder) for folder in (HERE.parents[1], HERE.parent, HERE.parent / "visit", HERE)]

from halls import BOOKS, MEMBERS, TestHall, copy, number_of  # noqa: E402
from hands import NAMED_KEYS, SMALL, Hands  # noqa: E402 - found only from now on
from leaks import Watch  # noqa: E402
from looking import pressables  # noqa: E402
from people import PIN, librarian, with_pin  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from scans import damaged  # noqa: E402

from kiosk.domain.codes import PRACTICE_BOOK, PRACTICE_CARD  # noqa: E402
from kiosk.visit.screens import Fault, PinEntry, Receipt, Refusal  # noqa: E402
from ui.app import application, load_later_fonts  # noqa: E402
from ui.bridge import Bridge  # noqa: E402
from ui.messages import log_qt_messages  # noqa: E402

SILENT_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F5, Qt.Key.Key_Delete)
SECONDS = (0.3, 1, 5, 30, 61, 80)
LONG_DAY_S, LONG_DAYS = 4 * 86400.0, 0.02  # so that books become late, and cards are still good at the end
RUBBISH = ("hello world", "9787020002207", "6901234567892", "2000100000013", "1" * 300, "你好，世界和平", "<b>&amp;'\"")


class Monkey:
    """One run; the same seed does the same."""

    def __init__(self, seed: int, hall: TestHall, heard: list[str], bridge: Callable[..., Bridge] = Bridge) -> None:
        self.heard, self.rng, self.hall, self.seen = heard, random.Random(seed), hall, Counter[str]()
        for key in MEMBERS:
            with_pin(hall, key)
        cards = [hall.card(key) for key in MEMBERS]
        self.good = [
            *cards,
            *cards,
            *map(copy, BOOKS),
            *map(copy, BOOKS),
            librarian(hall),
            PRACTICE_CARD,
            PRACTICE_BOOK,
        ]
        self.hands = Hands(hall, bridge)
        self.watch = Watch(self.hands)

    def play(self, actions: int) -> Counter[str]:
        ways = [self.touch, self.touch_something, self.touch_something, self.key, self.scan, self.scan, self.type_scan]
        for _ in range(actions):
            before = self.hall.visit.screen
            way = self.rng.choice([*ways, self.pass_by, self.enter])
            scanned = way()
            self.answered()
            self.watch.look(scanned=scanned or "")
            self.page_shows()
            assert self.heard == [], f"{self.heard} after {way.__name__} on {type(before).__name__}"
            self.seen["refusals"] += isinstance(self.hall.visit.screen, Refusal) and self.hall.visit.screen != before
        assert self.hall.store.differences() == {}
        return Counter(actions=actions, visits=self.watch.visits, **self.seen)

    def close(self) -> None:
        self.hands.close()

    def touch(self) -> None:
        self.hands.touch_at(self.rng.randrange(SMALL[0]), self.rng.randrange(SMALL[1]))

    def touch_something(self) -> None:
        x, y, width, height = self.rng.choice(pressables(self.hands.stage)).box
        self.hands.touch_at(x + width * self.rng.random(), y + height * self.rng.random())

    def key(self) -> None:
        if self.rng.random() < 0.3:
            self.hands.strike(self.rng.choice(SILENT_KEYS))
        else:
            self.hands.type(self.rng.choice([*NAMED_KEYS, *"0123456789abz ", *"\t\r"]))

    def scan(self) -> str:
        text = self.code()
        self.hall.pass_by(self.rng.choice((0.1, 3)))
        self.hands.bridge.scan(text)
        self.seen["scans"] += 1
        return text

    def type_scan(self) -> str:
        text = self.code()
        self.hall.pass_by(self.rng.choice((0.1, 3)))
        self.hands.burst(text)
        self.seen["scans"] += 1
        return text

    def code(self) -> str:
        screen, roll = self.hall.visit.screen, self.rng.random()
        if isinstance(screen, Receipt) and roll < 0.3:
            return screen.code
        if roll < 0.75:
            return self.rng.choice(self.good)
        return damaged(self.rng, self.rng.choice(self.good)) if roll < 0.9 else self.rng.choice(RUBBISH)

    def enter(self) -> None:
        """Where a number or a PIN is asked for, often the right one."""
        screen = self.hall.visit.screen
        if isinstance(screen, PinEntry) and not screen.checking:
            number = str(100000 + number_of(self.rng.choice(sorted(MEMBERS))) - 1000)
            self.hands.type((PIN if screen.stage == "pin" else number)[: self.rng.choice((3, 6, 6, 6))])
            self.hands.type("\r")
        else:
            self.touch_something()

    def pass_by(self) -> None:
        long = self.rng.random() < LONG_DAYS
        self.hands.pass_by(LONG_DAY_S if long else self.rng.choice(SECONDS))

    def answered(self) -> None:
        """Keys that were held come back, and a PIN is checked, before anything else is done."""
        self.hands.wait_while(lambda: getattr(self.hall.visit.screen, "checking", False))

    def page_shows(self) -> None:
        screen, page = self.hall.visit.screen, self.hands.stage.page()
        assert not isinstance(screen, Fault), screen
        assert page is not None and page.property("visible"), screen
        assert type(screen).__name__ == self.hands.page == self.hands.stage.window.property("page")
        assert self.hands.said and pressables(self.hands.stage)


@contextmanager
def listening() -> Iterator[list[str]]:
    """Whatever Qt or a slot complains about meanwhile."""
    heard: list[str] = []
    log_qt_messages(heard.append)
    sys.excepthook = lambda kind, wrong, _: heard.append(f"{kind.__name__}: {wrong}")
    try:
        yield heard
    finally:
        sys.excepthook = sys.__excepthook__
        log_qt_messages()


def main(actions: int) -> None:
    app = application()
    load_later_fonts()
    with listening() as heard:
        monkey = Monkey(1, TestHall(), heard)
        seen = monkey.play(actions)
        monkey.close()
        assert heard == [], heard
    figures = ", ".join(f"{seen[what]:,} {what}" for what in ("actions", "visits", "scans", "refusals"))
    print(f"ok   {figures}, {len(heard)} messages; nothing of one visit in the next")
    app.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
