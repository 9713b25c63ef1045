"""Contact: how a kiosk and its hub stand to each other, told in one word for everybody who looks."""

from datetime import timedelta
from typing import Literal

from msgspec import Struct

from kiosk.domain.moment import Moment

Way = Literal["alone", "in_touch", "away", "waiting", "silent", "staff"]
IN_TOUCH = timedelta(minutes=2)  # so long nobody needs to know of it: the next try may be under way
SILENT = timedelta(days=2)


class Contact(Struct, frozen=True):
    """What the kiosk itself knows; it asks no network."""

    joined: bool = False
    heard: Moment | None = None  # when the hub last spoke: its own time, and our counter
    waiting: int = 0  # so many facts the hub does not have yet
    trouble: str = ""  # which does not pass by itself


def since_heard(heard: Moment, now: Moment) -> timedelta:
    """By the counter while the machine runs; else by the clock, as far as it can be believed."""
    if heard.boot == now.boot and heard.mono_ms <= now.mono_ms:
        return timedelta(milliseconds=now.mono_ms - heard.mono_ms)
    return max(now.at - heard.at, timedelta())


def way(contact: Contact, now: Moment) -> Way:
    """Whatever it is, nobody is kept from anything by it."""
    if not contact.joined:
        return "alone"
    if contact.trouble:
        return "staff"
    silence = since_heard(contact.heard, now) if contact.heard else IN_TOUCH
    if silence < IN_TOUCH:
        return "in_touch"
    if silence >= SILENT:
        return "silent"
    return "waiting" if contact.waiting else "away"
