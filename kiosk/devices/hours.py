"""Hours: when the screen goes dark for the night, and when the machine is switched off."""

from datetime import time

from kiosk.devices.settings import Hours

OFF_WITHIN_MIN = 10  # after that it is somebody who has switched it on again, and stays


def is_dark(hours: Hours, now: time) -> bool:
    """Before it opens and after it closes; a hall that says neither is never dark. Closing may lie after midnight."""
    opens, closes = hours.opens, hours.closes
    if opens is None or closes is None:
        return False
    return not (opens <= now < closes if opens <= closes else now >= opens or now < closes)


def is_off(hours: Hours, now: time) -> bool:
    """Just after the time at which it is to be switched off."""
    if hours.off is None:
        return False
    return 0 <= (minutes(now) - minutes(hours.off)) % (24 * 60) < OFF_WITHIN_MIN


def minutes(at: time) -> int:
    return at.hour * 60 + at.minute
