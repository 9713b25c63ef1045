"""Cases: staff read what does not fit together as a story, choose its ending, and may change their mind."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.arriving import HUB
from kiosk.domain.case_endings import ALONE, WHYS, breaks_at, changes
from kiosk.domain.cases import ANSWERS, Case, answer_reasons, reopen_reasons, weekly
from kiosk.domain.classes import local
from kiosk.domain.facts import CaseReopened, CaseSettled
from kiosk.storage import cases as stored, queries
from kiosk.storage.cases import CaseStory, Line, tail
from kiosk.storage.hub_line import hub_line, row_at_hub
from kiosk.visit import showing
from kiosk.visit.desk import on_duty
from kiosk.visit.roster import actor
from kiosk.visit.screens import (
    CaseChange,
    CaseEnding,
    CaseEvent,
    CasePlace,
    CaseRow,
    Cases,
    CaseTold,
    OpenThen,
    SettledCase,
)
from kiosk.visit.sitting import CasesInHand, Place, Sitting, Step

Arguments = dict[str, Any]
CHOOSE_WAY, CHOOSE_WHY = "way", "why"
CLOCK = "%H:%M"


def inbox(place: Place, sitting: Sitting, hand: CasesInHand) -> Step:
    """Whatever was put off stands at the end of the pile, and is opened only by hand."""
    found = stored.listed(place.db, settled=False)
    waiting = tuple(sorted(found, key=lambda case: case.key in hand.put_off))
    chosen = next((case for case in waiting if case.key == hand.key), None)
    if chosen is None:
        chosen = next((case for case in waiting if case.key not in hand.put_off), None)
        hand = CasesInHand(chosen.key if chosen else "", hand.put_off)
    shown = Cases(
        waiting=tuple(row(place, case, put_off=case.key in hand.put_off) for case in waiting),
        told=told(place, chosen) if chosen else None,
        settled=tuple(settled_row(place, case) for case in stored.listed(place.db, settled=True)),
        weeks=weeks(place),
        choosing=hand.choosing,
        answer=hand.answer or (chosen.proposed if chosen else ""),
        whys=WHYS,
        joined=hub_line(place.db).hub != "",
    )
    return Step(replace(sitting, cases=hand), shown)


def weeks(place: Place) -> tuple[OpenThen, ...]:
    counted = weekly(stored.all_cases(place.db), place.now or place.moment.at)
    return tuple(OpenThen(week, count) for week, count in counted.items())


def row(place: Place, case: Case, *, put_off: bool = False) -> CaseRow:
    title, at = stored.title_of(place.db, case), here(place, case.opened_at)
    return CaseRow(
        key=case.key,
        kind=case.kind,
        day=at.date(),
        time=f"{at:{CLOCK}}",
        book=showing.book(title) if title else None,
        who=next((line.who for line in stored.story(place.db, case).lines if line.who), ""),
        course=stored.course_of(place.db, case),
        put_off=put_off,
    )


def here(place: Place, at: Any) -> Any:
    return local(at, place.rules.hall.utc_offset_min)


def told(place: Place, case: Case) -> CaseTold:
    story = stored.story(place.db, case)
    people = [line.who for line in story.lines if line.who] or [""]
    lanes = lanes_of(place, story)
    return CaseTold(
        row=row(place, case),
        first=people[0],
        last=people[-1],
        places=tuple(lanes),
        events=events(place, story, lanes),
        endings=tuple(ending(case, answer, (people[0], people[-1])) for answer in in_order(case)),
        why=case.why,
    )


def in_order(case: Case) -> tuple[str, ...]:
    """The one proposed comes first."""
    return tuple(sorted(ANSWERS[case.kind], key=lambda answer: answer != case.proposed))


def ending(case: Case, answer: str, people: tuple[str, str]) -> CaseEnding:
    who = {"first": people[0], "last": people[1], "book": ""}
    return CaseEnding(
        answer, tuple(CaseChange(c.whose, who[c.whose], c.before, c.after) for c in changes(case, answer))
    )


def lanes_of(place: Place, story: CaseStory) -> list[CasePlace]:
    """In the order of the story, each place once."""
    return list(dict.fromkeys(lane_of(place, line) for line in story.lines))


def lane_of(place: Place, line: Line) -> CasePlace:
    device, hall = line.evidence.device, line.evidence.hall
    if device == HUB:
        return CasePlace("hub")
    if device == place.store.device.device:
        return CasePlace("here")
    return CasePlace("beside") if hall == place.rules.hall.hall and device else CasePlace("hall", line.place)


def events(place: Place, story: CaseStory, lanes: list[CasePlace]) -> tuple[CaseEvent, ...]:
    """What was told, and at the end that both met here."""
    case = story.case
    breaks = breaks_at(case)
    found = [event(place, line, lanes, breaks=n in breaks) for n, line in enumerate(story.lines)]
    deaf = tuple({e.lane for e in found if e.breaks}) if case.kind in ALONE else ()
    met = here(place, case.opened_at)
    last = CaseEvent("met", met.date(), f"{met:{CLOCK}}", found[0].lane if found else 0)
    return (*(replace(e, alone=deaf) for e in found), last)


def event(place: Place, line: Line, lanes: list[CasePlace], *, breaks: bool) -> CaseEvent:
    at, latest = here(place, line.evidence.at), here(place, line.evidence.latest)
    until = "" if at == latest else f"{latest:{CLOCK}}"
    lane = lanes.index(lane_of(place, line))
    return CaseEvent(line.evidence.what, at.date(), f"{at:{CLOCK}}", lane, line.who, until, breaks)


def settled_row(place: Place, case: Case) -> SettledCase:
    at = here(place, case.decided_at or case.opened_at)
    staff = queries.staff_numbered(place.db, case.decided_by)
    title = stored.title_of(place.db, case)
    return SettledCase(
        key=case.key,
        kind=case.kind,
        answer=case.answer,
        by=names.masked(staff.name) if staff and staff.name else tail(case.decided_by),
        day=at.date(),
        time=f"{at:{CLOCK}}",
        book=title.name if title else "",
        at_hub=row_at_hub(place.db, case),
        why=case.why,
    )


class Said(Struct, frozen=True):
    """What the page has sent about the case in hand."""

    case: Case | None
    answer: str
    why: str
    note: str


def said(place: Place, hand: CasesInHand, arguments: Arguments) -> Said:
    case = stored.case(place.db, hand.key)
    proposed = case.proposed if case else ""
    why, note = str(arguments.get("why", "")), str(arguments.get("note", "")).strip()
    return Said(
        case if case and case.open else None,
        hand.answer or proposed,
        why if why in WHYS and (why != "other" or note) else "",
        note if why == "other" else "",
    )


def open_inbox(place: Place, sitting: Sitting, _: Arguments) -> Step:
    hand = sitting.cases or CasesInHand()
    return inbox(place, sitting, CasesInHand(hand.key, hand.put_off))


def choose(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Whoever opens what was put off takes it up again."""
    hand, key = sitting.cases or CasesInHand(), str(arguments.get("key", ""))
    return inbox(place, sitting, CasesInHand(key, tuple(k for k in hand.put_off if k != key)))


