"""A kiosk that cannot begin, in its own window: picture, how it begins once that is mended, and every fact there."""

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from commands import kiosk
from damage import rewritten
from services import LONG_S, READY, Service

from kiosk.storage.database import database_file, key_file
from kiosk.storage.kept import backup_folder, backup_name
from kiosk.storage.pages import PAGE
from kiosk.upkeep.mended import read_mended
from kiosk.upkeep.starts import FALLS_MAX, FELL, FILE

pytestmark = pytest.mark.proof
Mend = Callable[[], object]


def hall(disk: Path) -> Path:
    data = disk / "data"
    assert kiosk("setup", "--data", str(data), "--hall", "江北职工书屋").returncode == 0
    return data


def facts(data: Path) -> int:
    done = json.loads(kiosk("check", "--data", str(data), "--json").stdout)
    assert done["ok"]
    return int(done["facts"])


def key_taken(data: Path) -> Mend:
    kept = data.with_name("kept")
    key_file(data).rename(kept)
    return lambda: kept.rename(key_file(data))


def key_spoilt(data: Path) -> Mend:
    good = key_file(data).read_bytes()
    key_file(data).write_bytes(good[: len(good) // 2])
    return lambda: key_file(data).write_bytes(good)


def settings_mistyped(data: Path) -> Mend:
    settings = data / "device.toml"
    settings.write_text('[sound]\nvolume = "loud"\n', "utf-8")
    return settings.unlink


def read_only(data: Path) -> Mend:
    remount = ("mount", "-o")
    subprocess.run([*remount, "remount,ro", str(data.parent)], check=True)
    return lambda: subprocess.run([*remount, "remount,rw", str(data.parent)], check=True)


@pytest.mark.parametrize(
    ("fault", "code", "logs"),
    [
        (key_taken, "D-01", True),
        (key_spoilt, "D-02", True),
        (settings_mistyped, "D-17", True),
        (read_only, "D-10", False),
    ],
)
def test_it_says_what_is_wrong_and_begins_by_itself_when_that_is_mended(
    disk: Path, service: Service, fault: Callable[[Path], Mend], code: str, logs: bool
) -> None:
    """A disk that is read-only takes no log either, so there the picture alone tells."""
    data = hall(disk)
    before = facts(data)
    mend = fault(data)
    service.start()
    service.hears(READY)
    service.photographed(f"fault-{code}")
    assert service.logged(code) == int(logs)
    mend()
    took = service.hears(READY)
    service.photographed(f"fault-{code}-mended")
    print(f"{code}: serves {took:.0f} s after it was mended")
    assert service.ends() == 0 and service.logged(code) == int(logs)
    assert facts(data) == before


def zeroed(content: bytearray) -> bytearray:
    """All but the first pages, as after a bad sector where the tables begin."""
    return content[: 3 * PAGE] + bytes(len(content) - 3 * PAGE)


def test_damaged_pages_are_mended_at_the_start_and_the_kiosk_serves(disk: Path, service: Service) -> None:
    data = hall(disk)
    before = facts(data)
    backup_folder(data).mkdir(exist_ok=True)
    out = backup_folder(data) / backup_name(datetime.now(UTC))
    assert kiosk("backup", "--data", str(data), "--out", str(out)).returncode == 0
    rewritten(database_file(data), zeroed)
    service.start()
    took = service.hears(READY)
    service.photographed("damaged-pages-mended")
    print(f"damaged pages: serves {took:.1f} s after the start")
    told = read_mended(data)
    assert told and (told.kept, told.missing) == (before, 0)
    assert service.ends() == 0 and facts(data) == before


def test_after_three_falls_it_rests_with_a_page(disk: Path, service: Service) -> None:
    data = hall(disk)
    before = facts(data)
    for _ in range(FALLS_MAX):
        service.start()
        service.hears(READY, LONG_S)
        service.kiosk.kill()
        service.ends()
    service.start()
    service.hears(READY)
    service.photographed(f"fault-{FELL}")
    assert not (data / FILE).exists()
    assert service.ends() == 0 and facts(data) == before
