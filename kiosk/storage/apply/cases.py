"""What a fact writes of cases."""

from kiosk.domain import facts as f
from kiosk.domain.cases import Case
from kiosk.domain.deciding import case_after
from kiosk.domain.facts import Fact
from kiosk.storage.apply.rows import Rows


def step_case(rows: Rows, fact: Fact, p: f.CaseFact) -> None:
    rows.put(case_after(rows.get(Case, p.case), fact, p))
