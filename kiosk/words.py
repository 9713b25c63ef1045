"""Words: the sentences of reasons, labels, notices and voice, in the language of the reader."""

import re
import tomllib
from datetime import date
from typing import Any

from msgspec import Struct

from kiosk.domain.refusals import Reason
from kiosk.resources import resource

LANGUAGES = ("zh_CN", "en")
# Each room words its own reasons; whoever reads them all afterwards looks in these places.
WHYS = (
    *("rules.why.", "roll.why_", "class_desk.why_", "register.why_"),
    *("member.why.", "titles.why.", "counter.why_", "cases.why_"),
)


class Sentences(Struct, frozen=True):
    """A reason in words."""

    code: str
    who: str
    text: str
    facts: str
    next: str


class Words:
    """One language; a key is the path in its file, joined by dots."""

    def __init__(self, language: str, table: dict[str, Any]) -> None:
        self.language, self.table = language, table

    def say(self, key: str, **values: Any) -> str:
        section, _, name = key.rpartition(".")
        return re.sub(
            r"{(\w+)}", lambda found: self._filled(section, found[1], values), self.table[f"{section}.{name}"]
        )

    def reason(self, reason: Reason) -> Sentences:
        text, facts, step = (
            self.say(f"reason.{reason.code}.{part}", **reason.values) for part in ("text", "facts", "next")
        )
        return Sentences(reason.code, reason.who, text, facts, step)

    def why(self, key: str) -> str:
        """A reason that was chosen; what is worded nowhere was written by hand."""
        return next((str(self.table[place + key]) for place in WHYS if place + key in self.table), key)

    def date(self, day: date) -> str:
        names = self.table.get("format.month_name")
        return self.say("format.date", month=day.month, day=day.day, month_name=names[day.month - 1] if names else "")

    def _filled(self, section: str, name: str, values: dict[str, Any]) -> str:
        match values.get(name, ""):
            case date() as day:
                return self.date(day)
            case tuple() | list() as items:
                join = self.table[f"{section}.{name}_join"]
                return str(join.join(self.say(f"{section}.{name}_each", **item) for item in items))
            case {"word": key}:
                return self.say(key)
            case value:
                return str(value)


def read(language: str) -> Words:
    with resource(f"words/{language}.toml").open("rb") as file:
        return Words(language, flat(tomllib.load(file)))


def flat(table: dict[str, Any], path: str = "") -> dict[str, Any]:
    """Nested tables as one: `reason.L-07.text`."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        found |= flat(value, f"{path}{name}.") if isinstance(value, dict) else {f"{path}{name}": value}
    return found
