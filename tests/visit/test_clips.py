"""Clips: they say the very words of the caption, all are there, none is left over, each can be heard."""

import array
import re
import wave
from datetime import date
from pathlib import Path

import pytest

from kiosk.resources import resource
from kiosk.visit.clips import COUNT_MOST, FILL_IN, clips, literals, of_value, recordings
from kiosk.visit.prompts import Prompt
from kiosk.words import LANGUAGES, Words, read
from ui.make_sounds import sounds
from ui.make_voice import number, pinyin, spoken
from ui.recordings import FORM

SHORTEST_S, LONGEST_S, SHORTEST_SOUND_S = 0.1, 8.0, 0.05
HEARD = 3_000  # of 32767: a peak below is as good as silence
ALL_BYTES_MOST = 20_000_000
VALUES = {"date": date(2026, 12, 21), "count": 3}
VOICE, SOUNDS = resource("voice"), resource("sounds")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clips_say_the_words_of_the_caption(language: str) -> None:
    words = read(language)
    for key, template in words.table.items():
        if key.startswith("voice."):
            made = Prompt(key, {name: VALUES[name] for name in FILL_IN.findall(template)})
            names = clips(made, template, language)
            assert set(names) <= recordings(words)
            assert worded(names, words) == words.say(key, **made.values)


def worded(names: tuple[str, ...], words: Words) -> str:
    """What the clips say, one after the other."""
    texts = literals(words)
    for name in names:
        clip = name.rpartition("/")[2]
        if found := re.fullmatch(r"number-(\d+)", clip):
            texts[name] = found[1]
        elif clip.startswith(("month-", "day-")):
            assert clip in of_value(VALUES["date"])
            texts[name] = words.date(VALUES["date"]) if clip.startswith("month-") else ""
    return "".join(texts[name] for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_and_day_has_its_clips(language: str) -> None:
    needed = recordings(read(language))
    days = [date(2028, 1, 1).replace(month=month) for month in range(1, 13)]
    days += [date(2028, 1, day) for day in range(1, 32)]
    for value in (*range(COUNT_MOST + 1), *days):
        assert {f"{language}/{name}" for name in of_value(value)} <= needed


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_clips_are_there_and_none_is_left_over(language: str) -> None:
    there = {f"{language}/{path.stem}" for path in (VOICE / language).iterdir() if path.suffix == ".wav"}
    assert there == recordings(read(language)) == {name for name, _ in spoken(read(language))}


def test_all_sounds_are_there_and_none_is_left_over() -> None:
    assert {path.name for path in SOUNDS.iterdir()} == {f"{name}.wav" for name in sounds()}


@pytest.mark.parametrize("folder", [*(VOICE / language for language in LANGUAGES), SOUNDS], ids=lambda path: path.name)
def test_each_can_be_heard(folder: Path) -> None:
    for path in sorted(folder.glob("*.wav")):
        with wave.open(str(path), "rb") as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == FORM, path
            samples = array.array("h", file.readframes(file.getnframes()))
        shortest = SHORTEST_SOUND_S if folder == SOUNDS else SHORTEST_S
        assert shortest <= len(samples) / FORM[2] <= LONGEST_S, path
        assert max(map(abs, samples)) >= HEARD, path


def test_all_of_it_is_small() -> None:
    files = [path for folder in (VOICE, SOUNDS) for path in folder.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= ALL_BYTES_MOST


def test_each_chinese_character_has_its_syllable() -> None:
    texts, read_as = literals(read("zh_CN")), pinyin()
    assert set(texts) == set(read_as)
    for name, text in texts.items():
        characters = re.findall(r"[\u4e00-\u9fff]|[A-Za-z]+", text)
        assert len(re.findall(r"[a-zü]+[1-5]", read_as[name])) == len(characters), name


@pytest.mark.parametrize(
    ("value", "read_as"), [(0, "ling2"), (10, "shi2"), (12, "shi2 er4"), (20, "er4 shi2"), (57, "wu3 shi2 qi1")]
)
def test_numbers_are_read_in_chinese(value: int, read_as: str) -> None:
    assert number(value) == read_as
