"""Members: staff find one, by the letters of a name, by characters, by number, phone or card."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.classes import local
from kiosk.domain.codes import SignedCard
from kiosk.domain.members import Member, standing_reasons
from kiosk.domain.staff import may
from kiosk.storage import people, queries
from kiosk.visit.desk import on_duty
from kiosk.visit.member_hand import MemberHand
from kiosk.visit.screens import MemberDesk, MemberLine, MemberMerge, MemberNew, Members, Said, Screen
from kiosk.visit.sitting import Place, Sitting, Step

TAIL_DIGITS = 4
TYPED_MAX = 24
STOPPED = ("L-04", "L-05")
Arguments = dict[str, Any]


def hand_of(sitting: Sitting) -> MemberHand:
    return sitting.members or MemberHand()


def with_hand(sitting: Sitting, hand: MemberHand) -> Sitting:
    return replace(sitting, members=hand)


def found(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Whoever comes by the tab looks for nobody in particular; a purpose stays while letters are typed."""
    hand = hand_of(sitting)
    purpose = str(arguments.get("purpose") or "")
    hand = replace(hand, purpose=purpose) if purpose else MemberHand()
    return Step(with_hand(sitting, hand), shown(place, hand, str(arguments.get("typed") or "")))


def shown(place: Place, hand: MemberHand, typed: str) -> Members:
    hall, typed = place.rules.hall.hall, typed.strip().lower()[:TYPED_MAX]
    of = queries.member(place.db, hand.member) if hand.purpose and hand.member is not None else None
    found = people.found(place.db, hall, typed)
    return Members(
        typed=typed,
        leading=found.leading.upper(),
        rows=tuple(line(place, member) for member in found.members),
        count=found.count,
        purpose=hand.purpose if of else "",
        whom=line(place, of) if of else None,
    )


def line(place: Place, member: Member) -> MemberLine:
    details = queries.details(place.db, member.member)
    name = details.name if details else ""
    return MemberLine(
        member=str(member.member),
        name=names.masked(name),
        face=names.face(name),
        number_tail=member.number[-TAIL_DIGITS:],
        tier=member.tier,
        unit=details.unit if details else "",
        state=state_of(place, member),
        until=member.card_expires_on,
    )


def state_of(place: Place, member: Member) -> str:
    codes = [r.code for r in standing_reasons(member, people.suspensions(place.db, member.member), place.today)]
    if any(code in STOPPED for code in codes):
        return "stopped"
    if member.card_lost_at:
        return "lost"
    return "expired" if codes else "good"


def member_of(place: Place, arguments: Arguments) -> Member | None:
    """Members go by their number as text: QML counts with fewer digits than they have."""
    key = str(arguments.get("member") or "")
    return queries.member(place.db, int(key)) if key.isdecimal() and len(key) < TYPED_MAX else None


def wants_card(sitting: Sitting, screen: Screen, card: SignedCard) -> bool:
    """Beside a page of members a card says who is meant, and signs nobody in."""
    who = sitting.on_duty
    here = isinstance(screen, Members | MemberDesk | MemberNew | MemberMerge)
    return here and card.kind == "member" and who is not None and may(who.role, "members")


def card_scanned(place: Place, sitting: Sitting, card: SignedCard) -> Step | None:
    """Also a card that is lost or over: that is why it is here. A stranger's is not for this page."""
    from kiosk.visit.member_desk import picked

    member = queries.member(place.db, card.holder)
    if member is None or member.home_hall != place.rules.hall.hall:
        return None
    step = picked(place, sitting, {"member": str(queries.kept_as(place.db, member).member)})
    return replace(step, sitting=heard(place, step.sitting, line(place, member).name))


def heard(place: Place, sitting: Sitting, name: str) -> Sitting:
    """The slot says whose card it was."""
    who = sitting.on_duty
    assert who, "only staff come here"
    at = local(place.moment.at, place.rules.hall.utc_offset_min)
    return replace(sitting, on_duty=replace(who, said=Said(f"{at:%H:%M}", "member", {"name": name})))


TAPS = {"members": on_duty("members", found)}
