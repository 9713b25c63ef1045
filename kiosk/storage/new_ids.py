"""New ids: numbers that nobody gave before, on any device."""

import secrets

ID_BITS = 52  # ids also pass through JavaScript numbers, which hold 53 bits


def new_id() -> int:
    return secrets.randbits(ID_BITS)
