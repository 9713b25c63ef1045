"""Cards: somebody shows who they are; what was waiting for a card goes on from here."""

from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.blocking import block_reasons
from kiosk.domain.classes import local
from kiosk.domain.codes import EPOCH, SignedCard
from kiosk.domain.desk import Borrower
from kiosk.domain.facts import AnswerTold, CardIssued, Fact, SeatOfferTold, VisitorAdmitted
from kiosk.domain.members import TIERS, Answer as Waiting, Member, card_reasons, of_one_family
from kiosk.domain.refusals import CARD_EXPIRED, MEMBER_UNKNOWN, Reason
from kiosk.storage import programme, queries
from kiosk.storage.block_list import block_list
from kiosk.visit import care, checking_in, holding, rating, showing
from kiosk.visit.books import lend, own_return
from kiosk.visit.enrolling import offer_told
from kiosk.visit.screens import Answer, Answers, Refusal
from kiosk.visit.sitting import Bearer, Place, Sitting, Step

NO_FACTS: tuple[Fact, ...] = ()
BEFORE_MAX = 9  # zeros before a visitor's number
DIGITS_SHOWN = 4  # of the number of a visitor whose name is not known here


class Shown(Struct, frozen=True):
    """Whose card it is, or every reason why its bearer is not taken for the member."""

    member: Member | None = None
    reasons: tuple[Reason, ...] = ()
    facts: tuple[Fact, ...] = ()


def card_scanned(place: Place, sitting: Sitting, card: SignedCard) -> Step:
    """Another person's card ends the visit before it; books that waited for a card stay for this one."""
    sitting = replace(sitting, entering=None, practice=False, on_duty=None)
    shown = whose(place, card)
    if shown.member is None:
        return not_taken(ended(sitting), shown.reasons)
    step = taken(place, sitting, shown.member)
    return replace(step, facts=shown.facts + step.facts)


def whose(place: Place, card: SignedCard) -> Shown:
    member = queries.member(place.db, card.holder)
    if member is None or member.home_hall != place.rules.hall.hall:
        return visitor(place, card, member)
    reasons = card_reasons(member, card)
    return Shown(None if reasons else member, reasons)


def visitor(place: Place, card: SignedCard, member: Member | None) -> Shown:
    """A genuine card of another hall: its signature is all that is known, and enough for the allowance."""
    if card.hall == place.rules.hall.hall:
        return Shown(reasons=(MEMBER_UNKNOWN.because(home_hall=card.hall),))
    if card.expires_on < place.today:
        return Shown(reasons=(CARD_EXPIRED.because(expired_on=card.expires_on),))
    if reasons := block_reasons(block_list(place.db), card, place.moment.at):
        return Shown(reasons=reasons)
    if member is None:
        facts = place.record(VisitorAdmitted(as_member(card, visitors_number(place, card))))
    elif card.version > member.card_version:
        facts = place.record(CardIssued(member.member, card.version, card.expires_on))
    elif reasons := card_reasons(member, card):
        return Shown(reasons=reasons)
    else:
        facts = NO_FACTS
    return Shown(queries.member(place.db, card.holder), facts=facts)


def visitors_number(place: Place, card: SignedCard) -> str:
    """A list that was read in may have given the same to somebody here. Its end is shown, so zeros come first."""
    numbers = [f"{'0' * n}{card.hall}-{card.holder}" for n in range(BEFORE_MAX + 1)]
    return next((n for n in numbers if queries.member_numbered(place.db, n) is None), numbers[-1])


def as_member(card: SignedCard, number: str) -> Member:
    return Member(
        member=card.holder,
        number=number,
        home_hall=card.hall,
        tier=TIERS[card.rank] if card.rank < len(TIERS) else "member",
        card_version=card.version,
        card_expires_on=max(card.expires_on, EPOCH + timedelta(days=1)),
    )


def not_taken(sitting: Sitting, reasons: tuple[Reason, ...]) -> Step:
    """The bearer is not taken for the member: nothing of the member is shown."""
    return Step(sitting, showing.refusal("card", reasons))


def ended(sitting: Sitting) -> Sitting:
    """The visit of whoever was signed in is over; what waits for a card goes on waiting."""
    return Sitting() if sitting.member is not None else sitting


