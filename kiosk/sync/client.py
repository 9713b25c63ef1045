"""Client: one hub over HTTPS; each trouble of network or answer becomes one code, and nothing is tried twice."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import monotonic
from typing import TypeVar

import httpx2 as httpx
import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.blocking import BlockList, is_genuine
from kiosk.domain.signing import Sign
from kiosk.sync.envelope import PACKED_FROM, Claim, TooLarge, headers, packed, signed_part, unpacked
from kiosk.sync.joining import Certificate, Enrol, Problem, Welcome, WipeOrder, holds
from kiosk.sync.messages import Ack, Ask, Page, Segment, to_wire

CONNECT_S, READ_S, WRITE_S = 5, 30, 30
ANSWER_S_MAX = 120  # of an answer that comes in drops
WIRE_BYTES_MAX = 8 * 1024 * 1024  # of an answer
PLAIN_BYTES_MAX = 64 * 1024 * 1024
CERTIFICATE = "kiosk-certificate"
# OpenSSL's flag: a kiosk whose battery is empty believes it is 1999, and must be able to ask what the time is.
NO_CHECK_TIME = 0x200000
Said = TypeVar("Said", bound=Struct)


class NoAnswer(Exception):
    """Why there is none: `unreachable`, `timeout`, `not_the_hub`, `unreadable`, or the hub's own word."""

    def __init__(self, code: str, again_s: int = 0, order: WipeOrder | None = None) -> None:
        super().__init__(code)
        self.code, self.again_s, self.order = code, again_s, order


class Signer(Struct, frozen=True):
    """Who asks, with what it signs, and which hub it means."""

    device: str
    sign: Sign
    hub: bytes


