"""F16: what sync costs against plain batches over HTTP, and against Morango with the same records."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from msgspec.structs import replace

from kiosk.storage.hub_line import Own, hub_line, write_line
from kiosk.sync.inbox import next_ask
from kiosk.sync.messages import SEGMENT_FACTS_MAX
from tests.bench.centre import HERE, Centre, Line, Raw, centre
from tests.bench.figures import Figure

BUILD = HERE / "build" / "bench" / "sync"
FACTS, MORE, ROUNDS, IDLE_ROUNDS = 20_000, 100, 3, 50
PEER, PEER_VENV = Path(__file__).parent / "peer", HERE / "build" / "bench" / "peer-venv"
PEER_NEEDS = ("morango==0.8.15", "setuptools<81")
RAW_SHARE, REPLAY_TIMES, PEER_TIMES = 8.0, 4.0, 10.0
IDLE_MS, MORE_MS, BOOTSTRAP_ROWS_S = 10.0, 50.0, 20_000


def timed(what: Callable[[], Any]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def again(line: Line) -> None:
    """As if the hub had said nothing: the same log goes up once more."""
    write_line(line.store.db, replace(hub_line(line.store.db), stored=Own()))


class Round:
    """One run of everything, on fresh folders."""

    def __init__(self, hub: Centre, number: int) -> None:
        line = Line(hub, BUILD / f"kiosk-{number}", hall=number)
        line.list_copies(FACTS)
        line.send()
        line.hear()
        line.happen(FACTS)
        self.push_s = timed(line.send)
        line.hear()
        self.raw_s = self.raw(line, number)
        again(line)
        self.replay_s = timed(line.send) * FACTS / count_of(line)
        line.happen(MORE, first=FACTS // 2)
        self.more_s = timed(line.send)
        line.hear()
        asked = [timed(lambda: line.client.pull(next_ask(line.store, line.clock.now()))) for _ in range(IDLE_ROUNDS)]
        self.idle_s = median(asked)
        other = Line(hub, BUILD / f"other-{number}", hall=number)
        heard: list[int] = []
        took = timed(lambda: heard.append(other.hear()))
        self.rows_s = heard[0] / took
        for each in (line, other):
            each.close()

    def raw(self, line: Line, number: int) -> float:
        found = line.store.db.execute("select seq, body from facts order by position desc limit ?", (FACTS,))
        rows = [(f"{number}-{seq}", line.store.device.device, seq, body) for seq, body in found.fetchall()]
        floor = Raw(BUILD / f"raw-{number}")
        took = timed(lambda: floor.take(rows, SEGMENT_FACTS_MAX))
        floor.close()
        return took


def count_of(line: Line) -> int:
    assert hub_line(line.store.db).stored.seq
    return int(line.store.db.execute("select count(*) from facts").fetchone()[0])


def figures() -> list[Figure]:
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    with centre(BUILD / "hub") as hub:
        rounds = [Round(hub, n) for n in range(1, ROUNDS + 1)]
    peer = measured_peer()

    def mid(name: str) -> float:
        return median(getattr(each, name) for each in rounds)

    push, raw = FACTS / mid("push_s"), FACTS / mid("raw_s")
    times = push * peer["push_s"] / FACTS
    seen, rows_s = f"{push:,.0f}/s against {raw:,.0f}/s", mid("rows_s")
    return [
        Figure("F16", "plain batches over HTTP / push", raw / push, RAW_SHARE, seen),
        Figure("F16", "push / replay of a known log", mid("replay_s") / mid("push_s"), 1 / REPLAY_TIMES),
        Figure("F16", "an idle round, ms", mid("idle_s") * 1000, IDLE_MS),
        Figure("F16", f"{MORE} new facts stored at the hub, ms", mid("more_s") * 1000, MORE_MS),
        Figure("F16", "bootstrap, ms for 1,000 rows", 1e6 / rows_s, 1e6 / BOOTSTRAP_ROWS_S, f"{rows_s:,.0f}/s"),
        Figure("F16", "our push / Morango's of the same", 1 / times, 1 / PEER_TIMES, f"{times:.1f} times"),
    ]


def measured_peer() -> dict[str, float]:
    """In an environment of its own, which is made once."""
    python = PEER_VENV / "bin" / "python"
    if not python.exists():
        venv.create(PEER_VENV, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEER_NEEDS], check=True)
    root = asked_peer("hub", "found")
    asked_peer("kiosk", "found")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = subprocess.Popen([python, "peer.py", "serve", str(port)], cwd=PEER, env=room("hub"))
    try:
        wait_for(port)
        took: dict[str, float] = asked_peer("kiosk", "push", f"http://127.0.0.1:{port}/", root, str(FACTS), str(MORE))
    finally:
        serving.terminate()
        serving.wait(10)
    return took


def room(who: str) -> dict[str, str]:
    return os.environ | {"PEER_DB": str(BUILD / f"peer-{who}.db"), "MORANGO_SYSTEM_ID": who}


def asked_peer(who: str, *words: str) -> Any:
    done = subprocess.run(
        [PEER_VENV / "bin" / "python", "peer.py", *words], cwd=PEER, env=room(who), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


def wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("it does not listen")


if __name__ == "__main__":
    for figure in figures():
        print(figure.row())
    sys.exit(0)
