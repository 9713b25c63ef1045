"""kiosk overdue: listed masked, on paper with whole names that only their owner may read."""

import json
from pathlib import Path

from commands import DemoHall
from pdfs import text


def test_listed_and_on_paper(demo: DemoHall, tmp_path: Path) -> None:
    members = json.loads(demo.kiosk("overdue", "list", "--json").stdout)["members"]
    assert len(members) >= 3 and all("*" in one["name"] and one["books"] for one in members)
    dues = [one["books"][0]["due"] for one in members]
    assert dues == sorted(dues), "the longest late first"
    out = tmp_path / "slips.pdf"
    done = demo.kiosk("overdue", "slips", "--out", str(out), "--json")
    assert done.returncode == 0 and json.loads(done.stdout)["slips"] == len(members)
    assert out.stat().st_mode & 0o077 == 0 and members[0]["number"] in text(out) and "*" not in text(out)
