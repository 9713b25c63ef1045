"""Merging: what goes from one number to another when two are one person, at a hall that has no hub to do it."""

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain import facts as f
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, Suspension

MERGED = "merged"


class Open(Struct, frozen=True):
    """What is not over of one member."""

    loans: tuple[Loan, ...] = ()
    holds: tuple[Hold, ...] = ()
    seats: tuple[Enrolment, ...] = ()
    pauses: tuple[Suspension, ...] = ()
    children: tuple[int, ...] = ()  # whose guardian this member is


def may_merge(old: Member | None, kept: Member | None) -> bool:
    if old is None or kept is None or old.member == kept.member:
        return False
    return old.merged_into is None and kept.merged_into is None and old.home_hall == kept.home_hall


def moved(old: int, kept: int, of_old: Open, of_kept: Open) -> tuple[f.Happening, ...]:
    """Open things go over; what is over stays in the history of the old number. Nobody sits on two seats."""
    taken = {seat.course for seat in of_kept.seats}
    return (
        *(f.LoanMoved(loan.copy, loan.loan, kept) for loan in of_old.loans),
        *(f.HoldRestored(replace(hold, member=kept)) for hold in of_old.holds),
        *(f.SeatWithdrawn(seat.course, old, MERGED) for seat in of_old.seats),
        *(f.SeatConfirmed(seat.course, kept) for seat in of_old.seats if seat.course not in taken),
        *(f.MemberSuspended(kept, pause.until, pause.why) for pause in of_old.pauses),
        *(f.SuspensionLifted(old, pause.suspension, MERGED) for pause in of_old.pauses),
        *(f.GuardianSet(child, kept, MERGED) for child in of_old.children if child != kept),
    )


def moved_back(old: int, kept: int, of_kept: Open, went: tuple[f.Happening, ...]) -> tuple[f.Happening, ...]:
    """Loans and holds that went over and are still open, and the seats; pauses stay where they are."""
    loans = {p.loan for p in went if isinstance(p, f.LoanMoved)}
    holds = {p.hold.hold for p in went if isinstance(p, f.HoldRestored)}
    seats = {p.course for p in went if isinstance(p, f.SeatConfirmed)}
    return (
        *(f.LoanMoved(loan.copy, loan.loan, old) for loan in of_kept.loans if loan.loan in loans),
        *(f.HoldRestored(replace(hold, member=old)) for hold in of_kept.holds if hold.hold in holds),
        *(f.SeatWithdrawn(s.course, kept, MERGED) for s in of_kept.seats if s.course in seats),
        *(f.SeatConfirmed(s.course, old) for s in of_kept.seats if s.course in seats),
        *(f.GuardianSet(p.member, old, MERGED) for p in went if isinstance(p, f.GuardianSet)),
    )
