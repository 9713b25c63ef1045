"""Certificate codes: the facts of a certificate and their signature as digits, to be verified without a network."""

from datetime import date, timedelta
from math import ceil, floor, log10

from msgspec import Struct

from kiosk.domain.certificates import KINDS, CertificateKind, Subject
from kiosk.domain.refusals import CERTIFICATE_ALTERED, CERTIFICATE_ISSUER_UNKNOWN, Reason
from kiosk.domain.signing import EPOCH, KEY_ID_BYTES, SIGNATURE_BYTES, Issuers, Sign, signature_holds

CERTIFICATE = "5"
FORMAT_VERSION = 1
FIXED_BYTES = 1 + KEY_ID_BYTES + 2 + 2 + 4 + 1 + 2 + 3 * 2
BYTES_MIN = FIXED_BYTES + 3 + SIGNATURE_BYTES  # three texts, each with one byte for its length
DIGITS_A_BYTE = 8 * log10(2)
TEXT_BYTES_MAX = 255
ENCODING = "gb18030"  # two bytes for most characters where UTF-8 takes three, and it has every one of them
CERTIFICATE_DIGITS_MIN = 1 + ceil(BYTES_MIN * DIGITS_A_BYTE)


class CertificateCode(Struct, frozen=True):
    """What a certificate says of itself; without a subject nothing in it is believed, and `doubt` says why."""

    key_id: bytes
    subject: Subject | None = None
    doubt: Reason | None = None


def certificate_text(subject: Subject, key_id: bytes, sign: Sign) -> str:
    """The digits that a certificate's QR carries: kind digit, then fields and signature as one number."""
    fields = fields_of(subject, key_id)
    whole = fields + sign(signed_part(fields))
    return f"{CERTIFICATE}{int.from_bytes(whole):0{digits_for(len(whole))}}"


def fields_of(subject: Subject, key_id: bytes) -> bytes:
    parts = (
        FORMAT_VERSION.to_bytes(1),
        key_id,
        subject.hall.to_bytes(2),
        subject.year.to_bytes(2),
        subject.serial.to_bytes(4),
        KINDS.index(subject.kind).to_bytes(1),
        subject.half_hours.to_bytes(2),
        *((day - EPOCH).days.to_bytes(2) for day in (subject.from_on, subject.until_on, subject.issued_on)),
        *(piece for text in (subject.name, subject.course, subject.issuer) for piece in with_length(text)),
    )
    return b"".join(parts)


def with_length(text: str) -> tuple[bytes, bytes]:
    encoded = text.encode(ENCODING)
    return len(encoded).to_bytes(1), encoded


def fits_code(text: str) -> bool:
    """Whether a code can carry it and give it back as it was."""
    try:
        encoded = text.encode(ENCODING)
    except UnicodeEncodeError:
        return False
    return len(encoded) <= TEXT_BYTES_MAX and encoded.decode(ENCODING) == text


def signed_part(fields: bytes) -> bytes:
    return CERTIFICATE.encode() + fields


def digits_for(count: int) -> int:
    return ceil(count * DIGITS_A_BYTE)


def read_certificate(digits: str, issuers: Issuers) -> CertificateCode:
    """Total: what is not as a hall has signed it is altered, whatever it says."""
    count = floor((len(digits) - 1) / DIGITS_A_BYTE)
    value = int(digits[1:])
    if digits_for(count) != len(digits) - 1 or value.bit_length() > 8 * count:
        return altered()
    whole = value.to_bytes(count)
    fields, signature = whole[:-SIGNATURE_BYTES], whole[-SIGNATURE_BYTES:]
    key_id = fields[1 : 1 + KEY_ID_BYTES]
    if fields[0] != FORMAT_VERSION:
        return altered(key_id)
    if key_id not in issuers:
        return CertificateCode(key_id, doubt=CERTIFICATE_ISSUER_UNKNOWN.because(issuer=key_id.hex()))
    if not signature_holds(issuers[key_id], signature, signed_part(fields)):
        return altered(key_id)
    subject = subject_in(fields)
    return CertificateCode(key_id, subject) if subject else altered(key_id)


def altered(key_id: bytes = b"") -> CertificateCode:
    return CertificateCode(key_id, doubt=CERTIFICATE_ALTERED.because())


def subject_in(fields: bytes) -> Subject | None:
    """None where a key that we believe has signed what this program does not understand."""
    at = 1 + KEY_ID_BYTES
    hall, year, serial = (int.from_bytes(fields[at + a : at + b]) for a, b in ((0, 2), (2, 4), (4, 8)))
    kind, half_hours = fields[at + 8], int.from_bytes(fields[at + 9 : at + 11])
    days = [day_of(fields[at + n : at + n + 2]) for n in (11, 13, 15)]
    texts = texts_of(fields[FIXED_BYTES:])
    if kind >= len(KINDS) or texts is None:
        return None
    named: CertificateKind = KINDS[kind]
    return Subject(hall, year, serial, named, *texts, half_hours, *days)


def day_of(encoded: bytes) -> date:
    return EPOCH + timedelta(days=int.from_bytes(encoded))


def texts_of(encoded: bytes) -> tuple[str, str, str] | None:
    found = []
    for _ in range(3):
        count, encoded = encoded[:1], encoded[1:]
        if not count or len(encoded) < count[0]:
            return None
        text, encoded = encoded[: count[0]], encoded[count[0] :]
        try:
            found.append(text.decode(ENCODING))
        except UnicodeDecodeError:
            return None
    name, course, issuer = found
    return None if encoded else (name, course, issuer)
