"""Moving: rules and steps of copies that change their shelf, their hall, their condition or their owner."""

from datetime import date
from typing import Literal
from unicodedata import category

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.books import Copy, is_away, lendable
from kiosk.domain.desk import HallRules, OnDesk
from kiosk.domain.facts import (
    CopyDamaged,
    CopyDonated,
    CopyFound,
    CopyLost,
    CopyMended,
    CopyMoved,
    CopyReceived,
    CopySeen,
    CopySent,
    CopySetAdrift,
    CopyWithdrawn,
    Fact,
    Happening,
    StandFact,
)
from kiosk.domain.halls import Hall
from kiosk.domain.holding import Kept, requeue
from kiosk.domain.lending import Outcome, found, readied
from kiosk.domain.loans import seen
from kiosk.domain.refusals import (
    ALREADY_SO,
    CODE_CONTROL_CHARACTERS,
    COPY_GONE,
    COPY_LENT,
    COPY_TRAVELLING,
    HALL_UNKNOWN,
    SAME_SIGNATURE,
    SENT_NOWHERE,
    TEXT_TOO_LONG,
    Reason,
    Refused,
)
from kiosk.domain.stock import Gift, Handover

SHELF_MAX, NOTE_MAX, BATCH_MAX = 60, 200, 40
Mark = Literal["lost", "damaged", "mended", "withdrawn", "found"]


class InHand(Struct, frozen=True):
    """A copy that staff deal with: as it lies there, for whom it is kept, and how it came."""

    rules: HallRules
    today: date
    on_desk: OnDesk
    actor: str
    kept: Kept | None = None
    handover: Handover | None = None  # sent and not yet received

    @property
    def copy(self) -> Copy:
        return self.on_desk.copy


class Route(Struct, frozen=True):
    """Where copies are sent, and on which list."""

    to: Hall | None  # none: no such hall is known
    stays: bool = False
    batch: str = ""


def move(at: InHand, shelf: str) -> Outcome:
    if reasons := here_reasons(at) + text_reasons(shelf, SHELF_MAX):
        return Refused(reasons)
    if at.copy.shelf == shelf and not found(at.on_desk):
        return Refused((ALREADY_SO.because(),))
    return (*found(at.on_desk), CopyMoved(at.copy.copy, shelf))


def send(at: InHand, route: Route) -> Outcome:
    """Whoever waits for this very copy waits for another from then on."""
    here = at.rules.hall.hall
    reasons = here_reasons(at) + gone_reasons(at) + text_reasons(route.batch, BATCH_MAX)
    if route.to is None:
        reasons += (HALL_UNKNOWN.because(),)
    elif route.to.hall == here:
        reasons += (SENT_NOWHERE.because(hall=route.to.name),)
    if reasons or route.to is None:
        return Refused(reasons)
    sent = CopySent(at.copy.copy, here, route.to.hall, route.stays, route.batch)
    return (*found(at.on_desk), sent, *waiting_again(at))


def receive(at: InHand, shelf: str | None = None) -> Outcome:
    """The second signature is another's; a copy that nobody sent is taken in all the same, for it is here.

    What was sent elsewhere and is here has come back: whoever sent it may take it back.
    """
    came, reasons = at.handover, lent_reasons(at) + text_reasons(shelf or "", SHELF_MAX)
    arrives = came is not None and came.to_hall == at.rules.hall.hall
    if came and arrives and came.sent_by == at.actor:
        reasons += (SAME_SIGNATURE.because(number=at.actor),)
    if came is None and at.copy.sent_to is None and at.copy.hall == at.rules.hall.hall and not found(at.on_desk):
        reasons += (ALREADY_SO.because(),)
    if reasons:
        return Refused(reasons)
    handover, stays = (came.handover, came.stays) if came else (None, False)
    taken = CopyReceived(at.copy.copy, at.rules.hall.hall, handover, arrives and stays, shelf)
    return (*found(at.on_desk), taken)


def donate(at: InHand, donor: int | None) -> Outcome:
    return (CopyDonated(at.copy.copy, donor),)


def set_adrift(at: InHand) -> Outcome:
    if at.copy.adrift:
        return Refused((ALREADY_SO.because(),))
    if reasons := here_reasons(at) + gone_reasons(at):
        return Refused(reasons)
    return (*found(at.on_desk), CopySetAdrift(at.copy.copy, at.rules.hall.hall), *waiting_again(at))


