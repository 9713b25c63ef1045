"""MARC titles: a CNMARC or MARC21 record becomes a title with its copies."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pymarc import Field, Record

from kiosk.domain.books import Title
from kiosk.exchange.cells import COPIES_OF_ROW_MAX, isbns, mark_of, numbers_of, price_of, year_of
from kiosk.exchange.entries import NOTHING, SUMMARY_LENGTH_MAX, CopyEntry, TitleEntry
from kiosk.exchange.headers import CONDITIONS, KINDS
from kiosk.exchange.iso2709 import Raw, Taken
from kiosk.exchange.problems import (
    COPIES_TOO_MANY,
    ISBN_WRONG,
    LENGTHS_MENDED,
    LETTERS_UNREAD,
    MARK_UNREAD,
    RECORD_CUT_OFF,
    RECORD_UNREAD,
    SUMMARY_CUT,
    Problem,
    Trouble,
)
from kiosk.exchange.texts import cleaned, cleaned_lines
from kiosk.exchange.title_rows import decided, judge_texts, shown, word

OWN_AGENCY = "HALLKIOSK"  # our own number in our own file: in another hall it means nothing
HOLDINGS = {
    "905": ("b", "fde"), "982": ("bpah", "fd"), "985": ("bpah", "fd"), "907": ("b", "fd"),
    "852": ("p", "hj"), "949": ("p", "o"), "952": ("p", "o"),
}  # fmt: skip
NUMBER_LIKE = re.compile(r"(?:[^\d]*\d){3}[\x20-\x7e，；、]*")
SIGNS_AT_END = re.compile(r"[\s/:;,=]+$|(?<=\w\w)\.$")
PRICE_TOLD = re.compile(r"(?:CNY|RMB|[¥￥])\s*\d+(?:\.\d+)?|\d+(?:\.\d+)?\s*元|\d+\.\d\d", re.IGNORECASE)

CHINESE: dict[str, Any] = {
    "press": ("210", "c"), "year": ("210", "d"), "pages": ("215", "a"), "series": ("225", "a"),
    "summary": ("330",), "subjects": ("606", "607", "600", "601", "610"), "marks": ("690", "905"), "isbn": "010",
    "price": "d",
}  # fmt: skip
AMERICAN: dict[str, Any] = {
    "press": ("260", "b"), "year": ("260", "c"), "pages": ("300", "a"), "series": ("490", "a"),
    "summary": ("520",), "subjects": ("650", "651", "600", "610", "653"), "marks": ("093", "084", "090", "905"),
    "isbn": "020", "price": "c",
}  # fmt: skip


def title_entry(raw: Raw, found: Taken) -> TitleEntry:
    problems: list[Problem] = []

    def odd(trouble: Trouble, **values: Any) -> None:
        problems.append(trouble.at(raw.number, raw.offset, **values))

    if found.record is None:
        odd(RECORD_UNREAD if raw.whole else RECORD_CUT_OFF, what=found.why)
        return TitleEntry(raw.number, NOTHING, problems=tuple(problems), offset=raw.offset)
    if found.mended:
        odd(LENGTHS_MENDED)
    if found.lost:
        odd(LETTERS_UNREAD, seen=shown(first(found.record.get_fields("200", "245"), "a")))
    fields = by_tag(found.record)
    title = title_of(fields, odd)
    copies = tuple(copies_of(fields))
    if len(copies) > COPIES_OF_ROW_MAX:
        odd(COPIES_TOO_MANY, most=COPIES_OF_ROW_MAX)
        copies = ()
    decision = decided(first(fields.get("998", ()), "a"))
    return TitleEntry(raw.number, title, copies, tuple(problems), decision, raw.offset)


Fields = dict[str, list[Field]]


def by_tag(record: Record) -> Fields:
    found: Fields = {}
    for field in record.fields:
        found.setdefault(field.tag, []).append(field)
    return found


def of(fields: Fields, tag: str, code: str) -> list[str]:
    """Every such subfield that says something."""
    return [
        text for field in fields.get(tag, ()) for s in field.subfields if s.code == code and (text := cleaned(s.value))
    ]


def first(fields: Iterable[Field], code: str) -> str:
    return next((cleaned(s.value) for field in fields for s in field.subfields if s.code == code), "")


def title_of(fields: Fields, odd: Any) -> Title:
    chinese = "200" in fields and "245" not in fields
    at = CHINESE if chinese else AMERICAN
    said: dict[str, Any] = {"name": "", "author": ""} | (chinese_names if chinese else american_names)(fields)
    end = str if chinese else bare
    said["press"] = end(next(iter(of(fields, *at["press"]) or of(fields, "264", "b")), ""))
    said["year"] = year_of(end(next(iter(of(fields, *at["year"]) or of(fields, "264", "c")), "")))
    said["pages"] = end(next(iter(of(fields, *at["pages"])), ""))
    said["subjects"] = "; ".join(dict.fromkeys([*subjects(fields, at["subjects"], end), *of(fields, *at["series"])]))
    said["summary"] = summary(fields, at["summary"], odd)
    said["isbn"], said["price"] = isbn_and_price(fields, at, odd)
    said["class_mark"] = mark(fields, at["marks"], odd)
    said["source"] = source(fields)
    judge_texts(said, odd)
    return Title(0, said.pop("name"), said.pop("author"), said.pop("class_mark"), **said)


def bare(text: str) -> str:
    """MARC21 writes the signs that part areas from each other; CNMARC does not."""
    return SIGNS_AT_END.sub("", text)


def chinese_names(fields: Fields) -> dict[str, str]:
    """Title proper, other title, volume; who wrote it as it stands on the book, otherwise by the headings."""
    main = fields["200"][:1]
    subs = [(s.code, cleaned(s.value)) for field in main for s in field.subfields]
    name = ""
    for code, text in subs:
        if code in "aehi" and text:
            name += {"a": " ; ", "e": ": ", "h": ". ", "i": ", "}[code] + text if name else text
    said = [text for code, text in subs if code in "fg" and text]
    headings = [a for tag in ("701", "711", "702", "712") for a in of(fields, tag, "a")]
    return {"name": name, "author": "; ".join(said or headings)}


def american_names(fields: Fields) -> dict[str, str]:
    main = fields.get("245", [])[:1]
    parts = [bare(cleaned(s.value)).rstrip(".") for field in main for s in field.subfields if s.code in "abnp"]
    said = bare(first(main, "c")).rstrip(".")
    headings = [bare(a) for tag in ("100", "110", "700", "710") for a in of(fields, tag, "a")]
    return {"name": ": ".join(filter(None, parts)), "author": said or "; ".join(headings)}


def subjects(fields: Fields, tags: tuple[str, ...], end: Callable[[str], str]) -> Iterator[str]:
    for tag in tags:
        for field in fields.get(tag, ()):
            parts = [end(cleaned(s.value)) for s in field.subfields if s.code in "abvxyz"]
            if any(parts):
                yield "-".join(filter(None, parts))


def summary(fields: Fields, tags: tuple[str, ...], odd: Any) -> str:
    texts = [cleaned_lines(s.value) for tag in tags for f in fields.get(tag, ()) for s in f.subfields if s.code == "a"]
    text = "\n".join(filter(None, texts))
    if len(text) > SUMMARY_LENGTH_MAX:
        odd(SUMMARY_CUT, most=SUMMARY_LENGTH_MAX)
    return text[:SUMMARY_LENGTH_MAX].strip()


def isbn_and_price(fields: Fields, at: dict[str, Any], odd: Any) -> tuple[str | None, str]:
    """The first good number; a price may stand in its own subfield, or behind the number."""
    texts = of(fields, at["isbn"], "a")
    good = [number for text in texts for number in isbns(text)]
    prices = of(fields, at["isbn"], at["price"]) or [found[0] for text in texts if (found := PRICE_TOLD.search(text))]
    wrong = [text for text in texts if not isbns(text) and not PRICE_TOLD.search(text)]
    if wrong and not good:
        odd(ISBN_WRONG, seen=shown(wrong[0]))
    return (good[0] if good else None), price_of(prices[0]) if prices else ""


def mark(fields: Fields, tags: tuple[str, ...], odd: Any) -> str:
    """690 may hold another scheme; then the call number of the holding often knows."""
    texts = [text for tag in tags for text in of(fields, tag, "d" if tag == "905" else "a")]
    for text in texts:
        if found := mark_of(text)[0]:
            return found
    if texts:
        odd(MARK_UNREAD, seen=shown(texts[0]))
    return ""


def source(fields: Fields) -> str | None:
    number = next((cleaned(f.data or "") for f in fields.get("001", ())), "")
    agency = next(iter(of(fields, "801", "b")), "") or next((cleaned(f.data or "") for f in fields.get("003", ())), "")
    return f"marc:{agency.replace('/', ' ')}/{number}" if number and agency != OWN_AGENCY else None


def copies_of(fields: Fields) -> Iterator[CopyEntry]:
    """The first kind of holdings that tells any copy's number; the others repeat it."""
    for tag, (codes, shelves) in HOLDINGS.items():
        found = [copy for field in fields.get(tag, ()) for copy in held(field, codes, shelves)]
        if found:
            yield from dict.fromkeys(found)
            return


def held(field: Field, codes: str, shelves: str) -> Iterator[CopyEntry]:
    said = {
        code: [cleaned(s.value) for s in field.subfields if s.code == code]
        for code in {s.code for s in field.subfields}
    }
    numbers = next(([t for t in said[c] if NUMBER_LIKE.fullmatch(t)] for c in codes if c in said), [])
    shelf = "/".join(said[c][0] for c in shelves if c in said) if shelves != "fde" or "f" not in said else said["f"][0]
    kind = word(tuple(KINDS.items()), said["k"][0]) if "k" in said else ""
    condition = word(tuple(CONDITIONS.items()), said["s"][0]) if "s" in said else ""
    for text in numbers:
        for number in numbers_of(text):
            yield CopyEntry(number, shelf, kind or "book", condition or "good")  # type: ignore[arg-type]
