"""Invented screens of lending, and of the hall itself."""

from datetime import date

from msgspec.structs import replace

from kiosk.domain import refusals
from kiosk.domain.calendar_text import due_text
from kiosk.visit.screens import (
    Answer,
    Answers,
    Attract,
    Basket,
    Book,
    CardShown,
    Fault,
    Frame,
    HallNotice,
    Help,
    HoldRow,
    HoldShelf,
    HoldSlip,
    Home,
    IdleWarning,
    KeptBook,
    LentRow,
    Light,
    PickupHall,
    PinEntry,
    Practice,
    Receipt,
    ReceiptLine,
    Record,
    RecordRow,
    Refusal,
    Reserved,
    Returned,
    ReturnedRow,
    ReturnOrRenew,
    Screen,
)
from ui.samples.desk import STAFF
from ui.samples.hall import (
    ASKED,
    DRAWING,
    DREAM,
    FITTER,
    GUEST,
    HERBS,
    LAW,
    LONG,
    MEMBER,
    OLD_TALES,
    PYTHON,
    RECIPES,
    THREE,
    TODAY,
    due,
)

LATE = refusals.OVERDUE.because(count=2, books=({"title": "城南旧事", "days": 6}, {"title": "钳工基础", "days": 2}))
EXPIRED = refusals.CARD_EXPIRED.because(expired_on=date(2026, 11, 15))
RESERVED = refusals.HELD_FOR_ANOTHER.because(until=date(2026, 11, 24))
FULL = refusals.LIMIT_REACHED.because(taken=5, most=5, policy={"word": "policy.default"})
PAUSED = refusals.MEMBER_SUSPENDED.because(until=date(2026, 11, 28), days=7, why={"word": "suspended.overdue"})
WAITED_FOR = refusals.HOLD_WAITING.because(count=1)
USED_UP = refusals.RENEWALS_USED_UP.because(used=2, most=2, policy={"word": "policy.default"})
TOO_LATE = refusals.RENEWAL_OVERDUE.because(days=6)
UNKNOWN = refusals.CODE_UNKNOWN.because(seen="https://example.cn/a/20931")

LENT = (
    LentRow("loan-3", DREAM, due(30)),
    LentRow("loan-2", DRAWING, due(30)),
    LentRow("loan-1", RECIPES, due(31, "closed")),
)
FIVE_LENT = (LentRow("loan-5", LONG, due(30)), LentRow("loan-4", PYTHON, due(12, "card")), *LENT)


# a family's visit, a work team's box of books, and what can be told of them later
FAMILY = (CardShown("张*三", "张", False), CardShown("张*宝", "张", True), CardShown("张*", "张", False))
SHARED = (
    LentRow("loan-3", OLD_TALES, due(30), "张*宝"),
    LentRow("loan-2", THREE, due(30), "张*宝"),
    LentRow("loan-1", RECIPES, due(30), "张*三"),
)
LINKED = Light("in_touch", heard="14:25")
WAITING = Light("waiting", 12, "13:05", "12:58")
SILENT = Light("silent", 240, "11-18 17:20", "11-18 16:55", 3)
TROUBLE = Light("staff", 12, "13:05", "12:58", trouble="fork")
TEAM = Frame(GUEST.hall, GUEST.place, GUEST.now, TODAY, GUEST.lunar, Light(), "二*间", "二", "team", remaining=0.9)
TITLES = (DREAM, DRAWING, RECIPES, OLD_TALES, FITTER, THREE, LAW, PYTHON, HERBS, LONG)
BOX = tuple(LentRow(f"loan-{n:02}", TITLES[n % len(TITLES)], due(60)) for n in range(24, 0, -1))
CODE = "60001000000123003" + "04712385960472198356"
BORROWED = tuple(ReceiptLine("borrowed", row.book, row.due.on) for row in LENT)
DONE = (*BORROWED, ReceiptLine("renewed", LAW, due(30).on), ReceiptLine("returned", THREE, None, "returned"))
BOXED = tuple(ReceiptLine("borrowed", row.book, row.due.on) for row in BOX)
LATER = (
    ReceiptLine("borrowed", DREAM, due(9).on),
    ReceiptLine("borrowed", DRAWING, due(9).on, "returned"),
    ReceiptLine("borrowed", LONG, due(9).on, "undone"),
    ReceiptLine("returned", THREE, None, "returned"),
)
WRONG = refusals.PIN_WRONG.because(left=4)
LOCKED = refusals.PIN_LOCKED.because(minutes=5)
READY = (
    Answer("hold_ready", THREE, due(3).on),
    Answer("hold_ready", LAW, due(5).on),
    Answer("hold_ready", HERBS, due(6).on),
)
EXPIRED_HOLD = Answer("hold_expired", DRAWING, due(-1).on)
HERE = PickupHall(1, "临江市工人文化宫", "palace", True)
ACROSS = PickupHall(2, "江北职工书屋", "reading_room", False)
STATION = PickupHall(3, "滨江便利阅读站", "station", False)
HOLDS = (
    HoldRow("hold-1", THREE, "ready", HERE, ready_until=due(3).on, shelf="0231"),
    HoldRow("hold-2", LAW, "waiting", HERE, 2),
    HoldRow("hold-3", HERBS, "suspended", ACROSS, 1, True, suspended_until=due(20).on),
)
ON_SHELF = refusals.ON_SHELF_HERE.because(shelf="二楼 文学区 · I 架 3 列 2 层")
HELD_ALREADY = refusals.ALREADY_HELD.because(position=2)


