"""Fonts on paper: one chain of faces for every document, each character checked before anything is drawn."""

import unicodedata
from collections.abc import Iterable
from functools import cached_property
from itertools import groupby
from typing import Any

from kiosk.domain.refusals import CHARACTER_NOT_IN_FONTS, Reason
from kiosk.resources import resource

FILES = {
    "sans": "NotoSansSC_400Regular.ttf",
    "sans_bold": "NotoSansSC_700Bold.ttf",
    "serif": "NotoSerifSC_400Regular.ttf",
    "serif_bold": "NotoSerifSC_700Bold.ttf",
    "rare": "HanaMinB.ttf",  # the supplementary planes; nothing of it is ever drawn that Noto has
}
FALLBACKS = ("serif", "sans", "rare")
NEVER_PRINTED = {"Cc", "Cn", "Co", "Cs"}  # control, unassigned, private use, half a character
# What only chooses a form or marks a place: it draws nothing, and it stays in the stored name.
SILENT = {0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
CMAP_ENTRIES_MAX = 100  # in one block of a PDF's table of characters
Where = tuple[str, str]  # the word for a place on the paper, and the text that goes there


class Face:
    """One font file, read when the first character asks for it."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def font(self) -> Any:
        from reportlab.pdfbase import pdfmetrics, ttfonts

        # The library writes characters above U+FFFF so that they are copied and searched as others.
        ttfonts.makeToUnicodeCMap = to_unicode
        font = ttfonts.TTFont(self.name, str(resource(f"fonts/{FILES[self.name]}")), shapable=False)
        pdfmetrics.registerFont(font)
        return font

    def draws(self, character: str) -> bool:
        """A glyph of its own with an outline: some fonts list characters that they leave empty."""
        face = self.font.face
        glyph = face.charToGlyph.get(ord(character), 0)
        if not glyph:
            return False
        return character.isspace() or face.glyphPos[glyph] != face.glyphPos[glyph + 1]

    def advance(self, character: str) -> float:
        """In parts of the type size."""
        face = self.font.face
        return float(face.charWidths.get(ord(character), face.defaultWidth)) / 1000


class Chain:
    """A face, and those that stand in for what it lacks."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        self.faces = faces
        self.known: dict[str, Face | None] = {}
        self.advances: dict[str, float] = dict.fromkeys(map(chr, SILENT), 0.0)

    def face(self, character: str) -> Face | None:
        if character not in self.known:
            self.known[character] = self.found(character)
        return self.known[character]

    def found(self, character: str) -> Face | None:
        if unicodedata.category(character) in NEVER_PRINTED:
            return None
        return next((face for face in self.faces if face.draws(character)), None)

    def runs(self, text: str) -> list[tuple[Face, str]]:
        """Pieces of one face each; a text that was not checked stops here, rather than print an empty box."""
        found: list[tuple[Face, str]] = []
        for face, some in groupby(heard(text), self.face):
            run = "".join(some)
            assert face, f"{run!a} was not checked before drawing"
            found.append((face, run))
        return found

    def width(self, text: str, size: float) -> float:
        known = self.advances
        try:
            return size * sum([known[character] for character in text])
        except KeyError:
            known.update((new, self.advance(new)) for new in text if new not in known)
            return self.width(text, size)

    def advance(self, character: str) -> float:
        face = self.face(character)
        return face.advance(character) if face else 1.0


class Fonts:
    """All faces of one document; each file is read at most once."""

    def __init__(self) -> None:
        faces = {name: Face(name) for name in FILES}
        self.chains = {name: Chain((faces[name], *(faces[f] for f in FALLBACKS if f != name))) for name in FILES}

    def __getitem__(self, name: str) -> Chain:
        return self.chains[name]

    def gaps(self, texts: Iterable[Where], face: str = "sans") -> tuple[Reason, ...]:
        """Every character that no face draws, with its place: whoever gets any of these prints nothing."""
        chain = self[face]
        return tuple(
            CHARACTER_NOT_IN_FONTS.because(
                point=f"U+{ord(character):04X}", place=place, what={"word": f"paper.{where}"}, text=seen(text)
            )
            for where, text in dict.fromkeys(texts)
            for place, character in enumerate(text, 1)
            if ord(character) not in SILENT and chain.face(character) is None
        )


def heard(text: str) -> str:
    return text if text.isascii() else "".join(c for c in text if ord(c) not in SILENT)


def seen(text: str) -> str:
    """The text with a mark in the place of what a screen could not show either."""
    return "".join("□" if unicodedata.category(c) in NEVER_PRINTED else c for c in text)


def to_unicode(name: str, subset: list[int]) -> str:
    """The table by which a reader of the PDF turns glyphs back into characters, in UTF-16 as the format asks."""
    rows = [f"<{n:02X}> <{utf16(point)}>" for n, point in enumerate(subset)]
    blocks = [rows[n : n + CMAP_ENTRIES_MAX] for n in range(0, len(rows), CMAP_ENTRIES_MAX)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def /CMapType 2 def",
            f"1 begincodespacerange <00> <{max(len(subset) - 1, 0):02X}> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )


def utf16(point: int) -> str:
    return chr(point).encode("utf-16-be", "surrogatepass").hex().upper()
