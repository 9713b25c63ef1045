"""Beginning: the first moment of a kiosk: alone, or with what its hub knows of the hall already."""

from collections.abc import Callable
from pathlib import Path

from kiosk.devices.clock import Clock
from kiosk.storage.store import Store
from kiosk.sync.entering import Invitation, client_of, join
from kiosk.sync.inbox import next_ask, take_page
from kiosk.upkeep.setup import Plan, set_up


def begun(folder: Path, key_path: Path | None, clock: Clock, by: Invitation | None = None) -> Callable[[Plan], Store]:
    """Where the hall has kiosks already, its name and rules come from the hub before this one opens.

    `NoAnswer` of the hub leaves nothing behind that a second try would stumble over.
    """

    def begin(plan: Plan) -> Store:
        if by is None:
            return set_up(folder, plan, clock.now(), key_path=key_path)
        store = set_up(folder, plan, clock.now(), key_path=key_path, is_first=lambda new: not join(new, by).begun)
        if store.head()[0] is None:
            heard(store, clock)
        return store

    return begin


def heard(store: Store, clock: Clock) -> None:
    """All that the hub has for this kiosk."""
    client = client_of(store, lambda: clock.now().at)
    assert client, "it has just joined"
    try:
        while (page := client.pull(next_ask(store, clock.now()))) and take_page(store, page, clock.now()):
            if not page.more:
                break
    finally:
        client.close()
