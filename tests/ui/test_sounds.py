"""Sounds: what is played, in which order, when not, and what happens where something is missing."""

import logging
import subprocess
import sys
from datetime import time

import pytest
from PySide6.QtCore import QLocale, qWarning
from PySide6.QtTest import QTest
from waiting import until

from kiosk.devices.settings import Sound
from kiosk.visit.prompts import Prompt
from kiosk.words import Words, read
from ui.loudspeaker import Loudspeaker
from ui.messages import log_qt_messages, messages_for_builders
from ui.recordings import RATE, recording, silence
from ui.sounds import AFTER_SOUND_S, Sounds, joined, quiet
from ui.speech import Speech, speaks

HELP, IDLE = Prompt("voice.help"), Prompt("voice.idle")
UNRECORDED = Words("zh_CN", {"voice.new": "这一句还没有录"})
NIGHT = Sound(quiet_from=time(21), quiet_until=time(8))
TURN_MS = 20


class FakeLoudspeaker:
    def __init__(self) -> None:
        self.played: list[bytes] = []
        self.stops = 0

    def play(self, samples: bytes, rate: int) -> None:
        assert rate == RATE
        self.played.append(samples)

    def stop(self) -> None:
        self.stops += 1


class FakeSpeech:
    def __init__(self) -> None:
        self.read: list[tuple[str, str]] = []

    def say(self, text: str, language: str) -> bool:
        self.read.append((text, language))
        return True

    def stop(self) -> None:
        pass


class Room:
    """Sounds with ears."""

    def __init__(self, settings: Sound = NIGHT, now: time = time(12)) -> None:
        self.loudspeaker, self.speech = FakeLoudspeaker(), FakeSpeech()
        self.sounds = Sounds(settings, self.loudspeaker, self.speech, lambda: now)

    def heard(self, wait_ms: int = TURN_MS) -> list[bytes]:
        QTest.qWait(wait_ms)
        return self.loudspeaker.played


@pytest.mark.parametrize(
    ("begins", "ends", "now", "expected"),
    [
        (None, None, time(3), False),
        (time(21), time(8), time(20, 59), False),
        (time(21), time(8), time(21), True),
        (time(21), time(8), time(0), True),
        (time(21), time(8), time(7, 59), True),
        (time(21), time(8), time(8), False),
        (time(12), time(14), time(13), True),
        (time(12), time(14), time(14), False),
        (time(12), time(12), time(12), False),
        (time(21), None, time(23), True),
        (time(21), None, time(20), False),
        (None, time(8), time(7), True),
        (None, time(8), time(8), False),
    ],
)
def test_quiet_hours(begins: time | None, ends: time | None, now: time, expected: bool) -> None:
    assert quiet(Sound(quiet_from=begins, quiet_until=ends), now) is expected


@pytest.mark.parametrize("kind", ["heard", "done", "refused", "soon"])
def test_each_answer_has_its_sound(kind: str) -> None:
    room = Room()
    room.sounds.soon() if kind == "soon" else room.sounds.answer(kind)
    until(lambda: room.heard() == [recording(f"sounds/{kind}")])


def test_the_voice_follows_the_sound_whichever_was_asked_for_first() -> None:
    words = read("zh_CN")
    whole = recording("sounds/done") + silence(AFTER_SOUND_S) + joined(HELP, words)
    one, other = Room(), Room()
    one.sounds.answer("done")
    one.sounds.say(HELP, words)
    other.sounds.say(HELP, words)
    other.sounds.answer("done")
    until(lambda: one.heard() == other.heard() == [whole])


def test_what_is_said_stops_the_one_before() -> None:
    room = Room()
    room.sounds.say(HELP, read("en"))
    room.heard()
    stops = room.loudspeaker.stops
    room.sounds.say(IDLE, read("en"))
    assert room.loudspeaker.stops > stops
    until(lambda: room.heard() == [joined(HELP, read("en")), joined(IDLE, read("en"))])


def test_of_two_prompts_in_one_turn_only_the_newer_is_said() -> None:
    room = Room()
    room.sounds.say(HELP, read("en"))
    room.sounds.say(IDLE, read("en"))
    until(lambda: room.heard() == [joined(IDLE, read("en"))])


def test_hushed_is_silent() -> None:
    room = Room()
    room.sounds.answer("done")
    room.sounds.say(HELP, read("zh_CN"))
    room.sounds.hush()
    assert room.heard() == []
    assert room.loudspeaker.stops


@pytest.mark.parametrize("room", [Room(NIGHT, time(22)), Room(Sound(volume=0))], ids=["night", "no volume"])
def test_nothing_is_heard_in_quiet_hours_or_without_volume(room: Room) -> None:
    room.sounds.answer("refused")
    room.sounds.say(HELP, read("zh_CN"))
    room.sounds.say(Prompt("voice.new"), UNRECORDED)
    assert room.heard() == []
    assert room.speech.read == []


def test_a_sentence_without_its_recording_is_read_aloud_after_the_sound() -> None:
    room = Room()
    room.sounds.answer("heard")
    room.sounds.say(Prompt("voice.new"), UNRECORDED)
    until(lambda: room.heard() == [recording("sounds/heard") + silence(AFTER_SOUND_S)])
    assert room.speech.read == []
    until(lambda: room.speech.read == [("这一句还没有录", "zh_CN")])


def test_the_next_prompt_takes_the_place_of_one_that_waits_to_be_read() -> None:
    room = Room()
    room.sounds.answer("heard")
    room.sounds.say(Prompt("voice.new"), UNRECORDED)
    room.heard()
    room.sounds.hush()
    room.heard(500)
    assert room.speech.read == []


def test_a_number_without_a_recording_is_read_aloud() -> None:
    room = Room()
    room.sounds.say(Prompt("voice.record", {"count": 61}), read("en"))
    until(lambda: room.speech.read == [("Books on loan: 61. You can renew them.", "en")])
    assert room.heard() == []


@pytest.mark.parametrize(
    ("language", "locale", "name", "expected"),
    [
        ("zh_CN", QLocale("zh_CN"), "Ting-Ting", True),
        ("zh_CN", QLocale.c(), "Chinese (Mandarin, latin as Pinyin)", True),
        ("zh_CN", QLocale("en_GB"), "Anne", False),
        ("en", QLocale("en_US"), "Bob", True),
        ("en", QLocale("zh_CN"), "Ting-Ting", False),
    ],
)
def test_a_voice_is_taken_for_its_language(language: str, locale: QLocale, name: str, expected: bool) -> None:
    assert speaks(language, locale, name) is expected


def test_a_machine_without_voices_and_loudspeaker_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    """The fixture of all window tests fails on any message of Qt."""
    loudspeaker, speech = Loudspeaker(70), Speech(70)
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            loudspeaker.play(silence(0.05), RATE)
            speech.say("", "zh_CN")
            QTest.qWait(TURN_MS)
        loudspeaker.stop()
        speech.stop()
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == len(set(told))


def test_messages_come_back_after_devices_were_looked_for() -> None:
    heard: list[str] = []
    log_qt_messages(heard.append)
    with messages_for_builders():
        qWarning("one")
    qWarning("two")
    assert heard == ["two"]


def test_sound_is_not_loaded_at_the_start() -> None:
    names = "('PySide6.QtMultimedia', 'PySide6.QtTextToSpeech')"
    program = f"import sys, ui.sounds, ui.loudspeaker, ui.speech; sys.exit(any(n in sys.modules for n in {names}))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
