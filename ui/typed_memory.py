"""What people type is not remembered: the pinyin engine is given no place to keep it."""

import logging
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths

log = logging.getLogger(__name__)
KEPT = "qtvirtualkeyboard/pinyin/usr_dict.dat"


def keep_nothing() -> None:
    """A folder stands where the engine would keep a dictionary of what was typed, so it learns nothing at all."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)) / KEPT
    with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
        place.unlink()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        log.warning("what is typed in pinyin may be kept: %s", refused)
