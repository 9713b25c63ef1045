"""Inspection: all that inspectors ask for in one folder: the year's report, ledgers, self-check; PDF and Excel."""

import zipfile
from io import BytesIO

from kiosk.documents.report import print_report
from kiosk.domain.refusals import Refused
from kiosk.domain.report_sheet import ReportSheet
from kiosk.exchange.report_book import write_report
from kiosk.visit.report_gathering import gathered
from kiosk.visit.report_papers import Asked, ledger, list_behind, self_check
from kiosk.visit.report_sheets import sheet_of


def inspection(asked: Asked) -> tuple[ReportSheet, ...]:
    """Of a year or any other span, as the database knows it."""
    found = gathered(asked.db, asked.rules, asked.span, asked.now)
    return (
        sheet_of(found, asked.words, asked.rules.hall.utc_offset_min),
        self_check(asked, found.report.figures),
        ledger(asked),
        asked.sheet("title_sessions", list_behind(asked, "sessions")),
        asked.sheet("title_certificates", list_behind(asked, "certificates")),
    )


def pack(sheets: tuple[ReportSheet, ...], asked: Asked) -> bytes | Refused:
    """A folder in one file, its contents first; one sheet that cannot be printed stops all of it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        contents = [asked.words.say("report.contents", hall=asked.rules.hall.name)]
        for n, sheet in enumerate(sheets, 1):
            name = f"{n:02} {sheet.title}"
            pdf = drawn(sheet, asked)
            if isinstance(pdf, Refused):
                return pdf
            packed.writestr(f"{name}.pdf", pdf)
            packed.writestr(f"{name}.xlsx", book(sheet))
            contents.append(f"{name}.pdf\n{name}.xlsx")
        packed.writestr(f"00 {asked.words.say('report.contents_name')}.txt", "\n".join(contents) + "\n")
    return out.getvalue()


def drawn(sheet: ReportSheet, asked: Asked) -> bytes | Refused:
    out = BytesIO()
    done = print_report(sheet, asked.words, out)
    return done if isinstance(done, Refused) else out.getvalue()


def book(sheet: ReportSheet) -> bytes:
    out = BytesIO()
    write_report(sheet, out)
    return out.getvalue()
