"""The demo's sheet of sample codes: which are on it, and how they are called."""

from pathlib import Path

from kiosk import words
from kiosk.cli.folder import store_of
from kiosk.cli.make import code_text
from kiosk.documents.sample_sheet import Sample, sample_sheet
from kiosk.domain.codes import PRACTICE_BOOK, PRACTICE_CARD
from kiosk.upkeep.demo import Demo
from kiosk.upkeep.demo_states import Listed

SHOWN_OF_EACH = 4
Shown = tuple[str, str, str]  # kind, number, the word for its state or role


def write_sheet(folder: Path, key_path: Path | None, made: Demo, out: Path) -> None:
    """Some of each state, to be printed and scanned; nothing of it is a secret of anybody real."""
    store, spoken = store_of(folder, key_path), words.read("zh_CN")
    samples = [
        Sample(spoken.say(f"sheet.{kind}"), number, spoken.say(word), code_text(store.db, kind, number) or number)
        for kind, number, word in shown(made)
    ]
    sample_sheet(samples, spoken.say("sheet.title", pin=made.pin), out)
    store.close()


def shown(made: Demo) -> list[Shown]:
    members = [("member", number, f"sheet.{state}") for number, state in some_of_each(made.members)]
    copies = [("copy", number, f"sheet.{state}") for number, state in some_of_each(made.copies)]
    staff = [("staff", s["number"], f"role.{s['role']}") for s in made.staff]
    practice = [("practice", PRACTICE_CARD, "sheet.practice_card"), ("practice", PRACTICE_BOOK, "sheet.practice_book")]
    return [*members, *copies, *staff, *practice]


def some_of_each(found: list[Listed]) -> list[tuple[str, str]]:
    """In the order of their states, a few of each."""
    states = sorted({x.state for x in found})
    return [(x.number, state) for state in states for x in [y for y in found if y.state == state][:SHOWN_OF_EACH]]
