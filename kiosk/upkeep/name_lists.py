"""Name lists: who will be named on the certificates of a course, for the list that they sign."""

from kiosk.documents.certificate_text import chinese_days
from kiosk.documents.name_check import NameList, NameRow
from kiosk.domain.certificates import hours_text
from kiosk.domain.classes import Course
from kiosk.storage import certificates, queries
from kiosk.storage.store import Store


def name_list(store: Store, course: Course) -> NameList:
    """Everybody who came, named or not: an empty name is one that is still to be entered."""
    rules = queries.hall_rules(store.db, store.device.hall)
    cases = certificates.cases(store.db, rules, course)
    rows = tuple(NameRow(case.number, case.name, hours_text(case.half_hours)) for case in cases)
    when = chinese_days(*cases[0].days) if cases else ""
    return NameList(rules.hall.name, course.title, when, rows)
