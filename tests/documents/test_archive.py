"""What is printed here an archive keeps: the rules of PDF/A-2b hold, and the reading of them misses none."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from archives import broken_rules
from diplomas import LONGEST, PEOPLE, certificate, sheet
from pikepdf import Array, Dictionary, Name, Pdf

from kiosk.documents.certificate import print_certificates
from kiosk.documents.certificate_text import names


def made(name: str, *people: str, sample: bool = False) -> bytes:
    rows = [(certificate(name, LONGEST, serial=n + 1, sample=sample), person) for n, person in enumerate(people)]
    drawn = print_certificates([sheet(row, person) for row, person in rows], "证书")
    assert isinstance(drawn, bytes), drawn
    return drawn


@pytest.mark.parametrize("name", names())
def test_an_archive_keeps_every_template(name: str) -> None:
    drawn = made(name, *PEOPLE, sample=True)
    assert broken_rules(drawn) == []
    with pikepdf.open(BytesIO(drawn)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260718000000+00'00'"


def font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def author(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = "anonymous"


def another_day(pdf: Pdf) -> None:
    pdf.docinfo["/CreationDate"] = "D:20260719000000+00'00'"


def part_one(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(
        pdf.Root.Metadata.read_bytes().replace(b">2</pdfaid:part>", b">1</pdfaid:part>")
    )


def no_description(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def no_profile(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(b"sRGB" * 40)


def another_space(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 4


def font_outside(pdf: Pdf) -> None:
    del font(pdf).FontDescriptor.FontFile2


def no_unicode(pdf: Pdf) -> None:
    del font(pdf).ToUnicode


def nothing_told(pdf: Pdf) -> None:
    font(pdf).ToUnicode = pdf.make_stream(b"1 beginbfchar <01> <0000> endbfchar")


def wrong_widths(pdf: Pdf) -> None:
    font(pdf).Widths = Array([300] * len(font(pdf).Widths))


def glyphs_gone(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"BT " + str(font(pdf).Name).encode() + b" 9 Tf (\x7f) Tj ET", prepend=False)


def see_through(pdf: Pdf) -> None:
    pdf.pages[0].Resources.ExtGState = Dictionary(G=Dictionary(ca=0.5))


def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS="app.alert(1)"))


def by_itself(pdf: Pdf) -> None:
    pdf.Root.AA = Dictionary()


def attachment(pdf: Pdf) -> None:
    pdf.attachments["list.csv"] = b"1"


def ink(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 0 1 k", prepend=False)


def spell(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"abracadabra", prepend=False)


BREAKS: dict[Callable[[Pdf], None], str] = {
    author: "6.6.3",
    another_day: "6.6.3",
    part_one: "6.6.4",
    no_description: "6.6.2",
    no_intent: "6.2.3",
    no_profile: "6.2.3",
    another_space: "6.2.3",
    font_outside: "6.2.11.4",
    no_unicode: "6.2.11.7",
    nothing_told: "6.2.11.7",
    wrong_widths: "6.2.11.5",
    glyphs_gone: "6.2.11.8",
    see_through: "6.2.10",
    script: "6.5.1",
    by_itself: "6.1 /AA",
    attachment: "6.8",
    ink: "6.2.4",
    spell: "6.2.2",
}


@pytest.mark.parametrize("breaking", BREAKS, ids=lambda breaking: breaking.__name__)
def test_a_broken_rule_is_seen(breaking: Callable[[Pdf], None]) -> None:
    with pikepdf.open(BytesIO(made("completion-1", "张小三"))) as pdf:
        breaking(pdf)
        out = BytesIO()
        pdf.save(out)
    assert any(rule.startswith(BREAKS[breaking]) for rule in broken_rules(out.getvalue()))


def test_what_is_locked_is_seen() -> None:
    with pikepdf.open(BytesIO(made("completion-1", "张小三"))) as pdf:
        out = BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    assert "6.1.3 encrypted" in broken_rules(out.getvalue())


def test_a_file_without_a_number_of_its_own_is_seen() -> None:
    drawn = made("completion-1", "张小三")
    assert "6.1.3 id" in broken_rules(drawn.replace(b"/ID", b"/IX"))
