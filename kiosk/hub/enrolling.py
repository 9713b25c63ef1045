"""Enrolling: a code lets one device in, once and for a short time; from then on its own key speaks for it."""

import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, insert, select, update

from kiosk.hub import devices, told_keys
from kiosk.hub.devices import Known
from kiosk.hub.founding import Founded
from kiosk.hub.heard import in_order
from kiosk.hub.tables import directory, invitations
from kiosk.storage.sealed import keyed_hash
from kiosk.sync.joining import (
    CERTIFICATE_DAYS,
    SECRET_LETTERS,
    Certificate,
    Enrol,
    Welcome,
    holds,
    letters,
    pin_of,
    read_code,
    signed,
)
from kiosk.sync.messages import PROTOCOL

CODE_MINUTES = 30
PACK_DAYS = 14
HALL_MAX = 9999
DEVICE_LETTERS = 32
SECRET_BYTES, PUBLIC_BYTES = 16, 32
RENEWED_DAYS_BEFORE = 30  # at any contact from then on
ROLES = ("kiosk", "desk")


class Offer(Struct, frozen=True):
    """Who is to be let in, and until when."""

    hall: int
    name: str
    role: str
    until: datetime


def offered(db: Connection, offer: Offer, hub: Founded) -> str:
    """The code, which is written down nowhere here."""
    secret = letters(os.urandom(SECRET_BYTES), SECRET_LETTERS)
    row = {"hall": offer.hall, "name": offer.name, "role": offer.role, "until": in_order(offer.until)}
    db.execute(insert(invitations).values(code=hashed(secret, hub), **row))
    return secret + pin_of(hub.keys.fingerprint)


def hashed(secret: str, hub: Founded) -> bytes:
    return bytes.fromhex(keyed_hash(hub.keys.codes, secret))


def pack(db: Connection, hall: int, count: int, hub: Founded) -> Iterator[str]:
    """For a stick: as many devices as are to be set up, each with its own code."""
    until = hub.now + timedelta(days=PACK_DAYS)
    for n in range(1, count + 1):
        yield offered(db, Offer(hall, f"{n} 号机", "kiosk", until), hub)


def enrolled(asked: Enrol, hub: Founded) -> Welcome | str:
    """In one transaction; the same device with the same code again gets the same answer: the first may be lost."""
    if trouble := unsound(asked):
        return trouble
    code = read_code(asked.code)
    with hub.hub.engine.begin() as db:
        offer = db.execute(
            select(invitations).where(invitations.c.code == hashed(code[0] if code else "", hub))
        ).first()
        known = devices.find(db, asked.device)
        if trouble := refused(offer, asked, known, hub.now):
            return trouble
        assert offer
        taken = update(invitations).where(invitations.c.hall == offer.hall, invitations.c.code == offer.code)
        mine = (invitations.c.device.is_(None)) | (invitations.c.device == asked.device)
        if db.execute(taken.where(mine).values(device=asked.device)).rowcount != 1:
            return "code_used"
        if known is None:
            at = in_order(hub.now)
            devices.add(db, asked.device, asked.hall, asked.public, role=offer.role, name=offer.name, enrolled_at=at)
        told_keys.keep(db, asked.hall, asked.keys, hub.keys.members)
        return welcome(db, asked, hub)


def unsound(asked: Enrol) -> str:
    """What no program of ours would ever say."""
    named = len(asked.device) <= DEVICE_LETTERS and asked.device.isascii() and asked.device.replace("-", "").isalnum()
    if not (named and 0 < asked.hall <= HALL_MAX and told_keys.sound(asked.keys)):
        return "bad_request"
    if len(asked.public) != PUBLIC_BYTES or not holds(asked, asked.public):
        return "bad_signature"
    return "" if asked.protocols[0] <= PROTOCOL <= asked.protocols[1] else "protocol"


def refused(offer: Any, asked: Enrol, known: Known | None, now: datetime) -> str:
    if offer is None:
        return "code_unknown"
    if offer.device not in (None, asked.device):
        return "code_used"
    if offer.until < in_order(now):
        return "code_expired"
    if offer.hall != asked.hall:
        return "other_hall"
    if known is None:
        return ""
    if known.state != "live":
        return known.state
    return "" if (known.public, known.hall) == (asked.public, asked.hall) else "device_taken"


def welcome(db: Connection, asked: Enrol, hub: Founded) -> Welcome:
    known = devices.find(db, asked.device)
    assert known
    begun = select(directory.c.hall).where(directory.c.subject == f"hall {asked.hall}")
    return Welcome(
        epoch=hub.hub.epoch,
        hub=hub.keys.public,
        name=known.name,
        certificate=renewed(db, known, hub),
        keys=told_keys.told(db, asked.hall, hub.keys.members),
        begun=db.execute(begun).first() is not None,
        now=hub.now,
    )


def renewed(db: Connection, device: Known, hub: Founded) -> Certificate:
    """Good again for as long as a certificate is."""
    until = hub.now.date() + timedelta(days=CERTIFICATE_DAYS)
    devices.change(db, device.device, expires_on=until.isoformat())
    return signed(Certificate(device.device, device.hall, device.role, until), hub.keys.sign)


def ends_soon(device: Known, today: date) -> bool:
    return device.expires_on - today < timedelta(days=RENEWED_DAYS_BEFORE)


def expired(device: Known, today: date) -> bool:
    return device.expires_on < today
