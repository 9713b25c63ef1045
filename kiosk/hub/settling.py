"""Settling: what follows from an answer is told by the hub, once; and taken back when the case is reopened."""

from datetime import datetime

from kiosk.domain import facts as f
from kiosk.domain.books import Copy
from kiosk.domain.cases import Case
from kiosk.domain.deciding import MOVED_ON, Around, Happenings, carried_out, taken_back
from kiosk.domain.loans import Loan
from kiosk.domain.members import Suspension
from kiosk.hub import stories
from kiosk.hub.sharing import halls_of
from kiosk.hub.turn import Turn

ANSWERS = frozenset((f.CaseSettled, f.CaseReopened))


def carry_out(turn: Turn, now: datetime) -> None:
    """Wherever the answer was given; the second of two answers finds the case settled, and nothing follows."""
    for step in list(turn.steps):
        p = step.heard.fact.p
        if type(p) in ANSWERS and step.before and step.before.state != step.after.state:
            turn.settle()
            case = turn.rows[step.hall].get(Case, p.case)
            assert case, "a case that was stepped is there"
            done = told(turn, case, follows(turn, case, p), step.heard.fact.actor, now)
            turn.author(case.hall, done, now)


def follows(turn: Turn, case: Case, p: f.CaseSettled | f.CaseReopened) -> Happenings | None:
    around = around_of(turn, case)
    if isinstance(p, f.CaseSettled):
        return carried_out(case, p.answer, around)
    done = stories.facts(turn, halls_about(turn, case), case.done)
    return taken_back(case, [done[key] for key in case.done if key in done], around)


def told(turn: Turn, case: Case, happenings: Happenings | None, actor: str | None, now: datetime) -> f.CaseCarriedOut:
    """In the books to which they belong; what could not be done changes nothing."""
    if happenings is None:
        return f.CaseCarriedOut(case.key, case.done, MOVED_ON)
    homes, ids = homes_of(turn, case), []
    for p in happenings:
        whose = getattr(p, "member", None) if isinstance(p, f.MemberFact) else None
        ids.append(turn.author(homes.get(whose or 0, case.hall), p, now, actor).id)
    turn.settle()
    return f.CaseCarriedOut(case.key, tuple(ids) if not case.done else ())


def around_of(turn: Turn, case: Case) -> Around:
    rows = turn.rows[case.hall]
    kind, name = case.subject.split(" ", 1)
    copy = rows.get(Copy, name) if kind == "copy" else None
    told = stories.facts(turn, halls_about(turn, case), [e.fact for e in case.evidence])
    return Around(told, copy, rows.get(Loan, copy.last_loan) if copy else None, suspension_of(turn, case))


def suspension_of(turn: Turn, case: Case) -> Suspension | None:
    first = case.evidence[0]
    home = homes_of(turn, case).get(first.member or 0)
    if first.what != "MemberSuspended" or home is None:
        return None
    turn.open([home])
    return turn.rows[home].get(Suspension, first.fact)


def halls_about(turn: Turn, case: Case) -> set[int]:
    return {case.hall, *homes_of(turn, case).values()}


def homes_of(turn: Turn, case: Case) -> dict[int, int]:
    """The book of each member whom the case is about."""
    members = {f"member {e.member}": e.member for e in case.evidence if e.member is not None}
    homes = {members[name]: hall for name, hall in halls_of(turn, members).items()}
    turn.open(homes.values())
    return homes
