"""下移: whatever can be pressed lies between 400 and 1,200 mm from the floor, on every page and in both shapes."""

import pytest
from looking import pressables
from PySide6.QtQml import QQmlApplicationEngine
from test_shots import overflows, overlaps, shown

from kiosk.devices.settings import HIGHEST_REACH_MM, LOWEST_REACH_MM, Panel, reach
from ui.shots import PANELS, Shot, low_shots, stage_for

WHOLE_PAGE = ("轻触屏幕，开始使用", "可以擦屏幕了", "正在建立，请稍等……")  # wherever it is touched


@pytest.mark.parametrize("shot", list(low_shots()), ids=lambda shot: shot.name)
def test_all_that_can_be_pressed_is_within_reach(shot: Shot, engine: QQmlApplicationEngine) -> None:
    stage, panel = stage_for(shot, engine), PANELS[shot.panel]
    try:
        seen = shown(stage)
        mm = panel.height_mm / stage.window.height()
        for item in pressables(stage):
            if item.pressable not in WHOLE_PAGE and not item.seen.isEmpty():
                assert panel.foot_mm + panel.height_mm - item.seen.top() * mm <= HIGHEST_REACH_MM + 1, item
                assert panel.foot_mm + panel.height_mm - item.seen.bottom() * mm >= LOWEST_REACH_MM - 1, item
        assert overflows(stage, seen) == []
        assert overlaps(seen) == []
    finally:
        stage.close()


@pytest.mark.parametrize(
    ("panel", "helps"),
    [
        (Panel(), False),  # nobody has measured
        (Panel(531, 600), False),  # all of it is within reach
        (Panel(531, 900), True),
        (Panel(299, 1150), False),  # too little is within reach for a page: doctor says so
        (Panel(1210, 250), True),
    ],
)
def test_the_button_is_there_where_it_helps(panel: Panel, helps: bool) -> None:
    assert (reach(panel) is not None) == helps
