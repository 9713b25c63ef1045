"""Install file: all that a new kiosk would ask a technician, in one TOML file; its mistakes all at once."""

import re
import tomllib
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import FieldInfo, fields

from kiosk import words
from kiosk.devices.settings import Section, Settings
from kiosk.domain.halls import HallKind
from kiosk.domain.policy import PIN_DIGITS_MAX
from kiosk.upkeep.install_hub import Given, HubAsked, hub_wrong
from kiosk.upkeep.wanted import Wanted, nearest, wanted

PIN_DIGITS_MIN, NAME_MAX = 6, 60
HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*]]?")
KEY = re.compile(r"^\s*([\w-]+)\s*=")
AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")

Name = Annotated[str, Meta(min_length=1, max_length=NAME_MAX)]


class HallAsked(Section, frozen=True):
    name: Name
    number: Annotated[int, Meta(ge=1, le=9999)] = 1
    kind: HallKind = "reading_room"
    place: Annotated[str, Meta(max_length=NAME_MAX)] = ""
    city: Annotated[str, Meta(max_length=NAME_MAX)] = ""
    closed_weekdays: Annotated[str, Meta(pattern=r"^[1-7]*$")] = ""


class LibrarianAsked(Section, frozen=True):
    """Who works here first; without a PIN one is drawn by lot and told."""

    name: Name
    number: Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{1,20}$")] = "S001"
    role: Literal["librarian", "manager"] = "manager"
    pin: Annotated[str, Meta(pattern=rf"^(\d{{{PIN_DIGITS_MIN},{PIN_DIGITS_MAX}}})?$")] = ""


class Install(Struct, frozen=True):
    """The file as it was understood."""

    hall: HallAsked
    librarian: LibrarianAsked
    hub: HubAsked | None = None
    settings: dict[str, Any] = {}  # the sections of device.toml, as they were written


class Mistake(Struct, frozen=True):
    """One thing that is wrong, where it stands, and what would be right."""

    line: int
    what: str  # a key of the words, with its values
    values: dict[str, Any]
    instead: Wanted | None = None


OWN: dict[str, type[Section]] = {"hall": HallAsked, "librarian": LibrarianAsked, "hub": HubAsked}
NEEDED = ("hall", "librarian")
ALONE = Given()


def read_install(text: str, given: Given = ALONE) -> Install | tuple[Mistake, ...]:
    """Each value is judged alone, so that one mistake does not hide another."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        found = AT_LINE.search(str(broken))
        line = int(found[1]) if found else len(text.splitlines())
        return (Mistake(line, "not_toml", {"why": AT_LINE.sub("", str(broken)).strip()}),)
    places = places_of(text)
    mistakes = [*missing(table, places)]
    for name, value in table.items():
        mistakes += section_mistakes(name, value, places)
    mistakes += hub_mistakes(table, places, given)
    if mistakes:
        return tuple(sorted(mistakes, key=lambda one: one.line))
    own = {name: msgspec.convert(table[name], OWN[name]) for name in OWN if name in table}
    return msgspec.convert(own | {"settings": {k: v for k, v in table.items() if k not in OWN}}, Install)


def sections() -> dict[str, type[Section]]:
    return OWN | {field.name: field.type for field in fields(Settings)}


def places_of(text: str) -> dict[tuple[str, str], int]:
    """The line of every section, and of every key in it."""
    places: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := HEADER.match(line):
            section, _, inner = header[1].partition(".")
            places.setdefault((section, inner), number)
            places.setdefault((section, ""), number)
        elif key := KEY.match(line):
            places.setdefault((section, key[1]), number)
    return places


def missing(table: dict[str, Any], places: dict[tuple[str, str], int]) -> list[Mistake]:
    """What nobody can guess."""
    found = [
        Mistake(0, "no_section", {"section": name}, Wanted("under", {"example": f"[{name}]"}))
        for name in NEEDED
        if name not in table
    ]
    for name in (name for name in OWN if isinstance(table.get(name), dict)):
        for field in (f for f in fields(OWN[name]) if f.required and f.name not in table[name]):
            line = places.get((name, ""), 0)
            found.append(Mistake(line, "no_key", {"section": name, "entry": field.name}, wanted(field.type)))
    return found


def hub_mistakes(table: dict[str, Any], places: dict[tuple[str, str], int], given: Given) -> list[Mistake]:
    """What of the way to the hub does not fit together, or does not fit what is on the stick."""
    asked, hall = table.get("hub"), table.get("hall")
    if not isinstance(asked, dict):
        return []
    number = hall.get("number", 1) if isinstance(hall, dict) else None
    found = []
    for entry, values in hub_wrong(asked, number, given):
        line = places.get(("hub", entry), places.get(("hub", ""), 0))
        said = {"section": "hub", "entry": entry} | {k: v for k, v in values.items() if k != "what"}
        field = next(f for f in fields(HubAsked) if f.name == entry)
        found.append(Mistake(line, values["what"], said, wanted(field.type) if values["what"] == "no_key" else None))
    return found


def section_mistakes(name: str, value: Any, places: dict[tuple[str, str], int]) -> list[Mistake]:
    known = sections()
    if name not in known or not isinstance(value, dict):
        line = places.get((name, ""), places.get(("", name), 0))
        return [Mistake(line, "unknown_section", {"section": name}, nearest(name, tuple(known)))]
    asked = {field.name: field for field in fields(known[name])}
    found = []
    for key, one in value.items():
        where = places.get((name, key), places.get((name, ""), 0))
        if key not in asked:
            said = {"section": name, "entry": key}
            found.append(Mistake(where, "unknown_key", said, nearest(key, tuple(asked))))
        elif not fits(one, asked[key]):
            said = {"section": name, "entry": key, "seen": shown(one)}
            found.append(Mistake(where, "wrong", said, wanted(asked[key].type)))
    return found


def fits(value: Any, field: FieldInfo) -> bool:
    try:
        msgspec.convert(value, field.type)
    except msgspec.ValidationError:
        return False
    return True


def shown(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def sentence(mistake: Mistake, language: str) -> str:
    spoken = words.read(language)
    what = spoken.say(f"install.{mistake.what}", **mistake.values)
    if mistake.instead is None:
        return what
    return what + spoken.say(f"install.instead.{mistake.instead.what}", **mistake.instead.values)
