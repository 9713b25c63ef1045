"""Member acts: what the desk and the command line do to members, each in one commit that names who and why."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain import joining, membership, merging
from kiosk.domain.facts import (
    ConsentGiven,
    Fact,
    Happening,
    MemberAdded,
    MemberDetailsSet,
    MembersMerged,
    MembersParted,
)
from kiosk.domain.joining import JoinDraft
from kiosk.domain.members import NOTICE_VERSION, Member, MemberDetails
from kiosk.domain.membership import UNDONE, Because, Known, Wanted
from kiosk.domain.refusals import MERGE_NOT_FIT, Refused
from kiosk.storage import people, queries
from kiosk.storage.hub_line import has_hub
from kiosk.storage.ids import new_id
from kiosk.storage.keys import hash_key
from kiosk.storage.sealed import keyed_hash, sealing
from kiosk.visit.sitting import Place

Pair = tuple[Member | None, Member | None]
SEALED = ("unit", "name", "pin")  # changes of what nobody may read


class Done(Struct, frozen=True):
    """What was written, and what takes it back."""

    facts: tuple[Fact, ...]
    undo: tuple[Happening, ...] = ()


def known(place: Place, member: Member) -> Known:
    return Known(
        member=member,
        details=queries.details(place.db, member.member),
        suspensions=people.suspensions(place.db, member.member),
        loans=len(queries.borrower(place.db, member).loans),
        today=place.today,
    )


def changed(place: Place, member: Member, wanted: Wanted, actor: str | None) -> Done | Refused:
    """Of a PIN, `wanted.text` is the hash."""
    before = known(place, member)
    happenings = membership.told(before, wanted)
    if isinstance(happenings, Refused):
        return happenings
    with place.store.transaction():
        undo: list[Happening] = []
        if wanted.change in SEALED:
            assert before.details, "who is forgotten has no details to change"
            happenings = (details_told(place, before.details, wanted),)
            undo = undo_details(place, before.details, wanted)
        facts = place.store.record(*happenings, moment=place.moment, actor=actor)
        undo += [back for fact in facts for back in membership.taken_back(before, fact)]
    return Done(facts, tuple(undo))


def details_told(place: Place, details: MemberDetails, wanted: Wanted) -> MemberDetailsSet:
    field = "pin_hash" if wanted.change == "pin" else wanted.change
    now: dict[str, Any] = {field: wanted.text}
    because = wanted.because
    sealed = sealing(place.db, replace(details, **now))
    return replace(sealed, about=wanted.change, why=because.why, why_said=because.said)


def undo_details(place: Place, details: MemberDetails, wanted: Wanted) -> list[Happening]:
    """A new PIN has been told already: another may be made, the old one never comes back."""
    if wanted.change == "pin":
        return []
    return [replace(sealing(place.db, details), about=wanted.change, why=UNDONE)]


def added(place: Place, draft: JoinDraft, hashed: str | None, actor: str | None) -> Member | Refused:
    """The notice hangs at the desk; whoever joins has been told of it there."""
    hall = place.rules.hall.hall
    with place.store.transaction():
        alike = people.alike(place.db, hall, draft.name, draft.phone)
        if reasons := joining.reasons_against(draft, alike, place.today):
            return Refused(reasons)
        number = people.next_number(place.db, hall)
        member = joining.new_member(draft, new_id(), number, (hall, place.today))
        sealed = sealing(place.db, details_of(place, draft, member, hashed))
        consent = ConsentGiven(member.member, "notice", NOTICE_VERSION)
        place.store.record(MemberAdded(member), sealed, consent, moment=place.moment, actor=actor)
    return member


def details_of(place: Place, draft: JoinDraft, member: Member, hashed: str | None) -> MemberDetails:
    phone = keyed_hash(hash_key(place.db), draft.phone) if draft.phone else None
    born = int(draft.born) if draft.born else None
    return MemberDetails(member.member, draft.name, phone, hashed, draft.unit, born)


def merged(
    place: Place, pair: tuple[Member | None, Member | None], because: Because, actor: str | None
) -> Done | Refused:
    """`pair`: the number that ends, and the one that goes on. Under a hub it is the hub that moves what is open."""
    old, kept = pair
    if old is None or kept is None or not merging.may_merge(old, kept):
        numbers = [member.number if member else "–" for member in pair]
        return Refused((MERGE_NOT_FIT.because(old=numbers[0], kept=numbers[1]),))
    moves: tuple[Happening, ...] = ()
    with place.store.transaction():
        if not has_hub(place.db):
            both = people.open_of(place.db, old.member), people.open_of(place.db, kept.member)
            moves = merging.moved(old.member, kept.member, *both)
        said = MembersMerged(old.member, kept.member, because.why, because.said)
        facts = place.store.record(said, *moves, moment=place.moment, actor=actor)
    return Done(facts, (MembersParted(old.member, UNDONE),))


def parted(place: Place, old: Member | None, why: str, actor: str | None) -> Done | Refused:
    if old is None or old.merged_into is None:
        return Refused((MERGE_NOT_FIT.because(old=old.number if old else "–", kept="–"),))
    moves: tuple[Happening, ...] = ()
    with place.store.transaction():
        if not has_hub(place.db):
            went = people.gone_over(place.db, old.member)
            open_now = people.open_of(place.db, old.merged_into)
            moves = merging.moved_back(old.member, old.merged_into, open_now, went)
        facts = place.store.record(MembersParted(old.member, why), *moves, moment=place.moment, actor=actor)
    return Done(facts)
