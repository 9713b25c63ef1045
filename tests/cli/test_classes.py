"""kiosk classes: a term by one call, rosters without names, paper sheets, pasted lists, and the demo's evenings."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from commands import DemoHall

from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import open_store

PLAIN = ["--kind", "class", "--time", "19:00", "--first", "2026-12-22", "--seats", "2"]


def one(demo: DemoHall, state: str) -> dict[str, Any]:
    """An evening with nothing else beside it."""
    alone = ("亲子手工", "钳工技能体验")
    return next(s for s in demo.made["sessions"] if s["state"] == state and s["title"] in alone)


def roster(demo: DemoHall, session: str) -> list[dict[str, Any]]:
    return list(json.loads(demo.kiosk("classes", "roster", session, "--json").stdout))


def row_of(demo: DemoHall, session: str, number: str) -> dict[str, Any]:
    return next(row for row in roster(demo, session) if row["number"] == number)


def test_the_demo_has_evenings_of_every_kind(demo: DemoHall) -> None:
    states = Counter(s["state"] for s in demo.made["sessions"])
    assert all(states[state] >= 3 for state in ("open", "full", "upcoming", "past"))
    assert {"id", "course", "title", "starts_at", "state"} <= demo.made["sessions"][0].keys()


def test_a_series_over_holidays_is_one_call(demo: DemoHall) -> None:
    made = demo.kiosk("classes", "add-series", "--title", "茶艺", "--weekdays", "12", "--count", "10", *PLAIN, "--json")
    told = json.loads(made.stdout)
    assert len(told["days"]) == len(told["sessions"]) == 10 and "2026-12-28" in told["left_out"]
    listed = json.loads(
        demo.kiosk("classes", "list", "--from", told["days"][0], "--until", told["days"][0], "--json").stdout
    )
    assert told["sessions"][0] in {session["session"] for session in listed}


def test_a_series_out_of_a_file_and_what_is_wrong_with_it(demo: DemoHall, tmp_path: Path) -> None:
    file = tmp_path / "tea.toml"
    lines = ('title = "茶艺"', 'kind = "class"', 'weekdays = "3"', 'time = "19:00"', "first = 2026-12-22", "count = 4")
    file.write_text("\n".join(lines), "utf-8")
    told = json.loads(demo.kiosk("classes", "add-series", str(file), "--dry-run", "--json").stdout)
    assert (len(told["days"]), told["course"]) == (4, None)
    refused = demo.kiosk("classes", "add-series", str(file), "--time", "29:00", "--until", "2027-01-01")
    assert refused.returncode == 1 and "time" in refused.stderr and "count_or_until" in refused.stderr
    file.write_text("titel = 1\n", "utf-8")
    assert demo.kiosk("classes", "add-series", str(file)).returncode == 1


def test_a_roster_is_masked_and_a_paper_sheet_is_entered(demo: DemoHall) -> None:
    session = one(demo, "open")
    number = session["members"][0]
    assert "*" in row_of(demo, session["id"], number)["name"]
    done = demo.kiosk("classes", "enter", session["id"], number, "--at", session["starts_at"][11:16], "--left", "23:59")
    assert done.returncode == 0, done.stderr
    row = row_of(demo, session["id"], number)
    assert (row["result"], row["entered"]) == ("present", session["starts_at"][11:16]) and row["minutes"] >= 60
    excused = ["--result", "excused", "--why", "病假"]
    assert demo.kiosk("classes", "correct", session["id"], number, *excused).returncode == 0
    assert row_of(demo, session["id"], number)["minutes"] == 0
    assert demo.kiosk("classes", "enter", session["id"], number, "--at", "late").returncode == 1
    assert demo.kiosk("classes", "roster", "12").returncode == 1


def test_an_evening_is_closed_once(demo: DemoHall) -> None:
    session = one(demo, "open")["id"]
    told = json.loads(demo.kiosk("classes", "close", session, "--json").stdout)
    assert told["absent"] == sum(row["seat"] == "confirmed" for row in roster(demo, session))
    assert demo.kiosk("classes", "close", session).returncode == 1
    assert demo.kiosk("check").returncode == 0


def test_a_pause_is_lifted_with_a_reason(demo: DemoHall) -> None:
    paused = json.loads(demo.kiosk("classes", "no-shows", "--json").stdout)
    assert paused
    number = paused[0]["number"]
    assert demo.kiosk("classes", "no-shows", "--lift", number).returncode == 2
    assert demo.kiosk("classes", "no-shows", "--lift", number, "--why", "住院").returncode == 0
    assert number not in {row["number"] for row in json.loads(demo.kiosk("classes", "no-shows", "--json").stdout)}


def test_members_are_told_of_a_move(demo: DemoHall) -> None:
    session = one(demo, "open")
    moved = demo.kiosk("classes", "move", session["id"], "--to", "2027-03-02 19:00", "--room", "302", "--why", "停电")
    assert moved.returncode == 0, moved.stderr
    assert demo.kiosk("classes", "move", session["id"], "--to", "soon", "--why", "停电").returncode == 2
    card = demo.kiosk("code", "member", session["members"][0]).stdout.strip()
    (answer,) = demo.play(f"scan {card}", now=session["starts_at"][:10] + "T09:00:00+08:00")
    assert answer["screen"] == "Answers"
    assert "session_moved" in {item["kind"] for item in answer["fields"]["items"]}


def test_a_sheet_to_sign_and_a_poster(demo: DemoHall, tmp_path: Path) -> None:
    session, out = one(demo, "full"), tmp_path / "sheet.pdf"
    done = json.loads(demo.kiosk("classes", "sign-in-sheet", session["id"], "--out", str(out), "--json").stdout)
    expected = sum(row["seat"] == "confirmed" for row in roster(demo, session["id"]))
    assert (done["names"], done["pages"]) == (expected, 1) and out.read_bytes().startswith(b"%PDF")
    assert out.stat().st_mode & 0o077 == 0  # full names: nobody else reads them
    assert demo.kiosk("classes", "poster", session["id"], "--out", str(out)).returncode == 0


def test_a_poster_checks_in_after_the_card(demo: DemoHall) -> None:
    session = one(demo, "open")
    poster = demo.kiosk("code", "session", session["id"]).stdout.strip()
    card = demo.kiosk("code", "member", session["members"][0]).stdout.strip()
    assert len(poster) == 201 and poster.startswith("4")
    early, same = demo.play(f"scan {card}", f"scan {poster}", now=session["starts_at"])
    assert (early["screen"], early["facts"]) == ("CheckedIn", ["AttendanceEntered"])
    assert (same["screen"], same["facts"]) == ("CheckedIn", [])
    assert demo.kiosk("code", "session", "77").returncode == 1


def names(demo: DemoHall) -> dict[str, list[str]]:
    """The demo's members by their names, which no command tells."""
    store, found = open_store(demo.folder, read_key(key_file(demo.folder))), {}
    for name, number in store.db.execute("select name, number from member_details join members using (member)"):
        found[name] = [*found.get(name, []), number]
    store.close()
    return found


