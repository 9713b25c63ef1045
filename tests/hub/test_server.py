"""The hub over the wire: who is let in, what travels, and what each refusal is called."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from cities import Kiosk
from halls import HALL, copy
from msgspec.structs import replace
from served import Served, at_work, hear, new_kiosk, send, serving
from sqlalchemy import event

from kiosk.cli.join import joined_at_setup
from kiosk.hub.serving import Address, Serving
from kiosk.hub.tables import quarantine
from kiosk.storage import queries
from kiosk.storage.joined import joined
from kiosk.storage.keys import hash_key, hash_keys, issuers
from kiosk.storage.versions import ROWS_VERSION
from kiosk.sync.client import HubClient, NoAnswer
from kiosk.sync.entering import Invitation, certificate_of, join
from kiosk.sync.inbox import next_ask
from kiosk.sync.messages import Segment
from kiosk.sync.outbox import next_segment
from kiosk.upkeep.setup import Plan


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path / "hub") as made:
        yield made


@pytest.fixture
def pair(served: Served) -> tuple[tuple[Kiosk, HubClient], tuple[Kiosk, HubClient]]:
    first, second = served.joined("first"), served.joined("second")
    first[0].begin()
    return first, second


def refused(asking: object, *arguments: object) -> str:
    with pytest.raises(NoAnswer) as told:
        asking(*arguments)  # type: ignore[operator]
    return told.value.code


def test_what_one_lends_the_other_shows(served: Served, pair: tuple) -> None:
    (first, up), (second, down) = pair
    first.lend(copy("hlm"), "zhang")
    assert send(first, up) == ""
    hear(second, down)
    hear(first, up)
    assert first.rows() == second.rows()
    assert len(second.rows()["loans"]) == 1


def test_a_hall_has_one_key_for_phones_and_all_issuers(served: Served, pair: tuple) -> None:
    (first, up), (second, _) = pair
    assert hash_key(second.db) == hash_key(first.db) != hash_keys(second.db)[1]
    assert len(issuers(first.db)) == 1
    served.clock.pass_by(60)
    hear(first, up)
    assert issuers(first.db) == issuers(second.db) and len(issuers(first.db)) == 2
    assert set(hash_keys(first.db)) == set(hash_keys(second.db))
    other, _ = served.joined("other", hall=2)
    assert hash_key(other.db) not in hash_keys(second.db)
    assert set(issuers(second.db)) < set(issuers(other.db))
    hear(first, up)
    assert up.pull(next_ask(first.store, first.clock.now())).issuers == {}


def test_nothing_a_device_can_say_brings_another_halls_rows(served: Served, pair: tuple) -> None:
    (first, up), _ = pair
    other, http = served.joined("other", hall=2)
    other.begin()
    assert send(first, up) == "" == send(other, http)
    ask = next_ask(other.store, other.clock.now())
    for tried in (ask, replace(ask, epoch="", cursor=0), replace(ask, wants=("hall 1", "numbers"), limit=1000)):
        page = http.pull(tried)
        assert page.rows and {row.subject for row in page.rows if row.table == "halls"} <= {"hall 2"}
        assert not any(row.key.startswith("W0001") for row in page.rows if row.table == "copies")
        assert not page.member_keys or first.db is not other.db
    asked = replace(ask, device=first.store.device.device)
    assert refused(http.pull, asked) == "other_device"
    segment = next_segment(other.store, None) or Segment(first.store.device.device, 1, 1, bytes(32), ("{}",))
    assert refused(http.push, replace(segment, device=first.store.device.device)) == "other_device"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"state": "revoked"}, "revoked"),
        ({"state": "forked"}, "forked"),
        ({"expires_on": "2026-11-20"}, "expired"),
        ({"public": bytes(32)}, "bad_signature"),
    ],
)
def test_who_hears_nothing(served: Served, pair: tuple, fields: dict, code: str) -> None:
    (first, up), _ = pair
    served.change(first, **fields)
    assert refused(up.pull, next_ask(first.store, first.clock.now())) == code
    assert refused(up.blocks) == code


def test_a_stranger_hears_nothing(served: Served, pair: tuple) -> None:
    (first, up), _ = pair
    up.signer = replace(up.signer, device="somebody-else")
    assert refused(up.pull, next_ask(first.store, first.clock.now())) == "unknown_device"
    assert refused(up.push, next_segment(first.store, None)) == "unknown_device"


def test_what_a_revoked_device_says_is_put_aside(served: Served, pair: tuple) -> None:
    (first, up), (second, down) = pair
    send(first, up)
    hear(second, down)
    served.change(first, state="revoked")
    first.lend(copy("hlm"), "zhang")
    for _ in range(2):
        assert send(first, up) == "revoked"
    hear(second, down)
    assert second.rows()["loans"] == set()
    with served.hub.hub.engine.connect() as db:
        assert [row.why for row in db.execute(quarantine.select())] == ["revoked"]


def test_a_kiosk_that_is_too_old_tells_and_does_not_hear(served: Served, pair: tuple) -> None:
    (first, up), _ = pair
    assert send(first, up) == ""
    old = replace(next_ask(first.store, first.clock.now()), rows_version=ROWS_VERSION - 1)
    assert refused(up.pull, old) == "update_first"


def test_a_device_with_a_wrong_clock_is_told_the_time(served: Served, pair: tuple) -> None:
    (first, up), _ = pair
    for wrong in (timedelta(days=-9000), timedelta(days=30000)):
        up.now = lambda wrong=wrong: served.clock.now().at + wrong
        hear(first, up)
        assert up.ahead == -wrong


def test_the_same_request_again_is_harmless(served: Served, pair: tuple) -> None:
    (first, up), _ = pair
    segment = next_segment(first.store, first.clock.now())
    sent = []
    up.http.event_hooks = {"request": [sent.append]}
    assert segment and up.push(segment).status == "ok"
    up.http.event_hooks = {"request": []}
    [heard] = sent
    again = up.http.send(heard)
    assert (again.status_code, b"replayed" in again.content) == (409, True)
    served.clock.pass_by(3600)
    again = up.http.send(heard)
    assert (again.status_code, b"clock" in again.content) == (401, True)
    turned = dict(heard.headers) | {"kiosk-device": "second".ljust(32, "-")}
    again = up.http.send(httpx2.Request("POST", f"{served.url}/v1/pull", headers=turned, content=heard.content))
    assert again.status_code == 403


def test_certificates_are_renewed_at_contact(served: Served, pair: tuple) -> None:
    (first, up), _ = pair
    before = certificate_of(joined(first.db)).expires_on
    served.clock.pass_by(20 * 86400)
    hear(first, up)
    after = certificate_of(joined(first.db)).expires_on
    assert after - before == timedelta(days=20)
    served.clock.pass_by(46 * 86400)
    assert refused(up.pull, next_ask(first.store, first.clock.now())) == "expired"


def test_a_code_is_good_once_and_for_a_while(served: Served) -> None:
    first, second, late = new_kiosk("first"), new_kiosk("second"), new_kiosk("late")
    by = served.invitation()
    assert join(first.store, by).begun is False
    assert join(first.store, by).certificate.hall == 1
    assert refused(join, second.store, by) == "code_used"
    by = served.invitation()
    served.clock.pass_by(31 * 60)
    assert refused(join, late.store, by) == "code_expired"
    assert refused(join, late.store, served.invitation(hall=2)) == "other_hall"
    assert refused(join, late.store, Invitation(served.url, "ABCD")) == "code_unread"
    wrong = by.code[:9] + ("0" if by.code[9] != "0" else "1") + by.code[10:]
    assert refused(join, late.store, replace(by, code=wrong)) == "code_unknown"
    assert joined(late.db) is None


def test_whoever_guesses_is_told_to_wait(served: Served) -> None:
    kiosk, by = new_kiosk("first"), served.invitation()
    guesses = [replace(by, code=f"{n:010}" + by.code[10:]) for n in range(11)]
    assert [refused(join, kiosk.store, guess) for guess in guesses] == ["code_unknown"] * 10 + ["too_many"]
    assert refused(join, kiosk.store, by) == "too_many"
    served.clock.pass_by(61)
    assert join(kiosk.store, by).name == ""


def test_a_hub_that_is_not_ours_is_not_spoken_to(served: Served, tmp_path: Path) -> None:
    kiosk, http = served.joined("first")
    with serving(tmp_path / "other") as stranger:
        stolen = Invitation(stranger.url, served.code())
        assert refused(join, new_kiosk("second").store, stolen) == "not_the_hub"
        there = HubClient(stranger.url, http.signer, joined(kiosk.db).ca, now=lambda: kiosk.clock.now().at)
        assert refused(there.blocks) == "not_the_hub"
        there.close()
        assert refused(join, kiosk.store, stranger.invitation()) == "other_hub"
        there.close()


def test_the_second_kiosk_of_a_hall_takes_its_rules(served: Served, pair: tuple, tmp_path: Path) -> None:
    (first, up), _ = pair
    send(first, up)
    hear(first, up)
    third = joined_at_setup(
        tmp_path / "data", Plan(replace(HALL, name="别的名字")), key_path=None, by=(served.url, served.code())
    )
    assert list(third.facts()) == [] and third.differences() == {}
    assert queries.hall_rules(third.db, 1) == queries.hall_rules(first.db, 1)
    third.close()


@pytest.mark.parametrize("years", [-27, 73])
def test_certificates_hold_whatever_the_clock_says(tmp_path: Path, years: int) -> None:
    """The pinned key counts, not the day: whoever must ask for the time cannot know it yet."""
    hub = Served(tmp_path / "hub")
    hub.clock.pass_by(years * 365 * 86400)
    (tmp_path / "hub" / "server.pem").unlink()
    (tmp_path / "hub" / "ca.pem").unlink()
    hub.serving = Serving(hub.hub, Address("127.0.0.1", 0))
    with at_work(hub):
        _, http = hub.joined("first")
        assert http.blocks().at == hub.clock.now().at


def test_nobody_there(served: Served) -> None:
    _, http = served.joined("first")
    http.http.base_url = httpx2.URL("https://127.0.0.1:1")
    assert refused(http.blocks) == "unreachable"


def test_blocks_are_signed_and_dated(served: Served) -> None:
    _, http = served.joined("first")
    assert (http.blocks().marks, http.blocks().at) == (b"", served.clock.now().at)


def test_health_says_how_it_is(served: Served, pair: tuple) -> None:
    (first, up), _ = pair
    served.change(pair[1][0], state="forked")
    told = up.http.get("/v1/health").json()
    assert told["ok"] and told["database"] == "sqlite" and told["epoch"] == served.hub.hub.epoch
    assert told["devices"] == {"live": 1, "revoked": 0, "forked": 1, "expired": 0}
    assert told["oldest_unheard"]["device"] == first.store.device.device
    assert (told["parked"], told["quarantined"], told["cases"]) == (0, 0, 0)


def test_who_has_heard_everything_asks_the_hub_for_two_things_and_writes_nothing(served: Served, pair: tuple) -> None:
    (first, up), _ = pair
    send(first, up)
    for _ in range(2):
        hear(first, up)
    said: list[str] = []
    event.listen(served.hub.hub.engine, "before_cursor_execute", lambda *told: said.append(told[2]))
    hear(first, up)
    asked = [sql for sql in said if not sql.startswith("begin")]
    assert len(asked) == 2 and all(sql.startswith("SELECT") for sql in asked)
    assert "begin immediate" not in said
