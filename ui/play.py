"""Plays a scripted visit through the real window, with a picture after every step."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from kiosk.words import Words
from ui.app import Stage, application
from ui.bridge import Bridge
from ui.shots import PORTRAIT, grab, settle
from ui.visiting import Visit

Scan = tuple[str, str]  # "scan", text
Tap = tuple[str, str, dict[str, Any]]  # "tap", action, arguments
Tick = tuple[str, float]  # "tick", seconds
SLOTS = {
    "renew_all": "renewAll",
    "give_back": "giveBack",
    "no_card": "noCard",
    "go_on": "goOn",
    "finder": "finder.open",
    "find": "finder.find",
    "programme": "lessons.programme",
}


def play(
    visit: Visit,
    read_words: Callable[[str], Words],
    steps: Sequence[Scan | Tap | Tick],
    out: Path,
    *,
    pass_by: Callable[[float], None] = lambda seconds: None,
) -> list[Path]:
    """`pass_by` moves the visit's clock, where it can be moved."""
    app = application()
    bridge = Bridge(visit, read_words)
    stage = Stage(bridge, size=PORTRAIT, still=True)
    stage.window.show()
    out.mkdir(parents=True, exist_ok=True)
    taken = [picture(stage, out, 0, "start")]
    for number, step in enumerate(steps, start=1):
        perform(bridge, step, pass_by)
        taken.append(picture(stage, out, number, str(step[0])))
    stage.close()
    app.processEvents()
    return taken


def perform(bridge: Bridge, step: Scan | Tap | Tick, pass_by: Callable[[float], None]) -> None:
    match step:
        case ("scan", str(text)):
            bridge.scan(text)
        case ("tap", str(action), dict(arguments)):
            attrgetter(SLOTS.get(action, action))(bridge)(*arguments.values())
        case ("tick", seconds):
            pass_by(float(seconds))
            bridge.tick()
        case _:
            raise ValueError(f"no such step: {step}")


def picture(stage: Stage, out: Path, number: int, name: str) -> Path:
    settle()
    return grab(stage, out / f"{number:02}-{name}-{stage.bridge.page}.png")
