"""Commands that keep a kiosk's data safe and bring it back: backup, restore."""

import sys
from pathlib import Path

import click
import msgspec

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.storage.backup import Restored, back_up, restore as restore_good, restore_salvaged
from kiosk.storage.database import database_file, key_file, read_key
from kiosk.storage.salvage import BackupRefused, Report

RUNS_SHOWN = 10
to_write = click.Path(dir_okay=False, path_type=Path)
to_read = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@data_option
@key_option
@click.option(
    "--out", type=to_write, required=True, help="The file to write; an older one is replaced once it is good."
)
@json_option
def backup(folder: Path | None, key_path: Path | None, out: Path, as_json: bool) -> None:
    """Write one proved, encrypted file, also while the kiosk runs; read with the same key."""
    if out.absolute() == database_file(named(folder)):
        raise click.UsageError(f"{out} is the database itself")
    store = store_of(folder, key_path)
    try:
        done = back_up(store, out.absolute(), read_key(key_path or key_file(named(folder))))
    except BackupRefused as refused:
        refuse(f"没有备份 / not backed up: {refused}", why=str(refused), hint="kiosk check", as_json=as_json)
    finally:
        store.close()
    said = f"{done.facts} 条事实已备份 / facts backed up: {done.file}"
    say({"ok": True, **msgspec.to_builtins(done)}, as_json=as_json, for_people=said)


@click.command()
@data_option
@key_option
@click.option("--from", "sources", type=to_read, multiple=True, required=True, help="The backup; several to salvage.")
@click.option("--salvage", is_flag=True, help="Also out of damaged files; what is missing is counted.")
@json_option
def restore(
    folder: Path | None, key_path: Path | None, sources: tuple[Path, ...], salvage: bool, as_json: bool
) -> None:
    """Put a backup in the kiosk's place; what was there is kept beside it."""
    if len(sources) > 1 and not salvage:
        raise click.UsageError("several files are only read with --salvage")
    where, now = named(folder), SystemClock().now().at
    key = read_key(key_path or key_file(where))
    files = [source.absolute() for source in sources]
    try:
        done = restore_salvaged(files, where, key, now) if salvage else restore_good(files[0], where, key, now)
    except BackupRefused as refused:
        hint = "an older backup too: --from" if salvage else "kiosk restore --salvage"
        refuse(
            f"没有恢复，什么也没动 / refused, nothing was touched: {refused}",
            why=str(refused),
            hint=hint,
            as_json=as_json,
        )
    say({"ok": True, **msgspec.to_builtins(done)}, as_json=as_json, for_people="\n".join(told(done)))


def refuse(said: str, *, why: str, hint: str, as_json: bool) -> None:
    say({"ok": False, "why": why, "hint": hint}, as_json=as_json, for_people=f"{said}\n试试 / try: {hint}")
    sys.exit(REFUSED)


def told(done: Restored) -> list[str]:
    lines = [f"已恢复 {done.facts} 条事实，第 {done.generation} 代 / facts restored, generation {done.generation}"]
    if done.set_aside:
        lines.append(f"原来的数据保留为 / what was there is kept as {done.set_aside}")
    return lines + (told_of(done.salvaged) if done.salvaged else [])


def told_of(report: Report) -> list[str]:
    """What is missing, in numbers; never only that something is."""
    lines = [
        f"找到 {report.facts_found}，放回 {report.facts_kept}，另存 {report.facts_aside}，缺失 {report.facts_missing}"
        f" / found {report.facts_found}, put back {report.facts_kept}, kept aside {report.facts_aside},"
        f" missing {report.facts_missing}"
    ]
    lines += [
        f"缺失 / missing: 第 {run.generation} 代 / generation {run.generation}, seq {run.first_seq}-{run.last_seq}"
        for run in report.missing[:RUNS_SHOWN]
    ]
    if len(report.missing) > RUNS_SHOWN:
        lines.append(f"… {len(report.missing) - RUNS_SHOWN} 段 / more runs: --json")
    if not report.end_known:
        lines.append("最后一条之后是否还有，无法得知 / whether there was more after the last fact cannot be known")
    if report.members_without_key:
        lines.append(f"{report.members_without_key} 位会员的姓名无法读出 / members' names cannot be read")
    if report.keys_missing:
        lines.append(f"缺少密钥 / keys missing: {', '.join(report.keys_missing)}")
    return lines
