"""The light: how this kiosk and its hub stand to each other, for members in a word, for staff in a sentence."""

from msgspec import Struct


class Light(Struct, frozen=True):
    way: str = "alone"  # in_touch, away, waiting, silent, staff
    waiting: int = 0  # so many are not at the hub yet
    since: str = ""  # when the first of them was done: HH:MM, or with the day before it
    heard: str = ""  # when the hub was last heard; nothing: never
    days: int = 0  # since then
    trouble: str = ""  # fork, revoked, unknown_device, bad_signature, refused, expired, ...
