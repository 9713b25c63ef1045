"""F13, F14: a catalogue of MARC or Excel taken in, against the bare reading of the same file."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from msgspec.structs import replace

from kiosk.devices.clock import SystemClock
from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import check_digit
from kiosk.domain.halls import Hall
from kiosk.exchange.opening import opened
from kiosk.exchange.title_files import TitleFile
from kiosk.upkeep.import_report import taken
from kiosk.upkeep.import_titles import TitleImport
from kiosk.upkeep.setup import Plan, set_up
from tests.bench.figures import Figure

RECORDS, ROWS, ROUNDS = 10_000, 50_000, 5
SUMMARY = "本书以江边小城为背景，写普通工人在大时代里走过的路。" * 4
HEAD = ("ISBN", "题名", "责任者", "出版社", "出版年", "分类号", "索书号", "价格", "条码号", "馆藏地")
# Fields that every library writes and that no title of ours has.
CODED = (
    ("100", "20050801d2005    em y0chiy0120    ea"),
    ("101", "chi"),
    ("102", "CN"),
    ("105", "y   z   000ay"),
    ("106", "r"),
    ("300", "据1986年版重印"),
    ("314", "作者是清江人，当过钳工。"),
    ("856", "http://example.org/1"),
)
BOOK = Title(
    title=0,
    name="江边的人",
    author="路遥明 著",
    class_mark="I247.57",
    press="清江文艺出版社",
    year="2005",
    pages="412页",
    price="59.70",
    subjects="长篇小说; 中国",
    summary=SUMMARY,
)


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return [*of_marc(Path(folder)), *of_excel(Path(folder))]


def isbn(n: int) -> str:
    digits = f"97871{n:07}"
    return digits + check_digit(digits)


def marc_file(path: Path) -> Path:
    """CNMARC as libraries write it: some twenty fields a record."""
    from pymarc import Field, Indicators, Subfield

    from kiosk.exchange.marc_writing import record_of

    with path.open("wb") as out:
        for n in range(RECORDS):
            title = replace(BOOK, title=n, name=f"{BOOK.name} 第{n}册", isbn=isbn(n), source=f"marc:清江图/{n}")
            record = record_of(title, (Copy(f"{20_000_000 + n}", n, 1, 1, "I247.57/1"),), alike=False)
            coded = [Field(tag, Indicators(" ", " "), [Subfield("a", text)]) for tag, text in CODED]
            record.fields = sorted([*record.fields, *coded], key=lambda field: field.tag)
            out.write(record.as_marc())
    return path


def excel_file(path: Path) -> Path:
    from kiosk.exchange.writing import write_excel

    told = (BOOK.author, BOOK.press, BOOK.year, BOOK.class_mark)
    rows = (
        (isbn(n), f"{BOOK.name} 第{n}册", *told, f"I247.57/{n}", BOOK.price, f"{7_100_000_000 + n}", "一楼")
        for n in range(ROWS)
    )
    write_excel(path, HEAD, rows)
    return path


def parsed(path: Path) -> int:
    return sum(1 for _ in TitleFile(opened(path)).entries)


def imported(path: Path, place: Path) -> None:
    """Into an empty hall on the disk, facts and rows and all."""
    clock = SystemClock()
    store = set_up(place, Plan(Hall(1, "馆", "reading_room")), clock.now())
    work = TitleImport(store, clock.now, ("########", "#" * 10))
    outcomes = [outcome for _, outcome, _ in taken(store, TitleFile(opened(path)).entries, work.take, dry_run=False)]
    assert set(outcomes) == {"added"}
    store.close()


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turn(*ways: Callable[[], object]) -> list[float]:
    return [median(column) for column in zip(*[[seconds(way) for way in ways] for _ in range(ROUNDS)], strict=True)]


def of_marc(folder: Path) -> list[Figure]:
    from pymarc import MARCReader

    path = marc_file(folder / "all.mrc")

    def bare() -> None:
        with path.open("rb") as file:
            assert sum(1 for record in MARCReader(file, force_utf8=True) if record) == RECORDS

    def twice() -> None:
        parsed(path)
        bare()

    floor, ours, control = in_turn(bare, lambda: parsed(path), twice)
    whole = seconds(lambda: imported(path, folder / "marc"))
    each = f"{RECORDS / ours:.0f} records/s, written too {RECORDS / whole:.0f}/s"
    return [
        Figure("F13", "MARC import, parsing / bare pymarc read of the same file", ours / floor, 2.0, each),
        Figure("F13 control", "a reading that does it all twice, 2.0 / its share", 2.0 / (control / floor), 1.0),
    ]


def of_excel(folder: Path) -> list[Figure]:
    from python_calamine import CalamineWorkbook

    path = excel_file(folder / "all.xlsx")

    def bare() -> None:
        assert len(CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()) == ROWS + 1

    floor, ours = in_turn(bare, lambda: parsed(path))
    whole = seconds(lambda: imported(path, folder / "excel"))
    seen = f"{ours:.2f} / {floor:.2f} s, written too {whole:.1f} s"
    return [Figure("F14", f"Excel import of {ROWS:,} rows, parsing / bare calamine read", ours / floor, 3.0, seen)]


if __name__ == "__main__":
    print("\n".join(figure.row() for figure in figures()))