def test_a_pasted_list_becomes_seats_and_doubts_are_listed(demo: DemoHall) -> None:
    session, known = one(demo, "open"), names(demo)
    taken = {row["number"] for row in roster(demo, session["id"])}
    fresh = next(name for name, numbers in known.items() if len(numbers) == 1 and not taken & set(numbers))
    twice = next((name for name, numbers in known.items() if len(numbers) > 1), None)
    text = f"夜校接龙\n1. {fresh}\n2. 无此人\n" + (f"3. {twice}\n" if twice else "")
    told = json.loads(demo.kiosk("classes", "paste", session["id"], "--json", given=text).stdout)
    assert (told["matched"], told["enrolled"]) == (1, 1)
    assert [x["name"] for x in told["unknown"]] == ["无此人"] and bool(told["ambiguous"]) == bool(twice)
    assert row_of(demo, session["id"], known[fresh][0])["seat"] == "confirmed"


def test_every_kind_of_evening_answers_a_wish_in_its_own_way(demo: DemoHall) -> None:
    card, said = demo.member("good"), {}
    for state in ("open", "full", "upcoming"):
        session = next(s for s in demo.made["sessions"] if s["state"] == state)
        wish = f'tap enrol {{"course": "{session["course"]}"}}'
        answer = demo.play(f"scan {card}", wish, "tap finish")[1]
        said[state] = (answer["screen"], answer["reasons"], answer["fields"].get("outcome"))
    assert said["open"][0] == said["full"][0] == "Enrolled"
    assert said["full"][2] == "waiting" and "E-04" in said["upcoming"][1]
