"""Tables: columns are found by name or by what stands in them, and cells mean what libraries mean."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exchange.lists import entries, read, workbook

from kiosk.domain.books import Title
from kiosk.exchange import combined
from kiosk.exchange.cells import day_of, isbns, numbers_of, year_of
from kiosk.exchange.entries import CopyEntry
from kiosk.exchange.headers import TITLE_HEADERS
from kiosk.exchange.mapping import Mapping, guessed, map_text, read_map
from kiosk.exchange.problems import FileUnread

HEAD = [
    "序号",
    "书 名（必填）",
    "著者",
    "出版者",
    "出版日期",
    "标准书号",
    "中图法分类号",
    "复本数",
    "定价(元)",
    "索书号",
]
ROW = [
    1.0,
    "红楼梦",
    "曹雪芹著",
    "人民文学出版社",
    date(1982, 3, 1),
    9787020002207.0,
    "I242.4",
    2.0,
    59.7,
    "I242.4/12",
]
HLM = Title(0, "红楼梦", "曹雪芹著", "I242.4", "9787020002207", "人民文学出版社", "1982", price="59.70")


def test_a_heading_above_the_names_of_the_columns(tmp_path: Path) -> None:
    page = [["江北区职工书屋图书清单"], ["填表人：张三", "", "2024年"], HEAD, ROW, [], ["", "", ""], [2.0, *ROW[1:]]]
    file = read(workbook(tmp_path / "list.xlsx", page))
    first, second = file.entries
    assert first.title == HLM and first.copies == (CopyEntry("", "I242.4/12"),) * 2
    assert (first.row, second.row) == (4, 7) and not first.problems
    assert file.mapping.header_row == 3 and file.mapping.columns["name"] == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "，"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_csv_of_every_kind(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["题名", "责任者", "ISBN", "价格", "条码"],
        ["红楼梦", "曹雪芹著", "978-7-02-000220-7", "￥59.7", "20295403"],
    ]
    path = tmp_path / "list.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    file = read(path)
    (entry,) = file.entries
    assert entry.title == Title(0, "红楼梦", "曹雪芹著", "", "9787020002207", price="59.70")
    assert entry.copies == (CopyEntry("20295403"),) and file.encoding == encoding.replace("-sig", "").replace("-le", "")


def test_a_file_of_two_encodings(tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_bytes("书名,作者\n红楼梦,曹雪芹\n".encode() + "联通,路遥\n平凡的世界,路遥\n".encode("gbk"))
    file = read(path)
    assert [entry.title.name for entry in file.entries] == ["红楼梦", "联通", "平凡的世界"]
    assert file.encoding == "gb18030, utf-8"


def test_a_missing_quotation_mark_swallows_nothing(tmp_path: Path) -> None:
    rows = [f"书{n},作者{n},出版社" for n in range(50)]
    rows[10], rows[30] = '"书10,作者10,出版社', '书30,"作者30,出版社'
    path = tmp_path / "quote.csv"
    path.write_text("书名,作者,出版社\n" + "\n".join(rows) + "\n")
    assert [entry.title.author for entry in entries(path)][-1] == "作者49"
    assert len(entries(path)) == 50


def test_lines_within_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    path.write_text('书名,作者,内容简介\n"红\n楼梦",曹雪芹,"一\r\n\r\n二, ""三"""\n史记,司马迁,\n')
    first, second = entries(path)
    assert (first.title.name, first.title.summary) == ("红 楼梦", '一\n\n二, "三"') and second.title.name == "史记"


