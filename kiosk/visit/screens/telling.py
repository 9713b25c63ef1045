"""The screen of answers that nobody has come for: whom staff may tell before the next scan does."""

from msgspec import Struct

from kiosk.visit.screens.entry import Answer


class ToBeTold(Struct, frozen=True):
    """Masked, with the end of the number; whoever waits longest comes first."""

    member: str
    name: str
    face: str
    number_tail: str
    answers: tuple[Answer, ...]
    may_call: bool  # has agreed to calls and messages


class ToTell(Struct, frozen=True):
    """待通知: who is to be told what."""

    people: tuple[ToBeTold, ...]
    count: int
    chosen: ToBeTold | None = None
    told: str = ""  # the masked name of whoever has just been told
