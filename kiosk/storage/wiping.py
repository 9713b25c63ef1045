"""Wiping: without its key a data folder tells nothing to anybody, for ever."""

import os
from pathlib import Path

from kiosk.storage.database import synced_folder


def destroy_key(file: Path) -> None:
    """Overwritten where it lies, then gone. A disk of flash may keep an old copy of the block: see the manual."""
    with file.open("r+b") as out:
        out.write(os.urandom(file.stat().st_size))
        out.flush()
        os.fsync(out.fileno())
    file.unlink()
    synced_folder(file.parent)
