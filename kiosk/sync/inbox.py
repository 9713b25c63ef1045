"""Inbox: asks for what is new at the hub, and hands its answer to the store in portions that keep nobody waiting."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from msgspec.structs import replace

from kiosk.domain.moment import Moment
from kiosk.storage import block_list, pulled
from kiosk.storage.hub_line import HubLine, Own, hub_line, waiting
from kiosk.storage.joined import joined, learn_hash_keys, learn_issuers, write_joined
from kiosk.storage.numbers import few_left
from kiosk.storage.pulled import Heard, HubRow, is_old
from kiosk.storage.store import Store
from kiosk.storage.versions import ROWS_VERSION
from kiosk.sync.messages import Ask, Page

PORTION_ROWS = 16  # of one transaction; measured: whoever borrows meanwhile notices nothing
PORTION_ROWS_ALONE = 250  # while nobody stands here: whoever comes just then waits for one of these, a few hundredths
SAME_S = 30  # so often it is written down that the hub had nothing new


def next_ask(store: Store, said: Moment) -> Ask:
    line = hub_line(store.db)
    known = joined(store.db)
    wants = ("blocks",) if known and block_list.is_due(store.db, said.at) else ()
    unsent = waiting(store.db)
    return Ask(
        device=store.device.device,
        epoch=line.epoch,
        cursor=line.cursor,
        said=said,
        rows_version=ROWS_VERSION,
        wants=wants,
        keys=known.keys if known else "",
        unsent=unsent,
        numbers_left=few_left(store) if not unsent else {},
    )


def alone() -> int:
    """Nobody else wants the disk."""
    return PORTION_ROWS_ALONE


def take_page(store: Store, page: Page, moment: Moment, most: Callable[[], int] = alone) -> bool:
    """False: an old answer. Before each portion it is asked how large it may be, and that may take its time."""
    line, whole = hub_line(store.db), heard(page)
    if is_old(line, whole):
        return False  # as a whole: no portion of it may pass for a part of a newer one
    if not says_nothing(page, line):
        told = pulled.unheard(store.db, whole)
        for portion in portions(whole, max(line.cursor, 0), most):
            if not pulled.take(store, portion, moment, told):
                return False
    learn(store, page)
    return True


def says_nothing(page: Page, line: HubLine) -> bool:
    """A kiosk that asks each second need not write each second that all is as it was."""
    same = (page.epoch, page.next, not page.more) == (line.epoch, line.cursor, line.whole)
    fresh = line.heard_at is not None and timedelta() <= page.now - line.heard_at < timedelta(seconds=SAME_S)
    told = page.rows or page.member_keys or page.forgotten or Own(page.seen_generation, page.seen_seq) > line.seen
    return same and fresh and not page.reset and not told


def heard(page: Page) -> Heard:
    rows = tuple(HubRow(r.table, r.key, r.subject, r.body, r.sealed, r.member) for r in page.rows)
    return Heard(
        epoch=page.epoch,
        reset=page.reset,
        rows=rows,
        cursor=page.next,
        whole=not page.more,
        seen=Own(page.seen_generation, page.seen_seq),
        seen_head=page.seen_head,
        after=page.after,
        now=page.now,
        member_keys=page.member_keys,
        forgotten=page.forgotten,
    )


def portions(whole: Heard, cursor: int, most: Callable[[], int]) -> Iterator[Heard]:
    """All of a subject lies in one portion, with the keys it needs before it; only the last one says that the page is
    here, so that a kiosk that is switched off between two of them asks for the page again."""
    rows = sorted(whole.rows, key=of_subject)
    part = replace(whole, cursor=0 if whole.reset else cursor, whole=False)
    while (end := cut(rows, most())) < len(rows):
        yield replace(part, rows=tuple(rows[:end]))
        rows, part = rows[end:], replace(part, reset=False, member_keys={}, forgotten=())
    yield replace(part, rows=tuple(rows), cursor=whole.cursor, whole=whole.whole)


def cut(rows: Sequence[HubRow], most: int) -> int:
    """Behind the last subject that fits; behind the first, however much there is of it."""
    end = 0
    for _, same in groupby(rows, key=of_subject):
        count = sum(1 for _ in same)
        if end and end + count > most:
            break
        end += count
    return end


def of_subject(row: HubRow) -> str:
    return row.subject


def learn(store: Store, page: Page) -> None:
    """Cards of other kiosks are believed from the next visit on, and those that were lost are not."""
    known = joined(store.db)
    if known and page.keys != known.keys:
        with store.transaction():
            learn_issuers(store.db, page.issuers)
            learn_hash_keys(store.db, page.hash_keys)
            write_joined(store.db, replace(known, keys=page.keys))
    if known and page.blocks:
        with store.transaction():
            block_list.keep(store.db, page.blocks, known.public)
