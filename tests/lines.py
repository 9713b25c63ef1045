"""A line between a kiosk and its hub in one process, which a test can cut at any place."""

from typing import Any

from cities import City, Kiosk
from msgspec.structs import replace

from kiosk.storage.hub_line import hub_line, write_line
from kiosk.sync.link import LinkDown
from kiosk.sync.messages import Ack, Ask, Page, Segment
from kiosk.sync.worker import SyncWorker

STEPS_MAX = 2000


class Line:
    """`cut` names what does not work: nothing goes out, or what was done at the hub is never heard of."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.cut: set[str] = set()
        self.why = "unreachable"
        self.asked: list[str] = []

    def push(self, segment: Segment) -> Ack:
        ack: Ack = self._carried("push", self.city.hub.push, segment)
        return ack

    def pull(self, ask: Ask) -> Page | None:
        page: Page | None = self._carried("pull", self.city.hub.pull, ask)
        return page

    def close(self) -> None:
        self.asked.append("close")

    def _carried(self, what: str, how: Any, said: Any) -> Any:
        self.asked.append(what)
        if what in self.cut:
            raise LinkDown(self.why)
        answer = how(said)
        if f"answer to {what}" in self.cut:
            raise LinkDown("unreachable")
        return answer


def joined(city: City, kiosk: Kiosk) -> tuple[SyncWorker, Line]:
    """The kiosk knows where its hub is, and has not spoken to it yet."""
    write_line(kiosk.db, replace(hub_line(kiosk.db), hub="https://hub.invalid:8460"))
    line = Line(city)
    return SyncWorker(kiosk.store, line, kiosk.clock.now, lambda: 1.0), line


def settled(*workers: SyncWorker) -> None:
    """Until none of them has more to say or to hear."""
    for _ in range(STEPS_MAX):
        for worker in workers:
            worker.step()
        if all(worker.synced.way == "in_touch" and not worker.synced.more for worker in workers):
            break
    else:
        raise AssertionError([worker.synced for worker in workers])
    for worker in workers:  # what the last of them told is new to the first
        worker.step()
        while worker.synced.more:
            worker.step()
