"""Cards and posters: readable codes, whole names, fronts and backs that meet, and refusals that print nothing."""

from pathlib import Path

import pdfs
import pytest
import zxingcpp
from halls import HALL, TODAY, TestHall
from msgspec.structs import replace

from kiosk import words
from kiosk.documents import poster
from kiosk.documents.member_card import CARD, COLUMNS, PAGE, ROWS, Issuer, PaperCard, card_cell, print_cards
from kiosk.documents.paper import Printed
from kiosk.documents.poster import Poster, Step, print_posters
from kiosk.domain.codes import PRACTICE_CARD
from kiosk.domain.halls import Notice
from kiosk.domain.refusals import Refused
from kiosk.storage.keys import add_key
from kiosk.upkeep.hall_papers import paper_cards, posters

CHINESE, ENGLISH = words.read("zh_CN"), words.read("en")
LONG_NAME = "阿卜杜热依木·阿布都克热木·买买提吐尔逊江"
NAMES = ("张小三", "欧阳𠅤文", "𬭚𫖯", LONG_NAME, "Wolfeschlegelsteinhausenbergerdorff Johannes", "")


def card(n: int, name: str) -> PaperCard:
    return PaperCard("1" + f"{7**230 + n:0200}"[-200:], f"1000{n:02}", name, "会员", "2028-01-01")


def squeezed(text: str) -> str:
    return "".join(text.split())


def read(file: Path, page: int) -> list[str]:
    return [
        found.text for found in zxingcpp.read_barcodes(pdfs.picture(file, page, 150), zxingcpp.BarcodeFormat.QRCode)
    ]


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=words.LANGUAGES)
def test_every_card_of_a_sheet_is_read_and_every_name_is_whole(language: words.Words, tmp_path: Path) -> None:
    sheet = [card(n, NAMES[n % len(NAMES)]) for n in range(13)]
    done = print_cards(sheet, Issuer("临江市工人文化宫", "职工书屋"), language, tmp_path / "cards.pdf")
    assert done == Printed(4, PAGE)
    assert sorted(read(tmp_path / "cards.pdf", 0) + read(tmp_path / "cards.pdf", 2)) == sorted(c.code for c in sheet)
    assert read(tmp_path / "cards.pdf", 1) == []
    said = squeezed(pdfs.text(tmp_path / "cards.pdf"))
    for name in NAMES:
        assert squeezed(name) in said, name
    assert said.count(squeezed(language.say("card.found"))) == 13


def test_a_back_lies_behind_its_front() -> None:
    for n in range(COLUMNS * ROWS):
        front, back = card_cell(n, mirrored=False), card_cell(n, mirrored=True)
        assert back.x == pytest.approx(PAGE[0] - front.right) and back.y == front.y
        assert (front.width, front.height) == CARD
        assert front.x >= 10 and front.foot <= PAGE[1] - 10, "no printer reaches its page's edge"


def test_cards_of_real_members(hall: TestHall) -> None:
    add_key(hall.db, "issuer")
    found = paper_cards(hall.db, 1, (), CHINESE)
    assert not isinstance(found, Refused)
    assert [(c.number, c.name, c.tier) for c in found] == [
        ("100000", "张小三", "会员"),
        ("100001", "李四", "会员"),
        ("100002", "欧阳文", "会员"),
    ]
    refused = paper_cards(hall.db, 1, ("100001", "7", "8"), CHINESE)
    assert isinstance(refused, Refused)
    assert [(r.code, r.values["number"]) for r in refused.reasons] == [("Z-07", "7"), ("Z-07", "8")]


def test_a_name_that_cannot_be_printed_stops_every_card(tmp_path: Path) -> None:
    sheet = [card(1, "张小三"), card(2, "赵\U0003134f"), card(3, "王\ue816")]
    done = print_cards(sheet, Issuer("馆"), CHINESE, tmp_path / "cards.pdf")
    assert isinstance(done, Refused)
    assert [(r.code, r.values["point"]) for r in done.reasons] == [("Z-01", "U+3134F"), ("Z-01", "U+E816")]
    empty = print_cards([], Issuer("馆"), CHINESE, tmp_path / "cards.pdf")
    assert isinstance(empty, Refused) and not (tmp_path / "cards.pdf").exists()


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=words.LANGUAGES)
def test_posters_of_borrowing_and_of_notices(language: words.Words, tmp_path: Path) -> None:
    notice = Notice("n", 1, "周一闭馆，还书箱照常", "周一到期的书，自动顺延到周二。", TODAY, TODAY)
    made = posters(HALL, (notice,), language)
    assert print_posters(made, "海报", tmp_path / "out.pdf") == Printed(2, PAGE)
    assert read(tmp_path / "out.pdf", 0) == [PRACTICE_CARD]
    said = squeezed(pdfs.text(tmp_path / "out.pdf"))
    for part in (*(s for step in made[0].steps for s in (step.title, step.more)), *made[0].foot, notice.text):
        assert squeezed(part) in said, part


def test_a_poster_takes_more_than_it_should_have_to(tmp_path: Path) -> None:
    """A session's poster, with everything long; nothing runs off the page, and its code is as large as ever."""
    crowded = Poster(
        hall="临江市滨江新区工人文化宫第二职工书屋" * 2,
        heading="每周一讲第1738期：从车间到云端的智能制造与数字化转型",
        lead="主讲：临江大学机械工程学院教授；听众自带笔记本；" * 4,
        facts=("12月21日 星期一 19:00–21:00", "三楼 多功能厅 B 区，请从东门进" * 3),
        steps=tuple(Step(f"步骤{n}" * 9, "说明" * 60) for n in range(4)),
        code="5" + "0" * 190,
        code_title="扫码签到" * 5,
        code_more="先扫会员码，再扫这张海报。" * 9,
        foot=("迟到十五分钟以上不计学时。" * 9,),
    )
    assert print_posters([crowded, replace(crowded, code="", steps=())], "海报", tmp_path / "out.pdf") == Printed(
        2, PAGE
    )
    assert read(tmp_path / "out.pdf", 0) == [crowded.code]
    for page in (0, 1):
        seen = pdfs.picture(tmp_path / "out.pdf", page, 50)
        ink = seen.point(lambda light: 255 if light < 200 else 0).getbbox()
        assert ink and min(ink[0], ink[1], seen.width - ink[2], seen.height - ink[3]) >= 0.9 * poster.MARGIN * 50 / 25.4
