"""What pages of the further journeys show and ask for: slips, answers, practice, help, a family, a book box, a desk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hands import touch
from looking import texts
from PIL import Image
from zxingcpp import read_barcodes

from kiosk.visit.screens import Screen
from kiosk.words import read
from ui.app import Stage
from ui.bridge import Bridge
from ui.samples import SAMPLES, Standing
from ui.samples.lending import CODE
from ui.shots import LANDSCAPE, PORTRAIT, Shot, grab, settle, stage_for


class Noting(Standing):
    """A visit in which nothing happens but that it is noted."""

    asked: tuple[str, ...] = ()

    def tap(self, action: str, arguments: dict[str, Any]) -> Screen:
        self.asked = (*self.asked, action)
        return super().tap(action, arguments)


@pytest.fixture
def opened() -> Iterator[list[Stage]]:
    made: list[Stage] = []
    yield made
    for stage in made:
        stage.close()


def noting(sample: str, opened: list[Stage], *, care: bool = False) -> tuple[Stage, Noting]:
    visit = Noting(*SAMPLES[sample])
    bridge = Bridge(visit, read)
    if care:
        bridge.toggleCare()
    opened.append(stage := Stage(bridge, size=PORTRAIT, still=True))
    stage.window.show()
    settle()
    visit.asked = ()
    return stage, visit


def said(stage: Stage) -> set[str]:
    return {text.text for text in texts(stage)}


@pytest.mark.parametrize(
    ("sample", "button", "action"),
    [
        ("home", "没带卡", "no_card"),
        ("home", "跟我练", "practice"),
        ("home", "帮助", "help"),
        ("basket", "凭条", "receipt"),
        ("returned", "凭条", "receipt"),
        ("answers", "知道了", "go_on"),
        ("answers-many", "知道了", "go_on"),
        ("receipt", "返回", "back"),
        ("receipt", "完成", "finish"),
        ("practice-1", "结束练习", "finish"),
        ("practice-3", "再练一次", "practice"),
        ("help", "跟我练", "practice"),
        ("help", "返回", "back"),
        ("pin-checking", "返回", "back"),
        ("desk", "结束使用", "finish"),
    ],
)
def test_a_button_asks_for_one_thing(sample: str, button: str, action: str, opened: list[Stage]) -> None:
    stage, visit = noting(sample, opened)
    touch(stage, button)
    assert visit.asked == (action,)


@pytest.mark.parametrize("night", [False, True], ids=["paper", "night"])
@pytest.mark.parametrize("wide", [False, True], ids=["portrait", "landscape"])
@pytest.mark.parametrize("care", [False, True], ids=["standard", "care"])
def test_the_code_of_a_receipt_can_be_read(wide: bool, care: bool, night: bool, tmp_path: Path) -> None:
    stage = stage_for(Shot("receipt-confirmed", wide=wide, care=care, night=night))
    try:
        image = Image.open(grab(stage, tmp_path / "slip.png"))
        assert [code.text for code in read_barcodes(image)] == [CODE]
    finally:
        stage.close()


def test_a_receipt_scanned_later_tells_how_things_stand(opened: list[Stage]) -> None:
    stage, _ = noting("receipt-later", opened)
    assert {"这张凭条现在的情况", "前归还，还在借", "已还", "已撤销"} <= said(stage)
    assert not any("14:26" in text and len(text) > 5 for text in said(stage)), "the time of today is not the slip's"


@pytest.mark.parametrize(
    ("sample", "ticks"),
    [
        ("receipt", {"本机独立运行，已存好"}),
        ("receipt-confirmed", {"本机已存", "中心已确认"}),
        ("receipt-waiting", {"本机已存", "中心待确认，联网后自动上传"}),
    ],
)
def test_the_two_ticks(sample: str, ticks: set[str], opened: list[Stage]) -> None:
    all_ticks = {"本机独立运行，已存好", "本机已存", "中心已确认", "中心待确认，联网后自动上传"}
    assert said(noting(sample, opened)[0]) & all_ticks == ticks


def test_in_care_mode_answers_are_told_one_by_one(opened: list[Stage]) -> None:
    stage, visit = noting("answers-many", opened, care=True)
    for title in ("《三体》", "《劳动合同法释义：案例与问答》"):
        assert title in said(stage)
        touch(stage, "看下一件")
    assert "《本草的故事》" in said(stage)
    assert visit.asked == ()
    touch(stage, "知道了")
    assert visit.asked == ("go_on",)


def test_in_care_mode_help_explains_one_thing_at_a_time(opened: list[Stage]) -> None:
    stage, _ = noting("help", opened, care=True)
    seen = []
    for _ in range(8):
        seen.append(next(name for name in HELPED if name in said(stage)))
        touch(stage, "看下一条")
    assert seen == [*HELPED, HELPED[0]]


HELPED = ("会员码", "图书条码", "扫码窗口", "怎么借", "怎么还", "断网也能办", "找工作人员")


def test_a_family_sees_whose_card_takes_the_next_book(opened: list[Stage]) -> None:
    stage, _ = noting("basket-family", opened)
    assert {"下一本借给", "刚刚借出 · 张*宝", "张*宝", "张*三"} <= said(stage)
    assert "下一本借给" not in said(noting("basket", opened)[0])


def test_a_book_box_counts_beyond_its_shelf(opened: list[Stage]) -> None:
    stage, _ = noting("basket-box", opened)
    assert {"班组书箱", "24", " / 30"} <= said(stage)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_a_desk_counts_down_and_says_so_at_the_end(size: tuple[int, int], opened: list[Stage]) -> None:
    opened.append(stage := Stage(Bridge(Standing(*SAMPLES["desk"]), read), size=size, still=True))
    stage.window.show()
    settle()
    assert {"周*宁 · 馆长", "闲置 2:41 后退出", "书目", "9", "最久 11 天，6 人"} <= said(stage)
    opened.append(stage := Stage(Bridge(Standing(*SAMPLES["desk-silent"]), read), size=size, still=True))
    stage.window.show()
    settle()
    assert "还有 24 秒，点一下继续" in said(stage)
