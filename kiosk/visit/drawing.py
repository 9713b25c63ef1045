"""Drawing: which sheet a screen waits for, and what becomes of it when it is drawn."""

from msgspec.structs import replace

from kiosk.domain.refusals import Refused
from kiosk.visit import certifying
from kiosk.visit.certifying import Drawing
from kiosk.visit.screens import LabelDesk, Printing, Reports, Screen
from kiosk.visit.sitting import Place, Sitting


def begun(place: Place, sitting: Sitting, screen: Screen) -> Drawing | None:
    match screen:
        case LabelDesk(way="drawing") if sitting.labels:
            from kiosk.visit.label_papers import preview  # no start waits for paper

            return Drawing(preview(sitting.labels))
        case Printing(purpose="labels", way="drawing") if sitting.labels:
            from kiosk.visit.label_papers import order

            return Drawing(order(place, sitting.labels))
        case Printing(purpose="report", way="drawing") if sitting.report:
            from kiosk.visit import report_showing

            return Drawing(report_showing.order(place, sitting.report))
        case Reports(way="saving", what=what) if sitting.report:
            from kiosk.visit import report_showing

            return Drawing(report_showing.saving(place, sitting.report, what))
        case Printing(way="drawing"):
            from kiosk.visit.certificate_papers import sheet

            return Drawing(sheet(place, sitting, screen))
    return None


def kept(place: Place, screen: Screen, drawing: Drawing) -> Screen:
    """What was only to be looked at is shown, if it is still what is wanted; all else is printed."""
    wanted, drawn = drawing.sheet.preview_of, drawing.drawn
    if drawing.sheet.of[0] == "save":
        return saved(screen, drawn)
    if wanted is None:
        return certifying.kept(place, screen, drawing)
    if not isinstance(screen, LabelDesk) or screen.said != wanted:
        return screen
    if isinstance(drawn, Refused):
        return replace(screen, way="refused", reasons=drawn.reasons)
    return replace(screen, way="seen", sheet=drawn)


def saved(screen: Screen, drawn: object) -> Screen:
    """Whoever has turned to something else finds it on the stick all the same."""
    if not isinstance(screen, Reports) or screen.way != "saving":
        return screen
    if isinstance(drawn, Refused):
        return replace(screen, way="refused", reasons=drawn.reasons)
    assert isinstance(drawn, bytes), "what is saved has a name"
    return replace(screen, way="saved", file=drawn.decode())
