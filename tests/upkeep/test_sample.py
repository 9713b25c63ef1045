"""Sample titles and people: the same for the same seed, believable, and none twice."""

import random
import re
import string

import pytest
from stdnum import isbn

from kiosk.domain.books import class_letter
from kiosk.domain.names import COMPOUND_FAMILY_NAMES
from kiosk.upkeep.sample import Person, Work, people, staff_names, titles, works
from kiosk.upkeep.sample_titles import Composer, Filling, Grammar, Shelf, grammar

CLASS_LETTERS = set("ABCDEFGHIJKNOPQRSTUVXZ")
MANY = 12_000
PLAIN = re.compile("[\u4e00-\u9fa5]+")


@pytest.fixture(scope="module")
def many() -> list[Work]:
    return titles(random.Random(1), MANY)


@pytest.fixture(scope="module")
def composed(many: list[Work]) -> list[Work]:
    return many[len(works()) :]


def test_the_same_seed_tells_the_same() -> None:
    assert titles(random.Random(3), 900) == titles(random.Random(3), 900) != titles(random.Random(4), 900)
    assert people(random.Random(3), 90) == people(random.Random(3), 90) != people(random.Random(4), 90)


@pytest.mark.parametrize("count", [0, 1, 40, 800])
def test_counts(count: int) -> None:
    assert len(titles(random.Random(2), count)) == len(people(random.Random(2), count)) == count


def test_works_are_in_front_and_keep_what_they_have(many: list[Work]) -> None:
    known = works()
    assert known
    assert [work.name for work in many[: len(known)]] == [work.name for work in known]
    assert all(made.isbn == work.isbn for made, work in zip(many, known, strict=False) if work.isbn)


def test_the_most_read_are_first(many: list[Work], composed: list[Work]) -> None:
    read = [work.popularity for work in many]
    assert read == sorted(read, reverse=True)
    assert min(read) >= 1
    assert composed[0].popularity < works()[-1].popularity


def test_names_and_isbns_are_distinct_and_valid(many: list[Work]) -> None:
    assert len({work.name for work in many}) == len({work.isbn for work in many}) == MANY
    for work in many:
        assert len(work.isbn) == 13 and work.isbn.startswith("9787") and isbn.is_valid(work.isbn), work


def test_every_field_is_filled(many: list[Work]) -> None:
    for work in many:
        assert work.class_mark[0] in CLASS_LETTERS and class_letter(work.class_mark) == work.class_mark[0], work
        assert work.author and work.press and work.subjects and len(work.summary) >= 10, work
        assert work.year.isdecimal() and work.pages.isdecimal() and float(work.price) > 0, work


def test_composed_titles_read_like_titles(composed: list[Work]) -> None:
    for work in composed:
        text = f"{work.name}{work.author}{work.subjects}{work.summary}"
        assert len(work.name) <= 40, work.name
        assert not re.search(r"(\w\w).*\1", work.name), f"says a word twice: {work.name}"
        assert not set(text) & set(string.punctuation) - set(":."), work
        assert 16 <= len(work.summary) <= 45, work.summary


def test_a_summary_speaks_of_its_own_title() -> None:
    shelf = Shelf("I267", 1, ("{who}", "{where}"), ("著",), ("甲",), "散文", ("写{who}。", "写{where}。"), words=WORDS)
    composer = Composer(random.Random(1), Grammar({}, {}, (shelf,)), set())
    for _ in range(4):
        work = composer.work(1)
        assert work.summary == f"写{work.name}。"


def test_a_word_that_comes_again_is_the_same() -> None:
    shelf = Shelf("I267", 1, (), (), (), "", (), words=WORDS)
    first, again = Filling(random.Random(1), shelf, {}).text("{who}，{who}").split("，")
    assert first == again


def test_a_grammar_with_nothing_left_says_so() -> None:
    shelf = Shelf("I267", 1, ("灯火",), ("著",), ("甲",), "散文", ("灯火里的人。",))
    composer = Composer(random.Random(1), Grammar({}, {}, (shelf,)), set())
    composer.work(1)
    with pytest.raises(ValueError, match="no further title"):
        composer.work(1)


WORDS: dict[str, tuple[str, ...]] = {"who": ("木匠", "邻居"), "where": ("江边", "山里")}


def shelf_name(shelf: Shelf) -> str:
    return shelf.mark


@pytest.mark.parametrize("shelf", grammar().shelves, ids=shelf_name)
def test_every_shelf_can_fill_every_line(shelf: Shelf) -> None:
    rules = grammar()
    lists = {**rules.words, **shelf.words, "topic": shelf.topics}
    for line in (*shelf.patterns, shelf.subjects, *shelf.summary):
        assert all(lists[word] for word in re.findall(r"{(\w+)}", line)), line
    assert set(shelf.marks) <= set(shelf.topics), "a mark for a topic that the shelf does not have"
    assert set(shelf.presses) <= set(rules.blocks)
    assert len(set(shelf.topics)) == len(shelf.topics) and len(set(shelf.patterns)) >= len(shelf.patterns) - 1
    assert any(set(re.findall(r"{(\w+)}", line)) <= {"topic"} for line in shelf.summary) or shelf.words


def test_a_reading_room_reads_novels_and_learns_trades(composed: list[Work]) -> None:
    room = titles(random.Random(5), 3000)[len(works()) :]
    share = {letter: sum(work.class_mark[0] == letter for work in room) / len(room) for letter in CLASS_LETTERS}
    assert 0.25 < share["I"] < 0.5 and share["I"] > share["T"] > 0.12
    assert all(share[letter] > 0.02 for letter in "RGKFHJD")


@pytest.fixture(scope="module")
def crowd() -> list[Person]:
    return people(random.Random(1), 600)


def test_phones_are_fictional_and_distinct(crowd: list[Person]) -> None:
    assert len({person.phone for person in crowd}) == len(crowd)
    assert all(re.fullmatch(r"1990000\d{4}", person.phone) for person in crowd)


@pytest.mark.parametrize(("count", "rare"), [(60, 6), (600, 30), (26, 2)])
def test_rare_names_come_after_the_plain_ones(count: int, rare: int) -> None:
    made = people(random.Random(6), count)
    places = [n for n, person in enumerate(made) if person.rare]
    assert len(places) >= rare and min(places) >= 24
    assert all(PLAIN.fullmatch(person.name) for person in made[:24])
    assert all(person.rare == (not PLAIN.fullmatch(person.name.replace("·", ""))) for person in made)


def test_rare_names_are_spread(crowd: list[Person]) -> None:
    places = [n for n, person in enumerate(crowd) if person.rare]
    assert min(places) < 150 and max(places) > 450


def test_names_are_of_many_kinds_and_mostly_distinct(crowd: list[Person]) -> None:
    assert sum(person.name[:2] in COMPOUND_FAMILY_NAMES for person in crowd) >= 2
    assert any("·" in person.name for person in crowd)
    assert len({person.name for person in crowd}) > 0.98 * len(crowd)
    assert len({person.name for person in people(random.Random(8), 4000)}) > 0.98 * 4000
    assert all(1940 < person.birth_year < 2007 and person.unit for person in crowd)


def test_staff_have_twenty_names() -> None:
    assert len(set(staff_names())) == 20
