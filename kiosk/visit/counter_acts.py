"""What is pressed at the counter: let it pass, renew, take back, note a damage, this person is done."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain.desk import Desk, Lift
from kiosk.domain.facts import CopyDamaged, Fact, LoanRenewed
from kiosk.domain.lending import renew as renewal
from kiosk.domain.lifting import OTHER, choices, one_line
from kiosk.domain.moving import NOTE_MAX, mark
from kiosk.domain.refusals import LOAN_NOT_OPEN, Refused
from kiosk.domain.staff import may
from kiosk.storage import queries
from kiosk.visit import counter_shown as look, pile, receipts, showing, taking_back
from kiosk.visit.counter import NO_FACTS, acting, hand, lend, let_pass, opened, step, stop
from kiosk.visit.counter_shown import row, stopped
from kiosk.visit.desk import Tap, on_duty
from kiosk.visit.members import member_of
from kiosk.visit.moving import handle
from kiosk.visit.pile import AtCounter, Stop
from kiosk.visit.screens import Note, Said
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
DAY_ROWS_MAX = 60


def done(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """Whoever stood here has gone; what was stopped is kept in sight."""
    return step(place, replace(sitting, span=None), pile.next_person(hand(sitting).counter, None))


def with_person(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Whoever was found without a card is served like whoever has shown one."""
    at, member = hand(sitting).counter, member_of(place, arguments)
    if member is None or member.member == at.person:
        return opened(place, sitting)
    return step(place, replace(sitting, span=None), pile.next_person(at, queries.kept_as(place.db, member).member))


