"""Due days for a phone's calendar."""

from datetime import date

from kiosk.domain.calendar_text import due_text

EARLY, LATE = date(2026, 12, 31), date(2027, 1, 15)


def test_a_day_for_each_due_day_with_its_books() -> None:
    text = due_text(((LATE, "三体"), (EARLY, "红楼梦"), (EARLY, "城南; 旧事")), "临江市工人文化宫")
    lines = text.split("\r\n")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 2 and lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20261231" in lines and "DTEND;VALUE=DATE:20270101" in lines
    assert "SUMMARY:还书：城南\\; 旧事、红楼梦" in lines and "SUMMARY:还书：三体" in lines
    assert lines.count("LOCATION:临江市工人文化宫") == 2


def test_nothing_out_is_no_calendar() -> None:
    assert due_text((), "馆") == ""


def test_many_books_still_make_a_code_that_a_phone_reads() -> None:
    text = due_text(
        tuple((date(2026, 12, 1 + n), "职工安全生产知识与事故应急处置一百问" * 3) for n in range(20)), "馆" * 50
    )
    assert text.count("BEGIN:VEVENT") == 4 and len(text.encode()) < 2300
