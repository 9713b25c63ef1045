"""Telling: who is to be told what, and that somebody on duty has told it before the next scan could."""

from itertools import islice
from typing import Any

from kiosk.domain import names
from kiosk.domain.facts import AnswerTold
from kiosk.domain.members import MESSAGES, Answer
from kiosk.storage import inventory, queries
from kiosk.visit.cards import answer_shown
from kiosk.visit.desk import on_duty
from kiosk.visit.enrolling import offer_told
from kiosk.visit.roster import actor
from kiosk.visit.screens import ToBeTold, ToTell
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
ANSWERS_MAX = 400  # on one page; the list as a file has them all
TAIL_DIGITS = 4
Waiting = tuple[tuple[Answer, ...], str]


def to_tell(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    return Step(sitting, shown(place, str(arguments.get("member") or "")))


def shown(place: Place, member: str = "", told: str = "") -> ToTell:
    people = tuple(person(place, key, one) for key, one in waiting(place).items())
    chosen = next((one for one in people if one.member == member), None)
    return ToTell(people, len(people), chosen, told)


def waiting(place: Place) -> dict[int, Waiting]:
    """By member, with the number; the longest waiting first."""
    found: dict[int, Waiting] = {}
    for answer, number in islice(inventory.each_open_answer(place.db), ANSWERS_MAX):
        before, _ = found.get(answer.member, ((), number))
        found[answer.member] = (*before, answer), number
    return found


def person(place: Place, member: int, one: Waiting) -> ToBeTold:
    answers, number = one
    details = queries.details(place.db, member)
    name, tail = details.name if details else "", number[-TAIL_DIGITS:]
    return ToBeTold(
        member=str(member),
        name=names.masked(name) if name else f"···{tail}",
        face=names.face(name) if name else tail[-1:],
        number_tail=tail,
        answers=tuple(answer_shown(place, answer, {}) for answer in answers),
        may_call=MESSAGES in queries.consents(place.db, member),
    )


def told(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """All that waits for this member; the time to answer an offered seat runs from here, as after a scan."""
    before = shown(place, str(arguments.get("member") or ""))
    if before.chosen is None:
        return Step(sitting, before)
    answers, _ = waiting(place)[int(before.chosen.member)]
    happenings = tuple(p for a in answers for p in (AnswerTold(a.member, a.answer), *offer_told(place, a)))
    facts = place.store.record(*happenings, moment=place.moment, actor=actor(place, sitting))
    return Step(sitting, shown(place, told=before.chosen.name), facts)


TAPS = {
    "to_tell": on_duty("members", to_tell),
    "told_them": on_duty("members", told),
}
