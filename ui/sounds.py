"""Sounds: answers each scan for the ear and says the prompt of a screen, outside quiet hours."""

from collections.abc import Callable
from datetime import datetime, time
from itertools import chain
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from kiosk.devices.settings import Sound
from kiosk.visit.clips import clips
from kiosk.visit.prompts import Prompt
from kiosk.words import Words
from ui.recordings import RATE, recording, seconds, silence

AFTER_SOUND_S = 0.25  # between the answer's sound and the voice
BETWEEN_CLIPS_S = 0.05


class Player(Protocol):
    """A loudspeaker: one thing at a time, the newest."""

    def play(self, samples: bytes, rate: int) -> None: ...
    def stop(self) -> None: ...


class Reader(Protocol):
    """Reads a sentence aloud that nobody recorded; False: it has no voice for this language."""

    def say(self, text: str, language: str) -> bool: ...
    def stop(self) -> None: ...


def local_time() -> time:
    return datetime.now().astimezone().time()


def quiet(settings: Sound, now: time) -> bool:
    """A missing end is midnight; hours that begin later than they end go over midnight."""
    begins, ends = settings.quiet_from, settings.quiet_until
    if begins is None and ends is None:
        return False
    if begins is None or ends is None:
        return now >= begins if begins else now < (ends or time.min)
    return begins <= now < ends if begins <= ends else now >= begins or now < ends


class Sounds(QObject):
    """Sound and voice of one turn of the event loop belong together, in whichever order they were asked for."""

    def __init__(self, settings: Sound, player: Player, reader: Reader, now: Callable[[], time] = local_time) -> None:
        super().__init__()
        self._settings, self._player, self._reader, self._now = settings, player, reader, now
        self._sound = ""
        self._said: tuple[Prompt, Words] | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._play)
        self._text: tuple[str, str] = ("", "")
        self._reading = QTimer(self, singleShot=True)
        self._reading.timeout.connect(self._read_aloud)

    def answer(self, kind: str) -> None:
        """heard, done, refused: after every scan."""
        self._sound = kind
        self._turn.start()

    def soon(self) -> None:
        """The visit ends soon."""
        self.answer("soon")

    def say(self, prompt: Prompt, words: Words) -> None:
        """What is being said stops at once."""
        self._stop()
        self._said = (prompt, words)
        self._turn.start()

    def hush(self) -> None:
        """Nothing is heard any more, and nothing waits."""
        self._turn.stop()
        self._sound, self._said = "", None
        self._stop()

    def _play(self) -> None:
        sound, said = self._sound, self._said
        self.hush()
        if quiet(self._settings, self._now()) or not self._settings.volume:
            return
        samples = (recording(f"sounds/{sound}") or b"") if sound else b""
        if said:
            samples += silence(AFTER_SOUND_S) if samples else b""
            voice = joined(*said)
            if voice is None:
                self._read_after(seconds(samples), *said)
            samples += voice or b""
        if samples:
            self._player.play(samples, RATE)

    def _read_after(self, wait_s: float, prompt: Prompt, words: Words) -> None:
        self._text = words.say(prompt.key, **prompt.values), words.language
        self._reading.start(round(wait_s * 1000))

    def _read_aloud(self) -> None:
        self._reader.say(*self._text)

    def _stop(self) -> None:
        self._reading.stop()
        self._player.stop()
        self._reader.stop()


def joined(prompt: Prompt, words: Words) -> bytes | None:
    """The prompt's clips one after the other; None if one of them is missing."""
    names = clips(prompt, words.table[prompt.key], words.language)
    found = [recording(f"voice/{name}") for name in names]
    if None in found:
        return None
    pause = silence(BETWEEN_CLIPS_S)
    return b"".join(chain.from_iterable((pause, clip) for clip in found if clip))[len(pause) :]
