"""Wizard steps: what the first run asks at each step, and what it takes for an answer."""

from collections.abc import Callable
from typing import get_args

from msgspec import Struct

from kiosk.domain.halls import HallKind
from kiosk.domain.outfit import Seen
from kiosk.domain.policy import PIN_DIGITS_MAX
from kiosk.visit.screens import Blank, WizardStep

STEPS: tuple[WizardStep, ...] = tuple(step for step in get_args(WizardStep) if step != "done")
SCANS_WANTED = 5
TEST_CODE = "HALL-KIOSK-TEST-0123456789"  # the page shows it, and the box has a card with it
ADDRESS = "https://"
PIN_DIGITS_MIN, MM_MAX, ANSWER_MAX = 6, 5000, 400
PANEL_STEP = ("panel.height_mm", "panel.foot_mm", "panel.scanner_mm", "panel.printer_mm")
# What is assumed until somebody says otherwise; a measure of nothing is not assumed.
FIRST: dict[str, str] = {
    "machine.language": "zh_CN",
    "hall.kind": "reading_room",
    "hall.number": "1",
    "machine.role": "kiosk",
    "machine.turned": "0",
    "panel.height_mm": "530",
    "panel.foot_mm": "800",
    "panel.scanner_mm": "950",
    "panel.printer_mm": "700",
    "printers.certificates": "",
    "scanners.camera": "",
    "sound.volume": "70",
    "clock": "",
    "hub": "alone",
    "librarian.number": "S001",
}
NEEDED: dict[WizardStep, tuple[str, ...]] = {
    "hall": ("hall.name",),
    "librarian": ("librarian.name",),
    "clock": ("clock",),
}
MUST = ("language", "hall", "role", "librarian")  # nobody can guess these


class Answers(Struct, frozen=True):
    """What was said so far, and which steps were passed over."""

    said: dict[str, str] = {}
    skipped: tuple[WizardStep, ...] = ()
    scans: int = 0

    def value(self, key: str) -> str:
        return self.said.get(key, FIRST.get(key, ""))


def blanks_of(step: WizardStep, answers: Answers, seen: Seen) -> tuple[Blank, ...]:
    ask = ASKED.get(step)
    return ask(answers, seen) if ask else ()


def words(answers: Answers, *keys: str) -> tuple[Blank, ...]:
    return tuple(Blank(key, "words", answers.value(key)) for key in keys)


def choice(answers: Answers, key: str, *choices: str, plain: bool = False) -> Blank:
    return Blank(key, "choice", answers.value(key), choices, plain)


def hub_blanks(answers: Answers, seen: Seen) -> tuple[Blank, ...]:
    """By the number on a stick of codes, or by an address that was found or typed, and a code."""
    ways = ("alone", *(("stick",) if seen.machines else ()), "code")
    way = choice(answers, "hub", *ways)
    match answers.value("hub"):
        case "stick":
            numbers = tuple(str(n + 1) for n in range(seen.machines))
            return way, choice(answers, "hub.number", *numbers, plain=True)
        case "code":
            found = (choice(answers, "hub.address", *seen.hubs, plain=True),) if seen.hubs else ()
            return way, *found, *words(answers, *(() if found else ("hub.address",)), "hub.code")
    return (way,)


ASKED: dict[WizardStep, Callable[[Answers, Seen], tuple[Blank, ...]]] = {
    "language": lambda a, _: (choice(a, "machine.language", "zh_CN", "en"),),
    "hall": lambda a, _: (
        *words(a, "hall.name", "hall.place"),
        Blank("hall.number", "digits", a.value("hall.number")),
        choice(a, "hall.kind", *get_args(HallKind)),
    ),
    "role": lambda a, _: (choice(a, "machine.role", "kiosk", "desk"),),
    "screen": lambda a, _: (
        Blank("panel.height_mm", "steps", a.value("panel.height_mm")),
        choice(a, "machine.turned", "0", "90", "180", "270"),
    ),
    "heights": lambda a, _: tuple(Blank(key, "steps", a.value(key)) for key in PANEL_STEP[1:]),
    "printer": lambda a, seen: (choice(a, "printers.certificates", *seen.queues, plain=True),) if seen.queues else (),
    "camera": lambda a, seen: (choice(a, "scanners.camera", *seen.cameras, plain=True),) if seen.cameras else (),
    "sound": lambda a, _: (choice(a, "sound.volume", "0", "40", "70", "100"),),
    "clock": lambda a, _: (choice(a, "clock", "right", "wrong"),),
    "hub": hub_blanks,
    "librarian": lambda a, _: (
        *words(a, "librarian.name", "librarian.number"),
        Blank("librarian.pin", "digits", a.value("librarian.pin")),
    ),
}


def taken(answers: Answers, blank: Blank, text: str) -> str | None:
    """The answer as it is kept; none: it is no answer to this question."""
    match blank.asked:
        case "choice":
            return text if text in blank.choices else None
        case "steps":
            moved = int(answers.value(blank.key) or 0) + (int(text) if text.lstrip("-").isdecimal() else 0)
            return str(min(max(moved, 0), MM_MAX))
        case "digits":
            return "".join(c for c in text if c.isascii() and c.isdigit())[:PIN_DIGITS_MAX]
    return text.strip()[:ANSWER_MAX]


def lacks(step: WizardStep, answers: Answers) -> str:
    """The first thing that the way on waits for."""
    for key in NEEDED.get(step, ()):
        if not answers.value(key):
            return key
    pin, way = answers.value("librarian.pin"), answers.value("hub")
    if step == "librarian" and pin and len(pin) < PIN_DIGITS_MIN:
        return "librarian.pin"
    if step == "scanner" and answers.scans < SCANS_WANTED:
        return "scans"
    if step == "hub" and way == "stick" and not answers.value("hub.number"):
        return "hub.number"
    if step == "hub" and way == "code":
        return hub_lacks(answers)
    return ""


def hub_lacks(answers: Answers) -> str:
    """A scanned code says the address too."""
    if not answers.value("hub.code"):
        return "hub.code"
    alone = len(answers.value("hub.code").split()) == 1
    return "hub.address" if alone and not answers.value("hub.address").startswith(ADDRESS) else ""
