"""Verifying: a scanned certificate is looked at, and its facts are shown large, to be compared with the paper."""

from msgspec.structs import replace

from kiosk.domain.certificate_codes import CertificateCode
from kiosk.domain.certificates import Subject
from kiosk.domain.verifying import Verification, verify
from kiosk.storage import certificates
from kiosk.visit.screens import Verified, VerifiedFacts
from kiosk.visit.sitting import Place, Sitting, Step


def certificate_scanned(place: Place, sitting: Sitting, code: CertificateCode) -> Step:
    """Whoever is signed in stays signed in; what was being typed is let go."""
    number = verify(code, None).number
    found = verify(code, certificates.certificate(place.db, number) if number else None)
    return Step(replace(sitting, entering=None), verified(found))


def verified(found: Verification) -> Verified:
    listed = found.verdict in ("valid", "superseded", "revoked")
    return Verified(found.verdict, facts(found.subject) if found.subject else None, found.reasons, listed)


def facts(subject: Subject) -> VerifiedFacts:
    """The holder presents it: the name is whole, as on the paper beside the screen."""
    return VerifiedFacts(
        number=Verification("valid", subject).number,
        kind=subject.kind,
        name=subject.name,
        course=subject.course,
        issuer=subject.issuer,
        hours=subject.half_hours / 2,
        from_on=subject.from_on,
        until_on=subject.until_on,
        issued_on=subject.issued_on,
    )
