"""Install hub: how a new kiosk is to join its hub: by a code, or by its own number from a stick of codes."""

from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct

from kiosk.devices.settings import Section
from kiosk.sync.codes_on_stick import Pack, code_of, pack_on
from kiosk.sync.entering import Invitation, invited
from kiosk.sync.joining import read_code

NUMBER_MAX = 500


class HubAsked(Section, frozen=True):
    """A QR's text as code says the address too; a stick needs the number that stands on the machine."""

    address: Annotated[str, Meta(pattern=r"^https://\S+$")] = ""
    code: Annotated[str, Meta(min_length=1, max_length=400)] = ""
    stick: Annotated[str, Meta(min_length=1, max_length=400)] = ""
    number: Annotated[int, Meta(ge=1, le=NUMBER_MAX)] = 0


class Given(Struct, frozen=True):
    """What whoever runs the set-up says besides the file: one file serves twelve machines."""

    folder: Path = Path()  # of the file: a stick is named from there
    number: int = 0


def hub_wrong(asked: dict[str, Any], hall: object, given: Given) -> list[tuple[str, dict[str, Any]]]:
    """Which entry is at fault, and what to say of it: no_code, no_address, ..., each with its values."""
    stick, code, address = (str(asked.get(name, "")) for name in ("stick", "code", "address"))
    if stick:
        return [*([("code", {"what": "hub_either"})] if code else []), *stick_wrong(stick, asked, hall, given)]
    if not code:
        return [("code", {"what": "no_key"})]
    by = invited(address, code)
    wrong = [("code", {"what": "hub_code"})] if read_code(by.code) is None else []
    return wrong + ([("address", {"what": "no_key"})] if not by.url else [])


def stick_wrong(stick: str, asked: dict[str, Any], hall: object, given: Given) -> list[tuple[str, dict[str, Any]]]:
    pack, number = pack_on(given.folder / stick), given.number or asked.get("number", 0)
    if pack is None:
        return [("stick", {"what": "hub_no_pack", "stick": stick})]
    wrong: list[tuple[str, dict[str, Any]]] = []
    if not number:
        wrong.append(("number", {"what": "hub_which", "most": len(pack.codes)}))
    elif not isinstance(number, int) or code_of(pack, number) is None:
        wrong.append(("number", {"what": "hub_number", "seen": number, "most": len(pack.codes)}))
    if isinstance(hall, int) and pack.hall != hall:
        wrong.append(("stick", {"what": "hub_hall", "hall": pack.hall, "seen": hall}))
    return wrong


def invitation(asked: HubAsked, given: Given) -> Invitation:
    """Of a file without mistakes."""
    if not asked.stick:
        return invited(asked.address, asked.code)
    pack = pack_on(given.folder / asked.stick)
    found = code_of(pack, given.number or asked.number) if isinstance(pack, Pack) else None
    return found or Invitation("", "")
