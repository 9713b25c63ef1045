"""The figures of the proof are told at the end of the run, not only kept."""

from collections.abc import Iterator
from multiprocessing.pool import Pool

import pytest
from powerloss.proof import Part, kept, workers

PARTS = pytest.StashKey[list[Part]]()


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    with workers() as found:
        yield found


@pytest.fixture(scope="session")
def parts(pytestconfig: pytest.Config) -> Iterator[list[Part]]:
    found = pytestconfig.stash.setdefault(PARTS, [])
    yield found
    kept(found)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if found := config.stash.get(PARTS, []):
        terminalreporter.section("power loss and kills")
        for part in found:
            terminalreporter.write_line(str(part))
