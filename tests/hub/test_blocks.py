"""Blocks: copies and certificates get their numbers from what the hub left to this kiosk, and no number comes twice."""

from pathlib import Path
from random import Random

import pytest
from cities import City, Kiosk
from halls import BOOKS
from seats import MINUTE, every, settled

from kiosk.domain.books import Copy, NumberBlock
from kiosk.domain.certificates import CertificateBlock
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, PolicySet
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import Refused
from kiosk.domain.register import serials
from kiosk.storage import certificates
from kiosk.storage.hub_line import HubLine, write_line
from kiosk.storage.numbers import blocks, in_hand, reserve
from kiosk.sync.inbox import next_ask

IN_HAND = 20


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    first, second = city.add("first"), city.add("second")
    first.begin()
    first.tell(PolicySet(Policy(policy="default", lease_numbers=IN_HAND)))
    settled(city)
    return first, second


def left(kiosk: Kiosk) -> int:
    return sum(map(len, in_hand(kiosk.store)))


def taken(kiosk: Kiosk, count: int) -> list[int]:
    block = reserve(kiosk.store, count, kiosk.clock.now())
    return list(range(block.first, block.first + block.count)) if isinstance(block, NumberBlock) else []


def test_each_kiosk_has_its_own_and_never_gets_more_than_it_needs(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    assert left(first) == left(second) == IN_HAND
    settled(city)
    assert len(every(city, NumberBlock)) == len(every(city, CertificateBlock)) == 2
    assert min(n for part in in_hand(first.store) for n in part) > len(BOOKS)
    assert next_ask(first.store, first.clock.now()).numbers_left == {}


def test_with_no_number_left_a_kiosk_says_so_and_fetches_more(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, _ = pair
    assert len(taken(first, IN_HAND - 3)) == IN_HAND - 3
    refused = reserve(first.store, 4, first.clock.now())
    assert isinstance(refused, Refused) and refused.reasons[0].values == {"asked": 4, "left": 3}
    assert refused.reasons[0].code == "Z-05"
    settled(city)
    assert left(first) == IN_HAND and first.store.differences() == {}


def test_numbers_on_labels_are_known_at_the_bench_and_those_in_hand_are_not(
    city: City, pair: tuple[Kiosk, Kiosk]
) -> None:
    first, second = pair
    labels = taken(first, 5)
    settled(city)
    assert all(blocks(second.db, 1, n, n) for n in labels)
    assert not any(blocks(second.db, 1, n, n) for part in in_hand(first.store) for n in part)


def test_an_answer_that_was_lost_costs_no_second_block(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, _ = pair
    taken(first, IN_HAND - 1)
    city.send(first)
    ask = next_ask(first.store, first.clock.now())
    assert ask.numbers_left == {"copy": 1}
    for _ in range(3):
        assert city.hub.pull(ask)
    assert sum(bool(block.device) for block in every(city, NumberBlock)) == 3


def test_certificates_come_from_the_kiosks_own_block(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    _, second = pair
    mine, theirs = (serials(certificates.numbers(kiosk.store), IN_HAND) for kiosk in pair)
    assert isinstance(mine, tuple) and isinstance(theirs, tuple) and not set(mine) & set(theirs)
    refused = serials(certificates.numbers(second.store), IN_HAND + 1)
    assert isinstance(refused, Refused) and refused.reasons[0].code == "C-09"


def test_a_kiosk_that_has_joined_and_never_heard_anything_gives_no_number(city: City) -> None:
    alone = Kiosk("alone")
    alone.begin()
    assert len(taken(alone, 3)) == 3 and serials(certificates.numbers(alone.store), 2) == (1, 2)
    write_line(alone.db, HubLine(hub="https://hub"))
    assert taken(alone, 1) == [] and isinstance(serials(certificates.numbers(alone.store), 1), Refused)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_synchronised_when_no_number_is_given_twice(
    city: City, pair: tuple[Kiosk, Kiosk], seed: int
) -> None:
    rng, given = Random(seed), list[int]()
    for _ in range(60):
        kiosk = rng.choice(pair)
        match rng.randrange(4):
            case 0:
                city.sync(kiosk)
            case 1:
                parts = in_hand(kiosk.store)
                if parts:
                    kiosk.tell(CopyAdded(Copy(copy_number(1, parts[0].start), 1, 1, 1)))
                    given.append(parts[0].start)
            case _:
                given += taken(kiosk, rng.randrange(1, 9))
        city.pass_by(rng.randrange(20 * MINUTE))
    assert len(given) == len(set(given)) > IN_HAND
    settled(city)
    for kiosk in pair:
        assert left(kiosk) * 2 >= IN_HAND and kiosk.store.differences() == {}
