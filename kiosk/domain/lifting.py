"""Lifting: what staff may let pass, for which reasons, and what nobody can."""

from kiosk.domain.desk import Lift
from kiosk.domain.refusals import Reason

OTHER = "other"
SAID_MAX = 60
OF_PERSON = ("card_seen", "settled", "head_agrees")
OF_LOANS = ("brings_back", "for_a_group", "head_agrees")
OF_COPY = ("used_here", "flaw_told", "head_agrees")
OF_HOLD = ("holder_agrees", "another_today", "for_a_class")
WHYS = {
    **dict.fromkeys(("L-03", "L-04", "L-05", "L-06", "L-24"), OF_PERSON),
    **dict.fromkeys(("L-07", "L-08", "L-09", "L-14", "L-16"), OF_LOANS),
    **dict.fromkeys(("L-10", "L-12", "L-13", "L-23"), OF_COPY),
    **dict.fromkeys(("L-11", "L-15"), OF_HOLD),
}  # by the first reason that stands


def choices(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """None where something stands that nobody may let pass."""
    if not reasons or any(reason.severity != "staff" for reason in reasons):
        return ()
    return (*WHYS.get(reasons[0].code, OF_PERSON), OTHER)


def passes(reasons: tuple[Reason, ...], lift: Lift | None) -> bool:
    """Nothing stands, or all that stands was read and let pass, for a reason that is one of the choices."""
    if not reasons:
        return True
    if lift is None or lift.why not in choices(reasons) or (lift.why == OTHER and not lift.said):
        return False
    return {reason.code for reason in reasons} <= set(lift.codes)


def one_line(text: str) -> str:
    """What somebody typed as a reason: one line, as long as fits."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:SAID_MAX]
