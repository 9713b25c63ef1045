"""Invented screens of the first run."""

from kiosk.domain.outfit import Seen
from kiosk.visit.screens import Frame, Proof, Screen, Wizard, WizardStep
from kiosk.visit.wizard_steps import MUST, STEPS, Answers, blanks_of, lacks
from ui.samples.hall import GUEST

SAID = {
    "hall.name": "临江市工人文化宫",
    "hall.place": "一楼大厅",
    "printers.certificates": "HP-LaserJet-M404",
    "clock": "right",
    "hub": "stick",
    "hub.number": "3",
    "librarian.name": "周敏",
}
NEAR = Seen(("HP-LaserJet-M404", "XP-80C"), ("USB Camera",), ("https://192.168.1.20:8460",), 12)


def at(step: WizardStep, answers: Answers, *proofs: Proof) -> Wizard:
    place = STEPS.index(step)
    blanks, waits = blanks_of(step, answers, NEAR), lacks(step, answers)
    return Wizard(step, place, STEPS, blanks, proofs, answers.scans, waits, step not in MUST, answers.skipped)


TOLD, NOTHING, CODE = Answers(SAID), Answers(), Answers(SAID | {"hub": "code"})
SCREENS: dict[str, Wizard] = {
    "wizard": at("language", NOTHING),
    "wizard-hall": at("hall", TOLD),
    "wizard-hall-new": at("hall", NOTHING),
    "wizard-screen": at("screen", TOLD),
    "wizard-heights": at("heights", TOLD),
    "wizard-scanner": at("scanner", Answers(SAID, (), 3), Proof("scanned", well=True)),
    "wizard-printer": at("printer", TOLD, Proof("page_sent", well=True)),
    "wizard-clock": at("clock", TOLD, Proof("clock_wrong", well=False, values={"shown": "2000-01-01 00:03"})),
    "wizard-sound": at("sound", TOLD),
    "wizard-stick": at("hub", TOLD, Proof("stick_found", well=True, values={"count": 12})),
    "wizard-code": at("hub", CODE),
    "wizard-librarian": at("librarian", TOLD),
    "wizard-making": Wizard("done", len(STEPS), STEPS, working=True),
    "wizard-done": Wizard(
        "done",
        len(STEPS),
        STEPS,
        skipped=("heights", "camera", "hub"),
        staff="S001",
        pin="204816",
        card="HK1.S.0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKMNPQRSTVWXYZ.0123456789",
    ),
}
WIZARD: dict[str, tuple[Screen, Frame]] = {name: (screen, GUEST) for name, screen in SCREENS.items()}
