"""The bridge: what it tells QML after scans, taps and ticks, and what it forgets when a visit ends."""

from collections.abc import Iterator
from typing import Any

import pytest
from looking import texts
from msgspec.structs import replace
from PySide6.QtCore import QMetaObject, QObject, Qt
from PySide6.QtTest import QTest

from kiosk.visit.screens import Attract, Basket, Frame, Home, PinEntry, Refusal, Screen
from kiosk.words import read
from ui.app import Stage
from ui.bridge import POLL_MS, Bridge
from ui.samples import GUEST, SAMPLES
from ui.samples.hall import MEMBER
from ui.samples.lending import FULL, LENT
from ui.shots import PORTRAIT, settle
from ui.to_qml import to_qml


class Scripted:
    """A visit that shows what the test says."""

    def __init__(self, screen: Screen, frame: Frame = GUEST) -> None:
        self.screen, self.shown = screen, frame
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.next: Screen = screen

    def scan(self, text: str) -> Screen:
        return self.tap("scan", {"text": text})

    def tap(self, action: str, arguments: dict[str, Any]) -> Screen:
        self.asked.append((action, arguments))
        self.screen = self.next
        care = arguments["on"] if action == "care" else self.shown.care and not isinstance(self.screen, Attract)
        self.shown = replace(self.shown, care=care)
        return self.screen

    def tick(self) -> Screen:
        return self.tap("tick", {})

    def poll(self) -> Screen:
        return self.tap("poll", {})

    def frame(self) -> Frame:
        return self.shown


@pytest.fixture
def visit() -> Scripted:
    return Scripted(Attract())


@pytest.fixture
def bridge(visit: Scripted) -> Bridge:
    return Bridge(visit, read)


def test_no_object_that_qml_sees_grows_methods_of_its_own(bridge: Bridge) -> None:
    """A method that is connected without being a slot is added to that one object; the engine would take the next
    object at the same place for this one, and read nothing from it."""
    known = type(bridge).staticMetaObject
    beside = [getattr(bridge, str(known.property(n).name())) for n in range(known.propertyCount())]
    for seen in (bridge, *(one for one in beside if isinstance(one, QObject))):
        assert seen.metaObject().methodCount() == type(seen).staticMetaObject.methodCount(), type(seen).__name__


@pytest.fixture
def stage(bridge: Bridge) -> Iterator[Stage]:
    made = Stage(bridge, size=PORTRAIT, still=True)
    made.window.show()
    settle()
    yield made
    made.close()


def basket(count: int) -> Basket:
    return Basket(LENT[-count:], (), (), 5, 5 - count, LENT[-count].loan)


def test_every_slot_is_one_tap(bridge: Bridge, visit: Scripted) -> None:
    bare = "finish record basket wake stay back renew_all no_card practice help receipt go_on".split()
    for slot in ({"renew_all": "renewAll", "no_card": "noCard", "go_on": "goOn"}.get(name, name) for name in bare):
        assert QMetaObject.invokeMethod(bridge, slot, Qt.ConnectionType.DirectConnection)
    bridge.undo("a")
    bridge.renew("b")
    bridge.giveBack("c")
    bridge.enter("42")
    bridge.scan("123")
    named = [("undo", {"loan": "a"}), ("renew", {"loan": "b"}), ("give_back", {"loan": "c"})]
    assert visit.asked == [*((name, {}) for name in bare), *named, ("enter", {"text": "42"}), ("scan", {"text": "123"})]


def test_every_scan_is_answered_even_if_nothing_changes(bridge: Bridge, visit: Scripted) -> None:
    heard: list[str] = []
    bridge.answered.connect(heard.append)
    for screen in (basket(1), basket(1), Refusal("borrow", (FULL,)), Refusal("borrow", (FULL,))):
        visit.next = screen
        bridge.scan("1")
    assert heard == ["done", "heard", "refused", "refused"]


