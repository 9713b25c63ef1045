"""Graduates: who has earned a certificate of a course and who has not yet; marks, issuing, and what goes to paper."""

from typing import Any, get_args

from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.certificates import MARKS, CertificateKind
from kiosk.domain.classes import Course, local
from kiosk.domain.eligibility import Case, missing
from kiosk.domain.facts import Fact, MemberShown, WorkMarked
from kiosk.domain.giving import Asked, Issued
from kiosk.domain.policy import PROGRAMME_ROWS_MAX
from kiosk.domain.refusals import Reason, Refused
from kiosk.storage import certificates, programme as stored, queries
from kiosk.storage.store import Last
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.programme import number
from kiosk.visit.roster import TAIL_DIGITS, actor
from kiosk.visit.screens import Graduate, Graduates, Printing, TaughtCourse
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]


def graduates(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The course named; without one, all that there are, the latest first."""
    return Step(sitting, shown(place, arguments))


def shown(place: Place, arguments: Arguments) -> Graduates:
    course, kind = stored.course(place.db, number(arguments.get("course"))), kind_of(arguments)
    if course is None:
        return Graduates(courses=taught(place), kind=kind)
    all_of = [graduate(case, kind) for case in cases_of(place, course)]
    states = [one.state for one in all_of]
    view = str(arguments.get("view") or next((s for s in ("earned", "missing", "issued") if s in states), "earned"))
    return Graduates(
        course=taught_course(place, course),
        kind=kind,
        view=view,
        rows=tuple(one for one in all_of if one.state == view),
        earned=states.count("earned"),
        missing=states.count("missing"),
        issued=states.count("issued"),
        unprinted=len(certificates.unprinted(place.db, course.course)),
        chosen=next((one for one in all_of if one.member == str(arguments.get("member"))), None),
    )


def kind_of(arguments: Arguments) -> CertificateKind:
    return next((k for k in get_args(CertificateKind) if k == arguments.get("kind")), "completion")


def cases_of(place: Place, course: Course) -> tuple[Case, ...]:
    return certificates.cases(place.db, place.rules, course)


def taught(place: Place) -> tuple[TaughtCourse, ...]:
    """Those that are over come first: their certificates are waited for."""
    here = (course for course in stored.courses(place.db) if course.hall == place.rules.hall.hall)
    held = [one for one in (taught_course(place, course) for course in here) if one.last_on]
    latest = sorted(held, key=lambda one: str(one.last_on), reverse=True)
    return tuple(sorted(latest, key=lambda one: not one.over)[:PROGRAMME_ROWS_MAX])


def taught_course(place: Place, course: Course) -> TaughtCourse:
    held = [s for s in stored.sessions_of(place.db, course.course) if s.state != "cancelled"]
    last = max((local(s.ends_at, place.rules.hall.utc_offset_min).date() for s in held), default=None)
    over = bool(held) and all(s.state != "planned" for s in held)
    return TaughtCourse(str(course.course), course.title, course.kind, last, over)


def graduate(case: Case, kind: CertificateKind) -> Graduate:
    reasons, earned = missing(case, kind), case.earned
    has = next((c.certificate for c in case.certificates if c.kind == kind and c.valid), "")
    return Graduate(
        member=str(case.member),
        name=names.masked(case.name),
        number_tail=case.number[-TAIL_DIGITS:],
        hours=case.half_hours / 2,
        came=earned.came,
        sessions=earned.sessions,
        state="issued" if has else "missing" if reasons else "earned",
        mark=case.mark,
        certificate=has,
        reasons=() if has else reasons,
    )


def revealed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The name for a moment; that it was shown, and to whom, is kept without the name."""
    screen, course = shown(place, arguments), stored.course(place.db, number(arguments.get("course")))
    if screen.chosen is None or course is None:
        return Step(sitting, screen)
    member = MemberShown(int(screen.chosen.member))
    facts = place.store.record(member, moment=place.moment, actor=actor(place, sitting))
    whole = next(case.name for case in cases_of(place, course) if str(case.member) == screen.chosen.member)
    return Step(sitting, replace(screen, revealed=whole), facts)


def marked(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Only of somebody who came; what is missing is asked anew."""
    screen, mark = shown(place, arguments), next((m for m in MARKS if m == arguments.get("mark")), None)
    if screen.chosen is None or screen.course is None or mark is None or screen.chosen.mark == mark:
        return Step(sitting, screen)
    noted = WorkMarked(int(screen.course.course), int(screen.chosen.member), mark)
    facts = place.store.record(noted, moment=place.moment, actor=actor(place, sitting))
    return Step(sitting, shown(place, arguments), facts)


def issued(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """One, or all who have earned one; whoever could not get one is shown with every reason."""
    screen, course = shown(place, arguments | {"view": ""}), stored.course(place.db, number(arguments.get("course")))
    if course is None or place.registrar is None:
        return Step(sitting, screen)
    wanted = str(arguments.get("member") or "")
    cases = [case for case in cases_of(place, course) if wanted in ("", str(case.member))]
    before, _ = place.store.head()
    done = place.registrar.issue(cases, Asked(kind_of(arguments), place.moment, actor(place, sitting)))
    if isinstance(done, Refused):
        return Step(sitting, replace(screen, why_not=done.reasons))
    view = "issued" if done.numbers else screen.view
    after = shown(place, {"course": arguments.get("course"), "kind": arguments.get("kind"), "view": view})
    screen = replace(after, given=len(done.numbers), why_not=stopped(screen, done))
    return Step(sitting, screen, written(place, before))


def written(place: Place, before: Last | None) -> tuple[Fact, ...]:
    """What somebody else wrote for this step."""
    now, _ = place.store.head()
    first = before.seq + 1 if before and now and before.generation == now.generation else 1
    return queries.facts_of(place.db, now.generation, first, now.seq - first + 1) if now else ()


def stopped(before: Graduates, done: Issued) -> tuple[Reason, ...]:
    """What kept back somebody who had earned one, such as a character that no font draws."""
    earned = {row.member for row in before.rows if before.view == "earned"}
    return tuple(dict.fromkeys(r for case, reasons in done.refused for r in reasons if str(case.member) in earned))


def names_printed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    return to_paper(sitting, "names", arguments)


def batch_printed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """All that are not on paper yet; what is on its way there is followed."""
    return to_paper(sitting, "batch", arguments)


def to_paper(sitting: Sitting, purpose: str, arguments: Arguments) -> Step:
    course = str(number(arguments.get("course")))
    return Step(leading_back(sitting, ("graduates", course)), Printing(purpose, course, "drawing", staff=True))


TAPS = {
    "graduates": on_duty("certificates", graduates),
    "graduate_reveal": on_duty("certificates", revealed),
    "mark_work": on_duty("certificates", marked),
    "issue_certificates": on_duty("certificates", issued),
    "print_names": on_duty("certificates", names_printed),
    "print_batch": on_duty("certificates", batch_printed),
}
