"""Certificate papers: a certificate or the passport as the screen shows it and as the drawing thread needs it."""

from kiosk.documents.certificate_sheet import draw_one, sheet_of
from kiosk.documents.certificate_text import said, wording
from kiosk.documents.passport import draw_passport
from kiosk.domain import names
from kiosk.domain.certificates import Certificate
from kiosk.domain.refusals import Refused
from kiosk.storage import certificates
from kiosk.visit import passport, showing
from kiosk.visit.certifying import PASSPORT, Sheet
from kiosk.visit.passport_paper import passport_paper
from kiosk.visit.screens import CertificateShown, Printing
from kiosk.visit.sitting import Place, Sitting


def certificate_shown(place: Place, found: Certificate) -> CertificateShown:
    holder = certificates.holder(place.db, found.certificate)
    name = names.masked(holder.name) if holder else ""
    words = wording(found, name)
    rows = tuple(f"{label}　{said(line)}" for label, line in words.rows)
    return CertificateShown(
        number=words.number,
        page=words.page,
        title=words.title,
        subtitle=words.subtitle,
        name=name if words.greeting else "",
        greeting=said(words.greeting[1:]),
        lines=(*(said(line) for line in words.body), *rows, *(said(line) for line in words.closing)),
        number_label=words.number_label,
        issuer=words.issuer,
        issued=words.issued[0],
        seal=words.seal,
        sample=found.sample,
    )


def sheet(place: Place, sitting: Sitting, screen: Printing) -> Sheet:
    """What the drawing thread needs, read here: it has no connection of its own."""
    if screen.purpose == PASSPORT:
        assert sitting.member is not None
        shown = passport.shown(place, sitting.member, showing.record(place, sitting).loans)
        paper = passport_paper(place, sitting.member, shown)
        return Sheet("passport", "", lambda: draw_passport(paper))
    ready = sheet_of(place.db, screen.number)
    return Sheet("certificate", screen.number, lambda: ready if isinstance(ready, Refused) else draw_one(ready))
