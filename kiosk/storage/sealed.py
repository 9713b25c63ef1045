"""Sealed: who a member is, readable only while the member's own key exists."""

import os
from typing import TypeVar

import msgspec
from msgspec import Struct

from kiosk.domain.facts import MemberDetailsSet, StaffAdded, StaffDetailsSet
from kiosk.domain.members import MemberDetails
from kiosk.domain.staff import Staff, StaffDetails, nameless
from kiosk.storage.database import Connection

NONCE_BYTES = 12
Opened = TypeVar("Opened", bound=Struct)
to_bytes = msgspec.json.Encoder(order="sorted").encode


def sealing(db: Connection, details: MemberDetails) -> MemberDetailsSet:
    """The happening that sets a member's details; makes the member's key where there is none."""
    return MemberDetailsSet(details.member, sealed(db, details.member, details))


def engaging(db: Connection, staff: Staff) -> tuple[StaffAdded, StaffDetailsSet]:
    """The happenings that add a colleague, whose name and PIN nobody reads on the way."""
    details = StaffDetails(staff.staff, staff.name, staff.pin_hash)
    return StaffAdded(nameless(staff)), StaffDetailsSet(staff.staff, sealed(db, staff.staff, details))


def sealed(db: Connection, member: int, value: Struct) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    fresh = AESGCM.generate_key(256)
    db.execute("insert into member_keys values (?, ?) on conflict do nothing", (member, fresh))
    key = member_key(db, member) or fresh
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, to_bytes(value), str(member).encode())


def unsealed(db: Connection, member: int, text: bytes) -> MemberDetails | None:
    return opened_with(db, MemberDetails, member, text)


def opened_with(db: Connection, struct: type[Opened], member: int, text: bytes) -> Opened | None:
    """None once the key has been destroyed: the person is forgotten, the pseudonym stays."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = member_key(db, member)
    if key is None:
        return None
    try:
        plain = AESGCM(key).decrypt(text[:NONCE_BYTES], text[NONCE_BYTES:], str(member).encode())
    except InvalidTag:
        return None  # sealed with an earlier key, which is gone
    return msgspec.json.decode(plain, type=struct)


def member_key(db: Connection, member: int) -> bytes | None:
    row = db.execute("select key from member_keys where member = ?", (member,)).fetchone()
    return row[0] if row else None


def forget(db: Connection, member: int) -> None:
    """The key and what it had opened; the sealed text in the facts can never be read again."""
    db.execute("delete from member_keys where member = ?", (member,))
    db.execute("delete from member_details where member = ?", (member,))
    db.execute("delete from certificate_holders where member = ?", (member,))


def keyed_hash(key: bytes, text: str) -> str:
    """Finds a phone or a foreign card again without holding it."""
    import hmac
    from hashlib import sha256

    return hmac.new(key, text.encode(), sha256).hexdigest()
