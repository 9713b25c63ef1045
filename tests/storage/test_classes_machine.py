"""A hypothesis state machine on courses: no seat twice, order kept, nothing shown flips, clocks lose nothing."""

from datetime import datetime, timedelta

from classrooms import Classroom
from halls import MEMBERS, TODAY, TestHall, number_of
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.domain.facts import AttendanceEntered, SeatsLeased
from kiosk.domain.moment import clock_quality
from kiosk.storage import programme
from kiosk.visit.screens import Answers, CheckedOut, Enrolled, Fault, Refusal

PEOPLE = {**MEMBERS, "wang": "王五", "zhao": "赵六"}
WHO = st.sampled_from(sorted(PEOPLE))
COURSE = st.sampled_from(["photo", "erhu"])
SEATS = {"photo": 2, "erhu": 1}


class Classes(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        MEMBERS.update(PEOPLE)
        self.hall = TestHall()
        self.room = Classroom(self.hall)
        self.room.course("photo", seats=SEATS["photo"], evenings=3, closes_on=TODAY + timedelta(days=90))
        self.room.course("erhu", seats=SEATS["erhu"], evenings=4, walk_ins=True, closes_on=TODAY + timedelta(days=90))
        self.shown: set[tuple[int, int]] = set()  # confirmed on a screen
        self.hours: dict[tuple[int, int], int] = {}
        self.wrong = False

    def teardown(self) -> None:
        assert self.hall.store.differences() == {}
        self.hall.store.close()
        for name in ("wang", "zhao"):
            del MEMBERS[name]

    def key(self, name: str) -> int:
        return {"photo": 71, "erhu": 72}[name]

    def scan(self, who: str) -> None:
        screen = self.hall.scan(who)
        assert not isinstance(screen, Fault)
        assert not isinstance(screen, Answers) or all(item.course for item in screen.items)

    @initialize(crowd=st.lists(WHO, unique=True, max_size=4), course=COURSE)
    def a_crowd_on_the_first_day(self, crowd: list[str], course: str) -> None:
        """More than there are seats, so that most runs have a list on which people wait."""
        for who in crowd:
            self.enrol(who, course)
        self.hall.tap("finish")

    @rule(who=WHO, course=COURSE)
    def enrol(self, who: str, course: str) -> None:
        self.scan(who)
        screen = self.hall.tap("enrol", course=self.key(course))
        assert isinstance(screen, Enrolled | Refusal)
        if isinstance(screen, Enrolled) and screen.outcome == "confirmed":
            self.shown.add((self.key(course), number_of(who)))

    @rule(who=WHO, course=COURSE)
    def withdraw(self, who: str, course: str) -> None:
        self.scan(who)
        screen = self.hall.tap("withdraw", course=self.key(course))
        if not isinstance(screen, Refusal):
            self.shown.discard((self.key(course), number_of(who)))

    @rule(course=COURSE, takes=st.booleans())
    def a_seat_comes_free(self, course: str, takes: bool) -> None:
        """Whoever sat there first gives it back, on a day on which that may be done; it is kept for the next."""
        self.time_passes(60 * 26)
        found, here = {number_of(who): who for who in PEOPLE}, self.key(course)
        seated = [e.member for e in programme.enrolments_in(self.hall.db, here) if e.state == "confirmed"]
        for member in seated[:1]:
            self.withdraw(found[member], course)
        kept = [e.member for e in programme.enrolments_in(self.hall.db, here) if e.offered]
        for member in kept[:1] if takes else []:
            self.enrol(found[member], course)

    @rule(nth=st.integers(0, 2), before=st.sampled_from([25, 10, 1]), stays=st.sampled_from([6, 30, 100]))
    def an_evening(self, nth: int, before: int, stays: int) -> None:
        """Somebody with a seat comes before it begins and leaves again, perhaps before it has begun."""
        now = programme_now(self.hall)
        coming = [s for key in (71, 72) for s in programme.sessions_of(self.hall.db, key)]
        later = sorted((s for s in coming if s.starts_at > now + timedelta(minutes=before)), key=lambda s: s.starts_at)
        seated = {number_of(who): who for who in PEOPLE}
        for session in [] if self.wrong else later[:1]:
            here = [e for e in programme.enrolments_in(self.hall.db, session.course) if e.state == "confirmed"]
            self.time_passes(int((session.starts_at - now).total_seconds() // 60) - before)
            for e in here[nth : nth + 1]:
                self.scan(seated[e.member])
                self.time_passes(stays)
                self.exit(seated[e.member])

    @rule(who=WHO)
    def card(self, who: str) -> None:
        self.scan(who)
        self.hall.tap("finish")

    @rule(who=WHO, course=COURSE, n=st.integers(0, 3))
    def door(self, who: str, course: str, n: int) -> None:
        self.scan(who)
        self.hall.tap("check_in", session=self.room.session(course, n))

    @rule(who=WHO)
    def exit(self, who: str) -> None:
        """Whoever is inside gets out, whatever the clock says."""
        self.scan(who)
        inside = programme.entered(self.hall.db, number_of(who), programme_now(self.hall))
        screen = self.hall.tap("check_out")
        assert isinstance(screen, CheckedOut) == bool(inside and inside[1].inside)

    @rule(minutes=st.sampled_from([1, 10, 30, 60, 400, 60 * 24, 60 * 50]))
    def time_passes(self, minutes: int) -> None:
        self.hall.tap("finish")
        self.hall.pass_by(minutes * 60)
        self.hall.tick(61)

    @precondition(lambda self: not self.wrong)
    @rule(year=st.sampled_from([2001, 2099]))
    def clock_is_set(self, year: int) -> None:
        self.room.wrong_clock(year)
        self.wrong = True

    @precondition(lambda self: self.wrong)
    @rule()
    def clock_is_mended(self) -> None:
        self.room.right_clock()
        self.wrong = False

    @rule(seats=st.integers(1, 3))
    def lease(self, seats: int) -> None:
        held = programme.course(self.hall.db, 71)
        assert held
        if seats >= held.confirmed + held.offered:  # a hub takes back only what was not given away
            self.hall.tell(SeatsLeased(71, seats))

    @invariant()
    def no_seat_is_given_twice(self) -> None:
        for name, seats in SEATS.items():
            course = programme.course(self.hall.db, self.key(name))
            assert course
            found = programme.enrolments_in(self.hall.db, course.course)
            assert course.confirmed == sum(e.state == "confirmed" for e in found)
            assert course.offered == sum(e.offered for e in found)
            assert course.confirmed + course.offered <= seats

    @invariant()
    def what_was_shown_stands(self) -> None:
        for course, member in self.shown:
            enrolment = programme.enrolment(self.hall.db, course, member)
            assert enrolment and enrolment.state in ("confirmed", "no_show")

    @invariant()
    def the_waiting_list_keeps_its_order(self) -> None:
        """Nobody who asked later has a kept seat before somebody who still waits with nothing kept."""
        for name in SEATS:
            found = programme.enrolments_in(self.hall.db, self.key(name))
            kept = [e.place for e in found if e.offered]
            waits = [e.place for e in found if e.state == "waiting" and not e.offered]
            assert not kept or not waits or max(kept) < min(waits)

    @invariant()
    def minutes_only_grow(self) -> None:
        for session, member, minutes in self.hall.db.execute("select session, member, minutes from attendance"):
            assert 0 <= self.hours.get((session, member), 0) <= minutes <= 90
            self.hours[session, member] = minutes

    @invariant()
    def one_presence_for_each_member_and_session(self) -> None:
        entered = [f.p for f in self.hall.store.facts() if isinstance(f.p, AttendanceEntered)]
        rows = self.hall.db.execute("select count(*) from attendance where entered_at is not null").fetchone()[0]
        assert rows == len({(p.session, p.member) for p in entered})


def programme_now(hall: TestHall) -> datetime:
    moment = hall.clock.now()
    return hall.store.reckoned(moment) or hall.store.surely_past()


def test_the_clocks_of_the_machine_are_doubtful() -> None:
    """Else the machine would prove nothing."""
    hall = TestHall()
    room = Classroom(hall)
    for year in (2001, 2099):
        room.wrong_clock(year)
        assert clock_quality(hall.clock.now().at, hall.store.surely_past()) == "suspect"
    hall.store.close()


Classes.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestClasses = Classes.TestCase
