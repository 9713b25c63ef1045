"""Taps: every button of every page, by its name, and where it leads."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from kiosk.visit import (
    auditing,
    bench,
    books,
    cards,
    care,
    cases,
    certifying,
    chores,
    class_desk,
    classes,
    closing,
    counter_acts,
    counting,
    desk,
    doors,
    entry,
    finding,
    graduates,
    holding,
    importing,
    label_desk,
    member_desk,
    member_merge,
    member_new,
    members,
    noticing,
    overdue,
    paper_lines,
    passport,
    practice,
    practising,
    receipts,
    registering,
    report_desk,
    roster,
    ruling,
    series,
    showing,
    staff_new,
    staffing,
    technician,
    telling,
    title_deeds,
    title_desk,
    titles,
    today,
    undoing,
    welcome,
)
from kiosk.visit.certifying import PASSPORT
from kiosk.visit.screens import Attract, Help, Refusal, ReturnOrRenew, Screen
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
Tap = Callable[[Place, Sitting, Screen, Arguments], Step]


def wake(place: Place, sitting: Sitting, screen: Screen, _: Arguments) -> Step:
    return Step(sitting, welcome.home(place) if isinstance(screen, Attract) else screen)


def back(place: Place, sitting: Sitting, screen: Screen, _: Arguments) -> Step:
    """To where the visit stands: the basket, the books given back, or the first page."""
    s = replace(sitting, entering=None, practice=False, poster=None)
    if s.on_duty:
        return Step(s, today.desk(place, s.on_duty))
    if s.asking and isinstance(screen, Refusal):
        return Step(s, books.own_return(place, s))
    if s.member is not None and (s.waiting or s.wish):
        return cards.go_on(place, s)
    s = replace(s, wish=None)
    if s.member is not None or s.waiting:
        return Step(s, showing.basket(place, s))
    return Step(s, showing.returned(place, s) if s.given else welcome.home(place))


def renew(place: Place, sitting: Sitting, screen: Screen, arguments: Arguments) -> Step:
    if sitting.asking and isinstance(screen, ReturnOrRenew):
        return books.renew_returned(place, sitting)
    return signed_in(place, sitting, lambda p, s: books.renew_loan(p, s, str(arguments.get("loan"))))


def give_back(place: Place, sitting: Sitting, _: Screen, arguments: Arguments) -> Step:
    """A book that was asked about has been taken back already: there it stays."""
    if not sitting.asking:
        return books.give_back_own(place, sitting, str(arguments.get("loan")))
    s = replace(sitting, asking=sitting.asking[1:])
    if s.asking or s.waiting or s.wish:
        return cards.go_on(place, s)
    return Step(s, showing.returned(place, s, fresh=s.given[-1].returned))


def signed_in(place: Place, sitting: Sitting, then: Callable[[Place, Sitting], Step]) -> Step:
    """Without a card there is nothing to show: the first page asks for one."""
    return then(place, sitting) if sitting.member is not None else Step(sitting, welcome.home(place))


def paper_left(place: Place, sitting: Sitting, screen: Screen, arguments: Arguments) -> Step:
    """Staff go back to the work that wanted the sheet, members to their passport."""
    name, key = sitting.on_duty.leads_back if sitting.on_duty else ("", "")
    if name:
        return TAPS[name](place, sitting, screen, {"course": key, "session": key, "number": key, "member": key})
    return signed_in(place, sitting, passport.passport)


def job(place: Place, sitting: Sitting, screen: Screen, arguments: Arguments) -> Step:
    """A plate of the day leads to its work; that work's own tap looks who may do it."""
    return TAPS[doors.JOBS.get(str(arguments.get("job")), "back")](place, sitting, screen, {})


def undo(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Of this visit; staff take back what they did at the counter."""
    if sitting.on_duty:
        return counter_acts.TAPS["counter_undo"](place, sitting, arguments)
    return undoing.undo(place, sitting, arguments.get("loan") or arguments.get("hold") or None)


def of(how: Callable[[Place, Sitting, Arguments], Step]) -> Tap:
    """A tap for which it is all the same where the visit stands."""
    return lambda place, sitting, _, arguments: how(place, sitting, arguments)


ROOMS = (
    finding,
    holding,
    counter_acts,
    paper_lines,
    classes,
    desk,
    bench,
    counting,
    importing,
    series,
    roster,
    class_desk,
    label_desk,
    members,
    member_desk,
    member_new,
    member_merge,
    graduates,
    registering,
    overdue,
    telling,
    titles,
    title_desk,
    title_deeds,
    ruling,
    closing,
    noticing,
    auditing,
    staffing,
    staff_new,
    cases,
    chores,
    practising,
    report_desk,
    technician,
)
TAPS: dict[str, Tap] = {
    "wake": wake,
    "back": back,
    "basket": back,
    "renew": renew,
    "give_back": give_back,
    "care": lambda place, s, screen, a: care.chosen(place, s, screen, on=bool(a.get("on"))),
    "remember_care": lambda place, s, screen, a: care.decided(place, s, screen, yes=bool(a.get("yes"))),
    "finish": of(lambda place, s, _: Step(Sitting(), Attract())),
    "go_on": of(lambda place, s, _: signed_in(place, s, cards.go_on)),
    "undo": of(undo),
    "renew_all": of(lambda place, s, _: signed_in(place, s, books.renew_all)),
    "record": of(lambda place, s, _: signed_in(place, s, lambda p, s: Step(s, showing.record(p, s)))),
    "passport": of(lambda place, s, _: signed_in(place, s, passport.passport)),
    "certificate": of(lambda place, s, a: signed_in(place, s, lambda p, t: certifying.preview(p, t, a.get("number")))),
    "print_certificate": of(
        lambda place, s, a: signed_in(place, s, lambda p, t: certifying.wanted(p, t, str(a.get("number"))))
    ),
    "print_passport": of(lambda place, s, _: signed_in(place, s, lambda p, t: certifying.wanted(p, t, PASSPORT))),
    "decide_print": lambda place, s, screen, a: certifying.decided(place, s, screen, a.get("what")),
    "labels_print": label_desk.print_tap,
    "leave_paper": paper_left,
    "job": job,
    "receipt": of(lambda place, s, _: receipts.receipt(place, s)),
    "no_card": of(lambda place, s, _: entry.no_card(place, cards.ended(s))),
    "practice": of(lambda place, s, _: practice.begin(place, s)),
    "help": of(lambda place, s, _: Step(s, Help())),
    **{name: of(how) for room in ROOMS for name, how in room.TAPS.items()},
}
