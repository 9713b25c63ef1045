"""Staff practise with the whole program; of what they do there nothing reaches the hall's own data."""

import logging
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from colleagues import card_of, on_duty
from halls import TestHall, copy

from kiosk.domain.staff import Role
from kiosk.storage.store import Store
from kiosk.upkeep.log import log_to
from kiosk.upkeep.practising import PracticeRoom
from kiosk.visit import doors
from kiosk.visit.practised import Practised
from kiosk.visit.screens import (
    Attract,
    Basket,
    Cases,
    CheckedIn,
    Chores,
    Counter,
    Desk,
    Fault,
    PracticeDoor,
    Refusal,
    Returned,
)


class Scene:
    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder, self.hall = folder, TestHall(folder / "kiosk.db")
        self.room = PracticeRoom(self.hall.clock.now)
        self.visit = Practised(self.hall.visit, self.room)

    def hashes(self) -> dict[str, str]:
        self.hall.db.execute("pragma wal_checkpoint(truncate)")
        # What the readers of the file share in memory is no part of the data, and every checkpoint changes it.
        files = sorted(file for file in self.folder.rglob("*") if file.is_file() and file.suffix != ".db-shm")
        return {file.name: sha256(file.read_bytes()).hexdigest() for file in files}

    def begin(self, role: Role = "librarian") -> Any:
        on_duty(self.hall, role)
        assert self.visit.tap("practise") == PracticeDoor()
        assert self.visit.tap("practise_begin") == PracticeDoor("making")
        self.room.thread.join()
        return self.visit.poll()

    def touch(self, kind: str, state: str) -> Any:
        toys = self.visit.frame().practice
        n = next(n for n, toy in enumerate(toys) if (toy.kind, toy.state) == (kind, state))
        self.hall.pass_by(3)
        return self.visit.tap("practice_scan", {"n": n})


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path / "data")
    yield made
    made.visit.close()


@pytest.fixture
def kept_log() -> Iterator[None]:
    """Logging is one for the whole program."""
    loggers = [logging.getLogger(room) for room in ("kiosk", "ui")]
    before = [(logger.handlers, logger.propagate, logger.level) for logger in loggers]
    raises = logging.raiseExceptions
    yield
    logging.raiseExceptions = raises
    for logger, (handlers, propagate, level) in zip(loggers, before, strict=True):
        for handler in logger.handlers:
            handler.close()
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)


def test_the_real_data_stay_byte_by_byte_what_they_were(scene: Scene, kept_log: None) -> None:
    log_to(scene.folder)
    assert isinstance(scene.begin(), Desk)
    before = scene.hashes()
    assert set(before) >= {"kiosk.db", "kiosk.log"}
    assert isinstance(scene.touch("member", "good"), Counter)
    assert isinstance(scene.touch("copy", "here"), Counter)
    ground = scene.visit.ground
    assert ground and len(told(ground.store, "BookBorrowed")) == 3
    scene.visit.tap("finish")
    assert isinstance(scene.touch("copy", "overdue"), Returned)
    assert isinstance(scene.touch("member", "card_lost"), Refusal)
    assert isinstance(scene.touch("member", "enrolled"), CheckedIn)
    scene.touch("staff", "staff")
    scene.visit.tap("enter", {"text": "123456"})
    assert scene.visit.played
    scene.visit.played.settle()
    assert isinstance(scene.visit.tap("cases"), Cases) and isinstance(scene.visit.tap("case_settle"), Cases)
    assert isinstance(scene.visit.tap("chore", {"what": "lights"}), Chores)
    assert len(told(ground.store, "CaseSettled")) == len(told(ground.store, "ChoreTicked")) == 1
    assert scene.hashes() == before
    above = scene.visit.ground.above  # type: ignore[union-attr]
    assert above.exists() and scene.folder not in above.parents
    scene.visit.tap("leave_practice")
    assert not above.exists() and scene.visit.frame().practice == ()
    assert told(scene.hall.store, "BookBorrowed") == []


def told(store: Store, kind: str) -> list[str]:
    return [fact.id for fact in store.facts() if type(fact.p).__name__ == kind]


def test_every_door_of_the_desk_opens_and_none_fails(scene: Scene) -> None:
    """Nobody prints, imports or looks after a machine there: the program does without, as it does elsewhere."""
    scene.begin("manager")
    for tap in doors.TAPS_OF.values():
        assert not isinstance(scene.visit.tap(tap), Fault | Attract), tap
    assert scene.visit.frame().practice


def test_whoever_stays_comes_back_to_the_desk_and_nobody_else(scene: Scene) -> None:
    scene.begin()
    scene.visit.tap("cases")
    assert scene.visit.tap("leave_practice") == PracticeDoor("left")
    assert isinstance(scene.visit.tap("back"), Desk)
    scene.begin()
    scene.visit.tap("finish")
    assert scene.visit.frame().practice, "members' pages belong to it, too"
    assert isinstance(scene.visit.tap("leave_practice"), Attract), "whoever stands there now has shown no card"
    assert scene.hall.visit.sitting.on_duty is None
    assert isinstance(scene.visit.tap("practice_scan", {"n": 0}), Attract)


def test_a_real_card_ends_it_and_a_real_book_is_a_stranger_there(scene: Scene) -> None:
    scene.begin()
    assert isinstance(scene.visit.scan(scene.hall.card("zhang")), Basket)
    assert scene.visit.frame().practice == () and scene.visit.frame().member == "张*三"
    scene.visit.tap("finish")
    scene.begin()
    shown = scene.visit.scan(copy("hlm"))
    assert isinstance(shown, Counter) and shown.pile[0].what == "stopped" and scene.visit.frame().practice


def test_left_alone_it_ends_by_itself(scene: Scene) -> None:
    scene.begin()
    for _ in range(3):
        scene.hall.pass_by(200)
        scene.visit.tick()
    assert scene.visit.played is None and isinstance(scene.visit.screen, Attract)


def test_what_cannot_be_made_is_said_and_whoever_went_away_gets_none(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "practice"))
    left = tmp_path / "practice" / "hall-kiosk-practice-left"  # by a power cut, the day before yesterday
    left.mkdir(parents=True)
    os.utime(left, (0, 0))
    on_duty(scene.hall, "volunteer")
    scene.visit.tap("practise_begin")
    scene.visit.tap("finish")
    scene.room.thread.join()
    assert isinstance(scene.visit.poll(), Attract) and not list((tmp_path / "practice").iterdir())
    (tmp_path / "practice").rmdir()
    assert scene.begin() == PracticeDoor("failed")
    assert isinstance(scene.visit.tap("back"), Desk)


def test_it_is_not_there_for_other_roles(scene: Scene) -> None:
    scene.hall.scan(card_of(scene.hall, "technician"))
    scene.hall.tap("enter", text="246810")
    scene.hall.visit.settle()
    assert isinstance(scene.visit.tap("practise_begin"), Desk)
