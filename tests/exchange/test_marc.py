"""MARC: every dialect and encoding gives the same title; what is wrong is mended or told, and never stops the rest."""

from pathlib import Path

import pytest
from exchange.lists import HLM, Fields, book, entries, iso2709, marcxml, read

from kiosk.domain.books import Title
from kiosk.exchange.entries import CopyEntry

EXPECTED = Title(
    0,
    "红楼梦: 校注本",
    "(清) 曹雪芹, 高鹗著; 启功注释",
    "I242.4",
    "9787020002207",
    "人民文学出版社",
    "1982",
    "3册 (1606页)",
    "59.70",
    "章回小说-中国-清代; 中国古典文学读本丛书",
    "以贾宝玉、林黛玉的爱情为线索。",
    source="marc:江北图/012003000123",
)
NUMBERS = tuple(CopyEntry(str(n), "I242.4/12") for n in range(20295403, 20295409))


def written(path: Path, *records: bytes) -> Path:
    path.write_bytes(b"".join(records))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk"])
@pytest.mark.parametrize("leader", ["nam  ", "nam a", "nam0 ", "     "])
def test_cnmarc_in_every_encoding_whatever_its_leader_says(tmp_path: Path, encoding: str, leader: str) -> None:
    file = read(written(tmp_path / "all.iso", iso2709(HLM, encoding, leader)))
    (entry,) = file.entries
    assert entry.title == EXPECTED and entry.copies == NUMBERS and entry.problems == ()
    assert file.encoding == ("utf-8" if encoding == "utf-8" else "gb18030")


def test_each_record_is_read_in_its_own_encoding(tmp_path: Path) -> None:
    """联通 in GBK is also good UTF-8; the more common characters are meant."""
    mixed = [iso2709(HLM, "gb18030"), iso2709(HLM, "utf-8"), iso2709(book(1, "联通"), "gbk")]
    file = read(written(tmp_path / "mixed.mrc", *mixed))
    names = [entry.title.name for entry in file.entries]
    assert names == ["红楼梦: 校注本", "红楼梦: 校注本", "联通"] and set(file.encoding.split(", ")) == {
        "utf-8",
        "gb18030",
    }


def test_characters_that_older_tables_put_in_the_private_area(tmp_path: Path) -> None:
    raw = iso2709(book(1, "XX"), "gb18030").replace(b"XX", b"\xfe\x59")
    (entry,) = entries(written(tmp_path / "rare.mrc", raw))
    assert entry.title.name == "\u9fb4" and entry.problems == ()
    (entry,) = entries(written(tmp_path / "own.mrc", iso2709(book(1, "\ue5e5\ue864"))))
    assert entry.title.name == "\ue5e5\u9fbb" and [p.values for p in entry.problems] == [{"sign": "U+E5E5"}]


AMERICAN: Fields = (
    ("001", (("", "ocm77"),)),
    ("003", (("", "OCoLC"),)),
    ("020", (("a", "9780140449266 (pbk.)"), ("c", "USD12.00"))),
    ("084", (("a", "I565.44"), ("2", "clc"))),
    ("100", (("a", "Dumas, Alexandre,"), ("d", "1802-1870"))),
    ("245", (("a", "Le comte de Monte-Cristo :"), ("b", "re\x00cit /"), ("c", "Alexandre Dumas."))),
    ("260", (("a", "Paris :"), ("b", "Gallimard,"), ("c", "c1998."))),
    ("300", (("a", "1276 p. ;"), ("c", "20 cm"))),
    ("520", (("a", "An escape."),)),
    ("650", (("a", "Adventure stories"), ("z", "France."))),
    ("852", (("h", "I565.44"), ("p", "B0012345"))),
)


def test_marc21_in_marc8(tmp_path: Path) -> None:
    raw = iso2709(AMERICAN, "latin-1").replace(b"re\x00cit", b"r\xe2ecit")
    file = read(written(tmp_path / "old.mrc", raw))
    (entry,) = file.entries
    assert entry.title.name == "Le comte de Monte-Cristo: récit" and file.encoding == "marc-8"
    assert entry.title.author == "Alexandre Dumas" and entry.title.source == "marc:OCoLC/ocm77"
    assert (entry.title.press, entry.title.year, entry.title.price) == ("Gallimard", "1998", "USD12.00")
    assert entry.title.subjects == "Adventure stories-France" and entry.title.isbn == "9780140449266"
    assert entry.copies == (CopyEntry("B0012345", "I565.44"),)


def test_marc8_with_chinese_by_escapes(tmp_path: Path) -> None:
    raw = iso2709((*AMERICAN[:5], ("245", (("a", "XX"),))), "latin-1").replace(b"XX", b"\x1b$1!0!\x1b(B")
    (entry,) = entries(written(tmp_path / "east.mrc", raw))
    assert entry.title.name == "一"


