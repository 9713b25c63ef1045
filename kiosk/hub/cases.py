"""Cases: at the end of a turn, what was told and does not fit together becomes a case; what fits again is closed."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from kiosk.domain import facts as f
from kiosk.domain.arriving import HUB
from kiosk.domain.books import Copy
from kiosk.domain.cases import ANSWERS, Case, CaseKind, Evidence
from kiosk.domain.classes import Course
from kiosk.domain.contradictions import GONE, Contradiction, Story, of_story
from kiosk.domain.subjects import Subject
from kiosk.hub import stories
from kiosk.hub.devices import Known
from kiosk.hub.heard import Stepped
from kiosk.hub.limits import beyond_limit
from kiosk.hub.receiving import Received
from kiosk.hub.sharing import halls_of
from kiosk.hub.tables import table_of
from kiosk.hub.turn import Turn

Found = tuple[tuple[Contradiction, ...], tuple[CaseKind, ...]]  # and the kinds that were looked for
CLOCK_FAR = timedelta(days=1)  # less is no broken clock
FROM_STORIES: tuple[CaseKind, ...] = (
    "lent_twice",
    "order_uncertain",
    "lost_but_lent",
    "lent_while_suspended",
    "rule_broken",
    "blocked_card_used",
    "printed_after_revoked",
    "details_twice",
)
DOUBTFUL = frozenset((f.BookBorrowed, f.CopyLost, f.CertificatePrinted, f.MemberDetailsSet))
# What a member is told at the next scan, when such a case is opened.
TOLD: dict[CaseKind, str] = {"lost_but_lent": "found_again", "blocked_card_used": "card_used"}


def review(turn: Turn, now: datetime) -> None:
    turn.settle()
    orders = stories.orders(
        turn, {p.member for step in turn.steps if isinstance(p := step.heard.fact.p, f.BookBorrowed)}
    )
    of_hall: dict[int, set[Subject]] = {}
    for hall, subject in {*doubtful(turn.steps, orders), *(at for at in turn.retold if at[1].kind == "copy")}:
        of_hall.setdefault(hall, set()).add(subject)
    for hall, subjects in of_hall.items():
        for subject, story in stories.stories(turn, hall, subjects).items():
            found = of_story(story, orders | stories.orders(turn, borrowers(story) - orders.keys()))
            reconcile(turn, hall, subject, (found, FROM_STORIES), now)
    for home, member, found in beyond_limit(turn):
        turn.open([home])
        reconcile(turn, home, Subject("member", str(member)), (found, ("over_limit",)), now)
    for hall, contradiction, subject in wrong_clocks(turn):
        open_case(turn, hall, subject, contradiction, now)


def doubtful(steps: Iterable[Stepped], orders: dict[int, Story]) -> Iterator[tuple[int, Subject]]:
    """Where a look at the whole story is worth it."""
    for step in steps:
        if type(step.heard.fact.p) not in DOUBTFUL:
            continue
        before = step.before
        match step.heard.fact.p:
            case f.BookBorrowed(member=member):
                doubt = member in orders or bool(before and (before.on_loan or before.condition in GONE))
            case f.CopyLost(missing=True):
                doubt = bool(before and before.on_loan)
            case f.CertificatePrinted():
                doubt = bool(before and before.revoked_on)
            case f.MemberDetailsSet():
                doubt = step.heard.fact.device != HUB
            case _:
                doubt = False
        if doubt:
            yield step.hall, step.heard.subject


def borrowers(story: Story) -> set[int]:
    return {told.fact.p.member for told in story if isinstance(told.fact.p, f.BookBorrowed)}


def reconcile(
    turn: Turn,
    hall: int,
    subject: Subject,
    all_of: tuple[tuple[Contradiction, ...], tuple[CaseKind, ...]],
    now: datetime,
) -> None:
    """Of these kinds, exactly what was found is open; what a person has decided stays decided."""
    found, kinds = all_of
    rows = turn.rows[hall]
    rows.take(Case, table_of(Case).c.subject == str(subject))
    keys = {contradiction.key for contradiction in found}
    for row in [r for (struct, _), r in rows.known.items() if struct is Case and isinstance(r, Case)]:
        if row.subject == str(subject) and row.kind in kinds and row.open and row.key not in keys:
            turn.author(hall, f.CaseClosed(row.key), now)
    for contradiction in found:
        open_case(turn, hall, subject, contradiction, now)


def open_case(turn: Turn, hall: int, subject: Subject, found: Contradiction, now: datetime) -> None:
    """Once, however often it is told; every hall where something of it happened hears of it."""
    known = turn.rows[hall].get(Case, found.key)
    if known is not None and known.state != "closed":
        return
    proposed = ANSWERS[found.kind][0]
    opened = f.CaseOpened(found.key, hall, found.kind, str(subject), found.evidence, proposed)
    turn.author(hall, opened, now)
    for other in {e.hall for e in found.evidence}:
        turn.share(hall, Subject("case", found.key), other)
    if known is None and found.kind in TOLD:
        tell_members(turn, hall, subject, found, now)


def tell_members(turn: Turn, hall: int, subject: Subject, found: Contradiction, now: datetime) -> None:
    copy = turn.rows[hall].get(Copy, subject.name)
    members = {e.member for e in found.evidence if e.member is not None}
    homes = halls_of(turn, {f"member {member}" for member in members})
    for member in sorted(members):
        if home := homes.get(f"member {member}"):
            turn.open([home])
            told = f.AnswerGiven(member, TOLD[found.kind], title=copy.title if copy else None)
            turn.author(home, told, now)


def wrong_clocks(turn: Turn) -> Iterator[tuple[int, Contradiction, Subject]]:
    """Once for each device and boot: the member never sees it, somebody has to mend it."""
    far = [s.heard for s in turn.steps if s.heard.fact.clock == "suspect" and is_far(s)]
    halls = stories.hall_of_device(turn, {heard.fact.device for heard in far})
    for heard in far:
        fact, hall = heard.fact, halls[heard.fact.device]
        shown = Evidence(f"{fact.device} {fact.boot}", "clock", heard.when.at, heard.when.latest, fact.device, hall)
        yield hall, Contradiction("clock_wrong", (shown,)), Subject("device", fact.device)


def is_far(step: Stepped) -> bool:
    fact = step.heard.fact
    return bool(abs(fact.at - fact.floor) > CLOCK_FAR)


def over_booked(turn: Turn, hall: int, course: Course, now: datetime) -> None:
    """A course that had to get chairs more, since what was shown as confirmed stands."""
    shown = Evidence(f"course {course.course} {course.confirmed}", "over_booked", now, now, "", hall)
    open_case(turn, hall, Subject("course", str(course.course)), Contradiction("over_booked", (shown,)), now)


def aside(turn: Turn, device: Known, got: Received, now: datetime) -> None:
    """A device whose word is kept and not believed: staff look after it."""
    if got.aside:
        shown = Evidence(f"{device.device} {got.status}", got.status, now, now, device.device, device.hall)
        open_case(turn, device.hall, Subject("device", device.device), Contradiction("set_aside", (shown,)), now)
