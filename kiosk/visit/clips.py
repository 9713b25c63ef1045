"""Clips: which recordings, one after the other, say a prompt in the very words of its caption."""

import re
from collections.abc import Iterator
from datetime import date

from kiosk.visit.prompts import COUNT_SAID_MOST as COUNT_MOST, Prompt
from kiosk.words import Words

FILL_IN = re.compile(r"{(\w+)}")


def clips(prompt: Prompt, template: str, language: str) -> tuple[str, ...]:
    """Names of files below resources/voice, without their ending: zh_CN/loan-0, zh_CN/month-12, zh_CN/day-21 ..."""
    name = prompt.key.rpartition(".")[2]
    found: list[str] = []
    literal = 0
    for part in parts(template):
        if fill_in := FILL_IN.fullmatch(part):
            found += of_value(prompt.values[fill_in[1]])
        else:
            found.append(f"{name}-{literal}")
            literal += 1
    return tuple(f"{language}/{clip}" for clip in found)


def parts(template: str) -> Iterator[str]:
    """The fill-ins and what is said between them; a full stop alone is not said."""
    for part in re.split(r"({\w+})", template):
        if re.search(r"\w", part):
            yield part


def of_value(value: int | date) -> tuple[str, ...]:
    """In both languages the month is said before the day."""
    if isinstance(value, date):
        return f"month-{value.month}", f"day-{value.day}"
    return (f"number-{value}",)


def literals(words: Words) -> dict[str, str]:
    """Each recording between the fill-ins, with what it says."""
    found: dict[str, str] = {}
    for key, template in words.table.items():
        if key.startswith("voice."):
            said = [part for part in parts(template) if not FILL_IN.fullmatch(part)]
            name = key.rpartition(".")[2]
            found |= {f"{words.language}/{name}-{n}": text for n, text in enumerate(said)}
    return found


def recordings(words: Words) -> set[str]:
    """All that a language needs."""
    numbers = {f"number-{count}" for count in range(COUNT_MOST + 1)}
    days = {f"month-{month}" for month in range(1, 13)} | {f"day-{day}" for day in range(1, 32)}
    return {*literals(words), *(f"{words.language}/{name}" for name in numbers | days)}
