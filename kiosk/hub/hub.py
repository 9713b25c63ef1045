"""Hub: hears segments, and says what has changed; every answer is true when it is given, and durable."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import IntegrityError, OperationalError

from kiosk.domain.subjects import Subject
from kiosk.hub import devices, pulling
from kiosk.hub.devices import Known
from kiosk.hub.foreseen import foresee
from kiosk.hub.member_keys import keep_keys
from kiosk.hub.reading import Read, latest, read_all
from kiosk.hub.receiving import Received, received, set_aside
from kiosk.hub.retrying import taken_out, understood
from kiosk.hub.routing import born_in, concerns
from kiosk.hub.rows import chunks
from kiosk.hub.tables import events
from kiosk.hub.turn import Turn, in_order
from kiosk.hub.watching import WATCHERS
from kiosk.sync.messages import Ack, AckStatus, Ask, Page, Segment, chain, signature_is_right

TRIES_MAX = 5  # of two that wait for each other in PostgreSQL, or begin the same story, one begins again
TOLD_BEFORE = "told before"


class Hub:
    """One database, many devices; any number of processes may stand before one PostgreSQL."""

    def __init__(self, engine: Engine, now: Callable[[], datetime], epoch: str, secret: bytes) -> None:
        self.engine, self.now, self.epoch, self.secret = engine, now, epoch, secret

    def push(self, segment: Segment) -> Ack:
        """Stored when this returns, or refused and nothing is; the same segment again changes nothing."""
        hashes = chain(segment)
        for tries in range(1, TRIES_MAX + 1):
            try:
                with self.engine.begin() as db:
                    return self.heard(db, segment, hashes)
            except (OperationalError, IntegrityError):
                if tries == TRIES_MAX:
                    raise
        raise AssertionError

    def heard(self, db: Connection, segment: Segment, hashes: list[bytes]) -> Ack:
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
        if got.status == "fork":
            devices.change(db, device.device, state="forked")
        if got.fresh:
            keep_keys(turn, device.hall, segment.member_keys, self.secret)
            self.take(turn, device, segment, got)
            device = devices.find(db, device.device) or device
        turn.close()
        return self.ack(device, got.status)

    def take(self, turn: Turn, device: Known, segment: Segment, got: Received) -> None:
        """Each fact in its own hall's book; the device's place moves on in the same transaction."""
        before = last_of_generation(turn.db, segment) if got.older else device.last_eff
        facts = read_all(segment, got.fresh, self.now(), before)
        halls = turn.halls_of({r.heard.subject: born_in(r.heard.fact.p, r.heard.subject, device.hall) for r in facts})
        turn.open(halls.values())
        turn.load(halls)
        for hall in set(halls.values()):
            told = ((r.heard.subject, r.heard.fact.p) for r in facts if halls[r.heard.subject] == hall)
            foresee(turn.rows[hall], told)
        known = known_ids(turn.db, facts, halls)
        for one in facts:
            if one.heard.fact.id in known:
                one = told_again(one)
            known.add(one.heard.fact.id)
            self.told(turn, halls.get(one.heard.subject, device.hall), one, device)
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

    def told(self, turn: Turn, hall: int, one: Read, device: Known) -> None:
        heard = one.heard
        if one.parked_why:
            return turn.keep(hall, heard, one.parked_why)
        turn.take(hall, heard)
        for watch in WATCHERS:
            watch(turn, hall, heard, self.now())
        turn.share(hall, heard.subject, device.hall)
        for subject in concerns(heard.fact.p):
            turn.share_with_home(hall, heard.subject, subject)
        return None

    def retry_parked(self) -> int:
        """After an upgrade: how many facts count now that nobody here understood before."""
        with self.engine.begin() as db:
            turn, found = Turn(db), understood(db)
            turn.open(hall for hall, _ in found)
            subjects = {r.heard.subject: born_in(r.heard.fact.p, r.heard.subject, hall) for hall, r in found}
            halls = turn.halls_of(subjects)
            turn.open(halls.values())
            turn.load(halls)
            for hall, one in found:
                taken_out(db, hall, one)
                if device := devices.find(db, one.heard.fact.device):
                    self.told(turn, halls[one.heard.subject], one, device)
            turn.close()
            return len(found)

    def ack(self, device: Known, status: AckStatus) -> Ack:
        return Ack(status, self.epoch, device.generation, device.last_seq, device.head)

    def pull(self, ask: Ask) -> Page | None:
        """None: this device is not known here, or may not hear anything any more."""
        with self.engine.connect() as plain:
            db = plain.execution_options(reading=True, **pulling.ONE_MOMENT[self.engine.dialect.name])
            with db.begin():
                device = devices.find(db, ask.device)
                if device is None or device.state == "revoked":
                    return None
                return pulling.page(db, device, ask, self)


def told_again(one: Read) -> Read:
    """It keeps its place in the device's chain, and changes nothing a second time."""
    mark = one.heard.hash.hex()
    fact = replace(one.heard.fact, id=mark)
    return Read(replace(one.heard, fact=fact, subject=Subject("parked", mark)), TOLD_BEFORE)


def last_of_generation(db: Connection, segment: Segment) -> datetime:
    at = (events.c.device == segment.device, events.c.generation == segment.generation)
    found = db.execute(select(func.max(events.c.effective_at)).where(*at)).scalar()
    return datetime.fromisoformat(found or devices.LONG_AGO)


def known_ids(db: Connection, facts: list[Read], halls: dict[Subject, int]) -> set[str]:
    """Told before under another device's name, by one that had to begin anew."""
    found: set[str] = set()
    for hall in set(halls.values()):
        ids = [one.heard.fact.id for one in facts if halls[one.heard.subject] == hall]
        for some in chunks(ids):
            asked = select(events.c.id).where(events.c.hall == hall, events.c.id.in_(some))
            found |= {row[0] for row in db.execute(asked)}
    return found
