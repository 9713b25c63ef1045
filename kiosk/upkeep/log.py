"""Log: one JSON object a line, in rotating files, with anything that could name a person blotted out."""

import json
import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_BYTES_MAX = 2_000_000
FILES_MAX = 5
EXTRAS = ("screen", "facts", "ms", "code", "device")
LONG_DIGITS = re.compile(r"\d{7,}")  # cards, phones, member numbers
HAN_NAMES = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffff]+"
)  # no sentence of the log is Chinese, only a name would be


def redacted(text: str) -> str:
    return HAN_NAMES.sub("某", LONG_DIGITS.sub("#", text))


class Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {"at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"), "level": record.levelname.lower()}
        line |= {"room": record.name, "what": redacted(record.getMessage())}
        line |= {name: value for name in EXTRAS if (value := getattr(record, name, None)) not in (None, [])}
        if record.exc_info:
            line["trace"] = redacted(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def log_to(folder: Path) -> None:
    """All rooms of the house log here from now on."""
    file = folder / "log" / "kiosk.log"
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=FILE_BYTES_MAX, backupCount=FILES_MAX, encoding="utf-8")
    handler.setFormatter(Lines())
    logging.raiseExceptions = False  # a full disk takes no log; the screen says so, and nobody reads the console
    for room in ("kiosk", "ui"):
        logger = logging.getLogger(room)
        logger.handlers = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False
