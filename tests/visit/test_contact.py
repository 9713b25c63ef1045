"""What a visit tells of the line to the hub: read from the disk, and in nobody's way."""

from typing import get_args

import pytest
from colleagues import on_duty
from halls import TestHall, copy
from msgspec.structs import replace

from kiosk import words
from kiosk.domain.contact import Way
from kiosk.domain.loans import Loan
from kiosk.storage.hub_line import HubLine, Own, write_line
from kiosk.storage.pulled import HubRow, keep
from kiosk.storage.queries import rows
from kiosk.storage.store import canonical
from kiosk.sync.link import NEEDS_STAFF
from kiosk.sync.outbox import TROUBLES
from kiosk.visit.screens import Desk, Light

LINE = HubLine(hub="https://hub.invalid:8460", epoch="first", cursor=7, whole=True, heard_boot="stopped")


def line(hall: TestHall, **fields: object) -> None:
    write_line(hall.db, replace(replace(LINE, heard_at=hall.clock.now().at, heard_mono_ms=0), **fields))


def own(hall: TestHall, back: int = 0) -> Own:
    last, _ = hall.store.head()
    assert last
    return Own(last.generation, last.seq - back)


def test_alone_it_says_so(hall: TestHall) -> None:
    hall.visit.tick()
    assert hall.visit.frame().light == Light() and hall.scan("zhang")
    assert hall.tap("record").loans == ()
    hall.scan("hlm")
    assert hall.tap("receipt").confirmed is None and hall.tap("record").loans[0].confirmed is None


def test_it_tells_what_waits_and_since_when(hall: TestHall) -> None:
    line(hall, stored=own(hall))
    hall.visit.tick()
    assert hall.visit.frame().light == Light("in_touch", heard="12:00")
    hall.pass_by(3600)
    hall.scan("zhang")
    hall.scan("hlm")
    hall.tick(600)
    assert hall.visit.frame().light == Light("waiting", 1, since="13:00", heard="12:00")
    hall.pass_by(3 * 86400)
    hall.visit.tick()
    assert hall.visit.frame().light == Light("silent", 1, since="11-21 13:00", heard="11-21 12:00", days=3)


def test_trouble_is_for_staff_and_members_borrow_on(hall: TestHall) -> None:
    line(hall, trouble="revoked", stored=own(hall))
    hall.visit.tick()
    assert (hall.visit.frame().light.way, hall.visit.frame().light.trouble) == ("staff", "revoked")
    hall.scan("zhang")
    hall.scan("hlm")
    assert hall.facts == ["BookBorrowed"]


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_trouble_has_its_sentence(language: str) -> None:
    table = words.read(language).table
    assert all(table[f"light.trouble.{why}"] for why in {*NEEDS_STAFF, *TROUBLES})
    assert all(table[f"light.{way}"] for way in get_args(Way))


def test_staff_read_it_on_their_desk(hall: TestHall) -> None:
    line(hall, trouble="fork", stored=own(hall))
    desk = on_duty(hall, "librarian")
    assert isinstance(desk, Desk) and (desk.light.way, desk.light.trouble) == ("staff", "fork")


@pytest.mark.parametrize(("back", "confirmed"), [(0, True), (1, False)])
def test_the_second_tick_of_a_receipt_is_the_hubs(hall: TestHall, back: int, confirmed: bool) -> None:
    hall.scan("zhang")
    hall.scan("hlm")
    line(hall, stored=own(hall, back))
    code = hall.tap("receipt").code
    assert hall.visit.screen.confirmed is confirmed
    hall.tap("finish")
    assert hall.scan(code).confirmed is confirmed


def test_a_loan_has_its_second_tick_when_the_hub_has_it_as_it_stands_here(hall: TestHall) -> None:
    line(hall)
    hall.scan("zhang")
    hall.scan("hlm")
    assert [row.confirmed for row in hall.tap("record").loans] == [False]
    (loan,) = rows(hall.db, Loan)
    keep(hall.db, (HubRow("loans", loan.loan, f"copy {copy('hlm')}", canonical(loan)),))
    assert [row.confirmed for row in hall.tap("record").loans] == [True]
    hall.pass_days(20)
    hall.scan("zhang")
    hall.tap("renew", loan=loan.loan)
    assert [row.confirmed for row in hall.tap("record").loans] == [False]
