"""Labels: every code of a full sheet is read again, nothing leaves its cell, nothing is printed by halves."""

from pathlib import Path

import pdfs
import pytest
import zxingcpp
from msgspec.structs import replace

from kiosk.documents.codes_on_paper import BAR_LEAST, bars, draw_qr
from kiosk.documents.fonts import Fonts
from kiosk.documents.label_layout import MODULE_LEAST, laid_out
from kiosk.documents.label_sheet import ROLL_DPI, Sheet, roll, sheets
from kiosk.documents.labels import BookLabel, Job, ShelfLabel, SpineLabel, grouped, print_labels
from kiosk.documents.paper import Cell, Paper, Printed
from kiosk.domain.codes import copy_number, shelf_code
from kiosk.domain.refusals import Refused

SHEETS = sheets()
ROLLS = ("50x30", "40x30", "60x40", "30x40", "70x50")
TITLES = [
    ("红楼梦", "I242.4"),
    ("家庭食疗一百方：四季篇", "R247.1"),
    ("䶮家堡纪事与𬭚𫖯𠅤氏族谱（上）", "K820.9"),
    ("A Very Long English Title about Programmable Logic Controllers in Practice", "TP332.3"),
    ("西门子S7-1200/1500 PLC编程及应用案例精讲（微课视频版）：从入门到精通全程图解", "TP332.3-64/2"),
    ("城南旧事", ""),
    ("中华人民共和国劳动合同法实施条例条文释义与典型案例分析全书" * 3, "D922.525"),
    ("", ""),
]


def books(count: int) -> list[BookLabel]:
    return [BookLabel(copy_number(1630, n + 1), "临江市工人文化宫职工书屋", *TITLES[n % 8]) for n in range(count)]


def read(file: Path, page: int, dpi: int) -> list[str]:
    kinds = (zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128)
    return [f"{found.format} {found.text}" for found in zxingcpp.read_barcodes(pdfs.picture(file, page, dpi), kinds)]


def inside(inner: Cell, outer: Cell) -> bool:
    return (
        outer.x - 1e-6 <= inner.x
        and outer.y - 1e-6 <= inner.y
        and inner.right <= outer.right + 1e-6
        and inner.foot <= outer.foot + 1e-6
    )


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_a_sheets_labels_lie_on_the_page_and_beside_each_other(sheet: Sheet) -> None:
    cells = [sheet.cell(n) for n in range(sheet.places)]
    assert all(inside(cell, Cell(0, 0, *sheet.page)) for cell in cells)
    for n, one in enumerate(cells):
        for other in cells[n + 1 :]:
            apart = one.right <= other.x + 1e-6 or other.right <= one.x + 1e-6
            assert apart or one.foot <= other.y + 1e-6 or other.foot <= one.y + 1e-6
    assert sheet.pitch[0] >= sheet.label[0] and sheet.pitch[1] >= sheet.label[1]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_code_of_a_full_sheet_is_read_again(sheet: Sheet, tmp_path: Path) -> None:
    labels = books(sheet.places)
    assert print_labels(Job(labels, sheet, "书标"), tmp_path / "out.pdf") == Printed(1, sheet.page)
    found = read(tmp_path / "out.pdf", 0, 150)
    numbers = sorted(label.number for label in labels)
    assert sorted(text.split()[-1] for text in found if text.startswith("QR")) == numbers
    layout = laid_out(sheet.cell(0), "auto")
    assert layout
    assert sorted(text.split()[-1] for text in found if text.startswith("Code")) == (numbers if layout.bars else [])


@pytest.mark.parametrize("dpi", ROLL_DPI)
@pytest.mark.parametrize("size", ROLLS)
@pytest.mark.parametrize("codes", ["auto", "both", "qr", "bars"])
def test_every_code_from_a_roll_is_read_again(size: str, dpi: int, codes: str, tmp_path: Path) -> None:
    sheet = roll(size, dpi)
    assert sheet
    done = print_labels(Job(books(8), sheet, "书标", codes=codes), tmp_path / "out.pdf")  # type: ignore[arg-type]
    if isinstance(done, Refused):
        assert [reason.code for reason in done.reasons] == ["Z-04"] and size == "30x40"
        return
    assert done == Printed(8, sheet.label) and pdfs.sizes(tmp_path / "out.pdf") == [sheet.label] * 8
    layout = laid_out(sheet.cell(0), codes)  # type: ignore[arg-type]
    assert layout
    for page, label in enumerate(books(8)):
        found = read(tmp_path / "out.pdf", page, dpi)
        assert {text.split()[-1] for text in found} == {label.number}
        assert len(found) == bool(layout.qr) + bool(layout.bars)


@pytest.mark.parametrize("dpi", ROLL_DPI)
@pytest.mark.parametrize("size", ROLLS)
def test_codes_are_made_of_whole_dots_and_keep_their_white(size: str, dpi: int) -> None:
    sheet = roll(size, dpi)
    assert sheet
    cell = sheet.cell(0)
    for codes in ("auto", "both", "qr", "bars"):
        layout = laid_out(cell, codes)
        if layout is None:
            continue
        assert all(inside(part, cell) for part in (layout.words, layout.number, layout.qr, layout.bars) if part)
        if layout.qr:
            module = layout.qr.width / 29 / cell.dot
            assert module == pytest.approx(round(module)) and layout.qr.width / 29 >= MODULE_LEAST
        if layout.bars:
            module = layout.bars.width / 123 / cell.dot
            assert module == pytest.approx(round(module)) and layout.bars.width / 123 >= BAR_LEAST
            white = 10 * layout.bars.width / 123
            assert cell.right - layout.bars.right >= white - 1e-6
            overlap = layout.qr and layout.qr.y < layout.bars.foot and layout.bars.y < layout.qr.foot
            left = layout.qr.x + layout.qr.width * 25 / 29 if layout.qr and overlap else cell.x
            assert layout.bars.x - left >= white - 1e-6