def test_columns_without_names_are_told_by_what_is_in_them(tmp_path: Path) -> None:
    books = ["平凡的世界", "红楼梦", "三体", "活着", "史记"]
    rows = [
        [float(n), name, "路遥 著", "人民文学出版社", 2001.0 + n, "9787020002207", "I247.5", f"2029540{n}", 10.5 + n]
        for n, name in enumerate(books, 1)
    ]
    file = read(workbook(tmp_path / "bare.xlsx", rows))
    assert file.mapping == Mapping(
        {"name": 2, "isbn": 6, "press": 4, "year": 5, "price": 9, "number": 8, "class_mark": 7, "author": 3},
        sheet="书单",
    )
    assert [entry.title.name for entry in file.entries] == books


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "曹雪芹著. 人民文学出版社, 1982. 59.70元",
            {"author": "曹雪芹著", "press": "人民文学出版社", "year": "1982", "price": "59.70"},
        ),
        (
            "路遥 著；北京：中国文联出版公司；1986年12月；定价：3.25元",
            {"author": "路遥 著", "press": "中国文联出版公司", "year": "1986", "price": "3.25"},
        ),
        (
            "《史记》 (汉)司马迁撰, 中华书局, 1959, CNY12.00",
            {"name": "史记", "author": "(汉)司马迁撰", "press": "中华书局", "year": "1959", "price": "12.00"},
        ),
        ("巴金 / 人民文学出版社 / 1981", {"author": "巴金", "press": "人民文学出版社", "year": "1981"}),
        ("曹雪芹, 高鹗 著", {}),
        ("", {}),
    ],
)
def test_cells_that_hold_several_things(text: str, found: dict[str, str]) -> None:
    assert combined.split(text) == found


def test_a_column_of_such_cells(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["书名", "作者", "册数"]]
    rows += [[f"书{n}", f"作者{n}著. 人民文学出版社, 198{n}. {n}9.70元", 1] for n in range(5)] + [["无", "佚名", 1]]
    found = entries(workbook(tmp_path / "c.xlsx", rows))
    assert found[2].title == Title(0, "书2", "作者2著", "", None, "人民文学出版社", "1982", price="29.70")
    assert found[5].title == Title(0, "无", "佚名", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7-02-000220-X", ("9787020002207",)),
        ("9787020002207 (精装) / 7544291162", ("9787020002207", "9787544291163")),
        ("978-7-02-000220-7；9787544291163", ("9787020002207", "9787544291163")),
        ("ISBN ９７８７０２０００２２０７", ("9787020002207",)),
        ("9787020002208", ()),
        ("9.78702E+12", ()),
        ("", ()),
    ],
)
def test_isbns(text: str, found: tuple[str, ...]) -> None:
    assert isbns(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20295403-5405", ("20295403", "20295404", "20295405")),
        ("20295403～20295404", ("20295403", "20295404")),
        ("B0098-B0100", ("B0098-B0100",)),
        ("B00098-B00100", ("B00098", "B00099", "B00100")),
        ("00099-101", ("00099", "00100", "00101")),
        ("20295403；20295404, 20295403", ("20295403", "20295404")),
        ("20295403 20295404", ("20295403", "20295404")),
        ("2020-2031", ("2020-2031",)),
        ("A-12", ("A-12",)),
        ("20295403-1", ("20295403-1",)),
    ],
)
def test_copy_numbers(text: str, found: tuple[str, ...]) -> None:
    assert numbers_of(text) == found


@pytest.mark.parametrize(
    ("cell", "day"),
    [("2026年3月5日", date(2026, 3, 5)), ("2026/3/5", date(2026, 3, 5)), (46086.0, date(2026, 3, 5)),
     ("20260305", date(2026, 3, 5)), (date(2026, 3, 5), date(2026, 3, 5)), ("2026-13-01", None), ("明天", None)],
)  # fmt: skip
def test_days(cell: Any, day: date | None) -> None:
    assert day_of(cell) == day


def test_years() -> None:
    assert [year_of(text) for text in ("c1982.3", "[1982]", "30042", "二〇〇一", "1982年3月")] == [
        "1982", "1982", "1982", "二〇〇一", "1982",
    ]  # fmt: skip


def test_a_map_is_a_value(tmp_path: Path) -> None:
    rows = [["a", "b"], ["红楼梦", "曹雪芹"]]
    mapping = Mapping({"author": 2, "name": 1}, 1, 'x"y')
    (tmp_path / "map.toml").write_text(map_text(mapping, rows), "utf-8")
    assert read_map(tmp_path / "map.toml", TITLE_HEADERS) == mapping
    (tmp_path / "bad.toml").write_text("[columns]\nname = 0\ncolour = 1\n")
    with pytest.raises(FileUnread) as unread:
        read_map(tmp_path / "bad.toml", TITLE_HEADERS)
    assert unread.value.problem.code == "M-08" and "colour" in str(unread.value.problem.values)


def test_one_name_in_a_row_of_many_is_no_header() -> None:
    assert guessed([["书名", "李四", "王五"], ["x", "y", "z"]], TITLE_HEADERS).header_row == 0
