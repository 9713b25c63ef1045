"""Run: one seed from first step to last check; what failed is replayed by `python tests/simulation/run.py SEED`."""

import sys
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from simulation.checks import checked  # noqa: E402 - found only from now on
from simulation.disasters import last_disaster  # noqa: E402
from simulation.world import STEPS, Broken, World  # noqa: E402

from kiosk.storage.hub_line import hub_line, waiting  # noqa: E402
from kiosk.sync.inbox import next_ask, take_page  # noqa: E402
from kiosk.sync.outbox import next_segment, take_ack  # noqa: E402

ROUNDS_MAX = 60


def run(seed: int) -> Counter[str]:
    world = World(seed)
    for _ in range(STEPS):
        world.step()
    last_disaster(world)
    quiet(world)
    checked(world)
    world.seen["facts"] = len(world.made)
    return world.seen


def quiet(world: World) -> None:
    """All faults end; everybody speaks until nobody has anything more to say."""
    for round_ in range(ROUNDS_MAX):
        before = state(world)
        for k in world.kiosks:
            world.now += world.now.resolution * 1_000_000
            for _ in range(ROUNDS_MAX):
                page = world.hub.pull(next_ask(k.store, k.moment(world.now)))
                if not page or not take_page(k.store, page, k.moment(world.now)) or not page.more:
                    break
            world.late_answers()
            for _ in range(ROUNDS_MAX):
                if hub_line(k.raw).trouble == "fork":
                    world.rejoined(k)
                segment = next_segment(k.store, k.moment(world.now))
                if segment is None:
                    break
                take_ack(k.store, world.hub.push(segment))
        if round_ > 1 and state(world) == before and not any(waiting(k.raw) for k in world.kiosks):
            return
    raise Broken("I7 it never ends")


def state(world: World) -> list[object]:
    return [(hub_line(k.raw).cursor, hub_line(k.raw).stored, hub_line(k.raw).epoch) for k in world.kiosks]


if __name__ == "__main__":
    for text in sys.argv[1:]:
        print(text, dict(run(int(text))))
