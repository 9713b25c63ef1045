"""kiosk printer: how the printers are, a test page, what waits, and what a person decides."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copy, copytree
from subprocess import CompletedProcess

import pytest
from commands import kiosk
from printing.office import Office, Press

from kiosk.devices.clock import SystemClock
from kiosk.domain.printing import Order
from kiosk.storage import print_jobs
from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import open_store

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("printing") / "data"
    assert kiosk("setup", "--hall", "江北职工书屋", "--data", str(where)).returncode == 0
    return where


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    where = tmp_path / "data"
    copytree(made, where)
    copy(key_file(made), key_file(where))
    return where


@pytest.fixture
def printer(folder: Path) -> Command:
    return lambda *arguments: kiosk("printer", *arguments, "--data", str(folder))


def use(folder: Path, office: Office, queue: str) -> None:
    (folder / "device.toml").write_text(f'[printers]\ncertificates = "{queue}"\nserver = "{office.server}"\n')


def test_without_a_printer(printer: Command) -> None:
    done = printer("status")
    assert done.returncode == 0 and done.stdout.count("这里没有接这种打印机") == 3
    assert "nothing waits" in printer("jobs").stdout


def test_a_test_page(folder: Path, printer: Command, office: Office, press: Press) -> None:
    use(folder, office, press.queue)
    seen = json.loads(printer("status", "--json").stdout)[0]
    assert (seen["reason"], seen["printer"]["place"]) == ("", "屏幕右下方")
    done = printer("test-page")
    assert done.returncode == 0 and "打印好了" in done.stdout.splitlines()[-1]
    (sheet,) = (press.folder / "sheets").iterdir()
    assert sheet.read_bytes().startswith(b"%PDF"), "what came out is what was ordered"


def test_a_test_page_on_a_printer_that_is_not_there(
    folder: Path, printer: Command, office: Office, press: Press
) -> None:
    use(folder, office, press.queue)
    press.vanish()
    done = printer("status")
    assert done.returncode == 1 and "cannot" not in done.stderr and "not connected" in done.stdout


def test_what_a_person_decides(folder: Path, printer: Command) -> None:
    store = open_store(folder, read_key(key_file(folder)))
    now = SystemClock().now().at
    lost, other = (print_jobs.keep(store, Order("certificate", str(n), b"%PDF"), now) for n in range(2))
    job = print_jobs.print_job(store.db, lost)
    assert job and print_jobs.claimed(store.db, job, 7, now)
    job = print_jobs.print_job(store.db, lost)
    assert job
    print_jobs.left_to_a_person(store.db, job, "doubtful", "lost", now)
    assert lost[-6:] in printer("jobs").stdout and "不知道印出来没有" in printer("jobs").stdout
    assert printer("retry", other[-6:]).returncode == 1
    assert printer("retry", lost[-6:]).returncode == 0
    assert printer("cancel", other[-6:]).returncode == 0
    assert [one["id"] for one in json.loads(printer("jobs", "--json").stdout)] == [lost]
    assert printer("cancel", "nothing").returncode == 1
    store.close()
