"""F15: a check-in through the whole visit, card to screen, against a borrow's own time on the same disk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.devices.clock import SystemClock
from kiosk.domain.classes import Course, Session
from kiosk.domain.codes import SignedCard, card_text
from kiosk.domain.facts import CourseSet, SeatConfirmed, SessionSet
from kiosk.domain.moment import Moment
from kiosk.storage.store import Store
from kiosk.visit.screens import CheckedIn
from kiosk.visit.visit import Visit
from tests.bench.borrow import BUILD, ROUNDS, WARM_UP, Counter, Floor, interleaved, us
from tests.bench.figures import Figure
from tests.bench.scale import SMALL, filled, member_of

ISSUER, KEY_ID = Ed25519PrivateKey.from_private_bytes(bytes(range(32))), b"bnch"
HALL = 1
TARGET_RATIO, PEOPLE_A_MINUTE = 3.0, 30


class Queue:
    """People before the kiosk, each with a seat in the session that has just opened."""

    def __init__(self, store: Store, people: int) -> None:
        public = ISSUER.public_key().public_bytes_raw()
        store.db.execute("insert or replace into keys (key_id, role, public) values (?, 'issuer', ?)", (KEY_ID, public))
        for table in ("attendance", "enrolments"):  # whoever is still inside from an earlier run
            store.db.execute(f"delete from {table}")
        now = datetime.now(UTC)
        key = int(now.timestamp())
        course = Course(key, HALL, "class", "智能手机摄影", people, now.date(), now.date())
        session = Session(key, key, now + timedelta(minutes=10), now + timedelta(minutes=100), people)
        self.members = [member_of(1 + n) for n in range(people)]
        store.db.executemany("update members set home_hall = ? where member = ?", [(HALL, m) for m in self.members])
        seats = (SeatConfirmed(key, member) for member in self.members)
        moment = Moment(now, "bench", 0)
        store.record(CourseSet(course), SessionSet(session), *seats, moment=moment)
        self.visit = Visit(store, SystemClock())
        self.cards = iter([card_text(card(m, now), ISSUER.sign) for m in self.members])

    def once(self) -> float:
        before = datetime.now(UTC)
        screen = self.visit.scan(next(self.cards))
        took = (datetime.now(UTC) - before).total_seconds()
        assert isinstance(screen, CheckedIn), screen
        return took


def card(member: int, now: datetime) -> SignedCard:
    return SignedCard("member", KEY_ID, member, HALL, 0, now.date() + timedelta(days=300), 1)


def figures() -> list[Figure]:
    BUILD.mkdir(parents=True, exist_ok=True)
    path: Path = BUILD / "checkin" / "kiosk.db"
    store = filled(path, SMALL)
    queue, counter, floor = Queue(store, ROUNDS + WARM_UP), Counter(store, SMALL), Floor(path.parent)
    entered, borrowed, _ = interleaved(queue.once, counter.once, floor.once)
    store.close()
    return [
        Figure("F15", "check-in, card to screen, commit included / F1", entered / borrowed, TARGET_RATIO, us(entered)),
        Figure("F15", "seconds for 30 people, without their walking", median([entered]) * PEOPLE_A_MINUTE, 60.0, "s"),
    ]


if __name__ == "__main__":
    for figure in figures():
        print(figure.row())
