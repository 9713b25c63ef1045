"""Which hub a command is about, and how its devices are named on the command line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kiosk.cli.folder import default_folder
from kiosk.devices.clock import SystemClock

if TYPE_CHECKING:
    from kiosk.hub.devices import Known
    from kiosk.hub.founding import Founded

Command = TypeVar("Command", bound=Callable[..., Any])
URL = "url"  # the hub's own address, as it was last told


def hub_options(command: Command) -> Command:
    folder = click.option(
        "--data",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="KIOSK_HUB_DATA",
        help="The hub's folder.",
    )
    key = click.option(
        "--key", "key_path", type=click.Path(dir_okay=False, path_type=Path), help="The key file, else FOLDER.key."
    )
    database = click.option(
        "--database", default="", envvar="KIOSK_HUB_DATABASE", help="postgresql://… instead of a file in the folder."
    )
    return folder(key(database(command)))


def founded_at(folder: Path | None, key_path: Path | None, database: str, *, new: bool = False) -> "Founded":
    """Imported only here: its libraries are no kiosk's business."""
    from kiosk.hub.founding import Place, founded, there

    where = (folder or default_folder().with_name("hub")).absolute()
    place, clock = Place(where, key_path, database), SystemClock()
    return (founded if new else there)(place, lambda: clock.now().at)


@contextmanager
def hub_at(folder: Path | None, key_path: Path | None, database: str) -> Iterator["Founded"]:
    hub = founded_at(folder, key_path, database)
    try:
        yield hub
    finally:
        hub.hub.engine.dispose()


def device_named(hub: "Founded", text: str) -> "Known":
    """By the first letters of its id, as lists show them, or by its name."""
    from kiosk.hub.devices import all_of

    with hub.hub.engine.connect() as db:
        found = [d for d in all_of(db) if d.device.startswith(text) or (d.name and d.name == text)]
    if len(found) != 1:
        count = "没有这台设备 / no such device" if not found else f"不止一台 / several: {len(found)}"
        raise click.BadParameter(f"{count}: {text}", param_hint="DEVICE")
    return found[0]
