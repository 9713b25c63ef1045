"""A new course is made at the window: twelve evenings over two holidays, few touches, by finger or by keys."""

from collections.abc import Iterator
from datetime import date

import pytest
from classrooms import Classroom
from colleagues import PIN, card_of
from halls import TestHall
from hands import Hands
from PySide6.QtTest import QTest

from kiosk.domain.facts import CourseSet, SessionSet, SpecialDaySet
from kiosk.domain.halls import SpecialDay

INPUTS_MAX = 12
WORDS_MS = 30  # until the words that letters may mean stand there
STOCKTAKE, REPAIRS = date(2027, 3, 10), date(2027, 4, 14)


class Organiser(Hands):
    """Signed in; counts what is touched from then on."""

    def __init__(self, hall: TestHall) -> None:
        super().__init__(hall)
        self.inputs = 0
        self.burst(card_of(hall, "organiser"))
        self.bridge.enter(PIN)
        self.wait_for("Desk")

    def tap(self, *names: str) -> None:
        self.touch(*names)
        self.inputs += len(names)

    @property
    def blanks(self) -> dict[str, object]:
        return dict(self.bridge.fields["said"])


@pytest.fixture
def organiser(hall: TestHall) -> Iterator[Organiser]:
    Classroom(hall).course("photo", title="摄影夜校", teacher="沈年", evenings=12)
    for day, why in ((STOCKTAKE, "盘点"), (REPAIRS, "检修")):
        hall.tell(SpecialDaySet(SpecialDay(f"1 {day}", 1, day, closed=True, why=why)))
    hall.visit.finish()
    made = Organiser(hall)
    yield made
    made.close()


def test_twelve_weeks_over_two_holidays_take_few_touches(organiser: Organiser) -> None:
    organiser.tap("课程", "新开一期", "摄影夜校")  # its twelve Saturdays
    organiser.tap("星期", "周三", "周六", "好了")
    assert {"盘点", "检修"} <= organiser.said
    organiser.tap("发布")
    assert organiser.inputs <= INPUTS_MAX
    facts = [fact.p for fact in organiser.hall.visit.facts]
    assert isinstance(facts[0], CourseSet) and sum(isinstance(p, SessionSet) for p in facts) == 12
    assert "《摄影夜校》开好了" in organiser.said
    organiser.tap("再开一期")
    assert organiser.blanks["title"] == ""


def test_words_are_typed_by_touch_or_by_keys_or_chosen(organiser: Organiser) -> None:
    organiser.tap("课程", "新开一期")
    assert not organiser.named("还差课名").enabled
    organiser.tap("课名", *"SHUFA")
    QTest.qWait(WORDS_MS)
    organiser.tap("书法")
    QTest.qWait(WORDS_MS)
    assert organiser.blanks["title"] == "书法"
    organiser.type("\b")
    assert organiser.blanks["title"] == "书"
    organiser.tap("123", "3", "好了", "老师", "沈年", "好了")
    assert (organiser.blanks["title"], organiser.blanks["teacher"]) == ("书3", "沈年")
    organiser.tap("种类", "每周一讲", "好了")
    assert organiser.blanks["kind"] == "lecture" and organiser.named("发布").enabled


def test_it_is_made_without_a_finger(organiser: Organiser) -> None:
    organiser.press("课程")
    organiser.press("新开一期")
    organiser.press("摄影夜校")
    organiser.press("发布")
    assert "《摄影夜校》开好了" in organiser.said
    organiser.press("返回")
    assert organiser.page == "Desk"
