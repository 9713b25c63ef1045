"""Ten thousand visits: what a kiosk holds does not grow with the people who were there."""

import gc
import threading
from pathlib import Path

import pytest
from halls import TestHall

from kiosk.storage.database import database_file
from kiosk.visit.screens import Attract

VISITS, WARM = 10_000, 2_000
GROWTH_MAX = 0.05
CACHE_KIB = 1024


def held() -> tuple[int, int, int]:
    """Resident kilobytes, open files, threads."""
    gc.collect()
    lines = Path("/proc/self/status").read_text().splitlines()
    resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return resident, sum(1 for _ in Path("/proc/self/fd").iterdir()), threading.active_count()


def visit(hall: TestHall, n: int) -> None:
    """A loan, and the book back at the next visit; now and then a wrong code, or somebody who walks away."""
    who = ("zhang", "li", "ou")[n % 3]
    hall.scan(who)
    hall.scan("hlm")
    hall.tap("record")
    if n % 10 == 0:
        hall.scan("hello")
        hall.tick(61)
        hall.tick(61)
    hall.tap("finish")
    hall.scan("hlm")
    assert isinstance(hall.tap("finish"), Attract)
    hall.tick(2)


@pytest.mark.proof
def test_memory_files_and_threads_stay_as_they_are(tmp_path: Path) -> None:
    hall = TestHall(database_file(tmp_path))
    hall.db.execute(f"pragma cache_size = -{CACHE_KIB}")  # pages kept in memory have a limit; a low one is met at once
    for n in range(WARM):
        visit(hall, n)
    before = held()
    for n in range(WARM, VISITS):
        visit(hall, n)
    after = held()
    hall.store.close()
    print(before, after)
    assert after[0] <= before[0] * (1 + GROWTH_MAX) and after[1:] == before[1:]
