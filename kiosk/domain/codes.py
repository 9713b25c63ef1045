"""Codes: what QR and bar codes carry; `parse` is the one door through which any scanned text comes in."""

import re
import unicodedata
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from msgspec import Struct

from kiosk.domain.certificate_codes import CERTIFICATE, CERTIFICATE_DIGITS_MIN, CertificateCode, read_certificate
from kiosk.domain.maintenance import MaintenanceCode, read_maintenance
from kiosk.domain.refusals import (
    CODE_ALTERED,
    CODE_CHECK_DIGIT,
    CODE_CONTROL_CHARACTERS,
    CODE_IS_GOODS,
    CODE_ISSUER_UNKNOWN,
    CODE_KIND_NOT_HERE,
    CODE_TOO_LONG,
    CODE_UNKNOWN,
    Cause,
    Reason,
)
from kiosk.domain.signing import (
    EPOCH as EPOCH,
    SIGNATURE_BYTES,
    Issuers as Issuers,
    Sign as Sign,
    signature_holds,
)

MEMBER, COPY, STAFF, POSTER, RECEIPT, SHELF = "1", "2", "3", "4", "6", "0"
MAINTENANCE, LATER_KINDS = "8", "7"  # phone codes: known by their digit, not yet read
FORMAT_VERSION = 1
SCAN_LENGTH_MAX = 2000  # no code of ours is longer; the rest is not even read
CARD_FIELDS_BYTES = 19  # version 1, key id 4, holder 8, hall 2, rank 1, expiry 2, card version 1
CARD_BYTES = CARD_FIELDS_BYTES + SIGNATURE_BYTES
CARD_DIGITS = 200
CARD_LENGTH = 1 + CARD_DIGITS
LABEL_LENGTH = 13
RECEIPT_PARTS = (3, 9, 3)  # digits of generation, first fact, number of facts
RECEIPT_MAC_BYTES, RECEIPT_MAC_DIGITS = 8, 20
RECEIPT_LENGTH = 2 + sum(RECEIPT_PARTS) + RECEIPT_MAC_DIGITS
SERIAL_MAX = 9_999_999
SHELF_DIGITS = 15  # of the place's own words: two places of one hall never come to the same
SHELF_LENGTH = 1 + 4 + SHELF_DIGITS + 1
MASK_LENGTHS = range(5, 21)  # of copy numbers that an earlier system has given
MASK_DIGITS_MIN = 3
SEEN_SHOWN = 20  # characters of an unknown code that are shown again

# A number of an earlier system may look like goods, or fail the check digit that it never had.
FOREIGN_UNTIL_KNOWN = {CODE_UNKNOWN.code, CODE_IS_GOODS.code, CODE_CHECK_DIGIT.code}


class SignedCard(Struct, frozen=True):
    """A member's or a staff member's card whose signature holds."""

    kind: Literal["member", "staff"]
    key_id: bytes
    holder: int
    hall: int
    rank: int  # the place of the tier or the role in its list
    expires_on: date
    version: int


class SessionPoster(Struct, frozen=True):
    """What hangs at the door of a session, signed like a card; good on its day only."""

    key_id: bytes
    session: int
    hall: int
    valid_on: date


class CopyLabel(Struct, frozen=True):
    number: str


class IsbnCode(Struct, frozen=True):
    isbn: str


class ReceiptCode(Struct, frozen=True):
    """Which facts of this device a receipt tells of; `mac` is believed only after it has been compared."""

    generation: int
    first: int
    count: int
    mac: bytes

    @property
    def fields(self) -> str:
        return f"{RECEIPT}0{self.generation:03}{self.first:09}{self.count:03}"


class UnknownCode(Struct, frozen=True):
    """Anything else, with the reason why."""

    reason: Reason


Code = SignedCard | SessionPoster | MaintenanceCode | CopyLabel | IsbnCode | ReceiptCode | CertificateCode | UnknownCode


def parse(text: str, issuers: Issuers, copy_numbers: tuple[str, ...] = ()) -> Code:
    """Total: every text of any length gives a value; what is ours or an ISBN is never taken for anything else."""
    code = own_code(text, issuers)
    if isinstance(code, UnknownCode) and code.reason.code in FOREIGN_UNTIL_KNOWN:
        number = unicodedata.normalize("NFKC", text).strip()
        if any(looks_like(number, mask) for mask in copy_numbers):
            return CopyLabel(number)
    return code


