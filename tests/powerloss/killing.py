"""Killing: kill -9 at random moments of a child that plays on a real folder; the next goes on with the same folder."""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec import Struct, field
from powerloss.controls import CONTROLS
from powerloss.day import PLAN, Day, Ways
from powerloss.days import in_any_order, played
from powerloss.replay import scratch_room
from powerloss.verdict import NOW, Found, Inspector, judged

from kiosk.storage.database import StorageFault
from kiosk.upkeep.setup import first_facts

KILLS_PER_FOLDER = 25
LINES_MAX = 60  # that a child may say before its end; about three a step
AFTER_LINE_S = 0.003
SET_UP_S = 0.08
LOG_PAGES = 16
SET_UP_FACTS = len(list(first_facts(PLAN, NOW)))


class Killed(Struct):
    """What came of the kills."""

    kills: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0  # written whole, and killed before the answer
    reopened_ms: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Killed") -> None:
        self.kills += other.kills
        self.acknowledged += other.acknowledged
        self.unacknowledged += other.unacknowledged
        self.reopened_ms += other.reopened_ms
        self.faults += other.faults


class Heard:
    """What one child has said before its end."""

    def __init__(self, lines: list[str]) -> None:
        self.acknowledged: tuple[str, ...] = ()
        self.begun: tuple[str, ...] = ()  # made by the step in progress; none are told of by a set-up
        self.setting_up = False
        self.reopened_ms: list[float] = []
        self.faults: list[str] = []
        for line in lines:
            self.hear(*line.split(" ", 1))

    def hear(self, word: str, rest: str) -> None:
        match word:
            case "begin":
                self.begun = ()
            case "setting":
                self.setting_up = True
            case "made":
                self.begun += (rest,)
            case "ack":
                new = (fact for fact in rest.split()[1:] if fact not in self.acknowledged)
                self.acknowledged, self.begun, self.setting_up = (*self.acknowledged, *new), (), False
            case "opened":
                self.reopened_ms.append(float(rest))
            case "fault":
                self.faults.append(rest)


def killed_folder(seed: int, control: str = "", kills: int = KILLS_PER_FOLDER) -> Killed:
    """The life of one folder, from its set-up on."""
    rng, done, there = Random(seed), Killed(), ()
    with TemporaryDirectory() as room, TemporaryDirectory(dir=scratch_room()) as scratch:
        place, inspector = Path(room, "place"), Inspector(Path(scratch))
        place.mkdir()
        loaded_before_the_first_fork(Path(room))
        for _ in range(kills):
            heard = Heard(killed_child(place, rng, control, fresh=not there))
            there = checked(inspector.copy_of(place), there, heard, done)
    return done


def checked(found: Found, there: tuple[str, ...], heard: Heard, done: Killed) -> tuple[str, ...]:
    """Gives the facts from which the next child starts."""
    expected = there + heard.acknowledged
    begun = found.facts if heard.setting_up and len(found.facts) == SET_UP_FACTS else heard.begun
    done.faults.update([fault for fault in (judged(found, expected, begun), *heard.faults) if fault])
    done.kills += 1
    done.acknowledged += len(heard.acknowledged)
    done.unacknowledged += found.facts != expected
    done.reopened_ms += heard.reopened_ms
    return found.facts


def loaded_before_the_first_fork(room: Path) -> None:
    """A set-up imports much at its first time; the children are to be killed in their work, not in their imports."""
    day = Day(room / "warm")
    day.set_up()
    day.open()
    day.close()


def killed_child(place: Path, rng: Random, control: str, *, fresh: bool) -> list[str]:
    """What a child said until it was killed, after so many lines and a little more."""
    lines = 1 if fresh else rng.randrange(LINES_MAX)
    after = rng.uniform(0, SET_UP_S if fresh else AFTER_LINE_S)
    seed = rng.getrandbits(32)
    child, ear = forked(lambda say: play(place, say, Random(seed), control))
    with os.fdopen(ear, "rb") as heard:
        first = [heard.readline() for _ in range(lines)]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.decode().strip() for line in (*first, *heard.readlines()) if line]


def forked(work: Callable[[Callable[[str], None]], None]) -> tuple[int, int]:
    """A child of its own, and the end of the pipe where it is heard."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child:
        os.close(mouth)
        return child, ear
    os.close(ear)
    try:
        work(lambda line: say(mouth, line))
    except BaseException as fault:
        say(mouth, f"fault {type(fault).__name__}: {fault}"[:200].replace("\n", " "))
    finally:
        os._exit(1)


def say(mouth: int, line: str) -> None:
    os.write(mouth, f"{line}\n".encode())


def play(place: Path, say: Callable[[str], None], rng: Random, control: str) -> None:
    """The child's part: go on where the one before was killed."""
    ways = Ways(LOG_PAGES, CONTROLS[control].change) if control else Ways(LOG_PAGES)
    day = Day(place / "hall", say, ways)
    start = time.perf_counter()
    try:
        day.open()
        say(f"opened {(time.perf_counter() - start) * 1000:.2f}")
    except StorageFault:
        say("setting up")
        day.set_up()
        day.open()
    if not day.stocked():
        day.stock()
    for _ in played(day, rng, in_any_order(rng)):
        continue
