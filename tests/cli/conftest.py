"""One demo, made by the command itself, for all tests of the command line."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from commands import DemoHall, kiosk

SMALLER = ("--titles", "900", "--members", "240")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("demo") / "data"
    done = kiosk("demo", "--data", str(folder), "--no-window", "--json", *SMALLER)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.fixture
def demo(made: dict[str, Any], tmp_path: Path) -> DemoHall:
    source, folder = Path(made["data"]), tmp_path / "data"
    shutil.copytree(source, folder)
    shutil.copy(source.with_name("data.key"), tmp_path / "data.key")
    return DemoHall(folder, made)
