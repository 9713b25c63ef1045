"""One office for all tests of printing, and a fresh printer with a fresh hall for each of them."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from printing.office import Office, Press
from printing.orders import Orders, printers

QUEUES = count(1)


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    made = Office()
    made.open()
    yield made
    made.close()


@pytest.fixture
def press(office: Office) -> Iterator[Press]:
    made = office.press(f"hall-{next(QUEUES)}")
    yield made
    office.remove(made)


@pytest.fixture
def orders(office: Office, press: Press, tmp_path: Path) -> Iterator[Orders]:
    made = Orders(tmp_path / "hall.db", printers(office, press.queue)).open()
    yield made
    made.close()
