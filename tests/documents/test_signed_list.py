"""Lists to be signed: every copy once, how many of each title, and the two signatures on the last page."""

from pathlib import Path

import pdfs
import pytest

from kiosk import words
from kiosk.documents.paper import Printed
from kiosk.documents.signed_list import PAGE, ROWS_A_PAGE, ROWS_SIGNED, ListedCopy, SignedList, print_signed_list
from kiosk.domain.codes import copy_number
from kiosk.domain.refusals import Refused

CHINESE = words.read("zh_CN")
LONG = "职工安全生产知识与事故应急处置一百问（图解版）：从班组长到新员工的必读手册，第三次修订增补本上册"


def made(*copies: ListedCopy) -> SignedList:
    return SignedList("配送清单 2026-03", ("寄出：临江市工人文化宫", "签收：江北书屋"), copies, "寄出签名", "签收签名")


def read(file: Path) -> str:
    """Without the gaps between the groups of a number."""
    return "".join(pdfs.text(file).split())


def test_copies_stand_by_title_with_their_count_and_their_numbers(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    books = (ListedCopy(LONG, copy_number(1, 2)), ListedCopy("红楼梦", "LJ004417"), ListedCopy(LONG, copy_number(1, 1)))
    assert print_signed_list(made(*books), CHINESE, out) == Printed(1, PAGE)
    text = read(out)
    assert text.index(copy_number(1, 1)) < text.index(copy_number(1, 2)) and "LJ004417" in text
    assert "共2种3册" in text and "寄出签名" in text and "签收签名" in text and "上册" in text


@pytest.mark.parametrize(
    ("count", "pages"),
    [(1, 1), (ROWS_SIGNED, 1), (ROWS_SIGNED + 1, 2), (ROWS_A_PAGE, 2), (ROWS_A_PAGE + 1, 2), (300, 12)],
)
def test_the_signatures_always_have_room(tmp_path: Path, count: int, pages: int) -> None:
    out = tmp_path / "list.pdf"
    done = print_signed_list(made(*(ListedCopy("书", copy_number(1, n + 1)) for n in range(count))), CHINESE, out)
    assert done == Printed(pages, PAGE)
    text = read(out)
    assert all(copy_number(1, n + 1) in text for n in range(count)) and text.count("签收签名") == 1


def test_what_no_font_has_is_named_and_nothing_is_printed(tmp_path: Path) -> None:
    done = print_signed_list(made(ListedCopy("红\U000f1234", "1")), CHINESE, tmp_path / "list.pdf")
    assert isinstance(done, Refused) and [reason.code for reason in done.reasons] == ["Z-01"]
    none = print_signed_list(made(), CHINESE, tmp_path / "list.pdf")
    assert isinstance(none, Refused) and not (tmp_path / "list.pdf").exists()
