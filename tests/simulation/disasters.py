"""Disasters: hubs and kiosks put back from old copies, a device that is no longer trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.hub import devices

if TYPE_CHECKING:
    from simulation.world import World


def disaster(world: World, which: int) -> None:
    if which == 0 and world.copies:
        hub_restored(world, world.rng.choice(world.copies))
    elif which in (1, 2) and world.images:
        k, image = world.rng.choice(world.images)
        if k.named_on(image) == k.store.device:
            world.seen["old image"] += 1
            k.put_image(image)
            k.restart(world.now)
            world.physically_lost()
    elif which == 3 and world.images:
        k, image = world.rng.choice(world.images)
        if k.named_on(image).device == k.name:
            world.seen["backup put back"] += 1
            k.newest += 1
            k.put_backup(image, k.newest)
            k.restart(world.now)
            world.physically_lost()
    elif which == 4 and not world.revoked and world.rng.random() < 0.3:
        revoke(world, "newer")


def hub_restored(world: World, copy: Any) -> None:
    world.seen["hub restored"] += 1
    world.disk.hold(copy)
    world.hub = world.begun_hub()
    with world.disk.engine.begin() as db:
        for name, (hall, public, head) in world.enrolled.items():
            if devices.find(db, name) is None:
                devices.add(db, name, hall, public, head=head)
    for name in world.revoked:
        revoke(world, name)
    world.stranger.again()
    world.physically_lost()


def last_disaster(world: World) -> None:
    """Nothing is told afterwards that would draw attention to what is missing."""
    for which, odds in ((0, 0.25), (1, 0.15), (3, 0.1)):
        if world.rng.random() < odds:
            disaster(world, which)


def revoke(world: World, name: str) -> None:
    world.revoked.setdefault(name, world.now)
    with world.disk.engine.begin() as db:
        devices.change(db, name, state="revoked")
