"""Counter: lending for others, with the scanner alone: a card, books, the next card; each answered on the page."""

from msgspec.structs import replace

from kiosk.domain.codes import Code, CopyLabel, SignedCard, UnknownCode
from kiosk.domain.desk import Desk, Lift, OnDesk
from kiosk.domain.facts import BookBorrowed, BookReturned, CopyFound, Fact
from kiosk.domain.holding import requeue
from kiosk.domain.holds import keeper
from kiosk.domain.lending import found
from kiosk.domain.loans import Loan
from kiosk.domain.refusals import CODE_KIND_NOT_HERE, COPY_UNKNOWN, Refused
from kiosk.storage import holds as shelf, queries
from kiosk.visit import books, cards, counter_shown as look, pile, showing, taking_back
from kiosk.visit.counter_shown import lent_row, returned_row, row, unknown_row
from kiosk.visit.moving import kept_for_the_next
from kiosk.visit.pile import AtCounter, Stop
from kiosk.visit.screens import Note, PileRow
from kiosk.visit.sitting import OnDuty, Place, Sitting, Step

NO_FACTS: tuple[Fact, ...] = ()


def acting(place: Place, sitting: Sitting) -> Place:
    """Whatever is written from here on names who did it."""
    staff = queries.staff(place.db, sitting.on_duty.staff) if sitting.on_duty else None
    return replace(place, actor=staff.number if staff else None)


def hand(sitting: Sitting) -> OnDuty:
    assert sitting.on_duty, "only staff come here"
    return sitting.on_duty


def step(place: Place, sitting: Sitting, at: AtCounter, facts: tuple[Fact, ...] = NO_FACTS) -> Step:
    who = hand(sitting)
    said = look.said(place, who.counter, at) or who.said
    on_duty = replace(who, counter=at, said=said)
    return Step(replace(sitting, on_duty=on_duty), look.shown(place, on_duty), facts)


def opened(place: Place, sitting: Sitting, way: pile.Way = "pile") -> Step:
    """Where it was left, as long as the same person is on duty."""
    return step(place, sitting, replace(hand(sitting).counter, way=way))


def scanned(place: Place, sitting: Sitting, code: Code) -> Step:
    """A scan is an answer too: what was stopped before it stays stopped."""
    from kiosk.visit import paper_lines

    place, was = acting(place, sitting), hand(sitting).counter
    at = replace(was, stop=None, way=was.way if was.way == "paper" else "pile")
    match code:
        case SignedCard():
            return card_shown(place, sitting, at, code)
        case CopyLabel(number=number):
            on_desk = queries.on_desk(place.db, number)
            if on_desk is None:
                unknown = Stop("code", (COPY_UNKNOWN.because(seen=number),))
                return stop(place, sitting, pile.put(at, unknown_row(place, number)), unknown)
            if at.way == "paper":
                return paper_lines.copy_written(place, sitting, at, on_desk)
            return copy_shown(place, sitting, at, on_desk)
        case UnknownCode(reason=reason):
            return stop(place, sitting, at, Stop("code", (reason,)))
    return stop(place, sitting, at, Stop("code", (CODE_KIND_NOT_HERE.because(),)))


def card_shown(place: Place, sitting: Sitting, at: AtCounter, card: SignedCard) -> Step:
    """The next card is the next person; the same card again changes nothing."""
    found = cards.whose(place, card)
    if found.member is None:
        at = pile.next_person(at, None) if at.way == "pile" else at
        return stop(place, sitting, at, Stop("card", found.reasons))
    member = queries.kept_as(place.db, found.member).member
    if at.way == "paper":
        return step(place, sitting, replace(at, paper=replace(at.paper, member=member)), found.facts)
    if member == at.person:
        return step(place, sitting, at, found.facts)
    return step(place, replace(sitting, span=None), pile.next_person(at, member), found.facts)


def copy_shown(place: Place, sitting: Sitting, at: AtCounter, on_desk: OnDesk) -> Step:
    """What is lent has come back; what is here goes to whoever stands here."""
    if on_desk.loan:
        return step(place, sitting, at) if just_lent(at, on_desk.loan) else take_in(place, sitting, at, on_desk)
    if at.person is None:
        return put_back(place, sitting, at, on_desk)
    if just_returned(at, on_desk.copy.copy):
        return step(place, sitting, pile.put(at, row(place, "here", on_desk, notes=(Note("just_returned"),))))
    return lend(place, sitting, at, on_desk)


