"""The first run: forward and back, what it waits for, what is passed over, and what it asks to be made."""

from typing import Any

import pytest
from halls import NOON

from kiosk.devices.clock import StoppedClock
from kiosk.domain.outfit import Made, Seen
from kiosk.visit.first_run import FirstRun
from kiosk.visit.screens import Leaving, Wizard
from kiosk.visit.wizard_steps import MUST, SCANS_WANTED, STEPS, TEST_CODE


class Bench:
    """A machine with one printer and a stick of three codes, on which everything takes no time."""

    def __init__(self, made: Made) -> None:
        self.seen, self.printed, self.answer = Seen(("a4",), machines=3), "", made
        self.made: Made | None = None
        self.asked: dict[str, str] = {}

    def look(self) -> None:
        self.printed = ""

    def print_test(self, queue: str) -> None:
        self.printed = "sent" if queue else "away"

    def make(self, answers: dict[str, str]) -> None:
        self.asked, self.made = answers, self.answer


def run(made: Made = Made("S001", "204816", "card")) -> tuple[FirstRun, Bench]:  # noqa: B008 - a value
    bench = Bench(made)
    return FirstRun(bench, StoppedClock(NOON)), bench


def shown(first: FirstRun) -> Wizard:
    assert isinstance(first.screen, Wizard)
    return first.screen


def write(first: FirstRun, **said: str) -> None:
    for key, text in said.items():
        first.tap("wizard_write", {"key": key.replace("__", "."), "text": text})


def to(first: FirstRun, step: str, **said: str) -> Wizard:
    """Passes over whatever may be passed over, and answers the rest."""
    answers = {"hall__name": "临江", "librarian__name": "周敏"} | said
    while (page := shown(first)).step != step:
        asked = {blank.key for blank in page.blanks}
        write(first, **{key: text for key, text in answers.items() if key.replace("__", ".") in asked})
        first.tap("wizard_skip" if page.may_skip else "wizard_next", {})
        assert shown(first).step != page.step
    return shown(first)


def test_the_shortest_way_says_no_more_than_a_name_a_person_and_what_was_not_passed_over() -> None:
    first, bench = run()
    done = to(first, "done")
    assert bench.asked == {
        "machine.language": "zh_CN",
        "hall.name": "临江",
        "hall.number": "1",
        "hall.kind": "reading_room",
        "machine.role": "kiosk",
        "librarian.name": "周敏",
        "librarian.number": "S001",
    }
    assert (done.staff, done.pin, done.card) == ("S001", "204816", "card")
    assert set(done.skipped) == set(STEPS) - set(MUST)
    first.tap("wizard_next", {})
    assert first.screen == Leaving("again")
    assert first.tap("wizard_back", {}) == Leaving("again")


@pytest.mark.parametrize(
    ("step", "lacks", "cure"),
    [
        ("hall", "hall.name", {"hall__name": "馆"}),
        ("clock", "clock", {"clock": "wrong"}),
        ("librarian", "librarian.name", {"librarian__name": "周敏"}),
    ],
)
def test_the_way_on_waits_for_what_nobody_can_guess(step: str, lacks: str, cure: dict[str, str]) -> None:
    first, _ = run()
    page = to(first, step)
    assert page.lacks == lacks
    first.tap("wizard_next", {})
    assert shown(first).step == step
    write(first, **cure)
    assert shown(first).lacks == ""


def test_a_clock_that_is_called_wrong_is_told_here_and_at_the_end() -> None:
    first, _ = run()
    to(first, "clock")
    write(first, clock="wrong")
    assert [proof.well for proof in shown(first).proofs] == [True, False]
    first.tap("wizard_next", {})
    assert "clock" in to(first, "done").skipped


def test_five_right_scans_go_on_and_another_code_is_told() -> None:
    first, _ = run()
    to(first, "scanner")
    for _ in range(SCANS_WANTED - 1):
        first.scan(TEST_CODE)
    first.scan("9787020002207")
    assert (shown(first).scans, shown(first).lacks, shown(first).proofs[0].well) == (SCANS_WANTED - 1, "scans", False)
    first.scan(TEST_CODE)
    assert shown(first).lacks == "" and shown(first).proofs[0].well


def test_a_scan_elsewhere_changes_nothing_and_at_the_hubs_step_it_is_the_code() -> None:
    first, bench = run()
    before = to(first, "sound")
    assert first.scan(TEST_CODE) == before
    to(first, "hub")
    first.scan("HALLHUB1 https://hub.example:8460 ABCD")
    assert shown(first).lacks == "", "it says the address too"
    first.tap("wizard_next", {})
    to(first, "done")
    assert bench.asked["hub.code"].startswith("HALLHUB1") and "hub.number" not in bench.asked


def test_a_stick_lets_the_machine_choose_its_number_and_nothing_else() -> None:
    first, bench = run()
    to(first, "hub")
    write(first, hub="stick", hub__number="4")
    assert shown(first).lacks == "hub.number", "there are three"
    write(first, hub__number="2", hall__name="somebody else's page")
    first.tap("wizard_next", {})
    to(first, "done")
    assert (bench.asked["hub"], bench.asked["hub.number"], bench.asked["hall.name"]) == ("stick", "2", "临江")


def test_what_is_passed_over_is_forgotten_and_can_be_taken_up_again() -> None:
    first, bench = run()
    to(first, "heights")
    write(first, panel__foot_mm="100")
    assert [blank.value for blank in shown(first).blanks] == ["900", "950", "700"]
    first.tap("wizard_skip", {})
    first.tap("wizard_back", {})
    assert shown(first).blanks[0].value == "800" and "heights" in shown(first).skipped
    write(first, panel__foot_mm="-10")
    assert "heights" not in shown(first).skipped
    first.tap("wizard_next", {})
    to(first, "done")
    assert bench.asked["panel.foot_mm"] == "790" and "panel.height_mm" not in bench.asked


def test_what_could_not_be_made_is_said_where_it_can_be_mended() -> None:
    wrong: tuple[dict[str, Any], ...] = ({"zh_CN": "连不上", "en": "away"},)
    first, bench = run(Made(wrong=wrong))
    while shown(first).step != "librarian":
        to(first, "librarian")
    write(first, librarian__name="周敏")
    first.tap("wizard_next", {})
    assert (shown(first).step, shown(first).wrong) == ("librarian", ("连不上",))
    bench.answer = Made("S001")
    first.tap("wizard_next", {})
    assert (shown(first).step, shown(first).staff) == ("done", "S001")


def test_a_page_is_printed_where_a_printer_is_chosen() -> None:
    first, _ = run()
    to(first, "printer")
    write(first, printers__certificates="a4")
    first.tap("wizard_print", {})
    assert shown(first).proofs[0].key == "page_sent"
