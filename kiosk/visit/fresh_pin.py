"""Fresh PIN: drawn by lot and hashed by a thread of its own, while whoever is on duty still reads the question."""

import secrets
from threading import Thread

from kiosk.storage.pins import pin_hash

DIGITS = 6


class FreshPin:
    """Its digits are told once; kept is only the hash."""

    def __init__(self) -> None:
        self.pin, self.hashed = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}", ""
        self.thread = Thread(target=self._hash, name="fresh pin", daemon=True)
        self.thread.start()

    def _hash(self) -> None:
        self.hashed = pin_hash(self.pin)

    def done(self) -> str:
        """The hash; it takes a tenth of a second, and has been asked for some seconds before."""
        self.thread.join()
        return self.hashed
