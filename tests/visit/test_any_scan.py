"""The short form of the storm of scans; `make proof` plays a hundred thousand."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from scans import storm


@pytest.mark.parametrize("seed", [2, 3])
def test_no_scan_breaks_anything(seed: int) -> None:
    seen = storm(3_000, seed)
    assert seen["Refusal"] > 500 and seen["Basket"] > 50 and seen["Practice"] > 50
