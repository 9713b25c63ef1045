"""Label sheets: where each label lies on a sheet of labels, or on the roll of a label printer."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, convert

from kiosk.documents.paper import Cell, Point
from kiosk.resources import resource

SHEET_DPI = 600  # what office printers set at least
ROLL_DPI = (203, 300)
ROLL_MM_LEAST, ROLL_MM_MOST = 15.0, 120.0
NAME = re.compile(r"(?:\w+-)?(\d+)x(\d+)-")


class Sheet(Struct, frozen=True):
    """All in millimetres; a roll is a sheet of one label."""

    name: str
    page: Point
    margin: Point
    pitch: Point
    label: Point
    corner: float
    columns: int
    rows: int
    dpi: int = SHEET_DPI

    @property
    def places(self) -> int:
        return self.columns * self.rows

    def cell(self, place: int) -> Cell:
        """Row by row, as one reads."""
        row, column = divmod(place, self.columns)
        x, y = self.margin[0] + column * self.pitch[0], self.margin[1] + row * self.pitch[1]
        return Cell(x, y, *self.label, self.dpi)

    def cells(self, count: int, start_at: int = 1) -> Iterator[tuple[bool, Cell]]:
        """For each label: whether a new sheet begins with it, and where it lies."""
        for n in range(start_at - 1, start_at - 1 + count):
            yield n % self.places == 0 and n >= start_at, self.cell(n % self.places)


def sheets() -> dict[str, Sheet]:
    with resource("labels/sheets.toml").open("rb") as file:
        return {name: sheet(name, said) for name, said in tomllib.load(file).items()}


def sheet(name: str, said: dict[str, Any]) -> Sheet:
    counted = NAME.match(name)
    assert counted, f"a sheet is named by its columns and rows: {name}"
    return convert({"name": name, "columns": int(counted[1]), "rows": int(counted[2]), **said}, Sheet)


def roll(size: str, dpi: int) -> Sheet | None:
    """One label a page, from "50x30"; nothing if that is no size of a label."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)", size)
    if not found:
        return None
    label = (float(found[1]), float(found[2]))
    if not all(ROLL_MM_LEAST <= side <= ROLL_MM_MOST for side in label):
        return None
    return Sheet(f"{size}-{dpi}", label, (0.0, 0.0), label, label, 0.0, 1, 1, dpi)
