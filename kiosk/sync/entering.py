"""Entering: a kiosk joins a hub with a code, and finds it again afterwards."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.storage.hub_line import hub_line, write_line
from kiosk.storage.joined import Joined, joined, learn_hash_keys, learn_issuers, own_issuers, write_joined
from kiosk.storage.keys import device_public, device_signer, hash_keys
from kiosk.storage.store import Store
from kiosk.sync.client import HubClient, NoAnswer, Signer, authority, enrol
from kiosk.sync.joining import QR_MARK, Certificate, Enrol, Keys, Welcome, pin_of, read_code, signed
from kiosk.sync.messages import to_wire


class Invitation(Struct, frozen=True):
    """Where the hub is, and what lets this device in."""

    url: str
    code: str


def invited(url: str, code: str) -> Invitation:
    """What a QR says is good for both; typed by hand, each by itself."""
    words = code.split()
    if len(words) == 3 and words[0] == QR_MARK:
        return Invitation(url or words[1], words[2])
    return Invitation(url, code)


def join(store: Store, by: Invitation) -> Welcome:
    """Its own key never leaves it; what is kept here is kept in one step, once the hub has said yes."""
    known = joined(store.db)
    ca = right_authority(by)
    welcome = enrol(by.url, ca, asking(store, by.code))
    if known and known.public != welcome.hub:
        raise NoAnswer("other_hub")
    now = Joined(welcome.hub, ca, to_wire(welcome.certificate), welcome.name)
    with store.transaction():
        write_joined(store.db, now)
        learn_issuers(store.db, welcome.keys.issuers)
        learn_hash_keys(store.db, welcome.keys.hash_keys)
        write_line(store.db, replace(hub_line(store.db), hub=by.url, trouble=""))
    return welcome


def right_authority(by: Invitation) -> str:
    """Before anything is told: is this the hub that gave the code?"""
    code = read_code(by.code)
    if code is None:
        raise NoAnswer("code_unread")
    ca = authority(by.url)
    if pin_of(fingerprint(ca)) != code[1]:
        raise NoAnswer("not_the_hub")
    return ca


def fingerprint(ca: str) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    try:
        public = x509.load_pem_x509_certificate(ca.encode()).public_key()
    except ValueError:
        raise NoAnswer("not_the_hub") from None
    return sha256(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()


def asking(store: Store, code: str) -> Enrol:
    keys = Keys(own_issuers(store.db), hash_keys(store.db))
    asked = Enrol(store.device.device, store.device.hall, device_public(store.db), code, keys)
    return signed(asked, device_signer(store.db))


def client_of(store: Store, now: Callable[[], datetime]) -> HubClient | None:
    """None: this kiosk stands alone."""
    known = joined(store.db)
    if known is None:
        return None

    def kept(certificate: Certificate) -> None:
        latest = joined(store.db)
        if latest:
            write_joined(store.db, replace(latest, certificate=to_wire(certificate)))

    signer = Signer(store.device.device, device_signer(store.db), known.public)
    return HubClient(hub_line(store.db).hub, signer, known.ca, now=now, kept=kept)


def certificate_of(known: Joined) -> Certificate:
    return msgspec.msgpack.decode(known.certificate, type=Certificate)
