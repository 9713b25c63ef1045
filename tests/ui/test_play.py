"""A scripted visit is played through the real window."""

from pathlib import Path

from kiosk.visit.screens import Attract
from kiosk.words import read
from ui.play import play
from ui.samples import GUEST, Standing


def test_every_step_leaves_a_picture(tmp_path: Path) -> None:
    passed: list[float] = []
    steps = [("scan", "2000100000012"), ("tap", "wake", {}), ("tap", "give_back", {"loan": "x"}), ("tick", 61.0)]
    taken = play(Standing(Attract(), GUEST), read, steps, tmp_path, pass_by=passed.append)
    assert [path.name for path in taken] == [
        "00-start-Attract.png",
        "01-scan-Attract.png",
        "02-tap-Attract.png",
        "03-tap-Attract.png",
        "04-tick-Attract.png",
    ]
    assert all(path.stat().st_size > 10_000 for path in taken)
    assert passed == [61.0]
