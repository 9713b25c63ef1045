"""Case desk: what a librarian does with cases at the hub itself, where names lie sealed: numbers stand for people."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select

from kiosk.domain.books import Copy, Title
from kiosk.domain.cases import Case
from kiosk.domain.facts import CaseReopened, CaseSettled
from kiosk.domain.halls import Hall
from kiosk.domain.members import Member
from kiosk.domain.staff import Staff
from kiosk.hub.tables import table_of
from kiosk.hub.turn import Turn
from kiosk.hub.watching import REVIEWS
from kiosk.storage.cases import CASES_LISTED_MAX, CaseStory, Line, tail
from kiosk.storage.tables import Row, from_row


class CaseDesk:
    """One answer, one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self.engine, self.now = engine, now

    def all_cases(self) -> tuple[Case, ...]:
        """The newest first."""
        table = table_of(Case)
        found = self.read(Case, order=(table.c.opened_at.desc(), table.c.key))
        return tuple(found[:CASES_LISTED_MAX])

    def case(self, key: str) -> Case | None:
        return next(iter(self.read(Case, table_of(Case).c.key == key)), None)

    def staff(self, number: str) -> Staff | None:
        return next(iter(self.read(Staff, table_of(Staff).c.number == number)), None)

    def story(self, found: Case) -> CaseStory:
        kind, name = found.subject.split(" ", 1)
        copies = self.read(Copy, table_of(Copy).c.copy == name) if kind == "copy" else []
        titles = self.read(Title, table_of(Title).c.title == copies[0].title) if copies else []
        lines = tuple(Line(e, self.place(e.hall), self.who(e.member)) for e in found.evidence)
        return CaseStory(found, titles[0].name if titles else "", lines)

    def place(self, hall: int) -> str:
        return next((h.name for h in self.read(Hall, table_of(Hall).c.hall == hall)), str(hall))

    def who(self, member: int | None) -> str:
        if member is None:
            return ""
        known = self.read(Member, table_of(Member).c.member == member)
        return tail(known[0].number if known else str(member))

    def tell(self, case: Case, happening: CaseSettled | CaseReopened, actor: str) -> Case:
        """What follows from the answer is told in the same transaction."""
        with self.engine.begin() as db:
            turn = Turn(db)
            turn.open([case.hall])
            turn.author(case.hall, happening, self.now(), actor)
            for review in REVIEWS:
                review(turn, self.now())
            turn.close()
        told = self.case(case.key)
        assert told, "a case never goes away"
        return told

    def read(self, struct: type[Row], *where: Any, order: tuple[Any, ...] = ()) -> list[Row]:
        columns = [c for c in table_of(struct).c if c.name != "hall_of"]
        with self.engine.connect() as plain:
            found = plain.execute(select(*columns).where(*where).order_by(*order)).fetchall()
            return [from_row(struct, row) for row in found]
