"""Refusals: the closed, numbered vocabulary of reasons; their sentences live in resources/words."""

from typing import Any, Literal

from msgspec import Struct

Severity = Literal["impossible", "staff", "notice"]
Who = Literal["self", "staff", "wait", "nobody"]


class Reason(Struct, frozen=True):
    """One reason with its facts, for one person at one moment."""

    code: str
    severity: Severity
    who: Who
    values: dict[str, Any] = {}


class Cause(Struct, frozen=True):
    """An entry of the vocabulary: how hard it is, and who can lift it."""

    code: str
    severity: Severity
    who: Who

    def because(self, **values: Any) -> Reason:
        return Reason(self.code, self.severity, self.who, values)


class Refused(Struct, frozen=True):
    """No, with every reason at once."""

    reasons: tuple[Reason, ...]


# What was scanned.
CODE_UNKNOWN = Cause("K-01", "impossible", "self")
CODE_TOO_LONG = Cause("K-02", "impossible", "self")
CODE_CONTROL_CHARACTERS = Cause("K-03", "impossible", "self")
CODE_CHECK_DIGIT = Cause("K-04", "impossible", "self")
CODE_ALTERED = Cause("K-05", "impossible", "staff")
CODE_ISSUER_UNKNOWN = Cause("K-06", "impossible", "staff")
COPY_UNKNOWN = Cause("K-07", "impossible", "staff")
CODE_IS_ISBN = Cause("K-08", "impossible", "self")
CODE_IS_GOODS = Cause("K-09", "impossible", "self")
CODE_IS_STAFF = Cause("K-10", "impossible", "staff")
CODE_KIND_NOT_HERE = Cause("K-11", "impossible", "staff")

# The card and the member.
CARD_LOST = Cause("L-01", "staff", "staff")
CARD_OLD = Cause("L-02", "impossible", "self")
CARD_EXPIRED = Cause("L-03", "staff", "staff")
MEMBER_BLOCKED = Cause("L-04", "staff", "staff")
MEMBER_SUSPENDED = Cause("L-05", "staff", "wait")
MEMBER_UNKNOWN = Cause("L-06", "staff", "staff")
OVERDUE = Cause("L-07", "staff", "self")
CARD_BLOCKED = Cause("L-24", "staff", "staff")
LIMIT_REACHED = Cause("L-08", "staff", "self")
KIND_LIMIT_REACHED = Cause("L-09", "staff", "self")

# The copy.
NOT_LENT = Cause("L-10", "staff", "staff")
HELD_FOR_ANOTHER = Cause("L-11", "staff", "wait")
COPY_WITHDRAWN = Cause("L-12", "staff", "staff")
COPY_DAMAGED = Cause("L-13", "staff", "staff")
COPY_TRAVELLING = Cause("L-23", "staff", "staff")

# Renewal and undo.
RENEWALS_USED_UP = Cause("L-14", "staff", "staff")
HOLD_WAITING = Cause("L-15", "staff", "wait")
RENEWAL_OVERDUE = Cause("L-16", "staff", "self")
RENEWAL_NOT_LONGER = Cause("L-17", "notice", "wait")
LOAN_NOT_OPEN = Cause("L-18", "impossible", "nobody")
NOTHING_TO_UNDO = Cause("L-19", "notice", "nobody")

# Holds.
HOLD_LIMIT_REACHED = Cause("H-01", "staff", "self")
ALREADY_HELD = Cause("H-02", "impossible", "nobody")
ALREADY_ON_LOAN = Cause("H-03", "impossible", "self")
ON_SHELF_HERE = Cause("H-04", "staff", "self")
NOTHING_TO_LEND = Cause("H-05", "impossible", "staff")
PICKUP_HALL_CLOSED = Cause("H-06", "impossible", "self")
NO_HOLD_SHELF = Cause("H-07", "impossible", "self")
TITLE_UNKNOWN = Cause("H-08", "impossible", "staff")
PICKUP_HALL_UNKNOWN = Cause("H-09", "impossible", "self")
HOLD_NOT_OPEN = Cause("H-10", "impossible", "nobody")
SUSPEND_DAY_NOT_FIT = Cause("H-11", "impossible", "self")

# Who is there, when no card of this hall says it.
PIN_WRONG = Cause("L-20", "impossible", "self")
PIN_LOCKED = Cause("L-21", "staff", "wait")
VISITING = Cause("L-22", "notice", "nobody")
RECEIPT_UNKNOWN = Cause("K-12", "impossible", "staff")

