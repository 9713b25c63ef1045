"""Showing: turns what is on the disk into the screen that tells of it."""

from datetime import date

from msgspec.structs import replace

from kiosk.domain.books import Title, class_letter, lendable, short_name
from kiosk.domain.classes import Course
from kiosk.domain.desk import Borrower, Desk, OnDesk, OpenLoan
from kiosk.domain.halls import Hall
from kiosk.domain.holding import Wanted
from kiosk.domain.holds import Hold, keeper, position, travels_to
from kiosk.domain.lending import DueDay, due_day, loan_reasons, policy_of, renew
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, standing_reasons
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import VISITING, Reason, Refused
from kiosk.storage import holds as shelf, queries
from kiosk.storage.hub_line import hub_line, row_at_hub
from kiosk.visit.screens import (
    Basket,
    Book,
    CardShown,
    Due,
    HoldRow,
    HoldSlip,
    LentRow,
    PickupHall,
    Record,
    RecordRow,
    Refusal,
    Reserved,
    Returned,
    ReturnedRow,
    ReturnOrRenew,
)
from kiosk.visit.sitting import Given, Place, Sitting

HALLS_MAX = 5  # to choose from
SHELF_MAX = 12  # spines that a shelf can show


def book(title: Title) -> Book:
    return Book(title.name, short_name(title.name), title.author, class_letter(title.class_mark))


def course_book(course: Course) -> Book:
    """A course in a list of books has a cover of its own, in the class of education."""
    return Book(course.title, short_name(course.title), course.teacher, "G")


def title_book(place: Place, key: int | None) -> Book | None:
    title = queries.title(place.db, key) if key is not None else None
    return book(title) if title else None


def due(loan: Loan, today: date) -> Due:
    return Due(loan.due_on, (loan.due_on - today).days, loan.moved_by)


def new_due(day: DueDay, today: date) -> Due:
    return Due(day.on, (day.on - today).days, day.moved_by)


def borrower(place: Place, member: int) -> Borrower:
    found = queries.member(place.db, member)
    assert found, "whoever signed in is a member"
    return queries.borrower(place.db, found)


def general_reasons(place: Place, who: Borrower) -> tuple[Reason, ...]:
    """What stops or will stop this member, before any book is named."""
    policy = place.rules.policy_for(who.member, "book")
    return standing_reasons(who.member, who.suspensions, place.today) + loan_reasons(who, policy, place.today, "book")


def basket(place: Place, sitting: Sitting, *, fresh: str | None = None) -> Basket:
    if sitting.member is None:
        return Basket(waiting=tuple(waiting_books(place, sitting)))
    who = borrower(place, sitting.member)
    most = place.rules.policy_for(who.member, "book").loans_max
    return Basket(
        rows=lent_rows(place, sitting),
        shelf=tuple(book(o.title) for o in who.loans[-SHELF_MAX:]),
        most=most,
        left=max(most - len(who.loans), 0),
        fresh=fresh,
        notices=general_reasons(place, who) + visiting(place, who, most),
        cards=cards(sitting),
        batch=who.member.tier == "team",
    )


def lent_rows(place: Place, sitting: Sitting) -> tuple[LentRow, ...]:
    """The loans of this visit on all its cards, newest first."""
    here, shared = {lent.loan for lent in sitting.lent}, len(sitting.bearers) > 1
    found = [
        LentRow(o.loan.loan, book(o.title), due(o.loan, place.today), bearer.name if shared else "")
        for bearer in sitting.bearers
        for o in borrower(place, bearer.member).loans
        if o.loan.loan in here
    ]
    return tuple(sorted(found, key=lambda row: row.loan, reverse=True))


def cards(sitting: Sitting) -> tuple[CardShown, ...]:
    shown = tuple(CardShown(b.name, b.face, b.member == sitting.member) for b in sitting.bearers)
    return shown if len(shown) > 1 else ()


def visiting(place: Place, who: Borrower, most: int) -> tuple[Reason, ...]:
    """A member of another hall is told of the allowance."""
    away = who.member.home_hall != place.rules.hall.hall
    return (VISITING.because(home_hall=who.member.home_hall, most=most),) if away else ()


def waiting_books(place: Place, sitting: Sitting) -> list[Book]:
    found = (queries.on_desk(place.db, copy) for copy in reversed(sitting.waiting))
    return [book(on_desk.title) for on_desk in found if on_desk]


def returned(place: Place, sitting: Sitting, *, fresh: str | None = None) -> Returned:
    rows = [returned_row(place, given) for given in reversed(sitting.given)]
    return Returned(tuple(rows), fresh)


