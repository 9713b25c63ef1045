"""Joining: a new member in one sentence, what is still missing, and who is perhaps the same person."""

import re
from datetime import date, timedelta
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.members import Member, Tier
from kiosk.domain.membership import CARD_DAYS, NAME_MAX, UNIT_MAX, tier_named
from kiosk.domain.refusals import BORN_NOT_FIT, NAME_MISSING, PHONE_NOT_FIT, SAME_PERSON, Reason

Field = Literal["name", "phone", "unit", "tier", "born"]
FIELDS: tuple[Field, ...] = get_args(Field)
PHONE = re.compile(r"1\d{10}")
AGE_MAX = 120


class JoinDraft(Struct, frozen=True):
    """What was said so far; the name is all that must be."""

    name: str = ""
    phone: str = ""
    unit: str = ""
    tier: Tier = "member"
    born: str = ""
    another: bool = False  # whoever is on duty has looked: it is another person of that name


class Alike(Struct, frozen=True):
    """A member who may be the same person."""

    member: int
    number: str
    name: str
    unit: str
    same_phone: bool


def said(draft: JoinDraft, field: str, text: str) -> JoinDraft:
    """Another name or phone is looked for anew."""
    known = next((known for known in FIELDS if known == field), None)
    match known:
        case "name":
            return replace(draft, name=" ".join(text.split())[:NAME_MAX], another=False)
        case "phone":
            return replace(draft, phone=digits(text)[:11], another=False)
        case "unit":
            return replace(draft, unit=" ".join(text.split())[:UNIT_MAX])
        case "born":
            return replace(draft, born=digits(text)[:4])
        case "tier":
            return replace(draft, tier=tier_named(text) or draft.tier)
    return draft


def digits(text: str) -> str:
    return "".join(c for c in text if c.isascii() and c.isdigit())


def reasons_against(draft: JoinDraft, alike: tuple[Alike, ...], today: date) -> tuple[Reason, ...]:
    found = [] if draft.name else [NAME_MISSING.because()]
    if draft.phone and not PHONE.fullmatch(draft.phone):
        found.append(PHONE_NOT_FIT.because(count=len(draft.phone)))
    if draft.born and not today.year - AGE_MAX <= int(draft.born) <= today.year:
        found.append(BORN_NOT_FIT.because(first=today.year - AGE_MAX, last=today.year))
    if alike and not draft.another:
        found.append(SAME_PERSON.because(tail=alike[0].number[-4:], count=len(alike)))
    return tuple(found)


def new_member(draft: JoinDraft, key: int, number: str, home: tuple[int, date]) -> Member:
    """`home`: the hall, and its day."""
    hall, today = home
    return Member(key, number, hall, draft.tier, 1, today + timedelta(days=CARD_DAYS), joined_on=today)
