"""setup, code, check, demo: exit codes and JSON as promised."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from commands import kiosk
from PIL import Image

from kiosk.storage.database import database_file


def test_setup_makes_a_kiosk_once(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "data"))
    done = kiosk("setup", *data, "--hall", "江北职工书屋", "--kind", "reading_room", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["hall"]["name"] == "江北职工书屋"
    assert kiosk("setup", *data, "--hall", "江北职工书屋", "--json").returncode == 1
    found = kiosk("check", *data, "--json")
    assert found.returncode == 0 and json.loads(found.stdout)["ok"] is True
    (answer,) = kiosk("console", *data, given="screen\n").stdout.splitlines()
    assert json.loads(answer)["screen"] == "Attract"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("fly",), 2),
        (("setup",), 2),
        (("setup", "--hall", "馆", "--kind", "castle"), 2),
        (("console", "--now", "yesterday"), 2),
        (("check",), 3),
        (("code", "member", "1"), 3),
        (("--help",), 0),
        (("--version",), 0),
    ],
)
def test_exit_codes(tmp_path: Path, arguments: tuple[str, ...], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(tmp_path / "nothing here"))
    assert kiosk(*arguments).returncode == code


@pytest.mark.parametrize("kind", ["member", "copy", "staff"])
def test_the_picture_decodes_to_the_text(demo: Any, tmp_path: Path, kind: str) -> None:
    number = demo.made[{"member": "members", "copy": "copies", "staff": "staff"}[kind]][0]["number"]
    done = demo.kiosk("code", kind, number, "--png", str(tmp_path / "code.png"))
    (found,) = zxingcpp.read_barcodes(Image.open(tmp_path / "code.png"))
    assert found.text == done.stdout.strip() and len(found.text) == (13 if kind == "copy" else 201)


def test_no_such_number(demo: Any) -> None:
    assert demo.kiosk("code", "member", "999").returncode == 1


def test_check_tells_of_damage(demo: Any) -> None:
    file = database_file(demo.folder)
    with file.open("r+b") as out:
        out.seek(file.stat().st_size // 2)
        out.write(b"\xff" * 64)
    done = demo.kiosk("check", "--json")
    assert done.returncode in (1, 3)
    assert not json.loads(done.stdout)["ok"] if done.returncode == 1 else "D-" in done.stderr


def test_the_file_is_encrypted(demo: Any) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(database_file(demo.folder)).execute("select * from members").fetchall()
    (demo.folder.with_name("data.key")).write_text("00" * 48 + "\n")
    done = demo.kiosk("check")
    assert done.returncode == 3 and "D-04" in done.stderr


def test_the_demo_is_kept(demo: Any) -> None:
    again = demo.kiosk("demo", "--no-window", "--json")
    assert again.returncode == 0 and json.loads(again.stdout)["members"] == demo.made["members"]
