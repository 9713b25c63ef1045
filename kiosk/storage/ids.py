"""Ids: what a new member, title or donor is called; drawn by lot, so no two kiosks ever agree on one."""

import secrets

ID_BITS = 52  # ids also pass through JavaScript numbers, which hold 53 bits


def new_id() -> int:
    return secrets.randbits(ID_BITS)
