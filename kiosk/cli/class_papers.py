"""Commands that put one evening on paper: classes sign-in-sheet, poster."""

from contextlib import closing
from pathlib import Path

import click

from kiosk.cli.classes import refuse, session_named
from kiosk.cli.folder import data_option, json_option, key_option, store_of
from kiosk.domain.refusals import Refused

OWNER_ONLY = 0o600
out_option = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)


@click.command("sign-in-sheet")
@click.argument("session_id")
@data_option
@key_option
@out_option
@json_option
def sheet(session_id: str, folder: Path | None, key_path: Path | None, out: Path, as_json: bool) -> None:
    """An A4 list to sign, with full names: for the organiser's hands only 签到表."""
    from kiosk import words
    from kiosk.cli.printed import finish
    from kiosk.documents.sign_in_sheet import sign_in_sheet
    from kiosk.upkeep.class_papers import sheet_of

    spoken = words.read("zh_CN")
    with closing(store_of(folder, key_path)) as store:
        made = sheet_of(store.db, session_named(store, session_id), spoken)
    # It tells who was where: it is its owner's alone from its first byte on.
    out.touch(OWNER_ONLY)
    out.chmod(OWNER_ONLY)
    done = sign_in_sheet(made, spoken, out)
    if isinstance(done, Refused):
        out.unlink()
    finish((done, {"names": len(made.names)}), out, as_json=as_json)


@click.command("poster")
@click.argument("session_id")
@data_option
@key_option
@out_option
@json_option
def poster(session_id: str, folder: Path | None, key_path: Path | None, out: Path, as_json: bool) -> None:
    """The code for the door of an evening, good on its day 签到海报."""
    from kiosk import words
    from kiosk.cli.printed import finish
    from kiosk.documents.poster import print_posters
    from kiosk.upkeep.class_papers import poster_of

    with closing(store_of(folder, key_path)) as store:
        made = poster_of(store.db, session_named(store, session_id), words.read("zh_CN"))
    if made is None:
        refuse(f"没有这个场次 / no such session: {session_id}")
    done = print_posters((made,), made.heading, out)
    finish((done, {"posters": 1}), out, as_json=as_json)


PAPER_COMMANDS = (sheet, poster)
