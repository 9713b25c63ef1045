"""Who types at the window: a member who has a PIN, and a librarian with card and PIN."""

from datetime import date

from halls import ISSUER, KEY_ID, MEMBERS, TestHall, number_of

from kiosk.domain.codes import SignedCard, card_text
from kiosk.domain.members import MemberDetails
from kiosk.domain.staff import ROLES, Staff
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging, sealing

PIN, LIBRARIAN = "246810", "周敏"
ENDS = date(2028, 1, 1)
HASHED = pin_hash(PIN)


def with_pin(hall: TestHall, key: str = "zhang") -> None:
    hall.tell(sealing(hall.db, MemberDetails(number_of(key), MEMBERS[key], pin_hash=HASHED)))


def librarian(hall: TestHall) -> str:
    """Their card."""
    hall.tell(*engaging(hall.db, Staff(9, "S001", LIBRARIAN, "librarian", 1, 1, ENDS, pin_hash=HASHED)))
    return card_text(SignedCard("staff", KEY_ID, 9, 1, ROLES.index("librarian"), ENDS, 1), ISSUER.sign)