def pinned(ca: str) -> ssl.SSLContext:
    """Only the hub's own authority counts, wherever the hub is found: its address may change, its key does not."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_flags |= NO_CHECK_TIME
    try:
        context.load_verify_locations(cadata=ca)
    except ssl.SSLError:
        raise NoAnswer("not_the_hub") from None
    return context


def unpinned() -> ssl.SSLContext:
    """For the one question that needs no trust: which certificate do you say you have?"""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


class HubClient:
    """Of one thread. `kept` is told each renewed certificate."""

    def __init__(
        self,
        url: str,
        signer: Signer,
        ca: str,
        *,
        now: Callable[[], datetime],
        kept: Callable[[Certificate], None] = lambda _: None,
    ) -> None:
        self.signer, self.now, self.kept = signer, now, kept
        self.ahead, self.at_ms = timedelta(0), 0  # of the hub's clock before ours; when the last request was made
        self.http = opened(url, pinned(ca))

    def push(self, segment: Segment) -> Ack:
        return self.asked("POST", "/v1/push", segment, Ack)

    def pull(self, ask: Ask) -> Page:
        return self.asked("POST", "/v1/pull", ask, Page)

    def blocks(self) -> BlockList:
        listed = self.asked("GET", "/v1/blocks", None, BlockList)
        if not is_genuine(listed, self.signer.hub):
            raise NoAnswer("not_the_hub")
        return listed

    def close(self) -> None:
        self.http.close()

    def asked(self, method: str, path: str, said: Struct | None, kind: type[Said]) -> Said:
        """A device whose clock is wrong is told the time, and asks once more with that."""
        plain = to_wire(said) if said is not None else b""
        try:
            return self.once(method, path, plain, kind)
        except WrongClock as told:
            self.ahead, self.at_ms = told.now - self.now(), 0
        try:
            return self.once(method, path, plain, kind)
        except WrongClock:
            raise NoAnswer("clock") from None

    def once(self, method: str, path: str, plain: bytes, kind: type[Said]) -> Said:
        extra = {"accept-encoding": "gzip"}
        body = plain
        if len(plain) >= PACKED_FROM:
            body, extra = packed(plain), extra | {"content-encoding": "gzip"}
        claim = Claim(self.signer.device, self.next_ms(), b"")
        signature = self.signer.sign(signed_part(claim, f"{method} {path}", self.signer.hub, body))
        got = sent(self.http, method, path, body, extra | headers(replace(claim, signature=signature)))
        self.take_certificate(got.headers.get(CERTIFICATE))
        return understood(got, kind, self.signer.hub)

    def next_ms(self) -> int:
        """Never the same twice: the hub would take the second request for an echo of the first."""
        self.at_ms = max(self.at_ms + 1, int((self.now() + self.ahead).timestamp() * 1000))
        return self.at_ms

    def take_certificate(self, text: str | None) -> None:
        if text:
            with understanding():
                certificate = msgspec.msgpack.decode(bytes.fromhex(text), type=Certificate)
                if holds(certificate, self.signer.hub) and certificate.device == self.signer.device:
                    self.kept(certificate)


class WrongClock(Exception):
    def __init__(self, now: datetime) -> None:
        super().__init__("clock")
        self.now = now


class Got(Struct, frozen=True):
    status: int
    headers: dict[str, str]
    body: bytes


def opened(url: str, context: ssl.SSLContext) -> httpx.Client:
    limits = httpx.Timeout(READ_S, connect=CONNECT_S, write=WRITE_S)
    # A proxy of the house's network would see nothing but could stop everything; the hub is spoken to directly.
    return httpx.Client(base_url=url, verify=context, timeout=limits, trust_env=False)


def authority(url: str) -> str:
    """What the hub at this address says its certificate is; believed only if it fits the code."""
    with opened(url, unpinned()) as http:
        got = sent(http, "GET", "/v1/ca", b"", {})
    if got.status != 200:
        raise NoAnswer("unreadable")
    return got.body.decode("ascii", "replace")


def enrol(url: str, ca: str, asked: Enrol) -> Welcome:
    """The answer is the hub's own: it came over a connection that only the hub can hold."""
    with opened(url, pinned(ca)) as http:
        got = sent(http, "POST", "/v1/enrol", to_wire(asked), {})
    try:
        welcome = understood(got, Welcome, None)
    except WrongClock:
        raise NoAnswer("unreadable") from None
    if not (holds(welcome.certificate, welcome.hub) and welcome.certificate.device == asked.device):
        raise NoAnswer("not_the_hub")
    return welcome


def sent(http: httpx.Client, method: str, path: str, body: bytes, extra: dict[str, str]) -> Got:
    try:
        with http.stream(method, path, content=body, headers=extra) as answer:
            parts, until = bytearray(), monotonic() + ANSWER_S_MAX
            for part in answer.iter_raw():
                parts += part
                if monotonic() > until:
                    raise NoAnswer("timeout")
                if len(parts) > WIRE_BYTES_MAX:
                    raise NoAnswer("unreadable")
            return Got(answer.status_code, dict(answer.headers), bytes(parts))
    except httpx.TimeoutException:
        raise NoAnswer("timeout") from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as fault:
        raise NoAnswer("not_the_hub" if "CERTIFICATE_VERIFY_FAILED" in str(fault) else "unreachable") from None


def understood(got: Got, kind: type[Said], hub: bytes | None) -> Said:
    with understanding():
        plain = got.body
        if got.headers.get("content-encoding") == "gzip":
            plain = unpacked(got.body, PLAIN_BYTES_MAX)
        if got.status == 200:
            return msgspec.msgpack.decode(plain, type=kind)
        problem = msgspec.msgpack.decode(plain, type=Problem)
    if problem.code == "clock":
        raise WrongClock(problem.now)
    order = problem.order if problem.order and hub and holds(problem.order, hub) else None
    raise NoAnswer(problem.code, problem.again_s, order)


@contextmanager
def understanding() -> Iterator[None]:
    try:
        yield
    except (msgspec.MsgspecError, TooLarge, ValueError, RecursionError):
        raise NoAnswer("unreadable") from None
