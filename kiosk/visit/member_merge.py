"""Member merge: two numbers of one person side by side, what goes over, and the way back."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain.members import Member
from kiosk.domain.membership import Because
from kiosk.domain.merging import may_merge
from kiosk.domain.refusals import MERGE_NOT_FIT, REASON_MISSING, Reason, Refused
from kiosk.storage import certificates, passport as counted, people, queries
from kiosk.storage.hub_line import has_hub
from kiosk.visit import member_acts, passport
from kiosk.visit.desk import on_duty
from kiosk.visit.member_hand import MemberHand
from kiosk.visit.members import found, hand_of, line, with_hand
from kiosk.visit.roster import actor
from kiosk.visit.screens import MemberMerge, MergeSide
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
WHYS = ("twice", "two_cards")


def compared(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """`old` ends, `kept` goes on; touched once more, it is the other way round."""
    old, kept = (queries.member(place.db, key(arguments.get(side))) for side in ("old", "kept"))
    if old is None or kept is None:
        return found(place, sitting, {})
    hand = MemberHand(member=kept.member, other=old.member)
    return Step(with_hand(sitting, hand), shown(place, (old, kept)))


def key(text: object) -> int:
    return int(str(text)) if str(text).isdecimal() else -1


def shown(place: Place, pair: tuple[Member, Member]) -> MemberMerge:
    old, kept = pair
    unfit = () if old.merged_into == kept.member or may_merge(old, kept) else (unfit_of(old, kept),)
    return MemberMerge(side(place, old), side(place, kept), WHYS, unfit, elsewhere=has_hub(place.db))


def unfit_of(old: Member, kept: Member) -> Reason:
    return MERGE_NOT_FIT.because(old=old.number, kept=kept.number)


def side(place: Place, member: Member) -> MergeSide:
    now = people.open_of(place.db, member.member)
    half = sum(half for _, half in counted.half_hours_since(place.db, member.member, passport.year_begin(place)))
    return MergeSide(
        who=line(place, member),
        joined_on=member.joined_on,
        loans=len(now.loans),
        holds=len(now.holds),
        seats=len(now.seats),
        stops=len(now.pauses) + bool(member.blocked_why),
        hours=half / 2,
        certificates=len(certificates.of_member(place.db, member.member)),
    )


def pair_of(place: Place, hand: MemberHand) -> tuple[Member, Member] | None:
    old = queries.member(place.db, hand.other) if hand.other is not None else None
    kept = queries.member(place.db, hand.member) if hand.member is not None else None
    return (old, kept) if old and kept else None


def done(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    hand = hand_of(sitting)
    pair = pair_of(place, hand)
    if pair is None:
        return found(place, sitting, {})
    because = Because(str(arguments.get("why") or ""))
    if because.why not in WHYS:
        return Step(sitting, replace(shown(place, pair), why_not=(REASON_MISSING.because(),)))
    outcome = member_acts.merged(place, pair, because, actor(place, sitting))
    if isinstance(outcome, Refused):
        return Step(sitting, replace(shown(place, pair), why_not=outcome.reasons))
    screen = replace(shown(place, pair), done=True, undo=True)
    return Step(with_hand(sitting, replace(hand, undo=outcome.undo)), screen, outcome.facts)


def taken_back(place: Place, sitting: Sitting, _: Arguments) -> Step:
    hand = hand_of(sitting)
    pair = pair_of(place, hand)
    if pair is None or not hand.undo:
        return found(place, sitting, {})
    old = queries.member(place.db, pair[0].member)
    outcome = member_acts.parted(place, old, "undone", actor(place, sitting))
    again = pair_of(place, hand) or pair
    if isinstance(outcome, Refused):
        return Step(sitting, replace(shown(place, again), why_not=outcome.reasons))
    return Step(with_hand(sitting, replace(hand, undo=())), shown(place, again), outcome.facts)


TAPS = {
    "member_compare": on_duty("members", compared),
    "member_merge": on_duty("members", done),
    "member_part": on_duty("members", taken_back),
}
