"""Commands that talk to the kiosk without a screen: console, replay."""

import sys
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import catalogue_of, data_option, key_option, named, store_of
from kiosk.cli.sync import sync_room
from kiosk.devices.clock import MovedClock, StoppedClock, SystemClock
from kiosk.domain.refusals import Reason
from kiosk.storage.lock import FolderLock
from kiosk.upkeep.log import log_to
from kiosk.upkeep.registrar import Registrar
from kiosk.visit.patience import attended
from kiosk.visit.screens import Screen
from kiosk.visit.sitting import Beside
from kiosk.visit.visit import UnknownAction, Visit


@click.command()
@data_option
@key_option
@click.option("--now", help="ISO 8601; the clock starts here and moves only by `tick`.")
def console(folder: Path | None, key_path: Path | None, now: str | None) -> None:
    """One command a line in, one JSON object a line out: scan, tap, tick, screen."""
    play(folder, key_path, now, sys.stdin)


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@data_option
@key_option
@click.option("--now", help="ISO 8601; the clock starts here and moves only by `tick`.")
def replay(file: Iterable[str], folder: Path | None, key_path: Path | None, now: str | None) -> None:
    """Play a recorded console session again."""
    play(folder, key_path, now, file)


def play(folder: Path | None, key_path: Path | None, now: str | None, lines: Iterable[str]) -> None:
    where, clock = named(folder), clock_from(now)
    store = store_of(where, key_path)
    with FolderLock(where), nullcontext() if now else sync_room(folder, key_path) as room:
        if room:
            store.recorded = room.call
        log_to(where)
        catalogue = catalogue_of(folder, key_path, store)
        catalogue.gather(store.db, clock.now().at)
        visit = Visit(store, clock, catalogue, Beside(registrar=Registrar(store)))
        talk = Console(visit, clock)
        if room:
            room.somebody = lambda: attended(visit.screen)
        for line in lines:
            if answer := talk.answer(line):
                click.echo(msgspec.json.encode(answer).decode())
                sys.stdout.flush()
        talk.visit.finish()
        catalogue.close()
        store.close()


def clock_from(now: str | None) -> MovedClock:
    if now is None:
        return MovedClock(SystemClock())
    try:
        start = datetime.fromisoformat(now)
    except ValueError:
        raise click.BadParameter(f"not a time: {now}", param_hint="--now") from None
    return MovedClock(StoppedClock(start.astimezone(UTC)))


class Console:
    """The same Visit as the screen has, in lines of text."""

    def __init__(self, visit: Visit, clock: MovedClock) -> None:
        self.visit, self.clock, self.n = visit, clock, 0
        self.languages = {language: words.read(language) for language in words.LANGUAGES}
        self.commands: dict[str, Callable[[str], Screen]] = {
            "scan": self.visit.scan,
            "tap": self._tap,
            "tick": self._tick,
            "screen": lambda _: self._again(),
        }

    def answer(self, line: str) -> dict[str, Any] | None:
        """Nothing for a blank line or a remark; a line that cannot be read ends nothing."""
        line = line.rstrip("\r\n")
        if not line.strip() or line.lstrip().startswith("#"):
            return None
        self.n += 1
        name, _, rest = line.strip().partition(" ")
        started = time.perf_counter()
        try:
            self.commands[name](rest)
            screen = self.visit.settle()
        except KeyError:
            return {"n": self.n, "error": f"unknown command: {name}"}
        except UnknownAction as fault:
            return {"n": self.n, "error": f"unknown action: {fault}"}
        except (ValueError, msgspec.DecodeError) as fault:
            return {"n": self.n, "error": f"cannot read: {fault}"}
        return self._told(screen, (time.perf_counter() - started) * 1000)

    def _told(self, screen: Screen, ms: float) -> dict[str, Any]:
        reasons = shown_reasons(screen)
        told = {
            "n": self.n,
            "screen": type(screen).__name__,
            "fields": msgspec.to_builtins(screen),
            "reasons": [reason.code for reason in reasons],
            "facts": [type(fact.p).__name__ for fact in self.visit.facts],
            "ms": round(ms, 3),
        }
        says = {
            name: [msgspec.to_builtins(spoken.reason(r)) for r in reasons] for name, spoken in self.languages.items()
        }
        return told | ({"says": says} if reasons else {})

    def _tap(self, rest: str) -> Screen:
        action, _, arguments = rest.strip().partition(" ")
        return self.visit.tap(action, msgspec.json.decode(arguments, type=dict[str, Any]) if arguments.strip() else {})

    def _tick(self, rest: str) -> Screen:
        seconds = float(rest)
        if not 0 <= seconds < 1e9:
            raise ValueError("seconds must be from 0 to a thousand million")
        self.clock.pass_by(seconds)
        return self.visit.tick()

    def _again(self) -> Screen:
        self.visit.facts = ()
        return self.visit.screen


def shown_reasons(value: Any) -> list[Reason]:
    """Every reason that a screen holds, wherever it stands, each once."""
    if isinstance(value, Reason):
        return [value]
    if isinstance(value, tuple):
        parts = value
    elif isinstance(value, msgspec.Struct):
        parts = tuple(getattr(value, name) for name in value.__struct_fields__)
    else:
        parts = ()
    found: list[Reason] = []
    for part in parts:
        found += [reason for reason in shown_reasons(part) if reason not in found]
    return found
