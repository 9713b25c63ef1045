"""Register: what a fact does to a certificate in it, and which number comes next."""

from msgspec import Struct
from msgspec.structs import asdict, replace

from kiosk.domain.certificates import SERIAL_MAX, Certificate, CertificateBlock, Frozen
from kiosk.domain.facts import (
    CertificateIssued,
    CertificatePrinted,
    CertificateRevoked,
    CertificateStoryFact,
    CertificateSuperseded,
    Fact,
)
from kiosk.domain.refusals import (
    CERTIFICATE_NUMBERS_USED_UP,
    CERTIFICATE_REVOKED,
    CERTIFICATE_SUPERSEDED,
    CERTIFICATE_UNKNOWN,
    Reason,
    Refused,
)


class Numbers(Struct, frozen=True):
    """All that decides on the next number of a hall."""

    used: int  # the highest serial ever given
    blocks: tuple[CertificateBlock, ...] = ()
    alone: bool = True  # and so, without any block, it owns all numbers


def certificate_after(row: Certificate | None, fact: Fact, p: CertificateStoryFact) -> Certificate | None:
    """Total: what is issued twice is issued once, what is revoked stays revoked for its first reason."""
    match p:
        case CertificateIssued(frozen=frozen):
            return row or begun(frozen, fact.actor or "")
        case CertificatePrinted() if row:
            return replace(row, printed=row.printed + 1, printed_at=fact.at)
        case CertificateRevoked(on=on, why=why) if row and row.revoked_on is None:
            return replace(row, revoked_on=on, revoked_why=why, revoked_by=fact.actor or "")
        case CertificateSuperseded(by=by) if row and not row.superseded_by:
            return replace(row, superseded_by=by)
    return row


def begun(frozen: Frozen, issued_by: str) -> Certificate:
    own = {name: getattr(frozen, name) for name in frozen.__struct_fields__ if name != "earned"}
    return Certificate(**own, **asdict(frozen.earned), issued_by=issued_by)


def serials(numbers: Numbers, count: int) -> tuple[int, ...] | Refused:
    """One after the other; what lies between two leased blocks was never this kiosk's to give."""
    spans = sorted((block.first, block.count) for block in numbers.blocks)
    if numbers.alone and not spans:
        spans = [(1, SERIAL_MAX)]
    found: list[int] = []
    for begin, size in spans:
        first = max(begin, numbers.used + 1)
        found += range(first, min(begin + size, first + count - len(found)))
    if len(found) < count:
        return Refused((CERTIFICATE_NUMBERS_USED_UP.because(asked=count, left=len(found)),))
    return tuple(found)


def standing(certificate: Certificate | None, number: str) -> tuple[Reason, ...]:
    """Why it is no longer, or never was, a certificate that can be relied on."""
    if certificate is None:
        return (CERTIFICATE_UNKNOWN.because(number=number),)
    reasons = []
    if certificate.revoked_on:
        reasons.append(CERTIFICATE_REVOKED.because(on=certificate.revoked_on, why=certificate.revoked_why))
    if certificate.superseded_by:
        reasons.append(CERTIFICATE_SUPERSEDED.because(by=certificate.superseded_by))
    return tuple(reasons)
