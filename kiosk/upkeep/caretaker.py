"""Caretaker: backs up while nobody is there, looks at the machine when a technician asks, and keeps what was found."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from msgspec import Struct

from kiosk.domain.health import Check
from kiosk.domain.moment import Moment
from kiosk.storage.kept import Kept, backup_folder, backup_name, kept, let_go
from kiosk.upkeep import mended, wishes
from kiosk.upkeep.mended import Mended

log = logging.getLogger(__name__)
AGAIN_S = 3600.0  # after a backup that failed
FIRST_S = 300.0  # a kiosk that was just switched on has other things to do
REFUSED = 1  # what `kiosk backup` ends with where the database is not well
BACKUP_S = 3600


class House(Struct, frozen=True):
    """Where the caretaker is at home."""

    folder: Path
    key_path: Path
    media: tuple[Path, ...]  # where sticks appear
    command: tuple[str, ...]  # how `kiosk` is called here
    now: Callable[[], Moment]


class Caretaker:
    """Nothing here makes the window wait: what takes long is done in a thread, and backups in a process."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.checks: tuple[Check, ...] = ()
        self.looking = False
        self.work: Thread | None = None
        self.tried_s = time.monotonic() + FIRST_S - AGAIN_S

    def look(self) -> None:
        """The answer is in `checks` once nobody is looking any more."""
        if not self.looking:
            self.looking = True
            Thread(target=self._look, name="doctor", daemon=True).start()

    def _look(self) -> None:
        from kiosk.upkeep.doctor import Patient, examined

        try:
            self.checks = examined(Patient(self.house.folder, self.house.key_path, self.house.now()))
        finally:
            self.looking = False

    def rest(self) -> bool:
        """Nobody is there. True: the kiosk is to begin anew, so that it is mended."""
        if wishes.waits(self.house.folder):
            return True
        if self.due() and (self.work is None or not self.work.is_alive()):
            self.tried_s = time.monotonic()
            self.work = Thread(target=self.back_up, name="backup", daemon=True)
            self.work.start()
        return False

    def due(self) -> bool:
        """Once a day; after a failure not at once again."""
        if time.monotonic() - self.tried_s < AGAIN_S:
            return False
        newest = self.backups()[:1]
        return not newest or newest[0].at.date() != self.house.now().at.date()

    def back_up(self) -> None:
        """In a process of its own, and last in line: the proof reads everything, and no frame may wait for it."""
        from subprocess import TimeoutExpired

        from kiosk.upkeep import sticks

        where = backup_folder(self.house.folder)
        try:
            where.mkdir(mode=0o700, exist_ok=True)
            out = where / backup_name(self.house.now().at)
            code = self._made(out)
            if code == REFUSED:
                log.error("the database is not well, so no backup was made", extra={"code": "D-16"})
                wishes.note_damage(self.house.folder)
            elif code:
                log.error("no backup could be made", extra={"code": "D-11"})
            else:
                for old in let_go(kept(where)):
                    (where / old.name).unlink()
                sticks.carry(where / out.name, self.house.media)
        except (OSError, TimeoutExpired):
            log.exception("no backup could be made", extra={"code": "D-11"})

    def _made(self, out: Path) -> int:
        import subprocess

        from kiosk.upkeep.sticks import gently

        whose = ("--data", str(self.house.folder), "--key", str(self.house.key_path))
        command = (*gently(), *self.house.command, "backup", *whose, "--out", str(out))
        quiet = subprocess.DEVNULL
        done = subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=BACKUP_S, check=False)  # noqa: S603 - our own program
        return done.returncode

    def backups(self) -> tuple[Kept, ...]:
        return kept(backup_folder(self.house.folder))

    def holds(self, name: str) -> int:
        """How many facts are in that backup; 0, if it cannot be read any more."""
        from kiosk.storage.database import StorageFault, read_key
        from kiosk.storage.glance import glance_at

        try:
            return glance_at(backup_folder(self.house.folder) / name, read_key(self.house.key_path)).facts
        except StorageFault:
            return 0

    def want(self, name: str) -> bool:
        """That backup is put back when the kiosk begins anew; one that is not there is not wished for."""
        there = name in [backup.name for backup in self.backups()]
        if there:
            wishes.wish_for(self.house.folder, name)
        return there

    def note_damage(self) -> None:
        """On a disk that takes no mark nothing could be mended either; the next step that meets it tries again."""
        with suppress(OSError):
            wishes.note_damage(self.house.folder)

    def mended(self) -> Mended | None:
        return mended.read_mended(self.house.folder)

    def mended_read(self) -> None:
        mended.forget_mended(self.house.folder)

    def take_logs(self) -> str:
        """The name of the file on the stick, or nothing where no stick was found or it is full."""
        from kiosk.upkeep.sticks import logs_to_stick

        return logs_to_stick(self.house.folder / "log", self.house.media, self.house.now().at)

    def put_on_stick(self, name: str, content: bytes) -> str:
        """The same, of something that staff have made."""
        from kiosk.upkeep.sticks import file_to_stick

        return file_to_stick(name, content, self.house.media)
