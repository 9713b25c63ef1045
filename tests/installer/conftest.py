"""A disk that can be filled and locked, and a screen, for proofs that need their own."""

import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from displays import Display, display_lacking
from services import Service

DISK = "size=48m,mode=0700"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, so small that it can be filled."""
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", DISK, "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def display() -> Iterator[Display]:
    if display_lacking():
        pytest.skip("needs a display of its own")
    made = Display()
    yield made
    made.close()


@pytest.fixture
def service(disk: Path, tmp_path: Path, display: Display) -> Iterator[Service]:
    """It hears at an address outside the folder's disk, which may be locked."""
    with closing(Service(display, disk / "data", tmp_path / "notify")) as made:
        yield made
