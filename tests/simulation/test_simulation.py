"""Whatever happens to kiosks, hub and network: when all is healed there is one truth; each known error is caught."""

import logging
import os
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from simulation.mutants import MUTANTS
from simulation.run import run
from simulation.world import Broken

KNOWN = tomllib.loads((Path(__file__).parent / "known_seeds.toml").read_text("utf-8"))
BASE = int(os.environ.get("HALL_SEED") or datetime.now(UTC).strftime("%y%m%d")) * 10_000
PARTS, FRESH, LONG = 10, 20, 500  # seeds of one part, here and in the long proof


@pytest.fixture(autouse=True)
def quiet_log() -> Iterator[None]:
    """Poison is told with its whole story each time; here it is meant."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def proved(seed: int) -> None:
    try:
        run(seed)
    except Exception as fault:
        raise AssertionError(f"seed {seed}: {fault}; again with: python tests/simulation/run.py {seed}") from fault


@pytest.mark.parametrize("part", range(PARTS))
def test_fresh_seeds(part: int) -> None:
    print(f"HALL_SEED={BASE // 10_000}")
    for seed in range(BASE + part * FRESH, BASE + (part + 1) * FRESH):
        proved(seed)


@pytest.mark.parametrize("seed", KNOWN["bad"])
def test_a_seed_that_once_failed(seed: int) -> None:
    proved(seed)


@pytest.mark.proof
@pytest.mark.parametrize("part", range(PARTS))
def test_many_seeds(part: int) -> None:
    for seed in range(BASE + part * LONG, BASE + (part + 1) * LONG):
        proved(seed)


@pytest.mark.parametrize("name", MUTANTS)
def test_a_hub_or_kiosk_made_wrong_is_found_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    MUTANTS[name](monkeypatch)
    with pytest.raises(Exception) as caught:
        run(KNOWN["mutants"][name])
    assert isinstance(caught.value, Broken) or KNOWN["faults"][name] == type(caught.value).__name__
