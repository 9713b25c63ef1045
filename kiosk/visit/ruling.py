"""Ruling: the manager reads the rules as sentences, fills a blank anew, sees whom it meets, and gives the reason."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.classes import local
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import Reason, Refused
from kiosk.domain.rules import BLANKS, SWITCHES, WHY_SAID_MAX, Change, changes, decide, met, written
from kiosk.storage import queries, rules as stored
from kiosk.storage.rules import Version
from kiosk.visit.desk import Tap, on_duty
from kiosk.visit.roster import actor
from kiosk.visit.screens import RuleBlank, RuleChange, RuleMet, RuleRow, Rules, RuleVersion
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
VERSIONS_SHOWN = 30


def anew(place: Place) -> Place:
    """A visit keeps the rules it began with; here they are what is changed."""
    return replace(place, rules=queries.hall_rules(place.db, place.rules.hall.hall))


def for_rules(then: Tap) -> Tap:
    """Of whoever may change the rules, in the light of those that stand now."""
    return on_duty("policy", lambda place, sitting, arguments: then(anew(place), sitting, arguments))


def rules(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The row named, as it stands; or none, and all of them are read."""
    row = row_named(place, str(arguments.get("policy", "")))
    return shown(place, in_hand(sitting, row), history=bool(arguments.get("history")))


def row_named(place: Place, name: str) -> Policy | None:
    return next((row for row in place.rules.policies if row.policy == name), None)


def in_hand(sitting: Sitting, row: Policy | None) -> Sitting:
    who = sitting.on_duty
    return replace(sitting, on_duty=replace(who, ruling=row)) if who else sitting


def draft_of(sitting: Sitting) -> Policy | None:
    return sitting.on_duty.ruling if sitting.on_duty else None


def shown(
    place: Place, sitting: Sitting, *, history: bool = False, saved: bool = False, reasons: tuple[Reason, ...] = ()
) -> Step:
    draft = draft_of(sitting)
    found = stored.reach(place.db, place.rules)
    changed = changes(row_named(place, draft.policy), draft) if draft else ()
    meets = met(place.rules, draft, stored.standing(place.db), place.today) if draft and changed else ()
    screen = Rules(
        rows=tuple(row_shown(row, found[row.policy]) for row in in_order(place)),
        chosen=draft.policy if draft else "",
        blanks=blanks(draft) if draft else (),
        changed=tuple(map(change_shown, changed)),
        met=tuple(RuleMet(one.what, one.count) for one in meets),
        saved=saved,
        history=history,
        versions=versions(place) if history else (),
        reasons=reasons,
    )
    return Step(sitting, screen)


def blanks(draft: Policy) -> tuple[RuleBlank, ...]:
    return tuple(RuleBlank(field, plain(getattr(draft, field))) for field in (*BLANKS, *SWITCHES))


def in_order(place: Place) -> list[Policy]:
    """Whom most of it is about comes first: everybody, then members of a kind, then kinds of things."""
    return sorted(place.rules.policies, key=lambda p: (p.item_kind is not None, p.tier is not None, p.policy))


def row_shown(row: Policy, reach: stored.Reach) -> RuleRow:
    most = row.loans_max if row.kind_loans_max is None else row.kind_loans_max
    of_kind = row.item_kind is not None
    return RuleRow(row.policy, of_kind, most, row.loan_days, row.renewals_max, reach.members, reach.copies)


def plain(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
    return str(value)


def change_shown(change: Change) -> RuleChange:
    return RuleChange(change.field, plain(change.before), plain(change.after))


def versions(place: Place) -> tuple[RuleVersion, ...]:
    return tuple(version_shown(place, one) for one in stored.versions(place.db)[:VERSIONS_SHOWN])


def version_shown(place: Place, one: Version) -> RuleVersion:
    at = local(one.at, place.rules.hall.utc_offset_min)
    staff = queries.staff_numbered(place.db, one.actor) if one.actor else None
    return RuleVersion(
        version=one.version,
        policy=one.policy.policy,
        on=at.date(),
        at=f"{at:%H:%M}",
        who=f"{names.masked(staff.name)} {staff.number}" if staff else one.actor or "",
        why=one.why,
        why_said=one.why_said,
        changed=tuple(map(change_shown, one.changed)),
        stands=one.stands,
    )


def filled(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """A step that would leave what a hall can mean changes nothing."""
    draft, field = draft_of(sitting), str(arguments.get("field"))
    if draft is None:
        return shown(place, sitting)
    if field in SWITCHES:
        text = "no" if getattr(draft, field) else "yes"
    else:
        text = str((getattr(draft, field, None) or 0) + int(arguments.get("by") or 0))
    row = written(draft, field, text)
    return shown(place, sitting if isinstance(row, Refused) else in_hand(sitting, row))


def saved(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    draft, who = draft_of(sitting), actor(place, sitting)
    if draft is None or who is None:
        return shown(place, sitting)
    why, said = str(arguments.get("why", "")), str(arguments.get("said", "")).strip()[:WHY_SAID_MAX]
    outcome = decide(row_named(place, draft.policy), draft, why, said)
    if isinstance(outcome, Refused):
        return shown(place, sitting, reasons=outcome.reasons)
    facts = place.store.record(*outcome, moment=place.moment, actor=who)
    return replace(shown(anew(place), sitting, saved=True), facts=facts)


def went_back(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The row as it was once is taken in hand; it is written only with a reason, as any other change."""
    found = next((v for v in stored.versions(place.db) if v.version == arguments.get("version")), None)
    return shown(place, in_hand(sitting, found.policy if found else draft_of(sitting)))


TAPS = {
    "rules": for_rules(rules),
    "rule_fill": for_rules(filled),
    "rule_save": for_rules(saved),
    "rule_back": for_rules(went_back),
}
