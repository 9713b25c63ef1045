"""Title desk: one title's card, written anew blank by blank and taken back; its copies; one more copy; labels."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain import title_record
from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, CopyUnlisted, Fact, TitleAdded
from kiosk.domain.refusals import Reason, Refused
from kiosk.storage import queries
from kiosk.storage.numbers import reserve
from kiosk.visit import label_desk, title_deeds
from kiosk.visit.desk import on_duty
from kiosk.visit.roster import actor
from kiosk.visit.screens import TitleDesk
from kiosk.visit.sitting import Place, Sitting, Step
from kiosk.visit.title_hand import TitleHand, Told
from kiosk.visit.title_shown import again, asked_nothing, labelled, opened
from kiosk.visit.titles import found, hand_of, title_of

Arguments = dict[str, Any]


def picked(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    title = title_of(place, str(arguments.get("title") or ""))
    if title is None:
        return found(place, sitting, {})
    return opened(place, sitting, TitleHand(hand_of(sitting).typed, title.title))


def chosen(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    hand = asked_nothing(hand_of(sitting))
    return opened(place, sitting, replace(hand, copy=str(arguments.get("copy") or ""), told=Told()))


def taken(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """A blank of the card is taken in hand, or put away."""
    blank = title_record.blank_named(str(arguments.get("blank") or ""))
    return opened(place, sitting, replace(asked_nothing(hand_of(sitting)), blank=blank))


def written(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The whole title is told again; what it was takes it back."""
    hand, text = hand_of(sitting), str(arguments.get("text") or "")
    title = title_of(place, str(hand.title))
    if title is None or hand.blank is None:
        return again(place, sitting, arguments)
    now = title_record.written(title, hand.blank, text)
    if isinstance(now, Refused):
        step = opened(place, sitting, replace(hand, text=text))
        return unwritten(step, text, now.reasons)
    facts = place.store.record(TitleAdded(now), moment=place.moment, actor=actor(place, sitting))
    told = Told(hand.blank, (TitleAdded(title),))
    return replace(opened(place, sitting, replace(asked_nothing(hand), told=told)), facts=facts)


def unwritten(step: Step, text: str, reasons: tuple[Reason, ...]) -> Step:
    assert isinstance(step.screen, TitleDesk) and step.screen.writing, "it was in hand"
    return replace(step, screen=replace(step.screen, writing=replace(step.screen.writing, text=text, why_not=reasons)))


def undone(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    hand = asked_nothing(hand_of(sitting))
    told, facts = hand.told, tuple[Fact, ...]()
    if told.back:
        return title_deeds.taken_back(place, sitting, hand)
    if lent_since(place, told):
        return opened(place, sitting, replace(hand, told=Told()))
    if told.happenings:
        facts = place.store.record(*told.happenings, moment=place.moment, actor=actor(place, sitting))
    after = Told("undone" if facts else "")
    return replace(opened(place, sitting, replace(hand, told=after)), facts=facts)


def lent_since(place: Place, told: Told) -> bool:
    """What a reader has had in hand stays listed."""
    copies = [p.copy for p in told.happenings if isinstance(p, CopyUnlisted)]
    found = (queries.on_desk(place.db, copy) for copy in copies)
    return any(on_desk is not None and on_desk.copy.last_loan is not None for on_desk in found)


def added(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """One more copy under the next number; it stands where its fellows stand, and its label is printed from here."""
    hand, hall = asked_nothing(hand_of(sitting)), place.rules.hall.hall
    title = title_of(place, str(hand.title))
    if title is None:
        return again(place, sitting, arguments)
    with place.store.transaction():
        block = reserve(place.store, 1, place.moment)
        if isinstance(block, Refused):
            step = opened(place, sitting, replace(hand, told=Told()))
            assert isinstance(step.screen, TitleDesk), "the title is there"
            return replace(step, screen=replace(step.screen, reasons=block.reasons))
        number = copy_number(hall, block.first)
        shelves = (copy.shelf for copy in queries.copies_of(place.db, title.title) if copy.home_hall == hall)
        copy = Copy(number, title.title, hall, hall, next((shelf for shelf in shelves if shelf), ""))
        new = () if queries.title(place.db, title.title) else (TitleAdded(title),)
        facts = place.store.record(*new, CopyAdded(copy), moment=place.moment, actor=actor(place, sitting))
    hand = replace(hand, copy=number, told=Told("added", (CopyUnlisted(number),)))
    return replace(opened(place, sitting, hand), facts=facts)


def labels(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The page of labels with these numbers already in its sentence; sheet and printer stay as they were said."""
    hand = hand_of(sitting)
    copies = queries.copies_of(place.db, hand.title) if hand.title is not None else ()
    wanted = labelled(place, hand, copies)
    if wanted is None:
        return again(place, sitting, arguments)
    draft = label_desk.draft_of(sitting)
    return label_desk.with_draft(
        place, sitting, replace(draft, kind="copy", which="range", first=wanted[0], last=wanted[1])
    )


TAPS = {
    "title_desk": on_duty("stocktake", picked),
    "title_again": on_duty("stocktake", again),
    "title_copy": on_duty("stocktake", chosen),
    "title_blank": on_duty("copies", taken),
    "title_write": on_duty("copies", written),
    "title_undo": on_duty("copies", undone),
    "copy_add": on_duty("copies", added),
    "copy_labels": on_duty("labels", labels),
}
