"""Audit: what staff did here and why, what stood before and after, and whether it was taken back."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.auditing import Undone, is_told, row_changes, taken_back_by, undone, why_of
from kiosk.domain.books import Copy, Title
from kiosk.domain.classes import Course, Session
from kiosk.domain.facts import Fact
from kiosk.domain.halls import Notice
from kiosk.domain.members import Member, MemberDetails
from kiosk.domain.rules import Change
from kiosk.domain.staff import Staff
from kiosk.domain.subjects import WAYS, Subject, subject_of
from kiosk.storage import queries
from kiosk.storage.apply import read_fact, step
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection

ENTRIES_MAX = 200
TAIL_DIGITS = 4
# The text of a fact is sorted by name, so whatever has an actor begins with it: no body has to be read to tell.
TOLD = """select position, body from facts where substr(body, 1, 9) = '{"actor":' order by position desc"""
STORY = "select body from facts where type in ({}) and position >= ? and instr(body, ?) order by position"
Row = TypeVar("Row", bound=Struct)


class Asked(Struct, frozen=True):
    """Which deeds: within some time, of one colleague; with or without the day's work."""

    since: datetime | None = None
    until: datetime | None = None
    who: str = ""  # a staff number
    everything: bool = False


class Entry(Struct, frozen=True):
    """One deed of one colleague."""

    fact: str
    at: datetime
    device: str
    number: str  # of the colleague
    who: str  # masked
    kind: str
    subject: str
    about: str  # the book, the course, or the masked member
    why: str = ""
    why_said: str = ""
    state: Undone = "can"
    taken_back_at: datetime | None = None
    taken_back_by: str = ""  # a staff number
    changed: tuple[Change, ...] = ()


class StoryRows:
    """The rows of one subject in memory, so that each deed can be asked what it changed."""

    def __init__(self) -> None:
        self.rows: dict[tuple[type[Struct], Any], Struct] = {}

    def get(self, struct: type[Row], key: Any) -> Row | None:
        found = self.rows.get((struct, key))
        return found if isinstance(found, struct) else None

    def put(self, row: Struct | None) -> None:
        if row is not None:
            self.rows[type(row), getattr(row, row.__struct_fields__[0])] = row

    def change(self, was: Row | None, now: Row) -> None:
        self.put(now)

    def remove(self, struct: type[Struct], key: Any) -> None:
        self.rows.pop((struct, key), None)

    def put_sealed(self, struct: type[Struct], key: Any, member: int, text: bytes) -> None:
        """Who somebody is stays sealed: the audit says that it was changed, never from what to what."""

    def forget(self, member: int) -> None:
        """Nothing that names anybody is kept here."""


def entries(db: Connection, asked: Asked, limit: int = ENTRIES_MAX) -> tuple[Entry, ...]:
    """The latest first, with what became of each; what each changed only `wholly` says."""
    found = list(islice(told(db, asked), limit))
    first = min((position for position, _ in found), default=0)
    stories = stories_of(db, frozenset(subject_of(fact) for _, fact in found), first)
    return tuple(entry(db, fact, stories[subject_of(fact)]) for _, fact in found)


