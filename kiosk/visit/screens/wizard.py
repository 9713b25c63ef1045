"""Screens of the first run: one thing at a time, until a bare machine is a kiosk."""

from typing import Literal

from msgspec import Struct

WizardStep = Literal[
    "language",
    "hall",
    "role",
    "screen",
    "heights",
    "scanner",
    "printer",
    "camera",
    "sound",
    "clock",
    "hub",
    "librarian",
    "done",
]
AskedAs = Literal["words", "digits", "choice", "steps"]


class Blank(Struct, frozen=True):
    """One question; choices that are `plain` are shown as they are, others in words."""

    key: str
    asked: AskedAs
    value: str = ""
    choices: tuple[str, ...] = ()
    plain: bool = False


class Proof(Struct, frozen=True):
    """Something that the machine has found out about itself."""

    key: str
    well: bool
    values: dict[str, str | int] = {}


class Wizard(Struct, frozen=True):
    """第一次开机: the step, its questions, what is proved, and what is still wanting."""

    step: WizardStep
    at: int
    steps: tuple[WizardStep, ...]
    blanks: tuple[Blank, ...] = ()
    proofs: tuple[Proof, ...] = ()
    scans: int = 0  # of the scanner's step; each was right
    lacks: str = ""  # what the way on still waits for
    may_skip: bool = False
    skipped: tuple[WizardStep, ...] = ()
    wrong: tuple[str, ...] = ()  # worded: why nothing could be made
    working: bool = False
    staff: str = ""  # of the last page: number, PIN and card of whoever works here first
    pin: str = ""
    card: str = ""
