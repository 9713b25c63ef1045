"""Search: any title by its initials, pinyin, characters, author, ISBN, class; in a pack, after it, and in both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from halls import TestHall
from hypothesis import example, given, settings, strategies as st
from shelves import HERE, NOW, catalogue_of, listed, sample

from kiosk.domain.books import Title
from kiosk.domain.spelling import SPLIT_LETTERS_MAX, SYLLABLES, spoken
from kiosk.domain.tokens import authors, parts
from kiosk.storage.catalogue import COUNT_MAX, Catalogue, Found

TITLES = sample()
KEYS = {title.title for title in TITLES}  # the hall has a few of its own
BY_NAME = {title.name: title for title in TITLES}


@pytest.fixture(scope="module", params=["pack", "delta", "both"])
def catalogue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    folder, half = tmp_path_factory.mktemp("hall"), len(TITLES) // 2
    packed = {"pack": TITLES, "delta": [], "both": TITLES[:half]}[request.param]
    hall = TestHall()
    listed(hall.store, [title for title in TITLES if title not in packed])
    made = catalogue_of(folder, packed) if packed else Catalogue(folder, HERE)
    made.gather(hall.db, NOW)
    yield made
    made.close()
    hall.store.close()


def found_by(catalogue: Catalogue, typed: str, title: Title) -> bool:
    """On any page."""
    return any(title in catalogue.search(typed, start=start).titles for start in range(0, 2 * COUNT_MAX, 8))


title_strategy = st.sampled_from(TITLES)


@settings(max_examples=60)
@given(title=title_strategy)
def test_every_title_by_its_initials_pinyin_characters_and_author(catalogue: Catalogue, title: Title) -> None:
    for said in spoken(title.reading):
        syllables = [syllable for syllable in said if syllable in SYLLABLES]
        if len(syllables) == len(said):
            assert found_by(catalogue, "".join(s[0] for s in said), title)
            assert found_by(catalogue, "".join(said)[:SPLIT_LETTERS_MAX], title)
            assert found_by(catalogue, "".join(said[:2])[:-1] or said[0], title)
    assert found_by(catalogue, parts(title.name)[0][:2] or title.name, title)
    assert found_by(catalogue, title.name, title)
    for name, said_name in zip(authors(title.author), title.author_reading.split(", "), strict=True):
        assert found_by(catalogue, name, title)
        for said in spoken(said_name):
            assert not set(said) <= SYLLABLES or found_by(catalogue, "".join(said), title)


@settings(max_examples=150)
@given(typed=st.text(max_size=80) | st.text("abghlmnz '\"*-^:()红楼梦的0197", max_size=40), start=st.integers(-3, 500))
@example(typed='" OR "x" NEAR(', start=0)
@example(typed="\x00\ud800", start=0)
@example(typed="a" * 5000, start=0)
def test_any_text_is_answered(catalogue: Catalogue, typed: str, start: int) -> None:
    for by in ("any", "initials", "title", "author", "isbn"):
        found = catalogue.search(typed, by, start=start)
        assert len(found.titles) <= 8 and found.count <= COUNT_MAX
    assert set(catalogue.leading(typed)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.mark.parametrize(
    ("typed", "by", "name"),
    [
        ("hlm", "any", "红楼梦"),
        ("HLM", "initials", "红楼梦"),
        ("hongloum", "any", "红楼梦"),
        ("红楼梦", "title", "红楼梦"),
        ("红楼梦 曹雪芹", "any", "红楼梦"),
        ("cxq", "author", "红楼梦"),
        ("caoxueq", "any", "红楼梦"),
        ("雪芹", "author", "红楼梦"),
        ("9787020002207", "isbn", "红楼梦"),
        ("978-7-02-000220-7", "any", "红楼梦"),
        ("7-02-000220-X", "any", "红楼梦"),
        ("1984", "any", "1984"),
        ("python编程", "any", "Python编程从零开始"),
        ("Python 编程", "title", "Python编程从零开始"),
        ("从零开", "any", "Python编程从零开始"),
        ("zyxdxa", "any", "朝阳下的西安"),
        ("cyxdxa", "any", "朝阳下的西安"),
        ("chaoyangxia", "any", "朝阳下的西安"),
        ("zhaoyangxiadexian", "any", "朝阳下的西安"),
        ("zengmin", "author", "朝阳下的西安"),
        ("sxy", "author", "朝阳下的西安"),
        ("朝花夕拾", "any", "朝花·夕拾，重读"),
        ("chongdu", "any", "朝花·夕拾，重读"),
        ("yuchigong", "any", "朝花·夕拾，重读"),
        ("mss", "author", "Python编程从零开始"),
    ],
)
def test_found(catalogue: Catalogue, typed: str, by: str, name: str) -> None:
    assert BY_NAME[name] in catalogue.search(typed, by).titles, typed  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "by"),
    [
        ("cxq", "title"),
        ("曹雪芹", "title"),
        ("红楼梦", "author"),
        ("红楼梦", "isbn"),
        ("honglou", "initials"),
        ("楼红", "any"),
        ("", "any"),
    ],
)
def test_not_found(catalogue: Catalogue, typed: str, by: str) -> None:
    assert BY_NAME["红楼梦"] not in catalogue.search(typed, by).titles  # type: ignore[arg-type]


def test_three_characters_stand_in_a_row(catalogue: Catalogue) -> None:
    """The pairs 入门 and 门教 of different places make no 入门教."""
    for typed in ("入门教", "安全生", "的世界"):
        for title in catalogue.search(typed).titles:
            assert typed in title.name or typed in title.author


def test_pages_follow_each_other(catalogue: Catalogue) -> None:
    pages = [catalogue.search("a", start=start, limit=5) for start in (0, 5, 10)]
    together = catalogue.search("a", limit=15).titles
    assert tuple(t for page in pages for t in page.titles) == together
    assert len({t.title for t in together}) == 15
    assert all(page.count == pages[0].count > 15 for page in pages)


def test_leading_letters_find_something_and_no_other_does(catalogue: Catalogue) -> None:
    for typed in ("", "h", "hl", "hong", "hongl", "hongloum", "cao", "caox", "zy", "xyz", "py", "pyth", "anquans"):
        leading = catalogue.leading(typed)
        for letter in "abcdefghijklmnopqrstuvwxyz":
            assert (letter.upper() in leading) == bool(catalogue.search(typed + letter).count), typed + letter


@settings(max_examples=40)
@given(title=title_strategy, size=st.integers(1, 9))
def test_the_next_letter_of_a_title_is_never_dark(catalogue: Catalogue, title: Title, size: int) -> None:
    said = spoken(title.reading)[0]
    if set(said) <= SYLLABLES:
        for whole in ("".join(said), "".join(syllable[0] for syllable in said)):
            if len(whole) > size:
                assert whole[size].upper() in catalogue.leading(whole[:size])


def test_classes(catalogue: Catalogue) -> None:
    for mark in ("I", "I2", "I24", "I242.4", "TP311"):
        shown = {t.title for t in catalogue.of_class(mark, limit=COUNT_MAX).titles if t.title in KEYS}
        assert shown == {t.title for t in TITLES if t.class_mark.startswith(mark)}, mark
    assert catalogue.of_class("§") == Found()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("红楼孟", "红楼梦"),
        ("水许传", "水浒传"),
        ("hongluo", "honglou"),
        ("shuifuzhuan", "shuihuzhuan"),
        ("honloumeng", "hongloumeng"),
    ],
)
def test_did_you_mean(catalogue: Catalogue, typed: str, meant: str) -> None:
    assert meant in catalogue.meant(typed)
    assert all(catalogue.search(text).count for text in catalogue.meant(typed))


@settings(max_examples=40)
@given(typed=st.text(max_size=12) | st.text("hlmzongu红楼梦", max_size=8))
def test_what_may_be_meant_does_find_something(catalogue: Catalogue, typed: str) -> None:
    assert all(catalogue.search(text).count for text in catalogue.meant(typed))


def test_like(catalogue: Catalogue) -> None:
    for title in TITLES[:20]:
        like = catalogue.like(title, 6)
        assert title not in like and len(like) <= 6 and len({t.title for t in like}) == len(like)
        same = [bool(set(authors(title.author)) & set(authors(t.author))) for t in like]
        assert same == sorted(same, reverse=True)


def test_titled_and_of_isbn(catalogue: Catalogue) -> None:
    for title in TITLES[:30]:
        assert catalogue.titled(title.title) == title
        assert not title.isbn or catalogue.of_isbn(title.isbn) == title
    assert catalogue.titled(-1) is None and catalogue.of_isbn("") is None


def test_warm_reads_and_changes_nothing(catalogue: Catalogue) -> None:
    before = catalogue.search("h")
    catalogue.warm()
    assert catalogue.search("h") == before


def test_the_most_read_come_first(tmp_path: Path) -> None:
    made = catalogue_of(tmp_path, TITLES)
    ranks = {title.title: n for n, title in enumerate(TITLES)}
    shown = [ranks[t.title] for t in made.search("a", limit=100).titles]
    assert shown == sorted(shown) and len(shown) > 50
    made.close()