def mark(at: InHand, how: Mark, note: str = "", said: str = "") -> Outcome:
    """`note` is what is wrong, or why it goes; `said` the line of whoever chose another reason."""
    if reasons := mark_reasons(at, how) + text_reasons(note, NOTE_MAX) + text_reasons(said, NOTE_MAX):
        return Refused(reasons)
    number = at.copy.copy
    match how:
        case "lost":
            return (CopyLost(number, why=note, why_said=said), *waiting_again(at))
        case "damaged":
            return (*found(at.on_desk), CopyDamaged(number, note), *waiting_again(at))
        case "withdrawn":
            return (CopyWithdrawn(number, note, said), *waiting_again(at))
        case "mended":
            return (CopyMended(number),)
        case "found":
            return (CopyFound(number),)


def mark_reasons(at: InHand, how: Mark) -> tuple[Reason, ...]:
    """A book that a member has can be reported lost; all else is said of a book that lies here."""
    condition = at.copy.condition
    already = {
        "lost": condition == "lost",
        "damaged": condition == "damaged",
        "withdrawn": condition == "withdrawn",
        "mended": condition != "damaged",
        "found": not is_away(at.copy),
    }[how]
    return (() if how == "lost" else lent_reasons(at)) + ((ALREADY_SO.because(),) if already else ())


def here_reasons(at: InHand) -> tuple[Reason, ...]:
    travelling = () if at.copy.sent_to is None else (COPY_TRAVELLING.because(hall=at.copy.sent_to),)
    return lent_reasons(at) + travelling


def lent_reasons(at: InHand) -> tuple[Reason, ...]:
    return (COPY_LENT.because(),) if at.copy.on_loan else ()


def gone_reasons(at: InHand) -> tuple[Reason, ...]:
    return (COPY_GONE.because(),) if at.copy.condition == "withdrawn" else ()


def text_reasons(text: str, most: int) -> tuple[Reason, ...]:
    """What somebody typed: as long as fits, and nothing in it that cannot be seen."""
    reasons = (TEXT_TOO_LONG.because(length=len(text), most=most),) if len(text) > most else ()
    hidden = any(category(c).startswith("C") for c in text)
    return (*reasons, CODE_CONTROL_CHARACTERS.because()) if hidden else reasons


def waiting_again(at: InHand) -> tuple[Happening, ...]:
    return requeue(at.kept) if at.kept else ()


def free_again(rules: HallRules, today: date, on_desk: OnDesk) -> tuple[Happening, ...]:
    """A copy that has come back into the hall is kept for whoever has waited longest to fetch it here."""
    copy = on_desk.copy
    here = copy.hall == rules.hall.hall and lendable(copy) and not copy.on_loan
    return readied(rules, today, on_desk) if here else ()


def stood_after(copy: Copy, fact: Fact, p: StandFact) -> Copy:
    """Total, as every step; what staff hold in their hands has been seen."""
    match p:
        case CopyMoved(shelf=shelf):
            return replace(seen(copy, fact.at), shelf=shelf, sent_to=copy.sent_to)
        case CopySent(to=to):
            return replace(seen(copy, fact.at), sent_to=to)
        case CopyReceived(hall=hall, stays=stays):
            shelf = copy.shelf if p.shelf is None else p.shelf
            return replace(seen(copy, fact.at), hall=hall, home_hall=hall if stays else copy.home_hall, shelf=shelf)
        case CopySetAdrift():
            return replace(copy, adrift=True, sent_to=None, seen_at=fact.at)
        case CopyMended() if copy.condition == "damaged":
            return replace(copy, condition="good", seen_at=fact.at)
        case CopySeen(hall=hall):
            return replace(copy, hall=copy.hall if copy.sent_to is not None else hall, seen_at=fact.at)
    return copy


def handover_after(handover: Handover | None, fact: Fact, p: CopySent | CopyReceived) -> Handover:
    if isinstance(p, CopySent):
        return Handover(
            handover=fact.id,
            copy=p.copy,
            to_hall=p.to,
            from_hall=p.hall,
            stays=p.stays,
            batch=p.batch,
            sent_by=fact.actor,
            sent_at=fact.at,
        )
    if handover is None:
        return Handover(fact.id, p.copy, p.hall, received_by=fact.actor, received_at=fact.at)
    return replace(handover, received_by=fact.actor, received_at=fact.at)


def gift_after(fact: Fact, p: CopyDonated) -> Gift:
    return Gift(p.copy, p.donor, fact.at)
