"""Registering: the register of certificates for staff: find one, print it again, replace it, revoke it."""

from typing import Any, get_args

from msgspec.structs import replace

from kiosk.domain import name_letters, names
from kiosk.domain.certificates import Certificate, plain_number
from kiosk.domain.facts import MemberShown
from kiosk.domain.giving import REVOKE_NOTE_MAX, Asked, RevokeWhy
from kiosk.domain.policy import PROGRAMME_ROWS_MAX
from kiosk.domain.refusals import CERTIFICATE_UNKNOWN, Reason, Refused
from kiosk.domain.register import standing
from kiosk.storage import certificates
from kiosk.visit.certifying import followed
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.graduates import written
from kiosk.visit.roster import actor
from kiosk.visit.screens import CertificateRegister, Printing, Registered
from kiosk.visit.sitting import Place, Sitting, Step

TYPED_MAX = 14  # the digits of a number
DIGITS = "0123456789"
Arguments = dict[str, Any]


def register(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    return Step(sitting, shown(place, arguments))


def shown(place: Place, arguments: Arguments) -> CertificateRegister:
    """Letters are those of a name, digits those of a number; the newest come first."""
    from kiosk.visit.certificate_papers import certificate_shown  # no start waits for paper

    typed = "".join(c for c in str(arguments.get("typed") or "").lower() if c.isascii() and c.isalnum())[:TYPED_MAX]
    found = [(number, name) for number, name in certificates.named(place.db) if fits(number, name, typed)]
    chosen = certificates.certificate(place.db, plain_number(str(arguments.get("number") or "")))
    return CertificateRegister(
        typed=typed,
        leading=leading(found, typed),
        rows=tuple(row(place, number, name) for number, name in found[:PROGRAMME_ROWS_MAX]),
        count=len(found),
        chosen=row(place, chosen.certificate, name_of(place, chosen)) if chosen else None,
        certificate=certificate_shown(place, chosen) if chosen else None,
    )


def fits(number: str, name: str, typed: str) -> bool:
    if typed.isdecimal():
        return typed in number.replace("-", "")
    return name_letters.begins(name, typed)


def leading(found: list[tuple[str, str]], typed: str) -> str:
    """Every digit goes on where digits were typed."""
    letters = {c for _, name in found for c in name_letters.leading(name, typed)}
    return (DIGITS if not typed or typed.isdecimal() else "") + "".join(sorted(letters)).upper() * (
        not typed.isdecimal()
    )


def name_of(place: Place, one: Certificate) -> str:
    holder = certificates.holder(place.db, one.certificate)
    return holder.name if holder else ""


def row(place: Place, number: str, name: str) -> Registered:
    one = certificates.certificate(place.db, number)
    assert one, "what is listed is there"
    return Registered(
        number=number,
        name=names.masked(name),
        course=str(one.course),
        title=one.course_title,
        kind=one.kind,
        issued_on=one.issued_on,
        state="revoked" if one.revoked_on else "superseded" if one.superseded_by else "valid",
        printed=one.printed,
        replaced_by=one.superseded_by,
        replaces=one.supersedes,
        revoked_on=one.revoked_on,
        revoked_why=one.revoked_why,
    )


def revealed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    screen = shown(place, arguments)
    if screen.chosen is None:
        return Step(sitting, screen)
    one = certificates.certificate(place.db, screen.chosen.number)
    if one is None:
        return Step(sitting, screen)
    facts = place.store.record(MemberShown(one.member), moment=place.moment, actor=actor(place, sitting))
    return Step(sitting, replace(screen, revealed=name_of(place, one)), facts)


def revoked(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The reason is one of a few; whoever verifies the certificate reads it, with the line that was added."""
    from kiosk.words import read

    why = next((why for why in get_args(RevokeWhy) if why == arguments.get("why")), None)
    screen = shown(place, arguments)
    if why is None or screen.chosen is None or place.registrar is None:
        return Step(sitting, screen)
    note = str(arguments.get("note") or "").strip()[:REVOKE_NOTE_MAX]
    said = "：".join(part for part in (read("zh_CN").say(f"register.why_{why}"), note) if part)
    before, _ = place.store.head()
    done = place.registrar.revoke(screen.chosen.number, said, asked(place, sitting))
    why_not = done.reasons if isinstance(done, Refused) else ()
    return Step(sitting, replace(shown(place, arguments), why_not=why_not), written(place, before))


def superseded(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """As it would be issued today; the new one is shown, and names the old one."""
    screen = shown(place, arguments)
    if screen.chosen is None or place.registrar is None:
        return Step(sitting, screen)
    before, _ = place.store.head()
    done = place.registrar.supersede(screen.chosen.number, asked(place, sitting))
    if isinstance(done, Refused):
        return Step(sitting, replace(screen, why_not=done.reasons))
    return Step(sitting, shown(place, {"number": done}), written(place, before))


def asked(place: Place, sitting: Sitting) -> Asked:
    return Asked("completion", place.moment, actor(place, sitting))


def printed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Once more with the same number, or for the first time; what is on its way already is followed."""
    screen = shown(place, arguments)
    number = plain_number(str(arguments.get("number") or ""))
    reasons: tuple[Reason, ...] = standing(certificates.certificate(place.db, number), number)
    if screen.chosen is None:
        return Step(sitting, replace(screen, why_not=(CERTIFICATE_UNKNOWN.because(number=number),)))
    if reasons:
        return Step(sitting, replace(screen, why_not=reasons))
    sheet = Printing("certificate", number, "drawing", reprint=screen.chosen.printed, staff=True)
    moving = certificates.moving_jobs(place.db, number)
    sitting = leading_back(sitting, ("certificate_register", number))
    return Step(sitting, followed(place, replace(sheet, job=moving[0])) if moving else sheet)


TAPS = {
    "certificate_register": on_duty("certificates", register),
    "registered_reveal": on_duty("certificates", revealed),
    "revoke_certificate": on_duty("certificates", revoked),
    "supersede_certificate": on_duty("certificates", superseded),
    "print_registered": on_duty("certificates", printed),
}
