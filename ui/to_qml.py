"""Turns a screen into plain values with camelCase names, its reasons worded, for a page to show."""

from datetime import date
from functools import cache
from typing import Any

import msgspec

from kiosk.domain.refusals import Reason
from kiosk.visit.screens import Note
from kiosk.words import Words

# Names that every QML item keeps for itself.
OWN_NAMES = {"left": "mayTake"}


def to_qml(value: Any, words: Words) -> Any:
    """A value of a screen as QML takes it: dates as ISO text, structs as maps, tuples as lists."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case bytes():
            return picture(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [to_qml(item, words) for item in value]
        case dict():
            return {qml_name(name): to_qml(item, words) for name, item in value.items()}
        case Reason():
            return to_qml(words.reason(value), words)
        case Note(key, values):
            return words.say(f"pile_note.{key}", **values)
        case msgspec.Struct():
            return {qml: to_qml(getattr(value, name), words) for name, qml in names(type(value))}
    raise TypeError(f"no screen holds a {type(value).__name__}")


def picture(pdf: bytes) -> str:
    """A sheet of paper as an address that an Image can show."""
    from base64 import b64encode  # only where paper is shown

    return f"data:application/pdf;base64,{b64encode(pdf).decode()}" if pdf else ""


@cache
def names(struct: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """A struct's fields, in Python and in QML."""
    return tuple((name, qml_name(name)) for name in struct.__struct_fields__)


@cache
def qml_name(name: str) -> str:
    first, *rest = name.split("_")
    return OWN_NAMES.get(name, first + "".join(word.capitalize() for word in rest))
