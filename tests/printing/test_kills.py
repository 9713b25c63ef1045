"""kill -9 at every point of a sheet's way, and at random moments: it comes out once, and is told of once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from printing.dying import LONG_PDF, POINTS
from printing.office import Office, Press
from printing.orders import DONE_S, Orders, printers

from kiosk.storage import print_jobs

TESTS = Path(__file__).parents[1]
START_S = 10.0
SHORT = ["claimed", "half_sent", "sent"]
ROUNDS, KILLS, LONGEST_S = 25, 4, 2.0


def worker(path: Path, press: Press, point: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "printing.dying", str(path), press.queue, press.office.server, point]
    rooms = f"{TESTS.parent}{os.pathsep}{TESTS}"
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": rooms})


def once(orders: Orders, press: Press, job: str, at: str) -> None:
    orders.until(job, "done", DONE_S)
    assert press.sheets == 1 and orders.told == [job], at
    orders.close()


def test_killed_where_it_matters_most(office: Office, tmp_path: Path) -> None:
    killed_at(SHORT, office, tmp_path)


@pytest.mark.proof
def test_killed_at_every_other_point(office: Office, tmp_path: Path) -> None:
    killed_at([point for point in POINTS if point not in SHORT], office, tmp_path)


def killed_at(points: list[str], office: Office, tmp_path: Path) -> None:
    """All at once: each has its own hall and its own printer."""
    presses = {point: office.press(f"kill-{point}") for point in points}
    orders = {p: Orders(tmp_path / f"{p}.db", printers(office, presses[p].queue)) for p in points}
    jobs = {point: orders[point].order(pdf=LONG_PDF) for point in points}
    dead = {point: worker(orders[point].path, presses[point], point) for point in points}
    for point, process in dead.items():
        assert process.wait(START_S) == -signal.SIGKILL, point
        left = print_jobs.print_job(orders[point].store.db, jobs[point])
        assert left and (left.cups_job is not None) == (point not in ("looked_for", "made")), point
    for point in points:
        orders[point].open()
    for point in points:
        once(orders[point], presses[point], jobs[point], point)
        office.remove(presses[point])


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_killed_at_random_moments(seed: int, office: Office, press: Press, tmp_path: Path) -> None:
    rng = Random(seed)
    orders = Orders(tmp_path / "hall.db", printers(office, press.queue))
    job = orders.order(pdf=LONG_PDF)
    for _ in range(KILLS):
        process = worker(orders.path, press, "never")
        time.sleep(rng.uniform(0.2, LONGEST_S))
        os.kill(process.pid, signal.SIGKILL)
        process.wait(START_S)
    once(orders.open(), press, job, f"seed {seed}")
