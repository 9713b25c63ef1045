"""Reading: the text of a fact becomes a value, or is parked with the reason; a segment never stops at one fact."""

import re
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct

from kiosk.domain.arriving import OF_ARRIVAL, Arrival, When, happened, next_good_times
from kiosk.domain.facts import Fact
from kiosk.domain.moment import Clock
from kiosk.domain.subjects import Subject, subject_of
from kiosk.hub.heard import Heard
from kiosk.hub.receiving import Told
from kiosk.storage.apply import read_fact
from kiosk.sync.messages import Segment

UNKNOWN = "unknown"
LOCAL_TIME = re.compile(r'T(?<="\d{4}-\d\d-\d\dT)[\d:.]+"')  # found by the one letter that is rare
LONG_NUMBER = re.compile(r"[:,\[]-?\d{19,}")
ALL_ALIKE, LONG = bytes.maketrans(b"123456789", b"0" * 9), b"0" * 19  # hardly a text has so many digits in a row
NEVER = datetime(2020, 1, 1, tzinfo=UTC)


class Outline(Struct, frozen=True):
    """What every fact of every release says of itself, whatever has happened."""

    id: str
    device: str
    generation: int
    seq: int
    boot: str
    mono_ms: int
    at: datetime
    clock: Clock
    floor: datetime
    p: msgspec.Raw = msgspec.Raw()


Telling = Fact | Outline


class Read(Struct, frozen=True):
    heard: Heard
    parked_why: str | None = None


read_outline = msgspec.json.Decoder(Outline).decode


def read_all(segment: Segment, told: tuple[Told, ...], now: datetime, last: datetime) -> list[Read]:
    """Each with the time at which it happened, which never runs backwards for one device."""
    arrival, facts = Arrival(now, segment.said), [read(one, segment) for one in told]
    found = []
    for one, (fact, why), next_good in zip(told, facts, next_good_times([f for f, _ in facts], arrival), strict=True):
        when = happened(fact, arrival, last, next_good)
        last = max(last, when.at) if type(fact.p) not in OF_ARRIVAL else last
        subject = Subject("parked", fact.id) if why else subject_of(fact)  # type: ignore[arg-type]
        found.append(Read(Heard(fact, subject, one.body.replace("\0", "\ufffd"), one.hash, when, now), why))
    return found


def unreadable(told: Told, segment: Segment, now: datetime, why: str) -> Read:
    """Nothing that it says of itself is used: something in it cannot even be kept as it stands."""
    fact = nothing_known(told, segment)
    return Read(Heard(fact, Subject("parked", fact.id), told.body, told.hash, When(now, now), now), why)


def read(told: Told, segment: Segment) -> tuple[Telling, str | None]:
    try:
        fact: Telling = read_fact(told.body)
        why = None
    except (msgspec.DecodeError, RecursionError) as fault:
        fact, why = outline(told, segment), f"{UNKNOWN}: {fault}"
    if strange := unkeepable(told.body):
        return outline(told, segment), strange
    if (fact.device, fact.generation, fact.seq) != (segment.device, segment.generation, told.seq):
        return outline(told, segment), "it names another place than the segment"
    return fact, why


def unkeepable(body: str) -> str | None:
    """What a broken program may say and no column can hold; such a text is kept as it is, and never stepped."""
    if "\\u0000" in body:
        return "it holds a character that no database keeps"
    if LOCAL_TIME.search(body):
        return "it names a time without its zone"
    if LONG in body.encode().translate(ALL_ALIKE) and LONG_NUMBER.search(body) and too_large(msgspec.json.decode(body)):
        return "it holds a number that is too large"
    return None


def too_large(value: Any) -> bool:
    match value:
        case dict():
            return any(too_large(one) for one in value.values())
        case list():
            return any(too_large(one) for one in value)
    return isinstance(value, int) and not -(2**63) <= value < 2**63


def latest(facts: list[Read], last: datetime) -> datetime:
    """What the device's next fact cannot have happened before; a claim is as old as its arrival, and says nothing."""
    told = [one.heard.when.at for one in facts if type(one.heard.fact.p) not in OF_ARRIVAL]
    return max([last, *told])


def outline(told: Told, segment: Segment) -> Outline:
    """Even of a text that says nothing at all, its place is known."""
    try:
        found: Outline | None = read_outline(told.body)
    except (msgspec.DecodeError, RecursionError):
        found = None
    if found is None or unkeepable(told.body):
        return nothing_known(told, segment)
    return msgspec.structs.replace(found, device=segment.device, generation=segment.generation, seq=told.seq)


def nothing_known(told: Told, segment: Segment) -> Outline:
    place = (segment.device, segment.generation, told.seq)
    return Outline(told.hash.hex(), *place, "", 0, NEVER, "suspect", NEVER)
