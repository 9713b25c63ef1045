"""What a fact writes of certificates, of what courses ask for, and of leased numbers."""

from kiosk.domain import facts as f
from kiosk.domain.certificates import Certificate, CertificateBlock, Holder, Marked, marked_key
from kiosk.domain.facts import Fact
from kiosk.domain.register import certificate_after
from kiosk.storage.apply.rows import get, put
from kiosk.storage.database import Connection
from kiosk.storage.sealed import opened_with


def step_rule(db: Connection, fact: Fact, p: f.RuleFact) -> None:
    match p:
        case f.CertificateRuleSet(rule=rule):
            put(db, rule)
        case f.WorkMarked(course=course, member=member, mark=mark):
            put(db, Marked(marked_key(course, member), course, member, mark, fact.actor or ""))
        case f.CertificateNumbersLeased(hall=hall, first=first, count=count):
            put(db, CertificateBlock(fact.id, hall, first, count, fact.at))


def step_certificate(db: Connection, fact: Fact, p: f.CertificateStoryFact) -> None:
    number = p.frozen.certificate if isinstance(p, f.CertificateIssued) else p.certificate
    put(db, certificate_after(get(db, Certificate, number), fact, p))
    if isinstance(p, f.CertificateIssued):
        put(db, opened_with(db, Holder, p.frozen.member, p.sealed))
