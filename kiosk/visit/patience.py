"""Patience: how long a visit waits for whoever stands there, and how long it warns."""

from kiosk.domain.policy import (
    CARE_IDLE_TIMEOUT_S,
    CARE_IDLE_WARNING_S,
    IDLE_TIMEOUT_S,
    IDLE_WARNING_S,
    STAFF_IDLE_TIMEOUT_S,
)
from kiosk.visit.screens import (
    Attract,
    CourseDetail,
    Fault,
    Help,
    Home,
    Practice,
    Programme,
    Refusal,
    Returned,
    Screen,
    Verified,
)
from kiosk.visit.sitting import Sitting

FOR_ANYBODY = Home | Returned | Fault | Help | Practice | Refusal | Programme | CourseDetail | Verified


def attended(screen: Screen) -> bool:
    """Whether somebody stands here; a screen is a value, so that any thread may look at it."""
    return not isinstance(screen, Attract)


def patience(sitting: Sitting) -> tuple[int, int]:
    """Seconds until the warning, and from it to the end."""
    if sitting.on_duty:
        return STAFF_IDLE_TIMEOUT_S, 0
    if sitting.care:
        return CARE_IDLE_TIMEOUT_S, CARE_IDLE_WARNING_S
    return IDLE_TIMEOUT_S, IDLE_WARNING_S


def nothing_to_lose(sitting: Sitting, screen: Screen) -> bool:
    """Nobody's card was shown, and nothing waits for one: the page goes without a warning."""
    alone = sitting.member is None and not (sitting.waiting or sitting.wish)
    return alone and isinstance(screen, FOR_ANYBODY)
