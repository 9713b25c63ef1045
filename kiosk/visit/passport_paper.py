"""Passport paper: the page of the passport as its owner takes it home, with the whole name."""

from kiosk.documents.certificate_text import chinese_day
from kiosk.documents.passport import PaperFact, PaperPassport, PaperRow
from kiosk.domain.certificates import hours_text
from kiosk.storage import queries
from kiosk.visit.screens import Passport
from kiosk.visit.sitting import Place
from kiosk.words import read


def passport_paper(place: Place, member: int, shown: Passport) -> PaperPassport:
    words = read("zh_CN")
    found = queries.member(place.db, member)
    assert found, "whoever signed in is a member"
    who = queries.borrower(place.db, found)
    courses = tuple(
        PaperRow(row.title, words.say(f"kind.{row.kind}"), words.say("passport.hours", hours=f"{row.hours:g}"))
        for row in shown.courses
    )
    certificates = tuple(
        PaperRow(
            f"{words.say(f'passport.certificate_{row.kind}')}  {row.title}",
            row.number,
            words.say(f"passport.state_{row.state}"),
        )
        for row in shown.certificates
    )
    loans = tuple(
        PaperRow(row.book.title, row.book.author, words.say("passport.due", date=row.due.on)) for row in shown.loans
    )
    year = str(place.today.year)
    return PaperPassport(
        hall=place.rules.hall.name,
        title=words.say("passport.title"),
        name=who.name,
        number=words.say("passport_paper.number", number=found.number),
        printed=words.say("passport_paper.printed_on", day=chinese_day(place.today)),
        facts=(
            PaperFact(hours_text(round(shown.hours * 2)), words.say("passport_paper.hours_of", year=year)),
            PaperFact(str(shown.books), words.say("passport_paper.books_of", year=year)),
            PaperFact(str(shown.evenings), words.say("passport_paper.evenings_of", year=year)),
            PaperFact(str(len(shown.certificates)), words.say("passport.certificates_all")),
        ),
        sections=(
            (words.say("passport_paper.on_loan"), loans),
            (words.say("passport_paper.courses"), courses),
            (words.say("passport_paper.certificates"), certificates),
        ),
        nothing=words.say("passport.nothing"),
        on=place.today,
    )
