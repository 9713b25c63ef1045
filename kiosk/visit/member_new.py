"""Member new: somebody joins, said in one sentence; the number, the card and the PIN follow from it."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain import joining
from kiosk.domain.joining import JoinDraft
from kiosk.domain.members import TIERS
from kiosk.domain.refusals import Refused
from kiosk.storage import people, queries
from kiosk.visit import member_acts
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.fresh_pin import FreshPin
from kiosk.visit.member_hand import MemberHand
from kiosk.visit.members import hand_of, line, with_hand
from kiosk.visit.roster import actor
from kiosk.visit.screens import MemberNew, Printing
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
UNITS_SHOWN_MAX = 6
ALIKE_SHOWN_MAX = 3


def begun(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """What was said is kept for as long as this person is on duty; whoever has joined makes room for the next."""
    hand = hand_of(sitting)
    draft = hand.draft if hand.added is None else JoinDraft(unit=hand.draft.unit, tier=hand.draft.tier)
    units = people.units(place.db, place.rules.hall.hall, UNITS_SHOWN_MAX)
    return looked_at(place, sitting, MemberHand(draft=draft, units=units, fresh=FreshPin()))


def looked_at(place: Place, sitting: Sitting, hand: MemberHand, *, tried: bool = False) -> Step:
    return Step(with_hand(sitting, hand), replace(shown(place, hand), tried=tried))


def shown(place: Place, hand: MemberHand) -> MemberNew:
    draft, hall = hand.draft, place.rules.hall.hall
    alike = people.alike(place.db, hall, draft.name, draft.phone) if hand.added is None else ()
    same = (queries.member(place.db, one.member) for one in alike[:ALIKE_SHOWN_MAX])
    added = queries.member(place.db, hand.added) if hand.added is not None else None
    number = added.number if added else people.next_number(place.db, hall)
    member = added or joining.new_member(draft, 0, number, (hall, place.today))
    return MemberNew(
        draft=draft,
        number=number,
        until=member.card_expires_on,
        loans=place.rules.policy_for(member, "book").loans_max,
        tiers=TIERS,
        units=hand.units,
        alike=tuple(line(place, one) for one in same if one),
        reasons=joining.reasons_against(draft, alike, place.today) if added is None else (),
        added=line(place, added) if added else None,
        pin=hand.fresh.pin if added and hand.fresh else "",
        issues=place.registrar is not None and place.registrar.issues_cards(),
    )


def said(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    hand = hand_of(sitting)
    if hand.added is not None:
        return looked_at(place, sitting, hand)
    draft = joining.said(hand.draft, str(arguments.get("field")), str(arguments.get("text") or ""))
    return looked_at(place, sitting, replace(hand, draft=draft))


def another(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """Whoever is on duty has looked: it is another person of that name."""
    hand = hand_of(sitting)
    return looked_at(place, sitting, replace(hand, draft=replace(hand.draft, another=True)))


def added(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """On the disk before the card is printed; touched twice, it is still one member."""
    hand = hand_of(sitting)
    if hand.added is not None or hand.fresh is None:
        return looked_at(place, sitting, hand)
    before, _head = place.store.head()
    member = member_acts.added(place, hand.draft, hand.fresh.done(), actor(place, sitting))
    if isinstance(member, Refused):
        return looked_at(place, sitting, hand, tried=True)
    from kiosk.visit.graduates import written

    return replace(looked_at(place, sitting, replace(hand, added=member.member)), facts=written(place, before))


def card_printed(place: Place, sitting: Sitting, _: Arguments) -> Step:
    hand = hand_of(sitting)
    if hand.added is None:
        return looked_at(place, sitting, hand)
    back = leading_back(with_hand(sitting, replace(hand, fresh=None)), ("member_joined", ""))
    return Step(back, Printing("card", str(hand.added), "drawing", staff=True))


def joined(place: Place, sitting: Sitting, _: Arguments) -> Step:
    return looked_at(place, sitting, hand_of(sitting))


TAPS = {
    "member_new": on_duty("members", begun),
    "member_tell": on_duty("members", said),
    "member_another": on_duty("members", another),
    "member_add": on_duty("members", added),
    "member_joined": on_duty("members", joined),
    "new_card": on_duty("members", card_printed),
}