def wholly(db: Connection, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """With what stood before and after each, for which every story is told anew from its beginning."""
    stories = {str(subject): story for subject, story in stories_of(db, frozenset(map(named, found))).items()}
    return tuple(replace(one, changed=changed(up_to(stories[one.subject], one.fact))) for one in found)


def named(found: Entry) -> Subject:
    kind, _, name = found.subject.partition(" ")
    return Subject(kind, name)


def told(db: Connection, asked: Asked) -> Iterator[tuple[int, Fact]]:
    for position, body in db.execute(TOLD):
        fact = read_fact(body)
        if within(fact, asked) and is_told(fact, everything=asked.everything):
            yield position, fact


def within(fact: Fact, asked: Asked) -> bool:
    if (asked.since and fact.at < asked.since) or (asked.until and fact.at >= asked.until):
        return False
    return asked.who in ("", fact.actor)


def marks(kinds: list[str]) -> str:
    return ", ".join("?" * len(kinds))


def entry(db: Connection, fact: Fact, story: list[Fact]) -> Entry:
    by = taken_back_by(fact, story[len(up_to(story, fact.id)) :])
    why, why_said = why_of(fact)
    colleague = queries.staff_numbered(db, fact.actor or "")
    return Entry(
        fact=fact.id,
        at=fact.at,
        device=fact.device,
        number=fact.actor or "",
        who=names.masked(colleague.name) if colleague else "",
        kind=type(fact.p).__name__,
        subject=str(subject_of(fact)),
        about=about(db, fact, subject_of(fact)),
        why=why,
        why_said=why_said,
        state=undone(fact, by),
        taken_back_at=by.at if by else None,
        taken_back_by=(by.actor or "") if by else "",
    )


def up_to(story: list[Fact], key: str) -> list[Fact]:
    at = next((n for n, fact in enumerate(story) if fact.id == key), -1)
    return story[: at + 1]


def stories_of(db: Connection, subjects: frozenset[Subject], first: int = 0) -> dict[Subject, list[Fact]]:
    """All that was told here of some things, in one pass; what other kiosks told of them is not here."""
    stories: dict[Subject, list[Fact]] = {subject: [] for subject in subjects}
    kinds = {subject.kind for subject in subjects}
    types = sorted({kind.__name__ for kind, (of, _) in WAYS.items() if of in kinds})
    only = next(iter(subjects)).name if len(subjects) == 1 else ""
    for (body,) in db.execute(STORY.format(marks(types)), (*types, first, only)):
        fact = read_fact(body)
        if subject_of(fact) in stories:
            stories[subject_of(fact)].append(fact)
    return stories


def changed(story: list[Fact]) -> tuple[Change, ...]:
    """What the last fact of the story changed, found by telling the story anew."""
    rows = StoryRows()
    for fact in story[:-1]:
        step(rows, fact)
    before = dict(rows.rows)
    if story:
        step(rows, story[-1])
    pairs = ((before.get(key), row) for key, row in rows.rows.items())
    return tuple(change for old, new in pairs for change in row_changes(old, new))


def about(db: Connection, fact: Fact, subject: Subject) -> str:
    """In words that staff know it by, and nobody's whole name."""
    member = getattr(fact.p, "member", None)
    parts = [thing(db, subject), person(db, member) if isinstance(member, int) and subject.kind != "member" else ""]
    return " · ".join(part for part in parts if part)


def thing(db: Connection, subject: Subject) -> str:
    match subject.kind:
        case "member":
            return person(db, int(subject.name))
        case "staff":
            return colleague_of(db, int(subject.name))
        case "copy":
            copy = get(db, Copy, subject.name)
            title = get(db, Title, copy.title) if copy else None
            return f"《{title.name}》" if title else subject.name
        case "course" | "session":
            return course_of(db, subject)
        case "title":
            known = get(db, Title, int(subject.name))
            return f"《{known.name}》" if known else ""
        case "special_day":
            return subject.name.rpartition(" ")[2]
        case "notice":
            notice = get(db, Notice, subject.name)
            return notice.title if notice else ""
        case "certificate" | "policy":
            return subject.name
    return ""


def course_of(db: Connection, subject: Subject) -> str:
    session = get(db, Session, int(subject.name)) if subject.kind == "session" else None
    course = get(db, Course, session.course if session else int(subject.name))
    return course.title if course else ""


def colleague_of(db: Connection, key: int) -> str:
    found: Staff | None = queries.staff(db, key)
    return f"{names.masked(found.name)} {found.number}" if found else ""


def person(db: Connection, key: int) -> str:
    details, member = get(db, MemberDetails, key), get(db, Member, key)
    tail = f"···{member.number[-TAIL_DIGITS:]}" if member else ""
    return f"{names.masked(details.name)} {tail}".strip() if details else tail
