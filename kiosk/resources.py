"""Where the files that are shipped with the program lie."""

from pathlib import Path


def resource(name: str) -> Path:
    return Path(__file__).parents[1] / "resources" / name
