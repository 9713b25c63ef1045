"""kill -9 in the middle of its work, and a pulled plug: what a hub has acknowledged is on its disk."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from halls import KEY, NOON
from hub.pushing import DEVICE, kiosk, prepared, pushed
from powerloss.calls import TRACED, Player, read_calls, said
from powerloss.disk import Disk, Image
from powerloss.recording import ROOT, STRING_BYTES, files_in, proved_complete
from powerloss.verdict import laid_out
from sqlalchemy import func, select, text

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.hub import devices
from kiosk.hub.database import in_file
from kiosk.hub.tables import counters, events, table_of

KILLS, AFTER_S, PLACE = 6, 0.25, "place"
PUSHES, PUSHES_REPLAYED = 12, 3  # of one child


def stored(place: Path) -> int:
    """How many facts a hub has that is opened again; its tables agree with each other, or it is no hub at all."""
    engine = in_file(place / "hub.db", KEY)
    try:
        with engine.connect() as db:
            assert db.execute(text("pragma integrity_check")).scalar() == "ok"
            known = devices.find(db, DEVICE)
            facts = db.execute(select(func.count()).select_from(events)).scalar() or 0
            assert known and known.last_seq == facts == len(db.execute(select(table_of(Copy))).fetchall())
            if facts:
                assert (db.execute(select(counters.c.last)).scalar() or 0) >= facts
            return facts
    finally:
        engine.dispose()


def child(place: Path, pushes: int, *before: str) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    command = [*before, sys.executable, "-B", "-m", "hub.pushing", str(place), str(pushes)]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path}, cwd=ROOT, stdout=subprocess.PIPE)


def test_a_hub_that_is_killed_has_all_that_it_has_acknowledged(tmp_path: Path) -> None:
    rng, acknowledged = Random(1), 0
    prepared(tmp_path)
    for _ in range(KILLS):
        running = child(tmp_path, PUSHES)
        assert running.stdout
        first = running.stdout.readline()
        time.sleep(rng.uniform(0, AFTER_S))
        os.kill(running.pid, signal.SIGKILL)
        heard = [first, *running.stdout.readlines()]
        running.wait()
        running.stdout.close()
        acknowledged = max([acknowledged, *(int(line) for line in heard if line.endswith(b"\n"))])
        assert stored(tmp_path) >= acknowledged
    assert acknowledged >= KILLS


@pytest.mark.skipif(shutil.which("strace") is None, reason="recordings are made by strace")
def test_a_pulled_plug_leaves_all_that_was_acknowledged() -> None:
    with TemporaryDirectory() as room:
        place, log = Path(room, PLACE), Path(room, "calls")
        place.mkdir()
        prepared(place)
        before = files_in(place)
        strace = ["strace", "-f", "-xx", "-s", str(STRING_BYTES), "-e", "signal=none", "-e", f"trace={TRACED}"]
        running = child(place, PUSHES_REPLAYED, *strace, "-o", str(log))
        out, _ = running.communicate()
        assert running.returncode == 0 and out.count(b"\n") == PUSHES_REPLAYED
        calls = tuple(read_calls(log))
        proved_complete(place, before, calls)
        assert replayed(place, before, calls) > 20


def replayed(place: Path, before: Image, calls: tuple[Any, ...]) -> int:
    """Each way in which the disk may be found after each call; the same image is looked at once."""
    disk, rng, acknowledged, seen = Disk(before), Random(1), 0, dict[tuple[Any, ...], int]()
    player = Player(place, disk)
    for call in calls:
        if line := said(call):
            acknowledged = int(line)
        elif not player.play(call):
            continue
        for model, image in disk.images(rng):
            mark = tuple(sorted((name, hash(data)) for name, data in image.items()))
            if mark not in seen:
                with TemporaryDirectory() as scratch:
                    laid_out(image, Path(scratch))
                    seen[mark] = stored(Path(scratch))
            assert seen[mark] >= acknowledged, model
    return len(seen)


def test_what_the_child_pushes_is_what_a_kiosk_would(tmp_path: Path) -> None:
    prepared(tmp_path)
    told = kiosk()
    told.tell(*(pushed(serial) for serial in (1, 2)))
    assert {row[0] for row in told.rows()["copies"]} == {copy_number(1, 1), copy_number(1, 2)}
    assert told.clock.now().at == NOON
