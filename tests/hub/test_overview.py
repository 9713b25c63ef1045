"""The health page for people: what it says, in which order, and that nothing from elsewhere gets into it unescaped."""

from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from cities import Kiosk
from halls import HALL, NOON
from msgspec.structs import replace
from served import Served, at_work

from kiosk.domain.facts import HallSet
from kiosk.hub import devices
from kiosk.hub.overview import NEEDS_MAX, overview, trouble
from kiosk.sync.outbox import next_segment
from kiosk.words import read


class Text(HTMLParser):
    """What a reader sees, and which elements there are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said, self.tags = list[str](), list[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.fixture
def hub(tmp_path: Path) -> Served:
    return Served(tmp_path / "hub")


def added(hub: Served, name: str, hall: int, **more: str) -> None:
    fields = {"name": name, "seen_at": (NOON - timedelta(minutes=5)).isoformat()} | more
    with hub.hub.hub.engine.begin() as db:
        devices.add(db, name.ljust(32, "-"), hall, bytes(32), **fields)


def named(hub: Served, hall: int, name: str) -> None:
    kiosk = Kiosk(f"names {hall}", hall)
    with hub.hub.hub.engine.begin() as db:
        devices.add(db, kiosk.store.device.device, hall, public_of(kiosk), state="live")
    kiosk.tell(HallSet(replace(HALL, hall=hall, name=name)))
    segment = next_segment(kiosk.store, kiosk.clock.now())
    assert segment and hub.hub.hub.push(segment).status == "ok"


def public_of(kiosk: Kiosk) -> bytes:
    from kiosk.storage.keys import device_public

    return device_public(kiosk.db)


def test_what_needs_somebody_comes_first_and_is_said_in_words(hub: Served) -> None:
    named(hub, 1, "临江市工人文化宫")
    named(hub, 2, "江北职工书屋")
    added(hub, "一楼", 1)
    added(hub, "9 号机", 2, seen_at=(NOON - timedelta(days=3, hours=2)).isoformat())
    added(hub, "门口", 2, state="forked")
    page = Text(overview(hub.hub, read("zh_CN")))
    text = "\n".join(page.said)
    assert "5 台终端，3 台正常，2 台要人管" in text and "截至 11-21 12:00" in text
    assert text.index("江北职工书屋") < text.index("临江市工人文化宫")
    assert "9 号机：3 天没上报" in text and "门口：有两台机器用同一个身份" in text
    assert text.index("要人管", text.index("截至")) < text.index("合计")
    english = "\n".join(Text(overview(hub.hub, read("en"))).said)
    assert "5 devices: 3 well, 2 need somebody" in english and "9 号机: not heard for 3 days" in english


def test_a_hub_without_anybody_says_that_nothing_is_wrong(hub: Served) -> None:
    page = Text(overview(hub.hub, read("zh_CN")))
    assert "0 台终端，都正常" in page.said and "没有要管的。" in page.said


def test_a_name_is_never_markup_and_the_page_needs_nothing_else(hub: Served) -> None:
    named(hub, 1, "<script>alert(1)</script>")
    added(hub, "<img src=x>", 1, state="forked")
    page = Text(overview(hub.hub, read("zh_CN")))
    assert not {"script", "img", "link", "iframe", "form"} & set(page.tags)
    assert "<script>alert(1)</script>" in page.said
    assert "http" not in overview(hub.hub, read("zh_CN"))


def test_many_troubles_do_not_make_an_endless_page(hub: Served) -> None:
    for n in range(NEEDS_MAX + 5):
        added(hub, f"{n} 号机", 1, state="forked")
    assert overview(hub.hub, read("zh_CN")).count('class="need"') == NEEDS_MAX


@pytest.mark.parametrize(("more", "what"), [({}, ""), ({"expires_on": "2026-11-20"}, "expired")])
def test_trouble(hub: Served, more: dict[str, str], what: str) -> None:
    added(hub, "一楼", 1, **more)
    with hub.hub.hub.engine.connect() as db:
        known = devices.find(db, "一楼".ljust(32, "-"))
    assert known and trouble(known, NOON) == what


def test_it_is_served_in_the_language_that_is_asked_for(hub: Served) -> None:
    with at_work(hub):
        _, up = hub.joined("first")
        answers = [up.http.get("/health", headers={"accept-language": way}) for way in ("zh-CN,zh", "en-GB,en")]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert "数据中心" in answers[0].text and "Needs somebody" in answers[1].text
    assert answers[0].headers["content-type"] == "text/html; charset=utf-8"
    assert answers[0].headers["content-security-policy"].startswith("default-src 'none'")