def left(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """It stays stopped."""
    return step(place, sitting, replace(hand(sitting).counter, stop=None))


def forgotten(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """What was not done for those before has been seen to."""
    return step(place, sitting, replace(hand(sitting).counter, undone=()))


def reason_chosen(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    at = hand(sitting).counter
    why = str(arguments.get("why", ""))
    if at.stop is None or why not in stopped(place, hand(sitting), at.stop).choices:
        return step(place, sitting, at)
    return step(place, sitting, replace(at, stop=replace(at.stop, why=why)))


def reason_said(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    at = hand(sitting).counter
    if at.stop is None:
        return step(place, sitting, at)
    said = one_line(str(arguments.get("text", "")))
    return step(place, sitting, replace(at, stop=replace(at.stop, said=said)))


def passed(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """Only what was read, by whoever may, with a reason; anything else stands as before."""
    place, at = acting(place, sitting), hand(sitting).counter
    why = at.stop
    if why is None or not may(hand(sitting).role, "override") or not said_why(why) or at.person is None:
        return step(place, sitting, at)
    said = why.said if why.why == OTHER else ""
    lift = Lift(why.why, tuple(reason.code for reason in why.reasons), said)
    at = replace(at, stop=None)
    if why.action == "renew":
        return renew_one(place, sitting, at, why.loan, lift)
    on_desk = queries.on_desk(place.db, why.copy)
    if why.action != "borrow" or on_desk is None or on_desk.loan:
        return step(place, sitting, at)
    return lend(place, sitting, at, on_desk, lift)


def said_why(why: Stop) -> bool:
    return why.why in choices(why.reasons) and (why.why != OTHER or bool(why.said))


def renewed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    at = hand(sitting).counter
    return renew_one(acting(place, sitting), sitting, at, str(arguments.get("loan", "")))


def renew_one(place: Place, sitting: Sitting, at: AtCounter, loan: str, lift: Lift | None = None) -> Step:
    desk = desk_of(place, at, loan, lift)
    if desk is None:
        return stop(place, sitting, at, Stop("renew", (LOAN_NOT_OPEN.because(),)))
    outcome = renewal(desk)
    if isinstance(outcome, Refused):
        shown = row(place, "stopped", desk.on_desk, loan=loan, member=at.person, reasons=outcome.reasons)
        why = Stop("renew", outcome.reasons, desk.on_desk.copy.copy, loan)
        return stop(place, sitting, pile.put(at, shown), why)
    (fact,) = place.record(*outcome)
    return step(place, sitting, pile.put(replace(at, way="pile"), renewed_row(place, desk, fact, lift)), (fact,))


def desk_of(place: Place, at: AtCounter, loan: str, lift: Lift | None) -> Desk | None:
    """Only of an open loan of whoever stands here."""
    if at.person is None:
        return None
    who = showing.borrower(place, at.person)
    own = next((o for o in who.loans if o.loan.loan == loan), None)
    on_desk = queries.on_desk(place.db, own.copy.copy) if own else None
    return Desk(place.rules, place.today, on_desk, who, lift) if on_desk else None


def renewed_row(place: Place, desk: Desk, fact: Fact, lift: Lift | None) -> Any:
    assert isinstance(fact.p, LoanRenewed) and desk.borrower
    loan = queries.loan(place.db, fact.p.loan)
    assert loan
    most = place.rules.policy_named(fact.p.policy).renewals_max
    count = Note("renewed", {"count": loan.renewals, "left": max(most - loan.renewals, 0)})
    return row(
        place,
        "renewed",
        desk.on_desk,
        key=taking_back.key_of(fact),
        loan=loan.loan,
        member=loan.member,
        due_on=fact.p.due_on,
        notes=(*let_pass(lift), count),
        lifted=lift is not None,
    )


def renewed_all(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """Each that can be is; the others lie in the pile with their reasons, and one press lets none of them pass."""
    at, facts = hand(sitting).counter, NO_FACTS
    here = acting(place, sitting)
    loans = showing.borrower(place, at.person).loans if at.person is not None else ()
    with place.store.transaction():
        for each in loans:
            one = renew_one(here, sitting, at, each.loan.loan)
            at, facts = hand(one.sitting).counter, facts + one.facts
    return step(place, sitting, replace(at, stop=None, way="pile"), facts)


def undone(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The act named, else the newest that can be undone."""
    place, at = acting(place, sitting), hand(sitting).counter
    newest = next((each.key for each in reversed(at.pile) if each.key), "")
    key = str(arguments.get("key") or newest)
    taken = taking_back.undo(place, key)
    if isinstance(taken, Refused):
        return stop(place, sitting, at, Stop("undo", taken.reasons))
    at = replace(pile.taken_out(at, key), stop=None)
    said = Said(look.time_at(place, place.moment.at), "undone")
    sitting = replace(sitting, on_duty=replace(hand(sitting), counter=at, said=said))
    return of_day(place, sitting, taken) if at.way == "day" else step(place, sitting, at, taken)


def of_day(place: Place, sitting: Sitting, facts: tuple[Fact, ...] = NO_FACTS) -> Step:
    """今天办过的: all that can still be taken back, whoever of the staff did it."""
    from kiosk.visit.day_rows import day_rows

    at = replace(hand(sitting).counter, way="day", stop=None)
    sitting = replace(sitting, on_duty=replace(hand(sitting), counter=at))
    screen = look.shown(place, hand(sitting), pile=day_rows(place, DAY_ROWS_MAX))
    return Step(sitting, screen, facts)


def damage(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Of the copy named, else of the newest in the pile."""
    at = hand(sitting).counter
    copy = str(arguments.get("copy") or (at.newest.copy if at.newest else ""))
    if queries.on_desk(place.db, copy) is None:
        return step(place, sitting, at)
    return step(place, sitting, replace(at, way="damage", damaged=copy, stop=None))


def damage_said(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    place, at = acting(place, sitting), hand(sitting).counter
    note = " ".join(str(arguments.get("text", "")).split())[:NOTE_MAX]
    if at.way != "damage":
        return step(place, sitting, at)
    handled = handle(place, place.actor or "", at.damaged, lambda copy: mark(copy, "damaged", note))
    at = replace(at, way="pile")
    if handled.reasons:
        return stop(place, sitting, at, Stop("damage", handled.reasons, handled.number))
    on_desk = queries.on_desk(place.db, handled.number)
    fact = next(fact for fact in handled.facts if isinstance(fact.p, CopyDamaged))
    assert on_desk
    notes = (Note("damaged", {"note": note}),) if note else ()
    shown = row(place, "damaged", on_desk, key=taking_back.key_of(fact), notes=notes)
    return step(place, sitting, pile.put(at, shown), handled.facts)


def slip(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """The code that tells later where each thing of this pile stands."""
    at = replace(hand(sitting).counter, way="slip", stop=None)
    if sitting.span is None:
        return opened(place, sitting)
    on_desk = replace(hand(sitting), counter=at)
    code = getattr(receipts.receipt(place, sitting).screen, "code", "")
    return Step(replace(sitting, on_duty=on_desk), look.shown(place, on_desk, code=code))


TAPS: dict[str, Tap] = {
    "counter": on_duty("lend", lambda place, s, _: opened(place, s)),
    "counter_with": on_duty("lend", with_person),
    "counter_loans": on_duty("lend", lambda place, s, _: opened(place, s, "loans")),
    "counter_done": on_duty("lend", done),
    "counter_leave": on_duty("lend", left),
    "counter_forget": on_duty("lend", forgotten),
    "counter_why": on_duty("lend", reason_chosen),
    "counter_why_say": on_duty("lend", reason_said),
    "counter_pass": on_duty("lend", passed),
    "counter_renew": on_duty("lend", renewed),
    "counter_renew_all": on_duty("lend", renewed_all),
    "counter_undo": on_duty("lend", undone),
    "counter_day": on_duty("lend", lambda place, s, _: of_day(place, s)),
    "counter_damage": on_duty("return", damage),
    "counter_damage_say": on_duty("return", damage_said),
    "counter_slip": on_duty("lend", slip),
}
