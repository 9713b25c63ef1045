"""Speech: reads a sentence with a voice of the machine, where a recording is missing."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from ui.messages import messages_for_builders

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

log = logging.getLogger(__name__)
SILENT_ENGINES = ("mock",)
LANGUAGES = {"zh_CN": QLocale.Language.Chinese, "en": QLocale.Language.English}
NAMED = {"zh_CN": ("chinese", "mandarin", "cmn"), "en": ("english",)}  # some voices tell their language only so


def speaks(language: str, locale: QLocale, voice_name: str) -> bool:
    """espeak's Mandarin is called cmn, which Qt takes for no language at all."""
    return locale.language() == LANGUAGES[language] or any(part in voice_name.lower() for part in NAMED[language])


class Speech:
    """Its engines are loaded when the first recording is missing, which is never where all are in place."""

    def __init__(self, volume: int) -> None:
        self._volume = volume
        self._engines: dict[str, QTextToSpeech | None] = {}

    def say(self, text: str, language: str) -> bool:
        if language not in self._engines:
            self._engines[language] = self._found(language)
        engine = self._engines[language]
        if engine is not None:
            engine.say(text)
        return engine is not None

    def stop(self) -> None:
        for engine in filter(None, self._engines.values()):
            engine.stop()

    def _found(self, language: str) -> "QTextToSpeech | None":
        with messages_for_builders():
            from PySide6.QtTextToSpeech import QTextToSpeech

            for name in QTextToSpeech.availableEngines():
                if name not in SILENT_ENGINES and self._takes_voice(engine := QTextToSpeech(name), language):
                    engine.setVolume(self._volume / 100)
                    return engine
        log.warning("no voice reads what was not recorded", extra={"language": language})
        return None

    def _takes_voice(self, engine: "QTextToSpeech", language: str) -> bool:
        for locale in engine.availableLocales():
            engine.setLocale(locale)
            for voice in engine.availableVoices():
                if speaks(language, locale, voice.name()):
                    engine.setVoice(voice)
                    return True
        return False
