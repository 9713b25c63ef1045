"""Patience: how long a visit waits for whoever stands there, and how long it warns."""

from kiosk.domain.policy import (
    CARE_IDLE_TIMEOUT_S,
    CARE_IDLE_WARNING_S,
    IDLE_TIMEOUT_S,
    IDLE_WARNING_S,
    STAFF_IDLE_TIMEOUT_S,
)
from kiosk.visit.sitting import Sitting


def patience(sitting: Sitting) -> tuple[int, int]:
    """Seconds until the warning, and from it to the end."""
    if sitting.on_duty:
        return STAFF_IDLE_TIMEOUT_S, 0
    if sitting.care:
        return CARE_IDLE_TIMEOUT_S, CARE_IDLE_WARNING_S
    return IDLE_TIMEOUT_S, IDLE_WARNING_S
