"""Screens of whoever runs the house: its rules, days of rest, notices and colleagues, and what was done."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason


class RuleRow(Struct, frozen=True):
    """A row of rules as one sentence, and for how many it decides."""

    policy: str
    kind: bool  # of a kind of thing, not of members
    loans_max: int
    loan_days: int
    renewals_max: int
    members: int = 0
    copies: int = 0


class RuleChange(Struct, frozen=True):
    """One blank: the old struck out, the new beside it."""

    field: str
    before: str
    after: str


class RuleBlank(Struct, frozen=True):
    """A number of the row in hand, as it would stand; empty: no limit."""

    field: str
    value: str


class RuleMet(Struct, frozen=True):
    """Whom a change would meet."""

    what: str
    count: int


class RuleVersion(Struct, frozen=True):
    """A row as somebody set it once."""

    version: str
    policy: str
    on: date
    at: str  # HH:MM
    who: str = ""  # masked; none: the set-up
    why: str = ""
    why_said: str = ""
    changed: tuple[RuleChange, ...] = ()
    stands: bool = False


class Rules(Struct, frozen=True):
    """借阅规则: each row a sentence; one of them in hand, with what a change would mean; and how it came to be so."""

    rows: tuple[RuleRow, ...]
    chosen: str = ""
    blanks: tuple[RuleBlank, ...] = ()  # of the row in hand
    changed: tuple[RuleChange, ...] = ()
    met: tuple[RuleMet, ...] = ()
    saved: bool = False
    history: bool = False
    versions: tuple[RuleVersion, ...] = ()
    reasons: tuple[Reason, ...] = ()


class RestDays(Struct, frozen=True):
    """Days in a row against the weekly habit, for one reason."""

    first: date
    last: date
    closed: bool
    why: str


class RestClash(Struct, frozen=True):
    """An evening that is planned on what is to be a day of rest."""

    day: date
    title: str


class ClosingDays(Struct, frozen=True):
    """闭馆日: the weekly habit, the days that differ, and a new rest with what it meets."""

    weekly: str  # ISO digits
    days: tuple[RestDays, ...]
    first: date  # of the rest that is being written
    last: date
    why: str = ""
    due: int = 0
    due_next: date | None = None
    kept: int = 0
    clashes: tuple[RestClash, ...] = ()
    saved: bool = False
    reasons: tuple[Reason, ...] = ()


class Deed(Struct, frozen=True):
    """What a colleague did, as others may read it."""

    fact: str
    on: date
    at: str  # HH:MM
    who: str  # masked
    number: str
    kind: str
    about: str = ""
    why: str = ""
    why_said: str = ""
    state: str = "can"  # undone, again, can, never
    back_on: date | None = None
    back_by: str = ""


class Colleague(Struct, frozen=True):
    """Whoever has a card of this house."""

    number: str
    name: str  # masked
    face: str
    role: str
    until: date
    lost: bool = False
    works: bool = True


class Audit(Struct, frozen=True):
    """办事记录: what staff did, the latest first; one of them in hand, with what stood before and after."""

    deeds: tuple[Deed, ...]
    people: tuple[Colleague, ...] = ()
    who: str = ""  # only this number
    everything: bool = False
    chosen: Deed | None = None
    changed: tuple[RuleChange, ...] = ()


class Colleagues(Struct, frozen=True):
    """人员: who works here, in which role; a card that is lost, and who leaves."""

    people: tuple[Colleague, ...]
    chosen: Colleague | None = None
    reasons: tuple[Reason, ...] = ()
    pin: str = ""  # the new PIN, once
    card: str = ""  # what the code of a new card carries
    issues: bool = True  # cards are made here


class ColleagueNew(Struct, frozen=True):
    """新同事: one sentence, what the role may do; then the PIN, once, and the card."""

    number: str
    name: str
    role: str
    roles: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
    tried: bool = False  # the reasons are said once somebody wanted to go on
    added: Colleague | None = None
    pin: str = ""
    card: str = ""
    issues: bool = True


class NoticeRow(Struct, frozen=True):
    """A notice that hangs, or will."""

    notice: str
    title: str
    text: str
    from_on: date
    until_on: date
    hangs: bool  # today


class NoticeBoard(Struct, frozen=True):
    """告示: what the waiting screen tells, and a new one, seen as it will hang."""

    rows: tuple[NoticeRow, ...]
    titled: str  # the new one
    text: str
    from_on: date
    until_on: date
    lacks: tuple[str, ...] = ()  # title, text
    saved: bool = False
    reasons: tuple[Reason, ...] = ()
