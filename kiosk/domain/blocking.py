"""Blocking: which cards of other halls are not to be believed, told in eight bytes each that name nobody."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from kiosk.domain.codes import Sign, SignedCard
from kiosk.domain.members import Member
from kiosk.domain.refusals import CARD_BLOCKED, Reason
from kiosk.domain.signing import signature_holds

MARK_BYTES = 8
MARKS_MAX = 200_000  # a tenth of a city of two millions


class BlockList(Struct, frozen=True):
    """Of the whole city, as it was at a time; `marks` stand in order, one behind the other."""

    at: datetime
    key: bytes
    marks: bytes
    signature: bytes = b""


def blocked(members: Iterable[Member], key: bytes, at: datetime) -> BlockList:
    """Of a lost card this version, of a blocked member every card."""
    marks = {mark(key, m.member, None if m.blocked_why else m.card_version) for m in members if is_blocked(m)}
    return BlockList(at, key, b"".join(sorted(marks)[:MARKS_MAX]))


def is_blocked(member: Member) -> bool:
    return member.blocked_why is not None or member.card_lost_at is not None


def mark(key: bytes, member: int, version: int | None) -> bytes:
    # Imported when they are needed, so that no start waits for OpenSSL.
    import hmac
    from hashlib import sha256

    text = f"{member}" if version is None else f"{member} {version}"
    return hmac.new(key, text.encode(), sha256).digest()[:MARK_BYTES]


def signed(blocks: BlockList, sign: Sign) -> BlockList:
    return BlockList(blocks.at, blocks.key, blocks.marks, sign(signed_part(blocks)))


def signed_part(blocks: BlockList) -> bytes:
    from hashlib import sha256

    at = blocks.at.isoformat().encode()
    return b"hall kiosk block list" + at + sha256(blocks.key).digest() + sha256(blocks.marks).digest()


def is_genuine(blocks: BlockList, public: bytes) -> bool:
    whole = len(blocks.marks) % MARK_BYTES == 0 and len(blocks.marks) <= MARKS_MAX * MARK_BYTES
    return whole and len(blocks.signature) == 64 and signature_holds(public, blocks.signature, signed_part(blocks))


def block_reasons(blocks: BlockList | None, card: SignedCard, now: datetime) -> tuple[Reason, ...]:
    """What is not listed is believed: the list says how old it is, and a person may know more."""
    if blocks is None or not any(listed(blocks, mark(blocks.key, card.holder, v)) for v in (None, card.version)):
        return ()
    return (CARD_BLOCKED.because(as_of=blocks.at.date(), days=max((now - blocks.at).days, 0)),)


def listed(blocks: BlockList, wanted: bytes) -> bool:
    at = bisect_left(range(len(blocks.marks) // MARK_BYTES), wanted, key=lambda n: nth(blocks, n))
    return nth(blocks, at) == wanted


def nth(blocks: BlockList, n: int) -> bytes:
    return blocks.marks[n * MARK_BYTES : (n + 1) * MARK_BYTES]
