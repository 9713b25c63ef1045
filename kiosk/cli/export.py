"""The command that gives everything back out: export titles, copies, members, loans, enrolments, to-tell."""

import sys
from pathlib import Path

import click

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, say, store_of

PERSONAL = ("members", "loans", "enrolments", "to-tell")
WHAT = ("titles", "copies", *PERSONAL)


@click.command("export")
@click.argument("what", type=click.Choice(WHAT))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@data_option
@key_option
@click.option("--yes-personal", is_flag=True, help="The file will name people; you answer for it 含个人信息.")
@json_option
def give_out(
    what: str, file: Path, folder: Path | None, key_path: Path | None, yes_personal: bool, as_json: bool
) -> None:
    """Write titles, copies, members, open loans, enrolments or what is to be told: .xlsx, .csv, (titles) .mrc 导出."""
    suffixes = (".xlsx", ".csv", ".mrc") if what == "titles" else (".xlsx", ".csv")
    if file.suffix.lower() not in suffixes:
        raise click.UsageError(f"FILE has to end in {', '.join(suffixes)}")
    if what in PERSONAL and not yes_personal:
        click.echo(
            "这份文件里有会员的个人信息，请确认用途，妥善保管，用完删除；确定要导出，请加 --yes-personal\n"
            "This file names people: be sure what it is for, keep it safe, delete it after use; "
            "to write it, add --yes-personal",
            err=True,
        )
        sys.exit(REFUSED)
    store = store_of(folder, key_path)
    from kiosk.upkeep.exporting import export

    part = file.with_name(f".{file.stem}.part{file.suffix}")
    try:
        with store.snapshot():
            count = export(store, what, part)
        if what in PERSONAL:
            part.chmod(0o600)
        part.replace(file)
    except OSError as fault:
        click.echo(f"写不了文件 / the file cannot be written: {fault}", err=True)
        sys.exit(REFUSED)
    finally:
        part.unlink(missing_ok=True)
        store.close()
    done = f"已导出 / written: {count:,} 行 / rows, {file}"
    say({"file": str(file), "rows": count}, as_json=as_json, for_people=done)
