"""Noticing: what a notice for passers-by must be like before it hangs."""

from datetime import date

from kiosk.domain.halls import NOTICE_TEXT_MAX, NOTICE_TITLE_MAX, Notice
from kiosk.domain.refusals import NOTICE_DAYS_NOT_FIT, NOTICE_TEXT_NOT_FIT, NOTICE_TITLE_NOT_FIT, Reason


def notice_reasons(notice: Notice, today: date) -> tuple[Reason, ...]:
    """Everything that does not fit, at once."""
    reasons: list[Reason] = []
    if not 0 < len(notice.title.strip()) <= NOTICE_TITLE_MAX:
        reasons.append(NOTICE_TITLE_NOT_FIT.because(length=len(notice.title), most=NOTICE_TITLE_MAX))
    if not 0 < len(notice.text.strip()) <= NOTICE_TEXT_MAX:
        reasons.append(NOTICE_TEXT_NOT_FIT.because(length=len(notice.text), most=NOTICE_TEXT_MAX))
    if notice.until_on < max(notice.from_on, today):
        reasons.append(NOTICE_DAYS_NOT_FIT.because(first=notice.from_on, last=notice.until_on))
    return tuple(reasons)
