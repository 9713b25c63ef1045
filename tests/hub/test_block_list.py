"""The block list: a lost card is refused at a hall that has never heard of its owner, and no list can be forged."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from cities import City
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from halls import NOON, TestHall, codes
from msgspec.structs import replace

from kiosk.domain.blocking import MARK_BYTES, BlockList, block_reasons, blocked, is_genuine, signed
from kiosk.domain.codes import SignedCard
from kiosk.domain.facts import CardReportedLost, MemberBlocked
from kiosk.domain.members import Member
from kiosk.storage import block_list as kept_list
from kiosk.storage.joined import Joined, write_joined
from kiosk.sync.inbox import next_ask
from kiosk.visit.screens import Basket

HUB = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = HUB.public_key().public_bytes_raw()
PLAIN = Member(7001, "7001", 2, "member", 2, date(2028, 1, 1))
LOST, STOPPED = replace(PLAIN, card_lost_at=NOON), replace(PLAIN, member=7002, blocked_why="staff")
OTHERS = [replace(PLAIN, member=8000 + n, card_lost_at=NOON) for n in range(300)]


def listed() -> BlockList:
    return signed(blocked([PLAIN, LOST, STOPPED, *OTHERS], b"key", NOON), HUB.sign)


@pytest.mark.parametrize(
    ("holder", "version", "found"),
    [(7001, 2, True), (7001, 3, False), (7002, 1, True), (7002, 9, True), (7003, 2, False), (8299, 2, True)],
)
def test_a_lost_card_by_its_version_a_blocked_member_by_any(holder: int, version: int, found: bool) -> None:
    card = SignedCard("member", b"hall", holder, 2, 0, date(2028, 1, 1), version)
    reasons = block_reasons(listed(), card, NOON + timedelta(days=3))
    assert [(r.code, r.values["days"]) for r in reasons] == ([("L-24", 3)] if found else [])
    assert block_reasons(None, card, NOON) == ()


def test_it_names_nobody_and_is_small() -> None:
    found = listed()
    assert len(found.marks) == MARK_BYTES * (2 + len(OTHERS)) and b"7001" not in found.marks


@pytest.mark.parametrize(
    "changed", [{"marks": bytes(8)}, {"at": NOON + timedelta(days=1)}, {"key": b"other"}, {"signature": bytes(64)}]
)
def test_a_changed_list_is_none(changed: dict[str, object]) -> None:
    assert is_genuine(listed(), PUBLIC) and not is_genuine(replace(listed(), **changed), PUBLIC)


def test_an_older_list_never_replaces_a_newer_one() -> None:
    hall = TestHall()
    newer = signed(replace(listed(), at=NOON + timedelta(days=1)), HUB.sign)
    assert kept_list.keep(hall.db, newer, PUBLIC) and not kept_list.keep(hall.db, listed(), PUBLIC)
    assert kept_list.block_list(hall.db) == newer
    hall.store.close()


def test_a_blocked_card_of_another_hall_is_refused_with_the_lists_age() -> None:
    hall = TestHall()
    kept_list.keep(hall.db, listed(), PUBLIC)
    screen = hall.scan(hall.card("li", holder=7001, version=2, hall=2))
    assert codes(screen) == ["L-24"]
    assert isinstance(hall.scan(hall.card("li", holder=7003, version=2, hall=2)), Basket)
    hall.store.close()


def test_a_kiosk_asks_once_a_day_and_hears_of_the_whole_city(tmp_path: Path) -> None:
    city = City(tmp_path)
    city.hub.sign = HUB.sign
    home, away = city.add("home"), city.add("away", hall=2)
    home.begin()
    write_joined(away.db, Joined(PUBLIC, "", b""))
    home.tell(CardReportedLost(1000, 1), MemberBlocked(1001, "staff"))
    city.sync()
    kept = kept_list.block_list(away.db)
    assert kept and len(kept.marks) == 2 * MARK_BYTES
    assert next_ask(away.store, away.clock.now()).wants == () == next_ask(home.store, home.clock.now()).wants
    city.pass_by(86400)
    assert next_ask(away.store, away.clock.now()).wants == ("blocks",)
