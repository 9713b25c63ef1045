"""What learners get and sign beside certificates: the name check, and the passport on paper."""

from datetime import date
from pathlib import Path

import pdfs

from kiosk.documents.name_check import ROWS_A_PAGE, NameList, NameRow, print_name_check
from kiosk.documents.paper import Printed
from kiosk.documents.passport import PaperFact, PaperPassport, PaperRow, draw_passport
from kiosk.domain.refusals import Refused
from kiosk.words import read

NAMES = ("张小三", "欧阳𬭚", "阿卜杜热合曼·买买提吐尔逊·阿布力克木江")


def listed(*names: str) -> NameList:
    rows = tuple(NameRow(str(100001 + n), name, "22") for n, name in enumerate(names))
    return NameList("临江市工人文化宫", "书法入门（楷书）", "2026年3月2日至7月18日", rows)


def test_every_name_stands_on_the_list(tmp_path: Path) -> None:
    out = tmp_path / "names.pdf"
    done = print_name_check(listed(*(NAMES * 6)), read("zh_CN"), out)
    assert isinstance(done, Printed) and done.pages == -(-18 // ROWS_A_PAGE)
    text = "".join(pdfs.text(out).split())
    assert all(name in text for name in NAMES) and "姓名核对单" in text and "100018" in text


def test_a_name_that_cannot_be_printed_is_named_and_an_empty_list_refused(tmp_path: Path) -> None:
    for names, code in ((("张\ue816",), "Z-01"), ((), "Z-02")):
        refused = print_name_check(listed(*names), read("zh_CN"), tmp_path / "no.pdf")
        assert isinstance(refused, Refused) and [r.code for r in refused.reasons] == [code]
    assert not (tmp_path / "no.pdf").exists()


def passport(count: int, name: str = "欧阳𬭚") -> PaperPassport:
    rows = tuple(PaperRow(f"书 {n}", "曹雪芹 著", "12月21日到期") for n in range(count))
    return PaperPassport(
        hall="临江市工人文化宫",
        title="我的文化护照",
        name=name,
        number="会员号 100001",
        printed="2026年11月21日打印",
        facts=(PaperFact("36", "学时"), PaperFact("27", "借书"), PaperFact("18", "上课"), PaperFact("2", "证书")),
        sections=(("在借", rows), ("课程", ()), ("证书", ())),
        nothing="还没有记录",
        on=date(2026, 11, 21),
    )


def test_a_passport_holds_what_there_is_and_says_where_there_is_nothing(tmp_path: Path) -> None:
    for count, pages in ((3, 1), (50, 3)):
        drawn = draw_passport(passport(count))
        assert isinstance(drawn, bytes)
        out = tmp_path / "passport.pdf"
        out.write_bytes(drawn)
        text = pdfs.text(out)
        assert len(pdfs.sizes(out)) == pages
        assert "欧阳𬭚" in text and f"书 {count - 1}" in text and text.count("还没有记录") == 2
    refused = draw_passport(passport(1, "张\ue816"))
    assert isinstance(refused, Refused)
