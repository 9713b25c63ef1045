"""Facts of cases: the hub finds them and carries answers out, staff decide."""

from msgspec import Struct

from kiosk.domain.cases import CaseKind, Evidence


class CaseOpened(Struct, frozen=True, tag=True, omit_defaults=True):
    case: str
    hall: int
    kind: CaseKind
    subject: str
    evidence: tuple[Evidence, ...]
    proposed: str


class CaseClosed(Struct, frozen=True, tag=True, omit_defaults=True):
    """More was told, and everything fits together after all."""

    case: str


class CaseSettled(Struct, frozen=True, tag=True, omit_defaults=True):
    case: str
    answer: str
    note: str = ""
    why: str = ""  # another answer than the one proposed, and the reason that was chosen for it


class CaseReopened(Struct, frozen=True, tag=True, omit_defaults=True):
    """The answer was wrong: what followed from it is taken back."""

    case: str
    note: str = ""


class CaseCarriedOut(Struct, frozen=True, tag=True, omit_defaults=True):
    """The hub has told what follows from an answer, or has taken it back; or why it could not."""

    case: str
    facts: tuple[str, ...] = ()
    why: str = ""


CaseFact = CaseOpened | CaseClosed | CaseSettled | CaseReopened | CaseCarriedOut
