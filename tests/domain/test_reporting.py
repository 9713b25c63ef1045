"""Spans, small groups and what is usual: rules of every report."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from kiosk.domain.reporting import (
    GROUP_LEAST,
    SPAN_KINDS,
    Figures,
    Group,
    Span,
    age_band,
    beside,
    by_size,
    corrections,
    days_of,
    in_order,
    span_named,
    span_of,
    usual,
)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026-11-21", date(2026, 11, 21), date(2026, 11, 21)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_span_has_a_name_and_the_name_a_span(name: str, first: date, last: date) -> None:
    span = span_named(name)
    assert span and (span.first, span.last, span.name) == (first, last, name)
    assert beside(beside(span, 1), -1) == span


@pytest.mark.parametrize("name", ["", "2026-13", "2026-Q5", "2026-Q0", "2026-02-30", "soon", "2026-Q", "0"])
def test_what_is_no_span_is_none(name: str) -> None:
    assert span_named(name) is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(SPAN_KINDS))
def test_spans_follow_each_other_without_a_gap(day: date, kind: str) -> None:
    span = span_of(kind, day)  # type: ignore[arg-type]
    assert day in days_of(span)
    assert beside(span, 1).first - span.last == timedelta(days=1) == span.first - beside(span, -1).last


sizes = st.lists(st.integers(0, 30), max_size=12)


@given(sizes)
def test_no_small_group_is_seen_and_none_can_be_reckoned(people: list[int]) -> None:
    groups = [Group((str(n),), count * 3, count) for n, count in enumerate(people)]
    for merged in (by_size(groups), in_order(groups)):
        assert sum(g.people for g in merged) == sum(people)
        assert sum(g.count for g in merged) == 3 * sum(people)
        small = [g for g in merged if g.people < GROUP_LEAST]
        assert not small or len(merged) == 1, "only where all of them together are that few"


def test_bands_keep_their_order_and_the_rest_of_units_comes_last() -> None:
    bands = in_order([Group(("0",), 9, 3), Group(("14",), 40, 20), Group(("35",), 20, 10), Group(("60",), 4, 1)])
    assert [g.names for g in bands] == [("0", "14"), ("35", "60")]
    units = by_size([Group(("a",), 9, 6), Group(("b",), 50, 9), Group(("c",), 4, 3), Group(("d",), 4, 1)])
    assert [(g.names, g.people) for g in units] == [(("b",), 9), (("a", "c", "d"), 10)]


@pytest.mark.parametrize(("born", "band"), [(2020, "0"), (2012, "14"), (1991, "35"), (1900, "60"), (None, "unknown")])
def test_age_bands(born: int | None, band: str) -> None:
    assert age_band(born, 2026) == band


def test_usual_is_the_median_of_the_same_weekday_and_silent_where_little_is_known() -> None:
    day = date(2026, 11, 21)
    seen = {day - timedelta(days=7 * n): n * 10 for n in range(1, 9)}
    assert usual(day, seen, lambda _: True) == 45
    assert usual(day, seen, lambda d: d > date(2026, 11, 1)) is None


def test_corrections_name_only_what_has_changed() -> None:
    changed = corrections(Figures({"loans": 3, "visits": 2}), Figures({"loans": 4, "visits": 2, "guests": 1}))
    assert [(c.name, c.was, c.now) for c in changed] == [("guests", 0, 1), ("loans", 3, 4)]


def test_a_day_is_a_span() -> None:
    assert span_of("day", date(2026, 11, 21)) == Span("day", date(2026, 11, 21), date(2026, 11, 21))
