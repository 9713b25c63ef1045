"""Device settings: absent, read, and every mistake told at once."""

from datetime import time
from pathlib import Path

import pytest

from kiosk.devices.settings import SerialPort, Settings, SettingsUnread, read_settings

GOOD = """
[scanners]
side = "right"
serial = [{ port = "ttyACM0" }]
[panel]
height_mm = 531
foot_mm = 900
[sound]
quiet_from = 21:00:00
quiet_until = 08:00:00
[printers]
certificates = "hall"
certificates_media = "iso_a4_210x297mm"
"""
WRONG = """
[scanners]
side = "left"
serail = []
[panel]
height_mm = -1
[sond]
volume = 20
"""


def written(folder: Path, text: str) -> Path:
    (folder / "device.toml").write_text(text, "utf-8")
    return folder


def test_without_a_file_all_is_plain(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


def test_a_file_is_read(tmp_path: Path) -> None:
    read = read_settings(written(tmp_path, GOOD))
    assert read.scanners.side == "right"
    assert read.scanners.serial == (SerialPort("ttyACM0", 9600),)
    assert (read.panel.height_mm, read.panel.foot_mm) == (531, 900)
    assert (read.printers.certificates, read.printers.slips) == ("hall", "")
    assert (read.sound.quiet_from, read.sound.quiet_until) == (time(21), time(8))


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnread) as told:
        read_settings(written(tmp_path, WRONG))
    assert all(word in str(told.value) for word in ("side", "serail", "height_mm", "sond"))


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnread, match=r"device\.toml"):
        read_settings(written(tmp_path, "[scanners"))
