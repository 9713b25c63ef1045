"""kiosk policy, closing, staff: set with a reason, previewed, taken back, and known to whoever asks later."""

import json
from typing import Any

from commands import DemoHall


def done(demo: DemoHall, *arguments: str) -> Any:
    ran = demo.kiosk(*arguments, "--staff", demo.staff("manager"), "--json")
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def listed(demo: DemoHall, *arguments: str) -> Any:
    return json.loads(demo.kiosk(*arguments, "--json").stdout)


def test_a_rule_is_previewed_set_and_taken_back(demo: DemoHall) -> None:
    change = ("policy", "set", "default", "loans_max=1", "--why", "trial")
    seen = done(demo, *change, "--preview")
    assert not seen["set"] and {m["what"] for m in seen["met"]} == {"members_over"} and seen["met"][0]["count"] > 0
    assert done(demo, *change)["met"] == seen["met"]
    latest, first = listed(demo, "policy", "history", "default")
    assert latest["actor"] == demo.staff("manager") and latest["changed"] == [
        {"field": "loans_max", "before": 5, "after": 1}
    ]
    assert done(demo, "policy", "back", first["version"], "--why", "mistake")["row"]["loans_max"] == 5
    assert [v["stands"] for v in listed(demo, "policy", "history", "default")] == [True, False, False]
    assert demo.kiosk("check").returncode == 0


def test_days_of_rest_are_set_and_dropped(demo: DemoHall) -> None:
    days = ("2099-12-01", "2099-12-03")
    assert len(done(demo, "closing", "add", *days, "--why", "检修")["days"]) == 3
    assert done(demo, "closing", "remove", "2099-12-02")["dropped"] == 1
    left = [day["day"] for day in listed(demo, "closing", "list")["days"]]
    assert left[-2:] == ["2099-12-01", "2099-12-03"]
    assert demo.kiosk("check").returncode == 0


def test_a_colleague_joins_loses_the_card_and_leaves(demo: DemoHall) -> None:
    first = done(demo, "staff", "add", "T9", "--name", "王小明", "--role", "volunteer", "--pin", "123456")
    done(demo, "staff", "lost", "T9")
    assert done(demo, "staff", "card", "T9")["card"] != first["card"]
    done(demo, "staff", "leave", "T9")
    (row,) = [row for row in listed(demo, "staff", "list") if row["number"] == "T9"]
    assert (row["name"], row["works"], row["lost"]) == ("王*明", False, False)
    assert demo.kiosk("check").returncode == 0
