"""kiosk certificate: from who has earned one to a sheet that anybody verifies, each step by its command."""

import json
from pathlib import Path
from typing import Any

import pdfs
from commands import DemoHall

ORGANISER, VOLUNTEER = "S003", "S001"


def asked(demo: DemoHall, *arguments: str, code: int = 0) -> Any:
    done = demo.kiosk("certificate", *arguments, "--json")
    assert done.returncode == code, (done.returncode, done.stderr)
    return json.loads(done.stdout)


def numbers(demo: DemoHall, state: str) -> list[str]:
    return [c["number"] for c in demo.made["certificates"] if c["state"] == state]


def test_a_demo_has_three_of_each(demo: DemoHall) -> None:
    for state in ("valid", "superseded", "revoked", "eligible"):
        assert len(numbers(demo, state)) >= 3, state
    kept = {row["certificate"]: row for row in asked(demo, "register")}
    assert all(kept[number]["valid"] for number in numbers(demo, "valid"))
    assert all("*" in row["name"] for row in kept.values()), "names are masked"


def test_issued_named_printed_and_verified(demo: DemoHall, tmp_path: Path) -> None:
    (course,) = {c["course"] for c in demo.made["certificates"] if c["state"] == "eligible"} - {
        c["course"] for c in demo.made["certificates"] if c["state"] == "valid"
    }
    earned = [row for row in asked(demo, "eligible", "--course", course) if row["eligible"]]
    listed = asked(demo, "name-check", course, "--staff", ORGANISER, "--out", str(tmp_path / "names.pdf"))
    assert listed["names"] >= len(earned) and "姓名核对单" in pdfs.text(tmp_path / "names.pdf")
    issued = asked(demo, "issue", "--course", course, "--staff", ORGANISER)["issued"]
    assert len(issued) == len(earned) >= 3
    assert asked(demo, "issue", "--course", course, "--staff", ORGANISER, code=1)["issued"] == []
    out = tmp_path / "all.pdf"
    assert asked(demo, "print", "--course", course, "--staff", ORGANISER, "--out", str(out))["numbers"] == issued
    assert oct(out.stat().st_mode & 0o777) == "0o600" and all(number in pdfs.text(out) for number in issued)
    rest = asked(demo, "print", "--course", course, "--from", issued[1], "--staff", ORGANISER, "--out", str(out))
    assert rest["numbers"] == issued[1:]
    text = demo.kiosk("code", "certificate", issued[0], "--png", str(tmp_path / "code.png")).stdout.strip()
    for said in ((text,), (issued[0],), ("--png", str(tmp_path / "code.png"))):
        found = asked(demo, "verify", *said)
        assert (found["verdict"], found["number"]) == ("valid", issued[0])
    assert json.loads(demo.kiosk("check", "--json").stdout)["ok"] is True


def test_what_ended_is_told_and_not_printed(demo: DemoHall) -> None:
    number = numbers(demo, "valid")[0]
    assert asked(demo, "revoke", number, "--why", "试一试", "--staff", ORGANISER) == {"revoked": number}
    assert asked(demo, "verify", number, code=1)["reasons"] == ["C-11"]
    for command in (("reprint", number), ("print", number), ("supersede", number)):
        refused = asked(demo, *command, "--staff", ORGANISER, code=1)
        assert [reason["code"] for reason in refused["reasons"]] == ["C-11"], command
    (row,) = [row for row in asked(demo, "register") if row["certificate"] == number]
    assert (row["revoked_by"], row["revoked_why"]) == (ORGANISER, "试一试")


def test_a_newer_one_names_the_old(demo: DemoHall) -> None:
    number = numbers(demo, "valid")[1]
    same = asked(demo, "supersede", number, "--staff", ORGANISER, code=1)
    assert [reason["code"] for reason in same["reasons"]] == ["C-19"]
    new = asked(demo, "supersede", number, "--template", "bilingual-1", "--staff", ORGANISER)["certificate"]
    assert asked(demo, "verify", number, code=1)["verdict"] == "superseded"
    assert asked(demo, "verify", new)["verdict"] == "valid"


def test_sheets_wait_for_a_printer_and_nobody_orders_one_twice(demo: DemoHall) -> None:
    number = numbers(demo, "valid")[0]
    assert len(asked(demo, "print", number, "--staff", ORGANISER)["jobs"]) == 1
    again = asked(demo, "print", number, "--staff", ORGANISER, code=1)
    assert [reason["code"] for reason in again["reasons"]] == ["C-18"]
    (job,) = json.loads(demo.kiosk("printer", "jobs", "--json").stdout)
    assert (job["purpose"], job["what"], job["state"]) == ("certificate", number, "waiting")


def test_a_role_that_may_not_changes_nothing(demo: DemoHall, tmp_path: Path) -> None:
    number = numbers(demo, "valid")[0]
    course = demo.made["certificates"][0]["course"]
    for command in (
        ("issue", "--course", course),
        ("revoke", number, "--why", "x"),
        ("supersede", number),
        ("print", number),
        ("reprint", number),
        ("name-check", course, "--out", str(tmp_path / "no.pdf")),
    ):
        for staff in (VOLUNTEER, "nobody"):
            refused = asked(demo, *command, "--staff", staff, code=1)
            assert [reason["code"] for reason in refused["reasons"]] == ["C-16"], command
    assert not (tmp_path / "no.pdf").exists()
    assert asked(demo, "verify", number)["verdict"] == "valid"


def test_a_rule_and_a_mark_decide(demo: DemoHall) -> None:
    eligible = [c for c in demo.made["certificates"] if c["state"] == "eligible"]
    course, member = eligible[-1]["course"], eligible[-1]["member"]
    assert demo.kiosk("certificate", "rule", course, "--mark", "passed", "--staff", ORGANISER).returncode == 0
    (row,) = [r for r in asked(demo, "eligible", "--course", course) if r["member"] == member]
    assert row["reasons"] == ["C-04"]
    assert demo.kiosk("certificate", "mark", course, member, "passed", "--staff", ORGANISER).returncode == 0
    (row,) = [r for r in asked(demo, "eligible", "--course", course) if r["member"] == member]
    assert row["eligible"] and row["mark"] == "passed"


def test_what_is_no_certificate_is_named(demo: DemoHall, tmp_path: Path) -> None:
    assert asked(demo, "verify", "2026-0001-999999", code=1)["reasons"] == ["C-10"]
    assert asked(demo, "verify", "hello", code=1)["reasons"] == ["K-01"]
    keys = json.loads(demo.kiosk("certificate", "key", "--json").stdout)
    assert all("BEGIN PUBLIC KEY" in pem for pem in keys.values()) and keys
