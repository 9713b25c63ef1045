"""Lending for others: a pile under way, what stops a loan, a sheet from paper, and a day to look back on."""

from datetime import date
from typing import Any

from kiosk.domain import refusals
from kiosk.domain.lifting import choices
from kiosk.visit.screens import (
    AtDesk,
    Book,
    Counter,
    Due,
    Frame,
    Note,
    PaperShown,
    PileCounts,
    PileRow,
    RecordRow,
    Said,
    Screen,
    Stopped,
)
from ui.samples.desk import on_duty

BACK_ROWS = 40
THREE = Book("三体", "三体", "刘慈欣", "I")
ZHANG = AtDesk("张*三", "张", "member", "0427", 4, 6)
LI = AtDesk("李*", "李", "retired", "0311", 0, 6, ready=1)
HELD = refusals.HELD_FOR_ANOTHER.because(until=date(2026, 11, 23))
ENDED = refusals.CARD_EXPIRED.because(expired_on=date(2026, 10, 31))
FULL = refusals.LIMIT_REACHED.because(taken=6, most=6, policy={"word": "policy.default"})
LATE = refusals.OVERDUE.because(count=1, books=[{"title": "机械制图手册", "days": 12}])


def row(what: str, title: str, at: str, letter: str, **fields: Any) -> PileRow:
    plain: dict[str, Any] = {"key": "" if what in ("here", "stopped") else f"1-{title}"}
    return PileRow(what, Book(title, title.partition("：")[0], "", letter), "2000100000014", at, **plain | fields)


SHELVED = Note("shelf", {"shelf": "二楼 · 3 架 2 层"})
LET_PASS = Note("let_pass", {"codes": "L-03", "why": {"word": "counter.why_card_seen"}})
PILE = (
    row("lent", "楷书入门", "14:20", "J", due_on=date(2026, 12, 21), notes=(Note("days", {"days": 30}),)),
    row("lent", "机械制图手册", "14:20", "T", due_on=date(2026, 12, 21), notes=(LET_PASS,), lifted=True),
    row("lent", "家庭食疗一百方：四季篇", "14:20", "R", due_on=date(2026, 12, 6), notes=(Note("days", {"days": 15}),)),
    row(
        "renewed",
        "平凡的世界",
        "14:20",
        "I",
        due_on=date(2026, 12, 19),
        notes=(Note("renewed", {"count": 1, "left": 1}),),
    ),
    row("returned", "城南旧事", "14:19", "I", notes=(Note("hold", {"name": "林*", "tail": "0311"}),)),
    row("damaged", "阳台种菜", "14:19", "S", notes=(Note("damaged", {"note": "第 31 页撕口"}),)),
    row(
        "found", "安全生产一百问", "14:18", "X", notes=(Note("was_lost"), Note("shelf", {"shelf": "二楼 · 3 架 2 层"}))
    ),
)
COUNTS = PileCounts(lent=3, renewed=1, returned=1)
UNDONE = (
    row("stopped", "三体", "14:05", "I", reasons=(HELD,)),
    row("stopped", "劳动法问答", "13:58", "D", reasons=(FULL,)),
)
STOPPED = row("stopped", "三体", "14:21", "I", reasons=(HELD,))
BACK = tuple(
    row(
        "returned",
        f"工人阅读文库第{n:02d}册",
        "14:22",
        "ABCDEFG"[n % 7],
        notes=(Note("shelf", {"shelf": "一楼 · 5 架"}),),
    )
    for n in range(BACK_ROWS, 0, -1)
)


def held(why: str = "holder_agrees") -> Stopped:
    return Stopped("borrow", (HELD,), THREE, "2000100000014", "二楼 文学区 · 7 架 3 层", choices((HELD,)), why)


def loan(title: str, letter: str, days: int, *why_not: refusals.Reason) -> RecordRow:
    on = date(2026, 11, 21).fromordinal(date(2026, 11, 21).toordinal() + days)
    return RecordRow(title, Book(title, title, "", letter), Due(on, days), 1, not why_not, why_not)


LOANS = (
    loan("机械制图手册", "T", -12, refusals.RENEWAL_OVERDUE.because(days=12)),
    loan("平凡的世界", "I", 4),
    loan("本草的故事", "R", 9, refusals.HOLD_WAITING.because(count=2)),
    loan("楷书入门", "J", 28),
)
MANY = (ENDED, LATE, FULL)
NOT_LENT = Said("14:21", "stopped", {"title": "三体"}, "not")
RETURNED = Said("14:22", "returned", {"title": "工人阅读文库第40册"}, undo=True)
LENT = Said("14:20", "lent", {"title": "楷书入门"}, undo=True)

COUNTER: dict[str, tuple[Screen, Frame]] = {
    "counter": (Counter(), on_duty("volunteer")),
    "counter-person": (Counter(person=LI), on_duty(said=Said("14:21", "person", {"name": "李*"}))),
    "counter-lent": (Counter(person=ZHANG, pile=PILE, counts=COUNTS, undone=UNDONE), on_duty(said=LENT)),
    "counter-stopped": (
        Counter(person=ZHANG, pile=(STOPPED, *PILE), counts=COUNTS, stopped=held()),
        on_duty(said=NOT_LENT),
    ),
    "counter-many": (
        Counter(person=ZHANG, pile=PILE, counts=COUNTS, stopped=Stopped("borrow", MANY, THREE, "", "", choices(MANY))),
        on_duty(said=NOT_LENT),
    ),
    "counter-volunteer": (
        Counter(person=ZHANG, pile=PILE[:2], stopped=Stopped("borrow", (ENDED,), THREE, ask="librarian")),
        on_duty("volunteer", said=NOT_LENT),
    ),
    "counter-other": (
        Counter(person=ZHANG, pile=(STOPPED, *PILE), counts=COUNTS, stopped=held("other")),
        on_duty(said=NOT_LENT),
    ),
    "counter-pile": (Counter(pile=BACK, counts=PileCounts(returned=BACK_ROWS)), on_duty(said=RETURNED)),
    "counter-damage": (Counter("damage", pile=BACK[:3], counts=PileCounts(returned=3)), on_duty(said=RETURNED)),
    "counter-loans": (Counter("loans", ZHANG, PILE, COUNTS, loans=LOANS), on_duty(said=LENT)),
    "counter-paper": (
        Counter("paper", pile=PILE[:1], paper=PaperShown("lent", date(2026, 11, 20), "16:30", "张*三")),
        on_duty(said=LENT),
    ),
    "counter-slip": (Counter("slip", ZHANG, PILE, COUNTS, code="6" + "1234567890" * 3), on_duty(said=LENT)),
    "counter-day": (Counter("day", pile=(*PILE, *BACK[:12])), on_duty(said=LENT)),
}
