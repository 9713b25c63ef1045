"""Journeys: what people and staff do in the recordings, so that every kind of fact is written in every way."""

from collections.abc import Callable
from datetime import timedelta

from halls import BOOKS, copy, number_of
from powerloss.cast import Cast as Cast, title_of
from powerloss.day import LAST_DAY_OF_CARDS, REST_S, Day
from powerloss.stock_journeys import NEW_TITLES, counted, from_hand_to_hand

from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import (
    CardIssued,
    CardReportedLost,
    CopyAdded,
    CopyDamaged,
    CopyFound,
    CopyLost,
    CopyNumbersReserved,
    CopyWithdrawn,
    HoldCancelled,
    HoldPlaced,
    MemberBlocked,
    MemberUnblocked,
    SpecialDaySet,
    TitleAdded,
)
from kiosk.domain.halls import SpecialDay
from kiosk.domain.staff import Staff
from kiosk.storage import queries
from kiosk.storage.sealed import engaging
from kiosk.visit.screens import Basket, Record

Journey = Callable[[Day, Cast], None]


def card_then_books(day: Day, cast: Cast) -> None:
    day.scan(cast.who)
    day.scan(cast.book)
    day.scan(cast.second)
    day.tap("finish")


def book_then_card(day: Day, cast: Cast) -> None:
    day.scan(cast.book)
    day.scan(cast.who)
    day.tap("finish")


def everything_back(day: Day, cast: Cast) -> None:
    for name in BOOKS:
        if day.on_desk(name).loan:
            day.scan(name)
    day.tap("finish")


def loan_undone(day: Day, cast: Cast) -> None:
    """Of two loans the first is undone by its row, then the other as the last."""
    day.scan(cast.who)
    screen = day.scan(cast.book)
    day.scan(cast.second)
    if isinstance(screen, Basket) and screen.fresh:
        day.tap("undo", loan=screen.fresh)
    day.tap("undo")
    day.tap("finish")


def return_undone(day: Day, cast: Cast) -> None:
    borrowed(day, cast)
    day.scan(cast.book)
    day.tap("undo")
    day.tap("finish")


def late(day: Day, cast: Cast) -> None:
    """The pause comes with the return, goes with its undoing, and comes again."""
    borrowed(day, cast)
    day.pass_days(40)
    day.scan(cast.book)
    day.tap("undo")
    day.scan(cast.book)
    day.tap("finish")
    day.pass_days(40)


def renewed(day: Day, cast: Cast) -> None:
    borrowed(day, cast)
    day.pass_days(3)
    day.scan(cast.who)
    screen = day.tap("record")
    if isinstance(screen, Record) and screen.loans:
        day.tap("renew", loan=screen.loans[-1].loan)
    day.tap("finish")


def all_renewed(day: Day, cast: Cast) -> None:
    card_then_books(day, cast)
    day.pass_days(3)
    day.scan(cast.who)
    day.tap("renew_all")
    day.tap("finish")


def return_then_renewed(day: Day, cast: Cast) -> None:
    """Given back at the slot, then kept on after all: undone and renewed in one commit."""
    borrowed(day, cast)
    day.pass_days(3)
    day.scan(cast.book)
    day.scan(cast.who)
    day.tap("renew")
    day.tap("finish")


def own_book_given_back(day: Day, cast: Cast) -> None:
    borrowed(day, cast)
    day.scan(cast.who)
    screen = day.scan(cast.book)
    day.tap("give_back", loan=getattr(screen, "loan", None))
    day.tap("finish")


def passed_on(day: Day, cast: Cast) -> None:
    """From one member's hands into another's: return and loan in one commit; then undone."""
    borrowed(day, cast)
    day.scan(cast.other)
    day.scan(cast.book)
    day.tap("undo")
    day.tap("finish")


def lost_now_found(day: Day, cast: Cast) -> None:
    day.tell(CopyLost(copy(cast.book), missing=True))
    day.scan(cast.book)
    day.scan(cast.who)
    day.tell(CopyLost(copy(cast.book)))
    day.scan(cast.other)
    day.scan(cast.book)
    day.tap("finish")


def hold_readied_and_filled(day: Day, cast: Cast) -> None:
    borrowed(day, cast)
    day.tell(HoldPlaced(title_of(cast.book), number_of(cast.other), 1))
    day.scan(cast.book)
    day.scan(cast.other)
    day.scan(cast.book)
    day.tap("finish")


