"""Texts: bytes of any encoding become characters, and cells become the plain text that the house keeps."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
SPACES = re.compile(r"\s+")
SPACES_IN_LINE = re.compile(r"[^\S\n]+")
UTF8_SURELY = 8  # so many characters are never good UTF-8 by chance
COMMONNESS_SAMPLE = 2000
# A table program would run a text that begins like these; an apostrophe before it says that it is a text.
RUNS = "=+-@＝＋－＠"
SAYS_TEXT = re.compile(f"^'+[{RUNS}]")

# Since GB 18030-2005 and -2022 these have places of their own; older tables put them in the private area.
GB18030_PLACES = str.maketrans(
    {
        0xE78D: "\ufe10", 0xE78E: "\ufe12", 0xE78F: "\ufe11", 0xE790: "\ufe13", 0xE791: "\ufe14", 0xE792: "\ufe15",
        0xE793: "\ufe16", 0xE794: "\ufe17", 0xE795: "\ufe18", 0xE796: "\ufe19", 0xE7C7: "\u1e3f", 0xE7C8: "\u01f9",
        0xE816: "\U00020087", 0xE817: "\U00020089", 0xE818: "\U000200cc", 0xE81E: "\u9fb4", 0xE826: "\u9fb5",
        0xE82B: "\u9fb6", 0xE82C: "\u9fb7", 0xE831: "\U000215d7", 0xE832: "\u9fb8", 0xE83B: "\U0002298f",
        0xE843: "\u9fb9", 0xE854: "\u9fba", 0xE855: "\U000241fe", 0xE864: "\u9fbb",
    }
)  # fmt: skip


def placed(text: str) -> str:
    return text.translate(GB18030_PLACES) if PRIVATE.search(text) else text


def decoded(raw: bytes, *, said_utf8: bool = False) -> tuple[str, str]:
    """The text and its encoding; an encoding of "" says that neither fits: some characters are lost.

    A few characters of GBK can be good UTF-8 by chance (联通): then the one is meant that gives more common characters.
    """
    if raw.isascii():
        return raw.decode("ascii"), "ascii"
    text = strictly(raw, "utf-8")
    if text is not None and (said_utf8 or sum(1 for c in text if c > "\x7f") >= UTF8_SURELY):
        return placed(text), "utf-8"
    other = strictly(raw, "gb18030")
    if text is not None and (other is None or commonness(text) >= commonness(other)):
        return placed(text), "utf-8"
    return (placed(other), "gb18030") if other is not None else (placed(raw.decode(likelier(raw), "replace")), "")


def strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def likelier(raw: bytes) -> str:
    """Of a text with a broken place: whichever loses less."""
    return min(("utf-8", "gb18030"), key=lambda name: raw.decode(name, "replace").count("\ufffd"))


def commonness(text: str) -> float:
    """The share of its characters beyond ASCII that are in GB 2312, judged by its beginning; UTF-8 wins a draw."""
    beyond = [c for c in text[:COMMONNESS_SAMPLE] if c > "\x7f"]
    return len("".join(beyond).encode("gb2312", "ignore")) / 2 / len(beyond) if beyond else 1.0


def lines_of(raw: bytes) -> tuple[list[str], str]:
    """The lines of a text file; a line that is encoded otherwise than the rest is read in its own way."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark) and (text := strictly(raw, encoding)) is not None:
            return ended_lines(text.removeprefix("\ufeff")), encoding
    if wide := without_mark(raw):
        return ended_lines(raw.decode(wide, "replace")), "utf-16"
    if (text := strictly(raw, "utf-8")) is not None and commonness(text) > 0.5:
        return ended_lines(placed(text)), "utf-8"
    read = [decoded(line) for line in raw.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)]
    names = sorted({name for _, name in read} - {"ascii", ""})
    return [text for text, _ in read], ", ".join(names) or "ascii"


def ended_lines(text: str) -> list[str]:
    """Only line ends end a line: other separators stay in their cell."""
    return re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+", text)


def without_mark(raw: bytes) -> str | None:
    """Every second byte of plain signs is zero in UTF-16."""
    even, odd = raw[:2000:2], raw[1:2000:2]
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        mostly = zeros.count(0) > max(len(zeros) / 4, 20 * others.count(0))
        if len(zeros) >= 4 and mostly and strictly(raw[: len(raw) // 2 * 2], encoding):
            return encoding
    return None


def plain_text(cell: Any) -> str:
    """What a cell says, as text: whole numbers without their `.0`, days as ISO, no unseen characters."""
    if type(cell) is str:
        text = cell.strip()
        return text if text.isprintable() and "  " not in text else cleaned(text)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(cell, ".15g")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else cleaned(str(cell))


def cleaned(text: str) -> str:
    text = text.strip()
    if text.isprintable() and "  " not in text:
        return text
    return SPACES.sub(" ", CONTROLS.sub("", placed(text))).strip()


def cleaned_lines(text: str) -> str:
    """As `cleaned`, and lines stay lines."""
    text = placed(text.strip().replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(SPACES_IN_LINE.sub(" ", line).strip() for line in CONTROLS.sub("", text).split("\n")).strip()


def said_as_text(text: str) -> str:
    return text[1:] if SAYS_TEXT.match(text) else text


def not_to_run(text: str) -> str:
    """For CSV, where nothing else says that a cell is a text."""
    return "'" + text if text.startswith(tuple(RUNS)) or SAYS_TEXT.match(text) else text


def narrow(text: str) -> str:
    """Wide digits and letters as the usual ones."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def private_signs(*texts: str) -> Iterator[str]:
    for text in texts:
        if found := PRIVATE.search(text):
            yield f"U+{ord(found[0]):04X}"
