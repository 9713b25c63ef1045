"""Screens of staff who practise on make-believe data."""

from typing import Literal

from msgspec import Struct


class PracticeDoor(Struct, frozen=True):
    """练习: what it is, while it is made, and that it could not be."""

    stage: Literal["asking", "making", "failed", "left"] = "asking"


class ToyShown(Struct, frozen=True):
    """A make-believe card or book that a touch scans."""

    kind: str
    name: str
    state: str
