"""Health: what was found out about one part of the machine, in a closed list of words."""

from typing import Literal

from msgspec import Struct

State = Literal["ok", "warn", "fail", "absent"]

# Each part of the machine with all that can be found of it; `unseen`: nothing here can tell.
FOUND: dict[str, dict[str, State]] = {
    "scanner": {"good": "ok", "wedge": "ok", "missing": "fail", "none": "warn", "locked": "fail", "unseen": "absent"},
    "camera": {"good": "ok", "off": "absent", "missing": "fail", "unseen": "absent"},
    "printer": {"good": "ok", "off": "absent", "paper": "warn", "stopped": "warn", "away": "fail"},
    "sound": {"good": "ok", "off": "absent", "none": "warn", "unseen": "absent"},
    "screen": {"good": "ok", "low": "ok", "unmeasured": "warn", "beyond": "fail", "off": "absent"},
    "heights": {"good": "ok", "unmeasured": "warn", "beyond": "warn", "off": "absent"},
    "clock": {"good": "ok", "doubtful": "fail"},
    "clock_chip": {"good": "ok", "differs": "warn", "unseen": "absent"},
    "battery": {"good": "ok", "low": "warn", "off": "absent"},
    "disk": {"good": "ok", "low": "warn", "full": "fail", "read_only": "fail"},
    "disk_age": {"good": "ok", "worn": "warn", "unseen": "absent"},
    "database": {"good": "ok", "mended": "warn", "damaged": "fail", "unread": "fail"},
    "backups": {"good": "ok", "none": "warn", "old": "warn", "very_old": "fail"},
    "keys": {"good": "ok", "no_sheet": "warn", "open": "warn", "missing": "fail", "damaged": "fail"},
    "settings": {"good": "ok", "wrong": "fail"},
    "hub": {"alone": "absent"},
    "fonts": {"good": "ok", "missing": "fail"},
    "voice": {"good": "ok", "gaps": "warn"},
    "lockdown": {"good": "ok", "open": "warn", "root": "warn", "unseen": "absent"},
}
SLOW: State = "warn"  # any part that did not answer in time
TROUBLES: tuple[State, ...] = ("fail", "warn")


class Check(Struct, frozen=True):
    """One part of the machine: which, how it is, and why."""

    name: str
    state: State
    why: str
    values: dict[str, str | int] = {}


def found(part: str, why: str, /, **values: str | int) -> Check:
    return Check(part, FOUND[part][why], why, values)


def slow(name: str) -> Check:
    return Check(name, SLOW, "slow")


def worst_first(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """What needs somebody stands first; among equals the order stays."""
    order: tuple[State, ...] = ("fail", "warn", "ok", "absent")
    return tuple(sorted(checks, key=lambda check: order.index(check.state)))
