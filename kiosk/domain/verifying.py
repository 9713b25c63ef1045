"""Verifying: what a scanned certificate is worth, by its signature and by the register that is at hand."""

from typing import Literal

from msgspec import Struct

from kiosk.domain.certificate_codes import CertificateCode
from kiosk.domain.certificates import Certificate, Subject, number_of
from kiosk.domain.refusals import CERTIFICATE_ALTERED, CERTIFICATE_NOT_LISTED, Reason
from kiosk.domain.register import standing

Verdict = Literal["valid", "superseded", "revoked", "unlisted", "unknown_issuer", "altered"]


class Verification(Struct, frozen=True):
    """What is so; `subject` is there only where the signature holds."""

    verdict: Verdict
    subject: Subject | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def number(self) -> str:
        return number_of(self.subject.hall, self.subject.year, self.subject.serial) if self.subject else ""


def verify(code: CertificateCode, listed: Certificate | None) -> Verification:
    """`listed`: the certificate of that number in this register."""
    subject = code.subject
    if subject is None:
        assert code.doubt, "what has no subject has a doubt"
        verdict: Verdict = "altered" if code.doubt.code == CERTIFICATE_ALTERED.code else "unknown_issuer"
        return Verification(verdict, reasons=(code.doubt,))
    if listed is None:
        return Verification("unlisted", subject, (CERTIFICATE_NOT_LISTED.because(),))
    reasons = standing(listed, listed.certificate)
    if listed.revoked_on:
        return Verification("revoked", subject, reasons)
    return Verification("superseded" if reasons else "valid", subject, reasons)
