"""Outfit: looks for what hangs on a bare machine, and makes the kiosk that the first run has described."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace

from kiosk import words
from kiosk.devices.clock import SystemClock
from kiosk.devices.printer import PrinterAway, printers_of, queues
from kiosk.devices.settings import Files, Printers
from kiosk.domain.outfit import Made, Seen
from kiosk.storage.database import StorageFault
from kiosk.storage.lock import FolderLock
from kiosk.sync.client import NoAnswer
from kiosk.sync.codes_on_stick import PACK_FILE, pack_on
from kiosk.upkeep.beginning import begun
from kiosk.upkeep.doctor.parts import CAMERAS
from kiosk.upkeep.install_file import Install, read_install, sentence
from kiosk.upkeep.install_hub import Given, invitation
from kiosk.upkeep.installing import install, literal
from kiosk.upkeep.setup import AlreadySetUp

log = logging.getLogger(__name__)
HUB_WAIT_S = 3.0
OTHER = "P-01"
NUMBERS = ("hall.number", "hub.number", "machine.turned", "sound.volume")  # what is written without quotes


class Ground(Struct, frozen=True):
    """Where the kiosk is to stand, and where sticks appear."""

    folder: Path
    key_path: Path | None = None
    media: tuple[str, ...] = Files().media


class Outfit:
    """Each question and the making have a thread of their own: the page never waits."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.seen, self.printed = ground, Seen(looking=True), ""
        self.made: Made | None = None

    def look(self) -> None:
        begin(self._look)

    def print_test(self, queue: str) -> None:
        self.printed = "printing"
        begin(lambda: self._print(queue))

    def make(self, answers: dict[str, str]) -> None:
        self.made = None
        begin(lambda: self._make(answers))

    def _look(self) -> None:
        pack = next((pack_on(stick) for stick in sticks(self.ground.media)), None)
        near = Seen(queues(), cameras(CAMERAS), (), len(pack.codes) if pack else 0, looking=True)
        self.seen = near
        self.seen = replace(near, hubs=hubs_near(), looking=False)

    def _print(self, queue: str) -> None:
        from kiosk.documents.test_page import A4_MM, test_page

        printers, title = (
            printers_of(Printers(certificates=queue)),
            words.read("zh_CN").say("printing.purpose.test_page"),
        )
        try:
            number = printers.make("certificates", str(uuid4()))
            printers.send("certificates", number, test_page(title, ["0123456789 ABC abc 龘靐齉"], A4_MM))
        except PrinterAway:
            self.printed = "away"
            return
        self.printed = "sent"

    def _make(self, answers: dict[str, str]) -> None:
        """Judged by the same rules as a file that a technician has written."""
        stick = next(iter(sticks(self.ground.media)), Path())
        asked = read_install(as_file(answers), Given(stick))
        if not isinstance(asked, Install):
            self.made = Made(wrong=tuple(said(partial(sentence, one)) for one in asked))
            return
        clock, hub = SystemClock(), invitation(asked.hub, Given(stick)) if asked.hub else None
        begin_with = begun(self.ground.folder, self.ground.key_path, clock, hub)
        try:
            with FolderLock(self.ground.folder):
                done = install(self.ground.folder, asked, begin_with, clock.now())
        except NoAnswer as refused:
            self.made = Made(wrong=(hub_said(refused.code),))
        except (StorageFault, OSError, AlreadySetUp) as fault:
            log.exception("no kiosk could be made")
            code = fault.code if isinstance(fault, StorageFault) else OTHER
            self.made = Made(wrong=(said(lambda tongue: words.read(tongue).say("wizard.not_made", code=code)),))
        else:
            self.made = Made(done.staff, done.pin, done.card)


def begin(work: Callable[[], None]) -> None:
    Thread(target=work, name="outfit", daemon=True).start()


def said(how: Callable[[str], str]) -> dict[str, str]:
    return {tongue: how(tongue) for tongue in words.LANGUAGES}


def hub_said(code: str) -> dict[str, str]:
    key = f"join.{code}" if f"join.{code}" in words.read("zh_CN").table else "join.other"
    return said(lambda tongue: words.read(tongue).say(key, code=code))


def sticks(media: tuple[str, ...]) -> list[Path]:
    """With codes of a hub; mounted under the folder, or under the name of whoever is at work."""
    return [file.parent for root in media for depth in ("*", "*/*") for file in Path(root).glob(f"{depth}/{PACK_FILE}")]


def cameras(seen: Path) -> tuple[str, ...]:
    return tuple(dict.fromkeys(file.read_text().strip() for file in sorted(seen.glob("*/name"))))


def hubs_near() -> tuple[str, ...]:
    """A machine without a network has none near."""
    from kiosk.sync.finding import hubs

    try:
        return tuple(hub.url for hub in hubs(HUB_WAIT_S))
    except OSError:
        return ()


def as_file(answers: dict[str, str]) -> str:
    """What was said, as the file would say it: `section.key` becomes a line of its section."""
    sections: dict[str, list[str]] = {"hall": [], "librarian": []}
    for name, value in (answers | hub_told(answers)).items():
        section, _, key = name.partition(".")
        if key:  # what has none was only told to whoever stands there
            number = (name in NUMBERS or name.endswith("_mm")) and value.isdecimal()
            sections.setdefault(section, []).append(f"{key} = {value if number else literal(value)}")
    return "\n".join(f"[{name}]\n" + "\n".join(lines) for name, lines in sections.items()) + "\n"


def hub_told(answers: dict[str, str]) -> dict[str, str]:
    """The stick is where its codes were found."""
    return {"hub.stick": "."} if answers.get("hub") == "stick" else {}