def test_the_same_page_is_told_new_fields_and_not_made_anew(bridge: Bridge, visit: Scripted, stage: Stage) -> None:
    visit.shown, visit.next = MEMBER, basket(1)
    bridge.scan("1")
    settle()
    page = stage.page()
    assert page.property("rows")[0]["loan"] == LENT[-1].loan
    visit.next = basket(2)
    bridge.scan("2")
    settle()
    assert stage.page() is page
    assert page.property("mayTake") == 3
    assert any(text.text == LENT[-2].book.title for text in texts(stage))
    visit.next = Refusal("borrow", (FULL,))
    bridge.scan("3")
    settle()
    assert stage.page() is not page


def test_language_changes_what_is_shown_at_once(bridge: Bridge, visit: Scripted, stage: Stage) -> None:
    visit.next = Refusal("borrow", (FULL,))
    bridge.scan("1")
    settle()
    assert {"借满了", "请扫会员码"} & {text.text for text in texts(stage)} == {"借满了"}
    bridge.switchLanguage()
    settle()
    assert "You have reached your limit" in {text.text for text in texts(stage)}
    assert not any("借满了" in text.text for text in texts(stage))


def test_the_end_of_a_visit_forgets_what_the_member_chose(bridge: Bridge, visit: Scripted, stage: Stage) -> None:
    visit.next = Home()
    bridge.wake()
    bridge.toggleCare()
    bridge.choices.toggleNight()
    bridge.switchLanguage()
    bridge.aside.callStaff()
    assert (bridge.care, bridge.choices.night, bridge.language, bridge.aside.key) == (
        True,
        True,
        "en",
        "foot.call_notice",
    )
    visit.next = Attract()
    bridge.tick()
    settle()
    assert (bridge.care, bridge.choices.night, bridge.language, bridge.aside.key) == (False, False, "zh_CN", "")
    assert any("扫" in text.text for text in texts(stage))


def test_a_notice_is_shown_and_goes_by_itself_but_not_in_care_mode(
    bridge: Bridge, visit: Scripted, stage: Stage
) -> None:
    visit.next = Home()
    bridge.wake()
    bridge.aside.callStaff()
    settle()
    assert any("服务台" in text.text for text in texts(stage))
    for _ in range(60):
        bridge.tick()
    assert bridge.aside.key == ""
    bridge.toggleCare()
    bridge.aside.callStaff()
    for _ in range(60):
        bridge.tick()
    assert bridge.aside.key


def test_a_touch_keeps_a_visit_but_wakes_nobody(bridge: Bridge, visit: Scripted) -> None:
    bridge.felt()
    assert visit.asked == []
    visit.next = Home()
    bridge.wake()
    bridge.felt()
    assert visit.asked[-1] == ("stay", {})


def test_the_visit_is_polled_while_a_pin_is_checked_and_no_longer(bridge: Bridge, visit: Scripted) -> None:
    visit.next = PinEntry("no_card", "pin", checking=True)
    bridge.enter("4711")
    QTest.qWait(POLL_MS * 5)
    assert 1 < len(visit.asked) < 8
    assert all(asked == ("poll", {}) for asked in visit.asked[1:])
    visit.next = basket(1)
    QTest.qWait(POLL_MS * 3)
    assert bridge.page == "Basket"
    asked = len(visit.asked)
    QTest.qWait(POLL_MS * 3)
    assert len(visit.asked) == asked


def test_the_frame_is_told_only_when_it_changes(bridge: Bridge, visit: Scripted) -> None:
    told: list[int] = []
    bridge.frameChanged.connect(lambda: told.append(1))
    bridge.tick()
    assert told == []
    visit.shown = replace(GUEST, now="14:27")
    bridge.tick()
    assert told == [1]
    assert bridge.frame["now"] == "14:27"


@pytest.mark.parametrize("name", SAMPLES)
def test_screens_become_plain_values(name: str) -> None:
    def plain(value: Any) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and "_" not in key and plain(item) for key, item in value.items())
        return all(map(plain, value)) if isinstance(value, list) else isinstance(value, str | int | float | bool | None)

    for part in SAMPLES[name]:
        assert plain(to_qml(part, read("zh_CN")))
