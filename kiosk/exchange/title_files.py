"""Title files: any library's list of books, read as entries one after another."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kiosk.exchange.entries import TitleEntry
from kiosk.exchange.grids import Grid, below_header, grid
from kiosk.exchange.headers import TITLE_HEADERS
from kiosk.exchange.mapping import Mapping, guessed, map_text, original_names
from kiosk.exchange.opening import Opened
from kiosk.exchange.problems import COLUMNS_UNKNOWN, FileUnread
from kiosk.exchange.title_rows import TitleRows

NAMED_BY = ("name", "combined")


class TitleFile:
    """`entries` can be walked once; `share` is how much of the file lies behind, `encoding` what was met so far."""

    def __init__(self, file: Opened, wanted: Mapping | None = None) -> None:
        self.file, self.kind, self.table = file, file.kind, TITLE_HEADERS
        self.mapping = Mapping()
        self.names: list[str] = []
        self.map_text = ""
        self.share = 0.0
        self.met: Counter[str] = Counter()
        self.entries: Iterator[TitleEntry] = (
            self._of_records() if file.kind in ("marc", "marcxml") else self._of_table(wanted)
        )

    @property
    def encoding(self) -> str:
        """The commonest first."""
        names = [name for name, _ in self.met.most_common() if name and (name != "ascii" or len(self.met) == 1)]
        return ", ".join(names)

    def _of_records(self) -> Iterator[TitleEntry]:
        from kiosk.exchange.iso2709 import raw_records, taken
        from kiosk.exchange.marc_titles import title_entry
        from kiosk.exchange.marcxml import xml_records, xml_taken

        raws, how = (raw_records, taken) if self.kind == "marc" else (xml_records, xml_taken)
        for raw in raws(self.file.path):
            found = how(raw)
            self.met[found.encoding] += 1
            self.share = (raw.offset + len(raw.content)) / self.file.size
            yield title_entry(raw, found)

    def _of_table(self, wanted: Mapping | None) -> Iterator[TitleEntry]:
        """The header is read at once, so that a file without one is turned away before anything is done."""
        found = grid(self.file, TITLE_HEADERS, wanted.sheet if wanted else "")
        self.met[found.encoding] += 1
        self.mapping = mapping_for(found, wanted, TITLE_HEADERS, NAMED_BY)
        self.names = original_names(self.mapping, found.head)
        self.map_text = map_text(self.mapping, found.head)
        return self._of_rows(found)

    def _of_rows(self, found: Grid) -> Iterator[TitleEntry]:
        rows = TitleRows(self.mapping)
        for number, cells in below_header(found, self.mapping):
            self.share = number / max(found.count, number)
            yield rows.entry(number, cells)


def mapping_for(found: Grid, wanted: Mapping | None, table: dict[str, str], one_of: tuple[str, ...]) -> Mapping:
    from msgspec.structs import replace

    mapping = replace(wanted or guessed(found.head, table), sheet=found.sheet)
    if not any(field in mapping.columns for field in one_of):
        seen: list[Any] = original_names(mapping, found.head) or [str(cell) for cell in (found.head or [()])[0]]
        raise FileUnread(COLUMNS_UNKNOWN.at(0, field={"word": f"field.{one_of[0]}"}, seen=" | ".join(seen[:12])[:200]))
    return mapping
