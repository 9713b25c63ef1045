"""MARC writing: a title with its copies as a CNMARC record in UTF-8."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pymarc import Field, Indicators, Record, Subfield

from kiosk.domain.books import Copy, Title
from kiosk.exchange.headers import CONDITIONS, DECISIONS, KINDS, written
from kiosk.exchange.marc_titles import OWN_AGENCY

FIELD_BYTES_MAX = 9900  # four digits tell a field's length
Pairs = tuple[tuple[str, str], ...]
BOOK_LEADER = "     nam0 22        450 "


def write_marc(path: Path, titles: Iterable[tuple[Title, Sequence[Copy], bool]]) -> int:
    count = 0
    with path.open("wb") as file:
        for title, copies, alike in titles:
            file.write(record_of(title, copies, alike=alike).as_marc())
            count += 1
    return count


def record_of(title: Title, copies: Sequence[Copy], *, alike: bool) -> Record:
    """`alike`: another title here looks like it, so whoever reads this is told that it is one of its own."""
    agency, number = whose(title)
    fields = [
        Field("001", data=number),
        *(field(tag, pairs) for tag, pairs in fields_of(title) if any(v for _, v in pairs)),
    ]
    if agency:
        fields.append(field("801", (("a", "CN"), ("b", agency))))
    fields += [field("905", holding(copy)) for copy in copies]
    if alike:
        fields.append(field("998", (("a", written(DECISIONS, "new")),)))
    return Record(leader=BOOK_LEADER, force_utf8=True, fields=fields)


def field(tag: str, pairs: Pairs) -> Field:
    return Field(tag, Indicators(" ", " "), [Subfield(code, fitting(text)) for code, text in pairs if text])


def whose(title: Title) -> tuple[str, str]:
    if not title.source:
        return OWN_AGENCY, str(title.title)
    agency, _, number = title.source.removeprefix("marc:").partition("/")
    return agency, number


def fields_of(title: Title) -> Iterator[tuple[str, Pairs]]:
    yield "010", (("a", title.isbn or ""), ("d", title.price))
    yield "200", (("a", title.name), ("f", title.author))
    yield "210", (("c", title.press), ("d", title.year))
    yield "215", (("a", title.pages),)
    yield "330", (("a", title.summary),)
    for subject in title.subjects.split("; "):
        yield "606", (("a", subject),)
    yield "690", (("a", title.class_mark),)


def holding(copy: Copy) -> Pairs:
    kind = written(KINDS, copy.kind) if copy.kind != "book" else ""
    condition = written(CONDITIONS, copy.condition) if copy.condition != "good" else ""
    return (("b", copy.copy), ("f", copy.shelf), ("k", kind), ("s", condition))


def fitting(text: str) -> str:
    return text.encode()[:FIELD_BYTES_MAX].decode(errors="ignore")
