"""Certificate papers: a certificate or the passport as the screen shows it and as the drawing thread needs it."""

from collections.abc import Callable

from kiosk.documents.certificate_sheet import draw_one, sheet_of
from kiosk.documents.certificate_text import said, wording
from kiosk.documents.fonts import Fonts
from kiosk.documents.passport import draw_passport
from kiosk.domain import names
from kiosk.domain.certificates import Certificate
from kiosk.domain.printing import Order, Purpose
from kiosk.domain.refusals import NOTHING_TO_PRINT, Refused
from kiosk.storage import certificates, programme, queries
from kiosk.storage.database import Connection
from kiosk.visit import passport, showing
from kiosk.visit.certifying import Draw, Sheet
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
    return Sheet((screen.purpose, screen.number), draw_of(place, sitting, screen))


def draw_of(place: Place, sitting: Sitting, screen: Printing) -> Draw:
    number, registrar = screen.number, place.registrar
    match screen.purpose:
        case "batch":
            return batch(place.db, certificates.unprinted(place.db, int(number)))
        case "names" if registrar and (course := programme.course(place.db, int(number))):
            return one("list", number, registrar.name_check(course))
        case "sign_in" if registrar and (session := programme.session(place.db, int(number))):
            return one("list", number, registrar.sign_in_sheet(session))
        case "slips" if registrar:
            member = int(number) if number else None
            return one("list", number, registrar.overdue_slips(place.rules.hall, place.today, member))
        case "passport" if sitting.member is not None:
            shown = passport.shown(place, sitting.member, showing.record(place, sitting).loans)
            paper = passport_paper(place, sitting.member, shown)
            return one("passport", "", lambda: draw_passport(paper))
        case "card" if registrar and (holder := queries.member(place.db, int(number))):
            return one("card", number, registrar.card(holder))
        case "staff_card" if registrar and (staff := queries.staff_numbered(place.db, number)):
            return one("card", number, registrar.staff_card(staff))
        case "certificate":
            ready = sheet_of(place.db, number)
            return one("certificate", number, lambda: ready if isinstance(ready, Refused) else draw_one(ready))
    return lambda: Refused((NOTHING_TO_PRINT.because(),))


def one(purpose: Purpose, what: str, draw: Callable[[], bytes | Refused]) -> Draw:
    def drawn() -> tuple[Order, ...] | Refused:
        pdf = draw()
        return pdf if isinstance(pdf, Refused) else (Order(purpose, what, pdf),)

    return drawn


def batch(db: Connection, numbers: tuple[str, ...]) -> Draw:
    """All or none; each sheet is an order of its own, so that a batch which stops goes on at its sheet."""
    ready = [(number, sheet_of(db, number)) for number in numbers]

    def drawn() -> tuple[Order, ...] | Refused:
        fonts, orders, reasons = Fonts(), list[Order](), [] if ready else [NOTHING_TO_PRINT.because()]
        for number, one_sheet in ready:
            pdf = one_sheet if isinstance(one_sheet, Refused) else draw_one(one_sheet, fonts)
            if isinstance(pdf, Refused):
                reasons += pdf.reasons
            else:
                orders.append(Order("certificate", number, pdf))
        return Refused(tuple(reasons)) if reasons else tuple(orders)

    return drawn