def own_code(text: str, issuers: Issuers) -> Code:
    if len(text) > SCAN_LENGTH_MAX:
        return unknown(CODE_TOO_LONG, length=len(text))
    seen = unicodedata.normalize("NFKC", text).strip()  # an input method may have made the digits wide
    if any(unicodedata.category(c).startswith("C") for c in seen):
        return unknown(CODE_CONTROL_CHARACTERS)
    if not (seen.isascii() and seen.isdigit()):
        return unknown(CODE_UNKNOWN, seen=shown(seen))
    if len(seen) == LABEL_LENGTH:
        return short_code(seen)
    if len(seen) == CARD_LENGTH and seen[0] in (MEMBER, STAFF, POSTER, MAINTENANCE):
        return card(seen, issuers)
    if len(seen) == RECEIPT_LENGTH and seen.startswith(RECEIPT + "0"):
        return receipt(seen)
    if len(seen) >= CERTIFICATE_DIGITS_MIN and seen[0] == CERTIFICATE:
        return read_certificate(seen, issuers)
    if len(seen) == SHELF_LENGTH and seen[0] == SHELF and check_digit(seen[:-1]) == seen[-1]:
        return unknown(CODE_KIND_NOT_HERE, kind=SHELF)
    return unknown(CODE_UNKNOWN, seen=shown(seen)) if not later(seen) else unknown(CODE_KIND_NOT_HERE, kind=seen[0])


def looks_like(number: str, mask: str) -> bool:
    """`#` is one digit, `@` one letter, anything else is itself."""
    return len(number) == len(mask) and all(fits(c, m) for c, m in zip(number, mask, strict=True))


def fits(character: str, mask: str) -> bool:
    if mask == "#":
        return character.isascii() and character.isdigit()
    return character.isascii() and character.isalpha() if mask == "@" else character == mask


def mask_of(number: str) -> str:
    """What a hall would have to allow for this number to be a copy's."""
    return re.sub("[A-Za-z]", "@", re.sub("[0-9]", "#", number))


def good_mask(mask: str) -> bool:
    """Long enough to be no class mark, with enough digits to tell copies apart, and typed by every scanner."""
    return len(mask) in MASK_LENGTHS and mask.count("#") >= MASK_DIGITS_MIN and all("!" <= c <= "~" for c in mask)


def unknown(cause: Cause, **values: Any) -> UnknownCode:
    return UnknownCode(cause.because(**values))


def shown(seen: str) -> str:
    return seen if len(seen) <= SEEN_SHOWN else seen[: SEEN_SHOWN - 1] + "…"


def later(seen: str) -> bool:
    return seen[:1] in tuple(LATER_KINDS) and len(seen) >= CARD_DIGITS // 2


def short_code(digits: str) -> Code:
    if check_digit(digits[:-1]) != digits[-1]:
        return unknown(CODE_CHECK_DIGIT, seen=digits)
    if digits.startswith(COPY):
        return CopyLabel(digits)
    if digits.startswith(("978", "979")):
        return IsbnCode(digits)
    return unknown(CODE_IS_GOODS, seen=digits) if digits.startswith("69") else unknown(CODE_UNKNOWN, seen=digits)


def check_digit(digits: str) -> str:
    """As on goods (EAN-13): weights 1 and 3, so that scanners may check it too."""
    total = sum(map(int, digits[::2])) + 3 * sum(map(int, digits[1::2]))
    return str(-total % 10)


def copy_number(hall: int, serial: int) -> str:
    digits = f"{COPY}{hall:04}{serial:07}"
    return digits + check_digit(digits)


def hall_of_copy(number: str) -> int | None:
    """Whose label it is; none: it comes from another system."""
    ours = len(number) == 13 and number.isdecimal() and number[0] == COPY and number[-1] == check_digit(number[:-1])
    return int(number[1:5]) if ours else None


