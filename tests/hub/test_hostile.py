"""Whatever is sent to a hub, it answers what is wrong, goes on, and does not grow."""

import socket
import ssl
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec
import pytest
from hostile import Hostile
from served import Served, hear, send, serving

from kiosk.hub import serving as serving_module
from kiosk.storage.joined import joined
from kiosk.sync.client import opened, unpinned
from kiosk.sync.joining import Problem

KINDS = 2000
GROWTH_KIB_MAX = 96 * 1024


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path / "hub") as made:
        yield made


def memory_kib(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(name)))


def test_two_thousand_kinds_of_nonsense(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    good, up = served.joined("good")
    bad, down = served.joined("bad")
    good.begin()
    bad.begin()
    hostile = Hostile(bad, joined(bad.db).public, 7)
    for request in hostile.requests(70):
        down.http.request(**request)  # whatever is made once, is made
    Path("/proc/self/clear_refs").write_text("5")  # the highest mark begins anew
    before, answered = memory_kib("VmRSS"), Counter[int]()
    for request in hostile.requests(KINDS):
        answered[down.http.request(**request).status_code] += 1
    assert max(answered) < 500, answered
    assert len(answered) >= 7 and answered[200] > 30, "all kinds were tried, and some were even right"
    assert memory_kib("VmHWM") - before < GROWTH_KIB_MAX
    assert "could not be answered" not in caplog.text
    assert send(good, up) == ""
    hear(good, up)
    assert good.store.differences() == {}


def test_what_is_no_http_at_all(served: Served) -> None:
    port, rng = int(served.url.rpartition(":")[2]), Random(3)
    texts = (b"\0" * 100, b"GET", b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 20_000, b"POST /v1/push HTTP/9.9\r\n\r\n")
    lies = b"POST /v1/push HTTP/1.1\r\nhost: h\r\ncontent-length: " + b"9" * 30 + b"\r\n\r\n"
    chunks = b"POST /v1/push HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\nffffffff\r\n" + b"x" * 99
    for text in (*texts, lies, chunks, *(rng.randbytes(rng.randint(1, 400)) for _ in range(40))):
        with socket.create_connection(("127.0.0.1", port), 5) as plain, wrapped(plain) as line:
            line.sendall(text)
            line.settimeout(0.2)
            try:
                answer = line.recv(4096)
            except (TimeoutError, ssl.SSLError, ConnectionError):
                continue
            assert not answer or answer.startswith(b"HTTP/1.1 4"), answer
    assert healthy(served)


def wrapped(plain: socket.socket) -> ssl.SSLSocket:
    return unpinned().wrap_socket(plain, suppress_ragged_eofs=True)


def healthy(served: Served) -> bool:
    with opened(served.url, unpinned()) as http:
        return http.get("/v1/health").json()["ok"] is True


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Served]:
    monkeypatch.setattr(serving_module, "HEAD_S_MAX", 1.5)
    with serving(tmp_path / "hub") as made:
        yield made


def test_half_a_request_holds_no_place(impatient: Served) -> None:
    """Before the first request of a line, and after one that was whole."""
    port = int(impatient.url.rpartition(":")[2])
    lines = [wrapped(socket.create_connection(("127.0.0.1", port), 5)) for _ in range(8)]
    for n, line in enumerate(lines):
        if n % 2:
            line.sendall(b"GET /v1/health HTTP/1.1\r\nhost: h\r\n\r\n")
            assert line.recv(65536).startswith(b"HTTP/1.1 200")
        line.sendall(b"POST /v1/push HTTP/1.1\r\nx-slow: ")
    assert healthy(impatient)
    time.sleep(3.5)
    for line in lines:
        line.settimeout(2)
        while line.recv(65536):  # what is left of an answer; and then the end, or this fails after two seconds
            pass
        line.close()


def test_a_body_that_never_ends_is_cut_off(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.hub import server

    monkeypatch.setattr(server, "BODY_S_MAX", 0.3)
    port = int(served.url.rpartition(":")[2])
    with wrapped(socket.create_connection(("127.0.0.1", port), 5)) as line:
        line.sendall(b"POST /v1/push HTTP/1.1\r\nhost: h\r\ncontent-length: 100\r\n\r\nx")
        assert line.recv(65536).startswith(b"HTTP/1.1 408")


def test_too_many_at_once_are_told_to_come_back(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.hub import server

    monkeypatch.setattr(server, "WAITING_MAX", 1)
    port = int(served.url.rpartition(":")[2])
    with wrapped(socket.create_connection(("127.0.0.1", port), 5)) as line:
        line.sendall(b"POST /v1/push HTTP/1.1\r\nhost: h\r\ncontent-length: 100\r\n\r\nx")
        time.sleep(0.2)
        with opened(served.url, unpinned()) as http:
            answer = http.get("/v1/health")
    assert answer.status_code == 429 and msgspec.msgpack.decode(answer.content, type=Problem).again_s == server.AGAIN_S
