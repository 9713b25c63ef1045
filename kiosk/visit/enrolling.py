"""Enrolling: a member takes a seat, waits for one, answers an offer, or gives the seat back."""

from datetime import timedelta

from kiosk.domain.calendar_text import calendar_text
from kiosk.domain.enrolling import Wish, enrol, enrol_notices, withdraw, withdraw_until
from kiosk.domain.facts import Happening, SeatOfferTold
from kiosk.domain.members import Answer
from kiosk.domain.refusals import ANSWER_LATER, COURSE_FULL, Refused
from kiosk.storage import programme as stored, queries
from kiosk.visit import showing
from kiosk.visit.programme import (
    coming_sessions,
    course_detail,
    course_shown,
    known_now,
    moment_shown,
    number,
    unknown,
    wish_of,
)
from kiosk.visit.screens import Enrolled
from kiosk.visit.sitting import Place, Sitting, Step

SAID_BY_OUTCOME = (COURSE_FULL.code, ANSWER_LATER.code)  # a place on the list, a wish: the page says so itself


def enrolled(place: Place, sitting: Sitting, key: object) -> Step:
    """The seat is taken in the same commit in which it was found free."""
    assert sitting.member is not None
    with place.store.transaction():
        course = stored.course(place.db, number(key))
        if course is None:
            return unknown(sitting)
        wish = wish_of(place, course, sitting.member)
        outcome = enrol(wish)
        if isinstance(outcome, Refused):
            return Step(sitting, showing.refusal("enrol", outcome.reasons))
        facts = place.record(*outcome)
    return Step(sitting, shown(place, wish), facts)


def shown(place: Place, wish: Wish) -> Enrolled:
    """What is on the disk now; what was known before says what to look out for."""
    member = wish.member.member
    course, mine = stored.course(place.db, wish.course.course), stored.enrolment(place.db, wish.course.course, member)
    assert course and mine, "just recorded"
    told = course_shown(place, course, mine)
    seat = mine.state == "confirmed"
    return Enrolled(
        course=told,
        outcome=mine.state,
        ahead=told.ahead,
        notices=tuple(one for one in enrol_notices(wish) if one.code not in SAID_BY_OUTCOME),
        withdraw_until=moment_shown(place, withdraw_until(wish)) if seat else None,
        calendar=calendar_text(course, coming_sessions(place, course)) if seat else "",
    )


def withdrawn(place: Place, sitting: Sitting, key: object) -> Step:
    """The seat given back; who waits for it gets it kept in the same commit."""
    assert sitting.member is not None
    with place.store.transaction():
        course = stored.course(place.db, number(key))
        if course is None:
            return unknown(sitting)
        queue = stored.queue(place.db, course.course)
        outcome = withdraw(wish_of(place, course, sitting.member), queue)
        if isinstance(outcome, Refused):
            return Step(sitting, showing.refusal("withdraw", outcome.reasons))
        facts = place.record(*outcome)
    return Step(sitting, course_detail(place, sitting, key).screen, facts)


def offer_told(place: Place, answer: Answer) -> tuple[Happening, ...]:
    """The time to answer runs from the telling."""
    if answer.about != "seat_free" or answer.course is None:
        return ()
    member, course = queries.member(place.db, answer.member), stored.course(place.db, answer.course)
    if member is None or course is None:
        return ()
    hours = place.rules.policy(member.tier, course.kind).confirm_h
    return (SeatOfferTold(answer.course, answer.member, known_now(place) + timedelta(hours=hours)),)
