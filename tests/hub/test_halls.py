"""Halls of one city: each keeps its own rules, whatever they are called."""

from pathlib import Path

from cities import City
from msgspec.structs import replace

from kiosk.domain.facts import PolicySet
from kiosk.domain.policy import Policy
from kiosk.storage.queries import rows


def test_two_halls_whose_rules_have_one_name(tmp_path: Path) -> None:
    city = City(tmp_path)
    here, there = city.add("here", hall=1), city.add("there", hall=2)
    here.begin()
    there.begin()
    there.tell(PolicySet(replace(Policy(policy="default"), loans_max=2)))
    city.sync()
    assert rows(here.db, Policy)[0].loans_max == Policy(policy="default").loans_max
    assert rows(there.db, Policy)[0].loans_max == 2
    assert here.store.differences() == {} == there.store.differences()
