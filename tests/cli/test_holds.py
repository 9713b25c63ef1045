"""kiosk holds: listed masked, let go when over, ended by staff; the demo has holds of every kind."""

import json
from collections import Counter
from typing import Any

import pytest
from commands import DemoHall


def listed(demo: DemoHall, *options: str) -> list[dict[str, Any]]:
    return list(json.loads(demo.kiosk("holds", *options, "--json").stdout))


def test_the_demo_has_holds_of_every_kind(demo: DemoHall) -> None:
    states = Counter(row["state"] for row in listed(demo))
    assert states["waiting"] >= 3 and states["ready"] >= 3 and states["suspended"] >= 2
    expired = listed(demo, "--expired")
    assert len(expired) == 2 and {row["state"] for row in expired} == {"expired"}
    assert all("*" in row["name"] and len(row["number_tail"]) == 4 for row in listed(demo))
    assert {"临江市工人文化宫", "江北区职工书屋"} <= {row["pickup_hall"] for row in listed(demo)}


def test_nothing_is_over_in_a_fresh_demo_and_everything_is_later(demo: DemoHall) -> None:
    done = json.loads(demo.kiosk("holds", "expire", "--json").stdout)
    assert done == {"expired": 0, "requeued": 0, "readied": 0}
    ready = sum(row["state"] == "ready" for row in listed(demo))
    answers = demo.play("tick 864000", "tick 100", "tick 100")
    facts = Counter(fact for answer in answers for fact in answer["facts"])
    assert facts["HoldExpired"] == ready and not any(fact.startswith("Hold") for fact in answers[-1]["facts"])
    assert len(listed(demo, "--expired")) == ready + 2


def test_staff_end_a_hold_and_the_member_is_told(demo: DemoHall) -> None:
    hold = next(row for row in listed(demo) if row["state"] == "waiting")
    number = {s["role"]: s["number"] for s in demo.made["staff"]}
    done = demo.kiosk("holds", "cancel", hold["hold"], "--staff", number["librarian"], "--json")
    assert done.returncode == 0 and json.loads(done.stdout)["ok"]
    assert hold["hold"] not in {row["hold"] for row in listed(demo)}
    card = demo.kiosk("code", "member", "10" + hold["number_tail"]).stdout.strip()
    (answer,) = demo.play(f"scan {card}")
    assert answer["screen"] == "Answers"
    assert [item["kind"] for item in answer["fields"]["items"]] == ["hold_cancelled_by_staff"]


@pytest.mark.parametrize("role", ["technician", "city"])
def test_everything_that_is_wrong_is_told(demo: DemoHall, role: str) -> None:
    number = next(s["number"] for s in demo.made["staff"] if s["role"] == role)
    done = demo.kiosk("holds", "cancel", "no-such-hold", "--staff", number)
    assert done.returncode == 1 and len(done.stderr.strip().splitlines()) == 2


def test_a_hold_is_placed_through_the_console(demo: DemoHall) -> None:
    """A title of which every copy is out is what people wait for."""
    waited_for = next(row for row in listed(demo) if row["state"] == "waiting")
    lent = demo.copy("on_loan")
    assert waited_for["copy"] is None
    answers = demo.play(
        f"scan {demo.member('good')}", "tap place_hold", 'tap place_hold {"title": "x"}', f"scan {lent}"
    )
    assert [answer["reasons"] for answer in answers[1:3]] == [["H-08"], ["H-08"]]
    assert answers[1]["says"]["zh_CN"][0]["text"] and answers[1]["says"]["en"][0]["text"]
