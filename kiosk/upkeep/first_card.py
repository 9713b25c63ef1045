"""First card: of whoever works here first, on the sheet of all cards, before there is a kiosk that prints."""

from io import BytesIO

from kiosk import words
from kiosk.domain.refusals import Refused
from kiosk.upkeep.install_file import LibrarianAsked
from kiosk.upkeep.installing import Installed


def first_card(who: LibrarianAsked, done: Installed) -> bytes | Refused:
    from kiosk.documents.member_card import Issuer, PaperCard, print_cards

    spoken, out = words.read("zh_CN"), BytesIO()
    card = PaperCard(done.card, who.number, who.name, spoken.say(f"role.{who.role}"), f"{done.until:%Y-%m-%d}")
    drawn = print_cards([card], Issuer(done.hall.name, done.hall.place), spoken, out)
    return drawn if isinstance(drawn, Refused) else out.getvalue()
