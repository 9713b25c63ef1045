"""One figure: what was measured, its target, and whether it was met."""

from msgspec import Struct


class Figure(Struct, frozen=True):
    name: str
    what: str
    value: float
    target: float
    seen: str = ""

    @property
    def met(self) -> bool:
        return self.value <= self.target

    def row(self) -> str:
        verdict = "met" if self.met else "MISSED"
        return f"| {self.name} | {self.what} | {self.value:.3f} | <= {self.target} | {verdict} | {self.seen} |"
