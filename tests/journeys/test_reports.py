"""报表 at the desk: a span chosen and looked at, a number's list without a name, closed, printed, put on a stick."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from duties import on_duty
from halls import BOOKS, TestHall
from pdfs import text

from kiosk.domain.staff import MAY, ROLES, Role
from kiosk.storage import print_jobs
from kiosk.visit.report_desk import TAPS
from kiosk.visit.screens import Home, Printing, ReportList, Reports
from ui.visiting import busy


class Keeper:
    """A stick that is there, or not."""

    def __init__(self, *, stick: bool = True) -> None:
        self.stick, self.files = stick, dict[str, bytes]()

    def put_on_stick(self, name: str, content: bytes) -> str:
        if self.stick:
            self.files[name] = content
        return name if self.stick else ""

    def rest(self) -> bool:
        return False


@pytest.fixture
def desk(hall: TestHall) -> TestHall:
    """Two have borrowed today, and the manager is at the desk."""
    for who, what in (("zhang", "hlm"), ("li", "tg")):
        hall.scan(who)
        hall.scan(what)
        hall.tap("finish")
    on_duty(hall, "manager")
    return hall


def numbers(screen: object) -> dict[str, str]:
    assert isinstance(screen, Reports)
    return {figure.name: figure.value for figure in screen.figures}


def test_a_span_is_chosen_and_what_has_not_begun_has_no_report(desk: TestHall) -> None:
    month = desk.tap("reports")
    assert month.span.kind == "month" and not month.goes_on and month.known.all == 1
    assert (numbers(month)["visits"], numbers(month)["loans"]) == ("2", "2")
    assert desk.tap("report_step", by=1).span == month.span
    october = desk.tap("report_step", by=-1)
    assert (october.span.month, october.ended, numbers(october)["loans"]) == (10, True, "0")
    desk.tap("report_step", by=1)
    day = desk.tap("reports", kind="day")
    assert day.span.day == 21 and [bar.value for bar in day.bars if bar.mark == "chosen"] == [2]
    assert len(desk.tap("reports", kind="quarter").bars) == 14 and len(desk.tap("reports", kind="year").bars) == 12
    assert desk.tap("reports") == desk.visit.screen and desk.visit.screen.span.kind == "year"


def test_a_list_names_things_or_people_and_never_both(desk: TestHall) -> None:
    desk.tap("reports")
    loans = desk.tap("report_list", number="loans")
    assert isinstance(loans, ReportList) and {row[1] for row in loans.rows} == {BOOKS["hlm"][0], BOOKS["tg"][0]}
    people = desk.tap("report_list", number="visits")
    assert sorted(row[0] for row in people.rows) == ["张*三", "李*"]
    assert isinstance(desk.tap("report_list", number="nothing"), Reports)


def test_a_quarter_is_closed_when_it_is_over_and_only_once(desk: TestHall) -> None:
    desk.tap("reports", kind="quarter")
    refused = desk.tap("report_close")
    assert refused.way == "refused" and [reason.code for reason in refused.reasons] == ["B-02"]
    desk.tap("report_step", by=-1)
    assert desk.tap("report_close").closed_on is not None
    assert desk.facts == ["QuarterClosed"] and desk.visit.facts[0].actor == "S001"
    assert [reason.code for reason in desk.tap("report_close").reasons] == ["B-03"]


def test_it_is_printed_and_the_sheet_leads_back(desk: TestHall, tmp_path: Path) -> None:
    desk.tap("reports")
    desk.tap("report_print")
    screen = desk.visit.settle()
    assert isinstance(screen, Printing) and (screen.purpose, screen.way) == ("report", "waiting")
    (tmp_path / "report.pdf").write_bytes(print_jobs.sheet(desk.db, screen.job))
    assert "2026年11月月报" in text(tmp_path / "report.pdf")
    assert isinstance(desk.tap("leave_paper"), Reports)


@pytest.mark.parametrize(("what", "suffix"), [("excel", ".xlsx"), ("pack", ".zip")])
def test_it_is_put_on_a_stick(desk: TestHall, what: str, suffix: str) -> None:
    desk.visit.keeper = keeper = Keeper()  # type: ignore[assignment]
    desk.tap("reports")
    assert busy(desk.tap("report_save", what=what))
    done = desk.visit.settle()
    assert isinstance(done, Reports) and done.way == "saved" and done.file.endswith(suffix)
    assert zipfile.ZipFile(BytesIO(keeper.files[done.file])).testzip() is None


def test_without_a_stick_the_page_says_so(desk: TestHall) -> None:
    desk.visit.keeper = Keeper(stick=False)  # type: ignore[assignment]
    desk.tap("reports")
    desk.tap("report_save", what="excel")
    done = desk.visit.settle()
    assert isinstance(done, Reports) and [reason.code for reason in done.reasons] == ["B-04"] and not busy(done)


@pytest.mark.parametrize("role", ROLES)
def test_reports_are_for_those_who_answer_for_them(hall: TestHall, role: Role) -> None:
    for tap in TAPS:
        assert isinstance(hall.tap(tap), Home)
    on_duty(hall, role)
    opened = [type(hall.tap(tap)).__name__ for tap in TAPS if tap not in ("report_print", "report_save")]
    assert set(opened) <= ({"Reports", "ReportList"} if "reports" in MAY[role] else {"Desk"})
