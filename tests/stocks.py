"""A hall's stock for tests: a colleague each for sending and receiving, a second hall, shelves, and staff at work."""

from itertools import count
from typing import Any

from halls import BOOKS, TODAY, TestHall, copy
from msgspec.structs import replace

from kiosk.domain.books import Copy
from kiosk.domain.facts import CopyAdded, HallSet
from kiosk.domain.halls import Hall
from kiosk.domain.moving import Route, receive, send
from kiosk.domain.staff import Staff
from kiosk.domain.stock import Stocktake
from kiosk.domain.stocktaking import Walk
from kiosk.storage import queries, stocktake as stored
from kiosk.storage.sealed import engaging
from kiosk.visit.building_up import Bench
from kiosk.visit.moving import Act, Handled, handle
from kiosk.visit.sitting import Place
from kiosk.visit.stocktaking import Heard, begin, heard

OTHER = Hall(2, "江北区职工书屋", "reading_room")
STAFF = {"S1": "librarian", "S2": "librarian", "S3": "volunteer", "S4": "technician"}
SHELVES = {"hlm": "二楼 文学区 · 1 架 1 层", "city": "二楼 文学区 · 1 架 2 层", "tg": "一楼 技能区 · 3 架 1 层"}


class Stock:
    """Reads like a morning at the shelves: `stock.begin()`, `stock.scan("hlm")`, `stock.send("tg")`."""

    def __init__(self, hall: TestHall) -> None:
        self.hall, self.walk = hall, Walk(Stocktake("none", 1, hall.clock.now().at))
        last = TODAY.replace(year=2030)
        people = (Staff(n, number, "周敏", role, 1, 1, last) for n, (number, role) in enumerate(STAFF.items(), 1))  # type: ignore[arg-type]
        hall.tell(HallSet(OTHER), *(p for staff in people for p in engaging(hall.db, staff)))
        for name in BOOKS:
            was = self.copy(name)
            hall.tell(CopyAdded(replace(was, shelf=SHELVES.get(name, ""))))
        hall.pass_by(60)

    @property
    def place(self) -> Place:
        rules = queries.hall_rules(self.hall.db, 1)
        return Place(self.hall.store, rules, self.hall.visit.issuers, self.hall.catalogue, self.hall.clock.now())

    def copy(self, name: str) -> Copy:
        found = queries.on_desk(self.hall.db, copy(name))
        assert found
        return found.copy

    def begin(self, **scope: str) -> Any:
        self.hall.pass_by(60)
        begun = begin(self.place, "S1", **scope)
        if isinstance(begun, Stocktake):
            self.walk = Walk(begun)
        self.hall.pass_by(1)
        return begun

    def scan(self, what: str) -> Heard:
        self.hall.pass_by(1)
        text = copy(what) if what in BOOKS else what
        self.walk, answer = heard(self.place, self.walk, text, stored.shelf_codes(self.hall.db, 1))
        return answer

    def act(self, name: str, act: Act, actor: str = "S1") -> Handled:
        self.hall.pass_by(1)
        return handle(self.place, actor, copy(name) if name in BOOKS else name, act)

    def send(self, name: str, *, batch: str = "", stays: bool = False) -> Handled:
        return self.act(name, lambda at: send(at, Route(OTHER, stays, batch)))

    def receive(self, name: str, actor: str = "S2") -> Handled:
        return self.act(name, receive, actor)

    def bench(self) -> Bench:
        self.hall.pass_by(1)
        fresh = count(7000)
        return Bench(self.place, "S3", stored.shelf_codes(self.hall.db, 1), lambda: next(fresh))


def codes(answer: Handled | Heard) -> list[str]:
    return [reason.code for reason in answer.reasons]


def kinds(answer: Handled | Heard) -> list[str]:
    return [type(fact.p).__name__ for fact in answer.facts]
