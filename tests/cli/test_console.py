"""The console is a public contract: commands in, one JSON object a line out."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

STATES = {"good", "at_limit", "overdue", "expired", "blocked", "suspended", "card_lost", "rare_name", "other_hall"}
REFUSED = {
    "at_limit": {"L-08"},
    "overdue": {"L-07"},
    "expired": {"L-03"},
    "blocked": {"L-04"},
    "suspended": {"L-05"},
    "card_lost": {"L-01"},
}


def test_the_demo_has_three_of_everything(made: dict[str, Any]) -> None:
    members, copies = (Counter(x["state"] for x in made[kind]) for kind in ("members", "copies"))
    assert all(members[state] >= 3 for state in STATES), members
    assert all(copies[state] >= 3 for state in ("here", "on_loan", "held", "lost")), copies
    assert {s["role"] for s in made["staff"]} >= {"librarian", "volunteer", "technician"}
    assert made["pin"] and made["seconds"] < 60


def test_borrow_undo_finish_return(demo: Any) -> None:
    card, copies = demo.member("good"), [demo.copy(n=n) for n in range(2)]
    commands = [f"scan {card}", f"scan {copies[0]}", f"scan {copies[1]}", "tap undo", "tap finish", f"scan {copies[0]}"]
    answers = demo.play(*commands)
    assert [a["n"] for a in answers] == [1, 2, 3, 4, 5, 6]
    assert [a["screen"] for a in answers] == ["Basket"] * 4 + ["Attract", "Returned"]
    facts = [a["facts"] for a in answers]
    assert facts == [[], ["BookBorrowed"], ["BookBorrowed"], ["BorrowUndone"], [], ["BookReturned"]]
    assert all(a["ms"] >= 0 and a["reasons"] == [] for a in answers[:4])
    assert demo.kiosk("check", "--json").returncode == 0


def test_book_then_card(demo: Any) -> None:
    answers = demo.play(f"scan {demo.copy()}", f"scan {demo.member('good')}")
    assert [a["screen"] for a in answers] == ["Basket", "Basket"] and answers[1]["facts"] == ["BookBorrowed"]


@pytest.mark.parametrize("state", sorted(REFUSED))
def test_each_state_is_refused_with_its_reasons(demo: Any, state: str) -> None:
    for n in range(3):
        answers = demo.play(f"scan {demo.member(state, n)}", f"scan {demo.copy()}")
        refused = next(a for a in reversed(answers) if a["screen"] == "Refusal")
        assert REFUSED[state] <= set(refused["reasons"]), refused
        for language in ("zh_CN", "en"):
            said = refused["says"][language]
            assert [s["code"] for s in said] == refused["reasons"]
            assert all(s["text"] and s["facts"] and s["next"] and "{" not in s["facts"] for s in said)
        assert all(a["facts"] == [] for a in answers)


def test_held_and_lost_copies(demo: Any) -> None:
    answers = demo.play(f"scan {demo.member('good')}", f"scan {demo.copy('held')}", f"scan {demo.copy('lost')}")
    assert answers[1]["reasons"] == ["L-11"] and answers[2]["facts"] == ["CopyFound", "BookBorrowed"]


def test_lines_that_cannot_be_read_end_nothing(demo: Any) -> None:
    lines = [
        "fly",
        "tap nothing",
        "tap undo {",
        "tick soon",
        "tick -1",
        "tick 1e300",
        "",
        "# a remark",
        "screen",
        "scan",
    ]
    answers = demo.play(*lines)
    assert ["error" in a for a in answers] == [True] * 6 + [False] * 2
    assert answers[-2]["screen"] == "Attract" and answers[-1]["reasons"] == ["K-01"]


def test_time_moves_only_by_tick(demo: Any) -> None:
    card = demo.member("good")
    answers = demo.play(f"scan {card}", "tick 61", "tap stay", "tick 61", "tick 15", now="2027-03-01T10:00:00+08:00")
    assert [a["screen"] for a in answers] == ["Basket", "IdleWarning", "Basket", "IdleWarning", "Attract"]
    assert answers[1]["fields"] == {"left_s": 14}


def test_replay_plays_a_session_again(demo: Any, tmp_path: Path) -> None:
    session = tmp_path / "session.txt"
    session.write_text(f"# a morning\nscan {demo.member('good')}\nscan {demo.copy()}\ntap undo\n", "utf-8")
    answers = [json.loads(line) for line in demo.kiosk("replay", str(session)).stdout.splitlines()]
    assert [a["facts"] for a in answers] == [[], ["BookBorrowed"], ["BorrowUndone"]]


def test_a_second_program_is_refused_by_name(demo: Any) -> None:
    from kiosk.storage.lock import FolderLock

    with FolderLock(demo.folder):
        done = demo.kiosk("console", given="screen\n")
    assert done.returncode == 1 and "process" in done.stderr


def test_log_and_files_name_nobody(demo: Any) -> None:
    lines = [f"scan {demo.member(s)}" for s in ("good", "rare_name", "overdue")] + [f"scan {demo.copy()}", "tap record"]
    demo.play(*lines, "scan 张小三 13800001234")
    card = demo.member("good")
    for file in (f for f in demo.folder.rglob("*") if f.is_file()):
        content = file.read_bytes().decode("utf-8", errors="replace")
        assert card[:40] not in content and "13800001234" not in content and "张小三" not in content
        assert demo.made["pin"] not in content or file.name == "kiosk.db"
    log = (demo.folder / "log" / "kiosk.log").read_text("utf-8")
    assert not any("\u4e00" <= c <= "\u9fff" for c in log) and '"screen": "Record"' in log
