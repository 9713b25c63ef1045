"""Practising: makes the practice hall in a temporary folder and a thread of its own, and throws it away."""

import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from kiosk.domain.moment import Moment
from kiosk.domain.staff import Role
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import Store, open_store
from kiosk.upkeep.registrar import Registrar

log = logging.getLogger(__name__)
PREFIX = "hall-kiosk-practice-"
LEFT_S = 86_400


class PracticeGround:
    """The make-believe data, as long as somebody practises on it."""

    def __init__(self, above: Path, now: Moment) -> None:
        from kiosk.upkeep.practice_hall import toys  # no start waits for it

        self.above = above
        self.store: Store = open_store(above / "data", read_key(key_file(above / "data")))
        self.catalogue = Catalogue(None, self.store.device)
        self.catalogue.gather(self.store.db, now.at)
        self.registrar = Registrar(self.store)
        self.toys = toys(self.store.db)

    def throw_away(self) -> None:
        self.catalogue.close()
        self.store.close()
        shutil.rmtree(self.above, ignore_errors=True)


def sweep() -> None:
    """What a power cut has left: nobody practises for a whole day."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > LEFT_S:
                shutil.rmtree(left, ignore_errors=True)


class PracticeRoom:
    """Makes one ground at a time; who asked looks now and then whether it is there."""

    def __init__(self, now: Callable[[], Moment]) -> None:
        self.now, self.failed = now, False
        self.above: Path | None = None
        self.thread = Thread()

    def begin(self, role: Role) -> None:
        self.failed, self.above = False, None
        self.thread = Thread(target=self._make, args=(role,), name="practice", daemon=True)
        self.thread.start()

    def _make(self, role: Role) -> None:
        """A full disk is no fault of whoever wants to practise: the page says so."""
        from kiosk.upkeep.practice_hall import make

        try:
            sweep()
            self.above = Path(tempfile.mkdtemp(prefix=PREFIX))
            make(self.above / "data", role, self.now())
        except Exception:
            log.exception("the practice hall could not be made")
            self.failed = True
            if self.above:
                shutil.rmtree(self.above, ignore_errors=True)

    def done(self) -> bool:
        return not self.thread.is_alive()

    def ground(self) -> PracticeGround | None:
        """Once it is done: none where it could not be made."""
        above, self.above = self.above, None
        return None if self.failed or above is None else PracticeGround(above, self.now())
