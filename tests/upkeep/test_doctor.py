"""Doctor: each part judged by what is really there, in words, and never waiting for a part that hangs."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from halls import NOON

from kiosk import words
from kiosk.devices.settings import Panel, Printers, Scanners, SerialPort, Settings, Sound
from kiosk.domain.health import FOUND, TROUBLES, Check, found, worst_first
from kiosk.domain.moment import Moment
from kiosk.storage.kept import Kept
from kiosk.upkeep import doctor
from kiosk.upkeep.doctor import keeping, machine, media, parts

HERE = Moment(NOON, "b", 0)


def test_all_that_can_be_found_has_a_sentence_and_every_trouble_a_cure() -> None:
    wanted = {"slow", "slow_cure", *FOUND}
    for part, ways in FOUND.items():
        wanted |= {f"{part}_{why}" for why in ways}
        wanted |= {f"{part}_{why}_cure" for why, state in ways.items() if state in TROUBLES}
    for language in words.LANGUAGES:
        table = words.read(language).table
        assert {key.partition(".")[2] for key in table if key.startswith("doctor.")} == wanted, language


def test_every_part_is_looked_at_and_the_worst_stands_first(tmp_path: Path) -> None:
    (tmp_path / "device.toml").write_text("[panel]\nheight = 3\n[sound]\nvolume = 900\n")
    checks = doctor.examined(doctor.Patient(tmp_path, tmp_path / "no.key", HERE))
    assert sorted(check.name for check in checks) == sorted(FOUND)
    by_name = {check.name: check for check in checks}
    assert (by_name["keys"].why, by_name["database"].why) == ("missing", "unread")
    assert all(word in str(by_name["settings"].values["mistakes"]) for word in ("height", "volume"))
    states = [check.state for check in worst_first(checks)]
    assert states == sorted(states, key=["fail", "warn", "ok", "absent"].index)


def test_a_part_that_hangs_or_breaks_holds_up_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(_: doctor.Patient, __: Settings) -> Check:
        time.sleep(20)
        return found("camera", "off")

    def breaks(_: doctor.Patient, __: Settings) -> Check:
        raise OSError("pulled out")

    monkeypatch.setitem(doctor.LOOKS, "camera", hangs)
    monkeypatch.setitem(doctor.LOOKS, "sound", breaks)
    checks = {c.name: c for c in doctor.examined(doctor.Patient(tmp_path, tmp_path / "k", HERE), patience_s=1.0)}
    assert checks["camera"].why == checks["sound"].why == "slow" and checks["fonts"].state == "ok"


def test_a_scanner_that_is_pulled_out_is_named(tmp_path: Path) -> None:
    master, slave = os.openpty()
    port = Scanners(serial=(SerialPort(os.ttyname(slave)),))
    assert parts.scanner(port).why == "good"
    os.close(slave)
    os.close(master)
    assert parts.scanner(port) == found("scanner", "missing", names=Path(port.serial[0].port).name)
    assert parts.scanner(Scanners(), tmp_path).why == "none"
    (tmp_path / "input/by-id").mkdir(parents=True)
    (tmp_path / "input/by-id/usb-scanner-event-kbd").touch()
    assert parts.scanner(Scanners(), tmp_path).values == {"count": 1}


def test_camera_and_sound(tmp_path: Path) -> None:
    assert [parts.camera(name, tmp_path).why for name in ("", "first")] == ["off", "missing"]
    (tmp_path / "video0").mkdir()
    (tmp_path / "video0/name").write_text("HD Webcam\n")
    assert [parts.camera(name, tmp_path).why for name in ("first", "Webcam", "Other")] == ["good", "good", "missing"]
    cards = tmp_path / "cards"
    assert parts.sound(Sound(), cards).why == "none" and parts.sound(Sound(volume=0), cards).why == "off"
    cards.write_text("--- no soundcards ---\n")
    assert parts.sound(Sound(), cards).why == "none"
    cards.write_text(" 0 [PCH  ]: HDA-Intel - HDA Intel PCH\n")
    assert parts.sound(Sound(), cards).why == "good"


def test_a_printing_system_that_is_stopped_is_away() -> None:
    assert parts.printer(Printers(certificates="hall", server="127.0.0.1:9")).why == "away"
    assert parts.printer(Printers()).why == "off"
    assert parts.printer_told(["queued", "paper_out"]).why == "paper"
    assert [parts.printer_told([way]).why for way in ("queued", "jammed", "vanished")] == ["good", "stopped", "away"]


@pytest.mark.parametrize(
    ("panel", "screen", "heights"),
    [
        (Panel(), "unmeasured", "unmeasured"),
        (Panel(531, 600, 980, 690), "good", "good"),
        (Panel(531, 900, 1300, 690), "low", "beyond"),
        (Panel(299, 1150, 980, 0), "beyond", "unmeasured"),
    ],
)
def test_what_hangs_where_everybody_reaches_it(panel: Panel, screen: str, heights: str) -> None:
    assert (parts.screen(panel).why, parts.heights(panel).why) == (screen, heights)


@pytest.mark.parametrize(("year", "why"), [(1999, "doubtful"), (2026, "good"), (2099, "doubtful")])
def test_a_clock_that_cannot_be_right(year: int, why: str) -> None:
    assert machine.clock_told(Moment(datetime(year, 12, 1, tzinfo=UTC), "b", 0), NOON).why == why


def test_what_the_board_tells(tmp_path: Path) -> None:
    assert machine.clock_chip(NOON, tmp_path).why == "unseen" and machine.battery(tmp_path).why == "off"
    chip, supply = tmp_path / "class/rtc/rtc0", tmp_path / "class/power_supply/BAT0"
    for folder in (chip, supply):
        folder.mkdir(parents=True)
    (chip / "since_epoch").write_text(f"{int(NOON.timestamp())}\n")
    assert machine.clock_chip(NOON, tmp_path).why == "good"
    assert machine.clock_chip(NOON + timedelta(hours=1), tmp_path).why == "differs"
    (supply / "type").write_text("Battery\n")
    (supply / "capacity").write_text("12\n")
    assert machine.battery(tmp_path) == found("battery", "low", left=12)
    device = tmp_path.stat().st_dev
    disk = tmp_path / "dev/block" / f"{os.major(device)}:{os.minor(device)}" / "device"
    disk.mkdir(parents=True)
    (disk / "life_time").write_text("0x02 0x09\n")
    assert machine.disk_age(tmp_path, tmp_path) == found("disk_age", "worn", percent=90)


@pytest.mark.parametrize(
    ("free", "writable", "why"),
    [(9 * 10**9, True, "good"), (10**9, True, "low"), (10**7, True, "full"), (9 * 10**9, False, "read_only")],
)
def test_the_disk(free: int, writable: bool, why: str) -> None:
    assert keeping.disk_told(free, writable=writable).why == why


@pytest.mark.parametrize(("days", "why"), [(0, "good"), (4, "old"), (15, "very_old"), (-3, "good")])
def test_how_old_a_backup_may_be(days: int, why: str) -> None:
    assert keeping.backups_told((Kept("kiosk-x.backup", NOON - timedelta(days=days), 1),), NOON).why == why


def test_files_that_are_not_whole_are_named(tmp_path: Path) -> None:
    assert (media.fonts().why, media.voice().why) == ("good", "good")
    assert len(str(media.fonts(tmp_path).values["names"]).split("、")) == len(media.FONTS)
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN/loan-0.wav").write_bytes(b"not a sound")
    assert media.voice(tmp_path).values == {"names": "en、loan-0"}


def test_who_else_can_read_the_data(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert machine.lockdown(tmp_path).why == "open"
    tmp_path.chmod(0o700)
    assert machine.lockdown(tmp_path).why in ("good", "root")
