"""Wanted: what to write in the place of a wrong value, told from the type that was asked for."""

from difflib import get_close_matches
from typing import Any

from msgspec import Struct, inspect


class Wanted(Struct, frozen=True):
    """A key of the words, with its values."""

    what: str
    values: dict[str, Any] = {}


PATTERNS = {
    r"^[1-7]*$": "weekdays",
    r"^(\d{6,12})?$": "pin",
    r"^https://\S+$": "address",
    r"^[A-Za-z0-9-]{1,20}$": "staff_number",
}


def wanted(kind: Any) -> Wanted:
    match inspect.type_info(kind):
        case inspect.LiteralType(values=values):
            return Wanted("one_of", {"values": ", ".join(f'"{value}"' for value in values)})
        case inspect.IntType(ge=least, le=most) if least is not None:
            return Wanted("number", {"least": least, "most": most})
        case inspect.IntType():
            return Wanted("whole_number")
        case inspect.StrType(pattern=str(pattern)):
            return Wanted(PATTERNS[pattern])
        case inspect.StrType(max_length=int(most)):
            return Wanted("text", {"most": most})
        case inspect.StrType():
            return Wanted("any_text")
        case inspect.UnionType():
            return Wanted("time")
        case _:
            return Wanted("list")


def nearest(name: str, known: tuple[str, ...]) -> Wanted:
    close = get_close_matches(name, known, 1)
    return Wanted("perhaps", {"name": close[0]}) if close else Wanted("one_name", {"names": ", ".join(known)})
