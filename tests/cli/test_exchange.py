"""import, export: exit codes, JSON and files as promised."""

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import kiosk
from exchange.lists import HLM, book, iso2709, workbook


@pytest.fixture
def data(tmp_path: Path) -> tuple[str, str]:
    where = ("--data", str(tmp_path / "hall"))
    assert kiosk("setup", "--hall", "馆", *where).returncode == 0
    return where


def told(*arguments: str, code: int = 0) -> Any:
    done = kiosk(*arguments, "--json")
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def test_import_reports_what_became_of_each_row(data: tuple[str, str], tmp_path: Path) -> None:
    file = str(tmp_path / "a.mrc")
    Path(file).write_bytes(iso2709(HLM, "gbk") + iso2709(book(1, "XX"), "gbk").replace(b"\x1faXX", b"\x1fa"))
    dry = told("import", "titles", file, "--dry-run", *data)
    real = told("import", "titles", file, "--rejects", str(tmp_path / "r.csv"), *data)
    assert {**dry, "dry_run": False} == real
    assert [real[k] for k in ("read", "added", "updated", "unchanged", "rejected")] == [2, 1, 0, 0, 1]
    assert real["encoding"] == "gb18030" and real["copies_added"] == 6
    assert {p["code"] for p in real["problems"]} == {"M-32", "M-35", "M-13"}
    (row,) = [p for p in real["problems"] if p["code"] == "M-13"]
    assert row["row"] == 2 and row["offset"] == len(iso2709(HLM, "gbk")) and "没有书名" in row["message"]
    again = told("import", "titles", file, *data)
    assert (again["added"], again["unchanged"]) == (0, 1)


def test_rejects_are_corrected_and_imported(data: tuple[str, str], tmp_path: Path) -> None:
    rows = [["名称", "作者", "书号", "备注"], ["红楼梦", "曹雪芹", "9787020002207", "=1+1"], ["", "路遥", "", "@x"]]
    source, rejects = workbook(tmp_path / "a.xlsx", rows), tmp_path / "r.csv"
    assert told("import", "titles", str(source), "--rejects", str(rejects), *data)["rejected"] == 1
    head, row = csv.reader(rejects.read_text("utf-8-sig").splitlines())
    assert head == ["书名", "作者", "ISBN", "备注", "处理", "原因", "原行号"]
    assert row[:4] == ["", "路遥", "", "'@x"] and "M-13" in row[5] and row[6] == "3"
    rejects.write_text(",".join(head) + "\n" + ",".join(["平凡的世界", *row[1:]]) + "\n", "utf-8-sig")
    assert told("import", "titles", str(rejects), *data)["added"] == 1


def test_a_map_is_given_back(data: tuple[str, str], tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx", [["甲", "乙"], ["曹雪芹", "红楼梦"]])
    told("import", "titles", str(source), "--dry-run", *data)
    (tmp_path / "map.toml").write_text("header_row = 1\n[columns]\nname = 2\nauthor = 1\n")
    mapped = told("import", "titles", str(source), "--map", str(tmp_path / "map.toml"), *data)
    assert mapped["added"] == 1 and mapped["columns"] == {"name": 2, "author": 1}
    plain = kiosk("import", "titles", str(source), "--map", str(tmp_path / "map.toml"), *data)
    assert "name = 2  # 乙" in plain.stdout and "不变 / unchanged 1" in plain.stdout


def test_numbers_of_an_earlier_system_are_allowed_for_good(data: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.mrc").write_bytes(iso2709(book(1)))
    wrong = kiosk("import", "titles", str(tmp_path / "a.mrc"), "--copy-numbers", "###", *data)
    assert wrong.returncode == 2
    told("import", "titles", str(tmp_path / "a.mrc"), "--copy-numbers", "########", *data)
    assert kiosk("code", "copy", "20000001", *data).stdout.strip() == "20000001"
    (answer,) = kiosk("console", *data, given="scan 20000001\n").stdout.splitlines()
    assert json.loads(answer)["screen"] == "Basket"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("none.csv", None, "M-01"), ("empty.csv", b"", "M-02"), ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(99), "M-03")],
)
def test_a_file_that_is_no_list(data: tuple[str, str], tmp_path: Path, name: str, content: bytes, code: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    answer = told("import", "titles", str(tmp_path / name), *data, code=1)
    assert [p["code"] for p in answer["problems"]] == [code] and answer["read"] == 0
    said = kiosk("import", "members", str(tmp_path / name), *data)
    assert said.returncode == 1 and code in said.stderr and "Traceback" not in said.stderr


def test_everything_goes_out_and_comes_back(demo: Any, tmp_path: Path) -> None:
    for what in ("titles", "copies"):
        assert demo.kiosk("export", what, str(tmp_path / f"{what}.xlsx")).returncode == 0
    refused = demo.kiosk("export", "members", str(tmp_path / "members.csv"))
    assert refused.returncode == 1 and "--yes-personal" in refused.stderr and not (tmp_path / "members.csv").exists()
    for what in ("members", "loans", "enrolments"):
        done = demo.kiosk("export", what, str(tmp_path / f"{what}.csv"), "--yes-personal", "--json")
        assert done.returncode == 0 and json.loads(done.stdout)["rows"] > 10
        if sys.platform != "win32":
            assert (tmp_path / f"{what}.csv").stat().st_mode & 0o777 == 0o600
    again = demo.kiosk("import", "enrolments", str(tmp_path / "enrolments.csv"), "--dry-run", "--json")
    assert (found := json.loads(again.stdout))["unchanged"] == found["read"] > 10, found["problems"][:3]
    place = ("--data", str(tmp_path / "other"))
    assert kiosk("setup", "--hall", "馆", *place).returncode == 0
    for n, (what, file) in enumerate((("titles", "copies.xlsx"), ("members", "members.csv"), ("loans", "loans.csv"))):
        answer = told("import", what, str(tmp_path / file), *place)
        assert answer["rejected"] == 0 or n == 2, answer["problems"][:3]
    assert told("check", *place)["ok"]


def test_a_kiosk_that_runs_keeps_its_folder(data: tuple[str, str], tmp_path: Path) -> None:
    from kiosk.storage.lock import FolderLock

    source = workbook(tmp_path / "a.xlsx", [["书名", "作者"], ["红楼梦", "曹雪芹"]])
    with FolderLock(tmp_path / "hall"):
        done = kiosk("import", "titles", str(source), *data)
    assert done.returncode == 1 and "process" in done.stderr
    nowhere = str(tmp_path / "nowhere" / "r.csv")
    assert kiosk("import", "titles", str(source), "--rejects", nowhere, *data).returncode == 2
    assert told("import", "titles", str(source), *data)["added"] == 1


def test_export_knows_its_formats(data: tuple[str, str], tmp_path: Path) -> None:
    assert kiosk("export", "copies", str(tmp_path / "a.mrc"), *data).returncode == 2
    assert kiosk("export", "titles", str(tmp_path / "nowhere" / "a.csv"), *data).returncode == 1
    assert kiosk("import", "holds", str(tmp_path / "a.csv"), *data).returncode == 2
