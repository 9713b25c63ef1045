"""Member asking: what stands on the page while a change of a member is being asked about."""

from datetime import date, timedelta

from kiosk.domain import membership
from kiosk.domain.members import TIERS, Member
from kiosk.domain.membership import BLOCK_DAYS, WHYS, Change
from kiosk.storage import holds as shelf, queries
from kiosk.visit import showing
from kiosk.visit.member_hand import MemberHand
from kiosk.visit.members import line
from kiosk.visit.screens import Asking, Book
from kiosk.visit.sitting import Place

FINAL: tuple[Change, ...] = (
    "pin",
    "reissue",
    "forget",
    "hold",
)  # paper, a PIN that was told, a key that is gone, a place in a queue


def asking(place: Place, member: Member, hand: MemberHand) -> Asking | None:
    change = hand.change
    if change is None:
        return None
    guardian = queries.member(place.db, hand.guardian) if hand.guardian is not None else None
    return Asking(
        change=change,
        whys=WHYS[change],
        days=hand.days,
        days_offered=BLOCK_DAYS if change == "block" else (),
        until=until(place, member, hand),
        tier=hand.tier,
        tiers=TIERS if change == "tier" else (),
        text=hand.text,
        guardian=line(place, guardian) if guardian else None,
        book=book(place, hand.hold) if change == "hold" else None,
        final=change in FINAL,
    )


def book(place: Place, key: str) -> Book | None:
    hold = shelf.hold(place.db, key)
    title = queries.title(place.db, hold.title) if hold else None
    return showing.book(title) if title else None


def until(place: Place, member: Member, hand: MemberHand) -> date | None:
    """The day that would follow from it, to be seen before anything is done."""
    from kiosk.visit.member_acts import known

    match hand.change:
        case "block":
            return place.today + timedelta(days=hand.days) if hand.days else None
        case "renew":
            return membership.renewed(known(place, member))
        case "reissue":
            return membership.until(known(place, member))
    return None