def shelf_code(hall: int, place: str) -> str:
    """Made from the place's words, so that it needs no list: whoever knows a hall's shelves finds it among them."""
    from hashlib import sha256

    words = int.from_bytes(sha256(place.encode()).digest()) % 10**SHELF_DIGITS
    digits = f"{SHELF}{hall:04}{words:0{SHELF_DIGITS}}"
    return digits + check_digit(digits)


def serial_of(number: str) -> int:
    return int(number[5:12])


def receipt(digits: str) -> Code:
    """The second digit keeps it apart from codes of goods (690 to 699)."""
    ends = [2 + sum(RECEIPT_PARTS[:n]) for n in range(len(RECEIPT_PARTS) + 1)]
    generation, first, count = (int(digits[a:b]) for a, b in pairwise(ends))
    mac = int(digits[ends[-1] :])
    if mac.bit_length() > 8 * RECEIPT_MAC_BYTES:
        return unknown(CODE_ALTERED)
    return ReceiptCode(generation, first, count, mac.to_bytes(RECEIPT_MAC_BYTES))


def receipt_text(code: ReceiptCode) -> str:
    return f"{code.fields}{int.from_bytes(code.mac):0{RECEIPT_MAC_DIGITS}}"


PRACTICE_CARD, PRACTICE_BOOK = copy_number(0, 1), copy_number(0, 2)  # no hall has the number 0


def card(digits: str, issuers: Issuers) -> Code:
    value = int(digits[1:])
    if value.bit_length() > 8 * CARD_BYTES:
        return unknown(CODE_ALTERED)
    raw = value.to_bytes(CARD_BYTES)
    fields, signature = raw[:CARD_FIELDS_BYTES], raw[CARD_FIELDS_BYTES:]
    key_id = fields[1:5]
    if fields[0] != FORMAT_VERSION:
        return unknown(CODE_ALTERED)
    if key_id not in issuers:
        return unknown(CODE_ISSUER_UNKNOWN, issuer=key_id.hex())
    if not signature_holds(issuers[key_id], signature, signed_part(digits[0], fields)):
        return unknown(CODE_ALTERED)
    if digits[0] == MAINTENANCE:
        return read_maintenance(fields)
    return read_poster(fields) if digits[0] == POSTER else read_card(digits[0], fields)


def signed_part(kind: str, fields: bytes) -> bytes:
    return kind.encode() + fields


def read_card(kind: str, fields: bytes) -> SignedCard:
    return SignedCard(
        kind="member" if kind == MEMBER else "staff",
        key_id=fields[1:5],
        holder=int.from_bytes(fields[5:13]),
        hall=int.from_bytes(fields[13:15]),
        rank=fields[15],
        expires_on=EPOCH + timedelta(days=int.from_bytes(fields[16:18])),
        version=fields[18],
    )


def read_poster(fields: bytes) -> SessionPoster:
    return SessionPoster(
        key_id=fields[1:5],
        session=int.from_bytes(fields[5:13]),
        hall=int.from_bytes(fields[13:15]),
        valid_on=EPOCH + timedelta(days=int.from_bytes(fields[16:18])),
    )


def poster_text(poster: SessionPoster, sign: Sign) -> str:
    """As a card's, with the session in the holder's place."""
    fields = signed_fields(poster.key_id, poster.session, (poster.hall, 0), (poster.valid_on, 0))
    return signed_text(POSTER, fields, sign)


def card_text(card: SignedCard, sign: Sign) -> str:
    """The digits that a card's QR carries: kind digit, then fields and signature as one number."""
    kind = MEMBER if card.kind == "member" else STAFF
    fields = signed_fields(card.key_id, card.holder, (card.hall, card.rank), (card.expires_on, card.version))
    return signed_text(kind, fields, sign)


def signed_fields(key_id: bytes, holder: int, home: tuple[int, int], end: tuple[date, int]) -> bytes:
    parts = (
        FORMAT_VERSION.to_bytes(1),
        key_id,
        holder.to_bytes(8),
        home[0].to_bytes(2),
        home[1].to_bytes(1),
        (end[0] - EPOCH).days.to_bytes(2),
        end[1].to_bytes(1),
    )
    return b"".join(parts)


def signed_text(kind: str, fields: bytes, sign: Sign) -> str:
    number = int.from_bytes(fields + sign(signed_part(kind, fields)))
    return f"{kind}{number:0{CARD_DIGITS}}"
