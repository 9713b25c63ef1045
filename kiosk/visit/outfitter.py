"""Outfitter: what the first run asks of whoever makes a kiosk out of a bare machine."""

from typing import Protocol

from kiosk.domain.outfit import Made, Seen


class Outfitter(Protocol):
    """Nothing here makes anybody wait: what takes long is begun, and asked for again."""

    @property
    def seen(self) -> Seen: ...
    @property
    def printed(self) -> str:
        """Of the test page: nothing, printing, sent, away."""

    @property
    def made(self) -> Made | None: ...
    def look(self) -> None: ...
    def print_test(self, queue: str) -> None: ...
    def make(self, answers: dict[str, str]) -> None: ...
