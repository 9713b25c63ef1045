"""The long proof, for `make proof`: python -m tests.powerloss.prove [IMAGES] [KILLS]."""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from powerloss.controls import CONTROLS  # noqa: E402 - found only from now on
from powerloss.proof import SHARES, Part, control, kept, killed_control, kills, power_loss, workers  # noqa: E402

IMAGES, KILLS = 40_000, 2_000


def parts(images: int, wanted_kills: int) -> Iterator[Part]:
    with workers() as pool:
        for name in CONTROLS:
            yield control(pool, name)
        yield killed_control(pool)
        for day, share in SHARES.items():
            yield power_loss(pool, day, round(images * share))[0]
        yield kills(pool, wanted_kills)[0]


def main(images: int = IMAGES, wanted_kills: int = KILLS) -> int:
    done = []
    for part in parts(images, wanted_kills):
        print(part, flush=True)
        done.append(part)
    kept(done)
    return 0 if all(part.ok for part in done) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
