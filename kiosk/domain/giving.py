"""Giving: what is asked for when certificates are issued, and what came of it."""

from typing import Literal

from msgspec import Struct

from kiosk.domain.certificates import CertificateKind
from kiosk.domain.eligibility import Case
from kiosk.domain.moment import Moment
from kiosk.domain.refusals import Reason

# To choose from; a line in one's own words may follow.
RevokeWhy = Literal["name_wrong", "person_wrong", "hours_wrong", "given_by_mistake"]
REVOKE_NOTE_MAX = 40


class Asked(Struct, frozen=True):
    """What is to be issued, by whom and when."""

    kind: CertificateKind
    moment: Moment
    actor: str | None = None
    template: str = ""  # else the course's own, else the newest of its kind
    sample: bool = False


class Issued(Struct, frozen=True):
    """Who got one, and who did not, with every reason."""

    numbers: tuple[str, ...]
    refused: tuple[tuple[Case, tuple[Reason, ...]], ...]
