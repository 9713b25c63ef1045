"""Media: whether the files that every screen and every sheet needs are there, and whole."""

from pathlib import Path

from kiosk.domain.health import Check, found
from kiosk.resources import resource

FONTS = (
    "NotoSansSC_400Regular",
    "NotoSansSC_700Bold",
    "NotoSerifSC_400Regular",
    "NotoSerifSC_700Bold",
    "HanaMinB",
)
FONT_BYTES_MIN = 1_000_000  # one of Chinese is never smaller
LANGUAGES = ("zh_CN", "en")
WAV, WAV_HEAD = b"RIFF", 4


def fonts(folder: Path | None = None) -> Check:
    where = folder or resource("fonts")
    missing = [name for name in FONTS if not whole(where / f"{name}.ttf")]
    return found("fonts", "missing", names="、".join(missing)) if missing else found("fonts", "good", count=len(FONTS))


def whole(font: Path) -> bool:
    return font.is_file() and font.stat().st_size >= FONT_BYTES_MIN


def voice(folder: Path | None = None) -> Check:
    """A piece that is no sound is not said; a language without pieces is silent."""
    where = folder or resource("voice")
    pieces = {language: sorted((where / language).glob("*.wav")) for language in LANGUAGES}
    silent = [language for language, files in pieces.items() if not files]
    broken = [file.stem for files in pieces.values() for file in files if not sounding(file)]
    if silent or broken:
        return found("voice", "gaps", names="、".join([*silent, *broken[:5]]))
    return found("voice", "good", count=sum(map(len, pieces.values())))


def sounding(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(WAV_HEAD) == WAV
