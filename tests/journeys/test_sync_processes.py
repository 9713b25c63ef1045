"""Two kiosks and their hub as three processes: seen at once, alone without a pause, and one truth afterwards."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from commands import DemoHall, kiosk
from postgres import database

from kiosk.domain.cases import Case
from kiosk.domain.loans import Loan
from kiosk.storage.database import key_file, read_key
from kiosk.storage.hub_line import hub_line, waiting
from kiosk.storage.queries import rows
from kiosk.storage.store import Store, open_store

SEEN_S = 20.0  # a busy machine; on a quiet one it is half a second
START_S, HEAL_S = 60.0, 120.0  # the machine may be busy with other things; the line itself has waits of a minute
SMALL = ("--titles", "20", "--members", "30", "--days", "60")


def until(what: Callable[[], Any], most_s: float) -> float:
    """How long it took."""
    begun = time.monotonic()
    while not what():
        assert time.monotonic() - begun < most_s
        time.sleep(0.02)
    return time.monotonic() - begun


class Process:
    """A program of ours with its mouth and ears."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "kiosk.cli", *arguments]
        self.running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def hears(self) -> str:
        assert self.running.stdout
        return self.running.stdout.readline()

    def does(self, line: str) -> Any:
        assert self.running.stdin
        self.running.stdin.write(line + "\n")
        self.running.stdin.flush()
        return json.loads(self.hears())

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        self.running.send_signal(how)
        self.running.wait(START_S)
        for pipe in (self.running.stdin, self.running.stdout):
            if pipe:
                pipe.close()


class Town:
    """A hub on a port of its own, and two kiosks of one hall that have joined it."""

    def __init__(self, folder: Path, stack: ExitStack, database: str) -> None:
        self.hub_place, self.stack = ("--data", str(folder / "hub"), "--database", database), stack
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port = str(free.getsockname()[1])
        self.hub = self.hub_begins()
        done = kiosk("demo", "--data", str(folder / "first"), "--no-window", "--json", *SMALL)
        self.demo = DemoHall(folder / "first", json.loads(done.stdout))
        url = f"https://127.0.0.1:{self.port}"
        assert kiosk("join", "--data", str(folder / "first"), "--hub", url, "--code", self.code()).returncode == 0
        assert kiosk("sync", "--data", str(folder / "first"), "--once").returncode == 0
        hall = ("--hall", "临江", "--number", "1", "--hub", url, "--code", self.code())
        assert kiosk("setup", "--data", str(folder / "second"), *hall).returncode == 0
        assert kiosk("sync", "--data", str(folder / "second"), "--once").returncode == 0
        self.folders = (folder / "first", folder / "second")
        self.first, self.second = (self.started("console", "--data", str(f)) for f in self.folders)
        self.stores = [self.opened(f) for f in self.folders]

    def hub_begins(self) -> Process:
        hub = self.started("hub", "serve", *self.hub_place, "--port", self.port)
        assert "https://" in hub.hears()
        return hub

    def started(self, *arguments: str) -> Process:
        process = Process(*arguments)
        self.stack.callback(process.end)
        return process

    def opened(self, folder: Path) -> Store:
        store = open_store(folder, read_key(key_file(folder)))
        self.stack.callback(store.close)
        return store

    def code(self) -> str:
        done = kiosk("hub", "enrol", *self.hub_place, "--hall", "1", "--json")
        return str(json.loads(done.stdout)["code"])

    def both_have(self, loan: str) -> bool:
        return all(rows(store.db, Loan, "where loan = ?", loan) for store in self.stores)

    def loans_of(self, copy: str) -> list[tuple[Loan, ...]]:
        return [rows(store.db, Loan, "where copy = ? order by loan", copy) for store in self.stores]

    def cases_of(self, copy: str) -> list[list[str]]:
        return [[c.kind for c in rows(store.db, Case, "where subject = ?", f"copy {copy}")] for store in self.stores]

    def healed(self) -> bool:
        return all(waiting(store.db) == 0 and hub_line(store.db).whole for store in self.stores)


@pytest.fixture(params=["sqlite", "postgresql"])
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    with ExitStack() as stack:
        yield Town(tmp_path, stack, stack.enter_context(database()) if request.param == "postgresql" else "")


def lend(console: Process, card: str, copy: str) -> None:
    assert console.does(f"scan {card}")["screen"] in ("Basket", "Answers")
    answer = console.does(f"scan {copy}")
    assert answer["facts"] == ["BookBorrowed"], answer
    console.does("tap finish")


def test_seen_at_once_alone_without_a_pause_and_one_truth_afterwards(town: Town) -> None:
    here = town.demo.here()
    cards = [town.demo.member("good", n) for n in range(2)]
    until(lambda: all(hub_line(store.db).heard_mono_ms for store in town.stores), START_S)
    lend(town.first, cards[0], here[0])
    loan = rows(town.stores[0].db, Loan, "where copy = ? and ended is null", here[0])[0].loan
    seen_s = until(lambda: town.both_have(loan), START_S)
    print(f"lent at one, seen at the other after {seen_s:.2f} s")
    assert seen_s <= SEEN_S

    town.hub.end(signal.SIGKILL)
    lend(town.first, cards[0], here[1])
    time.sleep(0.1)
    lend(town.second, cards[1], here[1])
    assert [len([x for x in loans if x.ended is None]) for loans in town.loans_of(here[1])] == [1, 1]
    assert not town.healed()

    town.hub_begins()
    until(lambda: town.healed() and town.loans_of(here[1])[0] == town.loans_of(here[1])[1], HEAL_S)
    (*_, early, late) = town.loans_of(here[1])[0]
    assert (early.ended, late.ended) == ("implied", None) and early.member != late.member
    assert town.cases_of(here[1]) == [["lent_twice"], ["lent_twice"]]
    assert [store.differences() for store in town.stores] == [{}, {}]