def hold_restored(day: Day, cast: Cast) -> None:
    """The return that readied the hold is undone, and so is the loan that filled it."""
    borrowed(day, cast)
    day.tell(HoldPlaced(title_of(cast.book), number_of(cast.other), 1))
    day.scan(cast.book)
    day.tap("undo")
    day.scan(cast.other)
    day.scan(cast.book)
    day.tap("undo")


def hold_expired(day: Day, cast: Cast) -> None:
    """Nobody comes for the book: the kiosk lets it go by itself, and tells the member later."""
    borrowed(day, cast)
    day.tell(HoldPlaced(title_of(cast.book), number_of(cast.other), 1))
    day.scan(cast.book)
    day.tap("finish")
    day.pass_days(10)
    day.scan(cast.other)


def hold_requeued(day: Day, cast: Cast) -> None:
    """The book that was kept is missed; then it is found."""
    borrowed(day, cast)
    day.tell(HoldPlaced(title_of(cast.book), number_of(cast.other), 1))
    day.scan(cast.book)
    day.tap("finish")
    day.tell(CopyLost(copy(cast.book), missing=True))
    day.pass_by(REST_S)
    day.tell(CopyFound(copy(cast.book)))


def hold_put_off(day: Day, cast: Cast) -> None:
    borrowed(day, cast)
    day.scan(cast.other)
    screen = day.tap("place_hold", title=title_of(cast.book))
    until = (day.clock.now().day(480) + timedelta(days=9)).isoformat()
    hold = getattr(screen, "hold", "")
    day.tap("suspend_hold", hold=hold, until=until)
    day.tap("resume_hold", hold=hold)
    day.tap("cancel_hold", hold=hold)
    day.tap("finish")


def staff_with_a_member(day: Day, cast: Cast) -> None:
    """Blocked, with the card lost; then a new card, and all is well again."""
    member, version = number_of(cast.who), card_version(day, cast.who)
    day.tell(MemberBlocked(member, "staff"), CardReportedLost(member, version))
    day.scan(cast.who)
    day.tell(CardIssued(member, version + 1, LAST_DAY_OF_CARDS), MemberUnblocked(member, "staff"))
    held = day.tell(HoldPlaced(title_of(cast.book), member, 1))
    day.tell(HoldCancelled(held[0].id, title_of(cast.book)))
    day.scan("no code of ours")
    day.tap("finish")


def staff_with_the_shelves(day: Day, cast: Cast) -> None:
    """A colleague, a holiday, a new title whose copy is soon withdrawn, and a book that got wet."""
    last, _ = day.store.head()
    key = NEW_TITLES + (last.seq if last else 0)
    day.tell(*engaging(day.store.db, Staff(key, f"S{key}", "周敏", "librarian", 1, 1, LAST_DAY_OF_CARDS)))
    holiday = day.clock.now().day(480) + timedelta(days=90)
    day.tell(SpecialDaySet(SpecialDay(f"1 {holiday}", 1, holiday, closed=True, why="stock-take")))
    number = copy_number(1, key)
    day.tell(TitleAdded(Title(key, "新书", "", "I247.5")), CopyAdded(Copy(number, key, 1, 1)))
    day.tell(CopyNumbersReserved(1, key + 1, 20))
    day.tell(CopyWithdrawn(number, "worn"))
    day.tell(CopyDamaged(copy(cast.book), "wet"))
    day.scan(cast.book)
    day.tell(CopyLost(copy(cast.book)), CopyFound(copy(cast.book)))


def card_version(day: Day, who: str) -> int:
    found = queries.member(day.store.db, number_of(who))
    assert found
    return found.card_version


def borrowed(day: Day, cast: Cast) -> None:
    day.scan(cast.who)
    day.scan(cast.book)
    day.tap("finish")


JOURNEYS: tuple[Journey, ...] = (
    card_then_books,
    book_then_card,
    everything_back,
    loan_undone,
    return_undone,
    late,
    renewed,
    all_renewed,
    return_then_renewed,
    own_book_given_back,
    passed_on,
    lost_now_found,
    hold_readied_and_filled,
    hold_restored,
    hold_expired,
    hold_requeued,
    hold_put_off,
    staff_with_a_member,
    staff_with_the_shelves,
    counted,
    from_hand_to_hand,
)
