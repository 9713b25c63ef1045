"""Inbox: asks for what is new at the hub, and hands its answer to the store in portions that keep nobody waiting."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import groupby

from msgspec.structs import replace

from kiosk.domain.moment import Moment
from kiosk.storage import block_list
from kiosk.storage.hub_line import HubLine, Own, hub_line, waiting
from kiosk.storage.joined import joined, learn_hash_keys, learn_issuers, write_joined
from kiosk.storage.numbers import few_left
from kiosk.storage.pulled import Heard, HubRow, is_old, take
from kiosk.storage.store import Store
from kiosk.storage.versions import ROWS_VERSION
from kiosk.sync.messages import Ask, Page

PORTION_ROWS = 16  # of one transaction; measured: whoever borrows meanwhile notices nothing
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


def straight_on() -> None:
    """Nobody else wants the disk."""


def take_page(store: Store, page: Page, moment: Moment, pause: Callable[[], None] = straight_on) -> bool:
    """False: an old answer. Between two portions there is a pause."""
    line, whole = hub_line(store.db), heard(page)
    if is_old(line, whole):
        return False  # as a whole: no portion of it may pass for a part of a newer one
    if not says_nothing(page, line):
        for n, portion in enumerate(portions(whole, max(line.cursor, 0))):
            if n:
                pause()
            if not take(store, portion, moment):
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


def portions(whole: Heard, cursor: int, most: int = PORTION_ROWS) -> Iterator[Heard]:
    """All of a subject lies in one portion, with the keys it needs before it; only the last one says that the page is
    here, so that a kiosk that is switched off between two of them asks for the page again."""
    cut = list(cuts(whole.rows, most))
    at = 0 if whole.reset else cursor
    for n, rows in enumerate(cut[:-1]):
        keys = (whole.member_keys, whole.forgotten) if n == 0 else ({}, ())
        part = replace(whole, rows=rows, cursor=at, whole=False, reset=whole.reset and n == 0)
        yield replace(part, member_keys=keys[0], forgotten=keys[1])
    yield replace(whole, rows=cut[-1], reset=whole.reset and len(cut) == 1)


def cuts(rows: tuple[HubRow, ...], most: int) -> Iterator[tuple[HubRow, ...]]:
    portion: tuple[HubRow, ...] = ()
    for _, same in groupby(sorted(rows, key=lambda row: row.subject), key=lambda row: row.subject):
        more = tuple(same)
        if portion and len(portion) + len(more) > most:
            yield portion
            portion = ()
        portion += more
    yield portion


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
