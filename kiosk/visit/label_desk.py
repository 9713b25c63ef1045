"""Label desk: what staff want on labels is said word by word, looked at on the page, and printed."""

from typing import Any, get_args

from msgspec.structs import replace

from kiosk.domain import labelling
from kiosk.domain.labelling import LabelDraft, Step as Stepped, Word
from kiosk.domain.refusals import Refused
from kiosk.storage.numbers import reserve
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.screens import LabelDesk, Printing, Screen
from kiosk.visit.sitting import LabelsInHand, Place, Sitting, Step

Arguments = dict[str, Any]
STEP_MAX = 1000  # of one touch


def desk(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """What was said is kept for as long as this person is on duty; which labels that is, is looked up anew."""
    return with_draft(place, sitting, sitting.labels.draft if sitting.labels else LabelDraft())


def with_draft(place: Place, sitting: Sitting, draft: LabelDraft) -> Step:
    from kiosk.visit.label_papers import labels_of  # no start waits for paper

    return looked_at(sitting, LabelsInHand(draft, labels_of(place, draft)))


def looked_at(sitting: Sitting, hand: LabelsInHand) -> Step:
    from kiosk.visit.label_papers import shown

    return Step(replace(sitting, labels=hand), shown(hand))


def changed(place: Place, sitting: Sitting, draft: LabelDraft) -> Step:
    """The rows are read again only where other labels are meant."""
    hand = sitting.labels
    if hand and same_labels(hand.draft, draft):
        return looked_at(sitting, replace(hand, draft=draft))
    return with_draft(place, sitting, draft)


def same_labels(one: LabelDraft, other: LabelDraft) -> bool:
    return all(getattr(one, field) == getattr(other, field) for field in ("kind", "which", "count", "first", "last"))


def say(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    from kiosk.documents.label_sheet import sheets

    draft, text = draft_of(sitting), str(arguments.get("text", ""))
    word: Word | None = next((word for word in get_args(Word) if word == arguments.get("field")), None)
    if word:
        return changed(place, sitting, labelling.told(draft, word, text, tuple(sheets())))
    field: Any = arguments.get("field")
    return changed(place, sitting, labelling.numbered(draft, field, text, places(draft)))


def step(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    draft = draft_of(sitting)
    field: Stepped | None = next((field for field in get_args(Stepped) if field == arguments.get("field")), None)
    by = min(max(int(arguments.get("by") or 0), -STEP_MAX), STEP_MAX)
    return changed(place, sitting, labelling.stepped(draft, field, by, places(draft)) if field else draft)


def draft_of(sitting: Sitting) -> LabelDraft:
    return sitting.labels.draft if sitting.labels else LabelDraft()


def places(draft: LabelDraft) -> int:
    from kiosk.visit.label_papers import sheet_named

    return sheet_named(draft).places


def ordered(place: Place, sitting: Sitting, screen: Screen) -> Step:
    """Only what was seen. Numbers are on the disk before they are on paper, and nobody else's from then on."""
    hand = sitting.labels
    if not isinstance(screen, LabelDesk) or screen.way != "seen" or hand is None:
        return Step(sitting, screen)
    if hand.draft.takes_numbers:
        from kiosk.visit.labelling import blank_labels

        block = reserve(place.store, hand.draft.count, place.moment)
        if isinstance(block, Refused):
            return Step(sitting, replace(screen, way="refused", reasons=block.reasons))
        hand = replace(hand, labels=blank_labels(place.rules.hall, block.first, block.count))
    back = leading_back(replace(sitting, labels=hand), ("labels", ""))
    return Step(back, Printing("labels", "", "drawing", staff=True))


def print_tap(place: Place, sitting: Sitting, screen: Screen, arguments: Arguments) -> Step:
    return on_duty("labels", lambda place, s, _: ordered(place, s, screen))(place, sitting, arguments)


TAPS = {
    "labels": on_duty("labels", desk),
    "labels_say": on_duty("labels", say),
    "labels_step": on_duty("labels", step),
}
