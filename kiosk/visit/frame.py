"""Frame: what stands around every page, made of the hall, the time and the person."""

from datetime import date, timedelta, timezone
from functools import lru_cache

from kiosk.domain import names
from kiosk.domain.halls import Hall
from kiosk.domain.moment import Moment
from kiosk.visit import doors
from kiosk.visit.patience import patience
from kiosk.visit.screens import Duty, Frame, Light
from kiosk.visit.sitting import OnDuty, Sitting

MONTHS = "正 二 三 四 五 六 七 八 九 十 冬 腊".split()
TENS, DIGITS = "初 十 廿 三".split(), "十 一 二 三 四 五 六 七 八 九".split()


def frame(hall: Hall, sitting: Sitting, light: Light, now: Moment, idle_s: float) -> Frame:
    who, whole = sitting.bearer, sum(patience(sitting))
    local = now.at.astimezone(timezone(timedelta(minutes=hall.utc_offset_min)))
    return Frame(
        hall=hall.name,
        place=hall.place,
        now=f"{local:%H:%M}",
        today=local.date(),
        lunar=lunar(local.date()),
        light=light,
        member=who.name if who else "",
        face=who.face if who else "",
        tier=who.tier if who else "",
        remaining=round(max(1 - idle_s / whole, 0.0), 3),
        care=sitting.care,
        care_offer=sitting.care_offer,
        duty=duty(sitting.on_duty, max(whole - int(idle_s), 0), whole) if sitting.on_duty else None,
    )


def duty(who: OnDuty, left_s: int, whole_s: int) -> Duty:
    masked = names.masked(who.name)
    return Duty(masked, masked[:1], who.role, left_s, whole_s, doors.tabs(who.role), who.said)


@lru_cache(maxsize=2)
def lunar(day: date) -> str:
    """As calendars print it: 十月十三, 闰六月初一; a clock beyond the tables gets none."""
    from lunardate import LunarDate

    try:
        found = LunarDate.from_solar_date(day.year, day.month, day.day)
    except ValueError:
        return ""
    leap = "闰" if found.is_leap_month else ""
    return f"{leap}{MONTHS[found.month - 1]}月{lunar_day(found.day)}"


def lunar_day(day: int) -> str:
    if day in (20, 30):
        return {20: "二十", 30: "三十"}[day]
    return TENS[0 if day <= 10 else day // 10] + DIGITS[day % 10]
