"""Doors: the tabs of the desk, what lies behind each, and who may go there."""

from msgspec import Struct

from kiosk.domain.staff import MAY, Action, Role
from kiosk.visit.screens import Doors
from kiosk.visit.sitting import OnDuty


class Door(Struct, frozen=True):
    """A work with a page of its own."""

    name: str
    action: Action
    tap: str


# Their order is learned by hand, and stays.
BEHIND: dict[str, tuple[Door, ...]] = {
    "titles": (
        Door("titles", "stocktake", "titles"),
        Door("holds_shelf", "holds_shelf", "hold_shelf"),
        Door("overdue", "lend", "overdue"),
        Door("build_up", "build_up", "build_up"),
        Door("labels", "labels", "labels"),
        Door("stocktake", "stocktake", "stocktake"),
        Door("import", "import", "imports"),
    ),
    "classes": (
        Door("attendance", "attendance", "roster"),
        Door("courses", "courses", "class_desk"),
        Door("series", "courses", "series"),
        Door("certificates", "certificates", "graduates"),
        Door("register", "certificates", "certificate_register"),
    ),
    "more": (
        Door("rules", "policy", "rules"),
        Door("closing", "policy", "closing"),
        Door("notices", "policy", "notices"),
        Door("colleagues", "staff", "colleagues"),
        Door("audit", "staff", "audit"),
        Door("chores", "chores", "chores"),
        Door("practise", "practise", "practise"),
        Door("device", "device", "health"),
    ),
}
# Tabs that are a page of their own: what it needs, and its tap.
PAGES: dict[str, tuple[Action, str]] = {
    "lending": ("lend", "counter"),
    "members": ("members", "members"),
    "cases": ("cases", "cases"),
    "reports": ("reports", "reports"),
}
ORDER = ("today", "lending", "members", "titles", "classes", "cases", "reports", "more")
TAPS_OF = {door.name: door.tap for doors in BEHIND.values() for door in doors}
# Where the plates of the day lead; a plate without a page of its own leads to the tab where its work lies.
JOBS: dict[str, str] = {
    "to_tell": "to_tell",
    "ready": "hold_shelf",
    "overdue": "overdue",
    "due": "due_today",
    "cases": "cases",
    "chores": "chores",
}


def tabs(role: Role) -> tuple[str, ...]:
    """Roles hide tabs; those that stay keep their order. Settings of the screen are for everybody."""
    return tuple(tab for tab in ORDER if tab in ("today", "more") or opens(role, tab))


def opens(role: Role, tab: str) -> bool:
    return PAGES[tab][0] in MAY[role] if tab in PAGES else bool(behind(role, tab))


def behind(role: Role, tab: str) -> tuple[str, ...]:
    return tuple(door.name for door in BEHIND.get(tab, ()) if door.action in MAY[role])


def doors(who: OnDuty, tab: str) -> Doors:
    """A tab that is hidden, or unknown, leads to what everybody has."""
    there = tab if tab in BEHIND and tab in tabs(who.role) else "more"
    return Doors(there, behind(who.role, there))
