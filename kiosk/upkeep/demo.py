"""Demo: a believable hall, made by the same rules and facts as a real one, the same for the same seed."""

import random
import secrets
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from kiosk.domain.facts import NoticePosted
from kiosk.domain.halls import Hall, Notice
from kiosk.domain.moment import Moment
from kiosk.storage.database import database_file, key_file, read_key
from kiosk.storage.store import Store, open_store
from kiosk.upkeep.catalogue import build_and_install
from kiosk.upkeep.demo_cases import add_cases
from kiosk.upkeep.demo_certificates import ListedCertificate, add_certificates, listed_certificates
from kiosk.upkeep.demo_classes import play_term
from kiosk.upkeep.demo_holds import add_holds
from kiosk.upkeep.demo_people import add_people
from kiosk.upkeep.demo_sessions import ListedSession, listed_sessions
from kiosk.upkeep.demo_shelves import add_shelves
from kiosk.upkeep.demo_states import Listed, listed
from kiosk.upkeep.demo_stock import add_stock
from kiosk.upkeep.demo_year import play_year
from kiosk.upkeep.setup import Plan, set_up

HALL = Hall(
    hall=1,
    name="临江市工人文化宫",
    kind="palace",
    place="职工书屋 · 一楼大厅",
    city="临江市",
    closed_weekdays="1",
)
PIN = "246810"
NOTICES = (
    ("周一闭馆，还书箱照常", "周一到期的书，自动顺延到周二，不算超期。急着还，放进门口的还书箱。"),
    ("第一次来？点“跟我练”", "用练习卡和练习书走一遍，三十秒学会借书、还书，练习不留记录。"),
)
MORNING = timedelta(hours=1)  # 09:00 in the hall, in UTC


class Size(Struct, frozen=True):
    titles: int = 3000
    members: int = 500
    days: int = 365
    seed: int = 7


class Demo(Struct, frozen=True):
    """What `kiosk demo --json` prints."""

    data: str
    members: list[Listed]
    copies: list[Listed]
    staff: list[dict[str, str]]
    sessions: list[ListedSession]
    certificates: list[ListedCertificate]
    pin: str
    seconds: float


class Teller:
    """Tells the store the make-believe time, and ids that a seed makes again."""

    def __init__(self, seed: int, at: datetime) -> None:
        self.rng, self.at = random.Random(seed), at

    def moment(self) -> Moment:
        return Moment(self.at, "demo", int(self.at.timestamp() * 1000))

    def new_id(self) -> str:
        """As UUIDv7: the time first, so that newer is greater."""
        head, tail = f"{int(self.at.timestamp() * 1000):012x}", f"{self.rng.getrandbits(76):019x}"
        return f"{head[:8]}-{head[8:]}-7{tail[:3]}-8{tail[3:6]}-{tail[6:18]}"


def demo(folder: Path, size: Size, today: date, *, key_path: Path | None = None) -> Demo:
    """Kept if the folder has one."""
    started = time.perf_counter()
    key = key_path or key_file(folder)
    fresh = not database_file(folder).exists()
    store = made(folder, size, today, key) if fresh else open_store(folder, read_key(key))
    members, copies, staff = listed(store.db, store.device.hall, today)
    sessions = listed_sessions(store.db, store.device.hall, today)
    certificates = listed_certificates(store.db, store.device.hall)
    store.close()
    return Demo(
        str(folder), members, copies, staff, sessions, certificates, PIN, round(time.perf_counter() - started, 2)
    )


def notices(teller: Teller, today: date) -> tuple[NoticePosted, ...]:
    """What hangs in the hall from a week ago to a month from now."""
    days = today - timedelta(days=7), today + timedelta(days=30)
    return tuple(NoticePosted(Notice(teller.new_id(), HALL.hall, title, text, *days)) for title, text in NOTICES)


def made(folder: Path, size: Size, today: date, key_path: Path) -> Store:
    """Made beside and moved into place whole, so that a folder never holds half a demo."""
    first_day = datetime(today.year, today.month, today.day, tzinfo=UTC) - timedelta(days=size.days)
    teller = Teller(size.seed, first_day + MORNING)
    workshop = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    began = teller.moment()
    plan = Plan(HALL, new_id=teller.new_id, built_at=began.at)
    store = set_up(workshop, plan, began, key_path=key_path)
    with store.transaction():
        add_shelves(store, teller, size.titles)
        cast = add_people(store, teller, (size.members, PIN), today)
    play_year(store, teller, cast, (first_day.date(), today))
    play_term(store, teller, cast, today)
    store.record(*notices(teller, today), moment=teller.moment())
    with store.transaction():
        add_holds(store, teller, cast, today)
        add_stock(store, teller, size.seed)
    add_certificates(store, teller, cast, today)
    add_cases(store, teller)
    build_and_install(store, workshop, teller.moment().at)
    store.rest()
    store.close()
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(workshop.iterdir(), key=lambda f: f.name == "kiosk.db"):
        file.rename(folder / file.name)
    workshop.rmdir()
    return open_store(folder, read_key(key_path))
