"""What commands of staff share: who acts, on which copies, and how the answer is said."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click
from msgspec.structs import replace

from kiosk import words
from kiosk.cli.folder import REFUSED, catalogue_of, store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain.refusals import Reason
from kiosk.domain.staff import Action
from kiosk.storage import keys, queries
from kiosk.visit.moving import role_reasons
from kiosk.visit.sitting import Place

staff_option = click.option("--staff", "actor", required=True, help="The number of whoever does it 工号.")


class Spoken:
    """Both languages beside each other, as on every command."""

    def __init__(self) -> None:
        self.languages = tuple(words.read(language) for language in words.LANGUAGES)

    def say(self, key: str, **values: Any) -> str:
        return " / ".join(spoken.say(key, **values) for spoken in self.languages)

    def reason(self, reason: Reason) -> str:
        each = (spoken.reason(reason) for spoken in self.languages)
        return " / ".join(f"{said.code} {said.text}: {said.facts} {said.next}" for said in each)

    def reasons(self, reasons: Iterable[Reason]) -> str:
        return "\n".join(map(self.reason, reasons))


@contextmanager
def at_work(folder: Path | None, key_path: Path | None) -> Iterator[Place]:
    """Beside a kiosk that runs: every step is a commit of its own."""
    store = store_of(folder, key_path)
    rules = queries.hall_rules(store.db, store.device.hall)
    catalogue = catalogue_of(folder, key_path, store)
    try:
        yield Place(store, rules, keys.issuers(store.db), catalogue, SystemClock().now())
    finally:
        store.close()


def by_now(place: Place) -> Place:
    """The same place a moment later: whoever scans for an hour writes each scan at its own time."""
    return replace(place, moment=SystemClock().now())


def refuse(reasons: tuple[Reason, ...]) -> NoReturn:
    """Says all of them, and ends with 1."""
    click.echo(Spoken().reasons(reasons), err=True)
    sys.exit(REFUSED)


def allowed(place: Place, actor: str, action: Action) -> None:
    if reasons := role_reasons(place, actor, action):
        refuse(reasons)


def numbers_of(given: tuple[str, ...]) -> Iterator[str]:
    """As they are named; a lone dash reads them from stdin, one a line."""
    lines = sys.stdin if given == ("-",) else given
    return (line.replace(" ", "").strip() for line in lines if line.strip())