def returned_row(place: Place, given: Given) -> ReturnedRow:
    on_desk = queries.on_desk(place.db, given.loan.copy)
    assert on_desk
    copy, hall = on_desk.copy.copy, place.rules.hall.hall
    kept = keeper(on_desk.holds, copy)
    late = max((place.today - given.loan.due_on).days, 0)
    slip = HoldSlip(*shelf.slip(place.db, kept.member), kept.ready_until) if kept else None
    away = travels_to(on_desk.holds, copy, hall, place.today) if lendable(on_desk.copy) else None
    to = shelf.pickup(place.db, away) if away is not None else None
    return ReturnedRow(given.returned, book(on_desk.title), kept is not None, late, slip, to.hall.name if to else "")


def return_or_renew(desk: Desk, *, already_returned: bool) -> ReturnOrRenew:
    loan = desk.on_desk.loan
    assert loan and desk.borrower
    outcome = renew(desk)
    why_not = outcome.reasons if isinstance(outcome, Refused) else ()
    day = due_day(desk.rules, policy_of(desk), desk.today, desk.borrower.member.card_expires_on)
    return ReturnOrRenew(
        loan=loan.loan,
        book=book(desk.on_desk.title),
        due=due(loan, desk.today),
        renewed_due=None if why_not else new_due(day, desk.today),
        why_not=why_not,
        already_returned=already_returned,
    )


def refusal(action: str, reasons: tuple[Reason, ...], on_desk: OnDesk | None = None) -> Refusal:
    return Refusal(action, reasons, book(on_desk.title) if on_desk else None)


def record(place: Place, sitting: Sitting, *, fresh: tuple[str, ...] = ()) -> Record:
    assert sitting.member is not None
    who = borrower(place, sitting.member)
    most = place.rules.policy_for(who.member, "book").loans_max
    rows = tuple(record_row(place, who, o) for o in who.loans)
    notices, holds = general_reasons(place, who), hold_rows(place, who.member)
    return Record(rows, most, max(most - len(who.loans), 0), fresh, notices, holds)


def record_row(place: Place, who: Borrower, o: OpenLoan) -> RecordRow:
    on_desk = queries.on_desk(place.db, o.copy.copy)
    assert on_desk
    desk = Desk(place.rules, place.today, on_desk, who)
    outcome = renew(desk)
    why_not = outcome.reasons if isinstance(outcome, Refused) else ()
    left = max(policy_of(desk).renewals_max - o.loan.renewals, 0)
    shown = RecordRow(o.loan.loan, book(o.title), due(o.loan, place.today), left, not why_not, why_not)
    return replace(shown, confirmed=row_at_hub(place.db, o.loan) if hub_line(place.db).hub else None)


def reserved(place: Place, wanted: Wanted, hold: str | None) -> Reserved:
    lent = tuple(c for c in wanted.copies if lendable(c))
    policy = place.rules.policy("member", lent[0].kind if lent else "book")
    pickup = pickup_hall(place, wanted.pickup.hall)
    return Reserved(
        book=book(wanted.title),
        pickup=pickup,
        hold=hold,
        position=position(wanted.holds, hold) if hold else len(wanted.holds) + 1,
        copies=len(lent),
        provisional=not pickup.here,
        kept_days=policy.hold_pickup_days,
        halls=tuple(pickup_hall(place, h) for h in pickup_halls(place, policy) if h.hall != pickup.hall),
    )


def pickup_halls(place: Place, policy: Policy) -> tuple[Hall, ...]:
    """This hall first; those that keep books for whoever waits."""
    keeping = (h for h in shelf.halls(place.db) if h.kind in policy.hold_shelf_kinds)
    return tuple(sorted(keeping, key=lambda h: (h.hall != place.rules.hall.hall, h.hall))[:HALLS_MAX])


def pickup_hall(place: Place, hall: Hall) -> PickupHall:
    return PickupHall(hall.hall, hall.name, hall.kind, hall.hall == place.rules.hall.hall)


def hold_rows(place: Place, member: Member) -> tuple[HoldRow, ...]:
    found = (hold_row(place, hold, member) for hold in shelf.holds_of(place.db, member.member))
    return tuple(row for row in found if row)


def hold_row(place: Place, hold: Hold, member: Member) -> HoldRow | None:
    found, pickup = title_book(place, hold.title), shelf.pickup(place.db, hold.pickup_hall)
    if found is None or pickup is None:
        return None
    where, ready = pickup_hall(place, pickup.hall), hold.state == "ready"
    return HoldRow(
        hold=hold.hold,
        book=found,
        state="suspended" if hold.paused(place.today) else hold.state,
        pickup=where,
        position=position(shelf.queue(place.db, hold.title), hold.hold),
        provisional=not where.here and not ready,
        ready_until=hold.ready_until if ready else None,
        suspended_until=hold.suspended_until if hold.paused(place.today) else None,
        shelf=member.number[-shelf.TAIL_DIGITS :] if ready else "",
    )