def put_off(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """For as long as this person is on duty; nothing is written, and the case stays open."""
    hand = sitting.cases or CasesInHand()
    return inbox(place, sitting, CasesInHand("", (*hand.put_off, hand.key) if hand.key else hand.put_off))


def another_way(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """First which, then why; without either, back to the story."""
    hand = sitting.cases or CasesInHand()
    case, answer = stored.case(place.db, hand.key), str(arguments.get("answer", ""))
    if hand.choosing and not answer:
        return inbox(place, sitting, replace(hand, choosing="", answer=""))
    known = case is not None and answer in ANSWERS[case.kind]
    return inbox(place, sitting, replace(hand, choosing=CHOOSE_WHY if known else CHOOSE_WAY, answer=answer * known))


def settle(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """As proposed at once; another way only with its reason. The next case opens by itself."""
    hand = sitting.cases or CasesInHand()
    s = said(place, hand, arguments)
    another = s.case is not None and s.answer != s.case.proposed
    if s.case is None or answer_reasons(s.case, s.answer, s.note) or (another and not s.why):
        return inbox(place, sitting, hand)
    happening = CaseSettled(s.case.key, s.answer, s.note, s.why)
    facts = place.store.record(happening, moment=place.moment, actor=actor(place, sitting))
    step = inbox(place, sitting, CasesInHand("", hand.put_off))
    return replace(step, facts=facts)


def reopen(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """It lies open again, and what followed from the answer is taken back."""
    case, hand = stored.case(place.db, str(arguments.get("key", ""))), sitting.cases or CasesInHand()
    if case is None or reopen_reasons(case, ""):
        return inbox(place, sitting, hand)
    facts = place.store.record(CaseReopened(case.key), moment=place.moment, actor=actor(place, sitting))
    return replace(inbox(place, sitting, CasesInHand(case.key, hand.put_off)), facts=facts)


TAPS = {
    "cases": on_duty("cases", open_inbox),
    "case_choose": on_duty("cases", choose),
    "case_later": on_duty("cases", put_off),
    "case_other": on_duty("cases", another_way),
    "case_settle": on_duty("cases", settle),
    "case_reopen": on_duty("cases", reopen),
}
