"""Title deeds: what staff do with one copy on its title's page, asked about first, in one commit, and taken back."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain.copy_deeds import OTHER, WHYS, Back, Deed, deed_named, offered, taken_back as way_back
from kiosk.domain.lifting import one_line
from kiosk.domain.moving import Mark, Route, mark, move, receive, send
from kiosk.domain.refusals import REASON_MISSING, Reason
from kiosk.storage import holds, queries
from kiosk.storage.ids import new_id
from kiosk.visit.desk import on_duty
from kiosk.visit.moving import Act, Handled, given_by, handle
from kiosk.visit.roster import actor
from kiosk.visit.screens import TitleDesk
from kiosk.visit.sitting import Place, Sitting, Step
from kiosk.visit.title_hand import TitleHand, Told
from kiosk.visit.title_shown import again, asked_nothing, halls, opened
from kiosk.visit.titles import hand_of

Arguments = dict[str, Any]
MARKS: dict[Deed, Mark] = {
    "lost": "lost",
    "damaged": "damaged",
    "mended": "mended",
    "withdrawn": "withdrawn",
    "found": "found",
}


def asked(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Only what makes sense of the copy in hand; anything else puts the question away."""
    hand = asked_nothing(hand_of(sitting))
    on_desk, deed = queries.on_desk(place.db, hand.copy), deed_named(str(arguments.get("deed") or ""))
    there = offered(on_desk.copy, place.rules.hall.hall, others=bool(halls(place))) if on_desk else ()
    return opened(place, sitting, replace(hand, deed=deed if deed in there else None))


def done(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    hand = hand_of(sitting)
    on_desk, deed = queries.on_desk(place.db, hand.copy), hand.deed
    if on_desk is None or deed is None:
        return again(place, sitting, arguments)
    if reasons := why_missing(deed, arguments):
        return refused(opened(place, sitting, hand), reasons)
    handled = handled_by(place, sitting, hand.copy, act_of(with_actor(place, sitting), deed, arguments))
    if handled.reasons:
        return refused(opened(place, sitting, hand), handled.reasons)
    told = Told(deed, copy=hand.copy, back=way_back(on_desk.copy, deed))
    after = replace(asked_nothing(hand), told=told)
    return replace(opened(place, sitting, after), facts=handled.facts)


def why_missing(deed: Deed, arguments: Arguments) -> tuple[Reason, ...]:
    whys, why = WHYS.get(deed, ()), str(arguments.get("why") or "")
    said = one_line(str(arguments.get("text") or ""))
    good = not whys or (why in whys and (why != OTHER or bool(said)))
    return () if good else (REASON_MISSING.because(),)


def act_of(place: Place, deed: Deed, arguments: Arguments) -> Act:
    text = one_line(str(arguments.get("text") or ""))
    match deed:
        case "move":
            return lambda at: move(at, text)
        case "send":
            chosen = holds.pickup(place.db, whole(arguments.get("hall")))
            return lambda at: send(at, Route(chosen.hall if chosen else None, bool(arguments.get("stays"))))
        case "receive":
            return receive
        case "donated":
            return given_by(place, text, new_id)
    why = str(arguments.get("why") or "")
    note, said = (why, text if why == OTHER else "") if deed in WHYS else (text, "")
    return lambda at: mark(at, MARKS[deed], note, said)


def whole(value: Any) -> int:
    return int(value) if isinstance(value, int | float) and abs(value) < 2**31 else 0


def handled_by(place: Place, sitting: Sitting, number: str, act: Act) -> Handled:
    """What follows for whoever waits is written in the name of the same colleague."""
    by = with_actor(place, sitting)
    return handle(by, by.actor or "", number, act)


def with_actor(place: Place, sitting: Sitting) -> Place:
    return replace(place, actor=actor(place, sitting))


def refused(step: Step, reasons: tuple[Reason, ...]) -> Step:
    screen = step.screen
    if not isinstance(screen, TitleDesk) or screen.asking is None:
        return step
    return replace(step, screen=replace(screen, asking=replace(screen.asking, why_not=reasons)))


def taken_back(place: Place, sitting: Sitting, hand: TitleHand) -> Step:
    """By the deed that makes it as it was, with its own rules: somebody may have borrowed the book meanwhile."""
    back, copy = hand.told.back, hand.told.copy
    assert back, "asked before"
    handled = handled_by(place, sitting, copy, act_back(place, back))
    told = Told() if handled.reasons else Told("undone")
    step = opened(place, sitting, replace(hand, copy=copy, told=told))
    if handled.reasons and isinstance(step.screen, TitleDesk):
        return replace(step, screen=replace(step.screen, reasons=handled.reasons))
    return replace(step, facts=handled.facts)


def act_back(place: Place, back: Back) -> Act:
    return act_of(place, back.deed, {"text": back.text})


TAPS = {"copy_ask": on_duty("copies", asked), "copy_do": on_duty("copies", done)}
