"""Numbers of copies: which serial comes next, and blocks given out on labels before there are copies."""

from collections.abc import Iterable

from kiosk.domain.books import NumberBlock
from kiosk.domain.codes import COPY, LABEL_LENGTH, SERIAL_MAX, copy_number, serial_of
from kiosk.domain.facts import CopyNumbersReserved
from kiosk.domain.halls import Hall
from kiosk.domain.moment import Moment
from kiosk.domain.refusals import NUMBERS_USED_UP, Refused
from kiosk.storage import certificates, queries
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import has_hub, hub_line
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


def in_hand(store: Store) -> tuple[range, ...]:
    """Serials that this kiosk may give: alone, all that come after the last; under a hub, what is left of its own."""
    db, hall = store.db, store.device.hall
    if not has_hub(db):
        return (range(next_serial(db, hall), SERIAL_MAX + 1),)
    own = rows(db, NumberBlock, "where hall = ? and device = ? order by first", hall, store.device.device)
    return joined(rest_of(db, block) for block in own)


def would_begin(store: Store, count: int) -> int:
    """Where so many labels would begin; where there are too few numbers, the trial sheet still shows some."""
    fitting = (part.start for part in in_hand(store) if count <= len(part))
    return next(fitting, next_serial(store.db, store.device.hall))


def rest_of(db: Connection, block: NumberBlock) -> range:
    hall, first, end = block.hall, block.first, block.first + block.count
    between = (copy_number(hall, first), copy_number(hall, end - 1), LABEL_LENGTH)
    (last,) = db.execute(
        "select max(copy) from copies where copy between ? and ? and length(copy) = ?", between
    ).fetchone()
    # A sheet of labels may have begun in the block before this one.
    labels = "select max(first + count) from number_blocks where hall = ? and device = '' and first < ?"
    (labelled,) = db.execute(f"{labels} and first + count > ?", (hall, end, first)).fetchone()
    return range(max(first, serial_of(last) + 1 if last else 0, labelled or 0), end)


def joined(parts: Iterable[range]) -> tuple[range, ...]:
    """Two that follow on each other are one: a sheet of labels may reach over both."""
    found: list[range] = []
    for part in parts:
        if found and part and found[-1].stop == part.start:
            found[-1] = range(found[-1].start, part.stop)
        elif part:
            found.append(part)
    return tuple(found)


def few_left(store: Store) -> dict[str, int]:
    """What a kiosk under a hub has in hand, said when it is less than half of what it should be."""
    if not hub_line(store.db).whole or get(store.db, Hall, store.device.hall) is None:
        return {}
    wanted = queries.hall_rules(store.db, store.device.hall).policy("member", "book").lease_numbers
    blocks = certificates.numbers(store).blocks
    left = {"copy": sum(map(len, in_hand(store))), "certificate": sum(block.count for block in blocks)}
    return {kind: count for kind, count in left.items() if count * 2 < wanted}


def reserve(store: Store, count: int, moment: Moment) -> NumberBlock | Refused:
    """On the disk before it is printed: a print that is lost is printed again, the numbers are nobody else's."""
    hall = store.device.hall
    with store.transaction():
        parts = in_hand(store)
        found = next((part for part in parts if 0 < count <= len(part)), None)
        if found is None:
            return Refused((NUMBERS_USED_UP.because(asked=count, left=max(map(len, parts), default=0)),))
        (fact,) = store.record(CopyNumbersReserved(hall, found.start, count), moment=moment)
        made = get(store.db, NumberBlock, fact.id)
        assert made, "the step has just written it"
        return made


def blocks(db: Connection, hall: int, first: int, last: int) -> tuple[NumberBlock, ...]:
    """Those on labels that reach into the range."""
    where = "where hall = ? and device = '' and first <= ? and first + count > ? order by first"
    return rows(db, NumberBlock, where, hall, last, first)
