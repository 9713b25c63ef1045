"""The desk: everything that a lending rule looks at, laid out before it is asked."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.books import Copy, Title
from kiosk.domain.halls import Calendar, Hall
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, Suspension
from kiosk.domain.policy import DEFAULT, Policy, deciding


class HallRules(Struct, frozen=True):
    """A hall with its policy rows and its calendar."""

    hall: Hall
    policies: tuple[Policy, ...]
    calendar: Calendar

    def policy(self, tier: str, item_kind: str) -> Policy:
        return deciding(self.policies, self.hall.kind, tier, item_kind)

    def policy_for(self, member: Member, item_kind: str) -> Policy:
        """A member of another hall keeps the tier and gets the roaming allowance."""
        policy = self.policy(member.tier, item_kind)
        if member.home_hall == self.hall.hall:
            return policy
        return replace(policy, loans_max=min(policy.loans_max, policy.roaming_loans_max))

    def policy_named(self, name: str) -> Policy:
        """The row that decided once; the default where it has been removed since."""
        return next((p for p in self.policies if p.policy == name), DEFAULT)


class OpenLoan(Struct, frozen=True):
    """A loan with what it is a loan of."""

    loan: Loan
    copy: Copy
    title: Title


class Borrower(Struct, frozen=True):
    """A member with all that counts for or against the next loan."""

    member: Member
    name: str
    loans: tuple[OpenLoan, ...] = ()  # oldest first
    suspensions: tuple[Suspension, ...] = ()


class OnDesk(Struct, frozen=True):
    """A copy with its title, the loan it is on, and who waits for it."""

    copy: Copy
    title: Title
    loan: Loan | None = None
    holds: tuple[Hold, ...] = ()
    disputed: bool = False  # on a card that was lost or blocked: a librarian has yet to decide whose loan it is


class Lift(Struct, frozen=True):
    """What staff have read and let pass, and why; a reason that they did not read still stands."""

    why: str  # a word of `domain.lifting`
    codes: tuple[str, ...]
    said: str = ""  # their own words, where the reason is another


class Desk(Struct, frozen=True):
    """`borrower` is empty while nobody has shown a card."""

    rules: HallRules
    today: date
    on_desk: OnDesk
    borrower: Borrower | None = None
    lift: Lift | None = None
