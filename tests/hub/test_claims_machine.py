"""Claims in any order: never more seats than there are, a yes stays a yes, nobody is passed over, no number twice."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cities import City
from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace
from seats import MINUTE, at_hub, give_back, people, photo, seats_of, state, tell_offer, wish

from kiosk.domain.books import NumberBlock
from kiosk.domain.facts import PolicySet
from kiosk.domain.policy import Policy
from kiosk.hub import blocks, claims, contact, leases
from kiosk.storage.numbers import reserve

SEATS, MEMBERS, KIOSKS = 3, 8, 3
KIOSK = st.integers(0, KIOSKS - 1)
MEMBER = st.integers(0, MEMBERS - 1)


class Claims(RuleBasedStateMachine):
    """No lease is over before the end: what comes then has its own tests."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.city = City(Path(self.folder.name))
        self.kiosks = [self.city.add(f"kiosk{n}") for n in range(KIOSKS)]
        self.kiosks[0].begin()
        self.kiosks[0].tell(PolicySet(Policy(policy="default", lease_numbers=8)), photo(SEATS))
        self.who = list(people(self.kiosks[0], MEMBERS))
        self.said: dict[int, str] = {}
        self.places: dict[int, int] = {}
        self.seated: set[int] = set()  # by a kiosk, out of its own lease: whoever waits elsewhere is unknown there
        self.left: set[int] = set()  # what they do elsewhere meanwhile counts as it is heard
        self.given: list[int] = []
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            self.city.sync()
            self.city.pass_by(11 * MINUTE)
        self.look()

    @rule(k=KIOSK, m=MEMBER)
    def wished(self, k: int, m: int) -> None:
        """An offer is answered where the hub is heard: two answers at once to one offer are another story."""
        kiosk, member = self.kiosks[k], self.who[m]
        offered = state(kiosk, member) == "offered"
        if offered:
            self.came_by(k)
        if told := wish(kiosk, member):
            self.said[member] = "confirmed" if self.said.get(member) == "confirmed" else told
        if told == "confirmed":
            self.seated.add(member)
        if offered:
            self.sent(k)

    @rule(k=KIOSK, m=MEMBER)
    def gave_back(self, k: int, m: int) -> None:
        if give_back(self.kiosks[k], self.who[m]):
            self.said.pop(self.who[m], None)
            self.left.add(self.who[m])

    @rule(k=KIOSK, m=MEMBER)
    def told(self, k: int, m: int) -> None:
        if state(self.kiosks[k], self.who[m]) == "offered":
            tell_offer(self.kiosks[k], self.who[m])

    @rule(k=KIOSK)
    def sent(self, k: int) -> None:
        self.city.send(self.kiosks[k])
        self.look()

    @rule(k=KIOSK)
    def heard(self, k: int) -> None:
        self.city.hear(self.kiosks[k])
        self.look()

    @rule(k=KIOSK)
    def came_by(self, k: int) -> None:
        self.city.sync(self.kiosks[k])
        self.look()

    @rule(minutes=st.integers(1, 30))
    def passed(self, minutes: int) -> None:
        self.city.pass_by(minutes * MINUTE)

    @rule(k=KIOSK, count=st.integers(1, 5))
    def labels(self, k: int, count: int) -> None:
        block = reserve(self.kiosks[k].store, count, self.kiosks[k].clock.now())
        if isinstance(block, NumberBlock):
            self.given += range(block.first, block.first + count)

    def look(self) -> None:
        """At the hub: who has a seat, and who was passed over."""
        course, seats = at_hub(self.city), seats_of(self.city)
        assert course.seats == SEATS and course.confirmed + course.offered <= SEATS
        queue = [e.place for e in seats.values() if e.state in ("requested", "waiting") and not e.offered]
        for member, e in seats.items():
            if member not in self.seated and e.active and e.place not in queue:
                assert all(place > e.place for place in queue), "somebody has waited longer"
        fresh = {m: e.place for m, e in seats.items() if self.places.get(m) != e.place}
        assert all(place > max(self.places.values(), default=0) for place in fresh.values()), "in the order of hearing"
        self.places |= fresh

    @invariant()
    def no_number_comes_twice(self) -> None:
        assert len(self.given) == len(set(self.given))

    def teardown(self) -> None:
        try:
            self.settle()
            for member, told in self.said.items():
                if told == "confirmed" and member not in self.left:
                    assert {state(k, member) for k in self.kiosks} == {"confirmed"}, "a yes stays a yes"
            assert all(kiosk.store.differences() == {} for kiosk in self.kiosks)
        finally:
            self.city.engine.dispose()
            for kiosk in self.kiosks:
                kiosk.store.close()
            self.folder.cleanup()


def runs(examples: int) -> settings:
    phases = (Phase.explicit, Phase.generate)
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    return settings(
        max_examples=examples,
        stateful_step_count=30,
        deadline=None,
        derandomize=True,
        database=None,
        phases=phases,
        suppress_health_check=checks,
    )


def test_claims_in_any_order() -> None:
    run_state_machine_as_test(Claims, settings=runs(8))


@pytest.mark.proof
def test_claims_in_many_orders() -> None:
    run_state_machine_as_test(Claims, settings=runs(200))


queue = claims.queue
MUTANTS: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "a lease that is used does not shrink": (leases, "used", lambda lease, count: lease),
    "a seat asked back is at once the hub's": (
        leases,
        "asked_back",
        lambda lease, kept, told: replace(lease, kept=kept, seats=kept, told=told),
    ),
    "each device is left all seats": (
        contact.leases,
        "shared_out",
        lambda lent, fresh, pool, told: {d: replace(lease, seats=SEATS, kept=SEATS) for d, lease in fresh.items()},
    ),
    "the newest is served first": (claims, "queue", lambda turn, hall, key: queue(turn, hall, key)[::-1]),
    "the next block begins where the last did": (blocks, "last_copy", lambda turn, hall: 100),
}


@pytest.mark.proof
@pytest.mark.parametrize("bug", MUTANTS)
def test_a_deliberate_bug_is_found(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, name, wrong = MUTANTS[bug]
    monkeypatch.setattr(where, name, wrong)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Claims, settings=runs(100))
