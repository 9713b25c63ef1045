"""Watchdog: tells whoever started the kiosk that it stands, and again and again that it still answers."""

import socket
from collections.abc import Mapping

PINGS_IN_TIME = 3  # so many fit into the time after which silence counts as death


class Watchdog:
    """A few words of systemd's protocol, each a datagram; without somebody who listens there is no watchdog."""

    def __init__(self, address: str, every_s: float) -> None:
        self.address, self.every_s = address, every_s

    def ready(self) -> None:
        self.tell("READY=1")

    def alive(self) -> None:
        self.tell("WATCHDOG=1")

    def stopping(self) -> None:
        self.tell("STOPPING=1")

    def tell(self, word: str) -> None:
        """Whoever does not listen any more stops no kiosk."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.settimeout(1)
            try:
                line.sendto(word.encode(), self.address.replace("@", "\0", 1))
            except OSError:
                return


def watchdog(environment: Mapping[str, str]) -> Watchdog | None:
    """Started by hand, nobody listens; where nobody counts the seconds, no pings are wanted."""
    address, time_us = environment.get("NOTIFY_SOCKET", ""), environment.get("WATCHDOG_USEC", "")
    if not address.startswith(("/", "@")):
        return None
    return Watchdog(address, int(time_us) / 1_000_000 / PINGS_IN_TIME if time_us.isdecimal() else 0.0)
