"""Late books at the desk: whose they are, the longest first, and slips with whole names for their owners alone."""

from io import BytesIO
from pathlib import Path

import pytest
from duties import on_duty
from halls import TestHall
from pdfs import sizes, text

from kiosk.documents.overdue_slips import Slip, Slips, print_slips
from kiosk.domain.refusals import Refused
from kiosk.storage import print_jobs
from kiosk.visit.screens import Desk, Overdue, Printing
from kiosk.words import read


@pytest.fixture
def late(hall: TestHall) -> TestHall:
    """李四 has two books and forgets them."""
    hall.scan("li")
    hall.scan("hlm")
    hall.scan("san")
    hall.tap("finish")
    hall.pass_days(33)
    return hall


def test_the_desk_counts_them_and_leads_to_them(late: TestHall) -> None:
    desk = on_duty(late, "volunteer")
    assert isinstance(desk, Desk)
    (job,) = [job for job in desk.jobs if job.key == "overdue"]
    assert (job.many, job.facts["people"]) == (2, "1") and int(job.facts["days"]) > 0
    shown = late.tap("job", job="overdue")
    assert isinstance(shown, Overdue) and (shown.late, shown.due_today) == (2, 0)
    (person,) = shown.people
    assert person.name == "李*" and [one.book.title for one in person.books] == ["红楼梦", "三体"]
    assert person.days == int(job.facts["days"]) and not shown.may_print
    assert late.tap("overdue", member=person.member).chosen == person


def test_a_volunteer_prints_no_names(late: TestHall) -> None:
    on_duty(late, "volunteer")
    assert isinstance(late.tap("overdue_slips"), Desk)


def test_slips_go_to_paper_with_whole_names_and_lead_back(late: TestHall, tmp_path: Path) -> None:
    on_duty(late, "librarian")
    printing = late.tap("overdue_slips")
    assert isinstance(printing, Printing) and printing.way == "drawing"
    late.visit.settle()
    (job,) = print_jobs.unfinished(late.db)
    paper = tmp_path / "slips.pdf"
    paper.write_bytes(print_jobs.sheet(late.db, job.id))
    assert all(part in text(paper) for part in ("李四", "红楼梦", "三体", "已过"))
    assert isinstance(late.tap("leave_paper"), Overdue)


def test_nobody_is_late(hall: TestHall) -> None:
    on_duty(hall, "librarian")
    shown = hall.tap("overdue")
    assert shown.people == () and isinstance(hall.tap("overdue_slips"), Overdue)


def test_due_today_is_not_late(hall: TestHall) -> None:
    hall.scan("li")
    due = hall.scan("hlm").rows[0].due
    hall.tap("finish")
    hall.pass_days(due.days)
    on_duty(hall, "volunteer")
    assert hall.tap("overdue").people == ()
    assert [one.days for one in hall.tap("job", job="due").people[0].books] == [0]


def slips(*names: str, books: int = 1) -> Slips:
    listed = tuple((f"书{n}", "11月1日该还") for n in range(books))
    return Slips("临江市工人文化宫", "11月21日", tuple(Slip(name, "1001", "", listed) for name in names))


def test_three_to_a_page_and_more_books_than_lines(tmp_path: Path) -> None:
    paper = tmp_path / "slips.pdf"
    assert not isinstance(print_slips(slips(*"甲乙丙丁", books=7), read("zh_CN"), paper), Refused)
    assert len(sizes(paper)) == 2 and text(paper).count("还有 3 册") == 4


def test_a_name_that_no_font_has_is_named() -> None:
    refused = print_slips(slips("张\U000e0100\ue000"), read("zh_CN"), BytesIO())
    assert isinstance(refused, Refused)
    assert isinstance(print_slips(slips(), read("zh_CN"), BytesIO()), Refused)
