"""The manager lets a colleague in, gives a new PIN and a new card: each works at once, and the one before no more."""

from pathlib import Path

import pytest
from duties import on_duty
from halls import ISSUER, KEY_ID, TestHall
from pdfs import text

from kiosk.storage import print_jobs, queries
from kiosk.storage.pins import pin_matches
from kiosk.visit.screens import ColleagueNew, Colleagues, Desk, PinEntry, Printing, Refusal


@pytest.fixture
def manager(hall: TestHall) -> TestHall:
    hall.db.execute("update keys set private = ? where key_id = ?", (ISSUER.private_bytes_raw(), KEY_ID))
    on_duty(hall, "manager")
    return hall


def joined(hall: TestHall) -> ColleagueNew:
    for field, said in (("name", " 孟小春 "), ("role", "volunteer")):
        hall.tap("staff_say", field=field, text=said)
    screen = hall.tap("staff_add")
    assert isinstance(screen, ColleagueNew)
    return screen


def opens(hall: TestHall, card: str, pin: str) -> object:
    hall.tap("finish")
    assert isinstance(hall.scan(card), PinEntry)
    hall.tap("enter", text=pin)
    return hall.visit.settle()


def test_whoever_joins_has_a_number_a_pin_and_a_card_that_open_the_desk(manager: TestHall) -> None:
    new = manager.tap("staff_new")
    assert isinstance(new, ColleagueNew) and new.number == "S002" and new.pin == new.card == ""
    assert [reason.code for reason in manager.tap("staff_add").reasons] == ["R-13"] and not manager.facts
    manager.tap("staff_say", field="number", by=-1)
    assert [reason.code for reason in manager.visit.screen.reasons] == ["R-12", "R-13"]
    assert manager.tap("staff_say", field="number", by=8).number == "S009"
    assert manager.tap("staff_say", field="role", text="king").role == "librarian"
    after = joined(manager)
    assert after.added.name == "孟*春" and after.name == "" and len(after.pin) == 6
    assert manager.facts == ["StaffAdded", "StaffDetailsSet"] and manager.visit.facts[0].actor == "S001"
    assert manager.tap("staff_add").added == after.added and not manager.facts, "touched twice, one colleague"
    desk = opens(manager, after.card, after.pin)
    assert isinstance(desk, Desk) and desk.role == "volunteer"
    assert manager.store.differences() == {}


def test_a_new_pin_and_a_new_card_make_the_old_ones_void(manager: TestHall) -> None:
    manager.tap("staff_new")
    before = joined(manager)
    manager.tap("colleagues", number=before.number)
    shown = manager.tap("staff_pin", number=before.number)
    staff = queries.staff_numbered(manager.db, before.number)
    assert isinstance(shown, Colleagues) and staff and pin_matches(staff.pin_hash or "", shown.pin)
    assert manager.facts == ["StaffDetailsSet"] and not manager.tap("colleagues", number=before.number).pin
    renewed = manager.tap("staff_card", number=before.number)
    assert manager.facts == ["StaffCardIssued"] and renewed.card not in ("", before.card)
    manager.tap("finish")
    assert isinstance(manager.scan(before.card), Refusal)
    assert isinstance(opens(manager, renewed.card, shown.pin), Desk)
    assert manager.store.differences() == {}


def test_a_card_goes_to_the_printer_and_back_to_the_colleague(manager: TestHall, tmp_path: Path) -> None:
    manager.tap("staff_new")
    number = joined(manager).number
    assert isinstance(manager.tap("staff_print", number=number), Printing)
    manager.visit.settle()
    (job,) = print_jobs.unfinished(manager.db)
    (tmp_path / "card.pdf").write_bytes(print_jobs.sheet(manager.db, job.id))
    assert "孟小春" in text(tmp_path / "card.pdf") and "志愿者" in text(tmp_path / "card.pdf")
    assert manager.tap("leave_paper").chosen.number == number
    manager.tap("staff_lost", number=number)
    assert isinstance(manager.tap("staff_print", number=number), Colleagues)


def test_under_a_hub_no_cards_are_made_here(manager: TestHall) -> None:
    manager.db.execute("update keys set private = null where key_id = ?", (KEY_ID,))
    manager.tap("staff_new")
    after = joined(manager)
    assert after.added and not after.issues and after.card == ""
    assert manager.tap("staff_card", number=after.number).card == "" and not manager.facts
