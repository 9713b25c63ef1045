"""Lists that both sides sign: of a batch that is sent, and of books that somebody gave."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import words
from kiosk.cli.refusing import say_no
from kiosk.cli.written import PDF
from kiosk.domain.refusals import NOTHING_TO_PRINT, Refused
from kiosk.storage import holds, moves
from kiosk.storage.moves import Listed
from kiosk.visit.moving import Handled
from kiosk.visit.sitting import Place
from kiosk.words import Words

if TYPE_CHECKING:
    from kiosk.documents.signed_list import SignedList

BATCH_HEAD = (
    "copies.head_batch",
    "stocktake.head_number",
    "stocktake.head_title",
    "copies.head_sent_by",
    "copies.head_received_by",
)


def batch_written(place: Place, batch: str, out: Path | None) -> None:
    """On paper it is signed twice: by whoever sends it and by whoever takes it in."""
    found = moves.of_batch(place.db, batch)
    if out is None:
        return
    if not found:
        say_no((NOTHING_TO_PRINT.because(),), as_json=False)
    (batch_on_paper if out.suffix.lower() == PDF else batch_as_table)(place, found, out)


def batch_as_table(place: Place, found: Sequence[Listed], out: Path) -> None:
    from kiosk.exchange.writing import write_rows

    spoken = words.read("zh_CN")
    rows = [listed(row) for row in found]
    signatures = [(), (spoken.say("copies.sign_sent"), "", "", spoken.say("copies.sign_received"), "")]
    write_rows(out, [spoken.say(key) for key in BATCH_HEAD], [*rows, *signatures])


def listed(row: Listed) -> tuple[str, ...]:
    came = row.handover
    return came.batch, came.copy, row.title.name, came.sent_by or "", came.received_by or ""


def batch_on_paper(place: Place, found: Sequence[Listed], out: Path) -> None:
    from kiosk.documents.signed_list import ListedCopy, SignedList

    spoken, came = words.read("zh_CN"), found[0].handover
    facts = (
        spoken.say("signed_list.from", hall=hall_named(place, came.from_hall)),
        spoken.say("signed_list.to", hall=hall_named(place, came.to_hall)),
        f"{place.today:%Y-%m-%d}",
    )
    made = SignedList(
        title=spoken.say("signed_list.batch", batch=came.batch),
        facts=facts,
        copies=tuple(ListedCopy(row.title.name, row.handover.copy) for row in found),
        gives=spoken.say("copies.sign_sent"),
        takes=spoken.say("copies.sign_received"),
    )
    on_paper(made, spoken, out)


def gift_written(place: Place, donor: str, done: Sequence[Handled], out: Path | None) -> None:
    """For the donor to sign, or whoever brought the books; who does not wish to be named stands on no line."""
    given = [one for one in done if not one.reasons]
    if out is None or not given:
        return
    from kiosk.documents.signed_list import ListedCopy, SignedList

    spoken = words.read("zh_CN")
    named = (spoken.say("signed_list.donor", donor=donor),) if donor else ()
    made = SignedList(
        title=spoken.say("signed_list.gift"),
        facts=(*named, spoken.say("signed_list.here", hall=place.rules.hall.name), f"{place.today:%Y-%m-%d}"),
        copies=tuple(ListedCopy(one.title, one.number) for one in given),
        gives=spoken.say("signed_list.donor_signs"),
        takes=spoken.say("signed_list.staff_signs"),
    )
    on_paper(made, spoken, out)


def on_paper(made: "SignedList", spoken: Words, out: Path) -> None:
    """What was done stands, also where its list cannot be printed."""
    from kiosk.documents.signed_list import print_signed_list

    done = print_signed_list(made, spoken, out)
    if isinstance(done, Refused):
        say_no(done.reasons, as_json=False)


def hall_named(place: Place, hall: int | None) -> str:
    found = holds.pickup(place.db, hall) if hall is not None else None
    return found.hall.name if found else str(hall or "")
