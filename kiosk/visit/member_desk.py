"""Member desk: one member, what is open, and every change, asked about first and taken back where that can be."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain import membership, names
from kiosk.domain.classes import local
from kiosk.domain.facts import Fact, MemberShown
from kiosk.domain.holds import Hold
from kiosk.domain.members import Member, Suspension
from kiosk.domain.membership import WHY_MAX, Because, Change, Wanted
from kiosk.domain.refusals import Refused
from kiosk.storage import certificates, holds as shelf, passport as counted, people, programme, queries
from kiosk.visit import member_acts, passport, showing
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.fresh_pin import FreshPin
from kiosk.visit.member_asking import asking
from kiosk.visit.member_hand import MemberHand
from kiosk.visit.member_holds import given_up, own
from kiosk.visit.members import found, hand_of, line, member_of, with_hand
from kiosk.visit.programme import known_now
from kiosk.visit.roster import actor
from kiosk.visit.screens import DeskCourse, DeskHold, DeskLoan, LastShown, MemberDesk, Printing, Stop
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
COURSES_SHOWN_MAX = 6
SAID = {*membership.WHYS["block"], "overdue", "case", "staff"}


def picked(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Somebody was found: to be opened, or for whom was looked for."""
    hand, member = hand_of(sitting), member_of(place, arguments)
    if member is None:
        return found(place, sitting, {})
    if hand.purpose == "merge" and hand.member is not None:
        from kiosk.visit.member_merge import compared

        return compared(place, sitting, {"old": str(member.member), "kept": str(hand.member)})
    if hand.purpose == "family" and hand.member is not None:
        hand = replace(hand, purpose="", change="family", guardian=member.member)
        return opened(place, sitting, hand)
    return opened(place, sitting, MemberHand(member=member.member))


def opened(place: Place, sitting: Sitting, hand: MemberHand) -> Step:
    member = queries.member(place.db, hand.member) if hand.member is not None else None
    if member is None:
        return found(place, sitting, {})
    return Step(with_hand(sitting, hand), shown(place, member, hand))


