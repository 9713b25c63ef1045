"""Overview: the health page for people; which halls and devices are well, and what needs somebody first."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from html import escape
from typing import Literal

from msgspec import Struct
from sqlalchemy import func, select

from kiosk.domain.cases import Case
from kiosk.domain.classes import local
from kiosk.domain.contradictions import OFFSET_MIN
from kiosk.domain.halls import Hall
from kiosk.hub.devices import Known, all_of
from kiosk.hub.founding import Founded
from kiosk.hub.health import health
from kiosk.hub.tables import table_of
from kiosk.resources import resource
from kiosk.words import Words

SILENT = timedelta(days=1)  # a device that was not heard for so long needs somebody
NEEDS_MAX = 20
SHORT = 8  # letters of a device that nobody has named
Trouble = Literal["", "silent", "forked", "expired"]


class Place(Struct, frozen=True):
    """A hall with its devices, each with what is wrong with it, and how many cases wait there."""

    hall: int
    name: str
    devices: tuple[tuple[Known, Trouble], ...]
    cases: int

    @property
    def troubled(self) -> tuple[tuple[Known, Trouble], ...]:
        return tuple(one for one in self.devices if one[1])


def trouble(device: Known, now: datetime) -> Trouble:
    if device.state == "forked":
        return "forked"
    if device.expires_on < now.date():
        return "expired"
    return "silent" if now - heard_at(device) > SILENT else ""


def heard_at(device: Known) -> datetime:
    return datetime.fromisoformat(device.seen_at or device.enrolled_at)


def places(hub: Founded) -> list[Place]:
    """What needs somebody first; a device that was revoked is nobody's any more."""
    halls, cases = table_of(Hall), table_of(Case)
    waiting = select(cases.c.hall, func.count()).where(cases.c.state == "open").group_by(cases.c.hall)
    with hub.hub.engine.connect() as db:
        names = {row[0]: row[1] for row in db.execute(select(halls.c.hall, halls.c.name))}
        counted = {row[0]: row[1] for row in db.execute(waiting)}
        known = [device for device in all_of(db) if device.state != "revoked"]
    of_hall: dict[int, list[tuple[Known, Trouble]]] = {hall: [] for hall in names}
    for device in known:
        of_hall.setdefault(device.hall, []).append((device, trouble(device, hub.now)))
    found = [Place(hall, names.get(hall, ""), tuple(of), counted.get(hall, 0)) for hall, of in of_hall.items()]
    return sorted(found, key=lambda place: (not place.troubled, place.hall))


def overview(hub: Founded, words: Words) -> str:
    """One sheet of HTML that needs nothing else; every text from elsewhere is escaped."""
    found, told = places(hub), health(hub)
    every, bad = sum(len(p.devices) for p in found), sum(len(p.troubled) for p in found)
    at = f"{local(hub.now, OFFSET_MIN):%m-%d %H:%M}"
    said = "hub_page.well" if not bad else "hub_page.needed"
    head = escape(words.say(said, devices=every, well=every - bad, needed=bad))
    halls = "".join(hall_row(place, hub.now, words) for place in found)
    columns = "".join(f"<th>{escape(words.say(f'hub_page.{name}'))}" for name in ("hall", "devices", "cases"))
    sums = "".join(line(words.say(f"hub_page.{name}"), told[name]) for name in ("cases", "parked", "quarantined"))
    title, until = escape(words.say("hub_page.title")), escape(words.say("hub_page.until", at=at))
    parts = (
        f'<!doctype html><html lang="{words.language.replace("_", "-")}"><meta charset="utf-8">',
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>',
        f"<style>{resource('hub/page.css').read_text('utf-8')}</style>",
        f'<header><h1>{title}</h1></header><main><h2 class="say">{head}<small>{until}</small></h2>',
        section("halls", words, f"<table><thead><tr>{columns}</thead><tbody>{halls}</tbody></table>"),
        f"<aside>{section('needs', words, needs(found, hub.now, words))}{section('sums', words, sums)}</aside>",
        f"</main><footer>{escape(words.say('hub_page.foot', version=told['version']))}</footer></html>",
    )
    return "".join(parts)


def section(name: str, words: Words, inside: str) -> str:
    return f'<section class="{name}"><h2>{escape(words.say(f"hub_page.{name}"))}</h2>{inside}</section>'


def hall_row(place: Place, now: datetime, words: Words) -> str:
    """Filled is heard, an open frame is not, and words beside them always say so too."""
    dots = "".join('<i class="off"></i>' if bad else "<i></i>" for _, bad in place.devices)
    state = "；".join(in_words(*one, now, words) for one in place.troubled) or words.say("hub_page.ok")
    if not place.devices:
        state = words.say("hub_page.no_device")
    name = place.name or words.say("hub_page.unnamed", hall=place.hall)
    cells = (f'<span class="t">{escape(name)}</span>', f'{dots} <span class="word">{escape(state)}</span>')
    row = "".join(f"<td>{cell}" for cell in (*cells, f'<span class="n">{place.cases}</span>'))
    return f'<tr class="not">{row}</tr>' if place.troubled else f"<tr>{row}</tr>"


def in_words(device: Known, bad: Trouble, now: datetime, words: Words) -> str:
    name, days = device.name or device.device[:SHORT], (now - heard_at(device)).days
    return words.say(f"hub_page.{bad}", name=name, days=days)


def needs(found: Iterable[Place], now: datetime, words: Words) -> str:
    all_ = [(device, bad) for place in found for device, bad in place.troubled]
    cards = [
        f'<div class="need"><span class="t">{escape(in_words(device, bad, now, words))}</span>'
        f"<p>{escape(words.say(f'hub_page.{bad}_how'))}</p></div>"
        for device, bad in sorted(all_, key=lambda one: heard_at(one[0]))[:NEEDS_MAX]
    ]
    return "".join(cards) or f"<p>{escape(words.say('hub_page.nothing'))}</p>"


def line(name: str, count: int) -> str:
    return f'<div class="line"><span>{escape(name)}</span><b class="n">{count}</b></div>'
