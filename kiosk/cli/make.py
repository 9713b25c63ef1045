"""Commands that make what people scan: code."""

import sys
from pathlib import Path

import click

from kiosk.cli.folder import REFUSED, data_option, key_option, store_of
from kiosk.documents.qr import picture
from kiosk.domain.certificates import plain_number
from kiosk.storage import certificates, queries
from kiosk.storage.database import Connection
from kiosk.upkeep.cards import member_card, session_poster, staff_card


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
