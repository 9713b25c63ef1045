"""Proof: runs recordings, controls and kills on all processors, and says in one line for each part what came of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count, islice
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from msgspec import Struct
from powerloss.controls import CONTROLS
from powerloss.days import SEEDS_A_ROUND
from powerloss.killing import KILLS_PER_FOLDER, Killed, killed_folder
from powerloss.recording import ROOT, Script
from powerloss.replay import Replayed, proved

FIGURES = ROOT / "build" / "powerloss.json"
MODELS = ("synced only", "all written", "torn last", "random sectors")
SHARES = {"journeys": 0.8, "waiting books": 0.05, "set-up": 0.05, "set-up, key elsewhere": 0.05, "set-up again": 0.05}
JOURNEY_RECORDINGS_MIN = SEEDS_A_ROUND  # so that each journey comes up in every proof; a long one has many rounds
CONTROL_KILLS = 50


class Part(Struct, frozen=True):
    """One line of the proof; what is not ok is told in `faults`."""

    name: str
    ok: bool
    text: str
    figures: dict[str, Any]
    faults: dict[str, int] = {}

    def __str__(self) -> str:
        told = "".join(f"\n    {times} x {fault}" for fault, times in self.faults.items())
        return f"{'ok  ' if self.ok else 'FAIL'} {self.name}: {self.text}{told}"


@contextmanager
def workers() -> Iterator[Pool]:
    """Fresh processes: whatever the parent has loaded, a child that forks must not inherit its threads."""
    with get_context("spawn").Pool(os.cpu_count()) as pool:
        yield pool


def power_loss(pool: Pool, day: str, images: int) -> tuple[Part, Replayed]:
    done, seeds, recordings_min = Replayed(), count(), JOURNEY_RECORDINGS_MIN if day == "journeys" else 1
    while done.different < images or done.recordings < recordings_min:
        # Where one recording may be enough, a second is not made only because a processor is free.
        missing, processors = recordings_min - done.recordings, os.cpu_count() or 1
        at_once = min(missing, processors) if missing > 0 else processors
        scripts = [Script(seed, day) for seed in islice(seeds, at_once)]
        for one in pool.imap_unordered(proved, scripts):
            done.add(one)
    of_models = {model: len(done.images[model]) for model in MODELS}
    text = (
        f"{done.different:,} different images of {done.recordings} recordings, {done.acknowledged} facts acknowledged, "
    )
    text += f"{done.judged:,} verdicts; {', '.join(f'{model} {n:,}' for model, n in of_models.items())}"
    faults = {f"{model}: {fault}": times for (model, fault), times in sorted(done.faults.items())}
    figures = {
        "images": done.different,
        "recordings": done.recordings,
        "acknowledged": done.acknowledged,
        "models": of_models,
    }
    return Part(f"power loss, {day}", not faults, text, figures, faults), done


def control(pool: Pool, name: str) -> Part:
    """Well when it fails, and by the fault it was made for."""
    (done,) = pool.map(partial(proved, first_fault_only=True), [Script(1, control=name)])
    found = sorted({fault for _, fault in done.faults})
    ok = bool(found) and all(CONTROLS[name].fault in fault for fault in found)
    text = f"found out at image {done.different}: {', '.join(found)}" if found else "was not found out"
    return Part(f"power loss, control {name!r}", ok, text, {"found_out_at_image": done.different})


def kills(pool: Pool, wanted: int) -> tuple[Part, Killed]:
    done = all_kills(pool, wanted)
    ms = done.reopened_ms or [0.0]
    text = f"{done.kills:,} kills, {done.acknowledged:,} facts acknowledged, {done.unacknowledged} steps there whole "
    text += f"without their answer; reopened in {median(ms):.1f} ms (median), {max(ms):.1f} ms (longest)"
    figures = {"kills": done.kills, "acknowledged": done.acknowledged, "reopened_ms": [median(ms), max(ms)]}
    return Part("kill -9", not done.faults, text, figures, dict(done.faults)), done


def killed_control(pool: Pool) -> Part:
    done = all_kills(pool, CONTROL_KILLS, "early")
    found = ", ".join(f"{times} x {fault}" for fault, times in done.faults.items())
    return Part(
        "kill -9, control 'early'",
        bool(found),
        f"{done.kills} kills: {found or 'was not found out'}",
        dict(done.faults),
    )


def all_kills(pool: Pool, wanted: int, control: str = "") -> Killed:
    done, folders = Killed(), -(-wanted // KILLS_PER_FOLDER)
    for one in pool.imap_unordered(partial(killed_folder, control=control), range(1, folders + 1)):
        done.add(one)
    return done


def kept(parts: list[Part], file: Path = FIGURES) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(parts)) + b"\n")
