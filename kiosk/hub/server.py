"""Server: what a hub answers over HTTP; every request is bounded in size, time and number before anything is read."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

from msgspec import Struct
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.hub.reception import Answer, Asked, Reception
from kiosk.sync.envelope import BODY_BYTES_MAX

WORKERS = 8  # as many as the database has connections
WAITING_MAX = 48  # requests that are read or answered at once
BODY_S_MAX = 20  # a body that takes longer is no body
SMALL_BYTES_MAX = 16 * 1024  # what asks or enrols
DIGITS_MAX = 15
AGAIN_S = 5
log = logging.getLogger("kiosk.hub")


class Way(Struct, frozen=True):
    """One address: how large a body it takes, and who answers."""

    method: str
    path: str
    body_max: int
    answer: Callable[[Reception, Asked], Answer]


class Refused(Struct, frozen=True):
    status: int
    code: str


WAYS = (
    Way("POST", "/v1/push", BODY_BYTES_MAX, Reception.push),
    Way("POST", "/v1/pull", SMALL_BYTES_MAX, Reception.pull),
    Way("POST", "/v1/enrol", SMALL_BYTES_MAX, Reception.enrol),
    Way("GET", "/v1/blocks", 0, Reception.blocks),
    Way("GET", "/v1/health", 0, Reception.health),
    Way("GET", "/health", 0, Reception.overview),
    Way("GET", "/v1/ca", 0, Reception.ca),
)


class Server:
    """A few threads in which answers are made, and a count of all who wait before them."""

    def __init__(self, reception: Reception) -> None:
        self.reception, self.inside = reception, 0
        self.threads = ThreadPoolExecutor(WORKERS, "hub")
        self.app = Starlette(routes=[Route(way.path, self.at(way), methods=[way.method]) for way in WAYS])

    def at(self, way: Way) -> Callable[[Request], Awaitable[Response]]:
        async def handle(request: Request) -> Response:
            if self.inside >= WAITING_MAX:
                return response(self.reception.problem(429, "busy", AGAIN_S), last=True)
            self.inside += 1
            try:
                return await self.handled(way, request)
            finally:
                self.inside -= 1

        return handle

    async def handled(self, way: Way, request: Request) -> Response:
        body = await read(request, way.body_max)
        if isinstance(body, Refused):
            return response(self.reception.problem(body.status, body.code), last=True)
        address = request.client.host if request.client else ""
        asked = Asked(f"{way.method} {way.path}", dict(request.headers), body, address)
        loop = asyncio.get_running_loop()
        return response(await loop.run_in_executor(self.threads, self.answered, way, asked))

    def answered(self, way: Way, asked: Asked) -> Answer:
        try:
            return way.answer(self.reception, asked)
        except Exception:  # the disk or the database fails; a kiosk keeps all and asks again
            log.exception("%s could not be answered", asked.way)
            return self.reception.problem(503, "trouble", AGAIN_S)

    def end(self) -> None:
        """What has begun is finished; nothing new begins."""
        self.threads.shutdown(wait=True, cancel_futures=True)


async def read(request: Request, most: int) -> bytes | Refused:
    """Stops at the first byte too many, and at the first second too long."""
    said = request.headers.get("content-length", "0")
    if not (said.isascii() and said.isdigit()) or len(said) > DIGITS_MAX or int(said) > most:
        return Refused(413, "too_large")
    parts = bytearray()
    try:
        async with asyncio.timeout(BODY_S_MAX):
            async for part in request.stream():
                parts += part
                if len(parts) > most:
                    return Refused(413, "too_large")
    except (TimeoutError, ClientDisconnect):
        return Refused(408, "too_slow")
    return bytes(parts)


def response(made: Answer, *, last: bool = False) -> Response:
    """The last one of a connection whose body was not read to its end."""
    headers = made.headers | ({"connection": "close"} if last else {})
    return Response(made.body, made.status, headers | {"cache-control": "no-store"})
