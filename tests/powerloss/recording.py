"""Recording: every system call of a child that plays on a real folder, with what it said in between."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from powerloss.calls import TRACED, Call, Player, read_calls, said
from powerloss.controls import CONTROLS
from powerloss.day import Day, Ways
from powerloss.days import set_up_again_day, set_up_day, short_day, waiting_books_day
from powerloss.disk import SHARED_MEMORY, Disk, Image

ROOT = Path(__file__).parents[2]
STRING_BYTES = 1 << 20
LOG_PAGES = (6, 16, 40)  # small, so that the log is moved into the file and begun anew every few steps
DAYS = {
    "journeys": short_day,
    "waiting books": waiting_books_day,
    "set-up": set_up_day,
    "set-up, key elsewhere": set_up_day,
    "set-up again": set_up_again_day,
}


class Script(Struct, frozen=True):
    """What to record; the same script plays the same journeys again."""

    seed: int
    day: str = "journeys"
    control: str = ""

    @property
    def from_nothing(self) -> bool:
        return self.day.startswith("set-up")

    @property
    def key(self) -> str:
        """Where the key lies, seen from the place."""
        return "keys/of/hall.key" if self.day.endswith("key elsewhere") else "hall.key"


class Recording(Struct, frozen=True):
    script: Script
    place: str
    before: Image
    facts_before: tuple[str, ...]
    calls: tuple[Call, ...]
    kinds: frozenset[str]
    steps: dict[str, tuple[str, ...]]  # number -> the facts of that step, known from its later answer


class IncompleteRecording(Exception):
    """The calls played again do not make the files that the child has left."""


def recorded(script: Script) -> Recording:
    with TemporaryDirectory() as room:
        place, log = Path(room, "place"), Path(room, "calls")
        place.mkdir()
        facts_before = () if script.from_nothing else prepared(place, script)
        before = files_in(place)
        watched(script, place, log)
        calls = tuple(read_calls(log))
        proved_complete(place, before, calls)
        return Recording(script, str(place), before, facts_before, calls, kinds_in(place, script), answers(calls))


def day_of(place: Path, script: Script, **more: object) -> Day:
    return Day(place / "hall", key_path=place / script.key, **more)


def prepared(place: Path, script: Script) -> tuple[str, ...]:
    """A kiosk that was set up and stocked long ago."""
    day = day_of(place, script)
    day.set_up()
    day.open()
    day.stock()
    facts = tuple(fact.id for fact in day.store.facts())
    day.close()
    return facts


def watched(script: Script, place: Path, log: Path) -> None:
    strace = [
        "strace",
        "-f",
        "-xx",
        "-s",
        str(STRING_BYTES),
        "-e",
        "signal=none",
        "-e",
        f"trace={TRACED}",
        "-o",
        str(log),
    ]
    child = [
        sys.executable,
        "-B",
        "-m",
        "powerloss.recording",
        str(place),
        str(script.seed),
        script.day,
        script.control,
    ]
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    done = subprocess.run(
        [*strace, *child], env=os.environ | {"PYTHONPATH": path}, cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"the recorded program failed: {done.stderr[-2000:]}")


def files_in(place: Path) -> Image:
    found = (file for file in sorted(place.rglob("*")) if not file.name.endswith(SHARED_MEMORY))
    return {str(file.relative_to(place)): None if file.is_dir() else file.read_bytes() for file in found}


def proved_complete(place: Path, before: Image, calls: tuple[Call, ...]) -> None:
    """A write that went past the recording (mapped memory, another call) would show here."""
    disk = Disk(before)
    player = Player(place, disk)
    for call in calls:
        player.play(call)
    if disk.written() != files_in(place):
        raise IncompleteRecording(f"{sorted(disk.names)} against {sorted(files_in(place))}")


def kinds_in(place: Path, script: Script) -> frozenset[str]:
    day = day_of(place, script)
    day.open()
    kinds = frozenset(type(fact.p).__name__ for fact in day.store.facts())
    day.close()
    return kinds


def answers(calls: tuple[Call, ...]) -> dict[str, tuple[str, ...]]:
    """Of two answers to one step, the later: it was given after the commit."""
    words = (line.split() for call in calls if (line := said(call)))
    return {word[1]: tuple(word[2:]) for word in words if word[0] == "ack"}


def play(place: Path, script: Script) -> None:
    """The child's part."""
    changed = {"changed": CONTROLS[script.control].change} if script.control else {}
    day = day_of(place, script, say=say, ways=Ways(LOG_PAGES[script.seed % len(LOG_PAGES)], **changed))
    DAYS[script.day](day, script.seed)


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    play(Path(sys.argv[1]), Script(int(sys.argv[2]), *sys.argv[3:]))
