"""Title shown: one title's card and its copies as the page of staff has them, and what is being asked there."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain import title_record
from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import serial_of
from kiosk.domain.copy_deeds import WHYS, WRITTEN, offered, taken_back
from kiosk.domain.staff import may
from kiosk.domain.title_record import BLANKS, CODES
from kiosk.storage import holds, queries, stock
from kiosk.visit import showing
from kiosk.visit.screens import BlankAsked, CardBlank, CopyLine, DeedAsked, HallOption, TitleDesk
from kiosk.visit.sitting import Place, Sitting, Step
from kiosk.visit.title_hand import TitleHand
from kiosk.visit.titles import counts, found, hand_of, title_of, with_hand

Arguments = dict[str, Any]
COPIES_SHOWN_MAX = 60
SHELVES_SHOWN_MAX = 3
HALLS_SHOWN_MAX = 30


def opened(place: Place, sitting: Sitting, hand: TitleHand) -> Step:
    title = title_of(place, str(hand.title))
    if title is None:
        return found(place, sitting, {})
    copies = queries.copies_of(place.db, title.title)
    if not any(copy.copy == hand.copy for copy in copies):
        hand = replace(hand, copy=copies[0].copy if len(copies) == 1 else "")
    return Step(with_hand(sitting, hand), shown(place, sitting, hand, title))


def again(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """Back to the title in hand, with nothing asked."""
    return opened(place, sitting, asked_nothing(hand_of(sitting)))


def asked_nothing(hand: TitleHand) -> TitleHand:
    return replace(hand, blank=None, deed=None, text="")


def shown(place: Place, sitting: Sitting, hand: TitleHand, title: Title) -> TitleDesk:
    who = sitting.on_duty
    copies = queries.copies_of(place.db, title.title)
    chosen = next((copy for copy in copies if copy.copy == hand.copy), None)
    here, out, _ = counts(place, title.title)
    queue, elsewhere = holds.queue(place.db, title.title), halls(place)
    kept = frozenset(hold.copy for hold in queue if hold.state == "ready")
    return TitleDesk(
        book=showing.book(title),
        blanks=tuple(CardBlank(key, title_record.shown(title, key), key in title.local) for key in BLANKS),
        copies=tuple(copy_line(place, copy, kept, elsewhere) for copy in in_sight(copies, hand.copy)),
        count=len(copies),
        here=here,
        out=out,
        waiting=sum(hold.state == "waiting" for hold in queue),
        chosen=chosen.copy if chosen else "",
        deeds=offered(chosen, place.rules.hall.hall, others=bool(elsewhere)) if chosen else (),
        may_change=who is not None and may(who.role, "copies"),
        prints=who is not None and may(who.role, "labels") and labelled(place, hand, copies) is not None,
        writing=writing(title, hand),
        asking=asking(place, title, chosen, hand) if chosen else None,
        told=hand.told.what,
        undo=hand.told.can_go_back,
    )


def in_sight(copies: tuple[Copy, ...], chosen: str) -> tuple[Copy, ...]:
    """The first of many; the one in hand is always there, and what has gone for good stands last."""
    ordered = sorted(copies, key=lambda copy: (copy.copy != chosen, copy.condition == "withdrawn"))
    first = {copy.copy for copy in ordered[:COPIES_SHOWN_MAX]}
    return tuple(copy for copy in copies if copy.copy in first)


def copy_line(place: Place, copy: Copy, kept: frozenset[str | None], elsewhere: tuple[HallOption, ...]) -> CopyLine:
    state = state_of(copy, place.rules.hall.hall, copy.copy in kept)
    loan = queries.loan(place.db, copy.last_loan) if state == "on_loan" and copy.last_loan else None
    at = copy.hall if copy.sent_to is None else copy.sent_to
    named = next((hall.name for hall in elsewhere if hall.hall == at), "")
    return CopyLine(copy.copy, copy.shelf, state, loan.due_on if loan else None, named)


def state_of(copy: Copy, hall: int, kept: bool) -> str:
    if copy.condition != "good":
        return copy.condition
    if copy.on_loan:
        return "on_loan"
    if copy.sent_to is not None or copy.adrift:
        return "adrift" if copy.adrift else "travelling"
    if copy.hall != hall:
        return "elsewhere"
    return "held" if kept else "reference" if copy.kind == "reference" else "here"


def writing(title: Title, hand: TitleHand) -> BlankAsked | None:
    if hand.blank is None:
        return None
    was = title_record.shown(title, hand.blank)
    return BlankAsked(hand.blank, was, hand.text or was, hand.blank in CODES)


def halls(place: Place) -> tuple[HallOption, ...]:
    here = place.rules.hall.hall
    return tuple(HallOption(hall.hall, hall.name) for hall in holds.halls(place.db) if hall.hall != here)


def asking(place: Place, title: Title, copy: Copy, hand: TitleHand) -> DeedAsked | None:
    deed = hand.deed
    if deed is None:
        return None
    return DeedAsked(
        deed=deed,
        number=copy.copy,
        whys=WHYS.get(deed, ()),
        writes=deed in WRITTEN,
        text=copy.shelf if deed == "move" else "",
        shelves=shelves(place, title) if deed == "move" else (),
        halls=halls(place)[:HALLS_SHOWN_MAX] if deed == "send" else (),
        final=taken_back(copy, deed) is None,
    )


def shelves(place: Place, title: Title) -> tuple[str, ...]:
    """Where this title stands already, then other places of the hall."""
    own = [copy.shelf for copy in queries.copies_of(place.db, title.title) if copy.shelf]
    others = sorted(stock.places(place.db, place.rules.hall.hall))
    return tuple(dict.fromkeys((*own, *others)))[:SHELVES_SHOWN_MAX]


def labelled(place: Place, hand: TitleHand, copies: tuple[Copy, ...]) -> tuple[int, int] | None:
    """The serials whose labels are printed: of the copy in hand; else of all, if they follow on each other."""
    from kiosk.visit.labelling import ours  # no start waits for paper

    hall = place.rules.hall.hall
    wanted = [copy for copy in copies if copy.copy == hand.copy] or list(copies)
    serials = [serial_of(copy.copy) for copy in wanted if ours(copy.copy) and copy.home_hall == hall]
    if not serials or max(serials) - min(serials) + 1 != len(serials):
        return None
    return min(serials), max(serials)
