"""What a camera sees again and again becomes one scan."""

from collections.abc import Iterable

from msgspec import Struct

AGREE_S = 1.0  # two pictures within this time have to say the same: one alone may be misread
GONE_S = 1.5  # out of sight for so long, the same code is shown anew


class Sight(Struct, frozen=True):
    last_s: float
    told: bool


class Sightings:
    """The codes that lie before the camera."""

    def __init__(self) -> None:
        self._seen: dict[str, Sight] = {}

    def seen(self, texts: Iterable[str], now_s: float) -> list[str]:
        """The texts of one picture; gives those that are scans now."""
        self._seen = {text: sight for text, sight in self._seen.items() if lasts(sight, now_s)}
        once = list(dict.fromkeys(texts))  # a picture may hold the same code twice
        scans = [text for text in once if text in self._seen and not self._seen[text].told]
        self._seen |= {text: Sight(now_s, told=text in self._seen) for text in once}
        return scans


def lasts(sight: Sight, now_s: float) -> bool:
    return now_s - sight.last_s <= (GONE_S if sight.told else AGREE_S)
