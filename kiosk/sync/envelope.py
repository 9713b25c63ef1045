"""Envelope: what proves that a request is a device's own and of this moment, and how bodies travel in little room."""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct

from kiosk.sync.messages import to_wire

BODY_BYTES_MAX = 2 * 1024 * 1024  # as it travels
PLAIN_BYTES_MAX = 8 * 1024 * 1024  # unpacked: five hundred facts are a thirtieth of this
PACKED_FROM = 1024  # what is smaller travels as it is
GZIP = 16 + zlib.MAX_WBITS
DEVICE_LETTERS_MAX = 64
DIGITS_MAX = 15
DEVICE, AT, SIGNATURE = "kiosk-device", "kiosk-at", "kiosk-signature"


class TooLarge(ValueError):
    """It would unpack to more than anybody here has to say."""


class Claim(Struct, frozen=True):
    """Who says to have sent this, and when, by the hub's own clock."""

    device: str
    at_ms: int
    signature: bytes


def signed_part(claim: Claim, way: str, hub: bytes, body: bytes) -> bytes:
    """`way` is method and path: what was meant for one is not good for another, nor for another hub."""
    return b"hall kiosk request " + to_wire((claim.device, claim.at_ms, way, hub, sha256(body).digest()))


def headers(claim: Claim) -> dict[str, str]:
    return {DEVICE: claim.device, AT: str(claim.at_ms), SIGNATURE: b64encode(claim.signature).decode()}


def claim_in(found: Mapping[str, str]) -> Claim | None:
    """None: it says nothing that could be looked at."""
    device, at, signature = (found.get(name, "") for name in (DEVICE, AT, SIGNATURE))
    if not (0 < len(device) <= DEVICE_LETTERS_MAX and device.isascii() and device.isprintable()):
        return None
    if not (at.isascii() and at.isdigit() and len(at) <= DIGITS_MAX):
        return None
    try:
        return Claim(device, int(at), b64decode(signature, validate=True))
    except (NotBase64, ValueError):
        return None


def packed(body: bytes) -> bytes:
    squeezing = zlib.compressobj(wbits=GZIP)
    return squeezing.compress(body) + squeezing.flush()


def unpacked(body: bytes, most: int = PLAIN_BYTES_MAX) -> bytes:
    """Stops at the limit, however much a few bytes would unpack to; nothing may follow behind the end."""
    opening = zlib.decompressobj(wbits=GZIP)
    try:
        plain = opening.decompress(body, most + 1)
    except zlib.error as fault:
        raise ValueError(f"not packed as it says: {fault}") from None
    if len(plain) > most:
        raise TooLarge(f"more than {most} bytes")
    if not opening.eof or opening.unused_data:
        raise ValueError("cut short, or something follows behind its end")
    return plain
