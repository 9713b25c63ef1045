"""Staff: who works here, and what their role may do."""

from datetime import date, datetime
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

Role = Literal["volunteer", "librarian", "organiser", "manager", "technician", "city"]
ROLES: tuple[Role, ...] = get_args(Role)  # a card holds the place in this list: only ever append


class Staff(Struct, frozen=True):
    staff: int
    number: Annotated[str, Meta(extra={"unique": True})]
    name: str
    role: Role
    home_hall: int
    card_version: int
    card_expires_on: date
    card_lost_at: datetime | None = None
    pin_hash: str | None = None
