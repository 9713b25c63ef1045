"""Numbers of copies: which serial comes next, and blocks given out on labels before there are copies."""

from kiosk.domain.books import NumberBlock
from kiosk.domain.codes import COPY, LABEL_LENGTH, SERIAL_MAX, serial_of
from kiosk.domain.facts import CopyNumbersReserved
from kiosk.domain.moment import Moment
from kiosk.domain.refusals import NUMBERS_USED_UP, Refused
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.queries import rows
from kiosk.storage.store import Store


def next_serial(db: Connection, hall: int) -> int:
    """After every copy and every block: a number that was ever printed is never given to another copy."""
    begin = f"{COPY}{hall:04}"
    # A library's own numbers may look alike but for their length; the colon comes after every digit.
    of_hall = "select max(copy) from copies where copy > ? and copy < ? and length(copy) = ?"
    (last,) = db.execute(of_hall, (begin, begin + ":", LABEL_LENGTH)).fetchone()
    (reserved,) = db.execute("select max(first + count - 1) from number_blocks where hall = ?", (hall,)).fetchone()
    return max(serial_of(last) if last else 0, reserved or 0) + 1


def reserve(store: Store, count: int, moment: Moment) -> NumberBlock | Refused:
    """On the disk before it is printed: a print that is lost is printed again, the numbers are nobody else's."""
    hall = store.device.hall
    with store.transaction():
        first = next_serial(store.db, hall)
        left = SERIAL_MAX - first + 1
        if not 0 < count <= left:
            return Refused((NUMBERS_USED_UP.because(asked=count, left=left),))
        (fact,) = store.record(CopyNumbersReserved(hall, first, count), moment=moment)
        made = get(store.db, NumberBlock, fact.id)
        assert made, "the step has just written it"
        return made


def blocks(db: Connection, hall: int, first: int, last: int) -> tuple[NumberBlock, ...]:
    """Those that reach into the range."""
    return rows(
        db, NumberBlock, "where hall = ? and first <= ? and first + count > ? order by first", hall, last, first
    )