@pytest.mark.parametrize("prefix", ["", "marc:"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_marcxml(tmp_path: Path, prefix: str, encoding: str) -> None:
    path = tmp_path / "all.xml"
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    bad = f"<{prefix}record><{prefix}datafield></oops></{prefix}record>"
    text = marcxml(HLM, book(2), prefix=prefix).replace(f"<{prefix}record>", f"{bad}<{prefix}record>", 1)
    path.write_bytes((head + text).encode(encoding))
    bad_one, entry, second = entries(path)
    assert [p.code for p in bad_one.problems] == ["M-10"]
    assert entry.title == EXPECTED and entry.copies == NUMBERS and second.title.name == "平凡的书2"


def test_no_entity_is_expanded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xml"
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {c} "{f"&{b};" * 10}">' for b, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    path.write_text(f"<?xml version='1.0'?><!DOCTYPE x [{entities}]>" + marcxml(book(1, "&i;"), book(2)))
    bomb, good = entries(path)
    assert [p.code for p in bomb.problems] == ["M-10"] and good.title.name == "平凡的书2"


# What is wrong


def damaged(raw: bytes, how: str) -> bytes:
    base = int(raw[12:17])
    return {
        "length": b"99999" + raw[5:],
        "length of letters": b"00abc" + raw[5:],
        "base": raw[:12] + b"00000" + raw[17:],
        "directory of before it was turned into UTF-8": raw[:base] + raw[base:].decode("gb18030").encode(),
        "leader of zeros": b"0" * 24 + raw[24:],
    }[how]


@pytest.mark.parametrize(
    "how", ["length", "length of letters", "base", "directory of before it was turned into UTF-8", "leader of zeros"]
)
def test_wrong_lengths_are_mended_and_told(tmp_path: Path, how: str) -> None:
    raw = iso2709(HLM, "gb18030")
    path = written(tmp_path / "bad.mrc", iso2709(book(1)), damaged(raw, how), iso2709(book(2)))
    before, entry, after = entries(path)
    assert entry.title == EXPECTED and entry.copies == NUMBERS
    assert [p.code for p in entry.problems] == ["M-35"] and entry.offset == len(iso2709(book(1)))
    assert before.title.name == "平凡的书1" and after.title.name == "平凡的书2"


@pytest.mark.parametrize("cut", [10, 30, 90, 300, 440])
def test_a_record_that_is_cut_off_takes_no_other_with_it(tmp_path: Path, cut: int) -> None:
    raw = iso2709(HLM)
    path = written(tmp_path / "cut.mrc", iso2709(book(1)), raw[:cut], iso2709(book(2)), iso2709(book(3)))
    found = entries(path)
    good = [entry.title.name for entry in found if not entry.problems]
    assert good[0] == "平凡的书1" and good[-1] == "平凡的书3" and "红楼梦: 校注本" not in good
    if cut > 24:
        assert good == ["平凡的书1", "平凡的书2", "平凡的书3"]
    bad = [entry for entry in found if entry.problems]
    assert bad[0].problems[0].code in ("M-10", "M-11") and bad[0].offset == len(iso2709(book(1)))


def test_a_file_that_ends_too_early(tmp_path: Path) -> None:
    raw = iso2709(HLM)
    first, last = entries(written(tmp_path / "end.mrc", iso2709(book(1)), raw[: len(raw) - 9]))
    assert first.title.name == "平凡的书1" and [p.code for p in last.problems] == ["M-11"]


def test_zeros_and_line_ends_between_records(tmp_path: Path) -> None:
    raw = b"\r\n".join(iso2709(book(n)) for n in range(3)) + b"\r\n\0\0\x1a"
    found = entries(written(tmp_path / "lines.mrc", b"\n", raw))
    assert [entry.title.name for entry in found] == ["平凡的书0", "平凡的书1", "平凡的书2"]
    assert found[1].offset == 1 + len(iso2709(book(0))) + 2


def test_a_letter_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    raw = iso2709(HLM, "utf-8").replace("红".encode(), b"\xff\xfe\xff")
    (entry,) = entries(written(tmp_path / "x.mrc", raw))
    assert [p.code for p in entry.problems][:1] == ["M-12"]


@pytest.mark.parametrize(
    ("fields", "isbn", "price", "codes"),
    [
        ((("a", "7-02-000220-X"),), "9787020002207", "", []),
        ((("d", "CNY1.20"),), None, "1.20", []),
        ((("a", "CNY1.2"),), None, "1.20", []),
        ((("a", "978-7-02-000220-7 : 59.70元"),), "9787020002207", "59.70", []),
        ((("a", "7-02-000220-1"), ("d", "￥3")), None, "3.00", ["M-30"]),
        ((("a", "10019·3288"),), None, "", ["M-30"]),
        ((("a", "7020002200"), ("a", "702000220x")), "9787020002207", "", []),
    ],
)
def test_isbn_and_price(tmp_path: Path, fields: object, isbn: str, price: str, codes: list[str]) -> None:
    record = (("010", fields), *((tag, f) for tag, f in book(1) if tag != "010"))
    (entry,) = entries(written(tmp_path / "i.mrc", iso2709(record)))  # type: ignore[arg-type]
    assert (entry.title.isbn, entry.title.price, [p.code for p in entry.problems]) == (isbn, price, codes)


def test_an_old_scheme_gives_way_to_the_call_number(tmp_path: Path) -> None:
    record = [(t, f) for t, f in book(1) if t not in ("690", "905")]
    record += [("690", (("a", "843.7"),)), ("905", (("b", "111222"), ("d", "I247.57"), ("e", "5")))]
    (entry,) = entries(written(tmp_path / "s.mrc", iso2709(record)))
    assert entry.title.class_mark == "I247.57" and not entry.problems
    (entry,) = entries(written(tmp_path / "t.mrc", iso2709(record[:-1])))
    assert entry.title.class_mark == "" and [p.code for p in entry.problems] == ["M-33"]


@pytest.mark.parametrize(
    "holding",
    [
        ("982", (("a", "主馆"), ("b", "20295403"), ("b", "20295404"))),
        ("985", (("a", "20295403"), ("a", "20295404"))),
        ("905", (("a", "JBT"), ("b", "20295403;20295404"))),
    ],
)
def test_dialects_of_holdings(tmp_path: Path, holding: tuple[str, Fields]) -> None:
    record = [(t, f) for t, f in book(1) if t != "905"] + [holding]
    (entry,) = entries(written(tmp_path / "h.mrc", iso2709(record)))  # type: ignore[arg-type]
    assert [copy.number for copy in entry.copies] == ["20295403", "20295404"]
