"""Maintenance codes: what lets a technician without a card look after one hall's machines, on one day, once."""

from datetime import date, timedelta

from msgspec import Struct

from kiosk.domain.refusals import MAINTENANCE_ELSEWHERE, MAINTENANCE_OTHER_DAY, MAINTENANCE_USED, Reason
from kiosk.domain.signing import EPOCH


class MaintenanceCode(Struct, frozen=True):
    """Signed like a card; `code` is a number that no other code has."""

    key_id: bytes
    code: int
    hall: int
    valid_on: date


def read_maintenance(fields: bytes) -> MaintenanceCode:
    """The places of a card's fields, after its signature held."""
    return MaintenanceCode(
        key_id=fields[1:5],
        code=int.from_bytes(fields[5:13]),
        hall=int.from_bytes(fields[13:15]),
        valid_on=EPOCH + timedelta(days=int.from_bytes(fields[16:18])),
    )


def maintenance_reasons(code: MaintenanceCode, hall: int, today: date, *, used: bool) -> tuple[Reason, ...]:
    reasons = [MAINTENANCE_ELSEWHERE.because(hall=code.hall)] if code.hall != hall else []
    if code.valid_on != today:
        reasons.append(MAINTENANCE_OTHER_DAY.because(on=code.valid_on))
    if used:
        reasons.append(MAINTENANCE_USED.because())
    return tuple(reasons)
