"""Queues: after what several kiosks have told, a copy is kept for one hold, and a member waits once for a title."""

from datetime import datetime

from msgspec.structs import replace

from kiosk.domain.books import Copy
from kiosk.domain.facts import AnswerGiven, AnswerWithdrawn, HoldCancelled, HoldRequeued
from kiosk.domain.holds import Hold, in_order
from kiosk.domain.loans import Loan
from kiosk.domain.members import Answer
from kiosk.hub.rows import HallRows, Row, chunks
from kiosk.hub.tables import table_of
from kiosk.hub.turn import Turn


def reviewed(turn: Turn, now: datetime) -> None:
    """The loan stands, whoever the copy was kept for; of two holds, the one that has waited longer."""
    for hall in list(turn.rows):
        rows = turn.rows[hall]
        lent = [copy for copy in touched(rows, Copy) if copy.on_loan]
        foreseen(rows, lent, touched(rows, Hold))
        for hold in kept_for_others(rows, lent):
            requeued(turn, hall, hold, now)
        for hold in kept_twice(rows, touched(rows, Hold)):
            requeued(turn, hall, hold, now)
        for hold in placed_twice(rows, touched(rows, Hold)):
            turn.author(hall, HoldCancelled(hold.hold, hold.title), now)
    for hall in list(turn.rows):
        told_once(turn, hall, now)


def touched(rows: HallRows, struct: type[Row]) -> list[Row]:
    found = (rows.known[at] for at in list(rows.touched) if at[0] is struct)
    return [row for row in found if isinstance(row, struct)]


def foreseen(rows: HallRows, lent: list[Copy], held: list[Hold]) -> None:
    """All that is looked at below, in a few large questions: a segment has five hundred loans and hardly a hold."""
    c = table_of(Hold).c
    for some in chunks([copy.copy for copy in lent] + [hold.copy for hold in held if hold.copy]):
        rows.take(Hold, c.copy.in_(some) & (c.state == "ready"))
    for some in chunks([hold.member for hold in held]):
        rows.take(Hold, c.member.in_(some) & c.state.in_(("waiting", "ready")))


def kept_for_others(rows: HallRows, lent: list[Copy]) -> list[Hold]:
    kept, found = ready(rows), []
    for copy in lent:
        loan = rows.get(Loan, copy.last_loan) if copy.copy in kept else None
        found += [hold for hold in kept[copy.copy] if hold.member != loan.member] if loan else []
    return found


def kept_twice(rows: HallRows, held: list[Hold]) -> list[Hold]:
    kept, copies = ready(rows), {hold.copy for hold in held if hold.state == "ready" and hold.copy}
    return [hold for copy in sorted(copies) for hold in in_order(tuple(kept[copy]))[1:]]


def ready(rows: HallRows) -> dict[str, list[Hold]]:
    found: dict[str, list[Hold]] = {}
    for hold in every(rows):
        if hold.state == "ready" and hold.copy:
            found.setdefault(hold.copy, []).append(hold)
    return found


def placed_twice(rows: HallRows, held: list[Hold]) -> list[Hold]:
    """What stands ready already is not taken away; else the first counts."""
    wishes: dict[tuple[int, int], list[Hold]] = {(hold.member, hold.title): [] for hold in held}
    for hold in in_order(tuple(every(rows))):
        if hold.open and (hold.member, hold.title) in wishes:
            wishes[(hold.member, hold.title)].append(hold)
    return [later for same in wishes.values() for later in sorted(same, key=lambda h: h.state != "ready")[1:]]


def every(rows: HallRows) -> list[Hold]:
    return [row for row in rows.known.values() if isinstance(row, Hold)]


def requeued(turn: Turn, hall: int, hold: Hold, now: datetime) -> None:
    """At its old place; who has not been told yet that the book is there is not told, the others are."""
    turn.author(hall, HoldRequeued(hold.hold, hold.title, hold.copy), now)
    untold = [a for a in open_answers(turn, hold.member) if (a.about, a.title) == ("hold_ready", hold.title)]
    for answer in untold:
        turn.author(hall, AnswerWithdrawn(answer.member, answer.answer), now)
    if not untold:
        turn.author(hall, AnswerGiven(hold.member, "hold_requeued", hold.title), now)


def told_once(turn: Turn, hall: int, now: datetime) -> None:
    """Two kiosks that found out the same have one thing to say."""
    for member in sorted({answer.member for answer in touched(turn.rows[hall], Answer) if answer.closed_at is None}):
        said = set()
        for answer in open_answers(turn, member):
            what = replace(answer, answer="")
            if what in said:
                turn.author(hall, AnswerWithdrawn(member, answer.answer), now)
            said.add(what)


def open_answers(turn: Turn, member: int) -> list[Answer]:
    """Of a member whose book is open in this turn, in the order in which they were given."""
    table = table_of(Answer)
    for rows in turn.rows.values():
        rows.take(Answer, (table.c.member == member) & table.c.closed_at.is_(None))
    found = (row for rows in turn.rows.values() for row in rows.known.values() if isinstance(row, Answer))
    return sorted((a for a in found if a.member == member and a.closed_at is None), key=lambda a: a.answer)
