"""Own keys: all that a hub keeps secret follows from one key file, so that the file and a backup are the whole hub."""

from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from msgspec import Struct

from kiosk.domain.signing import Sign

KEY_BYTES = 32
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
MORE_BYTES = 16  # beyond the order, so that no key is likelier than another


class OwnKeys(Struct, frozen=True):
    members: bytes  # wraps what opens names
    codes: bytes  # finds a code again without holding it
    public: bytes
    sign: Sign
    ca: ec.EllipticCurvePrivateKey

    @property
    def fingerprint(self) -> bytes:
        """By this a kiosk knows the hub before it has ever spoken to it."""
        return sha256(spki(self.ca.public_key())).digest()


def spki(public: ec.EllipticCurvePublicKey) -> bytes:
    return public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def own_keys(file_key: str) -> OwnKeys:
    root = bytes.fromhex(file_key)
    pair = Ed25519PrivateKey.from_private_bytes(derived(root, "signing"))
    at = int.from_bytes(derived(root, "certificates", KEY_BYTES + MORE_BYTES), "big") % (P256_ORDER - 1) + 1
    return OwnKeys(
        members=derived(root, "members"),
        codes=derived(root, "codes"),
        public=pair.public_key().public_bytes_raw(),
        sign=pair.sign,
        ca=ec.derive_private_key(at, ec.SECP256R1()),
    )


def derived(root: bytes, purpose: str, length: int = KEY_BYTES) -> bytes:
    return HKDF(hashes.SHA256(), length, None, f"hall kiosk hub {purpose}".encode()).derive(root)
