"""Numbers of copies: without a gap, never twice, and kept whatever happens to the paper."""

from pathlib import Path

from halls import TestHall
from hypothesis import given, settings, strategies as st

from kiosk.domain.books import Copy, NumberBlock
from kiosk.domain.codes import SERIAL_MAX, copy_number
from kiosk.domain.facts import CopyAdded, CopyNumbersReserved
from kiosk.domain.refusals import Refused
from kiosk.storage.numbers import blocks, next_serial, reserve
from kiosk.storage.stock import added_since, numbered, of_title, places

SIX_BOOKS = 6


def taken(hall: TestHall, count: int) -> range:
    block = reserve(hall.store, count, hall.clock.now())
    assert isinstance(block, NumberBlock)
    return range(block.first, block.first + block.count)


@given(st.lists(st.one_of(st.integers(1, 900), st.none()), max_size=12))
@settings(max_examples=60)
def test_every_number_comes_once_and_none_is_left_out(steps: list[int | None]) -> None:
    """A number is a block's, or a copy's that was added without a label."""
    hall, given_out = TestHall(), list(range(1, SIX_BOOKS + 1))
    for count in steps:
        if count is None:
            serial = next_serial(hall.db, 1)
            hall.tell(CopyAdded(Copy(copy_number(1, serial), 1, 1, 1)))
            given_out.append(serial)
        else:
            given_out.extend(taken(hall, count))
    assert given_out == list(range(1, len(given_out) + 1))
    assert next_serial(hall.db, 1) == len(given_out) + 1
    assert hall.store.differences() == {}
    hall.store.close()


def test_a_copy_that_takes_its_reserved_number_moves_nothing(hall: TestHall) -> None:
    block = taken(hall, 20)
    hall.tell(CopyAdded(Copy(copy_number(1, block[3]), 1, 1, 1)))
    assert next_serial(hall.db, 1) == block[-1] + 1


def test_other_halls_and_other_numbers_do_not_count(hall: TestHall) -> None:
    hall.tell(
        CopyAdded(Copy(copy_number(2, 500), 1, 2, 1)),
        CopyAdded(Copy("2000199", 1, 1, 1)),
        CopyAdded(Copy("20001999999999999", 1, 1, 1)),
        CopyNumbersReserved(2, 501, 10),
    )
    assert next_serial(hall.db, 1) == SIX_BOOKS + 1 and next_serial(hall.db, 2) == 511
    assert next_serial(hall.db, 3) == 1


def test_what_was_reserved_outlives_the_program(tmp_path: Path) -> None:
    hall = TestHall(tmp_path / "kiosk.db")
    block = taken(hall, 30)
    hall.store.close()
    from halls import KEY

    from kiosk.storage.database import opened

    again = opened(tmp_path / "kiosk.db", KEY)
    assert next_serial(again, 1) == block[-1] + 1
    assert [(b.first, b.count) for b in blocks(again, 1, 1, SERIAL_MAX)] == [(block[0], 30)]
    again.close()


def test_the_last_number_can_be_given_out_and_none_after_it(hall: TestHall) -> None:
    hall.tell(CopyNumbersReserved(1, SIX_BOOKS + 1, SERIAL_MAX - SIX_BOOKS - 3))
    refused = reserve(hall.store, 4, hall.clock.now())
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == "Z-05" and refused.reasons[0].values == {"asked": 4, "left": 3}
    assert taken(hall, 3)[-1] == SERIAL_MAX
    assert isinstance(reserve(hall.store, 1, hall.clock.now()), Refused)


def test_blocks_that_reach_into_a_range(hall: TestHall) -> None:
    first, second = taken(hall, 10), taken(hall, 10)
    assert [b.first for b in blocks(hall.db, 1, first[-1], second[0])] == [first[0], second[0]]
    assert blocks(hall.db, 1, second[-1] + 1, SERIAL_MAX) == () and blocks(hall.db, 1, 1, first[0] - 1) == ()


def test_stock_by_number_title_and_day(hall: TestHall) -> None:
    hall.tell(CopyAdded(Copy(copy_number(1, 7), 1, 1, 1, shelf="一楼 · A 架 1 列 2 层")))
    assert [c.copy for c, _ in numbered(hall.db, 1, 5, 7)] == [copy_number(1, n) for n in (5, 6, 7)]
    assert [t.name for _, t in of_title(hall.db, 1)] == ["红楼梦", "红楼梦"]
    assert places(hall.db, 1) == ("一楼 · A 架 1 列 2 层",)
    hall.pass_days(2)
    now = hall.clock.now().at
    hall.tell(CopyAdded(Copy(copy_number(1, 8), 2, 1, 1)))
    assert [c.copy for c, _ in added_since(hall.db, 1, now)] == [copy_number(1, 8)]
