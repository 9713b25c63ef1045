"""Acts: what members and staff do at a kiosk, with a liking for the same few books, courses and people."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from halls import NOON
from msgspec.structs import replace
from simulation.machine import Machine

from kiosk.domain import facts as f
from kiosk.domain.books import Copy, Title
from kiosk.domain.classes import Course, Session
from kiosk.domain.codes import copy_number
from kiosk.domain.halls import Hall
from kiosk.domain.members import Member, MemberDetails
from kiosk.domain.policy import Policy
from kiosk.storage import queries
from kiosk.storage.sealed import sealing

HALLS, COPIES, MEMBERS, NUMBERS = (1, 2), 3, 3, 4
DAY, LAST_DAY = date(2026, 12, 21), date(2030, 1, 1)
Happenings = tuple[Any, ...]


def begun(hall: int, k: Machine) -> Happenings:
    """What the hall's first kiosk says on its first day."""
    course = Course(hall, hall, "class", f"C{hall}", 4, date(2026, 11, 1), date(2026, 12, 31))
    starts = NOON + timedelta(minutes=5)
    told: list[Any] = [f.HallSet(Hall(hall, f"H{hall}", "palace", "P", "1")), f.PolicySet(Policy(f"default{hall}"))]
    for n in range(1, COPIES + 1):
        told += [f.TitleAdded(Title(10 * hall + n, f"T{n}", "A", "I24"))]
        told += [f.CopyAdded(Copy(copy_number(hall, n), 10 * hall + n, hall, hall))]
    for n in range(1, MEMBERS + 1):
        told += [f.MemberAdded(member_of(100 * hall + n, f"{hall}{n}", hall))]
    told += [sealing(k.db, MemberDetails(100 * hall + 1, "N"))]
    told += [f.CourseSet(course), f.SessionSet(Session(hall, hall, starts, starts + timedelta(hours=2), 4))]
    return tuple(told)


def member_of(member: int, number: str, hall: int) -> Member:
    return Member(member, number, hall, "member", 1, LAST_DAY)


def a_copy(r: Random) -> str:
    return copy_number(r.choice(HALLS), min(r.randrange(1, COPIES + 1), r.randrange(1, COPIES + 1)))


def a_member(r: Random) -> int:
    return 100 * r.choice(HALLS) + min(r.randrange(1, MEMBERS + 1), r.choice((1, 2, 3, 9)))


def borrowed(k: Machine, r: Random) -> Happenings:
    return (f.BookBorrowed(a_copy(r), a_member(r), k.hall, DAY, "default"),)


def returned(k: Machine, r: Random) -> Happenings:
    return (f.BookReturned(a_copy(r), k.hall),)


def renewed(k: Machine, r: Random) -> Happenings:
    loans = k.db.execute("select copy, loan from loans where ended is null order by loan").fetchall()
    return (f.LoanRenewed(*r.choice(loans), DAY + timedelta(days=30), "default"),) if loans else ()


def undone(k: Machine, r: Random) -> Happenings:
    loans = k.db.execute("select copy, loan from loans where ended is null order by loan").fetchall()
    return (f.BorrowUndone(*r.choice(loans)),) if loans else ()


def condition(k: Machine, r: Random) -> Happenings:
    copy = a_copy(r)
    sent = f.CopySent(copy, k.hall, r.choice(HALLS))
    return (
        r.choice([f.CopyLost(copy), f.CopyFound(copy), sent, f.CopyReceived(copy, k.hall), f.CopyMoved(copy, "S")]),
    )


def listed(k: Machine, r: Random) -> Happenings:
    """The same number may be listed at two kiosks, and taken off the list at one of them."""
    copy = copy_number(k.hall, COPIES + r.randrange(1, 3))
    if r.random() < 0.4:
        return (f.CopyUnlisted(copy),)
    return (f.TitleAdded(Title(10 * k.hall + r.randrange(1, 4), f"T{r.random()}", "A", "I24")),
            f.CopyAdded(Copy(copy, 10 * k.hall + 1, k.hall, k.hall)))  # fmt: skip


def held(k: Machine, r: Random) -> Happenings:
    holds = k.db.execute("select hold, title, state from holds order by hold").fetchall()
    if not holds or r.random() < 0.4:
        return (f.HoldPlaced(10 * r.choice(HALLS) + 1, a_member(r), r.choice(HALLS)),)
    hold, title, _ = r.choice(holds)
    ready = f.HoldReadied(hold, title, a_copy(r), DAY)
    return (r.choice([ready, f.HoldFilled(hold, title), f.HoldCancelled(hold, title), f.HoldRequeued(hold, title)]),)


def seated(k: Machine, r: Random) -> Happenings:
    course, member = r.choice(HALLS), a_member(r)
    wish = f.SeatRequested(course, member, waiting=r.random() < 0.5)
    return (r.choice([wish, f.SeatConfirmed(course, member), f.SeatWithdrawn(course, member)]),)


def checked_in(k: Machine, r: Random) -> Happenings:
    session, member = r.choice(HALLS), a_member(r)
    left, rated = f.AttendanceLeft(session, member, r.randrange(90)), f.RatingGiven(session, member, r.randrange(1, 6))
    entered = f.AttendanceEntered(session, member)
    return (r.choice([entered, entered, left, rated, f.StandbyJoined(session, member), f.GuestCounted(session)]),)


def ordered(k: Machine, r: Random) -> Happenings:
    member = a_member(r)
    pauses = k.db.execute("select member, suspension from suspensions order by suspension").fetchall()
    lifted = [f.SuspensionLifted(*r.choice(pauses), "staff")] if pauses else []
    told = [f.MemberBlocked(member, "w"), f.MemberUnblocked(member, "w"), f.MemberSuspended(member, DAY, "staff")]
    return (r.choice([*told, *lifted, f.CardIssued(member, r.randrange(2, 5), LAST_DAY)]),)


def joined(k: Machine, r: Random) -> Happenings:
    """Two kiosks may give the same number to two people."""
    member = 1000 * k.hall + r.randrange(1, 9)
    if r.random() < 0.3:
        visitor = 100 * r.choice(HALLS) + 9
        return (f.VisitorAdmitted(member_of(visitor, f"v{visitor}", r.choice(HALLS))),)
    return (f.MemberAdded(member_of(member, f"{k.hall}9{r.randrange(NUMBERS)}", k.hall)),)


def named(k: Machine, r: Random) -> Happenings:
    member = a_member(r)
    if r.random() < 0.15:
        return (f.MemberForgotten(member),)
    if queries.member(k.db, member) is None:
        return ()
    return (sealing(k.db, MemberDetails(member, f"N{r.randrange(9)}")),)


def described(k: Machine, r: Random) -> Happenings:
    row = k.db.execute("select hall from halls where hall = ?", (k.hall,)).fetchone()
    hall = replace(Hall(k.hall, f"H{k.hall}", "palace", "P", "1"), name=f"H{r.randrange(9)}")
    return (f.HallSet(hall),) if row else ()


ACTS: tuple[Callable[[Machine, Random], Happenings], ...] = (
    *[borrowed] * 6, *[returned] * 4, *[renewed] * 2, undone, *[condition] * 2, listed, *[held] * 3, *[seated] * 3,
    *[checked_in] * 4, *[ordered] * 2, *[joined] * 2, named, described,
)  # fmt: skip
