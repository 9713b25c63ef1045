"""Inbox: asks for what is new at the hub, and hands its answer to the store."""

from msgspec.structs import replace

from kiosk.domain.moment import Moment
from kiosk.storage.hub_line import Own, hub_line
from kiosk.storage.joined import joined, learn_hash_keys, learn_issuers, write_joined
from kiosk.storage.pulled import Heard, HubRow, take
from kiosk.storage.store import Store
from kiosk.storage.versions import ROWS_VERSION
from kiosk.sync.messages import Ask, Page


def next_ask(store: Store, said: Moment) -> Ask:
    line = hub_line(store.db)
    return Ask(store.device.device, line.epoch, line.cursor, said, ROWS_VERSION, keys=keys_told(store))


def take_page(store: Store, page: Page, moment: Moment) -> bool:
    rows = tuple(HubRow(r.table, r.key, r.subject, r.body, r.sealed, r.member) for r in page.rows)
    heard = Heard(
        epoch=page.epoch,
        reset=page.reset,
        rows=rows,
        cursor=page.next,
        whole=not page.more,
        seen=Own(page.seen_generation, page.seen_seq),
        now=page.now,
        member_keys=page.member_keys,
        forgotten=page.forgotten,
    )
    taken = take(store, heard, moment)
    if taken:
        learn(store, page)
    return taken


def keys_told(store: Store) -> str:
    known = joined(store.db)
    return known.keys if known else ""


def learn(store: Store, page: Page) -> None:
    """Cards of other kiosks are believed from the next visit on."""
    known = joined(store.db)
    if known and page.keys != known.keys:
        with store.transaction():
            learn_issuers(store.db, page.issuers)
            learn_hash_keys(store.db, page.hash_keys)
            write_joined(store.db, replace(known, keys=page.keys))
