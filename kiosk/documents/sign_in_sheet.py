"""Sign-in sheet: a session's roster on paper, with room to sign, for the evening on which nothing else works."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from kiosk.resources import resource
from kiosk.words import Words

MM = 72 / 25.4
PAGE_MM = (210.0, 297.0)
MARGIN_MM, TOP_MM, ROW_MM, ROWS_A_PAGE = 16.0, 52.0, 9.5, 23
EMPTY_ROWS = 5  # for whoever walks in
COLUMNS_MM = (("number", 14.0), ("name", 46.0), ("entered", 30.0), ("left", 30.0), ("sign", 58.0))
SANS, BOLD = "NotoSansSC", "NotoSansSC-Bold"


class Sheet(Struct, frozen=True):
    """All that stands on it."""

    title: str
    when: str
    teacher: str
    room: str
    names: tuple[str, ...]  # in full: it is for the organiser


def sign_in_sheet(sheet: Sheet, words: Words, out: Path) -> int:
    """How many pages it has."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    page = Canvas(str(out), pagesize=(PAGE_MM[0] * MM, PAGE_MM[1] * MM))
    page.setTitle(f"{words.say('roster.title')} {sheet.title}")
    rows = (*sheet.names, *[""] * EMPTY_ROWS)
    parts = [rows[n : n + ROWS_A_PAGE] for n in range(0, len(rows), ROWS_A_PAGE)]
    for number, part in enumerate(parts):
        heading(page, sheet, words)
        table_head(page, words)
        for place, name in enumerate(part):
            line(page, place, (number * ROWS_A_PAGE + place + 1, name))
        foot = words.say("roster.page", page=number + 1, pages=len(parts))
        text(page, (PAGE_MM[0] - MARGIN_MM, 10), foot, right=True)
        page.showPage()
    page.save()
    return len(parts)


def register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    registerFont(TTFont(SANS, str(resource("fonts/NotoSansSC_400Regular.ttf"))))
    registerFont(TTFont(BOLD, str(resource("fonts/NotoSansSC_700Bold.ttf"))))


def heading(page: Any, sheet: Sheet, words: Words) -> None:
    text(page, (MARGIN_MM, PAGE_MM[1] - 22), sheet.title, font=(BOLD, 16))
    text(page, (PAGE_MM[0] - MARGIN_MM, PAGE_MM[1] - 22), words.say("roster.title"), right=True)
    facts = [sheet.when]
    facts += [words.say("roster.teacher", teacher=sheet.teacher)] if sheet.teacher else []
    facts += [words.say("roster.room", room=sheet.room)] if sheet.room else []
    text(page, (MARGIN_MM, PAGE_MM[1] - 31), "    ".join(facts))


def table_head(page: Any, words: Words) -> None:
    x, y = MARGIN_MM, PAGE_MM[1] - TOP_MM + 3
    for key, width in COLUMNS_MM:
        text(page, (x + 1.5, y), words.say(f"roster.{key}"), font=(BOLD, 10))
        x += width
    rule(page, PAGE_MM[1] - TOP_MM, 1.2)


def line(page: Any, place: int, row: tuple[int, str]) -> None:
    y = PAGE_MM[1] - TOP_MM - (place + 1) * ROW_MM
    text(page, (MARGIN_MM + 1.5, y + 3), str(row[0]))
    text(page, (MARGIN_MM + COLUMNS_MM[0][1] + 1.5, y + 3), row[1], font=(SANS, 12))
    rule(page, y, 0.4)


def rule(page: Any, y: float, width: float) -> None:
    page.setLineWidth(width)
    page.line(MARGIN_MM * MM, y * MM, (PAGE_MM[0] - MARGIN_MM) * MM, y * MM)


def text(
    page: Any, at: tuple[float, float], said: str, *, font: tuple[str, int] = (SANS, 10), right: bool = False
) -> None:
    page.setFont(*font)
    (page.drawRightString if right else page.drawString)(at[0] * MM, at[1] * MM, said)
