"""kiosk member: a whole life at the command line, each time with who and why, and never for whoever may not."""

import json
from typing import Any

from commands import DemoHall


def told(demo: DemoHall, *arguments: str, code: int = 0) -> dict[str, Any]:
    done = demo.kiosk("member", *arguments, "--staff", demo.staff("librarian"), "--json")
    assert done.returncode == code, done.stderr
    return dict(json.loads(done.stdout))


def test_somebody_joins_is_stopped_and_gets_a_new_card(demo: DemoHall) -> None:
    made = told(demo, "add", "--name", "钱多多", "--phone", "13800001234", "--unit", "造船厂")
    number = made["number"]
    assert (made["name"], made["state"], len(made["pin"])) == ("钱*多", "good", 6)
    again = told(demo, "add", "--name", "钱多多", "--born", "1066", code=1)
    assert [reason["code"] for reason in again["reasons"]] == ["G-03", "G-04"]
    assert told(demo, "find", "13800001234")["members"][0]["number"] == number
    blocked = told(demo, "block", number, "--why", "damaged", "--days", "7")
    assert (blocked["state"], blocked["facts"]) == ("stopped", ["MemberSuspended"])
    assert told(demo, "unblock", number, "--why", "settled")["state"] == "good"
    assert told(demo, "lost", number, "--why", "told")["state"] == "lost"
    assert [r["code"] for r in told(demo, "renew", number, "--why", "asked", code=1)["reasons"]] == ["L-01"]
    assert told(demo, "reissue", number, "--why", "lost")["state"] == "good"
    assert len(told(demo, "pin", number, "--why", "forgotten")["pin"]) == 6
    shown = told(demo, "show", number)
    assert (shown["loans"], shown["stops"], shown["unit"]) == ([], [], "造船厂")
    asked = told(demo, "tier", number, "--to", "model", "--why", "other", code=1)
    assert [reason["code"] for reason in asked["reasons"]] == ["G-05"]
    refused = demo.kiosk("member", "show", number, "--staff", demo.staff("technician"))
    assert refused.returncode == 1 and "造船厂" not in refused.stdout and demo.kiosk("check").returncode == 0
