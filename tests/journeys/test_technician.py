"""Whoever looks after the machine: how it is, its backups, cleaning, the way out; staff are told what was mended."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from colleagues import PIN, card_of, on_duty
from halls import ISSUER, KEY_ID, NOON, TestHall, codes

from kiosk.domain.codes import MAINTENANCE, signed_fields, signed_text
from kiosk.domain.health import Check, found
from kiosk.domain.policy import CLEANING_S
from kiosk.domain.staff import Role
from kiosk.storage.database import DAMAGED, StorageFault
from kiosk.storage.kept import Kept
from kiosk.upkeep.mended import Mended as Repair
from kiosk.visit.screens import Attract, Backups, Cleaning, Desk, Fault, Health, Home, Leaving, Mended, PinEntry

OLDER, NEWER = "kiosk-20261119-160000.backup", "kiosk-20261120-160000.backup"


class Caretaker:
    """Answers at once, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.checks: tuple[Check, ...] = (found("hub", "alone"), found("disk", "low", mb=900))
        self.looking, self.begin_anew, self.damage, self.wanted = False, False, 0, ""
        self.repair: Repair | None = None

    def look(self) -> None:
        self.looking = True

    def rest(self) -> bool:
        return self.begin_anew

    def backups(self) -> tuple[Kept, ...]:
        return (Kept(NEWER, NOON, 1_440_000), Kept(OLDER, NOON, 1_400_000))

    def holds(self, name: str) -> int:
        return 12 if name == NEWER else 0

    def want(self, name: str) -> bool:
        self.wanted = name
        return True

    def note_damage(self) -> None:
        self.damage += 1

    def mended(self) -> Repair | None:
        return self.repair

    def mended_read(self) -> None:
        self.repair = None

    def take_logs(self) -> str:
        return "kiosk-log.zip"


@pytest.fixture
def keeper(hall: TestHall) -> Iterator[Caretaker]:
    hall.visit.keeper = made = Caretaker()
    yield made
    assert hall.store.differences() == {}


def test_what_needs_somebody_stands_first(hall: TestHall, keeper: Caretaker) -> None:
    on_duty(hall, "technician")
    assert hall.tap("health").looking
    keeper.looking = False
    screen = hall.visit.poll()
    assert isinstance(screen, Health) and [part.name for part in screen.parts] == ["disk", "hub"]
    assert (hall.tap("take_logs").told, hall.visit.screen.file) == ("logs_taken", "kiosk-log.zip")
    assert isinstance(hall.tap("back"), Desk)


@pytest.mark.parametrize("role", ["volunteer", "librarian", "organiser", "city"])
def test_it_is_not_there_for_other_roles(hall: TestHall, keeper: Caretaker, role: Role) -> None:
    on_duty(hall, role)
    for action in ("health", "backups", "restore_backup", "clean", "leave", "take_logs"):
        assert isinstance(hall.tap(action, name=NEWER), Desk) and not keeper.wanted


def test_it_is_not_there_for_members(hall: TestHall, keeper: Caretaker) -> None:
    keeper.repair = repair()
    hall.scan("zhang")
    assert all(isinstance(hall.tap(action, name=NEWER), Home) for action in ("restore_backup", "leave", "mended_read"))
    assert keeper.repair and not keeper.wanted


def test_a_backup_is_chosen_looked_at_and_wished_for(hall: TestHall, keeper: Caretaker) -> None:
    on_duty(hall, "manager")
    screen = hall.tap("backups")
    assert isinstance(screen, Backups) and [row.megabytes for row in screen.rows] == [1.4, 1.4]
    chosen = hall.tap("backups", name=NEWER)
    assert chosen.chosen.name == NEWER and chosen.holds == 12 and chosen.now > 12
    assert isinstance(hall.tap("restore_backup", name=OLDER), Backups), "one that cannot be read is not put back"
    assert isinstance(hall.tap("restore_backup", name="../../etc/passwd"), Backups) and not keeper.wanted
    assert hall.tap("restore_backup", name=NEWER) == Leaving("restore") and keeper.wanted == NEWER
    assert hall.scan("zhang") == Leaving("restore"), "nothing begins any more"


def test_while_it_is_wiped_nothing_counts(hall: TestHall, keeper: Caretaker) -> None:
    on_duty(hall, "technician")
    assert hall.tap("clean") == Cleaning(CLEANING_S)
    for _ in range(2):
        assert isinstance(hall.scan("hlm"), Cleaning) and isinstance(hall.tap("finish"), Cleaning)
    assert hall.tap("stay") == Cleaning(CLEANING_S) and not hall.facts
    left = hall.tick(20)
    assert isinstance(left, Cleaning) and left.left_s < CLEANING_S - 20 + 1
    assert isinstance(hall.tick(CLEANING_S), Health) and isinstance(hall.tick(1), Health)