def dark(file: Path, dpi: int) -> set[tuple[int, int]]:
    seen = pdfs.picture(file, 0, dpi)
    wide = seen.width
    return {divmod(n, wide)[::-1] for n, light in enumerate(seen.tobytes()) if light < 200}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_no_ink_outside_its_label(sheet: Sheet, tmp_path: Path) -> None:
    """One label alone in the middle of the sheet, with the longest of titles."""
    place = sheet.places // 2
    label = BookLabel(
        copy_number(1, 1), "临江市滨江新区工人文化宫第二职工书屋" * 2, "无穷无尽的书名" * 20, "TP332.3-64/2" * 4
    )
    print_labels(Job([label], sheet, "书标", start_at=place + 1), tmp_path / "out.pdf")
    cell, dots = sheet.cell(place), 100 / 25.4
    for x, y in dark(tmp_path / "out.pdf", 100):
        assert cell.x * dots <= x + 1 and x <= cell.right * dots, "left or right of its label"
        assert cell.y * dots <= y + 1 and y <= cell.foot * dots, "above or below its label"


def test_a_used_sheet_is_begun_where_labels_are_left(tmp_path: Path) -> None:
    sheet = SHEETS["3x8-70x37"]
    done = print_labels(Job(books(5), sheet, "书标", start_at=23), tmp_path / "out.pdf")
    assert done == Printed(2, sheet.page)
    assert [len(read(tmp_path / "out.pdf", page, 150)) for page in (0, 1)] == [2 * 2, 3 * 2]


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_printed(tmp_path: Path) -> None:
    bad = [BookLabel(copy_number(1, 1), "馆", "红\ue816楼"), BookLabel(copy_number(1, 2), "馆", "赵\U0003134f")]
    job = Job(bad, replace(SHEETS["5x13-38.1x21.2"], label=(9.0, 9.0)), "书标", start_at=66)
    done = print_labels(job, tmp_path / "out.pdf")
    assert isinstance(done, Refused)
    assert [reason.code for reason in done.reasons] == ["Z-03", "Z-04", "Z-01", "Z-01"]
    empty = print_labels(Job([], SHEETS["3x8-70x37"], "书标"), tmp_path / "out.pdf")
    assert isinstance(empty, Refused) and [reason.code for reason in empty.reasons] == ["Z-02"]
    assert not (tmp_path / "out.pdf").exists()


def test_spines_say_class_author_and_serial(tmp_path: Path) -> None:
    labels = [SpineLabel("TP332.3-64/2", "CXQ", "7"), SpineLabel("I242.4", "", "12")]
    assert isinstance(print_labels(Job(labels, SHEETS["5x13-38.1x21.2"], "书脊标"), tmp_path / "out.pdf"), Printed)
    assert "".join(pdfs.text(tmp_path / "out.pdf").split()) == "TP332.3-64/2CXQ7I242.412"


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_shelf_of_a_full_sheet_is_read_again(sheet: Sheet, tmp_path: Path) -> None:
    codes = [shelf_code(1, f"A 架 {n} 列 2 层") for n in range(sheet.places)]
    labels = [
        ShelfLabel(code, "临江市工人文化宫", "二楼 综合区", f"A 架 {n} 列", "2 层") for n, code in enumerate(codes)
    ]
    print_labels(Job(labels, sheet, "架标"), tmp_path / "out.pdf")
    assert sorted(text.split()[-1] for text in read(tmp_path / "out.pdf", 0, 150)) == sorted(codes)


@pytest.mark.parametrize("number", ["2000100000014", "2163012345671", "200010000001", "0000000000000"])
def test_bars_are_what_another_encoder_draws(number: str) -> None:
    drawn = zxingcpp.create_barcode(number, zxingcpp.BarcodeFormat.Code128)
    row = bytes(memoryview(zxingcpp.write_barcode_to_image(drawn, scale=1, add_quiet_zones=False)))  # type: ignore[arg-type]
    ours = bars(number)
    assert len(ours) == 123 - 22 * (len(number) % 2 == 0)
    found = zxingcpp.read_barcode(wide(ours), zxingcpp.BarcodeFormat.Code128)
    assert found and found.text == number and len(row) % len(ours) == 0


def wide(row: list[bool]):  # type: ignore[no-untyped-def]
    from PIL import Image

    light = bytes(255 - 255 * dark for dark in (*[False] * 12, *row, *[False] * 12) for _ in range(3))
    return Image.frombytes("L", (len(light), 30), light * 30)


def test_a_qr_has_its_white_and_lies_on_the_printers_dots(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "out.pdf", (30.0, 30.0), "码", Fonts())
    side = draw_qr(paper, copy_number(1, 1), Cell(1, 1, 20, 20, dpi=203), level="H")
    paper.end_page()
    paper.save()
    points = dark(tmp_path / "out.pdf", 203)
    module = side / 29 / (25.4 / 203)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    assert module == pytest.approx(5) and right - left + 1 == 21 * 5
    assert grouped("2000100000014") == "2 0001 0000001 4"
