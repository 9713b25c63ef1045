"""Archives: the rules of ISO 19005-2 level B that a PDF breaks: `broken_rules(pdf)`; with none, an archive keeps it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Name, Pdf

PAIRS = {
    "/Title": "dc:title",
    "/Producer": "pdf:Producer",
    "/Creator": "xmp:CreatorTool",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
FORBIDDEN_ACTIONS = {f"/{name}" for name in "JavaScript Launch Sound Movie ResetForm ImportData Hide".split()}
OPERATORS = set(
    "b B b* B* BDC BI BMC BT c cm cs CS d Do EMC ET f F f* g G gs h i j J k K l m M n q Q re rg RG ri s S "
    "sc scn SC SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \" d0 d1 DP MP EI ID".split()
)
SYMBOLIC, DEVICE_CMYK = 4, ("k", "K")
WIDTH_DIFFERS = 1.0  # thousandths of the type size
Broken = Iterator[str]


def broken_rules(made: bytes) -> list[str]:
    with pikepdf.open(BytesIO(made)) as pdf:
        return [*file(made, pdf), *description(pdf), *colours(pdf), *forbidden(pdf), *pages(pdf), *fonts(pdf)]


def file(made: bytes, pdf: Pdf) -> Broken:
    second = made.split(b"\n", 2)[1]
    if not re.match(rb"%PDF-1\.[0-7]\s", made) or second[:1] != b"%" or any(byte < 128 for byte in second[1:5]):
        yield "6.1.2 header"
    if "/ID" not in pdf.trailer:
        yield "6.1.3 id"
    if "/Encrypt" in pdf.trailer:
        yield "6.1.3 encrypted"


def description(pdf: Pdf) -> Broken:
    if "/Metadata" not in pdf.Root:
        yield "6.6.2 no xmp"
        return
    with pdf.open_metadata() as meta:
        if meta.get("pdfaid:part") != "2" or meta.get("pdfaid:conformance") not in ("B", "U"):
            yield "6.6.4 pdfaid"
        for key, value in pdf.docinfo.items():
            said = str(meta.get(PAIRS.get(key, ""), ""))
            if not said or plain(said) != plain(str(value)):
                yield f"6.6.3 {key} is not in xmp"


def plain(text: str) -> str:
    """A day and a time, however each of the two writes them."""
    return re.sub(r"\D", "", text) if re.match(r"D:\d|\d{4}-\d\d-\d\dT", text) else text


def colours(pdf: Pdf) -> Broken:
    intents = [i for i in pdf.Root.get("/OutputIntents", []) if i.get("/S") == Name("/GTS_PDFA1")]
    profile = intents[0].get("/DestOutputProfile") if intents else None
    head = profile.read_bytes()[:128] if profile is not None else b""
    spaces = {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}
    if head[36:40] != b"acsp" or head[12:16] not in (b"mntr", b"prtr") or head[8] >= 5:
        yield "6.2.3 output intent"
    elif spaces.get(head[16:20]) != int(profile.get("/N", 0)):
        yield "6.2.3 colours of the profile"


def forbidden(pdf: Pdf) -> Broken:
    """What an archive must not hold, wherever it stands."""
    for key in ("/AA", "/Perms", "/Requirements", "/NeedsRendering"):
        if key in pdf.Root:
            yield f"6.1 {key}"
    if "/EmbeddedFiles" in pdf.Root.get("/Names", {}) or "/AlternatePresentations" in pdf.Root.get("/Names", {}):
        yield "6.8 embedded files"
    for thing in pdf.objects:
        yield from of_all(thing)


def of_all(thing: Any) -> Broken:
    """And in all that lies in it; what has a number of its own is looked at by itself."""
    if isinstance(thing, pikepdf.Array):
        for one in thing:
            yield from of_all(one) if not getattr(one, "is_indirect", False) else ()
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from of_thing(thing)
        for one in thing.values():
            yield from of_all(one) if not getattr(one, "is_indirect", False) else ()


def of_thing(thing: Any) -> Broken:
    held = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
    if str(held.get("/S", "")) in FORBIDDEN_ACTIONS or "/JS" in held or "/JavaScript" in held:
        yield "6.5.1 action"
    if any(key in held for key in ("/FFilter", "/FDecodeParms")) or "/LZW" in str(held.get("/Filter", "")):
        yield "6.1.7 stream"
    if held.get("/Subtype") == Name("/PS") or "/Ref" in held or "/OPI" in held or "/TR" in held:
        yield "6.2 postscript"
    if held.get("/Interpolate") is True or held.get("/SMask", Name("/None")) != Name("/None"):
        yield "6.2.10 transparency"
    if any(float(held.get(key, 1)) < 1 for key in ("/ca", "/CA") if not isinstance(held.get(key), pikepdf.Object)):
        yield "6.2.10 transparency"
    if held.get("/BM", Name("/Normal")) not in (Name("/Normal"), Name("/Compatible")):
        yield "6.2.10 transparency"
    if held.get("/S") == Name("/Transparency"):
        yield "6.2.10 transparency"


def pages(pdf: Pdf) -> Broken:
    for page in pdf.pages:
        if "/AA" in page or "/PresSteps" in page:
            yield "6.10 page"
        if not all(3 <= float(side) <= 14400 for side in page.mediabox[2:]):
            yield "6.1.13 size"
    for stream in contents(pdf):
        for _, operator in pikepdf.parse_content_stream(stream):
            if str(operator) not in OPERATORS:
                yield f"6.2.2 operator {operator}"
            if str(operator) in DEVICE_CMYK:
                yield "6.2.4 colours without a profile"


def contents(pdf: Pdf) -> Iterator[Any]:
    yield from pdf.pages
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == Name("/Form"):
            yield thing


def fonts(pdf: Pdf) -> Broken:
    seen = {}
    for stream in contents(pdf):
        resources = stream.obj.get("/Resources") if isinstance(stream, pikepdf.Page) else stream.get("/Resources")
        for font in (resources or {}).get("/Font", {}).values():
            seen[font.objgen] = font
    used = codes_shown(pdf)
    for key, font in seen.items():
        yield from of_font(font, used.get(key, set()))


def codes_shown(pdf: Pdf) -> dict[tuple[int, int], set[int]]:
    """Which codes of which font are drawn."""
    shown: dict[tuple[int, int], set[int]] = {}
    for stream in contents(pdf):
        held = stream.obj if isinstance(stream, pikepdf.Page) else stream
        named, now = held.get("/Resources", {}).get("/Font", {}), (0, 0)
        for operands, operator in pikepdf.parse_content_stream(stream):
            match str(operator):
                case "Tf":
                    now = named[str(operands[0])].objgen
                case "Tj" | "'":
                    shown.setdefault(now, set()).update(bytes(operands[0]))
                case "TJ":
                    for part in operands[0]:
                        if isinstance(part, pikepdf.String):
                            shown.setdefault(now, set()).update(bytes(part))
    return shown


def of_font(font: Any, used: set[int]) -> Broken:
    """Only the kind that is written here is known: symbolic TrueType with a code of one byte."""
    if font.get("/Subtype") != Name("/TrueType"):
        yield f"6.2.11 {font.get('/Subtype')} is not known to this reading"
        return
    descriptor = font.get("/FontDescriptor", {})
    if "/FontFile2" not in descriptor:
        yield "6.2.11.4 not embedded"
        return
    program = TTFont(BytesIO(descriptor.FontFile2.read_bytes()))
    if "/Length1" not in descriptor.FontFile2:
        yield "6.2.11.4 length"
    if not int(descriptor.Flags) & SYMBOLIC or "/Encoding" in font:
        yield "6.2.11.6 symbolic"
    yield from of_glyphs(font, used, program)
    if "/ToUnicode" not in font:
        yield "6.2.11.7 no unicode"
        return
    told = codes_told(font.ToUnicode.read_bytes())
    if used - told.keys() or {0, 0xFEFF, 0xFFFE} & {ord(c) for code in used for c in told.get(code, "")}:
        yield "6.2.11.7 unicode"


def of_glyphs(font: Any, used: set[int], program: TTFont) -> Broken:
    tables = list(program["cmap"].tables)
    if len(tables) != 1 and not any((t.platformID, t.platEncID) == (3, 0) for t in tables):
        yield "6.2.11.6 cmap"
        return
    glyphs = tables[0].cmap
    units = program["head"].unitsPerEm
    first, widths = int(font.FirstChar), [float(width) for width in font.Widths]
    for code in sorted(used):
        glyph = glyphs.get(code, glyphs.get(0xF000 + code))
        if glyph is None or program.getGlyphID(glyph) == 0:
            yield f"6.2.11.8 no glyph for {code}"
        elif abs(program["hmtx"][glyph][0] * 1000 / units - widths[code - first]) > WIDTH_DIFFERS:
            yield f"6.2.11.5 width of {code}"


def codes_told(cmap: bytes) -> dict[int, str]:
    """`<02> <4E2D>` lines and `<00> <7F> [<0000> …]` ranges."""
    told: dict[int, str] = {}
    for code, text in re.findall(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4,})>", cmap):
        told[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    for first, _, several in re.findall(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{2})>\s*\[(.*?)\]", cmap, re.DOTALL):
        for n, text in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", several)):
            told[int(first, 16) + n] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    return told
