"""What a fact writes of certificates, of what courses ask for, and of leased numbers."""

from kiosk.domain import facts as f
from kiosk.domain.certificates import Certificate, CertificateBlock, Holder, Marked, marked_key
from kiosk.domain.facts import Fact
from kiosk.domain.register import certificate_after
from kiosk.storage.apply.rows import Rows


def step_rule(rows: Rows, fact: Fact, p: f.RuleFact) -> None:
    match p:
        case f.CertificateRuleSet(rule=rule):
            rows.put(rule)
        case f.WorkMarked(course=course, member=member, mark=mark):
            rows.put(Marked(marked_key(course, member), course, member, mark, fact.actor or ""))
        case f.CertificateNumbersLeased():
            rows.put(CertificateBlock(fact.id, p.hall, p.first, p.count, fact.at, p.device))


def step_certificate(rows: Rows, fact: Fact, p: f.CertificateStoryFact) -> None:
    number = p.frozen.certificate if isinstance(p, f.CertificateIssued) else p.certificate
    rows.put(certificate_after(rows.get(Certificate, number), fact, p))
    if isinstance(p, f.CertificateIssued):
        rows.put_sealed(Holder, number, p.frozen.member, p.sealed)
