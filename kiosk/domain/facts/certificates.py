"""Facts of certificates: what a course asks for, what was marked, numbers, and each certificate's own story."""

from datetime import date

from msgspec import Struct

from kiosk.domain.certificates import CertificateRule, Frozen, Mark


class CertificateRuleSet(Struct, frozen=True, tag=True, omit_defaults=True):
    rule: CertificateRule


class WorkMarked(Struct, frozen=True, tag=True, omit_defaults=True):
    """Staff have noted that somebody's own work was handed in, or that a test was passed."""

    course: int
    member: int
    mark: Mark


class CertificateNumbersLeased(Struct, frozen=True, tag=True, omit_defaults=True):
    """So many numbers this kiosk may give without asking; under a hub, the device that is named."""

    hall: int
    first: int
    count: int
    device: str = ""


class CertificateIssued(Struct, frozen=True, tag=True, omit_defaults=True):
    """Everything is frozen here; name, words and signature lie sealed with the member's own key."""

    frozen: Frozen
    sealed: bytes


class CertificatePrinted(Struct, frozen=True, tag=True, omit_defaults=True):
    """It is on paper; `reprint` counts those after the first."""

    certificate: str
    reprint: int = 0


class CertificateRevoked(Struct, frozen=True, tag=True, omit_defaults=True):
    certificate: str
    on: date
    why: str


class CertificateSuperseded(Struct, frozen=True, tag=True, omit_defaults=True):
    """A newer one says it better; the newer one names this one."""

    certificate: str
    by: str


RuleFact = CertificateRuleSet | WorkMarked | CertificateNumbersLeased
CertificateStoryFact = CertificateIssued | CertificatePrinted | CertificateRevoked | CertificateSuperseded
CertificateFact = RuleFact | CertificateStoryFact
