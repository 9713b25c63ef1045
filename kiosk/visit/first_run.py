"""First run: in the place of a visit while there is no kiosk yet; one step after another, forward and back."""

from typing import Any

from msgspec.structs import replace

from kiosk import words
from kiosk.devices.clock import Clock
from kiosk.domain.moment import SOFTWARE_BUILT_AT, Moment
from kiosk.visit.frame import lunar
from kiosk.visit.outfitter import Outfitter
from kiosk.visit.screens import Frame, Leaving, Proof, Screen, Wizard, WizardStep
from kiosk.visit.wizard_steps import (
    MUST,
    SCANS_WANTED,
    STEPS,
    TEST_CODE,
    Answers,
    blanks_of,
    lacks,
    taken,
)


class FirstRun:
    """Nothing is written before the last step; until then everything can be said otherwise."""

    def __init__(self, outfitter: Outfitter, clock: Clock) -> None:
        self.outfitter, self.clock = outfitter, clock
        self.answers, self.at, self.making = Answers(), 0, False
        self.scanned = ""
        self.headings = {tongue: words.read(tongue).say("wizard.first") for tongue in words.LANGUAGES}
        self.screen: Screen = self._shown()
        outfitter.look()

    def scan(self, text: str) -> Screen:
        """At the scanner's step it is a trial, at the hub's it is the code that lets this machine in."""
        step = self._step()
        if step == "scanner":
            self.scanned = text
            right = self.answers.scans + (text == TEST_CODE)
            self.answers = replace(self.answers, scans=min(right, SCANS_WANTED))
        elif step == "hub":
            self._said({"hub": "code", "hub.code": text})
        return self._show()

    def tap(self, action: str, arguments: dict[str, Any]) -> Screen:
        if isinstance(self.screen, Leaving):
            return self.screen
        match action:
            case "wizard_write":
                self._write(str(arguments.get("key")), str(arguments.get("text")))
            case "wizard_next" if not lacks(self._step(), self.answers):
                self._go_on()
            case "wizard_skip" if self._step() not in MUST:
                self._skip()
            case "wizard_back" if not self.making and self.at > 0:
                self.at -= 1
            case "wizard_print":
                self.outfitter.print_test(self.answers.value("printers.certificates"))
        return self._show()

    def tick(self) -> Screen:
        return self._show()

    def poll(self) -> Screen:
        return self._show()

    def frame(self) -> Frame:
        local = self.clock.now().at.astimezone()
        name, place = self.answers.value("hall.name"), self.answers.value("hall.place")
        return Frame(
            name or self.headings[self._language()], place, f"{local:%H:%M}", local.date(), lunar(local.date())
        )

    def _step(self) -> WizardStep:
        return STEPS[self.at] if self.at < len(STEPS) else "done"

    def _write(self, key: str, text: str) -> None:
        """Only what this page asks; what is answered is not passed over any more."""
        blank = next(
            (one for one in blanks_of(self._step(), self.answers, self.outfitter.seen) if one.key == key), None
        )
        answer = taken(self.answers, blank, text) if blank and not self.making else None
        if answer is not None:
            self._said({key: answer})

    def _said(self, new: dict[str, str]) -> None:
        kept = tuple(step for step in self.answers.skipped if step != self._step())
        self.answers = replace(self.answers, said=self.answers.said | new, skipped=kept)

    def _skip(self) -> None:
        """What was said at this step is forgotten with it."""
        step = self._step()
        asked = {blank.key for blank in blanks_of(step, self.answers, self.outfitter.seen)}
        said = {key: value for key, value in self.answers.said.items() if key not in asked}
        self.answers = replace(self.answers, said=said, skipped=(*self.answers.skipped, step))
        self._go_on()

    def _go_on(self) -> None:
        if self._step() == "done":
            if self.outfitter.made and not self.outfitter.made.wrong:
                self.screen = Leaving("again")
            return
        self.at += 1
        if self._step() == "done":
            self.making = True
            self.outfitter.make(self._told())

    def _told(self) -> dict[str, str]:
        """Steps that were passed over say nothing; the others say what stood there, also what nobody touched."""
        told: dict[str, str] = {}
        for step in (step for step in STEPS if step not in self.answers.skipped):
            told |= {b.key: b.value for b in blanks_of(step, self.answers, self.outfitter.seen) if b.value}
        return told

    def _show(self) -> Screen:
        made = self.outfitter.made
        if self.making and made and made.wrong:
            self.making, self.at = False, len(STEPS) - 1
        if not isinstance(self.screen, Leaving):
            self.screen = self._shown()
        return self.screen

    def _shown(self) -> Wizard:
        step, seen, made = self._step(), self.outfitter.seen, self.outfitter.made
        page = Wizard(step, self.at, STEPS, skipped=self._left_out(), working=self._working())
        if step == "done":
            return replace(page, staff=made.staff, pin=made.pin, card=made.card) if made else page
        wrong = tuple(one[self._language()] for one in made.wrong) if made and step == STEPS[-1] else ()
        return replace(
            page,
            blanks=blanks_of(step, self.answers, seen),
            proofs=self._proofs(step),
            scans=self.answers.scans,
            lacks=lacks(step, self.answers),
            may_skip=step not in MUST,
            wrong=wrong,
        )

    def _left_out(self) -> tuple[WizardStep, ...]:
        """A clock that somebody has called wrong is as good as one that nobody has looked at."""
        doubted = self.answers.value("clock") == "wrong"
        return tuple(s for s in STEPS if s in self.answers.skipped or (s == "clock" and doubted))

    def _working(self) -> bool:
        making = self.making and self.outfitter.made is None
        return making or self.outfitter.seen.looking or self.outfitter.printed == "printing"

    def _language(self) -> str:
        chosen = self.answers.value("machine.language")
        return chosen if chosen in words.LANGUAGES else words.LANGUAGES[0]

    def _proofs(self, step: WizardStep) -> tuple[Proof, ...]:
        seen, printed = self.outfitter.seen, self.outfitter.printed
        match step:
            case "scanner" if self.scanned:
                return (Proof("scanned" if self.scanned == TEST_CODE else "scanned_other", self.scanned == TEST_CODE),)
            case "printer" if printed:
                return (Proof(f"page_{printed}", printed != "away"),)
            case "printer" if not (seen.queues or seen.looking):
                return (Proof("no_printer", False),)
            case "camera" if not (seen.cameras or seen.looking):
                return (Proof("no_camera", False),)
            case "clock":
                doubted = (Proof("clock_doubted", well=False),) if self.answers.value("clock") == "wrong" else ()
                return (clock_proof(self.clock.now()), *doubted)
            case "hub" if seen.machines:
                return (Proof("stick_found", True, {"count": seen.machines}),)
        return ()


def clock_proof(now: Moment) -> Proof:
    """A clock before the program was made is surely wrong."""
    well = now.at >= SOFTWARE_BUILT_AT
    return Proof("clock_may_be" if well else "clock_wrong", well, {"shown": f"{now.at.astimezone():%Y-%m-%d %H:%M}"})
