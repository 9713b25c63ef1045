"""Installing: makes the kiosk that an install file describes: its database, its settings, its first librarian."""

import secrets
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from kiosk.devices.settings import FILE
from kiosk.domain.halls import Hall
from kiosk.domain.moment import Moment
from kiosk.domain.staff import Staff
from kiosk.storage import queries
from kiosk.storage.database import database_file, synced_folder
from kiosk.storage.ids import new_id
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging
from kiosk.storage.store import Store
from kiosk.upkeep.cards import text_of_staff
from kiosk.upkeep.install_file import PIN_DIGITS_MIN, Install, LibrarianAsked
from kiosk.upkeep.setup import Plan

CARD_DAYS = 730


class Installed(Struct, frozen=True):
    """What the technician takes along: the first card, and its PIN if it was drawn by lot."""

    device: str
    hall: Hall
    staff: str
    card: str
    pin: str = ""
    until: date = date.max  # the card's end


def install(folder: Path, asked: Install, begin: Callable[[Plan], Store], moment: Moment) -> Installed:
    """The settings first: a kiosk that stands has them. `begin` makes the database with the librarian, or neither."""
    hall = Hall(hall=asked.hall.number, **{k: v for k, v in asdict(asked.hall).items() if k != "number"})
    drawn = "" if asked.librarian.pin else drawn_pin()
    staff = first_of(asked.librarian, hall, drawn or asked.librarian.pin, moment.day(hall.utc_offset_min))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not database_file(folder).exists():  # a kiosk that stands keeps its own
        write_settings(folder, asked.settings)
    store = begin(Plan(hall, staff=staff))
    known = queries.staff_numbered(store.db, staff.number)
    if known is None:  # a hall that has kiosks already has brought its own rules and people, and this one is new
        with store.transaction():
            store.record(*engaging(store.db, staff), moment=moment)
    ours = known is None or known.staff == staff.staff
    card = text_of_staff(store.db, known or staff)
    ends = (known or staff).card_expires_on
    made = Installed(store.device.device, hall, staff.number, card, drawn if ours else "", ends)
    store.close()
    return made


def first_of(asked: LibrarianAsked, hall: Hall, pin: str, today: date) -> Staff:
    return Staff(
        staff=new_id(),
        number=asked.number,
        name=asked.name,
        role=asked.role,
        home_hall=hall.hall,
        card_version=1,
        card_expires_on=today + timedelta(days=CARD_DAYS),
        pin_hash=pin_hash(pin),
    )


def drawn_pin() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(PIN_DIGITS_MIN))


def write_settings(folder: Path, sections: dict[str, Any]) -> None:
    """Whole or not at all; what the file says nothing of, stays as it comes."""
    if not sections:
        return
    lines = [line for name, section in sections.items() for line in (f"[{name}]", *section_lines(section), "")]
    new = folder / f"{FILE}.new"
    new.write_text("\n".join(lines), "utf-8")
    new.replace(folder / FILE)
    synced_folder(folder)


def section_lines(section: dict[str, Any]) -> list[str]:
    return [f"{key} = {literal(value)}" for key, value in section.items()]


def literal(value: Any) -> str:
    """Settings hold texts, numbers, times, and lists of them or of small tables: as TOML writes them."""
    match value:
        case dict():
            return "{ " + ", ".join(section_lines(value)) + " }"
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case time():
            return value.isoformat()
    return msgspec.json.encode(value).decode()
