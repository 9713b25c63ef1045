"""导入书目 at the kiosk: a list from a stick, a trial that writes nothing, a column put right, the import."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from duties import on_duty
from halls import KEY, TestHall

from kiosk.domain.staff import Role
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.database import connected, database_file
from kiosk.storage.store import Store
from kiosk.upkeep.import_room import Ground, ImportRoom
from kiosk.visit.screens import Desk, ImportChoice, ImportPreview
from kiosk.words import LANGUAGES, read
from ui.visiting import busy

HEAD = ("题名", "著者", "备注", "册数")
BOOKS = (("边城", "沈从文 著", "I246.5", "2"), ("茶馆", "老舍 著", "I234", "1"), ("", "无名", "", "1"))


class Office:
    """A kiosk on a disk, with a stick in it."""

    def __init__(self, folder: Path) -> None:
        self.hall = TestHall(database_file(folder))
        self.folder, self.stick = folder, folder / "stick" / "周敏"
        self.stick.mkdir(parents=True)
        self.room = ImportRoom(Ground(folder, self.store, KEY, self.hall.clock.now), (folder / "stick",))
        self.hall.visit.imports = self.room

    def store(self) -> Store:
        return Store(connected(database_file(self.folder), KEY), self.hall.store.device)

    def write(self, rows: tuple[tuple[str, ...], ...] = BOOKS, name: str = "总账.csv") -> None:
        with (self.stick / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((HEAD, *rows))

    def look(self, name: str = "总账.csv") -> ImportPreview:
        on_duty(self.hall, "librarian")
        (file,) = [file for file in self.hall.tap("imports").files if file.name == name]
        self.hall.tap("import_look", name=file.name, place=file.place)
        return self.settled()

    def settled(self) -> ImportPreview:
        self.room.wait()
        screen = self.hall.visit.poll()
        assert isinstance(screen, ImportPreview) and not busy(screen)
        return screen

    def titles(self) -> int:
        return int(self.hall.db.execute("select count(*) from titles").fetchone()[0])


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    made.write()
    yield made
    made.room.__exit__()
    made.hall.db.close()


def test_a_trial_shows_all_and_writes_nothing(office: Office) -> None:
    before = office.titles()
    seen = office.look()
    assert (seen.stage, seen.read, seen.added, seen.rejected, seen.copies) == ("ready", 3, 2, 1, 3)
    first, second = [(c.name, c.sample, c.field) for c in seen.columns][:2]
    assert (first, second) == (("题名", "边城", "name"), ("著者", "沈从文 著", "author"))
    assert [(row.book.title, row.copies) for row in seen.rows] == [("边城", 2), ("茶馆", 1)]
    assert seen.troubles and all(trouble.count for trouble in seen.troubles)
    assert office.titles() == before and not (office.folder / "inbox").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_a_column_can_be_has_a_word(office: Office, language: str) -> None:
    table = read(language).table
    assert all(table.get(f"field.{field}") for field in office.look().fields)


def test_a_column_is_put_right(office: Office) -> None:
    assert office.look().columns[2].field == ""
    office.hall.tap("import_column", column=3, field="class_mark")
    seen = office.settled()
    assert seen.columns[2].field == "class_mark" and [row.mark for row in seen.rows] == ["I246.5", "I234"]
    office.hall.tap("import_column", column=3, field="")
    assert office.settled().columns[2].field == ""


def test_without_a_name_it_cannot_be_read_until_somebody_says_which_it_is(office: Office) -> None:
    office.look()
    office.hall.tap("import_column", column=1, field="")
    unread = office.settled()
    assert unread.stage == "unread" and unread.why and unread.why.code == "M-07" and len(unread.columns) == 4
    office.hall.tap("import_column", column=1, field="name")
    assert office.settled().stage == "ready"


def test_it_is_imported_once_and_the_rest_lies_in_the_inbox(office: Office) -> None:
    before = office.titles()
    office.look()
    assert office.hall.tap("import_begin").stage == "importing"
    done = office.settled()
    assert (done.stage, done.added, done.rejected, office.titles()) == ("done", 2, 1, before + 2)
    assert Path(done.rejects).parent == office.folder / "inbox" and "无名" in Path(done.rejects).read_text("utf-8-sig")
    assert not office.hall.store.differences()
    again = office.look()
    assert (again.added, again.unchanged) == (0, 2)


def test_whoever_leaves_stops_it_and_what_is_written_is_whole(office: Office) -> None:
    office.write(tuple((f"第{n}种书", "某人 著", "I247", "1") for n in range(3000)), "长.csv")
    before = office.titles()
    office.look("长.csv")
    office.hall.tap("import_begin")
    assert isinstance(office.hall.tap("back"), Desk)
    office.room.wait()
    assert office.room.looked.stage == "stopped"
    assert before <= office.titles() < before + 3000 and not office.hall.store.differences()


def test_what_came_in_is_found_by_its_letters_as_soon_as_it_is_done(office: Office) -> None:
    """The visit goes on meanwhile: only a worker reads the new catalogue, and puts it in place whole."""
    catalogue = Catalogue(office.folder, office.hall.store.device, lambda: connected(database_file(office.folder), KEY))
    office.hall.visit.catalogue = catalogue
    office.look()
    assert not catalogue.search("bc").titles and not catalogue.shelves.digest
    office.hall.tap("import_begin")
    assert office.settled().stage == "done"
    catalogue.wait()
    assert [title.name for title in catalogue.search("bc").titles] == ["边城"]
    assert catalogue.shelves.manifest and catalogue.shelves.manifest.count == office.titles()
    catalogue.close()


def test_a_file_that_is_none_says_why(office: Office) -> None:
    (office.stick / "照片.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    unread = office.look("照片.csv")
    assert (unread.stage, unread.columns) == ("unread", ()) and unread.why and unread.why.code == "M-03"
    assert office.hall.tap("import_begin").stage == "unread"


def test_a_stick_that_was_pulled_out(office: Office) -> None:
    on_duty(office.hall, "librarian")
    (file,) = office.hall.tap("imports").files
    (office.stick / file.name).unlink()
    assert office.hall.tap("import_look", name=file.name, place=file.place) == ImportChoice()


@pytest.mark.parametrize("role", ["volunteer", "technician"])
def test_it_is_not_there_for_other_roles(office: Office, role: Role) -> None:
    on_duty(office.hall, role)
    assert isinstance(office.hall.tap("imports"), Desk) and isinstance(office.hall.tap("import_begin"), Desk)


def test_without_a_room_there_is_nothing_to_choose(hall: TestHall) -> None:
    on_duty(hall, "librarian")
    assert hall.tap("imports") == ImportChoice() == hall.tap("import_begin")


def test_a_column_that_is_told_while_it_reads_begins_the_trial_anew_and_nobody_waits(office: Office) -> None:
    office.write(tuple((f"第{n}种书", "某人 著", "I247", "1") for n in range(3000)), "长.csv")
    office.look("长.csv")
    for field in ("class_mark", "", "class_mark"):
        assert office.hall.tap("import_column", column=3, field=field).stage == "reading"
    seen = office.settled()
    assert (seen.stage, seen.columns[2].field, seen.read) == ("ready", "class_mark", 3000)
