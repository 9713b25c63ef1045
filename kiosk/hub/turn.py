"""Turn: one transaction of the hub; what a segment changes in each hall, and the number under which it is heard of."""

import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, and_, insert, select, update
from uuid_utils import uuid7

from kiosk.domain.arriving import BY_TIME, Place, When
from kiosk.domain.facts import Fact, Happening
from kiosk.domain.subjects import Subject, subject_of
from kiosk.hub import bulk
from kiosk.hub.awaited import come, wait_for
from kiosk.hub.rows import HallRows, Key, chunks
from kiosk.hub.tables import counters, directory, events, heads, member_keys, pages, progress, shares
from kiosk.storage.apply import NO_FACT_YET, read_fact, step
from kiosk.storage.store import canonical
from kiosk.storage.tables import TABLES
from kiosk.sync.messages import link

FAR_AHEAD = "9999"
WHY_MAX = 200
POISON = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError)
HUB = "hub"  # what its own facts call their device
log = logging.getLogger("kiosk.hub")


class Heard(Struct, frozen=True):
    """A fact as it arrived: its text, its place in the device's chain, and when it happened."""

    fact: Any  # as it is understood, or its outline
    subject: Subject
    body: str
    hash: bytes
    when: When
    arrived_at: datetime

    @property
    def place(self) -> Place:
        return Place(self.when.at, self.fact.device, self.fact.generation, self.fact.seq)


