"""Report: a report sheet on A4, page after page: large figures, bars, tables, and room to sign."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from kiosk.documents.fonts import Fonts
from kiosk.documents.paper import INK, PINE, Cell, Paper, Point, Printed
from kiosk.documents.report_bars import BARS_HIGH, SHARE, SHARE_COLUMNS, draw_bars, draw_shares
from kiosk.documents.report_table import HEAD, ROW, draw_head, draw_row, wide
from kiosk.documents.typesetting import Room, fitted, plain
from kiosk.domain.refusals import NOTHING_TO_PRINT, Refused
from kiosk.domain.report_sheet import ReportSheet, Section, Shown
from kiosk.words import Words

PAGE: Point = (210.0, 297.0)
MARGIN, FOOT = 16.0, 20.0
WIDTH = PAGE[0] - 2 * MARGIN
SOFT = (87, 78, 67)
FIGURE, FIGURES_ACROSS = 25.0, 4
TITLE_HIGH, GAP, SIGNS_HIGH = 11.0, 5.0, 26.0
SMALL, TEXT = 3.3, 3.9


def print_report(sheet: ReportSheet, words: Words, out: Path | BytesIO) -> Printed | Refused:
    """A character that no font has is named, and nothing is printed."""
    fonts = Fonts()
    reasons = fonts.gaps(said(sheet))
    if not sheet.sections:
        reasons += (NOTHING_TO_PRINT.because(),)
    if reasons:
        return Refused(tuple(reasons))
    press = Press(Paper(out, PAGE, f"{sheet.hall} {sheet.title}", fonts), sheet, words)
    press.head()
    for section in sheet.sections:
        press.section(section)
    press.foot()
    return press.paper.save()


def said(sheet: ReportSheet) -> list[tuple[str, str]]:
    """Every text that comes from outside, with its place; our own words every font can draw."""
    cells = {text for section in sheet.sections for row in section.rows for text in row}
    labels = {bar.label for section in sheet.sections for bar in section.shares}
    return [("hall", plain(sheet.hall)), *(("title", plain(text)) for text in sorted(cells | labels))]


class Press:
    """Where the next part of the sheet goes."""

    def __init__(self, paper: Paper, sheet: ReportSheet, words: Words) -> None:
        self.paper, self.sheet, self.words, self.y = paper, sheet, words, MARGIN

    def head(self) -> None:
        paper, sheet = self.paper, self.sheet
        self.line("sans", sheet.hall, (MARGIN, 14.0), PINE, 4.0)
        paper.rule((MARGIN, 20), (PAGE[0] - MARGIN, 20), 0.6)
        paper.colour(INK)
        fit = fitted(paper.fonts["serif_bold"], plain(sheet.title), Room(WIDTH, 10, 8.0, 5, 1))
        paper.lines("serif_bold", fit, (MARGIN, 24))
        self.line("sans", " · ".join(sheet.facts), (MARGIN, 35.5), SOFT, TEXT)
        self.y = 43.0

    def line(self, face: str, text: str, at: Point, colour: tuple[int, int, int], size: float) -> None:
        self.paper.colour(colour)
        fit = fitted(self.paper.fonts[face], plain(text), Room(PAGE[0] - MARGIN - at[0], size * 1.4, size, 2.2, 1))
        self.paper.lines(face, fit, at)

    def room_for(self, height: float) -> None:
        if self.y + height > PAGE[1] - FOOT:
            self.page_ends()

    def page_ends(self) -> None:
        number = self.words.say("report.page", page=self.paper.pages + 1)
        self.line("sans", number, (PAGE[0] - MARGIN - 20, PAGE[1] - 12), SOFT, SMALL)
        self.line("sans", f"{self.sheet.hall} · {self.sheet.title}", (MARGIN, PAGE[1] - 12), SOFT, SMALL)
        self.paper.end_page()
        self.y = MARGIN

    def section(self, section: Section) -> None:
        first = FIGURE if section.shown else BARS_HIGH if section.bars else 3 * ROW
        self.room_for(TITLE_HIGH + first)
        self.title(section)
        if section.shown:
            self.figures(section.shown)
        elif section.bars:
            draw_bars(self.paper, section.bars, Cell(MARGIN, self.y, WIDTH, BARS_HIGH))
            self.y += BARS_HIGH
        elif section.shares:
            self.shares(section)
        else:
            self.table(section)
        self.y += GAP

    def title(self, section: Section) -> None:
        self.paper.colour(INK)
        self.paper.rule((MARGIN, self.y), (PAGE[0] - MARGIN, self.y), 0.5)
        self.paper.text("serif_bold", section.title, (MARGIN, self.y + 6.6), 4.8)
        left = MARGIN + self.paper.fonts["serif_bold"].width(section.title, 4.8) + 5
        self.line("sans", section.note, (left, self.y + 3.4), SOFT, SMALL)
        self.y += TITLE_HIGH

    def figures(self, shown: Sequence[Shown]) -> None:
        wide_each = WIDTH / FIGURES_ACROSS
        for n, one in enumerate(shown):
            row, column = divmod(n, FIGURES_ACROSS)
            self.figure(one, (MARGIN + column * wide_each, self.y + row * FIGURE), wide_each - 4)
        self.y += -(-len(shown) // FIGURES_ACROSS) * FIGURE

    def figure(self, one: Shown, at: Point, width: float) -> None:
        x, y = at
        self.line("sans_bold", one.label, (x, y), INK, TEXT)
        fit = fitted(self.paper.fonts["serif_bold"], one.value, Room(width - 12, 9, 8.6, 4, 1))
        self.paper.lines("serif_bold", fit, (x, y + 6))
        after = x + self.paper.fonts["serif_bold"].width(one.value, fit.size) + 1.5
        self.paper.text("sans", one.unit, (after, y + 6 + fit.size * 0.86), SMALL)
        self.paper.colour(SOFT)
        more = fitted(self.paper.fonts["sans"], one.more, Room(width, 4, 3.1, 2.2, 1))
        self.paper.lines("sans", more, (x, y + 16))

    def shares(self, section: Section) -> None:
        """In two columns; whoever is long goes on at the next page."""
        rows = -(-len(section.shares) // SHARE_COLUMNS)
        most = max(bar.value for bar in section.shares)
        done = 0
        while done < rows:
            fits = max(int((PAGE[1] - FOOT - self.y) / SHARE), 1)
            part = section.shares[done * SHARE_COLUMNS : (done + fits) * SHARE_COLUMNS]
            draw_shares(self.paper, part, (MARGIN, self.y, WIDTH), most)
            done += fits
            self.y += -(-len(part) // SHARE_COLUMNS) * SHARE
            if done < rows:
                self.page_ends()

    def table(self, section: Section) -> None:
        widths = wide(section, WIDTH)
        draw_head(self.paper, section.head, widths, (MARGIN, self.y))
        self.y += HEAD
        for row in section.rows:
            if self.y + ROW > PAGE[1] - FOOT:
                self.page_ends()
                draw_head(self.paper, section.head, widths, (MARGIN, self.y))
                self.y += HEAD
            draw_row(self.paper, row, widths, (MARGIN, self.y))
            self.y += ROW

    def foot(self) -> None:
        self.room_for(len(self.sheet.notes) * 5.2 + (SIGNS_HIGH if self.sheet.signs else 0.0))
        for note in self.sheet.notes:
            self.line("sans", note, (MARGIN, self.y), SOFT, SMALL)
            self.y += 5.2
        for n, who in enumerate(self.sheet.signs):
            x = MARGIN + n * WIDTH / len(self.sheet.signs)
            self.line("sans", who, (x, self.y + 12), INK, TEXT)
            name = self.paper.fonts["sans"].width(who, TEXT)
            self.paper.rule((x + name + 2, self.y + 16), (x + WIDTH / len(self.sheet.signs) - 6, self.y + 16), 0.2)
        self.page_ends()
