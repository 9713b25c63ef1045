"""Inbox: asks for what is new at the hub, and hands its answer to the store."""

from kiosk.domain.moment import Moment
from kiosk.storage.hub_line import Own, hub_line
from kiosk.storage.pulled import Heard, HubRow, take
from kiosk.storage.store import Store
from kiosk.storage.versions import ROWS_VERSION
from kiosk.sync.messages import Ask, Page


def next_ask(store: Store, said: Moment) -> Ask:
    line = hub_line(store.db)
    return Ask(store.device.device, line.epoch, line.cursor, said, ROWS_VERSION)


def take_page(store: Store, page: Page, moment: Moment) -> bool:
    rows = tuple(
        HubRow(r.table, r.key, r.subject, bytes(r.body) if r.body is not None else None, r.sealed, r.member)
        for r in page.rows
    )
    heard = Heard(
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
    return take(store, heard, moment)
