"""Labelling: what staff want on labels, as one sentence whose words are changed one by one."""

from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.codes import SERIAL_MAX

Kind = Literal["copy", "spine", "shelf"]
Which = Literal["new", "today", "week", "range"]
LabelCodes = Literal["auto", "both", "qr", "bars"]
Word = Literal["kind", "which", "sheet", "dpi", "codes"]
Step = Literal["count", "first", "last", "start_at"]
NEW_MAX = 1000  # numbers at one touch; the command gives more
WEEK_DAYS = 7
ROLLS = ("40x30", "50x30", "60x40", "70x50")  # of label printers, in millimetres
DPI = ("203", "300")
SHEETS: dict[Kind, str] = {"copy": "3x8-70x37", "spine": "5x13-38.1x21.2", "shelf": "3x8-70x37"}


class LabelDraft(Struct, frozen=True):
    kind: Kind = "copy"
    which: Which = "new"
    count: int = 24  # of new numbers
    first: int = 1  # serials, of a range
    last: int = 24
    sheet: str = SHEETS["copy"]  # by name, or the size of a roll
    dpi: int = 203  # of the label printer
    start_at: int = 1  # the first place of the sheet that still has its label
    codes: LabelCodes = "auto"

    @property
    def of_roll(self) -> bool:
        return self.sheet in ROLLS

    @property
    def takes_numbers(self) -> bool:
        """Numbers that no copy has yet: only copies have labels before they are there."""
        return self.kind == "copy" and self.which == "new"


def told(draft: LabelDraft, word: Word, text: str, sheets: tuple[str, ...]) -> LabelDraft:
    """One word of the sentence; whatever is none of the choices changes nothing."""
    choices: dict[Word, tuple[str, ...]] = {
        "kind": get_args(Kind),
        "which": get_args(Which),
        "sheet": (*sheets, *ROLLS),
        "dpi": DPI,
        "codes": get_args(LabelCodes),
    }
    if text not in choices[word]:
        return draft
    if word == "kind":
        return of_kind(draft, next(kind for kind in get_args(Kind) if kind == text))
    if word == "sheet":
        return replace(draft, sheet=text, start_at=1)
    return replace(draft, **{word: int(text) if word == "dpi" else text})


def of_kind(draft: LabelDraft, kind: Kind) -> LabelDraft:
    """Each kind has its usual sheet; a spine belongs to a copy that is there."""
    which: Which = "today" if kind == "spine" and draft.which == "new" else draft.which
    sheet = draft.sheet if draft.of_roll else SHEETS[kind]
    return replace(draft, kind=kind, which=which, sheet=sheet, start_at=draft.start_at if sheet == draft.sheet else 1)


def stepped(draft: LabelDraft, step: Step, by: int, places: int) -> LabelDraft:
    """Up and down within what there is; a range never ends before it begins."""
    most = {"count": NEW_MAX, "first": SERIAL_MAX, "last": SERIAL_MAX, "start_at": places}[step]
    value = min(max(getattr(draft, step) + by, 1), most)
    changed = replace(draft, **{step: value})
    if step == "first":
        return replace(changed, last=max(changed.last, value))
    return replace(changed, first=min(changed.first, value)) if step == "last" else changed


def numbered(draft: LabelDraft, step: Step, text: str, places: int) -> LabelDraft:
    """A number that was typed; none, as long as nothing is typed."""
    if step not in get_args(Step) or not (text.isascii() and text.isdecimal()):
        return draft
    return stepped(draft, step, int(text) - getattr(draft, step), places)
