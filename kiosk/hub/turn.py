"""Turn: one transaction of the hub; what a segment changes in each hall, and the number under which it is heard of."""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, insert, select, update
from uuid_utils import uuid7

from kiosk.domain.arriving import BY_TIME, HUB, Place, When
from kiosk.domain.facts import Fact, Happening
from kiosk.domain.subjects import Subject, subject_of
from kiosk.hub import bulk
from kiosk.hub.awaited import come
from kiosk.hub.foreseen import OF_KIND
from kiosk.hub.heard import Heard, Stepped, in_order
from kiosk.hub.rows import HallRows, Key, typed_key
from kiosk.hub.sharing import FAR_AHEAD, halls_of, share_homes, write_shares
from kiosk.hub.tables import counters, directory, events, heads, member_keys, pages, progress
from kiosk.storage.apply import NO_FACT_YET, read_fact, step
from kiosk.storage.store import canonical
from kiosk.storage.tables import TABLES
from kiosk.sync.messages import link

WHY_MAX = 200
OF_EACH_HALL = ("policy",)  # every hall has a "default": one name, and not one thing
AT_ONCE_AFTER = timedelta(microseconds=1)
POISON = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError, RecursionError)
log = logging.getLogger("kiosk.hub")


class Turn:
    """Everything that one transaction does; nothing of it is seen by anybody before the end."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        self.rows: dict[int, HallRows] = {}
        self.numbers: dict[int, int] = {}
        self.kept_in: dict[str, int | None] = {}  # of subjects that were asked for: their hall, if anybody told of them
        self.heads: dict[tuple[int, str], Place | None] = {}
        self.fresh: list[tuple[Any, ...]] = []
        self.late: dict[tuple[int, Subject], None] = {}
        self.steps: list[Stepped] = []  # of this turn, for whoever looks for what does not fit together
        self.retold: set[tuple[int, Subject]] = set()
        self.to_share: dict[tuple[int, str, int], str] = {}
        self.homes: dict[tuple[int, str, str], None] = {}
        self.visitors: dict[tuple[Subject, int], datetime] = {}
        self.progress: list[dict[str, Any]] = []
        self.keys: list[dict[str, Any]] = []

    def open(self, halls: Iterable[int]) -> None:
        """Whoever changes a hall waits for its counter; always in one order, so that no two wait for each other."""
        for hall in sorted(set(halls) - self.rows.keys()):
            counted = update(counters).where(counters.c.hall == hall).values(last=counters.c.last + 1)
            row = self.db.execute(counted.returning(counters.c.last)).first()
            if row is None:
                self.db.execute(insert(counters).values(hall=hall, last=1))
            self.numbers[hall] = row[0] if row else 1
            self.rows[hall] = HallRows(self.db, hall)

    def halls_of(self, subjects: dict[Subject, int]) -> dict[Subject, int]:
        """Where each story is kept: where it began, or, of a new one, where it is said to begin."""
        names = {str(subject): subject for subject in subjects if subject.kind not in OF_EACH_HALL}
        found = {names[name]: hall for name, hall in halls_of(self, names).items()}
        fresh = {name: subjects[subject] for name, subject in names.items() if subject not in found}
        for hall, subject, whose in come(self.db, fresh):
            self.open({hall})
            self.share(hall, Subject(*subject.split(" ", 1)), fresh[whose])
        bulk.put(self.db, directory, list(fresh.items()))
        self.kept_in |= fresh
        return subjects | found

    def load(self, halls: dict[Subject, int]) -> None:
        """The newest fact of each subject, in one question for each hall."""
        of_hall: dict[int, list[str]] = {}
        for subject, hall in halls.items():
            of_hall.setdefault(hall, []).append(str(subject))
        for hall, names in of_hall.items():
            self.heads |= {(hall, name): None for name in names}
            for _, name, at, *rest in bulk.find(self.db, tuple(heads.c), heads.c.subject, names, hall=hall):
                self.heads[(hall, name)] = Place(datetime.fromisoformat(at), *rest)

    def take(self, hall: int, heard: Heard) -> None:
        """The newest of its subject takes one step; an earlier one, and all after it, are told anew at the end."""
        subject, at = heard.subject, (hall, str(heard.subject))
        head, place = self.heads.get(at), heard.place
        why, before, after = None, None, None
        if subject.kind in BY_TIME and head is not None and place < head:
            self.late[(hall, subject)] = None
        elif (hall, subject) not in self.late:
            before = self.own_row(hall, subject)
            why = self.stepped(hall, replace(heard.fact, at=heard.when.at))
            after = self.own_row(hall, subject)
        self.steps.append(Stepped(hall, heard, before, after))
        self.keep(hall, heard, why)
        if why is not None:
            self.late[(hall, subject)] = None  # whatever it has begun to write is told anew without it
        if head is None or head < place:
            self.heads[at] = place

    def author(self, hall: int, p: Happening, now: datetime, actor: str | None = None) -> Fact:
        """The hub's own word, by the same steps as everybody else's, and after all that it answers to."""
        fact = Fact(
            id=str(uuid7()),
            device=HUB,
            generation=0,
            seq=0,
            boot=HUB,
            mono_ms=0,
            at=now,
            clock="ok",
            floor=now,
            p=p,
            actor=actor,
        )
        subject = subject_of(fact)
        hall = self.halls_of({subject: hall})[subject]  # an answer to a member of another hall lies in that hall's book
        self.open({hall})
        fact = replace(fact, seq=self.numbers[hall])
        if (hall, str(subject)) not in self.heads:
            self.load({subject: hall})
        head = self.heads[(hall, str(subject))]
        fact = replace(fact, at=max(now, head.at + AT_ONCE_AFTER)) if head else fact
        body = canonical(fact)
        heard = Heard(fact, subject, body.decode(), link(NO_FACT_YET, body), When(fact.at, fact.at), fact.at)
        self.take(hall, heard)
        return fact

    def own_row(self, hall: int, subject: Subject) -> Any:
        """The row that says how its subject is."""
        struct = OF_KIND.get(subject.kind)
        return self.rows[hall].get(struct, typed_key(struct, subject.name)) if struct else None

    def stepped(self, hall: int, fact: Fact) -> str | None:
        """A fact that no step can take is kept, changes nothing, and stops nobody behind it."""
        try:
            step(self.rows[hall], fact)
        except POISON as fault:
            log.exception("%s cannot be applied", fact.id)
            return f"{type(fault).__name__}: {fault}"[:WHY_MAX]
        return None

    def keep(self, hall: int, heard: Heard, parked_why: str | None = None) -> None:
        fact = heard.fact
        self.fresh.append(
            (
                *(hall, self.next(hall), fact.id, str(heard.subject), fact.device, fact.generation, fact.seq),
                *(in_order(heard.when.at), in_order(heard.when.latest), in_order(heard.arrived_at)),
                *(heard.body, heard.hash, parked_why),
            )
        )

    def next(self, hall: int) -> int:
        number = self.numbers[hall]
        self.numbers[hall] = number + 1
        return number

    def share(self, hall: int, subject: Subject, to_hall: int, until: str = FAR_AHEAD) -> None:
        """Another hall is to hear of it from now on."""
        if to_hall != hall:
            self.to_share[(hall, str(subject), to_hall)] = until

    def share_with_home(self, hall: int, subject: Subject, whose: Subject) -> None:
        """The other subject's own hall is to hear of this one too; which hall that is, is asked once for all."""
        self.homes[(hall, str(subject), str(whose))] = None

    def share_visitor(self, member: Subject, hall: int, last: datetime) -> None:
        """The hall where somebody has been hears of them, until they have stayed away for long."""
        self.visitors[(member, hall)] = last

    def key_of(self, hall: int, member: int, wrapped: bytes) -> None:
        self.keys.append({"hall": hall, "member": member, "key": wrapped})

    def moved_on(self, hall: int, device: str, **place: Any) -> None:
        """The rows that are heard of at the end of this turn hold the device's facts up to this one."""
        self.progress.append({"hall": hall, "device": device} | place)

    def settle(self) -> None:
        """All that was heard so far is in its place, and what came late was told anew."""
        self.write_events()
        late, self.late = self.late, {}
        for hall, subject in late:
            self.fold(hall, subject)
            self.retold.add((hall, subject))

    def close(self) -> dict[int, int]:
        """All is written; the halls that changed, each with the number under which its rows will be heard of."""
        self.settle()
        self.write_heads()
        share_homes(self)
        told = write_shares(self)
        for hall, rows in list(self.rows.items()):
            touched = rows.written()
            self.tell(hall, touched, told)
        self.write_keys()
        if self.progress:
            at = self.numbers[self.progress[0]["hall"]]
            self.db.execute(insert(progress), [one | {"number": at} for one in self.progress])
        for hall, number in self.numbers.items():
            self.db.execute(update(counters).where(counters.c.hall == hall).values(last=number))
        return dict(self.numbers)

    def write_events(self) -> None:
        bulk.put(self.db, events, self.fresh)
        self.fresh = []

    def fold(self, hall: int, subject: Subject) -> None:
        """The subject's whole story, in the order in which it happened."""
        rows = self.rows[hall]
        rows.cleared(subject)
        told = self.stories(hall, [subject])[subject]
        while why := self.first_poison(hall, told):
            rows.cleared(subject)
            same = (events.c.hall == hall, events.c.id == why[0])
            self.db.execute(update(events).where(*same).values(parked_why=why[1]))
            told = [one for one in told if one.id != why[0]]

    def stories(self, hall: int, subjects: Sequence[Subject]) -> dict[Subject, list[Any]]:
        """Of subjects of one kind, the facts that count, each story in its own order."""
        names = {str(subject): subject for subject in subjects}
        at = (events.c.hall == hall, events.c.subject.in_(names), events.c.parked_why.is_(None))
        by_time = (events.c.effective_at, events.c.device, events.c.generation, events.c.seq)
        order = by_time if subjects[0].kind in BY_TIME else (events.c.number,)
        asked = select(events.c.subject, events.c.id, events.c.body, events.c.effective_at).where(*at)
        found: dict[Subject, list[Any]] = {subject: [] for subject in subjects}
        for row in self.db.execute(asked.order_by(*order)):
            found[names[row.subject]].append(row)
        return found

    def first_poison(self, hall: int, told: Sequence[Any]) -> tuple[str, str] | None:
        """Which fact of a story cannot be applied, and why; the story is to be told again without it."""
        for _, fact_id, body, at in told:
            if why := self.stepped(hall, replace(read_fact(body), at=datetime.fromisoformat(at))):
                return fact_id, why
        return None

    def write_heads(self) -> None:
        changed = [
            (hall, subject, in_order(place.at), place.device, place.generation, place.seq)
            for (hall, subject), place in self.heads.items()
            if place is not None
        ]
        bulk.put(self.db, heads, changed)

    def write_keys(self) -> None:
        """A key that was destroyed is told to every hall that had it, and is taken from nobody any more."""
        for one in self.keys:
            self.put_key(one["hall"], one["member"], one["key"])
        for member in sorted(set().union(*(rows.forgotten for rows in self.rows.values()))):
            having = {h for (h,) in self.db.execute(select(member_keys.c.hall).where(member_keys.c.member == member))}
            having |= {hall for hall, rows in self.rows.items() if member in rows.forgotten}
            self.open(having)
            for hall in sorted(having):
                self.put_key(hall, member, None)

    def put_key(self, hall: int, member: int, key: bytes | None) -> None:
        at = (member_keys.c.hall == hall, member_keys.c.member == member)
        fresh = {"key": key, "number": self.numbers[hall]}
        if self.db.execute(update(member_keys).where(*at).values(**fresh)).rowcount == 0:
            self.db.execute(insert(member_keys).values(hall=hall, member=member, **fresh))

    def tell(self, home: int, touched: dict[Key, Subject], told: dict[tuple[int, str], set[int]]) -> None:
        entries = []
        for (struct, key), subject in touched.items():
            name = str(subject)
            halls = {home, *told.get((home, name), ())}
            entries += [(hall, TABLES[struct], str(key), home, self.numbers[hall], name) for hall in halls]
        bulk.put(self.db, pages, entries)