# Courses, seats and presence.
COURSE_FULL = Cause("E-01", "notice", "wait")
TERM_LIMIT_REACHED = Cause("E-02", "staff", "self")
ALREADY_ENROLLED = Cause("E-03", "impossible", "nobody")
ENROLMENT_NOT_OPEN = Cause("E-04", "impossible", "wait")
ENROLMENT_OVER = Cause("E-05", "staff", "staff")
NO_SHOW_PAUSE = Cause("E-06", "staff", "wait")
TIME_CLASH = Cause("E-07", "notice", "self")
ANSWER_LATER = Cause("E-08", "notice", "wait")
WITHDRAWAL_TOO_LATE = Cause("E-09", "staff", "staff")
NOT_ENROLLED = Cause("E-10", "staff", "self")
TOO_EARLY = Cause("E-11", "impossible", "wait")
TOO_LATE = Cause("E-12", "staff", "staff")
SESSION_CANCELLED = Cause("E-13", "impossible", "nobody")
SESSION_OVER = Cause("E-14", "staff", "staff")
SEATS_TAKEN = Cause("E-15", "staff", "wait")
STANDBY = Cause("E-16", "notice", "wait")
COURSE_CANCELLED = Cause("E-17", "impossible", "nobody")
COURSE_UNKNOWN = Cause("E-18", "impossible", "staff")
POSTER_OF_ANOTHER_DAY = Cause("E-19", "impossible", "staff")
CLOCK_DOUBTFUL = Cause("E-20", "notice", "staff")
NOT_CHECKED_IN = Cause("E-21", "impossible", "self")

# The stock: where copies stand, how they are, and counting them.
ROLE_MAY_NOT = Cause("S-01", "impossible", "staff")
STOCKTAKE_OPEN = Cause("S-02", "impossible", "staff")
NO_STOCKTAKE_OPEN = Cause("S-03", "impossible", "staff")
NOTHING_TO_COUNT = Cause("S-04", "impossible", "staff")
SHELF_UNKNOWN = Cause("S-05", "impossible", "self")
COPY_LENT = Cause("S-06", "impossible", "staff")
COPY_GONE = Cause("S-07", "impossible", "staff")
ALREADY_SO = Cause("S-08", "notice", "nobody")
HALL_UNKNOWN = Cause("S-09", "impossible", "staff")
SENT_NOWHERE = Cause("S-10", "impossible", "staff")
SAME_SIGNATURE = Cause("S-11", "impossible", "staff")
LABEL_TAKEN = Cause("S-12", "impossible", "self")
LABEL_OF_ANOTHER_HALL = Cause("S-13", "impossible", "staff")
LABEL_NOT_RESERVED = Cause("S-14", "impossible", "staff")
TITLE_FIRST = Cause("S-15", "impossible", "self")
TEXT_TOO_LONG = Cause("S-16", "impossible", "self")
TITLE_NAME_MISSING = Cause("S-17", "impossible", "self")
ISBN_NOT_FIT = Cause("S-18", "impossible", "self")
CLASS_MARK_NOT_FIT = Cause("S-19", "impossible", "self")
# Certificates.
HOURS_MISSING = Cause("C-01", "impossible", "wait")
ATTENDANCE_MISSING = Cause("C-02", "impossible", "wait")
COURSE_UNDER_WAY = Cause("C-03", "impossible", "wait")
MARK_MISSING = Cause("C-04", "impossible", "staff")
CERTIFICATE_EXISTS = Cause("C-05", "impossible", "nobody")
NAME_UNKNOWN = Cause("C-06", "impossible", "staff")
TITLE_NOT_OURS = Cause("C-07", "impossible", "staff")
TITLE_TOO_LONG = Cause("C-08", "impossible", "staff")
CERTIFICATE_NUMBERS_USED_UP = Cause("C-09", "impossible", "staff")
CERTIFICATE_UNKNOWN = Cause("C-10", "impossible", "staff")
CERTIFICATE_REVOKED = Cause("C-11", "impossible", "staff")
CERTIFICATE_SUPERSEDED = Cause("C-12", "impossible", "self")
CERTIFICATE_ALTERED = Cause("C-13", "impossible", "staff")
CERTIFICATE_ISSUER_UNKNOWN = Cause("C-14", "impossible", "staff")
CERTIFICATE_NOT_LISTED = Cause("C-15", "notice", "staff")
MAY_NOT_ISSUE = Cause("C-16", "impossible", "staff")
TEMPLATE_UNKNOWN = Cause("C-17", "impossible", "staff")
PRINTING_ALREADY = Cause("C-18", "notice", "wait")
NOTHING_CHANGED = Cause("C-19", "notice", "nobody")

