"""Auditing: the manager reads what staff did, one deed after another, and what stood before and after each."""

from datetime import date, datetime
from typing import Any

from kiosk.domain.classes import local
from kiosk.domain.rules import Change
from kiosk.storage.audit import Asked, Entry, entries, wholly
from kiosk.visit.desk import on_duty
from kiosk.visit.screens import Audit, Deed, RuleChange
from kiosk.visit.sitting import Place, Sitting, Step
from kiosk.visit.staffing import colleagues

Arguments = dict[str, Any]
DEEDS_SHOWN = 40


def audit(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    who, everything = str(arguments.get("who", "")), bool(arguments.get("everything"))
    found = entries(place.db, Asked(who=who, everything=everything), DEEDS_SHOWN)
    chosen = next((one for one in found if one.fact == arguments.get("fact")), None)
    whole = wholly(place.db, (chosen,))[0] if chosen else None
    screen = Audit(
        deeds=tuple(deed(place, one) for one in found),
        people=colleagues(place),
        who=who,
        everything=everything,
        chosen=deed(place, whole) if whole else None,
        changed=tuple(change_shown(place, change) for change in whole.changed) if whole else (),
    )
    return Step(sitting, screen)


def deed(place: Place, one: Entry) -> Deed:
    offset = place.rules.hall.utc_offset_min
    at = local(one.at, offset)
    return Deed(
        fact=one.fact,
        on=at.date(),
        at=f"{at:%H:%M}",
        who=one.who,
        number=one.number,
        kind=one.kind,
        about=one.about,
        why=one.why,
        why_said=one.why_said,
        state=one.state,
        back_on=local(one.taken_back_at, offset).date() if one.taken_back_at else None,
        back_by=one.taken_back_by,
    )


def change_shown(place: Place, change: Change) -> RuleChange:
    return RuleChange(change.field, plain(place, change.before), plain(place, change.after))


def plain(place: Place, value: Any) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{local(value, place.rules.hall.utc_offset_min):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
    return str(value)


TAPS = {"audit": on_duty("staff", audit)}
