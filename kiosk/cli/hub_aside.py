"""Commands for what a hub has kept without believing or understanding it: quarantine, parked."""

from pathlib import Path

import click
import msgspec

from kiosk.cli.folder import json_option, say
from kiosk.cli.hub_place import device_named, hub_at, hub_options


@click.group()
def quarantine() -> None:
    """What devices have said that are not believed any more 待处理."""


@quarantine.command("list")
@hub_options
@json_option
def list_aside(folder: Path | None, key_path: Path | None, database: str, as_json: bool) -> None:
    """Which devices, why, and how many facts wait for a decision."""
    from kiosk.hub.quarantined import by_device

    with hub_at(folder, key_path, database) as made, made.hub.engine.connect() as db:
        found = by_device(db)
    lines = [f"{one.device[:8]}  {one.hall:>4}  {one.why:<8} {one.facts:>6}  {one.since[:16]}" for one in found]
    say(msgspec.to_builtins(found), as_json=as_json, for_people="\n".join(lines) or "没有 / none")


@quarantine.command()
@hub_options
@click.argument("device")
@json_option
def accept(folder: Path | None, key_path: Path | None, database: str, device: str, as_json: bool) -> None:
    """Take what a device has said, as if it had been believed 采信."""
    decided(hub=(folder, key_path, database), device=device, accepted=True, as_json=as_json)


@quarantine.command()
@hub_options
@click.argument("device")
@json_option
def refuse(folder: Path | None, key_path: Path | None, database: str, device: str, as_json: bool) -> None:
    """Leave it aside for good; it is kept, and changes nothing 不采信."""
    decided(hub=(folder, key_path, database), device=device, accepted=False, as_json=as_json)


def decided(*, hub: tuple[Path | None, Path | None, str], device: str, accepted: bool, as_json: bool) -> None:
    from kiosk.hub.quarantined import decide

    with hub_at(*hub) as made:
        known = device_named(made, device)
        count = decide(made.hub, known.device, "accepted" if accepted else "refused")
    said = f"{count} 条已采信 / facts taken" if accepted else f"{count} 条不采信，仍保存 / facts left aside, and kept"
    say({"ok": True, "device": known.device, "facts": count}, as_json=as_json, for_people=said)


@click.group()
def parked() -> None:
    """What a newer program will understand 待升级."""


@parked.command("list")
@hub_options
@json_option
def list_parked(folder: Path | None, key_path: Path | None, database: str, as_json: bool) -> None:
    """Facts that are kept and change nothing yet, with the reason."""
    from kiosk.hub.parked import listed

    with hub_at(folder, key_path, database) as made, made.hub.engine.connect() as db:
        found = listed(db)
    lines = [f"{one.hall:>4}  {one.device[:8]} {one.generation}-{one.seq}  {one.why}" for one in found]
    say(msgspec.to_builtins(found), as_json=as_json, for_people="\n".join(lines) or "没有 / none")


@parked.command()
@hub_options
@json_option
def retry(folder: Path | None, key_path: Path | None, database: str, as_json: bool) -> None:
    """After an update of the hub: what is understood now takes effect, at its own place."""
    from kiosk.hub.parked import retry as again

    with hub_at(folder, key_path, database) as made:
        mended, left = again(made.hub)
    said = f"{mended} 条已生效，{left} 条仍待升级 / took effect: {mended}, still parked: {left}"
    say({"ok": True, "mended": mended, "left": left}, as_json=as_json, for_people=said)
