"""Care: large print and voice, for this visit or, with the member's consent, for every one."""

from msgspec.structs import replace

from kiosk.domain.facts import ConsentGiven, ConsentWithdrawn, Fact
from kiosk.domain.members import NOTICE_VERSION
from kiosk.storage import queries
from kiosk.visit.screens import Screen
from kiosk.visit.sitting import Place, Sitting, Step

PURPOSE = "care_mode"


def remembered(place: Place, member: int) -> bool:
    return PURPOSE in queries.consents(place.db, member)


def chosen(place: Place, sitting: Sitting, screen: Screen, *, on: bool) -> Step:
    """It holds for this visit; a member is asked whether it shall hold from now on."""
    offer = ""
    if sitting.member is not None and remembered(place, sitting.member) != on:
        offer = "remember" if on else "forget"
    return Step(replace(sitting, care=on, care_offer=offer), screen)


def decided(place: Place, sitting: Sitting, screen: Screen, *, yes: bool) -> Step:
    """An answer to what was offered; without an offer there is nothing to decide."""
    facts: tuple[Fact, ...] = ()
    if yes and sitting.member is not None and sitting.care_offer:
        remember = sitting.care_offer == "remember"
        facts = place.record(
            ConsentGiven(sitting.member, PURPOSE, NOTICE_VERSION)
            if remember
            else ConsentWithdrawn(sitting.member, PURPOSE)
        )
    return Step(replace(sitting, care_offer=""), screen, facts)
