"""A hall's own papers: its members' cards, and posters of how to borrow and of what it has to say."""

from collections.abc import Sequence
from datetime import date

from kiosk.documents.member_card import PaperCard
from kiosk.documents.poster import Poster, Step
from kiosk.domain.codes import PRACTICE_CARD
from kiosk.domain.halls import Hall, Notice
from kiosk.domain.members import Member
from kiosk.domain.refusals import HOLDER_UNKNOWN, Refused
from kiosk.domain.staff import Staff
from kiosk.storage import queries
from kiosk.storage.database import Connection
from kiosk.upkeep.cards import text_of_member, text_of_staff
from kiosk.words import Words

STEPS = 3


def paper_cards(db: Connection, hall: int, numbers: Sequence[str], words: Words) -> tuple[PaperCard, ...] | Refused:
    """All of the hall's own members, where none is named."""
    if not numbers:
        return tuple(paper_card(db, member, words) for member in queries.members_at_home(db, hall))
    found = {number: queries.member_numbered(db, number) for number in dict.fromkeys(numbers)}
    known = [member for member in found.values() if member and member.home_hall == hall]
    missing = [n for n, member in found.items() if member not in known]
    if missing:
        return Refused(tuple(HOLDER_UNKNOWN.because(number=number) for number in missing))
    return tuple(paper_card(db, member, words) for member in known)


def paper_card(db: Connection, member: Member, words: Words) -> PaperCard:
    return PaperCard(
        code=text_of_member(db, member),
        number=member.number,
        name=queries.borrower(db, member).name,
        tier=words.say(f"tier.{member.tier}"),
        until=f"{member.card_expires_on:%Y-%m-%d}",
    )


def paper_staff_card(db: Connection, staff: Staff, words: Words) -> PaperCard:
    return PaperCard(
        code=text_of_staff(db, staff),
        number=staff.number,
        name=staff.name,
        tier=words.say(f"role.{staff.role}"),
        until=f"{staff.card_expires_on:%Y-%m-%d}",
    )


def posters(hall: Hall, notices: Sequence[Notice], words: Words) -> tuple[Poster, ...]:
    return (borrowing(hall, words), *(of_notice(hall, notice, words) for notice in notices))


def borrowing(hall: Hall, words: Words) -> Poster:
    """Its code is the practice card's: whoever tries it borrows nothing and leaves no trace."""
    return Poster(
        hall=hall.name,
        heading=words.say("poster.borrow"),
        lead=words.say("poster.borrow_lead"),
        steps=tuple(
            Step(words.say(f"poster.step_{n}"), words.say(f"poster.step_{n}_more")) for n in range(1, STEPS + 1)
        ),
        code=PRACTICE_CARD,
        code_title=words.say("poster.practice"),
        code_more=words.say("poster.practice_more"),
        foot=(words.say("poster.no_card"), words.say("poster.ask")),
    )


def of_notice(hall: Hall, notice: Notice, words: Words) -> Poster:
    return Poster(hall.name, notice.title, notice.text, facts=(days(notice.from_on, notice.until_on, words),))


def days(first: date, last: date, words: Words) -> str:
    said = "poster.one_day" if first == last else "poster.days"
    return words.say(said, first=first, last=last)
