"""Lasting: a PDF becomes one that archives keep: colours defined, dates of its subject, no chance in its bytes."""

from datetime import date
from io import BytesIO
from typing import Any

from kiosk.resources import resource

LANGUAGE = "zh-CN"
UNSAID = ("/Author", "/Subject", "/Keywords", "/Trapped")  # nobody has said these; an archive wants them in XMP, too


def lasting(drawn: bytes, title: str, on: date) -> bytes:
    """As PDF/A-2b asks: fonts inside, sRGB named, XMP beside the old description; the same input, the same bytes."""
    import pikepdf

    with pikepdf.open(BytesIO(drawn)) as pdf:
        colours(pdf)
        pdf.Root.Lang = pikepdf.String(LANGUAGE)
        for name in set(UNSAID) & set(pdf.docinfo.keys()):
            del pdf.docinfo[name]
        at = f"{on:%Y-%m-%d}T00:00:00+00:00"
        for name in ("/CreationDate", "/ModDate"):
            pdf.docinfo[name] = f"D:{on:%Y%m%d}000000+00'00'"
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
            meta["dc:title"] = title
            meta["pdf:Producer"] = str(pdf.docinfo["/Producer"])
            meta["xmp:CreatorTool"] = str(pdf.docinfo["/Creator"])
            meta["xmp:CreateDate"] = meta["xmp:ModifyDate"] = at
            meta["pdfaid:part"], meta["pdfaid:conformance"] = "2", "B"
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def colours(pdf: Any) -> None:
    import pikepdf

    profile = pdf.make_stream(resource("colour/srgb.icc").read_bytes())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name("/GTS_PDFA1"),
        OutputConditionIdentifier="sRGB",
        Info="sRGB IEC61966-2.1",
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])
