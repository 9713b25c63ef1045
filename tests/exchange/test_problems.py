"""Every problem of an import is worded in both languages, listed in the glossary, and numbered once."""

from pathlib import Path

import pytest

from kiosk import words
from kiosk.exchange import problems
from kiosk.exchange.problems import TROUBLES, Trouble


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_problem_is_worded(language: str) -> None:
    told = {key.split(".")[1] for key in words.read(language).table if key.startswith("problem.")}
    assert told == set(TROUBLES)


def test_every_problem_is_in_the_glossary_and_numbered_once() -> None:
    text = (Path(__file__).parents[2] / "docs/words.md").read_text("utf-8")
    named = {name: trouble for name, trouble in vars(problems).items() if isinstance(trouble, Trouble)}
    assert len({trouble.code for trouble in named.values()}) == len(named)
    for name, trouble in named.items():
        assert f"| {trouble.code} | {name} | {trouble.weight} |" in text
