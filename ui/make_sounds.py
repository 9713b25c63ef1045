"""Makes the kiosk's few sounds out of sines, the same bytes each time: no buzzer, nothing sharp."""

import math
import struct
import wave
from collections.abc import Iterable
from pathlib import Path

RATE = 16_000
LOUDEST = 0.5  # of what a sample can hold: a sound is softer than the voice that follows it
RISE_S = 0.004  # a note that begins at once would click
LOW, MIDDLE, HIGH = 196.0, 523.25, 698.46  # G3, C5, F5
WOOD = ((780.0, 0.6), (1_870.0, 0.3), (3_100.0, 0.1))  # what a struck block sounds of, with its shares

Samples = list[float]


def note(pitch: float, seconds: float) -> Samples:
    """Rises fast, fades like a bell."""
    times = [step / RATE for step in range(round(seconds * RATE))]
    return [min(1.0, t / RISE_S) * (1 - t / seconds) ** 2 * math.sin(math.tau * pitch * t) for t in times]


def tap(seconds: float = 0.06) -> Samples:
    """A finger on wood."""
    tones = [[share * sample for sample in note(pitch, seconds)] for pitch, share in WOOD]
    return [sum(at_once) * math.exp(-step / RATE * 60) for step, at_once in enumerate(zip(*tones, strict=True))]


def silence(seconds: float) -> Samples:
    return [0.0] * round(seconds * RATE)


def sounds() -> dict[str, Samples]:
    return {
        "heard": tap(),
        "done": note(MIDDLE, 0.13) + note(HIGH, 0.17),
        "refused": note(LOW, 0.35),
        "soon": tap() + silence(0.16) + tap(),
    }


def write(path: Path, samples: Iterable[float]) -> None:
    """All sounds are equally loud."""
    samples = list(samples)
    share = LOUDEST * 32_767 / max(map(abs, samples))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", round(sample * share)) for sample in samples))
