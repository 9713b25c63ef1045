"""Import of members and of their loans: each once, however often a file is read; who they are is sealed as always."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from msgspec.structs import replace

from kiosk.domain.books import Copy
from kiosk.domain.facts import BookBorrowed, Happening, MemberAdded
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, MemberDetails
from kiosk.domain.moment import Moment
from kiosk.exchange.people_rows import PersonEntry, member_said, tier_of
from kiosk.exchange.problems import (
    COPY_NOT_HERE,
    COPY_NOT_LENDABLE,
    DAY_UNREAD,
    DAYS_IMPOSSIBLE,
    LENT_OTHERWISE,
    LENT_SINCE,
    LENT_TO_ANOTHER,
    MEMBER_NOT_HERE,
    NUMBER_OF_ANOTHER_MEMBER,
    Problem,
    turned_away,
)
from kiosk.storage import inventory, queries
from kiosk.storage.keys import hash_key
from kiosk.storage.new_ids import new_id
from kiosk.storage.sealed import keyed_hash, sealing
from kiosk.storage.store import Store
from kiosk.upkeep.import_report import Outcome

CARD_DAYS = 730  # of a member whose row tells no end; the command takes another
LENT_AT_HOUR = 12  # a list tells the day of a loan, not its hour
Taken = tuple[Outcome, tuple[Problem, ...]]


class MemberImport:
    def __init__(self, store: Store, now: Callable[[], Moment], expires_on: date | None = None) -> None:
        self.store, self.now, self.db, self.hall = store, now, store.db, store.device.hall
        offset = queries.hall_rules(store.db, self.hall).hall.utc_offset_min
        self.today = now().day(offset)
        self.expires_on = expires_on or self.today + timedelta(days=CARD_DAYS)
        self.key = hash_key(store.db)

    def take(self, entry: PersonEntry) -> Taken:
        """The number says who it is, if the name agrees; a number is never given to somebody else."""
        said, problems = member_said(entry)
        if turned_away(problems):
            return "rejected", problems
        mine = queries.member_numbered(self.db, said["number"])
        if mine is None:
            return self.add(said), problems
        details = inventory.details(self.db, mine.member)
        if details is None or details.name != said["name"]:
            return "rejected", (*problems, NUMBER_OF_ANOTHER_MEMBER.at(entry.row, number=said["number"]))
        return self.update(mine, details, said), problems

    def add(self, said: dict[str, str]) -> Outcome:
        ends = date.fromisoformat(said["expires_on"]) if "expires_on" in said else self.expires_on
        tier = tier_of(said.get("tier", "")) or "member"
        member = Member(new_id(), said["number"], self.hall, tier, 1, ends, joined_on=self.today)
        with self.store.transaction():
            sealed = sealing(self.db, self.with_said(MemberDetails(member.member, said["name"]), said))
            self.store.record(MemberAdded(member), sealed, moment=self.now())
        return "added"

    def update(self, mine: Member, details: MemberDetails, said: dict[str, str]) -> Outcome:
        """What the row does not tell stays as it is, and so do card, PIN and whatever stops the member."""
        ends = date.fromisoformat(said["expires_on"]) if "expires_on" in said else mine.card_expires_on
        tier = tier_of(said.get("tier", "")) or mine.tier
        member, now = replace(mine, tier=tier, card_expires_on=ends), self.with_said(details, said)
        changed: list[Happening] = [MemberAdded(member)] if member != mine else []
        with self.store.transaction():
            changed += [sealing(self.db, now)] if now != details else []
            if changed:
                self.store.record(*changed, moment=self.now())
        return "updated" if changed else "unchanged"

    def with_said(self, details: MemberDetails, said: dict[str, str]) -> MemberDetails:
        phone = keyed_hash(self.key, said["phone"]) if "phone" in said else details.phone_hash
        return replace(details, phone_hash=phone, unit=said.get("unit") or details.unit)


class LoanImport:
    """Loans that began before this kiosk knew of them; no rule is asked, since they have happened."""

    def __init__(self, store: Store, now: Callable[[], Moment]) -> None:
        self.store, self.now, self.db, self.hall = store, now, store.db, store.device.hall
        self.rules = queries.hall_rules(store.db, self.hall)
        self.zone = timezone(timedelta(minutes=self.rules.hall.utc_offset_min))

    def take(self, entry: PersonEntry) -> Taken:
        problems = list(entry.problems)

        def odd(trouble: Any, **values: Any) -> Taken:
            return "rejected", (*problems, trouble.at(entry.row, **values))

        if turned_away(entry.problems):
            return "rejected", entry.problems
        days = [entry.said.get(field, "") for field in ("borrowed_on", "due_on")]
        if not all(days):
            return odd(DAY_UNREAD, seen="")
        borrowed, due = (date.fromisoformat(day) for day in days)
        if borrowed > due or borrowed > self.now().day(self.rules.hall.utc_offset_min):
            return odd(DAYS_IMPOSSIBLE, borrowed=days[0], due=days[1])
        number = entry.said.get("copy", "")
        copy, member = inventory.copy(self.db, number), queries.member_numbered(self.db, entry.said.get("member", ""))
        if copy is None:
            return odd(COPY_NOT_HERE, number=number)
        if member is None:
            return odd(MEMBER_NOT_HERE, number=entry.said.get("member", ""))
        return self.lent(copy, member, (borrowed, due), odd)

    def lent(self, copy: Copy, member: Member, days: tuple[date, date], odd: Callable[..., Taken]) -> Taken:
        """A loan that is known already, even if it has ended here since, is not begun again."""
        borrowed_at = datetime(days[0].year, days[0].month, days[0].day, LENT_AT_HOUR, tzinfo=self.zone).astimezone(UTC)
        before = tuple(inventory.loans_back(self.db, copy.copy))
        for loan in before:
            if loan.member == member.member and loan.borrowed_at == borrowed_at:
                other = loan.ended is None and loan.due_on != days[1] and not loan.renewals
                return odd(LENT_OTHERWISE, due=loan.due_on.isoformat()) if other else ("unchanged", ())
        if copy.on_loan:
            return odd(LENT_TO_ANOTHER, number=copy.copy)
        if any(not_before(loan, borrowed_at) for loan in before):
            return odd(LENT_SINCE, number=copy.copy)
        if copy.condition != "good":
            return odd(COPY_NOT_LENDABLE, number=copy.copy)
        policy = self.rules.policy_for(member, copy.kind).policy
        lent = BookBorrowed(copy.copy, member.member, self.hall, days[1], policy, borrowed_at=borrowed_at)
        self.store.record(lent, moment=self.now())
        return "added", ()


def not_before(loan: Loan, borrowed_at: datetime) -> bool:
    return loan.ended != "undone" and loan.borrowed_at >= borrowed_at
