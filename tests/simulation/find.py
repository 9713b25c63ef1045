"""Find: the first seed that catches a mutant: `python tests/simulation/find.py SEEDS [MUTANT ...]`."""

import logging
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import pytest  # noqa: E402 - found only from now on
from simulation.mutants import MUTANTS  # noqa: E402
from simulation.run import run  # noqa: E402


def first(name: str, seeds: int) -> tuple[int, str] | None:
    for seed in range(1, seeds + 1):
        with pytest.MonkeyPatch.context() as patch:
            MUTANTS[name](patch)
            try:
                run(seed)
            except Exception as fault:
                return seed, f"{type(fault).__name__}: {fault}".replace("\n", " ")[:120]
    return None


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    for wanted in sys.argv[2:] or MUTANTS:
        print(wanted, first(wanted, int(sys.argv[1])), flush=True)
