"""Report papers: the list behind a number, the ledger of loans, the self-check of a reading room."""

import tomllib
from datetime import date, datetime
from typing import Any

from msgspec import Struct, convert

from kiosk.domain import names
from kiosk.domain.classes import local
from kiosk.domain.desk import HallRules
from kiosk.domain.report_sheet import ReportSheet, Section
from kiosk.domain.reporting import Figures, Span
from kiosk.resources import resource
from kiosk.storage import queries, report_lists
from kiosk.storage.counting import Counting
from kiosk.storage.database import Connection
from kiosk.storage.report_lists import PEOPLE, THINGS, Lent
from kiosk.storage.reporting import counted_with
from kiosk.visit.report_sheets import span_said
from kiosk.words import Words

TAIL_DIGITS = 4
WEEKDAYS = 7
LEDGER_WIDTHS = (0.7, 1.35, 2.5, 1.7, 1.0, 1.5, 1.35, 1.35, 0.9)
CHECK_WIDTHS = (2.4, 1.1, 1.0, 1.2, 2.8)
LISTS = (*THINGS, *PEOPLE)


class Asked(Struct, frozen=True):
    """Of which hall, which span, and as it was known when."""

    db: Connection
    rules: HallRules
    span: Span
    now: datetime
    words: Words

    @property
    def counting(self) -> Counting:
        return counted_with(self.rules, self.span, self.now)

    def day(self, at: datetime) -> date:
        return local(at, self.rules.hall.utc_offset_min).date()

    def sheet(self, title: str, *sections: Section, note: str = "") -> ReportSheet:
        said = self.words.say(f"report.{title}", span=span_said(self.span, self.words))
        facts = (self.words.say("report.made", at=f"{local(self.now, self.rules.hall.utc_offset_min):%Y-%m-%d %H:%M}"),)
        notes = tuple(self.words.table[f"report.{note}"]) if note else ()
        return ReportSheet(self.rules.hall.name, said, facts, sections, notes, tuple(self.words.table["report.signs"]))


def list_behind(asked: Asked, name: str) -> Section:
    """Things without people, or people, masked, without things."""
    say = asked.words.say
    rows = of_things(asked, name) if name in THINGS else of_people(asked, name)
    head = asked.words.table[f"report.head.{name}" if name in THINGS else "report.head.people"]
    return Section(say(f"report.list.{name}"), say("report.count", count=len(rows)), head=tuple(head), rows=rows)


def of_things(asked: Asked, name: str) -> tuple[tuple[str, ...], ...]:
    found = report_lists.things(asked.db, asked.counting, name)
    return tuple((when(asked, row[0]), *map(str, row[1:-1]), last(asked, name, row[-1])) for row in found)


def when(asked: Asked, at: str) -> str:
    """A day as it is kept, a time as the hall's clock showed it."""
    if "T" not in at:
        return at
    return f"{local(datetime.fromisoformat(at), asked.rules.hall.utc_offset_min):%Y-%m-%d %H:%M}"


def last(asked: Asked, name: str, value: Any) -> str:
    return asked.words.say(f"report.certificate_{value}") if name == "certificates" else str(value)


def of_people(asked: Asked, name: str) -> tuple[tuple[str, ...], ...]:
    found = report_lists.people(asked.db, asked.counting, name)
    return tuple((*masked(asked.db, member), str(times)) for member, times in found)


def masked(db: Connection, member: int) -> tuple[str, str]:
    details, known = queries.details(db, member), queries.member(db, member)
    return names.masked(details.name if details else ""), (known.number[-TAIL_DIGITS:] if known else "")


def ledger(asked: Asked, *, named: bool = False) -> ReportSheet:
    """借阅登记台账 in the usual columns; who borrowed is masked, unless whoever asks answers for it."""
    found = report_lists.ledger(asked.db, asked.counting)
    rows = tuple(ledger_row(asked, n, lent, named) for n, lent in enumerate(found, 1))
    head = tuple(asked.words.table["report.ledger_head"])
    note = asked.words.say("report.count", count=len(rows))
    table = Section(asked.words.say("report.ledger"), note, head=head, widths=LEDGER_WIDTHS, rows=rows)
    return asked.sheet("title_ledger", table)


def ledger_row(asked: Asked, n: int, lent: Lent, named: bool) -> tuple[str, ...]:
    loan = lent.loan
    who, tail = full(asked.db, loan.member) if named else masked(asked.db, loan.member)
    back = f"{asked.day(loan.ended_at):%Y-%m-%d}" if loan.ended_at else ""
    return (
        str(n),
        f"{asked.day(loan.borrowed_at):%Y-%m-%d}",
        lent.title,
        loan.copy,
        lent.class_mark,
        f"{who} {tail}".strip(),
        f"{loan.due_on:%Y-%m-%d}",
        back,
        asked.words.say("report.renewed", times=loan.renewals) if loan.renewals else "",
    )


def full(db: Connection, member: int) -> tuple[str, str]:
    details, known = queries.details(db, member), queries.member(db, member)
    return (details.name if details else ""), (known.number if known else "")


class Item(Struct, frozen=True):
    """One line of a self-check."""

    key: str
    source: str
    least: int = 0
    counted: str = ""


def items() -> tuple[Item, ...]:
    with resource("reports/self-check.toml").open("rb") as file:
        return convert(tomllib.load(file)["item"], tuple[Item, ...])


def self_check(asked: Asked, figures: Figures) -> ReportSheet:
    """职工书屋 self-check: what is counted here is filled in, what only people know stays open."""
    stock = report_lists.stock(asked.db, asked.rules.hall)
    known = {name: getattr(stock, name) for name in stock.__struct_fields__} | figures.numbers
    known["open_days"] = WEEKDAYS - len(asked.rules.hall.closed_weekdays)
    rows = tuple(checked(asked.words, item, known) for item in items())
    head = tuple(asked.words.table["report.check_head"])
    table = Section(asked.words.say("report.check"), head=head, widths=CHECK_WIDTHS, rows=rows)
    return asked.sheet("title_check", table, note="check_notes")


def checked(words: Words, item: Item, known: dict[str, int]) -> tuple[str, ...]:
    have = known.get(item.counted)
    least = words.say("report.least", least=f"{item.least:,}") if item.least else words.say("report.any")
    return (
        words.say(f"report.check_item.{item.key}"),
        least,
        "" if have is None else f"{have:,}",
        words.say(f"report.{verdict(item, have)}", lacks=f"{max(item.least - (have or 0), 0):,}"),
        words.say(f"report.source.{item.source}"),
    )


def verdict(item: Item, have: int | None) -> str:
    if have is None:
        return "to_fill"
    return "no_threshold" if not item.least else "reached" if have >= item.least else "lacking"
