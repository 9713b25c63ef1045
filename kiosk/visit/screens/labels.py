"""The screen of staff who put numbers, spines and shelves on labels."""

from msgspec import Struct

from kiosk.domain.labelling import LabelDraft
from kiosk.domain.refusals import Reason


class LabelPaper(Struct, frozen=True):
    """A sheet of labels, or one label of a roll, in millimetres."""

    width: float
    height: float
    from_left: float  # to the first label
    from_top: float
    across: float  # from one label to the next
    down: float
    label_width: float
    label_height: float
    corner: float
    columns: int
    rows: int


class LabelDesk(Struct, frozen=True):
    """打印标签: what is wanted in one sentence, and the first page as it will be printed."""

    said: LabelDraft
    paper: LabelPaper
    sheets: tuple[str, ...] = ()  # by name
    rolls: tuple[str, ...] = ()  # sizes
    way: str = "drawing"  # drawing, seen, refused
    count: int = 0
    pages: int = 0
    first: str = ""  # the first number and the last
    last: str = ""
    sheet: bytes = b""  # a PDF of the first page
    reasons: tuple[Reason, ...] = ()  # why it cannot be printed so
