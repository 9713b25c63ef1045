"""Member hand: whom somebody on duty has in hand, what is being asked about it, and what takes the last change back."""

from typing import Any

from msgspec import Struct

from kiosk.domain.facts import Happening
from kiosk.domain.joining import JoinDraft
from kiosk.domain.membership import Change


class MemberHand(Struct, frozen=True):
    """Kept for as long as this person is on duty."""

    member: int | None = None
    change: Change | None = None  # that is asked about
    days: int = 30
    tier: str = ""
    text: str = ""
    guardian: int | None = None
    hold: str = ""  # that is to be given up
    purpose: str = ""  # of whoever is looked for
    undo: tuple[Happening, ...] = ()
    told: str = ""  # what the undo takes back
    other: int | None = None  # the number that goes on in `member`
    fresh: Any = None  # a PIN that is being made
    draft: JoinDraft = JoinDraft()
    units: tuple[str, ...] = ()  # where others of the hall work, looked up once
    added: int | None = None  # the member whom the draft has become