def just_lent(at: AtCounter, loan: Loan) -> bool:
    """A book that was read twice by the scanner is not taken from its borrower."""
    own = (row for row in at.pile if row.loan == loan.loan and row.member == at.person)
    return at.person is not None and any(row.what in ("lent", "renewed") for row in own)


def just_returned(at: AtCounter, copy: str) -> bool:
    """A pile that is scanned again is lent to nobody; one copy scanned once more, after it was said, is wanted."""
    told = at.newest is not None and at.newest.what == "here" and at.newest.copy == copy
    return not told and any(row.copy == copy and row.what == "returned" for row in at.pile)


def take_in(place: Place, sitting: Sitting, at: AtCounter, on_desk: OnDesk) -> Step:
    assert on_desk.loan
    facts, given = books.taken_in(place, on_desk, on_desk.loan)
    done = next(fact for fact in facts if isinstance(fact.p, BookReturned))
    shown = returned_row(place, given, taking_back.key_of(done))
    if on_desk.copy.condition in ("lost", "missing"):
        shown = replace(shown, notes=(Note(f"was_{on_desk.copy.condition}"), *shown.notes))
    return step(place, sitting, pile.put(at, shown), facts)


def put_back(place: Place, sitting: Sitting, at: AtCounter, on_desk: OnDesk) -> Step:
    """Nobody has it: a copy that was away is found, any other is told where it belongs."""
    number = on_desk.copy.copy
    with place.store.transaction():
        facts = place.record(*found(on_desk))
        facts += kept_for_the_next(place, number, facts)
    now = queries.on_desk(place.db, number) or on_desk
    where = Note("shelf", {"shelf": now.copy.shelf}) if now.copy.shelf else Note("on_shelf")
    kept = keeper(now.holds, number)
    if kept:
        where = Note("hold", look.slip(*shelf.slip(place.db, kept.member)))
    if facts and isinstance(facts[0].p, CopyFound):
        was = Note(f"was_{facts[0].p.was}")
        return step(place, sitting, pile.put(at, found_row(place, now, facts[0], (was, where))), facts)
    return step(place, sitting, pile.put(at, row(place, "here", now, notes=(where, Note("free")))), facts)


def found_row(place: Place, on_desk: OnDesk, fact: Fact, notes: tuple[Note, ...]) -> PileRow:
    return row(place, "found", on_desk, key=taking_back.key_of(fact), notes=notes)


def lend(place: Place, sitting: Sitting, at: AtCounter, on_desk: OnDesk, lift: Lift | None = None) -> Step:
    """In one commit with all it moves; whoever the copy was kept for waits again, at the old place."""
    person = at.person
    assert person is not None
    with place.store.transaction():
        facts = books.kept_no_longer(place, on_desk)
        on_desk = queries.on_desk(place.db, on_desk.copy.copy) or on_desk
        desk = Desk(place.rules, place.today, on_desk, showing.borrower(place, person), lift)
        done = books.lent(place, desk)
        if isinstance(done, Refused):
            at = pile.put(at, row(place, "stopped", on_desk, member=at.person, reasons=done.reasons))
            return stop(place, sitting, at, Stop("borrow", done.reasons, on_desk.copy.copy), facts)
        facts += done.facts + requeued(place, on_desk, person)
    lent = next(fact for fact in done.facts if isinstance(fact.p, BookBorrowed))
    notes = let_pass(lift) + tuple(Note(f"was_{f.p.was}") for f in done.facts if isinstance(f.p, CopyFound))
    shown = lent_row(place, done.lent, taking_back.key_of(lent), notes)
    return step(place, sitting, pile.put(at, replace(shown, lifted=lift is not None)), facts)


def requeued(place: Place, on_desk: OnDesk, member: int) -> tuple[Fact, ...]:
    kept = keeper(on_desk.holds, on_desk.copy.copy)
    if kept is None or kept.member == member:
        return ()
    return place.record(*requeue(shelf.kept(place.db, place.rules, place.today, kept)))


def let_pass(lift: Lift | None) -> tuple[Note, ...]:
    if lift is None:
        return ()
    why = lift.said or {"word": f"counter.why_{lift.why}"}
    return (Note("let_pass", {"codes": " ".join(lift.codes), "why": why}),)


def stop(place: Place, sitting: Sitting, at: AtCounter, why: Stop, facts: tuple[Fact, ...] = NO_FACTS) -> Step:
    return step(place, sitting, replace(at, stop=why), facts)
