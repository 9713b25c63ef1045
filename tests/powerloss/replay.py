"""Replay: every prefix of a recording, as each model of a power cut may leave it on the disk, opened and judged."""

import os
from collections import Counter, defaultdict
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec import Struct, field
from powerloss.calls import Call, Player, said
from powerloss.disk import Disk
from powerloss.recording import Recording, Script, recorded
from powerloss.verdict import Inspector, judged

MEMORY = Path("/dev/shm")


class Replayed(Struct):
    """What came of one recording, or of many."""

    images: dict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))  # by model; models may agree
    faults: Counter[tuple[str, str]] = field(default_factory=Counter)  # by model and fault
    recordings: int = 0
    acknowledged: int = 0
    judged: int = 0
    kinds: set[str] = field(default_factory=set)

    @property
    def different(self) -> int:
        return len(set[bytes]().union(*self.images.values()))

    def add(self, other: "Replayed") -> None:
        for model, marks in other.images.items():
            self.images[model] |= marks
        self.faults += other.faults
        self.recordings += other.recordings
        self.acknowledged += other.acknowledged
        self.judged += other.judged
        self.kinds |= other.kinds


class Answers:
    """What the person at the screen knows at this moment of the recording."""

    def __init__(self, recording: Recording) -> None:
        self.steps = recording.steps
        self.acknowledged, self.begun = recording.facts_before, ()

    def hear(self, line: str) -> bool:
        """Whether more is expected from now on."""
        word, number, *facts = line.split()
        if word == "begin":
            self.begun = self.steps[number]
        elif word == "ack":
            self.acknowledged += tuple(fact for fact in facts if fact not in self.acknowledged)
        return word in ("begin", "ack")


def scratch_room() -> str | None:
    """In memory, where there is such a place: the images are many, and nobody cuts their power."""
    return str(MEMORY) if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None


def proved(script: Script, *, first_fault_only: bool = False) -> Replayed:
    """One recording, made and replayed."""
    return replayed(recorded(script), first_fault_only=first_fault_only)


def replayed(recording: Recording, *, first_fault_only: bool = False) -> Replayed:
    script, rng = recording.script, Random(recording.script.seed)
    disk, heard, done = Disk(recording.before), Answers(recording), Replayed(recordings=1)
    player = Player(Path(recording.place), disk)
    with TemporaryDirectory(dir=scratch_room()) as scratch:
        inspector = Inspector(Path(scratch), script.key)
        for call in recording.calls:
            if not heard_or_changed(call, player, heard):
                continue
            for model, image in disk.images(rng):
                mark, found = inspector.image(image)
                done.images[model].add(mark)
                done.judged += 1
                if fault := judged(found, heard.acknowledged, heard.begun):
                    done.faults[model, fault] += 1
            if first_fault_only and done.faults:
                break
    done.acknowledged = len(heard.acknowledged) - len(recording.facts_before)
    done.kinds = set(recording.kinds)
    return done


def heard_or_changed(call: Call, player: Player, heard: Answers) -> bool:
    """Whether this call lets the disk be found otherwise, or lets more be expected of it."""
    line = said(call)
    return heard.hear(line) if line else player.play(call)
