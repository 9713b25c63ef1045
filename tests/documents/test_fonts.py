"""Fonts: every character of a name is printed and comes back out of the PDF, or the refusal names it."""

import random
from pathlib import Path

import pdfs
import pytest
from hypothesis import given, settings, strategies as st

from kiosk import words
from kiosk.documents.fonts import Fonts, heard
from kiosk.documents.paper import Paper

# All unified ideographs of level 3 of GB 18030-2022. The 8,105 of 通用规范汉字表 are among them.
BLOCKS = [(0x4E00, 0x9FEF), (0x3400, 0x4DB5), (0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D)]
BLOCKS += [(0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0)]
RARE_NAMES = "䶮㛃𬭚𫖯㺱犇堃喆翀玥𠅤𫘜𬱟𬀩"
A_LINE = 40


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def printed(fonts: Fonts, text: str, out: Path, face: str = "serif") -> str:
    """What a reader of the page copies, without the ends of lines."""
    paper = Paper(out, (297.0, 420.0), "字", fonts)
    for n in range(0, len(text), A_LINE):
        paper.text(face, text[n : n + A_LINE], (5, 8 + n / A_LINE * 6), 5)
    paper.end_page()
    paper.save()
    return "".join(pdfs.text(out).split())


def test_every_ideograph_of_the_national_standard_can_be_printed(fonts: Fonts) -> None:
    everyone = "".join(chr(point) for first, last in BLOCKS for point in range(first, last + 1))
    assert len(everyone) == 87_875
    assert fonts.gaps([("name", everyone)]) == ()
    for face in ("sans", "sans_bold", "serif_bold"):
        assert all(fonts[face].face(character) for character in everyone)


def test_common_characters_come_back_out_of_the_pdf(fonts: Fonts, tmp_path: Path) -> None:
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    common = b"".join(code for code in codes if code < b"\xd7\xfa" or code >= b"\xd8\xa1").decode("gb2312")
    assert len(common) == 6_763
    for n, part in enumerate(common[n : n + 2_400] for n in range(0, len(common), 2_400)):
        assert printed(fonts, part, tmp_path / f"{n}.pdf") == part


@pytest.mark.parametrize("face", ["serif", "sans_bold"])
def test_rare_characters_come_back_out_of_the_pdf(fonts: Fonts, tmp_path: Path, face: str) -> None:
    beyond = [chr(point) for first, last in BLOCKS[2:] for point in range(first, last + 1)]
    rare = RARE_NAMES + "".join(random.Random(1).sample(beyond, 500))
    assert printed(fonts, rare, tmp_path / "rare.pdf", face) == rare


def test_what_no_font_has_is_named_with_its_place(fonts: Fonts) -> None:
    # 赵, a character that no font here has, private use as old lists have it, a bell.
    found = fonts.gaps([("name", "赵\U0003134f"), ("title", "红\ue816\a楼"), ("name", "赵\U0003134f")])
    assert [reason.code for reason in found] == ["Z-01"] * 3
    assert [(r.values["point"], r.values["place"]) for r in found] == [("U+3134F", 2), ("U+E816", 2), ("U+0007", 3)]
    said = words.read("zh_CN").reason(found[1])
    assert said.facts == "书名“红□□楼”的第 2 个字是 U+E816，所有字体里都没有它。"


def test_a_glyph_without_an_outline_is_no_glyph(fonts: Fonts) -> None:
    face = fonts["serif"].faces[0]
    assert face.draws("龙") and face.draws(" ")
    glyph = face.font.face.charToGlyph[ord("龙")]
    kept, face.font.face.glyphPos = face.font.face.glyphPos, list(face.font.face.glyphPos)
    face.font.face.glyphPos[glyph + 1] = face.font.face.glyphPos[glyph]
    try:
        assert not face.draws("龙")
    finally:
        face.font.face.glyphPos = kept


def test_what_only_chooses_a_form_is_not_printed_and_is_no_gap(fonts: Fonts, tmp_path: Path) -> None:
    name = "葛\U000e0100\u200b城"
    assert fonts.gaps([("name", name)]) == () and heard(name) == "葛城"
    assert printed(fonts, name, tmp_path / "name.pdf") == "葛城"


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_a_text_without_gaps_can_always_be_drawn(fonts: Fonts, text: str) -> None:
    if not fonts.gaps([("name", text)]):
        assert "".join(run for _, run in fonts["serif"].runs(text)) == heard(text)


def test_every_font_lies_in_the_document(fonts: Fonts, tmp_path: Path) -> None:
    """Another machine has other fonts, or none."""
    text = "龙" + chr(0x2A6D6)
    assert [face.name for face, _ in fonts["serif"].runs(text)] == ["serif", "rare"]
    printed(fonts, text, tmp_path / "out.pdf")
    raw = (tmp_path / "out.pdf").read_bytes()
    described = raw.count(b"/Type /FontDescriptor")
    assert described == raw.count(b"/FontFile2 ") == raw.count(b"/ToUnicode ") == 2
    assert b"Helvetica" not in raw
