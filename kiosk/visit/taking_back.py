"""Taking back: what staff did today at the counter is undone from what lies on the disk, until the hall closes."""

from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from kiosk.domain.facts import (
    BookBorrowed,
    BookReturned,
    BorrowUndone,
    CopyDamaged,
    CopyFound,
    CopyLost,
    CopySetAdrift,
    Fact,
    Happening,
    HoldFilled,
    LoanRenewed,
    MemberSuspended,
    RenewalUndone,
)
from kiosk.domain.lending import Outcome
from kiosk.domain.moving import InHand, free_again, mark, waiting_again
from kiosk.domain.refusals import NOTHING_TO_UNDO, Reason, Refused
from kiosk.storage import holds as shelf, queries
from kiosk.visit.moving import Act, handle
from kiosk.visit.sitting import Given, Lent, Place
from kiosk.visit.undoing import restored, return_undone

BACK_MAX = 2000  # facts of one day that are looked through
A_LOOK = 100
TOGETHER_MAX = 40  # facts that one scan can write after its first
OF_COUNTER = BookBorrowed | BookReturned | LoanRenewed | CopyDamaged | CopyFound
Taken = tuple[Fact, ...] | Refused
NO = Refused((NOTHING_TO_UNDO.because(),))


def key_of(fact: Fact) -> str:
    """Its place in this device's chain, where it is found at once."""
    return f"{fact.generation}-{fact.seq}"


def told(place: Place, key: str) -> Fact | None:
    generation, _, seq = key.partition("-")
    found = queries.facts_of(place.db, int(generation), int(seq), 1) if generation.isdigit() and seq.isdigit() else ()
    return next((fact for fact in found if of_today(place, fact)), None)


def of_today(place: Place, fact: Fact) -> bool:
    """Of the desk; members take back their own at the kiosk."""
    today = replace(place.moment, at=fact.at).day(place.rules.hall.utc_offset_min) == place.today
    return today and fact.actor is not None and isinstance(fact.p, OF_COUNTER)


def today(place: Place, most: int) -> list[Fact]:
    """The newest first; what was undone since is left out."""
    found: list[Fact] = []
    for fact in backwards(place):
        if of_today(place, fact) and undoable(place, fact):
            found.append(fact)
        if len(found) == most:
            break
    return found


def backwards(place: Place) -> Iterator[Fact]:
    last, _ = place.store.head()
    seq = last.seq if last else 0
    for end in range(seq, max(seq - BACK_MAX, 0), -A_LOOK):
        first = max(end - A_LOOK + 1, 1)
        some = queries.facts_of(place.db, place.store.device.generation, first, end - first + 1)
        yield from reversed(some)
        if some and replace(place.moment, at=some[0].at).day(place.rules.hall.utc_offset_min) < place.today:
            return


def undoable(place: Place, fact: Fact) -> bool:
    match fact.p:
        case BookBorrowed():
            loan = queries.loan(place.db, fact.id)
            return loan is not None and loan.ended is None
        case BookReturned(copy=copy):
            ended, copy_now = queries.loan_ended_by(place.db, copy, fact.id), queries.on_desk(place.db, copy)
            return bool(ended and copy_now and not copy_now.loan and copy_now.copy.last_loan == ended.loan)
        case LoanRenewed(loan=key, due_on=due_on):
            loan = queries.loan(place.db, key)
            return bool(loan and loan.ended is None and loan.due_on == due_on and loan.renewals and fact.p.before)
        case CopyDamaged(copy=copy):
            return condition(place, copy) == "damaged"
        case CopyFound(copy=copy, was=was):
            found = queries.on_desk(place.db, copy)
            last = queries.loan(place.db, found.copy.last_loan) if found and found.copy.last_loan else None
            since = last is not None and last.borrowed_at >= fact.at
            return bool(was and found and found.copy.condition == "good" and not found.loan and not since)
    return False


def condition(place: Place, copy: str) -> str:
    found = queries.on_desk(place.db, copy)
    return found.copy.condition if found else ""


def undo(place: Place, key: str) -> Taken:
    """Everything that the act had moved moves back; what somebody did with the copy since stands, and says so."""
    fact = told(place, key)
    if fact is None or not undoable(place, fact):
        return NO
    with place.store.transaction():
        match fact.p:
            case BookBorrowed():
                return loan_undone(place, fact, fact.p)
            case BookReturned():
                return return_undone(place, given_of(place, fact, fact.p))
            case LoanRenewed():
                return place.record(*renewal_undone(place, fact.p))
            case CopyDamaged(copy=copy):
                return handled(place, copy, lambda at: mark(at, "mended"))
            case CopyFound(copy=copy, was=was):
                return handled(place, copy, lambda at: lost_again(at, was))
    return NO


def together(place: Place, fact: Fact) -> tuple[Fact, ...]:
    """What the same scan wrote after it."""
    after = queries.facts_of(place.db, fact.generation, fact.seq + 1, TOGETHER_MAX)
    return tuple(takewhile(lambda f: f.mono_ms == fact.mono_ms and f.boot == fact.boot, after))


def loan_undone(place: Place, fact: Fact, p: BookBorrowed) -> tuple[Fact, ...]:
    """Holds that it filled are as before; a copy that was kept for somebody else is kept for them again."""
    filled = (shelf.hold(place.db, f.p.hold) for f in together(place, fact) if isinstance(f.p, HoldFilled))
    own = tuple(replace(h, state="ready" if h.copy else "waiting") for h in filled if h and h.member == p.member)
    lent = Lent(fact.id, p.copy, own)
    facts = place.record(BorrowUndone(p.copy, fact.id), *(x for hold in own for x in restored(place, hold, lent)))
    on_desk = queries.on_desk(place.db, p.copy)
    again = free_again(place.rules, place.today, on_desk) if on_desk and p.lifted else ()
    return facts + place.record(*again)


def given_of(place: Place, fact: Fact, p: BookReturned) -> Given:
    loan = queries.loan_ended_by(place.db, p.copy, fact.id)
    assert loan, "asked before"
    paused = (f.id for f in together(place, fact) if isinstance(f.p, MemberSuspended) and f.p.member == loan.member)
    return Given(fact.id, loan, (), next(paused, None))


def renewal_undone(place: Place, p: LoanRenewed) -> tuple[Happening, ...]:
    loan = queries.loan(place.db, p.loan)
    assert loan and p.before, "asked before"
    return (RenewalUndone(p.copy, p.loan, p.before, loan.renewals - 1),)


def lost_again(at: InHand, was: str) -> Outcome:
    number = at.copy.copy
    gone = CopySetAdrift(number, at.copy.hall) if was == "adrift" else CopyLost(number, was == "missing")
    return (gone, *waiting_again(at))


def handled(place: Place, copy: str, act: Act) -> Taken:
    done = handle(place, place.actor or "", copy, act)
    return Refused(done.reasons) if done.reasons else done.facts


def why_not(taken: Taken) -> tuple[Reason, ...]:
    return taken.reasons if isinstance(taken, Refused) else ()
