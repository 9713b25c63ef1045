"""Reception: reads one request, lets the hub answer, and words the answer; it runs in a thread and knows no network."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

import msgspec
from cryptography.hazmat.primitives.serialization import Encoding
from msgspec import Struct
from msgspec.structs import replace

from kiosk.hub import devices
from kiosk.hub.admitting import Door, Refusal
from kiosk.hub.block_list import block_list
from kiosk.hub.devices import Known
from kiosk.hub.enrolling import ends_soon, enrolled, renewed
from kiosk.hub.founding import Founded
from kiosk.hub.health import health
from kiosk.hub.heard import in_order
from kiosk.hub.lasting import Lasting, Tries
from kiosk.hub.overview import overview
from kiosk.hub.sound import sound_ask, sound_segment
from kiosk.hub.tls import ca_certificate
from kiosk.hub.told_keys import told, word_for
from kiosk.storage.versions import ROWS_VERSION
from kiosk.sync.envelope import PACKED_FROM, TooLarge, claim_in, packed, unpacked
from kiosk.sync.joining import Enrol, Keys, Problem, WipeOrder, signed
from kiosk.sync.messages import Ask, Page, Segment, to_wire
from kiosk.words import LANGUAGES, read as read_words

SEEN_EVERY = timedelta(minutes=10)  # a device that only asks is noted so often; each note is a commit
MSGPACK, JSON, PEM = "application/msgpack", "application/json", "application/x-pem-file"
HTML, NOTHING_ELSE = "text/html; charset=utf-8", "default-src 'none'; style-src 'unsafe-inline'"
CERTIFICATE = "kiosk-certificate"
Body = TypeVar("Body", bound=Struct)


class Asked(Struct, frozen=True):
    """A request, read whole; nothing of it is believed yet."""

    way: str
    headers: dict[str, str]
    body: bytes
    address: str


class Answer(Struct, frozen=True):
    status: int
    body: bytes
    headers: dict[str, str]


class Reception:
    """What it remembers between requests is bounded, and may be lost."""

    def __init__(self, hub: Founded) -> None:
        self.hub, self.door = hub, Door(hub.hub.engine, hub.keys.public)
        self.tries, self.keys, self.looked = Tries(), Lasting(), Lasting()

    def push(self, asked: Asked) -> Answer:
        """A device that is not believed any more is still heard: what it says is put aside."""
        return self.to_known(asked, Segment, self.pushed)

    def pushed(self, device: Known, segment: Segment) -> Answer:
        if trouble := sound_segment(segment, device):
            return self.problem(400, trouble)
        return answer(200, self.hub.hub.push(segment))

    def pull(self, asked: Asked) -> Answer:
        """For its own hall alone: there is nothing in the asking that could name another."""
        return self.to_known(asked, Ask, self.pulled)

    def pulled(self, device: Known, ask: Ask) -> Answer:
        if trouble := sound_ask(ask, device):
            return self.problem(400, trouble)
        if ask.rows_version < ROWS_VERSION:
            return self.problem(403, "update_first")
        page = self.hub.hub.pull(ask, device)
        if page is None:
            return self.problem(403, "revoked")
        headers = {CERTIFICATE: self.certificate(device)} if ends_soon(device, self.hub.now.date()) else {}
        self.noted(device)
        return answer(200, self.with_keys(page, device, ask), headers)

    def with_keys(self, page: Page, device: Known, ask: Ask) -> Page:
        """Only when they are others than it was told before."""
        keys, word = self.keys.get(device.hall, self.hub.now, lambda: self.keys_of(device.hall))
        if ask.keys == word:
            return replace(page, keys=word)
        return replace(page, keys=word, issuers=keys.issuers, hash_keys=keys.hash_keys)

    def keys_of(self, hall: int) -> tuple[Keys, str]:
        with self.hub.hub.engine.connect() as db:
            keys = told(db, hall, self.hub.keys.members)
        return keys, word_for(keys)

    def noted(self, device: Known) -> None:
        now = self.hub.now
        if device.seen_at is None or device.seen_at < in_order(now - SEEN_EVERY):
            with self.hub.hub.engine.begin() as db:
                devices.change(db, device.device, seen_at=in_order(now))

    def certificate(self, device: Known) -> str:
        with self.hub.hub.engine.begin() as db:
            return to_wire(renewed(db, device, self.hub)).hex()

    def blocks(self, asked: Asked) -> Answer:
        device = self.known(asked)
        if isinstance(device, Refusal):
            return self.refused(device)
        with self.hub.hub.engine.connect() as db:
            return answer(200, block_list(db, self.hub.hub.secret, self.hub.keys.sign, self.hub.now))

    def enrol(self, asked: Asked) -> Answer:
        """Whoever guesses at codes is soon told to wait, and learns nothing else by waiting."""
        now = self.hub.now
        if not self.tries.may(asked.address, now):
            return self.problem(429, "too_many")
        said = read(asked.body, Enrol)
        done = enrolled(said, self.hub) if said else "bad_request"
        if isinstance(done, str):
            self.tries.wrong(asked.address)
            return self.problem(400 if done == "bad_request" else 403, done)
        self.keys.forget()
        return answer(200, done)

    def health(self, asked: Asked) -> Answer:
        """Counted at most every few seconds, however often it is asked."""
        body = self.looked.get(0, self.hub.now, lambda: msgspec.json.encode(health(self.hub)))
        return Answer(200, body, {"content-type": JSON})

    def overview(self, asked: Asked) -> Answer:
        """For people: one sheet without a script, in the language that their browser asks for first."""
        language = "en" if asked.headers.get("accept-language", "").startswith("en") else "zh_CN"
        place = 1 + LANGUAGES.index(language)  # beside the counts themselves
        made = self.looked.get(place, self.hub.now, lambda: overview(self.hub, read_words(language)))
        return Answer(200, made.encode(), {"content-type": HTML, "content-security-policy": NOTHING_ELSE})

    def ca(self, asked: Asked) -> Answer:
        made = ca_certificate(self.hub.folder, self.hub.keys.ca, self.hub.now)
        return Answer(200, made.public_bytes(Encoding.PEM), {"content-type": PEM})

    def to_known(self, asked: Asked, kind: type[Body], heard: Callable[[Known, Body], Answer]) -> Answer:
        """Nothing is unpacked or read before its signature holds."""
        device = self.known(asked)
        if isinstance(device, Refusal):
            return self.refused(device)
        try:
            plain = opened(asked)
        except TooLarge:
            return self.problem(413, "too_large")
        except ValueError:
            return self.problem(400, "bad_request")
        body = read(plain, kind)
        return in_little_room(heard(device, body), asked) if body else self.problem(400, "bad_request")

    def known(self, asked: Asked) -> Known | Refusal:
        claim = claim_in(asked.headers)
        if claim is None:
            return Refusal(401, "unsigned")
        return self.door.admitted(claim, asked.way, asked.body, self.hub.now)

    def refused(self, refusal: Refusal) -> Answer:
        order = None
        if refusal.wipe:
            order = signed(WipeOrder(refusal.wipe.device, self.hub.now), self.hub.keys.sign)
        return answer(refusal.status, Problem(refusal.code, self.hub.now, order=order))

    def problem(self, status: int, code: str, again_s: int = 0) -> Answer:
        return answer(status, Problem(code, self.hub.now, again_s))


def answer(status: int, said: Any, headers: dict[str, str] | None = None) -> Answer:
    return Answer(status, to_wire(said), {"content-type": MSGPACK} | (headers or {}))


def opened(asked: Asked) -> bytes:
    match asked.headers.get("content-encoding", "identity"):
        case "gzip":
            return unpacked(asked.body)
        case "identity":
            return asked.body
    raise ValueError("packed in a way that is not known here")


def read(body: bytes, kind: type[Body]) -> Body | None:
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def in_little_room(made: Answer, asked: Asked) -> Answer:
    if len(made.body) < PACKED_FROM or "gzip" not in asked.headers.get("accept-encoding", ""):
        return made
    return replace(made, body=packed(made.body), headers=made.headers | {"content-encoding": "gzip"})
