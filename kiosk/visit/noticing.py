"""Noticing: a notice for the waiting screen is written, looked at as it will hang, hung up and taken down."""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from kiosk.domain.facts import NoticePosted, NoticeWithdrawn
from kiosk.domain.halls import NOTICE_TEXT_MAX, NOTICE_TITLE_MAX, Notice
from kiosk.domain.noticing import notice_reasons
from kiosk.domain.refusals import Reason
from kiosk.storage import queries
from kiosk.visit.desk import on_duty
from kiosk.visit.roster import actor
from kiosk.visit.screens import NoticeBoard, NoticeRow
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
MOST = {"title": NOTICE_TITLE_MAX, "text": NOTICE_TEXT_MAX}
USUAL_DAYS = 7
AHEAD_DAYS_MAX = 366


def draft_of(place: Place, sitting: Sitting) -> Notice:
    """What was written so far, by whoever is on duty."""
    draft = sitting.on_duty.noticing if sitting.on_duty else None
    last = place.today + timedelta(days=USUAL_DAYS)
    return draft or Notice("", place.rules.hall.hall, "", "", place.today, last)


def with_draft(sitting: Sitting, draft: Notice | None) -> Sitting:
    who = sitting.on_duty
    return replace(sitting, on_duty=replace(who, noticing=draft)) if who else sitting


def board(place: Place, sitting: Sitting, _: Arguments) -> Step:
    return shown(place, sitting)


def shown(place: Place, sitting: Sitting, *, reasons: tuple[Reason, ...] = (), saved: bool = False) -> Step:
    draft = draft_of(place, sitting)
    rows = queries.notices_from(place.db, place.rules.hall.hall, place.today)
    screen = NoticeBoard(
        rows=tuple(NoticeRow(n.notice, n.title, n.text, n.from_on, n.until_on, n.from_on <= place.today) for n in rows),
        titled=draft.title,
        text=draft.text,
        from_on=draft.from_on,
        until_on=draft.until_on,
        lacks=tuple(field for field in MOST if not getattr(draft, field).strip()),
        saved=saved,
        reasons=reasons,
    )
    return Step(sitting, screen)


def said(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Words as they are typed, as far as a passer-by can read them."""
    field = str(arguments.get("field"))
    if field not in MOST:
        return shown(place, sitting)
    text = str(arguments.get("text", ""))[: MOST[field]]
    return shown(place, with_draft(sitting, replace(draft_of(place, sitting), **{field: text})))


def moved(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The last day never lies before the first; both stay within a year from now."""
    draft, by = draft_of(place, sitting), timedelta(days=int(arguments.get("by") or 0))
    end = place.today + timedelta(days=AHEAD_DAYS_MAX)
    first = min(max(draft.from_on + by, place.today), end) if arguments.get("field") == "from_on" else draft.from_on
    last = draft.until_on + (by if arguments.get("field") == "until_on" else first - draft.from_on)
    return shown(place, with_draft(sitting, replace(draft, from_on=first, until_on=min(max(last, first), end))))


def posted(place: Place, sitting: Sitting, _: Arguments) -> Step:
    draft = replace(draft_of(place, sitting), notice=place.store.new_id())
    if reasons := notice_reasons(draft, place.today):
        return shown(place, sitting, reasons=reasons)
    facts = place.store.record(NoticePosted(draft), moment=place.moment, actor=actor(place, sitting))
    return replace(shown(place, with_draft(sitting, None), saved=True), facts=facts)


def taken_down(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    known = queries.notice(place.db, str(arguments.get("notice", "")))
    if known is None or known.withdrawn:
        return shown(place, sitting)
    facts = place.store.record(NoticeWithdrawn(known.notice), moment=place.moment, actor=actor(place, sitting))
    return replace(shown(place, sitting), facts=facts)


TAPS = {
    "notices": on_duty("policy", board),
    "notice_say": on_duty("policy", said),
    "notice_move": on_duty("policy", moved),
    "notice_post": on_duty("policy", posted),
    "notice_down": on_duty("policy", taken_down),
}
