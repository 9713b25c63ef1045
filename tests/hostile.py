"""A hostile client: every kind of request that a program or a person could send by mistake or on purpose."""

import zlib
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import msgspec
from cities import Kiosk
from msgspec.structs import replace

from kiosk.storage.keys import device_signer
from kiosk.sync.envelope import BODY_BYTES_MAX, Claim, headers, packed, signed_part
from kiosk.sync.inbox import next_ask
from kiosk.sync.joining import Enrol, Keys, signed
from kiosk.sync.messages import Segment, chain, signed_part as segment_part, to_wire

PATHS = ("/v1/push", "/v1/pull", "/v1/enrol", "/v1/blocks", "/v1/health", "/health", "/v1/ca", "/", "/v1/", "/v2/push")
METHODS = ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "BREW")
ENCODINGS = ("gzip", "identity", "br", "deflate", "gzip, gzip", "GZIP", "")
NUMBERS = (-(2**63), -1, 0, 1, 7, 2**31, 2**53 + 1, 2**63 - 1, 2**64 - 1)
TEXTS = ("", "\0", "first", "x" * 70_000, "'; drop table events; --", "../../etc/passwd", "红楼梦", "\U0010ffff")


@cache
def odd_bodies() -> tuple[bytes, ...]:
    return (
        bytes(BODY_BYTES_MAX + 1),
        zlib.compress(bytes(50_000_000), 9, 31),
        packed(b"\x91" * 3_000_000),
        packed(b"\x81\xa1a" * 500_000),
        b"\xdd\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        packed(b"\xdf\xff\xff\xff\xff"),
    )


class Hostile:
    """One of ours that has gone mad: its signatures hold, and nothing else can be relied on."""

    def __init__(self, kiosk: Kiosk, hub: bytes, seed: int) -> None:
        self.kiosk, self.hub, self.rng, self.at_ms = kiosk, hub, Random(seed), 0
        self.sign = device_signer(kiosk.db)

    def requests(self, count: int) -> Iterator[dict[str, Any]]:
        kinds = (self.noise, self.signed_noise, self.bent, self.wild_segment, self.wild_ask, self.wild_enrol, self.odd)
        for n in range(count):
            yield kinds[n % len(kinds)]()

    def noise(self) -> dict[str, Any]:
        extra = {"content-encoding": self.rng.choice(ENCODINGS), "kiosk-device": self.rng.choice(("a", "b" * 900))}
        claim = {"kiosk-at": str(self.rng.choice(NUMBERS)), "kiosk-signature": self.rng.choice(("", "AAAA", "%%"))}
        return self.request(self.rng.choice(METHODS), self.rng.choice(PATHS), self.bytes(), extra | claim)

    def signed_noise(self) -> dict[str, Any]:
        extra = {"content-encoding": self.rng.choice(ENCODINGS)}
        return self.own("POST", self.rng.choice(PATHS[:2]), self.bytes(), extra)

    def bent(self) -> dict[str, Any]:
        """What was right until somebody bent a few bytes of it."""
        path = self.rng.choice(("/v1/push", "/v1/pull"))
        body = bytearray(to_wire(self.segment() if path.endswith("push") else self.ask()))
        for _ in range(self.rng.randint(1, 6)):
            body[self.rng.randrange(len(body))] = self.rng.randrange(256)
        plain = bytes(body[: self.rng.randint(1, len(body))] if self.rng.random() < 0.2 else body)
        return self.own("POST", path, packed(plain), {"content-encoding": "gzip"})

    def wild_segment(self) -> dict[str, Any]:
        """Of the right shape and rightly signed, and full of things that nobody has ever said."""
        pick = self.rng.choice
        bodies = tuple(pick((*TEXTS, "{}", "[]", "null", self.fact())) for _ in range(pick((0, 1, 2, 3, 501))))
        wild = {"generation": pick(NUMBERS), "first": pick(NUMBERS), "before": bytes(pick((0, 31, 32, 33)))}
        keys = {pick(NUMBERS): bytes(pick((0, 16, 32))) for _ in range(pick((0, 1, 3)))}
        some = {name: value for name, value in wild.items() if self.rng.random() < 0.4}
        made = replace(self.segment(), bodies=bodies, member_keys=keys, **some)
        if bodies:
            made = replace(made, signature=self.sign(segment_part(made, chain(made)[-1])))
        return self.own("POST", "/v1/push", to_wire(made), {})

    def wild_ask(self) -> dict[str, Any]:
        pick = self.rng.choice
        wild = {"cursor": pick(NUMBERS), "limit": pick(NUMBERS), "rows_version": pick(NUMBERS), "epoch": pick(TEXTS)}
        wild |= {"wants": tuple(pick(TEXTS) for _ in range(pick((0, 1, 99)))), "keys": pick(TEXTS)}
        some = {name: value for name, value in wild.items() if self.rng.random() < 0.4}
        return self.own("POST", "/v1/pull", to_wire(replace(self.ask(), **some)), {})

    def wild_enrol(self) -> dict[str, Any]:
        pick = self.rng.choice
        keys = Keys({bytes(4): bytes(32)} if self.rng.random() < 0.5 else {}, tuple(bytes(n) for n in (0, 32)))
        asked = Enrol(pick(TEXTS), pick(NUMBERS), bytes(pick((0, 32, 33))), pick(TEXTS), keys)
        return self.request("POST", "/v1/enrol", to_wire(signed(asked, self.sign)), {})

    def odd(self) -> dict[str, Any]:
        """Too large, packed to nothing, nested without end, or of a length that is not so."""
        body = self.rng.choice(odd_bodies())
        return self.own("POST", "/v1/push", body, {"content-encoding": self.rng.choice(("gzip", "identity"))})

    def fact(self) -> str:
        body = msgspec.json.decode(self.segment().bodies[0])
        name = self.rng.choice(list(body))
        body[name] = self.rng.choice((None, True, 1.5, [], {}, *TEXTS[:3], *NUMBERS[:8]))
        return msgspec.json.encode(body).decode()

    def segment(self) -> Segment:
        bodies = tuple(row[0] for row in self.kiosk.db.execute("select body from facts order by position limit 3"))
        return Segment(self.kiosk.store.device.device, 1, 1, bytes(32), bodies, self.kiosk.clock.now())

    def ask(self) -> Any:
        return next_ask(self.kiosk.store, self.kiosk.clock.now())

    def bytes(self) -> bytes:
        return self.rng.randbytes(self.rng.choice((0, 1, 9, 100, 20_000)))

    def own(self, method: str, path: str, body: bytes, extra: dict[str, str]) -> dict[str, Any]:
        self.at_ms += 1
        at_ms = int(self.kiosk.clock.now().at.timestamp() * 1000) + self.at_ms
        claim = Claim(self.kiosk.store.device.device, at_ms, b"")
        signature = self.sign(signed_part(claim, f"{method} {path}", self.hub, body))
        return self.request(method, path, body, extra | headers(replace(claim, signature=signature)))

    def request(self, method: str, path: str, body: bytes, extra: dict[str, str]) -> dict[str, Any]:
        return {"method": method, "url": path, "content": body, "headers": extra}
