"""Hostile files: whatever comes, there is a sentence, no crash, and never half a title."""

import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
from exchange.carrying import carry_titles, copies, facts, titles
from exchange.lists import HLM, book, empty_hall, entries, iso2709, marcxml, workbook
from hypothesis import Phase, given, settings, strategies as st

from kiosk import words
from kiosk.exchange.opening import CELLS_MAX, UNPACKED_BYTES_MAX
from kiosk.exchange.problems import TROUBLES, FileUnread

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def repacked(source: Path, target: Path, changed: dict[str, bytes]) -> Path:
    """The same workbook with other parts."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
    return target


def with_sheet(folder: Path, rows: str) -> Path:
    plain = workbook(folder / "plain.xlsx", [["书名", "作者"], ["红楼梦", "曹雪芹"]])
    text = f"{SHEET}{rows}</sheetData></worksheet>"
    return repacked(plain, folder / "far.xlsx", {"xl/worksheets/sheet1.xml": text.encode()})


def cell(place: str, text: str = "x") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def made(kind: str, folder: Path) -> Path:
    path = folder / "list.xlsx"
    good = workbook(folder / "good.xlsx", [["书名", "作者"], ["红楼梦", "曹雪芹"]]).read_bytes()
    match kind:
        case "nothing":
            return folder / "nowhere.xlsx"
        case "a folder":
            path.mkdir()
        case "zip bomb":
            sheet = SHEET.encode() + b" " * (UNPACKED_BYTES_MAX + 1)
            return repacked(folder / "good.xlsx", path, {"xl/worksheets/sheet1.xml": sheet})
        case "two far cells":
            return with_sheet(folder, f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>')
        case "a far cell that its row does not tell":
            return with_sheet(folder, f'<row r="1">{cell("A1")}{cell("ZZ99999")}</row>')
        case "a far cell in other quotation marks":
            return with_sheet(folder, f"<row r='1'>{cell('A1')}<c r='XFD1048576'><v>1</v></c></row>")
        case "workbook cut off":
            path.write_bytes(good[: len(good) // 2])
        case "workbook of rubbish":
            return repacked(folder / "good.xlsx", path, {"xl/workbook.xml": b"<rubbish"})
        case "part that lies about its size":
            raw = bytearray(good)
            with zipfile.ZipFile(folder / "good.xlsx") as archive:
                at = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
            raw[at + 14 : at + 18] = b"\1\2\3\4"
            central = raw.rindex(b"xl/worksheets/sheet1.xml") - 46
            raw[central + 16 : central + 20], raw[central + 24 : central + 28] = b"\1\2\3\4", b"\5\0\0\0"
            path.write_bytes(raw)
        case _:
            contents: dict[str, bytes] = {
                "empty": b"",
                "zeros": bytes(5000),
                "a mark alone": b"\xef\xbb\xbf",
                "picture called xlsx": PICTURE,
                "zip that is no workbook": (folder / "good.xlsx").read_bytes()[:30] + b"\0" * 200,
                "old Excel of rubbish": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(1).randbytes(9000),
                "web page called xls": b"<html><table><tr><td>x</td></tr></table></html>",
                "PDF": b"%PDF-1.7\n" + bytes(99),
                "rubbish": random.Random(2).randbytes(20_000),
                "no names": b"a,b\n1,2\n3,4\n",
            }
            path.write_bytes(contents[kind])
    return path


KINDS = {
    "nothing": "M-01", "a folder": "M-01", "empty": "M-02", "zeros": "M-02", "a mark alone": "M-02",
    "picture called xlsx": "M-03", "PDF": "M-03", "web page called xls": "M-03", "rubbish": "M-03",
    "zip bomb": "M-04", "two far cells": "M-04", "a far cell that its row does not tell": "M-04",
    "a far cell in other quotation marks": "M-04", "workbook cut off": "M-05", "workbook of rubbish": "M-05",
    "part that lies about its size": "M-05", "zip that is no workbook": "M-05", "old Excel of rubbish": "M-05",
    "no names": "M-07",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_no_list_is_turned_away(tmp_path: Path, kind: str) -> None:
    store = empty_hall()
    before = facts(store)
    with pytest.raises(FileUnread) as unread:
        carry_titles(store, made(kind, tmp_path))
    problem = unread.value.problem
    assert problem.code == KINDS[kind] and facts(store) == before
    for language in words.LANGUAGES:
        assert "{" not in words.read(language).say(f"problem.{problem.code}", **problem.values)


def test_a_wide_but_honest_table_is_read(tmp_path: Path) -> None:
    head, row = cell("A1", "书名") + cell("B1", "作者"), cell("A2", "红楼梦") + cell("XFD2")
    rows = f'<row r="1">{head}</row><row r="2">{row}</row>'
    found = entries(with_sheet(tmp_path, rows))
    assert CELLS_MAX > 2 * 16384 and [p.code for p in found[0].problems] == ["M-22"]


def test_a_million_columns(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("书名,作者\n红楼梦,曹雪芹\n三体,刘慈欣" + ",x" * 1_000_000 + "\n史记,司马迁\n")
    found = entries(path)
    assert [entry.title.name for entry in found if not entry.problems] == ["红楼梦", "史记"]
    assert [p.code for entry in found for p in entry.problems] == ["M-22"]


def test_huge_cells(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    long = "长" * 3_000_000
    path.write_text(f"书名,作者,摘要\n{long},某,\n三体,刘慈欣,{long[:5000]}\n史记,{long[:401]},\n活着,余华,\n")
    found = entries(path)
    assert [[p.code for p in entry.problems] for entry in found][-3:] == [["M-34"], ["M-14"], []]
    assert found[0].problems and len(found[-3].title.summary) == 2400


def test_formulas_are_texts(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text('书名,作者\n"=HYPERLINK(""http://x"",""红楼梦"")",@SUM(1)\n')
    (entry,) = entries(path)
    assert entry.title.name == '=HYPERLINK("http://x","红楼梦")' and entry.title.author == "@SUM(1)"


def test_zeros_within_a_list(tmp_path: Path) -> None:
    path = tmp_path / "zeros.csv"
    path.write_bytes("书名,作者\n红\0楼梦,曹雪芹\n".encode() + bytes(3000))
    assert [entry.title.name for entry in entries(path)] == ["红楼梦"]


def test_old_excel() -> None:
    found = entries(Path(__file__).parent / "samples" / "books.xls")
    assert [(e.title.name, e.title.isbn, e.title.price, len(e.copies)) for e in found] == [
        ("红楼梦", "9787020002207", "59.70", 2),
        ("平凡的世界", None, "12.00", 1),
    ]


SEEDS = [
    iso2709(HLM, "gbk") + iso2709(book(1)) + iso2709(book(2), "gb18030"),
    marcxml(HLM, book(1)).encode(),
    "书名,作者,ISBN\n红楼梦,曹雪芹,9787020002207\n三体,刘慈欣,\n".encode("gb18030"),
]


@pytest.mark.parametrize("seed", range(len(SEEDS)))
@given(data=st.data())
@settings(max_examples=150, phases=(Phase.explicit, Phase.generate))
def test_damage_of_any_kind(tmp_path_factory: Any, seed: int, data: st.DataObject) -> None:
    """Bytes changed, cut out and put in: each record is whole or told, and what was taken has a name."""
    raw = bytearray(SEEDS[seed])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
    path = tmp_path_factory.mktemp("damage") / "list"
    path.write_bytes(raw)
    store = empty_hall()
    try:
        came = carry_titles(store, path)
    except FileUnread as unread:
        assert TROUBLES[unread.problem.code].weight == "file" and not titles(store)
    else:
        assert len(titles(store)) == came.outcomes.count("added")
        assert all(title.name for title in titles(store)) and all(c.title for c in copies(store))
        assert came.outcomes.count("rejected") <= len(came.codes)
    store.close()
