"""`python -m tests.bench [--small]`: measures everything, prints one table and keeps it in docs/figures.md."""

import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench import borrow, camera, certificates, checkin, exchange, paint, paper, search, start, sync
from tests.bench.scale import FULL, SMALL

PARTS = ("PySide6-Essentials", "sqlcipher3", "msgspec", "cryptography")
HEAD = "| figure | what | measured | target | | seen |\n| --- | --- | --- | --- | --- | --- |"


def main() -> None:
    counts, name = (SMALL, "small") if "--small" in sys.argv else (FULL, "full")
    found = [*borrow.figures(counts, name), *checkin.figures(), *start.figures(borrow.BUILD), *exchange.figures()]
    found += [*paint.figures(), *camera.figures(), *paper.figures(), *certificates.figures()]
    found += sync.figures()
    found += search.figures((10_000, counts["titles"]))
    rows = "\n".join(figure.row() for figure in found)
    versions = ", ".join(f"{part} {version(part)}" for part in PARTS)
    where = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, {versions}"
    table = f"{HEAD}\n{rows}\n"
    print(table)
    if name == "full":
        how = f"Ratios inside one run, medians of interleaved rounds; `make bench`, {datetime.now(UTC):%Y-%m-%d}."
        head = f"# Figures\n\n{how}\n{where}.\n\n"
        file = Path(__file__).parents[2] / "docs" / "figures.md"
        kept = file.read_text("utf-8").partition("\n## ")[1:] if file.exists() else ()
        file.write_text(head + table + "".join(kept), "utf-8")


main()
