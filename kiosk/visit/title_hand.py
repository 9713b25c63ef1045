"""Title hand: the title and copy somebody on duty has in hand, what is asked, and what takes the last deed back."""

from msgspec import Struct

from kiosk.domain.copy_deeds import Back, Deed
from kiosk.domain.facts import Happening
from kiosk.domain.title_record import Blank


class Told(Struct, frozen=True):
    """What was done last, and its way back: happenings, or a deed with this copy."""

    what: str = ""  # a blank, a deed, added, undone
    happenings: tuple[Happening, ...] = ()
    copy: str = ""
    back: Back | None = None

    @property
    def can_go_back(self) -> bool:
        return bool(self.happenings) or self.back is not None


class TitleHand(Struct, frozen=True):
    """Kept for as long as this person is on duty."""

    typed: str = ""  # that found it
    title: int | None = None
    copy: str = ""
    blank: Blank | None = None  # of the card, that is being written
    deed: Deed | None = None  # that is being asked about
    text: str = ""  # scanned into the blank in hand
    told: Told = Told()
