"""Hub: hears segments, and says what has changed; every answer is true when it is given, and durable."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DataError, IntegrityError, OperationalError

from kiosk.domain.codes import Sign
from kiosk.domain.subjects import Subject
from kiosk.hub import bulk, claims, contact, devices, pulling, queues
from kiosk.hub.block_list import block_list
from kiosk.hub.cases import aside
from kiosk.hub.devices import Known
from kiosk.hub.foreseen import foresee
from kiosk.hub.gaps import told_after_a_day
from kiosk.hub.heard import in_order
from kiosk.hub.member_keys import keep_keys
from kiosk.hub.pace import Pace
from kiosk.hub.reading import Read, latest, read_all, unreadable
from kiosk.hub.receiving import Received, received, set_aside
from kiosk.hub.routing import born_in, concerns, visitor_of
from kiosk.hub.sharing import until_when
from kiosk.hub.tables import events
from kiosk.hub.turn import POISON, WHY_MAX, Turn
from kiosk.hub.watching import REVIEWS, WATCHERS
from kiosk.sync.messages import Ack, AckStatus, Ask, Page, Segment, chain, signature_is_right

Done = TypeVar("Done")
TRIES_MAX = 5  # of two that wait for each other in PostgreSQL, or begin the same story, one begins again
TOO_LARGE = "54"  # PostgreSQL's class for what exceeds its limits: a text that no index can hold
TOLD_BEFORE, SAME_NAME = "told before", "it bears the name of another fact"
FOR_GOOD = (TOLD_BEFORE, SAME_NAME)  # no newer program makes anything of these
log = logging.getLogger("kiosk.hub")


class Portion(Struct, frozen=True):
    """How many facts one transaction takes; with a reason, it only keeps them."""

    most: int
    parked_why: str = ""


class Hub:
    """One database, many devices; any number of processes may stand before one PostgreSQL."""

    def __init__(self, engine: Engine, now: Callable[[], datetime], epoch: str, secret: bytes) -> None:
        self.engine, self.now, self.epoch, self.secret = engine, now, epoch, secret
        self.pace = Pace()
        self.sign: Sign | None = None  # with which its own word is signed; set by whoever holds its keys

    def push(self, segment: Segment) -> Ack:
        """Stored when this returns, or refused and nothing is; the same segment again changes nothing."""
        try:
            return self.tried(segment, Portion(len(segment.bodies)))
        except Exception as fault:
            if not of_a_fact(fault):
                raise
            log.exception("a segment of %s is heard fact by fact", segment.device)
            return self.one_by_one(segment)

    def one_by_one(self, segment: Segment) -> Ack:
        """Each in a transaction of its own; what cannot be taken is kept as it was said, and changes nothing."""
        for _ in segment.bodies:
            try:
                ack = self.tried(segment, Portion(1))
            except Exception as fault:
                if not of_a_fact(fault):
                    raise
                log.exception("a fact of %s is parked", segment.device)
                ack = self.tried(segment, Portion(1, f"{type(fault).__name__}: {fault}"[:WHY_MAX]))
            if ack.status != "ok" or (ack.generation == segment.generation and ack.seq >= segment.last):
                break
        return ack

    def tried(self, segment: Segment, portion: Portion) -> Ack:
        hashes = chain(segment)
        return self.written(lambda db: self.heard(db, segment, hashes, portion))

    def written(self, what: Callable[[Connection], Done]) -> Done:
        for tries in range(1, TRIES_MAX + 1):
            try:
                with self.engine.begin() as db:
                    return what(db)
            except (OperationalError, IntegrityError) as fault:
                if tries == TRIES_MAX or (isinstance(fault, OperationalError) and of_a_fact(fault)):
                    raise
        raise AssertionError

    def heard(self, db: Connection, segment: Segment, hashes: list[bytes], portion: Portion) -> Ack:
        device = devices.find(db, segment.device)
        if device is None:
            return Ack("unknown_device", self.epoch)
        if not hashes or not signature_is_right(segment, hashes[-1], device.public):
            return self.ack(device, "bad_signature")
        turn = Turn(db)
        turn.open({device.hall})
        device = devices.find(db, segment.device) or device  # now that nobody else changes it
        got = received(db, device, segment, hashes)
        set_aside(db, device, segment, got, in_order(self.now()))
        aside(turn, device, got, self.now())
        if got.status == "gap":
            told_after_a_day(turn, device, self.now())
        if got.status == "fork":
            devices.change(db, device.device, state="forked")
        if got.fresh:
            keep_keys(turn, device.hall, segment.member_keys, self.secret)
            self.take(turn, device, segment, got, portion)
            turn.settle()
            claims.settled(turn, device.device, self.now())
            queues.reviewed(turn, self.now())
            device = devices.find(db, device.device) or device
        turn.settle()
        for review in REVIEWS:
            review(turn, self.now())
        turn.close()
        return self.ack(device, got.status)

    def take(self, turn: Turn, device: Known, segment: Segment, got: Received, portion: Portion) -> None:
        """Each fact in its own hall's book; the device's place moves on in the same transaction."""
        fresh = got.fresh[: portion.most]
        before = last_of_generation(turn.db, segment) if got.older else device.last_eff
        if portion.parked_why:
            facts = [unreadable(one, segment, self.now(), portion.parked_why) for one in fresh]
        else:
            facts = read_all(segment, fresh, self.now(), before)
        self.put(turn, device, facts)
        if not got.older:
            self.moved_on(turn, device, segment, facts)

    def moved_on(self, turn: Turn, device: Known, segment: Segment, facts: list[Read]) -> None:
        last = facts[-1].heard
        devices.change(
            turn.db,
            device.device,
            generation=segment.generation,
            last_seq=last.fact.seq,
            head=last.hash,
            last_eff=in_order(latest(facts, device.last_eff)),
            seen_at=in_order(self.now()),
        )
        turn.moved_on(device.hall, device.device, generation=segment.generation, seq=last.fact.seq, head=last.hash)

    def put(self, turn: Turn, device: Known, facts: list[Read]) -> None:
        """A fact that was told before, under whatever name, is told once."""
        halls = turn.halls_of({r.heard.subject: born_in(r.heard.fact.p, r.heard.subject, device.hall) for r in facts})
        turn.open(halls.values())
        turn.load(halls)
        for hall in set(halls.values()):
            told = ((r.heard.subject, r.heard.fact.p) for r in facts if halls[r.heard.subject] == hall)
            foresee(turn.rows[hall], told)
        known = known_ids(turn.db, facts, halls)
        for one in facts:
            mine = (device.device, one.heard.hash)
            teller = known.setdefault(one.heard.fact.id, mine)
            if teller == mine:
                self.told(turn, halls[one.heard.subject], one, device)
            else:
                why = SAME_NAME if teller[0] == device.device else TOLD_BEFORE
                self.told(turn, device.hall, told_again(one, why), device)

    def told(self, turn: Turn, hall: int, one: Read, device: Known) -> None:
        heard = one.heard
        if one.parked_why:
            return turn.keep(hall, heard, one.parked_why)
        turn.take(hall, heard)
        for watch in WATCHERS:
            watch(turn, hall, heard, self.now())
        if hall != device.hall:
            turn.share(hall, heard.subject, device.hall, until_when(heard.subject, heard.when.at))
        if visitor := visitor_of(heard.fact.p):
            turn.share_visitor(visitor, device.hall, heard.when.at)
        for subject in concerns(heard.fact.p):
            turn.share_with_home(hall, heard.subject, subject)
        return None

    def ack(self, device: Known, status: AckStatus) -> Ack:
        return Ack(status, self.epoch, device.generation, device.last_seq, device.head)

    def pull(self, ask: Ask, device: Known | None = None) -> Page | None:
        """None: this device is not known here, or may not hear anything any more. `device`: if just found."""
        if ask.epoch != self.epoch:
            ask = replace(ask, cursor=-1)
        with self.reading() as db:
            device = device or devices.find(db, ask.device)
            if device is None or device.state == "revoked":
                return None
            known = pulling.standing(db, device, ask.cursor)
            if not contact.due(device, ask, known, self.now()):
                return self.page(db, device, ask, known)
        self.written(lambda db: contact.met(db, device, ask, self.now()))
        with self.reading() as db:
            return self.page(db, device, ask, pulling.standing(db, device, ask.cursor))

    def page(self, db: Connection, device: Known, ask: Ask, known: pulling.Standing) -> Page:
        page = pulling.page(db, device, ask, self, known)
        if "blocks" in ask.wants and self.sign:
            page = replace(page, blocks=block_list(db, self.secret, self.sign, self.now()))
        return replace(page, again_s=self.pace.again_s(device.device, self.now()))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """What is read within is of one moment."""
        with self.engine.connect() as plain:
            db = plain.execution_options(reading=True, **pulling.ONE_MOMENT[self.engine.dialect.name])
            with db.begin():
                yield db


def of_a_fact(fault: Exception) -> bool:
    """Something in what was said, that no step or no table can take; else the hub has a trouble of its own."""
    state = str(getattr(getattr(fault, "orig", None), "sqlstate", ""))
    return isinstance(fault, (*POISON, DataError, IntegrityError)) or state.startswith(TOO_LARGE)


def told_again(one: Read, why: str) -> Read:
    """It keeps its place in the device's chain, and changes nothing a second time."""
    mark = one.heard.hash.hex()
    fact = replace(one.heard.fact, id=mark)
    return Read(replace(one.heard, fact=fact, subject=Subject("parked", mark)), why)


def last_of_generation(db: Connection, segment: Segment) -> datetime:
    at = (events.c.device == segment.device, events.c.generation == segment.generation)
    found = db.execute(select(func.max(events.c.effective_at)).where(*at)).scalar()
    return datetime.fromisoformat(found or devices.LONG_AGO)


def known_ids(db: Connection, facts: list[Read], halls: dict[Subject, int]) -> dict[str, tuple[str, bytes]]:
    """Told before under another device's name, by one that had to begin anew."""
    found: dict[str, tuple[str, bytes]] = {}
    for hall in set(halls.values()):
        ids = [one.heard.fact.id for one in facts if halls[one.heard.subject] == hall]
        told = bulk.find(db, (events.c.id, events.c.device), events.c.id, ids, hall=hall)
        found |= {fact_id: (device, b"") for fact_id, device in told}
    return found
