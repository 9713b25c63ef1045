"""kiosk cases: a librarian reads the story, decides and changes their mind, at a kiosk or at the hub."""

import json
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from cities import City, Kiosk
from commands import kiosk as command
from halls import KEY, copy

from kiosk.domain.facts import StaffAdded
from kiosk.domain.staff import Staff
from kiosk.hub.database import in_file


class Scene:
    """A kiosk in a folder and its hub in another, with one copy that two people have."""

    def __init__(self, folder: Path) -> None:
        self.home, self.hub = folder / "kiosk", folder / "hub"
        for place in (self.home, self.hub):
            place.mkdir()
            place.with_name(f"{place.name}.key").write_text(KEY)
        self.city = City(self.hub, in_file(self.hub / "hub.db", KEY))
        self.first, self.second = self.city.add("first", path=self.home / "kiosk.db"), self.city.add("second")
        self.first.begin()
        for number, role in (("S1", "librarian"), ("S2", "technician")):
            self.first.tell(StaffAdded(Staff(int(number[1]), number, "王芳", role, 1, 1, date(2030, 1, 1))))  # type: ignore[arg-type]
        self.city.sync()
        for kiosk, who in ((self.first, "zhang"), (self.second, "li")):
            self.city.pass_by(60)
            kiosk.lend(copy("hlm"), who)
        self.city.pass_by(60)
        self.city.sync()

    def __call__(self, *arguments: str, at_hub: bool = False) -> CompletedProcess[str]:
        where = ("--hub", str(self.hub)) if at_hub else ("--data", str(self.home))
        return command("cases", *arguments, *where)

    def row(self, *arguments: str, at_hub: bool = False) -> dict[str, Any]:
        done = self(*arguments, "--json", at_hub=at_hub)
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout))


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_the_story_is_told_with_places_times_and_masked_names(scene: Scene) -> None:
    listed = scene.row("list")
    assert listed["open"] == 1 and list(listed["weeks"].values())[-1] == 1
    (case,) = listed["cases"]
    told = scene("show", case["key"]).stdout
    for part in ("红楼梦", "借给了两个人", "临江市工人文化宫", "2026-11-21 12:01", "张*三", "李*", "＊later_has_it"):
        assert part in told, part
    at_hub = scene("show", case["key"], at_hub=True).stdout
    assert "红楼梦" in at_hub and "张" not in at_hub and "···0000" in at_hub


@pytest.mark.parametrize("at_hub", [False, True])
def test_it_is_decided_and_opened_again(scene: Scene, at_hub: bool) -> None:
    (case,) = scene.row("list", at_hub=at_hub)["cases"]
    settled = scene.row("settle", case["key"], "on_shelf", "--staff", "S1", "--note", "在架上", at_hub=at_hub)
    assert (settled["state"], settled["answer"], settled["decided_by"]) == ("settled", "on_shelf", "S1")
    scene.city.sync()
    assert not returned(scene.second)["on_loan"]
    assert scene.row("list", at_hub=at_hub)["open"] == 0
    assert "书在架上" in scene("show", case["key"], at_hub=at_hub).stdout
    scene.row("reopen", case["key"], "--staff", "S1", at_hub=at_hub)
    scene.city.sync()
    assert returned(scene.second)["on_loan"]


def returned(kiosk: Kiosk) -> dict[str, Any]:
    (on_loan,) = kiosk.db.execute("select on_loan from copies where copy = ?", (copy("hlm"),)).fetchone()
    return {"on_loan": bool(on_loan)}


def test_two_numbers_become_one_and_two_again(scene: Scene) -> None:
    preview = scene.row("merge", "100000", "100002", "--staff", "S1", "--preview")
    assert preview == {"merged": False, "loans": 0, "holds": 0, "seats": 0}
    assert scene.row("merge", "100000", "100002", "--staff", "S1")["merged"]
    assert "W-05" in scene("merge", "100000", "100002", "--staff", "S1").stderr
    assert "C-16" in scene("part", "100000", "--staff", "S2").stderr
    assert scene.row("part", "100000", "--staff", "S1") == {"parted": True}


def test_everything_that_is_wrong_is_told(scene: Scene) -> None:
    (case,) = scene.row("list")["cases"]
    wrong = scene("settle", case["key"], "burn_it", "--staff", "S2", "--note", "长" * 300)
    assert wrong.returncode == 1
    assert [code in wrong.stderr for code in ("W-04", "S-16", "S-01")] == [True] * 3
    assert "W-01" in scene("show", "no-such-case").stderr
    assert "W-03" in scene("reopen", case["key"], "--staff", "S1").stderr
    assert scene("list", at_hub=True).returncode == 0
    assert command("cases", "list", "--hub", "/nowhere").returncode == 3