def test_without_the_card_by_the_digits_of_the_number_and_the_pin(hall: TestHall, keeper: Caretaker) -> None:
    card_of(hall, "technician")
    for number, where in (("777", PinEntry), ("001", Desk)):
        assert hall.tap("maintenance") == PinEntry("maintenance", "number")
        assert isinstance(entered(hall, number), where)
    assert isinstance(hall.tap("clean"), Cleaning)


def test_a_librarian_needs_the_card(hall: TestHall, keeper: Caretaker) -> None:
    card_of(hall, "librarian")
    hall.tap("maintenance")
    assert codes(entered(hall, "001")) == ["L-20"]


def entered(hall: TestHall, number: str) -> Any:
    hall.tap("enter", text=number)
    hall.tap("enter", text=PIN)
    return hall.visit.settle()


def repair() -> Repair:
    return Repair(NOON, 1200, 3, end_known=True, names_lost=0, aside="kiosk.db.before-g2", backup=NEWER)


def test_what_was_mended_is_read_once(hall: TestHall, keeper: Caretaker) -> None:
    keeper.repair = repair()
    told = on_duty(hall, "volunteer")
    assert isinstance(told, Mended) and (told.kept, told.missing) == (1200, 3)
    assert isinstance(hall.tap("mended_read"), Desk) and keeper.repair is None
    hall.tap("finish")
    assert isinstance(on_duty(hall, "volunteer"), Desk)


def test_damage_met_in_a_step_is_mended_when_nobody_is_there(hall: TestHall, keeper: Caretaker) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise StorageFault(DAMAGED, "a page cannot be read")

    whole, hall.store.record = hall.store.record, damaged  # type: ignore[method-assign, assignment]
    hall.scan("zhang")
    screen = hall.scan("hlm")
    assert isinstance(screen, Fault) and screen.code == DAMAGED and keeper.damage == 1
    hall.store.record = whole  # type: ignore[method-assign]
    keeper.begin_anew = True
    assert isinstance(hall.tap("finish"), Attract) and hall.tick(61) == Leaving("mend")


def test_damage_met_while_nobody_is_there_is_mended_too(hall: TestHall, keeper: Caretaker) -> None:
    hall.visit.rested, whole = None, hall.store.rest

    def damaged() -> None:
        raise StorageFault(DAMAGED, "a page cannot be read")

    hall.store.rest = damaged  # type: ignore[method-assign]
    assert isinstance(hall.tick(61), Attract) and keeper.damage == 1
    keeper.begin_anew = True
    assert hall.tick(61) == Leaving("mend")
    hall.store.rest = whole  # type: ignore[method-assign]


TODAY, YESTERDAY = NOON.date(), NOON.date() - timedelta(days=1)


def maintenance(code: int = 77, hall: int = 1, day: date = TODAY) -> str:
    return signed_text(MAINTENANCE, signed_fields(KEY_ID, code, (hall, 0), (day, 0)), ISSUER.sign)


def test_a_code_opens_the_machine_once_and_no_person(hall: TestHall, keeper: Caretaker) -> None:
    hall.tap("maintenance")
    hall.visit.scan(maintenance())
    assert isinstance(hall.visit.screen, Health)
    assert isinstance(hall.tap("clean"), Cleaning)
    hall.tick(CLEANING_S + 1)
    assert isinstance(hall.tap("back"), Desk) and isinstance(hall.tap("labels"), Desk)
    assert hall.visit.sitting.on_duty and hall.visit.sitting.on_duty.role == "technician"
    hall.tap("finish")
    hall.tap("maintenance")
    hall.visit.scan(maintenance())
    assert codes(hall.visit.screen) == ["Y-03"] and hall.visit.sitting.on_duty is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (maintenance(day=YESTERDAY), ["Y-02"]),
        (maintenance(hall=2, day=YESTERDAY), ["Y-01", "Y-02"]),
        (maintenance()[:-1] + "0", ["K-05"]),
    ],
)
def test_a_code_that_is_not_for_here_and_now_opens_nothing_and_is_not_used_up(
    hall: TestHall, keeper: Caretaker, text: str, why: list[str]
) -> None:
    hall.tap("maintenance")
    hall.visit.scan(text)
    assert codes(hall.visit.screen) == why and hall.visit.sitting.on_duty is None
    hall.tap("maintenance")
    hall.visit.scan(maintenance())
    assert isinstance(hall.visit.screen, Health)


def test_without_the_held_corner_a_code_is_nothing_here(hall: TestHall, keeper: Caretaker) -> None:
    hall.visit.scan(maintenance())
    assert codes(hall.visit.screen) == ["K-11"]
