"""Combined cells: author, press, year and price in one, as in "曹雪芹著. 人民文学出版社, 1982. 59.70元"."""

import re

from kiosk.exchange.cells import YEAR, price_of
from kiosk.exchange.texts import narrow

PRICE_TOLD = re.compile(r"(?:CNY|RMB|[¥￥])\s*\d+(?:\.\d+)?元?|(?:定价[:：]?\s*)?\d+(?:\.\d+)?\s*元", re.IGNORECASE)
PRESS = re.compile(r"出版|书局|书店|书社|印书馆|出版集团|文艺社|美术社|译文社|press|publish|books?$", re.IGNORECASE)
NAME = re.compile(r"^\s*《(.+?)》\s*[./,，]?\s*")
YEAR_TOLD = re.compile(r"[\[(（c©]?(1[5-9]\d\d|20\d\d)\s*年?(?:[.\-/]\d{1,2}|\d{1,2}月)?(?:\s*(?:出版|版|印))?[\])）]?")
PARTS = re.compile(r"[.。,，;；|\n]\s*|\s/\s|\s{2,}|\s*——?\s*")
PLACE = re.compile(r"^\s*[\u4e00-\u9fff]{2,4}\s*[:：]\s*")


def split(text: str) -> dict[str, str]:
    """Only what surely is there; without a press or a year and a price it is not such a cell, and nothing is told."""
    found: dict[str, str] = {}
    if name := NAME.match(text):
        found["name"], text = name[1], text[name.end() :]
    text = narrow(text)
    if price := PRICE_TOLD.search(text):
        found["price"], text = price_of(price[0]), text.replace(price[0], " | ", 1)
    if (year := YEAR_TOLD.search(text)) and YEAR.search(year[0]):
        found["year"], text = year[1], text.replace(year[0], " | ", 1)
    parts = [part for part in (raw.strip(" :：,，.。;；|/") for raw in PARTS.split(text)) if part]
    at = next((n for n, part in enumerate(parts) if PRESS.search(part)), None)
    if at is not None:
        found["press"] = PLACE.sub("", parts[at])
        before = parts[:at]
        # A place of printing stands alone before the press.
        found["author"] = ", ".join(before[:-1] if len(before) > 1 and len(before[-1]) <= 2 else before)
    elif "year" in found and "price" in found and parts:
        found["author"] = ", ".join(parts)
    sure = at is not None or {"year", "price"} <= found.keys()
    return {field: value for field, value in found.items() if value} if sure else {}


def is_combined(text: str) -> bool:
    """At least two of what belongs in columns of its own, besides whom it is by."""
    return len(split(text).keys() & {"press", "year", "price"}) >= 2
