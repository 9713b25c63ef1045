"""Pace: how often the devices may ask, so that a hall hears at once and a city does not drown in questions."""

from datetime import datetime, timedelta
from threading import Lock

ASKS_A_SECOND_MAX = 50  # that find nothing new; one process answers several times as many
RECENT = timedelta(minutes=5)  # whoever has not asked since then is away
COUNT_EVERY = timedelta(seconds=1)


class Pace:
    """Of one process, in memory: it costs no question to the database."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.asked: dict[str, datetime] = {}
        self.counted: datetime | None = None

    def again_s(self, device: str, now: datetime) -> int:
        """When this device is to ask again, if all the others do so as well."""
        with self.lock:
            self.asked[device] = now
            if self.counted is None or abs(now - self.counted) >= COUNT_EVERY:
                self.asked = {name: at for name, at in self.asked.items() if abs(now - at) < RECENT}
                self.counted = now
            return max(1, -(-len(self.asked) // ASKS_A_SECOND_MAX))
