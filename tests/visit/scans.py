"""A storm of scans: rubbish, damaged, forged and real codes in any order; a hundred thousand for the proof."""

import random
import sys
from collections import Counter
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402 - found only from now on
from halls import BOOKS, TODAY, TestHall, copy  # noqa: E402

from kiosk.domain.codes import PRACTICE_BOOK, PRACTICE_CARD, SignedCard, card_text  # noqa: E402
from kiosk.domain.facts import CardReportedLost, MemberBlocked  # noqa: E402
from kiosk.visit.screens import Fault, Refusal  # noqa: E402

FORGER = Ed25519PrivateKey.from_private_bytes(b"f" * 32)
TAPS = ["finish", "undo", "record", "back", "renew_all", "receipt", "help", "practice", "no_card", "go_on"]
ALPHABETS = ("0123456789", "abcXYZ<>'\";--", "红楼梦张三\u3000", "\x00\x1b\r\n\t\u202e\ud800", "１２３４５６７８９０")


def bad_cards(hall: TestHall) -> dict[str, str]:
    """Each with the reason that it must be refused for."""
    good = hall.card("ou")
    stranger = SignedCard("member", b"nobo", 1002, 1, 0, date(2028, 1, 1), 1)
    return {
        good[:50] + str((int(good[50]) + 1) % 10) + good[51:]: "K-05",
        card_text(SignedCard("member", b"hall", 1002, 1, 0, date(2028, 1, 1), 1), FORGER.sign): "K-05",
        card_text(stranger, FORGER.sign): "K-06",
        hall.card("ou", version=9): "L-02",
        hall.card("zhang"): "L-01",  # reported lost
        hall.card("li"): "L-04",  # blocked, and expired
    }


def storm(count: int, seed: int) -> Counter[str]:
    """Plays the scans; whatever breaks a promise ends it."""
    hall, rng = TestHall(), random.Random(seed)
    hall.tell(CardReportedLost(1000, 1), MemberBlocked(1001, "staff"))
    hall.join("li", card_expires_on=TODAY.replace(year=2025), blocked_why="staff")
    bad = bad_cards(hall)
    real = [hall.card("ou"), PRACTICE_CARD, PRACTICE_BOOK, "9787020002207", *(copy(book) for book in BOOKS)]
    seen: Counter[str] = Counter()
    for _ in range(count):
        text = one_scan(rng, real, tuple(bad))
        hall.pass_by(rng.choice((0.1, 1.0, 3.0, 30.0)))
        screen = hall.visit.scan(text)
        assert not isinstance(screen, Fault), repr(text)
        if text in bad:
            assert isinstance(screen, Refusal) and bad[text] in [r.code for r in screen.reasons], (text, screen)
        seen[type(screen).__name__] += 1
        if rng.random() < 0.2:
            assert not isinstance(hall.tap(rng.choice(TAPS)), Fault)
    assert hall.store.differences() == {} and sum(seen.values()) == count
    assert hall.db.execute("select count(*) from loans where member in (1000, 1001)").fetchone() == (0,)
    hall.store.close()
    return seen


def one_scan(rng: random.Random, real: list[str], bad: tuple[str, ...]) -> str:
    roll = rng.random()
    if roll < 0.35:
        return rng.choice(real)
    if roll < 0.5:
        return rng.choice(bad)
    if roll < 0.8:
        return damaged(rng, rng.choice(real))
    return "".join(rng.choice(rng.choice(ALPHABETS)) for _ in range(rng.choice((0, 1, 13, 37, 201, 2500))))


def damaged(rng: random.Random, text: str) -> str:
    """A character changed, dropped, doubled, or the end lost."""
    place = rng.randrange(len(text))
    ways = (
        text[:place] + rng.choice("0123456789x") + text[place + 1 :],
        text[:place] + text[place + 1 :],
        text[:place] + text[place] * 2 + text[place + 1 :],
        text[:place],
        text + text,
    )
    return rng.choice(ways)


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"ok   {many:,} scans, 0 exceptions, 0 wrong acceptances:", dict(storm(many, seed=1)))
