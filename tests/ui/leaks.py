"""Whoever comes next finds nothing of whoever was here before: what was shown is noted, and looked for."""

from typing import Any

import msgspec
from halls import BOOKS, MEMBERS, copy, number_of
from hands import Hands
from looking import texts

from kiosk.domain.names import masked
from kiosk.visit.screens import Attract, Finder, Home, Receipt, ShelfSlip, TitleDetail

PERSONAL = {"title", "loan", "returned", "name", "card", "member", "face"}
NUMBERS = {masked(name): number_of(key) for key, name in MEMBERS.items()}
TITLE_OF = {copy(key): title for key, (title, _, _) in BOOKS.items()}
PUBLIC = Home | Finder | TitleDetail | ShelfSlip  # what the hall has, for everybody to see
TITLES = {title for title, _, _ in BOOKS.values()}
TYPED_MIN = 3  # so many digits may be somebody's number
OWN_LOANS = "select loans.loan, copies.title from loans join copies on copies.copy = loans.copy where loans.member = ?"


class Leaked(AssertionError):
    """Something of one person was there for the next."""


class Watch:
    """Notes what is shown to each, and knows what the next may be shown anyway."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.who = ""
        self.shown: set[str] = set()  # to whoever is here
        self.gone: set[str] = set()  # to all before
        self.open: set[str] = set()  # by what was scanned since
        self.visits = 0

    def scanned(self, text: str) -> None:
        self.open |= {text, TITLE_OF.get(text, text)}

    def look(self, *, scanned: str = "") -> None:
        """After every step; what has just been scanned may be shown to whoever is here now."""
        visit, attract = self.hands.hall.visit, isinstance(self.hands.hall.visit.screen, Attract)
        who = visit.frame().member
        if attract or (self.who and who != self.who):
            self.visits += bool(self.shown)
            self.gone |= self.shown
            self.shown, self.open = set(), set()
        self.who = "" if attract else who
        if scanned:
            self.scanned(scanned)
        if isinstance(visit.screen, Receipt):
            self.open |= {line.book.title for line in visit.screen.lines} | {visit.screen.code}
        if isinstance(visit.screen, PUBLIC):
            self.open |= personal(visit.screen)
        self.nothing_is_left()
        if attract:
            self.all_is_as_at_first()
        screen = [] if isinstance(visit.screen, PUBLIC) else [visit.screen]
        self.shown |= personal([*screen, visit.frame()]) | typed(self.hands)

    def nothing_is_left(self) -> None:
        """Whoever is on duty works with everybody's books; what was seen there may not outlast it."""
        if self.hands.hall.visit.sitting.on_duty:
            return
        seen = leaves([self.hands.bridge.fields, self.hands.bridge.frame]) | self.hands.said
        public = TITLES if isinstance(self.hands.hall.visit.screen, PUBLIC) else set()
        for secret in self.gone - self.open - self.own() - public:
            if found := [text for text in seen if is_in(secret, text)]:
                raise Leaked(f"{secret!r} in {found} on {self.hands.page} of {self.who or 'nobody'}")

    def all_is_as_at_first(self) -> None:
        bridge = self.hands.bridge
        if (bridge.care, bridge.choices.night, bridge.language, bridge.aside.key) != (False, False, "zh_CN", ""):
            raise Leaked(f"{bridge.care=} {bridge.choices.night=} {bridge.language=} {bridge.aside.key=}")

    def own(self) -> set[str]:
        """What is on the disk about whoever is here."""
        if self.who not in NUMBERS:
            return set()
        titles = [title for title, _, _ in BOOKS.values()]
        rows = self.hands.hall.db.execute(OWN_LOANS, (NUMBERS[self.who],))
        return {self.who, self.who[0]} | {text for loan, title in rows for text in (loan, titles[title - 1])}


def personal(value: Any) -> set[str]:
    """All that tells of a person, wherever it stands in a screen."""
    if isinstance(value, list | tuple):
        return {text for item in value for text in personal(item)}
    if isinstance(value, msgspec.Struct):
        code = {value.code} if isinstance(value, Receipt) else set()
        return code | personal({name: getattr(value, name) for name in value.__struct_fields__})
    if isinstance(value, dict):
        own = {text for name, text in value.items() if name in PERSONAL and isinstance(text, str) and text}
        return own | personal(list(value.values()))
    return set()


def typed(hands: Hands) -> set[str]:
    """Digits that stand on the line where they are typed."""
    if hands.page != "PinEntry":
        return set()
    return {text.text for text in texts(hands.stage) if text.text.replace(" ", "").isdigit() and enough(text.text)}


def is_in(secret: str, text: str) -> bool:
    """A single character, or a few digits, may be part of anything: only alone they tell of somebody."""
    alone = len(secret) == 1 or secret.replace(" ", "").isdigit()
    return text == secret if alone else secret in text


def enough(text: str) -> bool:
    return len(text.replace(" ", "")) >= TYPED_MIN


def leaves(value: Any) -> set[str]:
    if isinstance(value, dict):
        return leaves(list(value.values()))
    if isinstance(value, list):
        return {text for item in value for text in leaves(item)}
    return {value} if isinstance(value, str) else set()
