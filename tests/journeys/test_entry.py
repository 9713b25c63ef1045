"""Journeys of those who type a PIN: a member without a card, and staff."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from halls import ISSUER, KEY_ID, NOON, TestHall, codes
from msgspec.structs import replace

from kiosk.domain.codes import SignedCard, card_text
from kiosk.domain.facts import MemberBlocked
from kiosk.domain.members import MemberDetails
from kiosk.domain.staff import ROLES, Staff
from kiosk.storage.keys import hash_key
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging, keyed_hash, sealing
from kiosk.visit.screens import (
    Attract,
    Basket,
    Desk,
    PinEntry,
)

PIN = "246810"
HASHED = pin_hash(PIN)
OTHER_HALL = Ed25519PrivateKey.from_private_bytes(b"o" * 32)


@pytest.fixture(autouse=True)
def rows_follow_from_facts(hall: TestHall) -> Iterator[None]:
    yield
    assert hall.store.differences() == {}


def with_pin(hall: TestHall, key: str = "zhang", phone: str = "19900001234") -> None:
    member = {"zhang": 1000, "li": 1001, "ou": 1002}[key]
    details = MemberDetails(
        member, {"zhang": "张小三", "li": "李四", "ou": "欧阳文"}[key], phone_hash(hall, phone), HASHED
    )
    hall.tell(sealing(hall.db, details))


def phone_hash(hall: TestHall, phone: str) -> str:
    return keyed_hash(hash_key(hall.db), phone)


def enter(hall: TestHall, text: str) -> Any:
    screen = hall.tap("enter", text=text)
    return hall.visit.settle() if isinstance(screen, PinEntry) and screen.checking else screen


# Without a card


def test_number_and_pin_sign_in(hall: TestHall) -> None:
    with_pin(hall)
    assert hall.tap("no_card") == PinEntry("no_card", "number")
    assert enter(hall, "100000") == PinEntry("no_card", "pin")
    screen = hall.tap("enter", text=PIN)
    assert screen == PinEntry("no_card", "pin", checking=True)
    assert isinstance(hall.visit.settle(), Basket) and hall.visit.frame().member == "张*三"
    assert hall.scan("hlm").rows


def test_phone_and_pin_sign_in(hall: TestHall) -> None:
    with_pin(hall)
    hall.tap("no_card")
    enter(hall, "19900001234")
    assert isinstance(enter(hall, PIN), Basket)


@pytest.mark.parametrize("number", ["100000", "999999", "19900001234", "19912345678"])
def test_wrong_pins_and_strange_numbers_look_alike_and_lock(hall: TestHall, number: str) -> None:
    with_pin(hall)
    hall.tap("no_card")
    seen = []
    for _ in range(5):
        enter(hall, number)
        screen = enter(hall, "000000")
        assert isinstance(screen, PinEntry) and screen.stage == "number"
        seen.append((codes(screen), screen.reasons[0].values))
    assert [c for c, _ in seen] == [["L-20"]] * 4 + [["L-21"]]
    assert [v.get("left") for _, v in seen] == [4, 3, 2, 1, None] and seen[-1][1] == {"minutes": 5}
    enter(hall, number)
    assert codes(enter(hall, PIN)) == ["L-21"]  # the right one does not help now
    hall.pass_by(301)
    hall.tap("no_card")
    enter(hall, number)
    screen = enter(hall, PIN)
    assert isinstance(screen, Basket) == (number in ("100000", "19900001234"))


def test_a_strange_number_costs_the_same_check(hall: TestHall, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hash with the same cost is asked either way; time itself is measured by the bench."""
    asked = []
    with_pin(hall)
    from kiosk.visit import entry

    monkeypatch.setattr(entry, "pin_matches", lambda hashed, pin: asked.append(hashed) or False)
    for number in ("100000", "555555"):
        hall.tap("no_card")
        enter(hall, number)
        enter(hall, "111111")
    assert len(asked) == 2 and [h.split("$")[1:4] for h in asked] == [HASHED.split("$")[1:4]] * 2


def test_somebody_else_comes_while_a_pin_is_checked(hall: TestHall) -> None:
    with_pin(hall)
    hall.tap("no_card")
    enter(hall, "100000")
    hall.tap("enter", text=PIN)
    hall.scan("li")
    assert isinstance(hall.visit.settle(), Basket) and hall.visit.frame().member == "李*"


def test_wrong_tries_survive_a_restart(hall: TestHall) -> None:
    with_pin(hall)
    from kiosk.visit.visit import Visit

    for _ in range(5):
        hall.tap("no_card")
        enter(hall, "100000")
        enter(hall, "1")
    hall.visit = Visit(hall.store, hall.clock)
    hall.tap("no_card")
    enter(hall, "100000")
    assert codes(enter(hall, PIN)) == ["L-21"]


def test_a_blocked_member_without_card_is_refused_with_reasons(hall: TestHall) -> None:
    with_pin(hall)
    hall.tell(MemberBlocked(1000, "staff"))
    hall.tap("no_card")
    enter(hall, "100000")
    assert codes(enter(hall, PIN)) == ["L-04"]


# Staff


def staff_card(hall: TestHall, **fields: Any) -> str:
    staff = Staff(9, "S001", "周敏", "librarian", 1, 1, date(2028, 1, 1), pin_hash=HASHED)
    hall.tell(*engaging(hall.db, replace(staff, **fields)))
    return card_text(SignedCard("staff", KEY_ID, 9, 1, ROLES.index("librarian"), date(2028, 1, 1), 1), ISSUER.sign)


def test_staff_sign_in_with_card_and_pin(hall: TestHall) -> None:
    assert hall.scan(staff_card(hall)) == PinEntry("staff", "pin")
    assert codes(enter(hall, "1")) == ["L-20"]
    screen = enter(hall, PIN)
    assert isinstance(screen, Desk) and screen.role == "librarian" and "override" in screen.may and screen.left_s == 180
    assert hall.tick(60).left_s == 120
    assert isinstance(hall.tick(121), Attract)


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"card_version": 2}, "L-02"), ({"card_lost_at": NOON}, "L-01"), ({"card_expires_on": date(2026, 1, 1)}, "L-03")],
)
def test_staff_cards_that_are_not_good(hall: TestHall, fields: dict[str, Any], code: str) -> None:
    assert codes(hall.scan(staff_card(hall, **fields))) == [code]


def test_a_staff_card_that_nobody_knows(hall: TestHall) -> None:
    text = card_text(SignedCard("staff", KEY_ID, 12345, 1, 0, date(2028, 1, 1), 1), ISSUER.sign)
    assert codes(hall.scan(text)) == ["K-10"]
