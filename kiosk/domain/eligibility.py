"""Eligibility: what a member has earned in a course, and everything that is still missing for a certificate."""

from datetime import date

from msgspec import Struct

from kiosk.domain.attendance import Attendance, half_hours
from kiosk.domain.certificates import (
    COURSE_MAX,
    MARKS,
    Certificate,
    CertificateKind,
    CertificateRule,
    Earned,
    Mark,
    hours_text,
)
from kiosk.domain.classes import Course, Session, local
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import (
    ATTENDANCE_MISSING,
    CERTIFICATE_EXISTS,
    COURSE_UNDER_WAY,
    HOURS_MISSING,
    MARK_MISSING,
    NAME_UNKNOWN,
    TITLE_NOT_OURS,
    TITLE_TOO_LONG,
    Reason,
)

# What imitates a certificate of the state, in a title or a template.
STATE_WORDS = (
    *("职业资格", "职业技能等级", "技能等级", "岗位合格", "资格证书", "执业", "上岗证", "特种作业"),
    *("学历", "学位", "国家", "全国", "中华人民共和国", "人力资源和社会保障"),
)
PASSED_WORDS = ("考核合格", "考试合格", "成绩合格")  # only with a recorded mark


class Case(Struct, frozen=True):
    """One member and one course, with all that a rule of certificates looks at."""

    course: Course
    sessions: tuple[Session, ...]
    attendance: tuple[Attendance, ...]  # of this member, in these sessions
    policy: Policy
    rule: CertificateRule
    member: int
    number: str = ""  # of the member's card
    mark: Mark = ""
    name: str = ""
    utc_offset_min: int = 480
    certificates: tuple[Certificate, ...] = ()  # of this member in this course

    @property
    def held(self) -> tuple[Session, ...]:
        """Evenings that count; whoever was excused from one is not measured by it."""
        excused = {row.session for row in self.attendance if row.result == "excused"}
        return tuple(s for s in self.sessions if s.state != "cancelled" and s.session not in excused)

    @property
    def half_hours(self) -> int:
        return sum(half_hours(self.course, row.minutes) for row in self.attendance if row.came)

    @property
    def earned(self) -> Earned:
        came = {row.session for row in self.attendance if row.came}
        held = self.held
        return Earned(
            sessions=len(held),
            came=sum(s.session in came for s in held),
            half_hours_all=sum(half_hours(self.course, s.length_min) for s in held),
            share_pct=self.share_pct,
            half_hours_least=self.rule.half_hours or 0,
            mark=self.mark,
        )

    @property
    def share_pct(self) -> int:
        return self.policy.certificate_share_pct if self.rule.share_pct is None else self.rule.share_pct

    @property
    def over(self) -> bool:
        return bool(self.sessions) and all(s.state != "planned" for s in self.sessions)

    @property
    def days(self) -> tuple[date, date]:
        """From the first evening to the last."""
        dates = [local(s.starts_at, self.utc_offset_min).date() for s in self.sessions if s.state != "cancelled"]
        return min(dates), max(dates)

    @property
    def half_hours_missing(self) -> int:
        """还差: what the screen counts down."""
        earned = self.earned
        least = self.rule.half_hours or -(-earned.half_hours_all * self.share_pct // 100)
        return max(least - self.half_hours, 0)


def missing(case: Case, kind: CertificateKind) -> tuple[Reason, ...]:
    """Why this member gets no such certificate of this course now, all of it."""
    reasons = list(title_reasons(case.course.title, case.mark))
    if not case.name:
        reasons.append(NAME_UNKNOWN.because())
    already = next((c for c in case.certificates if c.kind == kind and c.valid), None)
    if already:
        reasons.append(CERTIFICATE_EXISTS.because(number=already.certificate, on=already.issued_on))
    match kind:
        case "completion":
            reasons += completion_missing(case)
        case "participation":
            reasons += under_way(case)
            reasons += [ATTENDANCE_MISSING.because(came=0, sessions=case.earned.sessions)] * (not case.earned.came)
        case "hours":
            reasons += [HOURS_MISSING.because(hours="0", left="0.5")] * (not case.half_hours)
    return tuple(reasons)


def completion_missing(case: Case) -> list[Reason]:
    reasons, earned = under_way(case), case.earned
    if case.rule.half_hours is not None:
        if left := case.half_hours_missing:
            reasons.append(HOURS_MISSING.because(hours=hours_text(case.half_hours), left=hours_text(left)))
    elif earned.came * 100 < earned.sessions * case.share_pct or not earned.came:
        reasons.append(ATTENDANCE_MISSING.because(came=earned.came, sessions=earned.sessions))
    if case.rule.mark and not is_enough(case.mark, case.rule.mark):
        reasons.append(MARK_MISSING.because(mark={"word": f"mark.{case.rule.mark}"}))
    return reasons


def under_way(case: Case) -> list[Reason]:
    if case.over:
        return []
    last = max((local(s.ends_at, case.utc_offset_min).date() for s in case.sessions), default=case.course.closes_on)
    return [COURSE_UNDER_WAY.because(on=last)]


def is_enough(mark: Mark, asked: Mark) -> bool:
    return mark != "" and MARKS.index(mark) >= MARKS.index(asked)


def title_reasons(title: str, mark: Mark = "") -> tuple[Reason, ...]:
    """A hall certifies that somebody learned, and nothing that only the state may certify."""
    state = [word for word in STATE_WORDS if word in title]
    passed = [word for word in PASSED_WORDS if word in title and mark != "passed"]
    reasons = [TITLE_NOT_OURS.because(word=word) for word in (*state[:1], *passed[:1])]
    if len(title) > COURSE_MAX:
        reasons.append(TITLE_TOO_LONG.because(length=len(title), most=COURSE_MAX))
    return tuple(reasons)