def again(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """Back to the member in hand, with no question open."""
    return opened(place, sitting, replace(hand_of(sitting), change=None, purpose="", fresh=None))


def shown(place: Place, member: Member, hand: MemberHand) -> MemberDesk:
    who = queries.borrower(place.db, member)
    guardian = queries.member(place.db, member.guardian) if member.guardian is not None else None
    half = sum(half for _, half in counted.half_hours_since(place.db, member.member, passport.year_begin(place)))
    return MemberDesk(
        who=line(place, member),
        joined_on=member.joined_on,
        loans=tuple(DeskLoan(showing.book(o.title), showing.due(o.loan, place.today)) for o in who.loans),
        most=place.rules.policy_for(member, "book").loans_max,
        holds=tuple(hold(place, one) for one in shelf.holds_of(place.db, member.member)),
        courses=courses(place, member.member),
        hours=half / 2,
        certificates=len(certificates.of_member(place.db, member.member)),
        stops=stops(place, member, who.suspensions),
        guardian=line(place, guardian) if guardian else None,
        wards=tuple(line(place, child) for child in people.children(place.db, member.member)),
        shown=last_shown(place, member),
        asking=asking(place, member, hand),
        told=hand.told,
        undo=bool(hand.undo),
        issues=place.registrar is not None and place.registrar.issues_cards(),
        known=bool(who.name),
    )


def hold(place: Place, one: Hold) -> DeskHold:
    title = queries.title(place.db, one.title)
    assert title, "a hold is on a title"
    state = "ready" if one.state == "ready" else "paused" if one.paused(place.today) else "waiting"
    until = one.ready_until if state == "ready" else one.suspended_until
    return DeskHold(showing.book(title), state, until, one.hold)


def courses(place: Place, member: int) -> tuple[DeskCourse, ...]:
    seats = [e.course for e in programme.enrolments_of(place.db, member) if e.state == "confirmed"]
    return tuple(course(place, key, member) for key in seats[-COURSES_SHOWN_MAX:])


def course(place: Place, key: int, member: int) -> DeskCourse:
    known, now = programme.course(place.db, key), known_now(place)
    assert known, "a seat is in a course"
    came = programme.attended(place.db, key, member)
    evenings = [s for s in programme.sessions_of(place.db, key) if s.state != "cancelled"]
    marks = ["came" if s.session in came else "missed" if s.ends_at < now else "coming" for s in evenings]
    half = certificates.case(place.db, place.rules, known, member).half_hours
    return DeskCourse(known.title, known.kind, tuple(marks), half / 2)


def stops(place: Place, member: Member, suspensions: tuple[Suspension, ...]) -> tuple[Stop, ...]:
    paused = sorted((s for s in suspensions if s.until >= place.today), key=lambda s: s.until, reverse=True)
    blocked = [Stop(worded(member.blocked_why))] if member.blocked_why else []
    return (*blocked, *(Stop(worded(s.why), s.until, (s.until - place.today).days + 1) for s in paused))


def worded(why: str) -> str:
    """What other programs gave as a reason has no sentence of ours."""
    return why if why in SAID else "other"


def last_shown(place: Place, member: Member) -> LastShown | None:
    if member.shown_at is None:
        return None
    at = local(member.shown_at, place.rules.hall.utc_offset_min)
    staff = queries.staff_numbered(place.db, member.shown_to or "")
    return LastShown(names.masked(staff.name) if staff else "", at.date(), f"{at:%H:%M}")


def revealed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The name for a moment; that it was shown, and to whom, is a fact without the name."""
    step = again(place, sitting, arguments)
    if not isinstance(step.screen, MemberDesk) or not step.screen.known:
        return step
    member = int(step.screen.who.member)
    before = step.screen.shown
    facts = place.store.record(MemberShown(member), moment=place.moment, actor=actor(place, sitting))
    details = queries.details(place.db, member)
    assert details, "who is known has a name"
    return replace(step, screen=replace(step.screen, revealed=details.name, shown=before), facts=facts)


def asked(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Opens a question about the member in hand, or puts it away."""
    hand = hand_of(sitting)
    change: Change | None = next((c for c in membership.CHANGES if c == arguments.get("change")), None)
    if change == "family" and hand.guardian is None:
        return found(place, with_hand(sitting, hand), {"purpose": "family"})
    member = queries.member(place.db, hand.member) if hand.member is not None else None
    if change == "hold" and (member is None or own(place, member.member, str(arguments.get("hold"))) is None):
        return again(place, sitting, arguments)
    details = queries.details(place.db, hand.member) if hand.member is not None else None
    begun = details.unit if details and change == "unit" else details.name if details and change == "name" else ""
    fresh = FreshPin() if change == "pin" else None
    tier, key = member.tier if member else "", str(arguments.get("hold") or "")
    hand = replace(hand, change=change, days=30, tier=tier, text=begun, fresh=fresh, hold=key)
    return opened(place, sitting, hand)


def answered(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """What the change would be; nothing is written yet."""
    hand = hand_of(sitting)
    field, text = arguments.get("field"), str(arguments.get("text") or "").strip()
    if field == "days" and text.isdecimal() and int(text) in membership.BLOCK_DAYS:
        hand = replace(hand, days=int(text))
    if field == "tier" and membership.tier_named(text):
        hand = replace(hand, tier=text)
    if field == "text":
        most = membership.NAME_MAX if hand.change == "name" else membership.UNIT_MAX
        hand = replace(hand, text=" ".join(text.split())[:most])
    return opened(place, sitting, hand)


def done(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The reason was chosen: it is so from now on, or every reason why not is said."""
    hand = hand_of(sitting)
    member = queries.member(place.db, hand.member) if hand.member is not None else None
    if member is None or hand.change is None:
        return again(place, sitting, arguments)
    wanted = wanted_by(place, hand, arguments)
    who = actor(place, sitting)
    if hand.change == "hold":
        outcome = given_up(place, own(place, member.member, hand.hold), wanted.because, who)
    else:
        outcome = member_acts.changed(place, member, wanted, who)
    if isinstance(outcome, Refused):
        return refused(opened(place, sitting, hand), outcome)
    after = MemberHand(member=member.member, undo=outcome.undo, told=hand.change)
    step = replace(opened(place, sitting, after), facts=outcome.facts)
    if hand.change == "pin" and isinstance(step.screen, MemberDesk):
        return replace(step, screen=replace(step.screen, pin=hand.fresh.pin))
    return step


def wanted_by(place: Place, hand: MemberHand, arguments: Arguments) -> Wanted:
    assert hand.change, "asked before"
    because = Because(str(arguments.get("why") or ""), str(arguments.get("said") or "").strip()[:WHY_MAX])
    guardian = queries.member(place.db, hand.guardian) if hand.guardian is not None else None
    text = hand.fresh.done() if hand.change == "pin" else hand.text
    return Wanted(hand.change, because, hand.days, hand.tier, text, guardian)


def refused(step: Step, outcome: Refused) -> Step:
    screen = step.screen
    if not isinstance(screen, MemberDesk) or screen.asking is None:
        return step
    return replace(step, screen=replace(screen, asking=replace(screen.asking, why_not=outcome.reasons)))


def taken_back(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    hand, facts = hand_of(sitting), tuple[Fact, ...]()
    if hand.undo:
        facts = place.store.record(*hand.undo, moment=place.moment, actor=actor(place, sitting))
    told = "undone" if hand.undo else ""
    return replace(opened(place, sitting, replace(hand, undo=(), told=told, change=None)), facts=facts)


def card_printed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """With the sheet that all cards are printed on; whoever wanted it comes back to the member."""
    step = again(place, sitting, arguments)
    if not isinstance(step.screen, MemberDesk):
        return step
    key = step.screen.who.member
    return Step(leading_back(step.sitting, ("member_again", key)), Printing("card", key, "drawing", staff=True))


TAPS = {
    "member": on_duty("members", picked),
    "member_again": on_duty("members", again),
    "member_reveal": on_duty("members", revealed),
    "member_ask": on_duty("members", asked),
    "member_say": on_duty("members", answered),
    "member_do": on_duty("members", done),
    "member_undo": on_duty("members", taken_back),
    "member_card": on_duty("members", card_printed),
}
