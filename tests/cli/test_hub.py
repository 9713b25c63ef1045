"""The hub as a city runs it: its own process, codes and sticks, kiosks that join, and devices that are switched off."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from commands import kiosk


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[str]:
    """Its address, while it runs; told to end, it ends with 0."""
    command = [sys.executable, "-m", "kiosk.cli", "hub", "serve", "--data", str(folder), "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        found = re.search(r"https://\S+", process.stdout.readline())
        assert found, process.stderr.read()
        yield found[0]
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0, process.stderr.read()
        assert process.stdout.read() == ""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("city") / "hub"
    with running(folder) as url:
        yield folder, url


def answer(*arguments: str, expect: int = 0) -> Any:
    done = kiosk(*arguments, "--json")
    assert done.returncode == expect, done.stderr + done.stdout
    return json.loads(done.stdout)


def code(folder: Path, hall: int) -> str:
    return str(answer("hub", "enrol", "--data", str(folder), "--hall", str(hall), "--name", "一楼")["code"])


def set_up(folder: Path, hall: int, *arguments: str) -> str:
    return str(answer("setup", "--data", str(folder), "--hall", "临江", "--number", str(hall), *arguments)["device"])


def status(folder: Path) -> Any:
    return answer("hub", "status", "--data", str(folder))


def test_kiosks_are_set_up_with_a_code(city: tuple[Path, str], tmp_path: Path) -> None:
    folder, url = city
    first, second = tmp_path / "first", tmp_path / "second"
    set_up(first, 1, "--hub", url, "--code", code(folder, 1))
    set_up(second, 2, "--hub", url, "--code", code(folder, 2))
    told = answer("check", "--data", str(first))
    assert told["facts"] > 5 and told["generation"] == 1
    assert {d["hall"] for d in status(folder)["list"]} >= {1, 2}
    assert kiosk("check", "--data", str(second)).returncode == 0


def test_a_lone_kiosk_joins_with_what_the_qr_says(city: tuple[Path, str], tmp_path: Path) -> None:
    folder, url = city
    device = set_up(tmp_path / "data", 3)
    text = answer("hub", "enrol", "--data", str(folder), "--hall", "3")["qr"]
    joined = answer("join", "--data", str(tmp_path / "data"), "--code", text)
    assert joined["hub"] == url
    assert device in [d["device"] for d in status(folder)["list"]]
    again = answer("join", "--data", str(tmp_path / "data"), "--code", code(folder, 4), "--hub", url, expect=1)
    assert again["why"] == "other_hall"


def test_a_stick_lets_each_device_in_once(city: tuple[Path, str], tmp_path: Path) -> None:
    folder, _ = city
    answer("hub", "pack", "--data", str(folder), "--hall", "5", "--devices", "3", "--stick", str(tmp_path))
    stick = ("--stick", str(tmp_path), "--number")
    set_up(tmp_path / "a", 5)
    set_up(tmp_path / "b", 5)
    assert answer("join", "--data", str(tmp_path / "a"), *stick, "2")["name"] == "2 号机"
    assert answer("join", "--data", str(tmp_path / "b"), *stick, "2", expect=1)["why"] == "code_used"
    assert answer("join", "--data", str(tmp_path / "b"), *stick, "3")["name"] == "3 号机"
    assert kiosk("join", "--data", str(tmp_path / "b"), *stick, "4").returncode == 2


def test_one_file_and_one_stick_serve_all_machines_of_a_hall(city: tuple[Path, str], tmp_path: Path) -> None:
    """The first brings the hall's rules and its librarian to the hub; the second finds both there."""
    folder, _ = city
    answer("hub", "pack", "--data", str(folder), "--hall", "8", "--devices", "2", "--stick", str(tmp_path))
    file = tmp_path / "install.toml"
    file.write_text('[hall]\nname = "临江"\nnumber = 8\n[librarian]\nname = "周敏"\n[hub]\nstick = "."\n', "utf-8")
    first = answer("setup", "--data", str(tmp_path / "a"), "--from", str(file), "--device", "1")
    answer("sync", "--data", str(tmp_path / "a"), "--once")
    assert first["pin"]
    second = answer("setup", "--data", str(tmp_path / "b"), "--from", str(file), "--device", "2")
    assert (second["staff"], second["pin"]) == ("S001", ""), "she has the PIN of the first machine"
    used = answer("setup", "--data", str(tmp_path / "c"), "--from", str(file), "--device", "2", expect=1)
    assert used["why"] == "code_used"
    assert {first["device"], second["device"]} <= {d["device"] for d in status(folder)["list"]}


def test_what_people_read(city: tuple[Path, str], tmp_path: Path) -> None:
    folder, url = city
    shown = kiosk("hub", "enrol", "--data", str(folder), "--hall", "6").stdout
    assert url in shown and re.search(r"\b([0-9A-Z]{4}-){5}[0-9A-Z]{4}\b", shown) and "█" in shown
    set_up(tmp_path / "data", 6)
    wrong = kiosk("join", "--data", str(tmp_path / "data"), "--hub", url, "--code", "0000-" * 5 + "0000")
    assert wrong.returncode == 1 and "请核对地址" in wrong.stdout and "not the hub" in wrong.stdout
    assert "设备 / devices" in kiosk("hub", "status", "--data", str(folder)).stdout


def test_a_device_is_switched_off_and_let_in_again(city: tuple[Path, str], tmp_path: Path) -> None:
    folder, url = city
    device = set_up(tmp_path / "data", 7, "--hub", url, "--code", code(folder, 7))
    assert answer("hub", "renew", device[:8], "--data", str(folder))["device"] == device
    assert answer("hub", "revoke", device[:8], "--wipe", "--data", str(folder))["revoked_after"] == 0
    mine = next(d for d in status(folder)["list"] if d["device"] == device)
    assert mine["state"] == "revoked" and mine["wipe"]
    assert answer("hub", "quarantine", "list", "--data", str(folder)) == []
    assert answer("hub", "quarantine", "accept", device[:8], "--data", str(folder))["facts"] == 0
    assert answer("hub", "parked", "retry", "--data", str(folder)) == {"ok": True, "mended": 0, "left": 0}
    assert kiosk("hub", "revoke", "nobody", "--data", str(folder)).returncode == 2


def test_a_mistyped_folder_founds_nothing(tmp_path: Path) -> None:
    done = kiosk("hub", "status", "--data", str(tmp_path / "nowhere"))
    assert done.returncode == 3 and "D-06" in done.stderr
    assert not (tmp_path / "nowhere").exists()


def test_no_kiosk_waits_for_what_only_a_hub_needs() -> None:
    heavy = ("sqlalchemy", "starlette", "uvicorn", "psycopg", "httpx2", "anyio", "zeroconf", "ifaddr")
    heavy += ("pikepdf", "reportlab", "lxml", "xlsxwriter", "python_calamine", "pymarc", "PIL", "pypinyin")
    program = f"import kiosk.cli.main, sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_a_kiosk_opens_without_the_other_commands() -> None:
    program = "import sys; from kiosk.cli.begin import main; sys.argv[1:] = ['run', '-h']; main()"
    program += "; print('kiosk.cli.main' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.startswith("Usage: kiosk run") and done.stdout.endswith("False\n")
