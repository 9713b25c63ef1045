"""Commands that make what people scan: code, maintenance-code."""

import sys
from datetime import datetime
from pathlib import Path

import click

from kiosk.cli.folder import REFUSED, data_option, key_option, store_of
from kiosk.devices.clock import SystemClock
from kiosk.documents.qr import picture
from kiosk.domain.certificates import plain_number
from kiosk.domain.staff import may
from kiosk.storage import certificates, queries
from kiosk.storage.database import Connection
from kiosk.upkeep.cards import maintenance_code, member_card, session_poster, staff_card


@click.command()
@click.argument("kind", type=click.Choice(["member", "staff", "copy", "session", "certificate"]))
@click.argument("number")
@data_option
@key_option
@click.option("--png", type=click.Path(dir_okay=False, path_type=Path), help="Write the QR picture here too.")
def code(kind: str, number: str, folder: Path | None, key_path: Path | None, png: Path | None) -> None:
    """Print the text that the QR of a member, a staff member, a copy, a session's poster or a certificate carries."""
    store = store_of(folder, key_path)
    text = code_text(store.db, kind, number)
    store.close()
    if text is None:
        click.echo(f"没有这个号码 / no such {kind}: {number}", err=True)
        sys.exit(REFUSED)
    click.echo(text)
    if png:
        picture(text, png)


def code_text(db: Connection, kind: str, number: str) -> str | None:
    match kind:
        case "member":
            return member_card(db, number)
        case "staff":
            return staff_card(db, number)
        case "session":
            return session_poster(db, number)
        case "certificate":
            holder = certificates.holder(db, plain_number(number))
            return holder.code if holder else None
        case _:
            found = queries.on_desk(db, number)
            return found.copy.copy if found else None


@click.command("maintenance-code")
@click.option("--staff", "number", required=True, help="Who issues it: a manager or a technician 工号.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The one day on which it is good; else today.")
@data_option
@key_option
@click.option("--png", type=click.Path(dir_okay=False, path_type=Path), help="Write the QR picture here too.")
def maintenance(
    number: str, day: datetime | None, folder: Path | None, key_path: Path | None, png: Path | None
) -> None:
    """Print a code that lets a technician without a card look after this hall's machines, on one day, once 维护码."""
    store = store_of(folder, key_path)
    hall = queries.hall_rules(store.db, store.device.hall).hall
    staff = queries.staff_numbered(store.db, number)
    if staff is None or not may(staff.role, "device"):
        store.close()
        click.echo(f"要馆长或技术员来发 / a manager or a technician issues it: {number}", err=True)
        sys.exit(REFUSED)
    on = day.date() if day else SystemClock().now().day(hall.utc_offset_min)
    text = maintenance_code(store.db, hall.hall, on)
    store.close()
    click.echo(text)
    if png:
        picture(text, png)
