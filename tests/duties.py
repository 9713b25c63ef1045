"""Staff mode for tests: somebody of a role shows the card and types the PIN."""

from datetime import date

from halls import ISSUER, KEY_ID, TestHall

from kiosk.domain.codes import SignedCard, card_text
from kiosk.domain.staff import ROLES, Role, Staff
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging

PIN, ENDS = "246810", date(2028, 1, 1)
HASHED = pin_hash(PIN)


def on_duty(hall: TestHall, role: Role) -> object:
    hall.tell(*engaging(hall.db, Staff(9, "S001", "周敏", role, 1, 1, ENDS, pin_hash=HASHED)))
    hall.scan(card_text(SignedCard("staff", KEY_ID, 9, 1, ROLES.index(role), ENDS, 1), ISSUER.sign))
    hall.tap("enter", text=PIN)
    return hall.visit.settle()
