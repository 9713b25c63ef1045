"""Blocks: numbers of copies and certificates that one device alone may give; topped up before it has none left."""

from datetime import datetime

from sqlalchemy import func, select

from kiosk.domain.books import Copy, NumberBlock
from kiosk.domain.certificates import SERIAL_MAX as CERTIFICATES_MAX, Certificate, CertificateBlock
from kiosk.domain.codes import COPY, LABEL_LENGTH, SERIAL_MAX as COPIES_MAX, serial_of
from kiosk.domain.facts import CertificateNumbersLeased, CopyNumbersReserved
from kiosk.hub.devices import Known
from kiosk.hub.tables import pages, table_of
from kiosk.hub.terms import terms
from kiosk.hub.turn import Turn
from kiosk.storage.tables import TABLES
from kiosk.sync.messages import Ask


def topped_up(turn: Turn, device: Known, ask: Ask, now: datetime) -> None:
    """As many as are missing; what was given before and lies in the answer that comes now is not given again."""
    hall = device.hall
    for kind, struct in (("copy", NumberBlock), ("certificate", CertificateBlock)):
        missing = terms(turn, hall, "book").numbers - ask.numbers_left.get(kind, 0)
        if kind not in ask.numbers_left or missing <= 0 or on_the_way(turn, device, struct, ask.cursor):
            continue
        if kind == "copy":
            first = last_copy(turn, hall) + 1
            count = min(missing, COPIES_MAX - first + 1)
            leased: CopyNumbersReserved | CertificateNumbersLeased = CopyNumbersReserved(
                hall, first, count, device.device
            )
        else:
            first = last_certificate(turn, hall) + 1
            count = min(missing, CERTIFICATES_MAX - first + 1)
            leased = CertificateNumbersLeased(hall, first, count, device.device)
        if count > 0:
            turn.author(hall, leased, now)


def on_the_way(turn: Turn, device: Known, struct: type, cursor: int) -> bool:
    table = table_of(struct)
    at = (pages.c.hall == device.hall, pages.c.row_table == TABLES[struct], pages.c.number > cursor)
    own = (table.c.hall_of == device.hall, table.c.block == pages.c.row_key, table.c.device == device.device)
    return turn.db.execute(select(pages.c.number).where(*at, *own).limit(1)).first() is not None


def last_copy(turn: Turn, hall: int) -> int:
    """A library's own numbers may look alike but for their length. Digits alone: every database sorts them alike."""
    table, begin = table_of(Copy), f"{COPY}{hall:04}"
    rest = LABEL_LENGTH - len(begin)
    at = (table.c.hall_of == hall, table.c.copy.between(begin + "0" * rest, begin + "9" * rest))
    ours = select(func.max(table.c.copy)).where(*at, func.length(table.c.copy) == LABEL_LENGTH)
    last = turn.db.execute(ours).scalar()
    return max(serial_of(last) if last else 0, last_of(turn, hall, NumberBlock))


def last_certificate(turn: Turn, hall: int) -> int:
    table = table_of(Certificate)
    at = (table.c.hall_of == hall, table.c.hall == hall)
    return max(
        turn.db.execute(select(func.max(table.c.serial)).where(*at)).scalar() or 0,
        last_of(turn, hall, CertificateBlock),
    )


def last_of(turn: Turn, hall: int, struct: type) -> int:
    table = table_of(struct)
    at = (table.c.hall_of == hall, table.c.hall == hall)
    return int(turn.db.execute(select(func.max(table.c.first + table.c.count - 1)).where(*at)).scalar() or 0)
