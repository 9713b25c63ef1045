"""Staff hand: which colleague somebody on duty looks after, or who is about to join, with a PIN that is being made."""

from typing import Any

from msgspec import Struct

from kiosk.domain.staff import Role


class StaffHand(Struct, frozen=True):
    """Kept for as long as this person is on duty."""

    number: str = ""
    name: str = ""
    role: Role = "librarian"
    added: bool = False
    fresh: Any = None  # a PIN that is being made
