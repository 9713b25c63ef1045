"""F1, F2, F3, F17: a borrow against the floor of the same disk, its syncs, the whole visit, the cost of encryption."""

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

from kiosk.devices.clock import SystemClock
from kiosk.domain.desk import Desk
from kiosk.domain.facts import BookReturned
from kiosk.domain.lending import borrow
from kiosk.domain.moment import Moment
from kiosk.storage import queries
from kiosk.storage.store import Store
from kiosk.visit.sitting import Bearer, Sitting
from kiosk.visit.visit import Visit
from tests.bench.figures import Figure
from tests.bench.scale import NOW, SMALL, copy_of, filled, member_of

ROUNDS, WARM_UP = 600, 200
EIGHT_KIB = bytes(8192)
BUILD = Path(__file__).parents[2] / "build" / "bench"


class Floor:
    """An 8 KiB write and the same sync call as the database's, on the same disk."""

    def __init__(self, folder: Path) -> None:
        self.handle = os.open(folder / "floor", os.O_RDWR | os.O_CREAT)

    def once(self) -> float:
        started = time.perf_counter()
        os.pwrite(self.handle, EIGHT_KIB, 0)
        os.fsync(self.handle)
        return time.perf_counter() - started


class Counter:
    """Borrows at random, and takes back untimed."""

    def __init__(self, store: Store, counts: dict[str, int]) -> None:
        self.store, self.counts = store, counts
        self.rng, self.n = random.Random(1), 0
        self.rules = queries.hall_rules(store.db, 1)
        self.today = NOW.date()

    def choice(self) -> tuple[int, str]:
        member = member_of(1 + self.rng.randrange(self.counts["members"]))
        return member, copy_of(1 + self.rng.randrange(self.counts["copies"]))

    def moment(self) -> Moment:
        self.n += 1
        return Moment(NOW + timedelta(seconds=self.n), "bench", self.n)

    def once(self) -> float:
        number, copy = self.choice()
        started = time.perf_counter()
        member, on_desk = queries.member(self.store.db, number), queries.on_desk(self.store.db, copy)
        assert member and on_desk
        outcome = borrow(Desk(self.rules, self.today, on_desk, queries.borrower(self.store.db, member)))
        assert isinstance(outcome, tuple), outcome
        self.store.record(*outcome, moment=self.moment())
        took = time.perf_counter() - started
        self.store.record(BookReturned(copy, 1), moment=self.moment())
        return took

    def lookup(self) -> float:
        number, _ = self.choice()
        started = time.perf_counter()
        queries.member(self.store.db, number)
        return time.perf_counter() - started


def interleaved(*ways: Callable[[], float], rounds: int = ROUNDS, warm_up: int = WARM_UP) -> list[float]:
    """The median of each, every round taking all of them in turn."""
    for _ in range(warm_up):
        for way in ways:
            way()
    taken = [[way() for way in ways] for _ in range(rounds)]
    return [median(column) for column in zip(*taken, strict=True)]


def at_scale(counts: dict[str, int], name: str) -> list[Figure]:
    path = BUILD / name / "kiosk.db"
    store = filled(path, counts)
    counter, floor = Counter(store, counts), Floor(path.parent)
    borrowed, disk = interleaved(counter.once, floor.once)
    scanned = median([visit_scan(store, counter) for _ in range(ROUNDS)][WARM_UP:])
    again, _ = interleaved(counter.once, floor.once, warm_up=20)
    store.close()
    size = ", ".join(f"{many:,} {what}" for what, many in counts.items())
    return [
        Figure("F1", f"borrow, encrypted, warm ({size}) / 8 KiB + fsync", borrowed / disk, 2.5, us(borrowed)),
        Figure("F3", "Visit.scan of a copy, commit included / F1", scanned / again, 2.0, us(scanned)),
    ]


def us(seconds: float) -> str:
    return f"{seconds * 1e6:.0f} us"


def visit_scan(store: Store, counter: Counter) -> float:
    """Signed in beforehand; only the copy's scan is timed."""
    visit = Visit(store, SystemClock())
    number, copy = counter.choice()
    visit.sitting = Sitting(member=number, bearers=(Bearer(number, "张*三", "张", "member"),))
    started = time.perf_counter()
    visit.scan(copy)
    took = time.perf_counter() - started
    assert [type(f.p).__name__ for f in visit.facts] == ["BookBorrowed"], visit.screen
    visit.tap("undo")
    return took


def encryption() -> list[Figure]:
    """F17: the same rows with and without encryption."""
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        shut = Counter(filled(Path(folder) / "shut.db", SMALL), SMALL)
        bare = Counter(filled(Path(folder) / "bare.db", SMALL, encrypted=False), SMALL)
        floor = Floor(Path(folder))
        encrypted, plain, disk = interleaved(shut.once, bare.once, floor.once)
        found, found_plain = interleaved(shut.lookup, bare.lookup, rounds=4000)
        shut.store.close()
        bare.store.close()
    return [
        Figure("F1 control", "borrow, plain, small / 8 KiB + fsync", plain / disk, 2.0, us(plain)),
        Figure("F1 small", "borrow, encrypted, small / 8 KiB + fsync", encrypted / disk, 2.5, us(encrypted)),
        Figure("F17", "borrow encrypted / plain", encrypted / plain, 1.6, f"{us(encrypted)} / {us(plain)}"),
        Figure("F17", "lookup among 50,000 encrypted / plain", found / found_plain, 1.2, us(found)),
    ]


def syncs() -> list[Figure]:
    """F2: how often a borrow waits for the disk, as the kernel counts."""
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        filled(Path(folder) / "kiosk.db", {k: v // 20 for k, v in SMALL.items()}).close()
        counts = [counted(folder, many) for many in (50, 550)]
    between = counts[1] - counts[0]  # of 500 borrows and 500 returns
    return [Figure("F2", "fsync + fdatasync for each commit (strace)", between / 1000, 1.02, f"{between} for 1,000")]


def counted(folder: str, many: int) -> int:
    strace = ["strace", "-f", "-c", "-e", "trace=fsync,fdatasync", "-o", f"{folder}/calls"]
    subprocess.run([*strace, sys.executable, "-m", "tests.bench.borrow", folder, str(many)], check=True)
    return sum(int(n) for n in re.findall(r"(\d+)\s+(?:fsync|fdatasync)", Path(folder, "calls").read_text()))


def child(folder: str, many: int) -> None:
    counts = {k: v // 20 for k, v in SMALL.items()}
    counter = Counter(filled(Path(folder) / "kiosk.db", counts), counts)
    for _ in range(many):
        counter.once()
    counter.store.close()


def figures(counts: dict[str, int], name: str) -> list[Figure]:
    BUILD.mkdir(parents=True, exist_ok=True)
    return [*encryption(), *syncs(), *at_scale(counts, name)]


if __name__ == "__main__":
    child(sys.argv[1], int(sys.argv[2]))
