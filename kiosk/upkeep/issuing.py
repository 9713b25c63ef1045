"""Issuing: what somebody has earned is frozen, numbered and signed; later it is replaced or revoked, never changed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from kiosk.documents.certificate_text import NEWEST, Template, template, template_words, text_hash, wording
from kiosk.documents.fonts import Fonts
from kiosk.domain.certificate_codes import certificate_text, fits_code
from kiosk.domain.certificates import (
    Certificate,
    Frozen,
    Holder,
    number_of,
    subject_of,
)
from kiosk.domain.classes import local
from kiosk.domain.eligibility import Case, missing, title_reasons
from kiosk.domain.facts import CertificateIssued, CertificateRevoked, CertificateSuperseded
from kiosk.domain.giving import Asked, Issued
from kiosk.domain.moment import Moment
from kiosk.domain.refusals import (
    CERTIFICATE_REVOKED,
    CERTIFICATE_UNKNOWN,
    CHARACTER_NOT_IN_FONTS,
    NAME_UNKNOWN,
    NOTHING_CHANGED,
    TEMPLATE_UNKNOWN,
    TITLE_NOT_OURS,
    Reason,
    Refused,
)
from kiosk.domain.register import begun, serials, standing
from kiosk.storage import certificates, programme, queries
from kiosk.storage.keys import issuer
from kiosk.storage.sealed import sealed
from kiosk.storage.store import Store


class Draft(NamedTuple):
    """A certificate that has everything but its place on the disk."""

    frozen: Frozen
    name: str


def issue(store: Store, cases: Sequence[Case], asked: Asked) -> Issued | Refused:
    """All who have earned one, in one transaction: no number is taken by what is not on the disk."""
    with store.transaction():
        why = [(case, (*missing(case, asked.kind), *wrong_template(case, asked))) for case in cases]
        ready = [case for case, reasons in why if not reasons]
        given = serials(certificates.numbers(store), len(ready))
        if isinstance(given, Refused):
            return given
        fonts, done, refused = Fonts(), [], [(case, reasons) for case, reasons in why if reasons]
        spare = iter(given)
        for case in ready:
            if reasons := unwritable(case, template_name(case, asked), fonts):
                refused.append((case, reasons))
                continue
            draft = drafted(store, case, asked, next(spare))
            done.append(record(store, draft, asked))
        return Issued(tuple(done), tuple(refused))


def template_name(case: Case, asked: Asked) -> str:
    own = case.rule.template if asked.kind == "completion" else ""
    return asked.template or own or NEWEST[asked.kind]


def wrong_template(case: Case, asked: Asked) -> tuple[Reason, ...]:
    name = template_name(case, asked)
    found = template(name)
    if found is None or found.kind != asked.kind:
        return (TEMPLATE_UNKNOWN.because(template=name),)
    return template_reasons(found)


def template_reasons(found: Template) -> tuple[Reason, ...]:
    return tuple(TITLE_NOT_OURS.because(word=word) for word in template_words(found)[:1])


def unwritable(case: Case, name: str, fonts: Fonts) -> tuple[Reason, ...]:
    """Characters that no font draws, each named with its place; what no code carries is among them."""
    told = (("name", case.name), ("certificate", case.course.title))
    gaps = fonts.gaps(told, face="serif")
    if gaps:
        return gaps
    whats = {"name": "paper.name", "certificate": "paper.certificate"}
    return tuple(
        CHARACTER_NOT_IN_FONTS.because(point="–", place=1, what={"word": whats[where]}, text=text)
        for where, text in told
        if not fits_code(text)
    )


def drafted(store: Store, case: Case, asked: Asked, serial: int) -> Draft:
    hall = queries.hall_rules(store.db, store.device.hall).hall
    now = store.reckoned(asked.moment) or store.surely_past()
    issued_on = local(now, hall.utc_offset_min).date()
    key_id, _ = issuer(store.db)
    first, last = case.days
    frozen = Frozen(
        certificate=number_of(hall.hall, issued_on.year, serial),
        hall=hall.hall,
        year=issued_on.year,
        serial=serial,
        kind=asked.kind,
        member=case.member,
        course=case.course.course,
        course_title=case.course.title,
        issuer=hall.name,
        half_hours=case.half_hours,
        from_on=first,
        until_on=min(last, issued_on),
        issued_on=issued_on,
        template=template_name(case, asked),
        key_id=key_id,
        earned=case.earned,
        sample=asked.sample,
    )
    return Draft(frozen, case.name)


def record(store: Store, draft: Draft, asked: Asked) -> str:
    """The words are hashed and the facts signed before anything is told."""
    frozen, name = draft
    _, sign = issuer(store.db)
    row = begun(frozen, asked.actor or "")
    code = certificate_text(subject_of(frozen, name), frozen.key_id, sign)
    kept = Holder(frozen.certificate, frozen.member, name, text_hash(wording(row, name)), code)
    happening = CertificateIssued(frozen, sealed(store.db, frozen.member, kept))
    store.record(happening, moment=asked.moment, actor=asked.actor)
    return frozen.certificate


def supersede(store: Store, number: str, asked: Asked) -> str | Refused:
    """As it would be issued today, with a number of its own; the old one names it from now on."""
    with store.transaction():
        old = certificates.certificate(store.db, number)
        if reasons := standing(old, number):
            return Refused(reasons)
        assert old, "what stands is there"
        case = case_of(store, old)
        if case is None or not case.name:
            return Refused((NAME_UNKNOWN.because(),))
        asked = replace(asked, kind=old.kind, template=asked.template or old.template, sample=old.sample)
        reasons = (*title_reasons(case.course.title, case.mark), *wrong_template(case, asked))
        reasons = reasons or unwritable(case, asked.template, Fonts())
        given = serials(certificates.numbers(store), 1)
        if isinstance(given, Refused):
            reasons = (*reasons, *given.reasons)
        if reasons or isinstance(given, Refused):
            return Refused(reasons)
        draft = drafted(store, case, asked, given[0])
        if unchanged(store, old, draft):
            return Refused((NOTHING_CHANGED.because(),))
        named = Draft(replace(draft.frozen, supersedes=number), draft.name)
        new = record(store, named, asked)
        store.record(CertificateSuperseded(number, new), moment=asked.moment, actor=asked.actor)
        return new


def case_of(store: Store, old: Certificate) -> Case | None:
    course = programme.course(store.db, old.course)
    rules = queries.hall_rules(store.db, store.device.hall)
    return certificates.case(store.db, rules, course, old.member) if course else None


def unchanged(store: Store, old: Certificate, draft: Draft) -> bool:
    """A new number and a new day alone are no reason for another certificate."""
    holder = certificates.holder(store.db, old.certificate)
    new = begun(draft.frozen, old.issued_by)
    said = ("course_title", "issuer", "half_hours", "from_on", "until_on", "template", "mark", "came", "sessions")
    return holder is not None and holder.name == draft.name and all(getattr(old, n) == getattr(new, n) for n in said)


def revoke(store: Store, number: str, why: str, asked: Asked) -> Refused | None:
    with store.transaction():
        old = certificates.certificate(store.db, number)
        if old is None:
            return Refused((CERTIFICATE_UNKNOWN.because(number=number),))
        if old.revoked_on:
            return Refused((CERTIFICATE_REVOKED.because(on=old.revoked_on, why=old.revoked_why),))
        on = day_of(store, asked.moment)
        store.record(CertificateRevoked(number, on, why), moment=asked.moment, actor=asked.actor)
        return None


def day_of(store: Store, moment: Moment) -> date:
    hall = queries.hall_rules(store.db, store.device.hall).hall
    return local(store.reckoned(moment) or store.surely_past(), hall.utc_offset_min).date()
