"""The demo's holds: halls around, their copies of what is read most, and members who wait in every way."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, HallSet, Happening, HoldPlaced, HoldReadied, HoldSuspended
from kiosk.domain.halls import Hall
from kiosk.domain.holding import lapse
from kiosk.storage import holds as shelf, queries
from kiosk.storage.store import Store
from kiosk.upkeep.demo_people import Cast
from kiosk.upkeep.demo_shelves import Teller

HALLS = (
    Hall(2, "江北区职工书屋", "reading_room", place="江北区", city="临江市", closed_weekdays="7"),
    Hall(3, "滨江园便利阅读站点", "station", place="滨江园", city="临江市"),
    Hall(4, "流动书车", "mobile", place="每周三到新材料产业园", city="临江市"),
)
POPULAR = 12  # titles of which the other halls have a copy too
FIRST_WAITING = 20  # from the end of the crowd: none of them is already waiting for a book
AWAY_DAYS = 21
PLAN = ("waiting", "waiting", "waiting", "waiting elsewhere", "suspended", "suspended", "ready", "ready")
FREE = """select min(copy), title from copies where on_loan = 0 and condition = 'good' and kind != 'reference'
    and hall = 1 and title not in (select title from holds) group by title order by min(copy) desc"""
ALL_LENT = """select copy, title from copies where hall = 1 group by title
    having min(on_loan) = 1 and title not in (select title from holds) order by title"""


def add_holds(store: Store, teller: Teller, cast: Cast, today: date) -> None:
    """Last of all, so that the year before is the same with it or without."""
    add_halls(store, teller)
    waiting = iter(cast.others[-FIRST_WAITING:-8])
    lent, free = (iter(store.db.execute(sql).fetchall()) for sql in (ALL_LENT, FREE))
    for how in PLAN:
        row = next(free if how == "ready" else lent, None)
        member = next(waiting, None)
        if row and member is not None:
            place(store, teller, (how, member, *row), today)
    for member, row in zip(waiting, islice(free, 2), strict=False):
        place(store, teller, ("expired", member, *row), today)


def add_halls(store: Store, teller: Teller) -> None:
    popular = "select title from copies where hall = 1 group by title order by count(*) desc, min(copy) limit ?"
    titles = [title for (title,) in store.db.execute(popular, (POPULAR,))]
    copies = (
        CopyAdded(Copy(copy_number(hall.hall, n + 1), title, hall.hall, hall.hall, shelf="1 架 1 层"))
        for hall in HALLS
        for n, title in enumerate(titles[hall.hall % 2 :: 2])
    )
    store.record(*(HallSet(hall) for hall in HALLS), *copies, moment=teller.moment())


def place(store: Store, teller: Teller, part: tuple[str, int, str, int], today: date) -> None:
    how, member, copy, title = part
    hall = HALLS[0].hall if how == "waiting elsewhere" else store.device.hall
    (placed,) = store.record(HoldPlaced(title, member, hall), moment=teller.moment())
    if more := tuple(then(how, placed.id, (copy, title), today)):
        store.record(*more, moment=teller.moment())
    hold = shelf.hold(store.db, placed.id)
    if how == "expired" and hold:
        rules = queries.hall_rules(store.db, store.device.hall)
        store.record(*lapse(shelf.kept(store.db, rules, today, hold)), moment=teller.moment())


def then(how: str, hold: str, book: tuple[str, int], today: date) -> Iterator[Happening]:
    copy, title = book
    if how == "suspended":
        yield HoldSuspended(hold, title, today + timedelta(days=AWAY_DAYS))
    if how in ("ready", "expired"):
        days = {"ready": 2, "expired": -4}[how]
        yield HoldReadied(hold, title, copy, today + timedelta(days=days))
