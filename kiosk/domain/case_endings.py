"""Endings: what each answer changes and for whom, as it is shown before anybody decides."""

from typing import Literal, get_args

from msgspec import Struct

from kiosk.domain.cases import Case, CaseKind

Whose = Literal["first", "last", "book"]  # with whom the story began, with whom it ended, and what it is about
# Why staff choose another way than the one proposed; `other` in their own words.
CaseWhy = Literal["looked", "asked_member", "asked_colleague", "paper", "other"]
WHYS: tuple[CaseWhy, ...] = get_args(CaseWhy)
# Here the second place could not know of the first: it was alone.
ALONE: tuple[CaseKind, ...] = (
    "lent_twice",
    "order_uncertain",
    "lost_but_lent",
    "lent_while_suspended",
    "blocked_card_used",
    "over_limit",
    "printed_after_revoked",
    "details_twice",
)


class Change(Struct, frozen=True):
    """Whose state was what, and what it will be."""

    whose: Whose
    before: str
    after: str


BACK = (Change("last", "on_loan", "given_back"), Change("book", "on_loan", "here"))
CHANGES: dict[str, tuple[Change, ...]] = {
    "earlier_has_it": (Change("last", "on_loan", "undone"), Change("first", "given_back", "on_loan")),
    "on_shelf": BACK,
    "came_back": BACK,
    "not_theirs": (Change("last", "on_loan", "given_back"), Change("book", "on_loan", "missing")),
    "in_stock": (Change("book", "gone", "here"),),
    "out_of_stock": (Change("book", "listed", "withdrawn"),),
    "lift": (Change("last", "stopped", "may_borrow"),),
    "earlier": (Change("last", "later_details", "earlier_details"),),
}


def changes(case: Case, answer: str) -> tuple[Change, ...]:
    """None: everything is already as this answer says."""
    found = CHANGES.get(answer, ())
    if answer == "in_stock" and case.evidence and case.evidence[-1].what == "BookBorrowed":
        return (Change("book", "gone", "on_loan"),)
    return found


def breaks_at(case: Case) -> tuple[int, ...]:
    """Which pieces of the story do not fit with what came before them."""
    every = range(len(case.evidence))
    return tuple(every) if case.kind == "over_limit" else tuple(every[-1:])
