"""The demo: the same for the same seed, alive with a believable rhythm, and true to the rules."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.domain.facts import BookBorrowed, BookReturned
from kiosk.storage import cases
from kiosk.storage.check import check
from kiosk.storage.database import key_file, read_key
from kiosk.storage.moves import donor_named, of_batch
from kiosk.storage.stocktake import newest, report
from kiosk.storage.store import Store, open_store
from kiosk.upkeep.demo import Demo, Size, demo

TODAY = date(2026, 11, 21)
SIZE = Size(titles=800, members=200, days=365)
HALL_OFFSET = timedelta(hours=8)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Demo, Path]:
    folder = tmp_path_factory.mktemp("hall") / "data"
    return demo(folder, SIZE, TODAY), folder


@pytest.fixture(scope="module")
def store(made: tuple[Demo, Path]) -> Iterator[Store]:
    opened = open_store(made[1], read_key(key_file(made[1])))
    yield opened
    opened.close()


def told(found: Store) -> list[tuple[str, str, str]]:
    """What happened and when, without what chance must make: keys, seals, and the device's own name."""
    by_chance = {"MemberDetailsSet", "StaffDetailsSet", "CertificateIssued"}  # PINs are hashed with a salt
    by_chance |= {"CaseOpened"}  # its evidence names the device
    return [(fact.id, str(fact.at), repr(fact.p)) for fact in found.facts() if type(fact.p).__name__ not in by_chance]


def test_three_believable_cases_wait(store: Store) -> None:
    found = [cases.story(store.db, case) for case in cases.listed(store.db, settled=False)]
    assert {story.case.kind for story in found} == {"lent_twice", "lost_but_lent", "clock_wrong"}
    for story in found:
        times = [line.evidence.at for line in story.lines]
        assert times == sorted(times) and times[-1] < story.case.opened_at
        assert story.title or story.case.kind == "clock_wrong"
    twice = next(story for story in found if story.case.kind == "lent_twice")
    assert len({line.place for line in twice.lines}) == 2 and len({line.who for line in twice.lines}) == 2


def test_twice_the_same_for_one_seed(made: tuple[Demo, Path], store: Store, tmp_path: Path) -> None:
    again = demo(tmp_path / "data", SIZE, TODAY)
    other = open_store(tmp_path / "data", read_key(key_file(tmp_path / "data")))
    assert (again.members, again.copies, again.staff) == (made[0].members, made[0].copies, made[0].staff)
    assert told(other) == told(store)
    other.close()


def test_another_seed_is_another_hall(made: tuple[Demo, Path], tmp_path: Path) -> None:
    other = demo(tmp_path / "data", Size(titles=300, members=60, days=90, seed=8), TODAY)
    assert other.copies != made[0].copies


def test_its_rows_follow_from_its_facts(store: Store) -> None:
    found = check(store)
    assert found.ok and found.facts > 5000


def test_its_rhythm(store: Store) -> None:
    """People come in the evening and at weekends, never on the closed Monday, more in summer than at New Year."""
    times = [fact.at + HALL_OFFSET for fact in store.facts() if isinstance(fact.p, BookBorrowed)]
    weekday, hour, month = (
        Counter(part) for part in zip(*((t.weekday(), t.hour, t.month) for t in times), strict=True)
    )
    assert weekday[0] == 0 and weekday[5] > 1.5 * weekday[1]
    working = Counter(t.hour for t in times if t.weekday() in (1, 2, 3, 4))
    assert working[18] + working[19] > 4 * (working[10] + working[11])
    assert month[7] + month[8] > 1.3 * (month[1] + month[2])
    assert not hour.keys() & set(range(8)) and not hour.keys() & {22, 23}


def test_most_bring_their_books_back_in_time(store: Store) -> None:
    ended = store.db.execute(
        "select count(*), sum(date(ended_at, '+8 hours') > due_on) from loans where ended = 'returned'"
    )
    many, late = ended.fetchone()
    assert many > 1000 and 0.02 < late / many < 0.2


def test_a_few_are_read_much_and_many_a_little(store: Store) -> None:
    sql = "select title, count(*) from loans join copies using (copy) group by title order by 2 desc"
    read = [count for _, count in store.db.execute(sql)]
    assert sum(read[: len(read) // 5]) > 0.35 * sum(read)


def test_time_only_moves_forward(store: Store) -> None:
    facts = list(store.facts())
    assert all(a.at <= b.at and b.clock == "ok" for a, b in pairwise(facts))
    assert any(isinstance(fact.p, BookReturned) for fact in facts)


def test_its_term_has_a_rhythm(store: Store) -> None:
    """Evenings from Tuesday to Friday and weekends, never on the closed Monday; talks are numbered week by week."""
    held = [datetime.fromisoformat(at) + HALL_OFFSET for (at,) in store.db.execute("select starts_at from sessions")]
    weekday = Counter(at.weekday() for at in held)
    assert weekday[0] == 0 and all(weekday[day] for day in range(1, 7))
    assert all(at.hour >= 18 for at in held if at.weekday() in (1, 2, 3, 4))
    issues = [n for (n,) in store.db.execute("select issue from sessions where issue is not null order by starts_at")]
    assert issues == list(range(issues[0], issues[0] + len(issues)))


def test_its_courses_are_alive(store: Store) -> None:
    full = store.db.execute("select count(*) from courses where confirmed = seats and waiting > 0").fetchone()[0]
    over = store.db.execute("select count(*) from courses where confirmed + offered > seats").fetchone()[0]
    results = Counter(dict(store.db.execute("select result, count(*) from attendance group by result")))
    assert full >= 3 and over == 0
    assert results["present"] > results["late"] > 0 and results["unsettled"] and results["absent"]
    nearly = """select count(*) from (select a.member, s.course, count(*) as came from attendance a
        join sessions s on s.session = a.session where a.minutes > 0 group by a.member, s.course) where came >= 7"""
    assert store.db.execute(nearly).fetchone()[0] > 20  # four fifths of what was held: a certificate is near
    assert store.db.execute("select count(*) from enrolment_pauses").fetchone()[0] >= 3


def test_its_stock_is_counted_and_some_of_it_is_away(store: Store, made: tuple[Demo, Path]) -> None:
    assert {"damaged", "withdrawn", "travelling", "adrift"} <= {copy.state for copy in made[0].copies}
    of = newest(store.db, 1)
    assert of and of.closed_at and of.closed_at.month == 4
    found = report(store.db, of)
    assert dict(of.counts) == Counter(row.state for row in found.rows) and of.expected == len(found.rows)
    assert dict(of.counts)["missing"] == 3 and dict(of.counts)["misplaced"] > 0
    assert len(of_batch(store.db, "2026-11")) == 3
    gifts = [donor_named(store.db, copy) for (copy,) in store.db.execute("select copy from gifts")]
    assert Counter(gifts) == {"赵大年": 2, "": 1}
