"""Whoever runs the house: rules with their consequence, days of rest, colleagues, and all of it in the audit."""

from datetime import date, timedelta

import pytest
from duties import ENDS, on_duty
from halls import TODAY, TestHall

from kiosk.domain.staff import Staff
from kiosk.storage.sealed import engaging
from kiosk.visit.screens import Audit, ClosingDays, Colleagues, NoticeBoard, Rules


@pytest.fixture
def manager(hall: TestHall) -> TestHall:
    """Two books are out, and somebody else could let people in."""
    for card, book in (("zhang", "hlm"), ("zhang", "tg"), ("li", "food")):
        hall.scan(card)
        hall.scan(book)
        hall.tap("finish")
    hall.tell(*engaging(hall.db, Staff(8, "S008", "梁德康", "volunteer", 1, 1, ENDS)))
    on_duty(hall, "manager")
    return hall


def test_a_rule_is_filled_seen_and_set_with_a_reason(manager: TestHall) -> None:
    rules = manager.tap("rules", policy="default")
    assert isinstance(rules, Rules) and rules.rows[0].members == 3 and not rules.changed
    changed = manager.tap("rule_fill", field="loans_max", by=-4)
    assert [(c.field, c.before, c.after) for c in changed.changed] == [("loans_max", "5", "1")]
    assert {m.what: m.count for m in changed.met} == {"members_over": 1} and not manager.facts
    assert manager.tap("rule_fill", field="loans_max", by=-9).changed == changed.changed
    refused = manager.tap("rule_save", why="")
    assert [reason.code for reason in refused.reasons] == ["R-03"] and not manager.facts
    saved = manager.tap("rule_save", why="trial")
    assert saved.saved and saved.rows[0].loans_max == 1 and manager.visit.facts[0].actor == "S001"
    assert manager.store.differences() == {}


def test_an_earlier_version_is_taken_in_hand_and_set_again(manager: TestHall) -> None:
    manager.tap("rules", policy="default")
    manager.tap("rule_fill", field="loan_days", by=-7)
    manager.tap("rule_save", why="trial")
    latest, first = manager.tap("rules", history=True).versions
    assert (latest.stands, first.stands, latest.who, first.who) == (True, False, "周* S001", "")
    back = manager.tap("rule_back", version=first.version)
    assert [(c.before, c.after) for c in back.changed] == [("23", "30")] and not manager.facts
    assert [r.code for r in manager.tap("rule_save", why="other", said="  ").reasons] == ["R-03"]
    assert manager.tap("rule_save", why="other", said=" 试得不顺 ").saved
    assert manager.visit.facts[0].p.why_said == "试得不顺"
    assert [v.stands for v in manager.tap("rules", history=True).versions] == [True, False, False]


def test_a_draft_is_gone_with_whoever_wrote_it(manager: TestHall) -> None:
    manager.tap("rules", policy="default")
    manager.tap("rule_fill", field="loans_max", by=1)
    manager.tap("finish")
    on_duty(manager, "manager")
    assert manager.tap("rule_save", why="trial").chosen == "" and not manager.facts


def test_days_of_rest_say_what_they_meet(manager: TestHall) -> None:
    due = TODAY + timedelta(days=30)  # a Monday, so the books are due on the Tuesday
    days = manager.tap("closing", first=str(due + timedelta(days=1)), why="检修")
    assert isinstance(days, ClosingDays) and (days.due, days.due_next) == (3, due + timedelta(days=2))
    longer = manager.tap("closing", first=str(days.first), last=str(days.last), later=-1, longer=40)
    assert (longer.first, (longer.last - longer.first).days) == (due, 30)
    assert [r.code for r in manager.tap("close_days", first=str(due), last=str(due)).reasons] == ["R-06"]
    closed = manager.tap("close_days", first=str(due), last=str(due + timedelta(days=2)), why="检修")
    assert closed.saved and [(d.first, d.last) for d in closed.days] == [(due, due + timedelta(days=2))]
    assert manager.facts == ["SpecialDaySet"] * 3
    manager.tap("open_days", first=str(due), last=str(due + timedelta(days=2)))
    assert manager.facts == ["SpecialDayDropped"] * 3 and manager.visit.screen.days == ()
    assert manager.tap("weekly_rest", day="2", why="trial").weekly == "12"
    assert manager.tap("closing", first="nonsense").first == TODAY + timedelta(days=1)
    assert manager.store.differences() == {}


def test_a_card_is_stopped_and_the_last_manager_stays(manager: TestHall) -> None:
    people = manager.tap("colleagues", number="S008")
    assert isinstance(people, Colleagues) and people.chosen and people.chosen.name == "梁*康"
    assert manager.tap("staff_lost", number="S008").chosen.lost
    assert not manager.tap("staff_left", number="S008").chosen.works and manager.facts == ["StaffLeft"]
    assert [r.code for r in manager.tap("staff_left", number="S001").reasons] == ["R-15"]
    assert manager.tap("staff_left", number="nobody").chosen is None and not manager.facts
    assert manager.store.differences() == {}


def test_all_of_it_is_in_the_audit(manager: TestHall) -> None:
    manager.tap("rules", policy="default")
    manager.tap("rule_fill", field="loans_max", by=1)
    manager.tap("rule_save", why="asked_for")
    manager.tap("staff_lost", number="S008")
    audit = manager.tap("audit")
    assert isinstance(audit, Audit) and [deed.kind for deed in audit.deeds] == ["StaffCardLost", "PolicySet"]
    one = manager.tap("audit", fact=audit.deeds[1].fact)
    assert one.chosen.why == "asked_for" and [(c.field, c.before, c.after) for c in one.changed] == [
        ("loans_max", "5", "6")
    ]
    assert manager.tap("audit", who="S008").deeds == () and not manager.facts
    assert date.fromisoformat(str(one.chosen.on)) == TODAY


def test_a_notice_is_a_draft_until_it_fits(manager: TestHall) -> None:
    board = manager.tap("notices")
    assert isinstance(board, NoticeBoard) and board.lacks == ("title", "text")
    refused = manager.tap("notice_post")
    assert [r.code for r in refused.reasons] == ["R-08", "R-09"] and not manager.facts
    assert manager.tap("notice_say", field="title", text="题" * 99).titled == "题" * 16
    moved = manager.tap("notice_move", field="from_on", by=3)
    assert (moved.from_on, moved.until_on) == (TODAY + timedelta(days=3), TODAY + timedelta(days=10))
    assert manager.tap("notice_move", field="until_on", by=-99).until_on == moved.from_on
    manager.tap("notice_say", field="text", text="周三停电")
    posted = manager.tap("notice_post")
    assert posted.saved and not posted.rows[0].hangs and posted.titled == "" and manager.visit.facts[0].actor == "S001"
    assert manager.tap("notice_down", notice=posted.rows[0].notice).rows == ()
    assert manager.tap("notice_down", notice="nothing").rows == () and not manager.facts
    assert manager.store.differences() == {}
