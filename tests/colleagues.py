"""Staff in a test hall: `on_duty(hall, "organiser")` shows a card, types the PIN and waits for the answer."""

from datetime import date
from typing import Any

from halls import ISSUER, KEY_ID, TestHall

from kiosk.domain.codes import SignedCard, card_text
from kiosk.domain.staff import ROLES, Role, Staff
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging

PIN, ENDS = "246810", date(2028, 1, 1)
HASHED = pin_hash(PIN)


def card_of(hall: TestHall, role: Role) -> str:
    hall.tell(*engaging(hall.db, Staff(9, "S001", "周敏", role, 1, 1, ENDS, pin_hash=HASHED)))
    return card_text(SignedCard("staff", KEY_ID, 9, 1, ROLES.index(role), ENDS, 1), ISSUER.sign)


def on_duty(hall: TestHall, role: Role) -> Any:
    hall.scan(card_of(hall, role))
    hall.tap("enter", text=PIN)
    return hall.visit.settle()
