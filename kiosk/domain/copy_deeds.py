"""Copy deeds: what staff may do with one copy as it is now, for which reasons, and what takes it back."""

from typing import Literal, get_args

from msgspec import Struct

from kiosk.domain.books import Copy, is_away

Deed = Literal["move", "damaged", "mended", "lost", "found", "send", "receive", "donated", "withdrawn"]
DEEDS: tuple[Deed, ...] = get_args(Deed)
OTHER = "other"  # a reason that is said in one line
# A reason is chosen wherever the hall has one book less afterwards.
WHYS: dict[Deed, tuple[str, ...]] = {
    "lost": ("reader_told", "not_found", OTHER),
    "withdrawn": ("worn_out", "outdated", "too_many", OTHER),
}
WRITTEN: tuple[Deed, ...] = ("move", "damaged", "donated")  # these take a line: a shelf, what is wrong, who gave it


class Back(Struct, frozen=True):
    """The deed that makes all as it was."""

    deed: Deed
    text: str = ""


def deed_named(name: str) -> Deed | None:
    return next((deed for deed in DEEDS if deed == name), None)


def offered(copy: Copy, hall: int, *, others: bool) -> tuple[Deed, ...]:
    """Only what makes sense of a copy as it is; `others`: whether there are other halls to send to."""
    if copy.condition == "withdrawn":
        return ()
    if copy.on_loan:
        return ("lost", "donated")
    if copy.sent_to is not None or copy.hall != hall:
        return ("receive", "lost")
    if is_away(copy):
        return ("found", "withdrawn")
    send: tuple[Deed, ...] = ("send",) if others else ()
    worn: Deed = "mended" if copy.condition == "damaged" else "damaged"
    return ("move", worn, "lost", *send, "donated", "withdrawn")


def taken_back(before: Copy, deed: Deed) -> Back | None:
    """None: it cannot be, and that is said before it is done."""
    match deed:
        case "move":
            return Back("move", before.shelf)
        case "damaged":
            return Back("mended")
        case "mended":
            return Back("damaged")
        case "lost" if not before.on_loan and before.condition == "good" and before.sent_to is None:
            return Back("found")
        case "found" if before.condition == "lost" and not before.adrift:
            return Back("lost")
        case "send":
            return Back("receive")
    return None
