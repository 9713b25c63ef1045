"""What every test may use."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

from halls import TestHall

# what is proved is what comes out, not how soon: the machine may have much else to do
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture
def hall() -> Iterator[TestHall]:
    made = TestHall()
    yield made
    made.store.close()
