"""Facts that no honest program writes: each is kept, acknowledged and parked, and stops nobody behind it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cities import City, Kiosk
from halls import copy
from msgspec.structs import replace
from postgres import database
from sqlalchemy import Engine, select

from kiosk.domain.loans import Loan
from kiosk.hub.database import in_postgres
from kiosk.hub.parked import listed, retry
from kiosk.hub.tables import events
from kiosk.storage.keys import device_signer
from kiosk.storage.queries import rows
from kiosk.sync.messages import Segment, chain, signed_part
from kiosk.sync.outbox import next_segment

DEEP = '{"a":' * 5000 + "1" + "}" * 5000
POISON: dict[str, Any] = {
    "a count beyond every integer": lambda fact: fact | {"mono_ms": 10**40},
    "a count beyond the database": lambda fact: fact | {"mono_ms": 2**63},
    "a time without a zone": lambda fact: fact | {"at": "2026-11-21T04:00:00"},
    "the last year": lambda fact: fact | {"at": "9999-12-31T23:59:59-23:59"},
    "the first year": lambda fact: fact | {"at": "0001-01-01T00:00:00+23:59", "floor": "0001-01-01T00:00:00Z"},
    "a name of a megabyte": lambda fact: fact | {"id": "x" * 1_000_000},
    "a name with a zero": lambda fact: fact | {"id": "a\0b"},
    "a subject with a zero": lambda fact: fact | {"p": fact["p"] | {"copy": "a\0b"}},
    "a subject of a megabyte": lambda fact: fact | {"p": fact["p"] | {"copy": random_text(1_000_000)}},
    "a member beyond the database": lambda fact: fact | {"p": fact["p"] | {"member": 2**63}},
    "a hall beyond the database": lambda fact: fact | {"p": fact["p"] | {"hall": 2**63}},
    "a policy with a zero": lambda fact: fact | {"p": fact["p"] | {"policy": "a\0b"}},
    "a kind of another time": lambda fact: fact | {"p": {"type": "BookEaten", "copy": "x"}},
    "no kind at all": lambda fact: fact | {"p": 3},
    "another place": lambda fact: fact | {"seq": fact["seq"] + 7},
    "another device": lambda fact: fact | {"device": "somebody"},
    "the name of the one before": lambda fact: fact | {"id": "the same"},
    "a list": lambda fact: [fact],
    "nothing": lambda fact: None,
}
TEXTS = {"no JSON": "{", "empty": "", "deep": DEEP, "a lone half": '"\\ud800"', "many digits": "9" * 5000}


def random_text(length: int) -> str:
    """Of such as cannot be squeezed small again by a database."""
    from random import Random

    return Random(1).randbytes(length // 2).hex()


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[Engine | None]:
    if request.param == "sqlite":
        yield None
        return
    with database() as url:
        made = in_postgres(url)
        yield made
        made.dispose()


@pytest.fixture
def city(engine: Engine | None, tmp_path: Path) -> City:
    from kiosk.hub.tables import metadata

    if engine is not None:
        metadata.drop_all(engine)
    return City(tmp_path, engine)


def resigned(kiosk: Kiosk, segment: Segment, bodies: tuple[str, ...]) -> Segment:
    changed = replace(segment, bodies=bodies)
    return replace(changed, signature=device_signer(kiosk.db)(signed_part(changed, chain(changed)[-1])))


def poisoned(name: str, body: str) -> str:
    if name in TEXTS:
        return TEXTS[name]
    return msgspec.json.encode(POISON[name](msgspec.json.decode(body))).decode() if name != BIG else big(body)


BIG = "a count beyond every integer"


def big(body: str) -> str:
    """No encoder writes it."""
    import re

    return re.sub(r'"mono_ms":\d+', f'"mono_ms":{10**40}', body)


@pytest.mark.parametrize("name", [*POISON, *TEXTS])
def test_one_poisonous_fact_among_good_ones(city: City, name: str) -> None:
    first, second = city.add("first"), city.add("second")
    first.begin()
    city.sync()
    first.lend(copy("hlm"), "zhang")
    first.lend(copy("tg"), "li")
    first.lend(copy("food"), "ou")
    segment = next_segment(first.store, first.clock.now())
    assert segment and len(segment.bodies) == 3
    good, bad, last = segment.bodies
    if name == "the name of the one before":
        good = msgspec.json.encode(msgspec.json.decode(good) | {"id": "the same"}).decode()
    sent = resigned(first, segment, (good, poisoned(name, bad), last))
    for _ in range(2):
        ack = city.hub.push(sent)
        assert (ack.status, ack.seq, ack.head) == ("ok", segment.last, chain(sent)[-1])
    city.hear(second)
    out = {loan.copy for loan in rows(second.db, Loan, "where ended is null")}
    assert {copy("hlm"), copy("food")} <= out
    assert second.store.differences() == {}


def test_what_is_understood_later_takes_effect_at_its_own_place(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub of an older release keeps what it does not know; after its update the story is as if it had."""
    from kiosk.hub import reading

    first, second, third = city.add("first"), city.add("second"), city.add("third", hall=2)
    first.begin()
    city.sync()
    understood = reading.read_fact

    def older(body: str) -> Any:
        if '"BookReturned"' in body or '"MemberAdded"' in body:
            raise msgspec.ValidationError("an unknown kind")
        return understood(body)

    monkeypatch.setattr(reading, "read_fact", older)
    early = first.lend(copy("hlm"), "zhang")
    city.pass_by(60)
    first.take_back(copy("hlm"))
    city.pass_by(60)
    late = first.lend(copy("hlm"), "li")
    third.join(5000, "500000", "周七")
    city.sync()
    with city.engine.connect() as db:
        assert {one.why.split(":")[0] for one in listed(db)} == {"unknown"} and len(listed(db)) == 2
    assert {x.loan: x.ended for x in rows(second.db, Loan)} == {early: "implied", late: None}
    monkeypatch.undo()
    assert retry(city.hub) == (2, 0)
    assert retry(city.hub) == (0, 0)
    city.sync()
    assert {x.loan: x.ended for x in rows(second.db, Loan)} == {early: "returned", late: None}
    assert first.rows() == second.rows()
    with city.engine.connect() as db:
        assert db.execute(select(events.c.id).where(events.c.parked_why.is_not(None))).first() is None
