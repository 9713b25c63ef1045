"""Certificate sheets: a certificate of the register, as it was frozen, ready to be drawn."""

from collections.abc import Sequence

from msgspec import Struct

from kiosk.documents.certificate import Sheet, print_certificates
from kiosk.documents.certificate_text import template, text_hash, wording
from kiosk.documents.fonts import Fonts
from kiosk.domain.refusals import NAME_UNKNOWN, TEMPLATE_UNKNOWN, Refused
from kiosk.domain.register import standing
from kiosk.storage import certificates
from kiosk.storage.database import Connection


class Drawn(Struct, frozen=True):
    """One file with the sheets of some certificates, in their order."""

    pdf: bytes
    numbers: tuple[str, ...]


def sheet_of(db: Connection, number: str) -> Sheet | Refused:
    """Nothing that may have been edited since it was issued is read; a template that was, is not used."""
    found, holder = certificates.certificate(db, number), certificates.holder(db, number)
    reasons = standing(found, number)
    if reasons or found is None:
        return Refused(reasons)
    if holder is None:
        return Refused((NAME_UNKNOWN.because(),))
    if template(found.template) is None:
        return Refused((TEMPLATE_UNKNOWN.because(template=found.template),))
    words = wording(found, holder.name)
    if text_hash(words) != holder.text_hash:
        return Refused((TEMPLATE_UNKNOWN.because(template=found.template),))
    return Sheet(words, holder.code, found.issued_on, found.sample)


def draw_all(db: Connection, numbers: Sequence[str]) -> Drawn | Refused:
    """All or none: whoever gets a file has everything that was asked for."""
    sheets = [sheet_of(db, number) for number in numbers]
    if reasons := [reason for sheet in sheets if isinstance(sheet, Refused) for reason in sheet.reasons]:
        return Refused(tuple(reasons))
    drawn = print_certificates([sheet for sheet in sheets if isinstance(sheet, Sheet)], title(numbers))
    return drawn if isinstance(drawn, Refused) else Drawn(drawn, tuple(numbers))


def draw_one(sheet: Sheet, fonts: Fonts | None = None) -> bytes | Refused:
    """`fonts`: whoever draws many reads them once."""
    return print_certificates((sheet,), title((sheet.words.number,)), fonts)


def title(numbers: Sequence[str]) -> str:
    """A file's title names numbers, never a person."""
    return " – ".join(dict.fromkeys((numbers[0], numbers[-1]))) if numbers else ""
