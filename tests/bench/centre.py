"""A hub in a process of its own, kiosks that speak to it, and the plain things it is measured against."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from kiosk.devices.clock import SystemClock
from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import BookBorrowed, BookReturned, CopyAdded
from kiosk.domain.halls import Hall
from kiosk.storage.store import Store
from kiosk.sync.client import HubClient
from kiosk.sync.entering import Invitation, client_of, join
from kiosk.sync.inbox import next_ask, take_page
from kiosk.sync.outbox import next_segment, take_ack
from kiosk.upkeep.setup import Plan, set_up

HERE = Path(__file__).parents[2]
DUE = date(2027, 1, 1)


def hub_command(*words: str) -> list[str]:
    return [sys.executable, "-m", "kiosk.cli", "hub", *words]


class Centre:
    """`kiosk hub serve`, as a city would run it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            hub_command("serve", "--data", str(folder), "--port", "0"), cwd=HERE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        found = re.search(r"https://\S+", self.process.stdout.readline())
        assert found, "the hub does not listen"
        self.url = found[0]

    def code(self, hall: int) -> str:
        words = hub_command("enrol", "--data", str(self.folder), "--hall", str(hall), "--json")
        done = subprocess.run(words, cwd=HERE, capture_output=True, text=True, check=True)
        return str(msgspec.json.decode(done.stdout)["code"])

    def cpu_s(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mib(self) -> float:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text())
        assert found
        return int(found[1]) / 1024

    def close(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


@contextmanager
def centre(folder: Path) -> Iterator[Centre]:
    made = Centre(folder)
    try:
        yield made
    finally:
        made.close()


class Line:
    """A kiosk of the hall and its line to the hub."""

    def __init__(self, hub: Centre, folder: Path, hall: int = 1) -> None:
        self.clock = SystemClock()
        plan = Plan(Hall(hall, f"hall {hall}", "palace"), built_at=datetime.now(UTC) - timedelta(days=400))
        self.store: Store = set_up(folder, plan, self.clock.now())
        self.store.unhurried()  # as the room's connection: all that it writes can be asked for again
        join(self.store, Invitation(hub.url, hub.code(hall)))
        client = client_of(self.store, lambda: self.clock.now().at)
        assert client
        self.client: HubClient = client

    def list_copies(self, count: int) -> None:
        hall = self.store.device.hall
        copies = (Copy(copy_number(hall, n), 1, hall, hall) for n in range(1, count + 1))
        self.store.record(*(CopyAdded(each) for each in copies), moment=self.clock.now())

    def happen(self, count: int, first: int = 1) -> None:
        """Lent and brought back, one after the other."""
        hall = self.store.device.hall
        told: list[Any] = []
        for n in range(count):
            number = copy_number(hall, first + n // 2)
            lent = BookBorrowed(number, 1000 + n % 5000, hall, DUE, "default")
            told.append(BookReturned(number, hall) if n % 2 else lent)
        self.store.record(*told, moment=self.clock.now())

    def send(self) -> int:
        sent = 0
        while segment := next_segment(self.store, self.clock.now()):
            trouble = take_ack(self.store, self.client.push(segment))
            assert not trouble, trouble
            sent += len(segment.bodies)
        return sent

    def hear(self) -> int:
        heard = 0
        while True:
            page = self.client.pull(next_ask(self.store, self.clock.now()))
            take_page(self.store, page, self.clock.now())
            heard += len(page.rows)
            if not page.more:
                return heard

    def close(self) -> None:
        self.client.close()
        self.store.close()


RAW = """create table event(number integer primary key, id text not null unique, device text not null,
    seq integer not null, body text not null, unique(device, seq))"""
PUT = "insert into event (id, device, seq, body) values (?, ?, ?, ?) on conflict do nothing"


class Raw:
    """The floor: batches over HTTP into one table, with nothing checked and nothing decided."""

    def __init__(self, folder: Path) -> None:
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "raw.db"
        with sqlite3.connect(path) as made:
            made.execute("pragma journal_mode = wal")
            made.execute(RAW)

        class Batches(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                rows = msgspec.json.decode(self.rfile.read(int(self.headers["content-length"])))
                with sqlite3.connect(path) as db:
                    db.execute("pragma synchronous = full")
                    db.executemany(PUT, rows)
                self.send_response(204)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Batches)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, rows: list[tuple[str, str, int, str]], batch: int) -> None:
        from http.client import HTTPConnection

        line = HTTPConnection("127.0.0.1", self.server.server_address[1])
        for n in range(0, len(rows), batch):
            line.request("POST", "/", msgspec.json.encode(rows[n : n + batch]))
            line.getresponse().read()
        line.close()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
