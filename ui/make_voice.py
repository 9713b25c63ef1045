"""Makes all that the kiosk says and sounds: python -m ui.make_voice; needs espeak-ng and sox, which kiosks do not."""

import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kiosk.resources import resource
from kiosk.visit.clips import COUNT_MOST, literals
from kiosk.words import LANGUAGES, Words, read
from ui.make_sounds import RATE, sounds, write

VOICES = {"zh_CN": "cmn-latn-pinyin", "en": "en"}  # espeak-ng reads Chinese well only as pinyin
WORDS_A_MINUTE = {"zh_CN": 215, "en": 180}
DIGITS = "ling2 yi1 er4 san1 si4 wu3 liu4 qi1 ba1 jiu3".split()
MONTHS = "January February March April May June July August September October November December".split()
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
TRIM = "silence 1 0.01 1% reverse silence 1 0.01 1% reverse pad 0.01 0.02".split()
LOUDEST_DB = "-1"


def spoken(words: Words) -> Iterator[tuple[str, str]]:
    """Each clip of a language with what the synthesiser reads."""
    chinese = words.language == "zh_CN"
    yield from pinyin().items() if chinese else literals(words).items()
    name = f"{words.language}/{{}}-{{}}".format
    for count in range(COUNT_MOST + 1):
        yield name("number", count), counted(count) if chinese else str(count)
    for month in range(1, 13):
        yield name("month", month), f"{number(month)} yue4" if chinese else MONTHS[month - 1]
    for day in range(1, 32):
        yield name("day", day), f"{number(day)} ri4" if chinese else f"the {day}{ENDINGS.get(day, 'th')}"


def pinyin() -> dict[str, str]:
    """How each Chinese piece is read."""
    table: dict[str, list[str]] = tomllib.loads(resource("voice/pinyin.toml").read_text("utf-8"))
    return {f"zh_CN/{key}-{n}": text for key, texts in table.items() for n, text in enumerate(texts)}


def counted(count: int) -> str:
    """Two of something is liang."""
    return "liang3" if count == 2 else number(count)


def number(value: int) -> str:
    tens, ones = divmod(value, 10)
    if not tens:
        return DIGITS[ones]
    return " ".join([*([DIGITS[tens]] if tens > 1 else []), "shi2", *([DIGITS[ones]] if ones else [])])


def speak(text: str, language: str, path: Path) -> None:
    """One clip: read, cut to what is heard, made as loud as all others."""
    with tempfile.TemporaryDirectory() as folder:
        raw = str(Path(folder) / "raw.wav")
        tool("espeak-ng", "-v", VOICES[language], "-s", str(WORDS_A_MINUTE[language]), "-w", raw, plain(text))
        form = ["-D", raw, "-b", "16", "-c", "1", "-r", str(RATE), str(path)]
        tool("sox", *form, *TRIM, "norm", LOUDEST_DB)


def plain(text: str) -> str:
    """Without the points that belong to the fill-ins on both sides."""
    return text.lstrip(" .,:").rstrip(" ,:")


def tool(name: str, *arguments: str) -> None:
    found = shutil.which(name)
    if not found:
        raise SystemExit(f"{name} is not installed")
    subprocess.run([found, *arguments], check=True)  # noqa: S603


def main() -> None:
    for name, samples in sounds().items():
        write(resource(f"sounds/{name}.wav"), samples)
    for language in LANGUAGES:
        shutil.rmtree(resource(f"voice/{language}"))
        resource(f"voice/{language}").mkdir()
        for name, text in spoken(read(language)):
            speak(text, language, resource(f"voice/{name}.wav"))


if __name__ == "__main__":
    main()
