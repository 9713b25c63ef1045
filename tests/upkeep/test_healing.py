"""A machine heals: backed up each day, mended when its database is damaged, brought back from paper elsewhere."""

import random
import shutil
import sys
import zipfile
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from damage import pages_changed
from halls import KEY, MEMBERS, NOON, TestHall

from kiosk.domain.moment import Moment
from kiosk.domain.recovery import key_read, key_rows
from kiosk.storage.backup import back_up, restore
from kiosk.storage.check import check
from kiosk.storage.database import StorageFault, database_file, key_file, opened
from kiosk.storage.kept import DAYS_KEPT, WEEKS_KEPT, Kept, backup_folder, backup_name, let_go
from kiosk.storage.store import open_store
from kiosk.upkeep import sticks, wishes
from kiosk.upkeep.caretaker import Caretaker, House
from kiosk.upkeep.healing import made_ready, mendable
from kiosk.upkeep.log import Lines
from kiosk.upkeep.mended import forget_mended, read_mended
from kiosk.upkeep.recovery import KeyThere, put_back

AT = NOON + timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kiosk after a first visit, switched off."""
    where = tmp_path / "data"
    where.mkdir()
    key_file(where).write_text(KEY + "\n")
    key_file(where).chmod(0o600)
    hall = TestHall(database_file(where))
    hall.db.execute("insert into device (device, generation, hall) values (?, 1, 1)", ("d" * 32,))
    hall.scan("zhang")
    hall.scan("hlm")
    hall.store.close()
    return where


def caretaker(folder: Path, at: datetime = AT) -> Caretaker:
    command = (sys.executable, "-m", "kiosk.cli")
    return Caretaker(House(folder, key_file(folder), (folder.parent / "media",), command, lambda: Moment(at, "b", 0)))


def facts(folder: Path) -> int:
    with closing(open_store(folder, KEY)) as store:
        found = check(store)
    assert found.ok
    return found.facts


def test_a_backup_is_made_in_a_process_of_its_own_and_carried_to_a_stick_that_asks(folder: Path) -> None:
    stick = folder.parent / "media/me/KINGSTON" / sticks.CARRIER
    stick.mkdir(parents=True)
    (folder.parent / "media/me/OTHER").mkdir()
    made, before = caretaker(folder), facts(folder)
    assert not made.due(), "not while the kiosk has only just begun"
    made.tried_s -= 10_000
    assert made.due() and made.rest() is False
    assert made.work
    made.work.join()
    (one,) = made.backups()
    assert made.holds(one.name) == before and not made.due() and not list((folder.parent / "media/me/OTHER").iterdir())
    assert [file.name for file in stick.iterdir()] == [one.name]
    assert (stick / one.name).read_bytes() == (backup_folder(folder) / one.name).read_bytes()
    assert backup_folder(folder).stat().st_mode & 0o077 == 0


def test_seven_days_and_four_weeks_are_kept() -> None:
    hours = [NOON - timedelta(hours=5 * n) for n in range(400)]
    backups = tuple(Kept(backup_name(at), at, 1) for at in hours)
    gone = set(let_go(backups))
    left = [backup for backup in backups if backup not in gone]
    days = [backup.at.date() for backup in left]
    assert len(days) == len(set(days)) and days[:DAYS_KEPT] == [NOON.date() - timedelta(days=n) for n in range(7)]
    assert len({day.isocalendar()[:2] for day in days}) == WEEKS_KEPT and len(left) <= DAYS_KEPT + WEEKS_KEPT
    assert let_go(tuple(left)) == ()


def test_a_damaged_database_is_found_by_the_backup_and_mended_before_the_next_start(folder: Path) -> None:
    made, before = caretaker(folder), facts(folder)
    made.back_up()
    pages_changed(random.Random(4), database_file(folder))
    caretaker(folder, AT + timedelta(days=1)).back_up()
    assert len(made.backups()) == 1, "a backup of what is damaged is none"
    assert made.rest(), "it wants to begin anew"
    made_ready(folder, key_file(folder), AT)
    told = read_mended(folder)
    assert told and (told.kept, told.missing, told.backup) == (before, 0, made.backups()[0].name)
    assert facts(folder) == before and not wishes.waits(folder)
    assert (folder / told.aside).exists(), "the damaged file is kept"
    forget_mended(folder)
    assert read_mended(folder) is None


def test_what_only_looks_damaged_because_of_a_wrong_key_is_left_alone(folder: Path) -> None:
    before = database_file(folder).read_bytes()
    key_file(folder).write_text("11" * 48 + "\n")
    wishes.note_damage(folder)
    with pytest.raises(StorageFault) as fault:
        made_ready(folder, key_file(folder), AT)
    assert fault.value.code == "D-16" and database_file(folder).read_bytes() == before
    assert not wishes.waits(folder) and not list(folder.glob("*before*"))


def test_a_disk_that_fails_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(StorageFault) as fault:
        opened(tmp_path / "taken away" / "kiosk.db", KEY)
    assert fault.value.code == "D-10" and not mendable(fault.value)


def test_a_chosen_backup_is_put_back_at_the_next_start_also_after_a_power_cut(folder: Path) -> None:
    made, before = caretaker(folder), facts(folder)
    made.back_up()
    name = made.backups()[0].name
    assert made.want(name) and not made.want("kiosk-19990101-000000.backup")
    database_file(folder).unlink()
    made_ready(folder, key_file(folder), AT)
    assert facts(folder) == before and not wishes.waits(folder)
    (folder / wishes.WISH).write_text("not a wish")
    made_ready(folder, key_file(folder), AT)
    assert facts(folder) == before and not wishes.waits(folder)


def test_without_its_key_nothing_tells_of_a_person_and_the_sheet_brings_it_back(folder: Path, tmp_path: Path) -> None:
    with closing(open_store(folder, KEY)) as store:
        backup_folder(folder).mkdir()
        out = backup_folder(folder) / backup_name(AT)
        back_up(store, out, KEY)
        told = [row[0] for row in store.db.execute("select number from members")]
    everything = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and file.suffix != ".key")
    secrets = [*MEMBERS.values(), *told, "红楼梦", KEY[:16]]
    assert told and not [secret for secret in secrets if secret.encode() in everything]
    elsewhere = tmp_path / "another machine"
    elsewhere.mkdir()
    shutil.copy(out, elsewhere)
    typed = "\n".join(key_rows(KEY)).replace("0", "O")
    assert put_back(key_file(elsewhere / "data"), typed).key == KEY
    assert key_file(elsewhere / "data").stat().st_mode & 0o077 == 0
    done = restore(elsewhere / out.name, elsewhere / "data", KEY, AT)
    assert done.facts == facts(elsewhere / "data") == facts(folder)
    with pytest.raises(KeyThere):
        put_back(key_file(folder), typed)


@pytest.mark.parametrize("place", range(0, 112, 7))
def test_a_digit_that_was_copied_wrong_is_named_by_its_line(place: int) -> None:
    key = "".join(random.Random(7).choices("0123456789abcdef", k=96))
    digits = list("".join(key_rows(key)).replace(" ", ""))
    assert key_read("".join(digits)).key == key
    digits[place] = "A" if digits[place] != "A" else "B"
    assert key_read("".join(digits)).wrong == (place // 28 + 1,)
    assert key_read("".join(digits[1:])).wrong == (0,)
    rows = key_rows(key)
    assert key_read("\n".join((rows[1], rows[0], *rows[2:]))).wrong == (1, 2), "lines change places unnoticed by none"


def test_no_name_number_or_code_leaves_with_the_log(tmp_path: Path) -> None:
    import logging

    logs, stick = tmp_path / "log", tmp_path / "stick"
    logs.mkdir()
    stick.mkdir()
    record = logging.LogRecord("kiosk", logging.INFO, "", 0, "张小三 borrowed 1234567890123", None, None)
    older = '{"what": "欧阳文 13812345678"}\n'  # an older program was less careful
    (logs / "kiosk.log").write_text(Lines().format(record) + "\n" + older)
    (logs / "kiosk.log.1").write_text(older)
    sticks.pack_logs(logs, stick / "log.zip")
    with zipfile.ZipFile(stick / "log.zip") as packed:
        said = "".join(packed.read(name).decode() for name in packed.namelist())
        assert len(packed.namelist()) == 2
    assert not [word for word in ("张小三", "欧阳文", "1234567890123", "13812345678") if word in said]
    assert "borrowed" in said and sticks.logs_to_stick(logs, (tmp_path,), AT) == "", "a folder is no stick"
