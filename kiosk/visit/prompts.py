"""Prompts: the one sentence said for each screen, which stands there as its caption too; never a name or a title."""

from datetime import date

from msgspec import Struct

from kiosk.visit.screens import (
    Answers,
    Basket,
    CertificatePreview,
    CheckedIn,
    CheckedOut,
    ChooseSession,
    CourseDetail,
    Enrolled,
    Fault,
    Finder,
    Help,
    Home,
    IdleWarning,
    Passport,
    PinEntry,
    Practice,
    Printing,
    Programme,
    Rating,
    Receipt,
    Record,
    Refusal,
    Reserved,
    Returned,
    ReturnOrRenew,
    Screen,
    ShelfSlip,
    TitleDetail,
    Verified,
)

COUNTED = ("borrow", "renew", "hold", "class")  # what is refused for several reasons at once
ASKED_FOR = ("letters", "words", "classes")  # ways that begin with a question
COUNT_SAID_MOST = 60  # a higher number has no recording
# What is said of a sheet: that it comes, that it is there, that paper is missing; of all else, that it is safe.
PRINTING_SAID = {"drawing": "on", "queued": "on", "printing": "on", "done": "done", "paper_out": "no_paper"}
OF_CLASSES = ("enrol", "withdraw", "check_in", "check_out", "class")


class Prompt(Struct, frozen=True):
    """A sentence of `voice` with its numbers and days; `Words.say(prompt.key, **prompt.values)` words it."""

    key: str
    values: dict[str, int | date] = {}


def prompt(screen: Screen, scanner_side: str) -> Prompt | None:  # noqa: C901, PLR0912 - a case for each screen
    """Silent where nobody is and where staff work."""
    match screen:
        case Home():
            return said(f"home_{scanner_side}")
        case Basket():
            return of_basket(screen)
        case Returned():
            return of_returned(screen)
        case ReturnOrRenew():
            return of_choice(screen)
        case Refusal(named, reasons):
            action = "class" if named in OF_CLASSES else named
            many = action in COUNTED and len(reasons) > 1
            return said(f"refused_{action}_many", count=len(reasons)) if many else said(f"refused_{action}")
        case Record():
            return of_record(screen)
        case PinEntry():
            return of_pin(screen)
        case Answers():
            return of_answers(screen)
        case Reserved():
            return of_reserved(screen)
        case Receipt():
            return said("receipt_later" if screen.later else "receipt")
        case Practice(step):
            return said(f"practice_{step}")
        case Programme() | CourseDetail() | Enrolled() | CheckedIn() | CheckedOut() | ChooseSession():
            return of_classes(screen)
        case Rating():
            return said("answer_class")
        case Printing(staff=True) | Printing(purpose="labels"):
            return None
        case Passport() | CertificatePreview() | Printing() | Verified():
            return of_certificates(screen)
        case Help():
            return said("help")
        case Finder():
            return of_finder(screen)
        case TitleDetail(row):
            return said("title_here" if row.state == "here" else "title")
        case ShelfSlip():
            return said("slip")
        case IdleWarning():
            return said("idle")
        case Fault():
            return said("fault")
        case _:
            return None


def said(name: str, **values: int | date) -> Prompt:
    return Prompt(f"voice.{name}", values)


def of_basket(basket: Basket) -> Prompt:
    """The book just lent comes first; then what keeps the next one from being lent."""
    for row in basket.rows:
        if row.loan == basket.fresh:
            return said("loan", date=row.due.on)
    if basket.waiting:
        return said("card_next")
    if not basket.most:
        return said("card_first")
    if basket.notices:
        return said("notices")
    return said("basket", count=basket.left) if basket.left > 0 else said("full")


def of_returned(returned: Returned) -> Prompt:
    for row in returned.rows:
        if row.returned == returned.fresh:
            return said("returned_hold" if row.hold_waiting else "returned")
    return said("returned_count", count=len(returned.rows))


def of_choice(choice: ReturnOrRenew) -> Prompt:
    renewable = choice.renewed_due is not None
    if choice.already_returned:
        return said("choice_returned" if renewable else "choice_done")
    return said("choice" if renewable else "choice_not")


def of_record(record: Record) -> Prompt:
    renewed = [row for row in record.loans if row.loan in record.fresh]
    match renewed:
        case [one]:
            return said("renewed", date=one.due.on)
        case [_, *_]:
            return said("renewed_many", count=len(renewed))
    return said("record", count=len(record.loans)) if record.loans else said("record_none")


def of_pin(entry: PinEntry) -> Prompt | None:
    if entry.checking:
        return said("pin_checking")
    if entry.reasons:
        return said("pin_refused")
    if entry.purpose in ("staff", "maintenance"):
        return said("pin_staff") if entry.stage == "pin" else None
    return said("pin_number" if entry.stage == "number" else "pin")


def of_classes(
    screen: Programme | CourseDetail | Enrolled | CheckedIn | CheckedOut | ChooseSession,
) -> Prompt:
    match screen:
        case Programme():
            return said("programme")
        case CourseDetail(may=may):
            return said("course_card" if may == "card" else "course")
        case Enrolled(outcome=outcome):
            return said("enrolled" if outcome == "confirmed" else f"enrolled_{outcome}")
        case CheckedIn(late=late):
            return said("checked_in_late" if late else "checked_in")
        case CheckedOut(minutes=minutes):
            return said("checked_out", count=minutes) if minutes <= COUNT_SAID_MOST else said("checked_out_long")
    return said("choose_session")


def of_certificates(screen: Passport | CertificatePreview | Printing | Verified) -> Prompt | None:
    """Never the name, never whether a certificate that is not one's own holds: that is to be read."""
    match screen:
        case Passport():
            return said("passport")
        case CertificatePreview(why_not=why_not):
            return said("certificate_not" if why_not else "certificate")
        case Printing(way=way):
            return said(f"printing_{PRINTING_SAID.get(way, 'waits')}")
    return said("verified" if screen.facts else "verified_not")


def of_answers(answers: Answers) -> Prompt:
    kinds = {item.kind for item in answers.items}
    if len(answers.items) > 1 or kinds & {"found_again", "card_used"}:
        return said("hold_ready_many" if kinds <= {"hold_ready"} else "answers_many", count=len(answers.items))
    if kinds & {"hold_expired", "hold_cancelled_by_staff"}:
        return said(*kinds)
    if kinds - {"hold_ready"}:
        return said("answer_class")
    until = answers.items[0].until if answers.items else None
    return said("hold_ready_until", date=until) if until else said("hold_ready")


def of_finder(screen: Finder) -> Prompt | None:
    """Asked for once, then silent while somebody types."""
    if screen.at < 0 and not screen.typed:
        return said(f"finder_{screen.way}" if screen.way in ASKED_FOR else "finder_none")
    return said("finder_rows" if screen.rows else "finder_none")


def of_reserved(reserved: Reserved) -> Prompt:
    if reserved.hold is None:
        return said("reserved_card_next")
    return said("reserved_provisional" if reserved.provisional else "reserved", count=reserved.position)
