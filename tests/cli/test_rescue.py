"""backup, restore, salvage: exit codes and JSON as promised."""

import json
from pathlib import Path
from typing import Any

from kiosk.storage.database import database_file


def test_back_up_and_restore(demo: Any, tmp_path: Path) -> None:
    out = str(tmp_path / "kiosk.backup")
    done = demo.kiosk("backup", "--out", out, "--json")
    facts = json.loads(done.stdout)["facts"]
    assert done.returncode == 0 and facts > 100
    demo.play(f"scan {demo.member('good')}", f"scan {demo.copy()}")
    said = json.loads(demo.kiosk("restore", "--from", out, "--json").stdout)
    assert (said["ok"], said["facts"], said["generation"]) == (True, facts, 2)
    assert (demo.folder / said["set_aside"]).exists() and said["salvaged"] is None
    found = json.loads(demo.kiosk("check", "--json").stdout)
    assert found["ok"] and found["generation"] == 2
    assert demo.play(f"scan {demo.member('good')}", f"scan {demo.copy()}")[1]["facts"] == ["BookBorrowed"]


def test_a_damaged_file_needs_salvage(demo: Any, tmp_path: Path) -> None:
    out = tmp_path / "kiosk.backup"
    facts = json.loads(demo.kiosk("backup", "--out", str(out), "--json").stdout)["facts"]
    content = bytearray(out.read_bytes())
    content[-9000:-8000] = bytes(1000)
    out.write_bytes(content)
    refused = demo.kiosk("restore", "--from", str(out), "--json")
    assert refused.returncode == 1 and "--salvage" in json.loads(refused.stdout)["hint"]
    assert json.loads(demo.kiosk("check", "--json").stdout)["generation"] == 1, "nothing was touched"
    done = demo.kiosk("restore", "--from", str(out), "--salvage", "--json")
    report = json.loads(done.stdout)["salvaged"]
    assert done.returncode == 0 and report["facts_found"] + report["facts_missing"] == facts
    assert sum(run["last"] - run["first"] + 1 for run in report["missing"]) == report["facts_missing"]
    assert report["keys_missing"] == [] and demo.kiosk("check").returncode == 0


def test_people_read_how_much_is_missing(demo: Any) -> None:
    file = database_file(demo.folder)
    done = demo.kiosk("restore", "--from", str(file), "--from", str(file), "--salvage")
    assert done.returncode == 0 and "缺失 0" in done.stdout and "missing 0" in done.stdout


def test_wrong_usage(demo: Any, tmp_path: Path) -> None:
    file = str(database_file(demo.folder))
    assert demo.kiosk("backup", "--out", file).returncode == 2
    assert demo.kiosk("restore", "--from", str(tmp_path / "nothing")).returncode == 2
    assert demo.kiosk("restore", "--from", file, "--from", file).returncode == 2
    assert demo.kiosk("backup", "--out", str(tmp_path / "no folder" / "file")).returncode == 3
