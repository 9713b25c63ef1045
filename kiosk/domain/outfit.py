"""Outfit: what there is around a bare machine, and what became of making a kiosk of it."""

from msgspec import Struct


class Seen(Struct, frozen=True):
    """Empty until it has been looked for."""

    queues: tuple[str, ...] = ()
    cameras: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()  # addresses
    machines: int = 0  # codes on a stick: so many machines may choose their number
    looking: bool = False


class Made(Struct, frozen=True):
    """Who works here first; or why there is no kiosk: a sentence for each language."""

    staff: str = ""
    pin: str = ""
    card: str = ""
    wrong: tuple[dict[str, str], ...] = ()
