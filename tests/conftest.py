"""What every test may use."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from halls import TestHall


@pytest.fixture
def hall() -> Iterator[TestHall]:
    made = TestHall()
    yield made
    made.store.close()
