"""Title record: one blank of a title's card is written anew, or every reason is said why not."""

import unicodedata
from typing import Any, Literal, get_args

from msgspec.structs import replace

from kiosk.domain.books import CLASS_LETTERS, Title
from kiosk.domain.building_up import NAME_MAX
from kiosk.domain.moving import text_reasons
from kiosk.domain.refusals import (
    ALREADY_SO,
    CLASS_MARK_NOT_FIT,
    ISBN_NOT_FIT,
    TITLE_NAME_MISSING,
    Reason,
    Refused,
)
from kiosk.domain.spelling import isbn_of

Blank = Literal["name", "author", "press", "year", "class_mark", "isbn", "pages", "price"]
BLANKS: tuple[Blank, ...] = get_args(Blank)
CODES: tuple[Blank, ...] = ("year", "class_mark", "isbn", "pages", "price")  # typed in plain letters and digits
SAID: dict[Blank, str] = {"name": "reading", "author": "author_reading"}  # how it is said is looked up anew
BLANK_MAX = 60


def longest(blank: Blank) -> int:
    return NAME_MAX if blank in SAID else BLANK_MAX


def blank_named(name: str) -> Blank | None:
    return next((blank for blank in BLANKS if blank == name), None)


def written(title: Title, blank: Blank, text: str) -> Title | Refused:
    """What was corrected here stays so, whatever an import brings later."""
    said = tidy(blank, text)
    value = (isbn_of(said) if said else None) if blank == "isbn" else said
    if reasons := reasons_against(title, blank, said):
        return Refused(reasons)
    told: dict[str, Any] = {blank: value, "local": tuple(dict.fromkeys((*title.local, blank)))}
    return replace(title, **told, **({SAID[blank]: ""} if blank in SAID else {}))


def tidy(blank: Blank, text: str) -> str:
    line = " ".join(text.split())
    return unicodedata.normalize("NFKC", line).upper() if blank in ("class_mark", "isbn") else line


def reasons_against(title: Title, blank: Blank, said: str) -> tuple[Reason, ...]:
    found = text_reasons(said, longest(blank))
    if blank == "name" and not said:
        found += (TITLE_NAME_MISSING.because(),)
    if blank == "isbn" and said and isbn_of(said) is None:
        found += (ISBN_NOT_FIT.because(seen=said[:BLANK_MAX]),)
    if blank == "class_mark" and said and said[0] not in CLASS_LETTERS:
        found += (CLASS_MARK_NOT_FIT.because(seen=said[:BLANK_MAX]),)
    same = (isbn_of(said) if blank == "isbn" else said) == getattr(title, blank)
    return (*found, ALREADY_SO.because()) if not found and (same or said == shown(title, blank)) else found


def shown(title: Title, blank: Blank) -> str:
    return getattr(title, blank) or ""
