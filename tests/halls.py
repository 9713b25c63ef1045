"""A small hall for tests: the real store in memory, members and books by name, a clock that moves when told."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from kiosk.devices.clock import MovedClock, StoppedClock
from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import SignedCard, card_text, copy_number
from kiosk.domain.facts import CopyAdded, HallSet, Happening, MemberAdded, PolicySet, TitleAdded
from kiosk.domain.halls import Hall
from kiosk.domain.members import TIERS, Member, MemberDetails
from kiosk.domain.policy import Policy
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.database import opened
from kiosk.storage.keys import add_key
from kiosk.storage.sealed import sealing
from kiosk.storage.store import Device, Store
from kiosk.upkeep.registrar import Registrar
from kiosk.visit.sitting import Beside
from kiosk.visit.visit import Visit

NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
KEY = "5e" * 48
HALL = Hall(hall=1, name="临江市工人文化宫", kind="palace", place="职工书屋", closed_weekdays="1")
ISSUER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY_ID = b"hall"
MEMBERS = {"zhang": "张小三", "li": "李四", "ou": "欧阳文"}
BOOKS = {
    "hlm": ("红楼梦", "曹雪芹 著", "I242.4"),
    "tg": ("机械制图手册", "梁德厚 主编", "TH126"),
    "food": ("家庭食疗一百方：四季篇", "宋知远 编", "R247.1"),
    "city": ("城南旧事", "林海音 著", "I246.5"),
    "law": ("劳动法问答", "周敏 编", "D922.5"),
    "san": ("三体", "刘慈欣 著", "I247.55"),
}


def copy(name: str) -> str:
    return copy_number(1, list(BOOKS).index(name) + 1)


def number_of(name: str) -> int:
    return 1000 + list(MEMBERS).index(name)


class TestHall:
    """Reads like a day at the counter: `hall.scan("zhang")`, `hall.scan("hlm")`, `hall.pass_days(31)`."""

    __test__ = False

    def __init__(self, path: Any = ":memory:", *, policies: tuple[Policy, ...] = (Policy(policy="default"),)) -> None:
        self.db = opened(path, KEY)
        self.store = Store(self.db, Device("d" * 32, 1, 1), built_at=NOON - timedelta(days=100))
        public = ISSUER.public_key().public_bytes_raw()
        self.db.execute("insert into keys (key_id, role, public) values (?, 'issuer', ?)", (KEY_ID, public))
        add_key(self.db, "hash")
        self.clock = MovedClock(StoppedClock(NOON))
        self.tell(HallSet(HALL), *(PolicySet(p) for p in policies))
        for n, (name, author, mark) in enumerate(BOOKS.values(), 1):
            self.tell(TitleAdded(Title(n, name, author, mark)), CopyAdded(Copy(copy_number(1, n), n, 1, 1)))
        for key in MEMBERS:
            self.join(key)
        self.catalogue = Catalogue(None, self.store.device)
        self.visit = Visit(self.store, self.clock, self.catalogue, Beside(registrar=Registrar(self.store)))

    def gather(self) -> None:
        """What the worker does while nobody is there."""
        self.catalogue.gather(self.db, self.clock.now().at)

    def tell(self, *happenings: Happening) -> tuple[str, ...]:
        return tuple(fact.id for fact in self.store.record(*happenings, moment=self.clock.now()))

    def join(self, key: str, **fields: Any) -> None:
        plain = Member(number_of(key), f"10000{list(MEMBERS).index(key)}", 1, "member", 1, date(2028, 1, 1))
        member = replace(plain, **fields)
        self.tell(MemberAdded(member), sealing(self.db, MemberDetails(member.member, MEMBERS[key])))

    def card(self, key: str, **fields: Any) -> str:
        plain = SignedCard("member", KEY_ID, number_of(key), 1, TIERS.index("member"), date(2028, 1, 1), 1)
        return card_text(replace(plain, **fields), ISSUER.sign)

    def scan(self, what: str) -> Any:
        text = self.card(what) if what in MEMBERS else copy(what) if what in BOOKS else what
        self.pass_by(3)
        return self.visit.scan(text)

    def tap(self, action: str, **arguments: Any) -> Any:
        return self.visit.tap(action, arguments)

    def tick(self, seconds: float) -> Any:
        self.pass_by(seconds)
        return self.visit.tick()

    def pass_by(self, seconds: float) -> None:
        self.clock.pass_by(seconds)

    def pass_days(self, days: int) -> None:
        self.clock.pass_by(days * 86400)
        self.visit.tick()
        self.visit.tick()

    @property
    def facts(self) -> list[str]:
        return [type(fact.p).__name__ for fact in self.visit.facts]


def codes(screen: Any) -> list[str]:
    return [reason.code for reason in screen.reasons]
