"""Packs: the folder of installed catalogues, which one counts, and the one before it."""

import os
from contextlib import suppress
from pathlib import Path

from kiosk.storage.database import StorageFault, synced_folder
from kiosk.storage.pack import Manifest, proved, sealed_digest

KEPT = 2  # the one that counts, and the one before
NAME_BYTES = 32
READ_MAX = 4096


def catalogue_folder(folder: Path) -> Path:
    return folder / "catalogue"


def pack_file(folder: Path, digest: str) -> Path:
    return catalogue_folder(folder) / f"{digest}.pack"


def installed(folder: Path) -> tuple[str, ...]:
    """The digest of the pack that counts, then of the one before; a few hundred bytes, read between visits."""
    try:
        with (catalogue_folder(folder) / "current").open("rb") as source:
            lines = source.read(READ_MAX).decode("ascii", "replace").split()
    except OSError:
        return ()
    return tuple(line for line in lines[:KEPT] if is_digest(line))


def is_digest(line: str) -> bool:
    return len(line) == 2 * NAME_BYTES and not line.strip("0123456789abcdef")


def install(folder: Path, file: Path) -> Manifest:
    """Proved where it will lie; until the last step the old one counts, from then on the new one."""
    try:
        return installed_proved(folder, file)
    except OSError as fault:
        raise StorageFault("D-15", f"the catalogue could not be installed: {fault}") from fault


def installed_proved(folder: Path, file: Path) -> Manifest:
    digest = sealed_digest(file).hex()
    place, target = catalogue_folder(folder), pack_file(folder, digest)
    place.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    try:
        import shutil  # only where a pack comes in

        shutil.copyfile(file, fresh)
        manifest = proved(fresh)
        synced(fresh)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    before = [name for name in installed(folder) if name != digest]
    kept = [digest, *before][:KEPT]
    point(place, kept)
    for old in place.glob("*.pack"):
        if old.stem not in kept:
            # Where a kiosk holds it open and the system minds, the next installation takes it away.
            with suppress(PermissionError):
                old.unlink()
    return manifest


def point(place: Path, digests: list[str]) -> None:
    fresh = place / "current.new"
    fresh.write_text("\n".join(digests) + "\n", "ascii")
    synced(fresh)
    synced_folder(place)
    fresh.replace(place / "current")
    synced_folder(place)
    synced_folder(place.parent)


def synced(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())
