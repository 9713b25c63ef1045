"""Cells: what libraries write for an ISBN, a price, a year, a number of copies, and what is meant."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from kiosk.domain.books import class_letter
from kiosk.exchange.texts import narrow, plain_text

SERIAL_DAY_ZERO = date(1899, 12, 30)  # of Excel's day numbers
SERIAL_DAYS = range(18_000, 80_000)  # 1949 to 2119: nothing else in such a column is of that size
COPIES_OF_ROW_MAX = 500
NUMBERS_REMEMBERED = 1 << 16
ISBN_LIKE = re.compile(r"(?<![\dXx])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\dXx])")
YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
PRICE = re.compile(r"\d+(?:[.．]\d+)?")
FOREIGN_MONEY = re.compile(r"USD|HKD|TWD|NTD|HK\$|NT\$|US\$|JPY|GBP|EUR|£|€", re.IGNORECASE)
MARK = re.compile(r"[A-Z]{1,2}(?![A-Z])[\d.\-=+:()/\"a-zA-Z]*")
DAY = re.compile(r"(\d{4})\D{0,2}?[-./年](\d{1,2})[-./月](\d{1,2})|(\d{4})(\d\d)(\d\d)")
RANGE = re.compile(r"(\D*\d+)\s*[-~～—–至]\s*(\D*\d+)")
BETWEEN_NUMBERS, OR_SPACES = re.compile(r"[;；,，、|\n]+"), re.compile(r"[\s;；,，、|]+")
APART = re.compile(r"\S*\d{4}(?:\s+\S*\d{4})+")  # a space within a number is no end of it
RUN_DIGITS_MIN = 5  # 2020-2031 is one number
HAN_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


@lru_cache(NUMBERS_REMEMBERED)
def isbns(text: str) -> tuple[str, ...]:
    """Every good ISBN in the cell, with 13 digits, in its order."""
    if len(text) == 13 and text.isascii() and text.isdigit():
        return (text,) if text[:3] in ("978", "979") and checks(text) else ()
    from stdnum import isbn

    found = (match[0] for match in ISBN_LIKE.finditer(narrow(text)))
    return tuple(dict.fromkeys(str(isbn.to_isbn13(one)).replace("-", "") for one in found if isbn.is_valid(one)))


def checks(digits: str) -> bool:
    """As on goods: weights 1 and 3; said here once more, since a catalogue asks it a million times."""
    return (sum(map(int, digits[::2])) + 3 * sum(map(int, digits[1::2]))) % 10 == 0


def isbn_of(cell: Any) -> tuple[str | None, str]:
    """The first good one; otherwise what stood there instead of one."""
    text = plain_text(cell)
    if text.isdigit() and len(text) == 9 and isinstance(cell, float):
        text = "0" + text  # a number loses its leading zero
    good = isbns(text)
    return (good[0], "") if good else (None, text)


@lru_cache(NUMBERS_REMEMBERED)
def price_of(text: str) -> str:
    """59.70 of CNY59.70, 59.70元 or ￥59.7; other money keeps its sign."""
    text = narrow(text)
    found = PRICE.search(text)
    if not found or FOREIGN_MONEY.search(text):
        return text
    return format(float(found[0]), ".2f") if len(found[0]) < 12 else text


@lru_cache(NUMBERS_REMEMBERED)
def year_of(text: str) -> str:
    """1982 of 1982.3, c1982, [1982], 1982年3月 or an Excel day; anything else as it is."""
    found = YEAR.search(narrow(text))
    if found:
        return found[0]
    day = day_of(text)
    return str(day.year) if day else text


@lru_cache(NUMBERS_REMEMBERED)
def mark_of(text: str) -> tuple[str, str]:
    """A mark of the Chinese Library Classification, or what stood there instead of one."""
    found = MARK.match(narrow(text).strip().upper() if text[:1].islower() else narrow(text).strip())
    if found and class_letter(found[0]) == found[0][0]:
        return found[0].split("/")[0], ""
    return "", text


def day_of(cell: Any) -> date | None:
    text = narrow(plain_text(cell))
    if text.isascii() and text.isdigit() and len(text) == 5 and int(text) in SERIAL_DAYS:
        return SERIAL_DAY_ZERO + timedelta(days=int(text))
    found = DAY.search(text)
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups() if part))
    except ValueError:
        return None


def count_of(text: str) -> int | None:
    """3 of 3册, 三 or 3.0."""
    found = re.search(r"\d+", narrow(text))
    return int(found[0][:9]) if found else HAN_NUMBERS.get(text.strip("册本部共 "))


def numbers_of(text: str) -> tuple[str, ...]:
    """Copy numbers: several in one cell, and ranges such as 20295403-5408; empty when it is no such thing."""
    if text.isalnum() and text.isascii():
        return (text,)
    found: list[str] = []
    text = RANGE.sub(r"\1-\2", narrow(text))
    between = OR_SPACES if APART.fullmatch(text) else BETWEEN_NUMBERS
    for part in filter(None, (part.strip() for part in between.split(text))):
        run = RANGE.fullmatch(part)
        found += run_of(run[1], run[2]) if run else (part,)
        if len(found) > COPIES_OF_ROW_MAX:
            break
    return tuple(dict.fromkeys(found))


def run_of(first: str, last: str) -> tuple[str, ...]:
    """A shorter end replaces the tail of the beginning; what is no run is one number with a hyphen."""
    head = re.match(r"\D*", first)
    lead = head[0] if head else ""
    start, end = first[len(lead) :], last.removeprefix(lead)
    if not end.isdigit() or len(end) > len(start) or len(start) < RUN_DIGITS_MIN:
        return (f"{first}-{last}",)
    end = start[: len(start) - len(end)] + end
    count = int(end) - int(start) + 1
    if count < 1:
        return (f"{first}-{last}",)
    numbers = range(int(start), int(start) + min(count, COPIES_OF_ROW_MAX + 1))
    return tuple(f"{lead}{number:0{len(start)}}" for number in numbers)