def loan(number: int, of: Book, days: int, *why_not: refusals.Reason) -> RecordRow:
    return RecordRow(f"loan-{number}", of, due(days), 0 if why_not else 2, not why_not, why_not)


LOANS = (
    loan(1, OLD_TALES, -6, TOO_LATE),
    loan(2, FITTER, 3, WAITED_FOR),
    loan(3, DREAM, 30),
    loan(4, DRAWING, 30),
    loan(5, RECIPES, 31, USED_UP),
)
AT_HUB = (*(replace(row, confirmed=True) for row in LOANS[:4]), replace(loan(6, THREE, 31), confirmed=False))
MORE_LOANS = (*LOANS, loan(6, THREE, 31), loan(7, LAW, 32), loan(8, PYTHON, 33), loan(9, LONG, 40))


CLOSED = HallNotice("周一设备检修，闭馆一天", "还书箱照常使用。周二上午九点照常开馆，到期日自动顺延，不算超期。")


def shelf(*rows: LentRow) -> tuple[Book, ...]:
    return tuple(row.book for row in reversed(rows))


def five_taken(notices: tuple[refusals.Reason, ...]) -> Basket:
    return Basket(FIVE_LENT, (), shelf(*FIVE_LENT), 5, 0, "loan-5", notices)


KEPT = tuple(
    KeptBook(f"hold-{n}", book, name, tail, due(n).on, "二楼 文学区 · 7 架 3 层")
    for n, (book, name, tail) in enumerate(((THREE, "张*三", "0231"), (LONG, "欧阳**", "0417"), (HERBS, "李*", "0088")))
)
NOT_FETCHED = KEPT[1:2]
LENDING: dict[str, tuple[Screen, Frame]] = {
    "attract": (Attract(), GUEST),
    "attract-notice": (Attract(CLOSED), GUEST),
    "home": (Home(), GUEST),
    "home-linked": (Home(), replace(GUEST, light=LINKED)),
    "home-waiting": (Home(), replace(GUEST, light=WAITING)),
    "home-silent": (Home(), replace(GUEST, light=SILENT)),
    "home-trouble": (Home(), replace(GUEST, light=TROUBLE)),
    "basket": (Basket(LENT, (), shelf(*LENT), 5, 2, "loan-3"), MEMBER),
    "basket-one": (Basket(LENT[-1:], (), shelf(*LENT[-1:]), 5, 4, "loan-1"), MEMBER),
    "basket-full": (five_taken((FULL,)), MEMBER),
    "basket-empty": (Basket((), (), (), 5, 5), MEMBER),
    "basket-notices": (Basket((), (), (OLD_TALES, FITTER), 5, 3, None, (LATE, EXPIRED)), MEMBER),
    "basket-ten": (Basket(LENT[:2], (), shelf(*FIVE_LENT, *LENT[:2]), 10, 3, "loan-3"), MEMBER),
    "basket-waiting": (Basket((), (DREAM, DRAWING)), GUEST),
    "basket-guest": (Basket(), GUEST),
    "basket-family": (Basket(SHARED, (), shelf(*SHARED[:2]), 3, 1, "loan-3", cards=FAMILY), MEMBER),
    "basket-care": (Basket(LENT[-1:], (), shelf(*LENT[-1:]), 5, 4, "loan-1"), ASKED),
    "basket-box": (Basket(BOX, (), shelf(*BOX)[-12:], 30, 6, "loan-24", batch=True), TEAM),
    "returned": (
        Returned(
            (
                ReturnedRow("r-3", THREE, True, 0, HoldSlip("李*", "0231", due(3).on)),
                ReturnedRow("r-2", FITTER, False, 2),
                ReturnedRow("r-1", HERBS, False, 0, travels_to="江北职工书屋"),
            ),
            "r-3",
        ),
        GUEST,
    ),
    "returned-one": (Returned((ReturnedRow("r-1", DREAM, False, 0),), "r-1"), MEMBER),
    "choice": (ReturnOrRenew("loan-3", DREAM, due(9), due(30)), MEMBER),
    "choice-not": (ReturnOrRenew("loan-1", OLD_TALES, due(-6), None, (TOO_LATE, WAITED_FOR)), MEMBER),
    "choice-returned": (ReturnOrRenew("loan-3", DREAM, due(9), due(30), already_returned=True), MEMBER),
    "refusal": (Refusal("borrow", (LATE, EXPIRED, RESERVED), THREE), MEMBER),
    "refusal-one": (Refusal("borrow", (RESERVED,), THREE), MEMBER),
    "refusal-full": (Refusal("borrow", (FULL,), LONG), MEMBER),
    "refusal-five": (Refusal("borrow", (PAUSED, LATE, EXPIRED, FULL, RESERVED), LONG), MEMBER),
    "refusal-renew": (Refusal("renew", (WAITED_FOR, USED_UP), FITTER), MEMBER),
    "refusal-card": (Refusal("card", (refusals.CARD_LOST.because(),)), GUEST),
    "refusal-code": (Refusal("code", (UNKNOWN,)), GUEST),
    "refusal-undo": (Refusal("undo", (refusals.NOTHING_TO_UNDO.because(),)), MEMBER),
    "record": (Record(LOANS, 5, 0, (), (LATE,)), MEMBER),
    "record-renewed": (Record(LOANS[2:], 5, 2, ("loan-3", "loan-4")), MEMBER),
    "record-many": (Record(MORE_LOANS, 10, 1), MEMBER),
    "record-holds": (Record(LOANS[2:4], 5, 3, holds=HOLDS), MEMBER),
    "record-at-hub": (Record(AT_HUB, 5, 1), replace(MEMBER, light=WAITING)),
    "record-empty": (Record((), 5, 5), MEMBER),
    "pin-number": (PinEntry("no_card", "number"), GUEST),
    "pin": (PinEntry("no_card", "pin"), GUEST),
    "pin-checking": (PinEntry("no_card", "pin", True), GUEST),
    "pin-wrong": (PinEntry("no_card", "number", reasons=(WRONG,)), GUEST),
    "pin-staff": (PinEntry("staff", "pin"), GUEST),
    "pin-staff-locked": (PinEntry("staff", "pin", reasons=(LOCKED,)), GUEST),
    "answers": (Answers(READY[:1]), MEMBER),
    "answers-many": (Answers(READY), MEMBER),
    "answers-expired": (Answers((EXPIRED_HOLD,)), MEMBER),
    "answers-cancelled": (Answers((Answer("hold_cancelled_by_staff", LAW, TODAY),)), MEMBER),
    "reserved": (Reserved(THREE, HERE, "hold-1", 2, 3, kept_days=3, halls=(ACROSS, STATION)), MEMBER),
    "reserved-elsewhere": (Reserved(LONG, ACROSS, "hold-2", 1, 2, True, 3), MEMBER),
    "reserved-card-next": (Reserved(THREE, HERE, copies=3, kept_days=3), GUEST),
    "refusal-hold": (Refusal("hold", (HELD_ALREADY, ON_SHELF), THREE), MEMBER),
    "refusal-hold-one": (Refusal("hold", (ON_SHELF,), THREE), MEMBER),
    "receipt": (Receipt(CODE, BORROWED, calendar=due_text(((due(30).on, "红楼梦"),), "临江市工人文化宫")), MEMBER),
    "receipt-confirmed": (Receipt(CODE, DONE, True), MEMBER),
    "receipt-waiting": (Receipt(CODE, BORROWED[:1], False), MEMBER),
    "receipt-box": (Receipt(CODE, BOXED), TEAM),
    "receipt-later": (Receipt(CODE, LATER, later=True), GUEST),
    **{f"practice-{step}": (Practice(step), GUEST) for step in range(4)},
    "help": (Help(), GUEST),
    "answers-holds": (Answers((EXPIRED_HOLD, *READY[:1])), MEMBER),
    "hold-shelf": (HoldShelf(KEPT, False, 3, 1), STAFF),
    "hold-shelf-over": (HoldShelf(NOT_FETCHED, True, 3, 1), STAFF),
    "hold-shelf-none": (HoldShelf((), False, 0, 0), STAFF),
    "idle": (IdleWarning(15), MEMBER),
    "fault": (Fault("S-03", "LJ-0007"), MEMBER),
    "fault-rest": (Fault("P-02", ""), GUEST),
}
