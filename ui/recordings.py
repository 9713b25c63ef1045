"""Recordings: wav files below resources, read once each."""

import logging
import wave
from functools import cache

from kiosk.resources import resource

log = logging.getLogger(__name__)
RATE = 16_000  # of all recordings, so that they can be joined
SAMPLE_BYTES = 2  # mono, 16 bits
FORM = (1, SAMPLE_BYTES, RATE)


@cache
def recording(name: str) -> bytes | None:
    """Its samples; a hall may have put its own file there, and one in another form counts as missing."""
    try:
        with wave.open(str(resource(f"{name}.wav")), "rb") as file:
            form = (file.getnchannels(), file.getsampwidth(), file.getframerate())
            samples = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as wrong:
        log.warning("a recording cannot be read", extra={"recording": name, "why": str(wrong)})
        return None
    if form != FORM:
        log.warning("a recording is not mono, 16 bits, 16 kHz", extra={"recording": name})
        return None
    return samples


def silence(seconds: float) -> bytes:
    return bytes(round(seconds * RATE) * SAMPLE_BYTES)


def seconds(samples: bytes) -> float:
    return len(samples) / SAMPLE_BYTES / RATE
