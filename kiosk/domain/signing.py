"""Signing: how a signature over a code is checked, and what every signed code has in common."""

from collections.abc import Callable, Mapping
from datetime import date

SIGNATURE_BYTES = 64
KEY_ID_BYTES = 4
EPOCH = date(2020, 1, 1)  # days in codes are counted from here

Issuers = Mapping[bytes, bytes]  # key id -> Ed25519 public key
Sign = Callable[[bytes], bytes]


def signature_holds(public_key: bytes, signature: bytes, message: bytes) -> bool:
    # Imported at the first card, since it costs a tenth of the start.
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True