def taken(place: Place, sitting: Sitting, member: Member) -> Step:
    """Signed in: anew, joining the family, or once more; by whichever of two numbers, it is one person."""
    member = queries.kept_as(place.db, member)
    if sitting.bears(member.member):
        return arrived(place, replace(sitting, member=member.member))
    others = tuple(m for b in sitting.bearers if (m := queries.member(place.db, b.member)))
    if others and not of_one_family(member, others):
        sitting = Sitting()
    return signed_in(place, sitting, queries.borrower(place.db, member))


def signed_in(place: Place, sitting: Sitting, who: Borrower) -> Step:
    own = tuple(g.returned for g in sitting.given if g.loan.member == who.member.member)
    sitting = replace(
        sitting,
        member=who.member.member,
        bearers=(*sitting.bearers, bearer(who)),
        entering=None,
        asking=own,
        care=sitting.care or care.remembered(place, who.member.member),
    )
    return arrived(place, sitting)


def arrived(place: Place, sitting: Sitting) -> Step:
    """A door that is open comes first, since forty people stand behind; then what was waiting to be told."""
    at_door = None if sitting.asking or sitting.wish or sitting.waiting else checking_in.at_card(place, sitting)
    return at_door or go_on(place, sitting)


def told(place: Place, sitting: Sitting, waiting: tuple[Waiting, ...]) -> Step:
    """Once; the time to answer an offered seat runs from here."""
    happenings = tuple(p for a in waiting for p in (AnswerTold(a.member, a.answer), *offer_told(place, a)))
    facts = place.record(*happenings)
    offered = {f.p.course: f.p.confirm_by for f in facts if isinstance(f.p, SeatOfferTold)}
    return Step(sitting, Answers(tuple(answer_shown(place, a, offered) for a in waiting)), facts)


def answer_shown(place: Place, a: Waiting, offered: dict[int, datetime]) -> Answer:
    if a.course is None:
        return Answer(a.about, showing.title_book(place, a.title), a.until)
    course = programme.course(place.db, a.course)
    by = offered.get(a.course)
    until = local(by, place.rules.hall.utc_offset_min).date() if by else a.until
    return Answer(a.about, showing.course_book(course) if course else None, until, str(a.course))


def bearer(who: Borrower) -> Bearer:
    """A visitor without a name here is shown by the end of the number."""
    if not who.name:
        tail = who.member.number[-DIGITS_SHOWN:]
        return Bearer(who.member.member, f"···{tail}", tail[-1], who.member.tier)
    return Bearer(who.member.member, names.masked(who.name), names.face(who.name), who.member.tier)


def go_on(place: Place, sitting: Sitting) -> Step:
    """Answers, a question about a book just given back, what waited for a card; an evening to rate comes last."""
    assert sitting.member is not None
    if waiting := queries.open_answers(place.db, sitting.member):
        return told(place, sitting, waiting)
    if sitting.asking:
        return Step(sitting, own_return(place, sitting))
    if sitting.wish:
        return holding.wished(place, replace(sitting, wish=None), sitting.wish)
    if sitting.waiting:
        return lend_waiting(place, sitting)
    reasons = showing.general_reasons(place, showing.borrower(place, sitting.member))
    if any(reason.who != "self" for reason in reasons):
        return Step(sitting, showing.refusal("card", reasons))
    question = None if reasons else rating.asked(place, sitting)  # whoever has something to settle is not asked
    return question or Step(sitting, showing.basket(place, sitting))


def lend_waiting(place: Place, sitting: Sitting) -> Step:
    """All that can be lent is; the first that cannot is told with its reasons."""
    copies, facts, refused = sitting.waiting, NO_FACTS, None
    sitting = replace(sitting, waiting=())
    with place.store.transaction():
        for copy in copies:
            on_desk = queries.on_desk(place.db, copy)
            assert on_desk, "a copy that waits was found when it was scanned"
            step = lend(place, sitting, on_desk)
            sitting, facts = step.sitting, facts + step.facts
            refused = refused or (step.screen if isinstance(step.screen, Refusal) else None)
    return Step(sitting, refused or showing.basket(place, sitting, fresh=sitting.lent[-1].loan), facts)
