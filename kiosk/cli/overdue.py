"""Commands about late books: overdue list, overdue slips."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.folder import data_option, json_option, key_option, store_of
from kiosk.domain.refusals import Refused

if TYPE_CHECKING:
    from kiosk.storage.overdue import LateMember

OWNER_ONLY = 0o600


@click.group("overdue")
def overdue() -> None:
    """Books that are late 超期."""


@overdue.command("list")
@data_option
@key_option
@json_option
def listed(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Whose books are late, masked, the longest first 超期清单."""
    import json

    from kiosk.devices.clock import SystemClock
    from kiosk.domain import names
    from kiosk.storage.overdue import late
    from kiosk.storage.queries import hall_rules

    with closing(store_of(folder, key_path)) as store:
        hall = hall_rules(store.db, store.device.hall).hall
        today = SystemClock().now().day(hall.utc_offset_min)
        found = late(store.db, hall.hall, today - timedelta(days=1))
    if as_json:
        click.echo(json.dumps({"members": [told(of) for of in found]}, ensure_ascii=False))
        return
    for of in found:
        click.echo(f"{of.number}  {names.masked(of.name)}")
        for one in of.loans:
            click.echo(f"  {one.loan.due_on}  {one.loan.copy}  {one.title.name}")


def told(of: "LateMember") -> dict[str, object]:
    from kiosk.domain import names

    books = [{"title": one.title.name, "copy": one.loan.copy, "due": f"{one.loan.due_on}"} for one in of.loans]
    return {"number": of.number, "name": names.masked(of.name), "books": books}


@overdue.command("slips")
@data_option
@key_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@json_option
def slips(folder: Path | None, key_path: Path | None, out: Path, as_json: bool) -> None:
    """Three to a page, with full names: for staff's hands only 催还单."""
    from kiosk import words
    from kiosk.cli.printed import finish
    from kiosk.devices.clock import SystemClock
    from kiosk.documents.overdue_slips import print_slips
    from kiosk.storage.queries import hall_rules
    from kiosk.upkeep.late_slips import slips_of

    spoken = words.read("zh_CN")
    with closing(store_of(folder, key_path)) as store:
        hall = hall_rules(store.db, store.device.hall).hall
        made = slips_of(store.db, hall, SystemClock().now().day(hall.utc_offset_min), spoken)
    # It tells who has what: it is its owner's alone from its first byte on.
    out.touch(OWNER_ONLY)
    out.chmod(OWNER_ONLY)
    done = print_slips(made, spoken, out)
    if isinstance(done, Refused):
        out.unlink()
    finish((done, {"slips": len(made.slips)}), out, as_json=as_json)
