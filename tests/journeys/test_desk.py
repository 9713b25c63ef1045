"""Staff at the kiosk: the hold shelf as it should stand."""

import pytest
from duties import on_duty
from halls import TestHall

from kiosk.domain.staff import Role
from kiosk.visit.screens import Answers, Desk, HoldShelf, Home


@pytest.fixture
def kept(hall: TestHall) -> TestHall:
    """A book that came back and is kept for 张小三."""
    hall.scan("li")
    hall.scan("hlm")
    hall.tap("finish")
    hall.scan("zhang")
    hall.tap("place_hold", title="1")
    hall.tap("finish")
    hall.scan("hlm")
    hall.tap("finish")
    return hall


def test_what_is_kept_for_whom(kept: TestHall) -> None:
    assert isinstance(on_duty(kept, "volunteer"), Desk)
    screen = kept.tap("hold_shelf")
    assert isinstance(screen, HoldShelf) and (screen.kept, screen.to_put_back) == (1, 0)
    (row,) = screen.rows
    assert (row.book.title, row.name, row.number_tail) == ("红楼梦", "张*三", "0000")
    assert isinstance(kept.tap("back"), Desk)


def test_staff_end_it_and_the_member_is_told(kept: TestHall) -> None:
    on_duty(kept, "librarian")
    (row,) = kept.tap("hold_shelf").rows
    assert kept.tap("cancel_kept", hold=row.hold).rows == ()
    assert kept.facts[0] == "HoldCancelled" and kept.visit.facts[0].actor == "S001"
    assert kept.tap("cancel_kept", hold=row.hold).rows == () and not kept.facts
    kept.tap("finish")
    told = kept.scan("zhang")
    assert isinstance(told, Answers) and [item.kind for item in told.items] == ["hold_cancelled_by_staff"]
    assert kept.store.differences() == {}


def test_what_nobody_fetched_goes_back(kept: TestHall) -> None:
    kept.pass_days(10)
    kept.tick(61)
    on_duty(kept, "librarian")
    screen = kept.tap("hold_shelf", over=True)
    assert screen.over and screen.kept == 0


@pytest.mark.parametrize("role", ["technician", "organiser", "city"])
def test_it_is_not_there_for_other_roles(kept: TestHall, role: Role) -> None:
    on_duty(kept, role)
    assert isinstance(kept.tap("hold_shelf"), Desk)


def test_it_is_not_there_for_members(kept: TestHall) -> None:
    kept.scan("li")
    assert isinstance(kept.tap("hold_shelf"), Home)
    assert isinstance(kept.tap("cancel_kept", hold="x"), Home) and not kept.facts
