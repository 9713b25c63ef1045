"""Registrar: what staff at the kiosk ask for when certificates come to be and end, and when lists go to paper."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO

from kiosk import words
from kiosk.domain.classes import Course, Session
from kiosk.domain.eligibility import Case
from kiosk.domain.giving import Asked, Issued
from kiosk.domain.halls import Hall
from kiosk.domain.members import Member
from kiosk.domain.refusals import CARDS_NOT_ISSUED_HERE, Refused
from kiosk.domain.staff import Staff
from kiosk.storage.store import Store


class Registrar:
    """Handed to the visit; what it needs of paper and fonts is read when somebody asks for it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def issue(self, cases: Sequence[Case], asked: Asked) -> Issued | Refused:
        from kiosk.upkeep.issuing import issue

        return issue(self.store, cases, asked)

    def supersede(self, number: str, asked: Asked) -> str | Refused:
        from kiosk.upkeep.issuing import supersede

        return supersede(self.store, number, asked)

    def revoke(self, number: str, why: str, asked: Asked) -> Refused | None:
        from kiosk.upkeep.issuing import revoke

        return revoke(self.store, number, why, asked)

    def name_check(self, course: Course) -> Callable[[], bytes | Refused]:
        """Read here, drawn where nobody waits."""
        from kiosk.documents.name_check import print_name_check
        from kiosk.upkeep.name_lists import name_list

        listed = name_list(self.store, course)
        return lambda: in_memory(lambda out: print_name_check(listed, words.read("zh_CN"), out))

    def sign_in_sheet(self, session: Session) -> Callable[[], bytes | Refused]:
        from kiosk.documents.sign_in_sheet import sign_in_sheet
        from kiosk.upkeep.class_papers import sheet_of

        made = sheet_of(self.store.db, session, words.read("zh_CN"))
        return lambda: in_memory(lambda out: sign_in_sheet(made, words.read("zh_CN"), out))

    def issues_cards(self) -> bool:
        """Under a hub it is the hub that signs cards."""
        from kiosk.storage.keys import issues

        return issues(self.store.db)

    def card(self, member: Member) -> Callable[[], bytes | Refused]:
        """With the sheet that the command line prints, for one member."""
        from kiosk.documents.member_card import Issuer, print_cards
        from kiosk.storage.queries import hall_rules
        from kiosk.upkeep.hall_papers import paper_card

        if not self.issues_cards():
            return lambda: Refused((CARDS_NOT_ISSUED_HERE.because(),))
        spoken, hall = words.read("zh_CN"), hall_rules(self.store.db, self.store.device.hall).hall
        made = paper_card(self.store.db, member, spoken)
        return lambda: in_memory(lambda out: print_cards([made], Issuer(hall.name, hall.place), spoken, out))

    def staff_code(self, staff: Staff) -> str:
        from kiosk.upkeep.cards import text_of_staff

        return text_of_staff(self.store.db, staff)

    def staff_card(self, staff: Staff) -> Callable[[], bytes | Refused]:
        """On the sheet of members' cards, with what they do here in the place of the tier."""
        from kiosk.documents.member_card import Issuer, print_cards
        from kiosk.storage.queries import hall_rules
        from kiosk.upkeep.hall_papers import paper_staff_card

        spoken, hall = words.read("zh_CN"), hall_rules(self.store.db, self.store.device.hall).hall
        made = paper_staff_card(self.store.db, staff, spoken)
        return lambda: in_memory(lambda out: print_cards([made], Issuer(hall.name, hall.place), spoken, out))

    def overdue_slips(self, hall: Hall, today: date, member: int | None) -> Callable[[], bytes | Refused]:
        from kiosk.documents.overdue_slips import print_slips
        from kiosk.upkeep.late_slips import slips_of

        made = slips_of(self.store.db, hall, today, words.read("zh_CN"), member)
        return lambda: in_memory(lambda out: print_slips(made, words.read("zh_CN"), out))


def in_memory(draw: Callable[[BytesIO], object]) -> bytes | Refused:
    """Names in full lie nowhere but in the order for the printer."""
    out = BytesIO()
    done = draw(out)
    return done if isinstance(done, Refused) else out.getvalue()