class Turn:
    """Everything that one transaction does; nothing of it is seen by anybody before the end."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        self.rows: dict[int, HallRows] = {}
        self.numbers: dict[int, int] = {}
        self.heads: dict[tuple[int, str], Place | None] = {}
        self.fresh: list[tuple[Any, ...]] = []
        self.late: dict[tuple[int, Subject], None] = {}
        self.to_share: dict[tuple[int, str, int], str] = {}
        self.homes: dict[tuple[int, str, str], None] = {}
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
        names = {str(subject): subject for subject in subjects}
        found: dict[Subject, int] = {}
        for some in chunks(list(names)):
            rows = self.db.execute(select(directory).where(directory.c.subject.in_(some)))
            found |= {names[name]: hall for name, hall in rows}
        fresh = {name: subjects[subject] for name, subject in names.items() if subject not in found}
        for hall, subject, whose in come(self.db, fresh):
            self.open({hall})
            self.share(hall, Subject(*subject.split(" ", 1)), fresh[whose])
        bulk.put(self.db, directory, list(fresh.items()))
        return subjects | found

    def load(self, halls: dict[Subject, int]) -> None:
        """The newest fact of each subject, in one question for each hall."""
        of_hall: dict[int, list[str]] = {}
        for subject, hall in halls.items():
            of_hall.setdefault(hall, []).append(str(subject))
        for hall, names in of_hall.items():
            self.heads |= {(hall, name): None for name in names}
            for some in chunks(names):
                for row in self.db.execute(select(heads).where(heads.c.hall == hall, heads.c.subject.in_(some))):
                    place = Place(datetime.fromisoformat(row.effective_at), row.device, row.generation, row.seq)
                    self.heads[(hall, row.subject)] = place

    def take(self, hall: int, heard: Heard) -> None:
        """The newest of its subject takes one step; an earlier one, and all after it, are told anew at the end."""
        subject, at = heard.subject, (hall, str(heard.subject))
        head = self.heads.get(at)
        why = None
        if subject.kind in BY_TIME and head is not None and heard.place < head:
            self.late[(hall, subject)] = None
        elif (hall, subject) not in self.late:
            why = self.stepped(hall, replace(heard.fact, at=heard.when.at))
        self.keep(hall, heard, why)
        if why is not None:
            self.late[(hall, subject)] = None  # whatever it has begun to write is told anew without it
        if head is None or head < heard.place:
            self.heads[at] = heard.place

    def author(self, hall: int, p: Happening, now: datetime, actor: str | None = None) -> Fact:
        """The hub's own word, in the same book and by the same steps as everybody else's."""
        number = self.numbers[hall]
        fact = Fact(
            id=str(uuid7()),
            device=HUB,
            generation=0,
            seq=number,
            boot=HUB,
            mono_ms=0,
            at=now,
            clock="ok",
            floor=now,
            p=p,
            actor=actor,
        )
        body = canonical(fact)
        subject = subject_of(fact)
        self.halls_of({subject: hall})
        heard = Heard(fact, subject, body.decode(), link(NO_FACT_YET, body), When(now, now), now)
        self.heads.setdefault((hall, str(subject)), None)
        self.take(hall, heard)
        return fact

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

    def key_of(self, hall: int, member: int, wrapped: bytes) -> None:
        self.keys.append({"hall": hall, "member": member, "key": wrapped})

    def moved_on(self, hall: int, device: str, **place: Any) -> None:
        """The rows that are heard of at the end of this turn hold the device's facts up to this one."""
        self.progress.append({"hall": hall, "device": device} | place)

    def close(self) -> dict[int, int]:
        """All is written; the halls that changed, each with the number under which its rows will be heard of."""
        self.write_events()
        for hall, subject in self.late:
            self.fold(hall, subject)
        self.write_heads()
        self.share_homes()
        told = self.write_shares()
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
        story = select(events.c.id, events.c.body, events.c.effective_at).where(
            events.c.hall == hall, events.c.subject == str(subject), events.c.parked_why.is_(None)
        )
        by_time = (events.c.effective_at, events.c.device, events.c.generation, events.c.seq)
        order = by_time if subject.kind in BY_TIME else (events.c.number,)
        told = self.db.execute(story.order_by(*order)).fetchall()
        while why := self.first_poison(hall, told):
            rows.cleared(subject)
            same = (events.c.hall == hall, events.c.id == why[0])
            self.db.execute(update(events).where(*same).values(parked_why=why[1]))
            told = [one for one in told if one.id != why[0]]

    def first_poison(self, hall: int, told: Sequence[Any]) -> tuple[str, str] | None:
        """Which fact of a story cannot be applied, and why; the story is to be told again without it."""
        for fact_id, body, at in told:
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

    def share_homes(self) -> None:
        homes: dict[str, int] = {}
        for some in chunks(list({whose for _, _, whose in self.homes})):
            found = self.db.execute(select(directory.c.subject, directory.c.hall).where(directory.c.subject.in_(some)))
            homes |= {row.subject: row.hall for row in found}
        for hall, subject, whose in self.homes:
            if whose in homes:
                self.share(hall, Subject(*subject.split(" ", 1)), homes[whose])
            else:
                wait_for(self.db, hall, subject, whose)

    def write_keys(self) -> None:
        """A key that was destroyed is told to every hall that had it."""
        if self.keys:
            self.db.execute(insert(member_keys), [key | {"number": self.numbers[key["hall"]]} for key in self.keys])
        for member in sorted(set().union(*(rows.forgotten for rows in self.rows.values()))):
            having = [h for (h,) in self.db.execute(select(member_keys.c.hall).where(member_keys.c.member == member))]
            self.open(having)
            for hall in having:
                at = (member_keys.c.hall == hall, member_keys.c.member == member)
                self.db.execute(update(member_keys).where(*at).values(key=None, number=self.numbers[hall]))

    def write_shares(self) -> dict[tuple[int, str], set[int]]:
        """Which other halls hear of which subjects; a hall that hears of one for the first time hears all of it."""
        for (hall, subject, to_hall), until in self.to_share.items():
            at = and_(shares.c.hall == hall, shares.c.subject == subject, shares.c.to_hall == to_hall)
            if self.db.execute(update(shares).where(at).values(until=until)).rowcount == 0:
                self.db.execute(insert(shares).values(hall=hall, subject=subject, to_hall=to_hall, until=until))
                self.bump(hall, Subject(*subject.split(" ", 1)))
        told: dict[tuple[int, str], set[int]] = {}
        for hall, rows in self.rows.items():
            names = [str(subject) for subject in set(rows.touched.values())]
            for some in chunks(names):
                found = select(shares.c.subject, shares.c.to_hall).where(
                    shares.c.hall == hall, shares.c.subject.in_(some)
                )
                for subject, to_hall in self.db.execute(found):
                    told.setdefault((hall, subject), set()).add(to_hall)
        self.open({hall for halls in told.values() for hall in halls})
        return told

    def bump(self, hall: int, subject: Subject) -> None:
        """As if all its rows had just changed."""
        rows = self.rows[hall]
        rows.load_subject(subject)
        rows.touch(subject)

    def tell(self, home: int, touched: dict[Key, Subject], told: dict[tuple[int, str], set[int]]) -> None:
        entries = []
        for (struct, key), subject in touched.items():
            name = str(subject)
            halls = {home, *told.get((home, name), ())}
            entries += [(hall, TABLES[struct], str(key), home, self.numbers[hall], name) for hall in halls]
        bulk.put(self.db, pages, entries)


def in_order(at: datetime) -> str:
    """Text that sorts as time does, whatever zone a device has named."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