# Told again from paper.
WRITTEN_AHEAD = Cause("T-01", "impossible", "self")
WRITTEN_BEFORE_COPY = Cause("T-02", "impossible", "self")
WRITTEN_BEFORE_LAST = Cause("T-03", "impossible", "self")
WRITTEN_UNREADABLE = Cause("T-04", "impossible", "self")
# Members.
NAME_MISSING = Cause("G-01", "impossible", "self")
PHONE_NOT_FIT = Cause("G-02", "impossible", "self")
BORN_NOT_FIT = Cause("G-03", "impossible", "self")
SAME_PERSON = Cause("G-04", "staff", "staff")
REASON_MISSING = Cause("G-05", "impossible", "self")
FAMILY_NOT_FIT = Cause("G-06", "impossible", "self")
STILL_ON_LOAN = Cause("G-07", "impossible", "self")
CARDS_NOT_ISSUED_HERE = Cause("G-08", "impossible", "staff")

# Cases.
CASE_UNKNOWN = Cause("W-01", "impossible", "staff")
CASE_NOT_OPEN = Cause("W-02", "impossible", "nobody")
CASE_NOT_SETTLED = Cause("W-03", "impossible", "nobody")
ANSWER_NOT_THERE = Cause("W-04", "impossible", "self")
MERGE_NOT_FIT = Cause("W-05", "impossible", "staff")

# What a hall says of itself: rules, days of rest, notices, staff.
RULE_FIELD_UNKNOWN = Cause("R-01", "impossible", "self")
RULE_NOT_IN_RANGE = Cause("R-02", "impossible", "self")
RULE_WHY_MISSING = Cause("R-03", "impossible", "self")
RULE_UNKNOWN = Cause("R-04", "impossible", "self")
CLOSING_DAYS_NOT_FIT = Cause("R-05", "impossible", "self")
CLOSING_WHY_MISSING = Cause("R-06", "impossible", "self")
NEVER_OPEN = Cause("R-07", "impossible", "self")
NOTICE_TITLE_NOT_FIT = Cause("R-08", "impossible", "self")
NOTICE_TEXT_NOT_FIT = Cause("R-09", "impossible", "self")
NOTICE_DAYS_NOT_FIT = Cause("R-10", "impossible", "self")
STAFF_UNKNOWN = Cause("R-11", "impossible", "self")
STAFF_NUMBER_NOT_FIT = Cause("R-12", "impossible", "self")
STAFF_NAME_NOT_FIT = Cause("R-13", "impossible", "self")
STAFF_PIN_NOT_FIT = Cause("R-14", "impossible", "self")
LAST_MANAGER = Cause("R-15", "impossible", "staff")
# Reports.
HISTORY_AT_HUB = Cause("B-01", "impossible", "staff")
QUARTER_NOT_OVER = Cause("B-02", "impossible", "wait")
QUARTER_CLOSED = Cause("B-03", "impossible", "nobody")
NO_STICK = Cause("B-04", "impossible", "self")

# What is to be printed.
CHARACTER_NOT_IN_FONTS = Cause("Z-01", "impossible", "staff")
NOTHING_TO_PRINT = Cause("Z-02", "notice", "staff")
START_NOT_ON_SHEET = Cause("Z-03", "impossible", "staff")
LABEL_TOO_SMALL = Cause("Z-04", "impossible", "staff")
NUMBERS_USED_UP = Cause("Z-05", "impossible", "staff")
TOO_MANY_TO_PRINT = Cause("Z-06", "impossible", "staff")
HOLDER_UNKNOWN = Cause("Z-07", "impossible", "staff")

# Whoever looks after the machine.
MAINTENANCE_ELSEWHERE = Cause("Y-01", "impossible", "staff")
MAINTENANCE_OTHER_DAY = Cause("Y-02", "impossible", "staff")
MAINTENANCE_USED = Cause("Y-03", "impossible", "staff")

VOCABULARY: dict[str, Cause] = {cause.code: cause for cause in list(globals().values()) if isinstance(cause, Cause)}
