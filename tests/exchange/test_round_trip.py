"""Round trips: what is written comes back, in every format, and is written the same again."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from exchange.carrying import carry_loans, carry_members, carry_titles, copies, now, titles
from exchange.lists import empty_hall
from halls import TestHall
from hypothesis import Phase, given, settings, strategies as st
from msgspec.structs import replace

from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import check_digit, copy_number
from kiosk.domain.facts import CopyAdded, TitleAdded
from kiosk.exchange.cells import mark_of, price_of, year_of
from kiosk.exchange.headers import CONDITIONS, KINDS
from kiosk.exchange.texts import cleaned, cleaned_lines
from kiosk.storage.store import Store
from kiosk.upkeep.exporting import export

SIGNS = ",;\t\"'=+-@|/\\:：《》.()（）[] \u3000"
RARE = "㐀䶿鿕\U00020000\U0002a6d6\U0002b73a\U000200cc\U0003134a\ue5e5"
FAST = (Phase.explicit, Phase.generate)
LETTERS = st.sampled_from("红楼梦曹雪芹平凡的世界abcXYZ0123456789éß" + SIGNS + RARE)
TEXT = st.text(LETTERS, max_size=30).map(cleaned)
LINES = st.text(st.one_of(LETTERS, st.just("\n")), max_size=60).map(cleaned_lines)
ISBN = st.integers(0, 9_999_999).map(lambda n: f"97871{n:07}").map(lambda d: d + check_digit(d))
COPY = st.tuples(TEXT, st.sampled_from(list(KINDS)), st.sampled_from(list(CONDITIONS)))
TITLE = st.builds(
    Title,
    title=st.just(0),
    name=TEXT.filter(bool),
    author=TEXT,
    class_mark=st.sampled_from(["", "I242.4", "TP311.1-43", "Z"]).map(lambda text: mark_of(text)[0]),
    isbn=st.none() | ISBN,
    press=TEXT,
    year=st.sampled_from(["", "1982", "2005", "民国三十年"]).map(year_of),
    pages=TEXT,
    price=st.sampled_from(["", "59.70", "USD12.00", "0.35"]).map(price_of),
    subjects=st.lists(st.sampled_from(["长篇小说-中国", "=1+1", "工人, 诗"]), unique=True, max_size=3).map("; ".join),
    summary=LINES,
    source=st.none() | st.sampled_from(["marc:江北图/01", "marc:省图/01", "marc:/7"]),
)


def told_apart(title: Title) -> Any:
    return (title.name, title.author, title.press, title.year, title.isbn)


LIBRARY = st.lists(st.tuples(TITLE, st.lists(COPY, max_size=3)), max_size=6, unique_by=lambda t: told_apart(t[0]))


def stocked(library: list[Any]) -> Store:
    store, serial = empty_hall(copy_numbers=("@#######",)), 0
    for n, (title, held) in enumerate(library, 1):
        store.record(TitleAdded(replace(title, title=n)), moment=now())
        for shelf, kind, condition in held:
            serial += 1
            number = f"B{serial:07}" if serial % 2 else copy_number(1, serial)
            store.record(CopyAdded(Copy(number, n, 1, 1, shelf, kind, condition)), moment=now())
    return store


def contents(store: Store, *, shelves: bool = True) -> list[Any]:
    """Everything but keys and times."""
    held: dict[int, list[Copy]] = {}
    for copy in copies(store):
        held.setdefault(copy.title, []).append(copy)
    found = []
    for title in titles(store):
        mine = held.get(title.title, [])
        plain = [(c.copy, c.shelf, c.kind, c.condition) if shelves else c.copy for c in mine]
        found.append((replace(title, title=0), plain))
    return sorted(found, key=repr)


def there_and_back(store: Store, what: str, suffix: str, folder: Path) -> Store:
    """Into an empty hall; written again from there, it is the same file; read a second time, it changes nothing."""
    first, again = folder / f"first{suffix}", folder / f"again{suffix}"
    export(store, what, first)
    other = empty_hall(copy_numbers=("@#######",))
    came = carry_titles(other, first)
    assert "rejected" not in came.outcomes, came
    export(other, what, again)
    if suffix == ".csv":
        assert sorted(first.read_text("utf-8-sig").split("\n")) == sorted(again.read_text("utf-8-sig").split("\n"))
    assert set(carry_titles(other, first).outcomes) <= {"unchanged"}
    return other


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".mrc"])
@given(library=LIBRARY)
@settings(max_examples=40, phases=FAST)
def test_titles_come_back(suffix: str, library: list[Any]) -> None:
    store = stocked(library)
    if not library:
        return
    with TemporaryDirectory() as folder:
        other = there_and_back(store, "titles", suffix, Path(folder))
    shelves = suffix == ".mrc"
    assert contents(other, shelves=shelves) == contents(store, shelves=shelves)
    store.close()
    other.close()


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@given(library=LIBRARY)
@settings(max_examples=25, phases=FAST)
def test_copies_come_back_with_their_titles(suffix: str, library: list[Any]) -> None:
    library = [(title, held) for title, held in library if held]
    if not library:
        return
    store = stocked(library)
    with TemporaryDirectory() as folder:
        other = there_and_back(store, "copies", suffix, Path(folder))
    assert contents(other) == contents(store)
    store.close()
    other.close()


def test_a_title_with_very_many_copies(tmp_path: Path) -> None:
    store = stocked([(Title(0, "职工手册", "工会 编", "D4"), [("", "book", "good")] * 900)])
    for suffix in (".xlsx", ".mrc"):
        other = there_and_back(store, "titles", suffix, tmp_path)
        assert len(copies(other)) == 900 and contents(other) == contents(store)


def test_nothing_is_run_by_a_table_program(tmp_path: Path) -> None:
    """In Excel each cell is a string; in CSV none begins like a formula."""
    import zipfile

    name = '=HYPERLINK("http://example.org";"红楼梦")'
    store = stocked([(Title(0, name, "+86", "", summary="@SUM(A1)"), [("-1", "book", "good")])])
    export(store, "copies", tmp_path / "x.xlsx")
    export(store, "copies", tmp_path / "x.csv")
    sheet = zipfile.ZipFile(tmp_path / "x.xlsx").read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and "HYPERLINK" in sheet
    text = (tmp_path / "x.csv").read_text("utf-8-sig")
    assert "'+86" in text and "'@SUM" in text and "\"'=HYPERLINK" in text and "'-1" in text


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_members_and_loans_come_back(hall: TestHall, tmp_path: Path, suffix: str) -> None:
    hall.scan("zhang")
    hall.scan("hlm")
    hall.join("ou", tier="retired")
    for what in ("titles", "members", "loans"):
        export(hall.store, what, tmp_path / f"{what}{suffix}")
    other = empty_hall()
    carry_titles(other, tmp_path / f"titles{suffix}")
    for _ in range(2):
        members, loans = (
            carry_members(other, tmp_path / f"members{suffix}"),
            carry_loans(other, tmp_path / f"loans{suffix}"),
        )
    assert members.outcomes == ["unchanged"] * 3 and loans.outcomes == ["unchanged"]
    for what in ("members", "loans"):
        export(other, what, tmp_path / f"{what}-again{suffix}")
    if suffix == ".csv":
        for what in ("members", "loans"):
            assert (tmp_path / f"{what}.csv").read_bytes() == (tmp_path / f"{what}-again.csv").read_bytes()
        assert "欧阳文,退休" in (tmp_path / "members.csv").read_text("utf-8-sig")
