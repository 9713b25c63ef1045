"""Serving: the hub's program while it runs; it listens, keeps its certificate fresh, and ends when it is told to."""

import asyncio
import signal
import threading
from collections.abc import Callable
from typing import Any, cast

from msgspec import Struct
from uvicorn import Config, Server as Listener
from uvicorn.protocols.http.h11_impl import H11Protocol

from kiosk.hub.founding import Founded
from kiosk.hub.reception import Reception
from kiosk.hub.server import SMALL_BYTES_MAX, Server
from kiosk.hub.tidying import tidy
from kiosk.hub.tls import server_context, server_file

HEAD_S_MAX = 10  # a request that has not said what it wants by then is cut off
IDLE_S_MAX = 75  # a kiosk asks each minute and need not shake hands again
END_S_MAX = 10
CONNECTIONS_MAX = 4000
CROWDED_S = 1
FRESH_EVERY_S = 3600
LOOK_EVERY_S = 0.05


class Address(Struct, frozen=True):
    host: str
    port: int  # 0: any that is free


class Serving:
    """One process; more of them may serve one PostgreSQL."""

    def __init__(self, hub: Founded, address: Address) -> None:
        self.hub, self.address = hub, address
        self.server = Server(Reception(hub))
        file = server_file(hub.folder, hub.keys.ca, hub.now)
        self.context = server_context(file)
        config = Config(
            self.server.app,
            host=address.host,
            port=address.port,
            http=cast(Any, hurried),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=IDLE_S_MAX,
            timeout_graceful_shutdown=END_S_MAX,
            h11_max_incomplete_event_size=SMALL_BYTES_MAX,
            ssl_certfile=file,
            ssl_context_factory=lambda *_: self.context,
        )
        self.listener = Listener(config)

    def run(self, listening: Callable[[str], None]) -> None:
        """Returns once it was told to end, and all that had begun is answered."""
        if threading.current_thread() is threading.main_thread():
            for told in (signal.SIGTERM, signal.SIGINT):
                signal.signal(told, lambda *_: None)  # the listener hears them; afterwards nothing is left to do
        try:
            asyncio.run(self.served(listening))
        finally:
            self.server.end()

    async def served(self, listening: Callable[[str], None]) -> None:
        beside = asyncio.create_task(self.kept_fresh(listening))
        await self.listener.serve()
        beside.cancel()

    async def kept_fresh(self, listening: Callable[[str], None]) -> None:
        while not self.listener.started:
            await asyncio.sleep(LOOK_EVERY_S)
        port = self.listener.servers[0].sockets[0].getsockname()[1]
        listening(f"https://{self.address.host}:{port}")
        while True:
            await asyncio.sleep(FRESH_EVERY_S)
            self.context.load_cert_chain(server_file(self.hub.folder, self.hub.keys.ca, self.hub.now))
            await asyncio.to_thread(tidy, self.hub.hub)

    def end(self) -> None:
        self.listener.should_exit = True


def hurried(**given: Any) -> H11Protocol:
    """As it comes, but nobody holds a place with half a request, and who comes too many has to go."""
    made, loop = H11Protocol(**given), asyncio.get_running_loop()
    crowded = len(made.connections) >= CONNECTIONS_MAX
    loop.call_later(CROWDED_S if crowded else HEAD_S_MAX, look, made, loop, None)
    return made


def look(made: H11Protocol, loop: asyncio.AbstractEventLoop, before: Any) -> None:
    """Seen twice in the same half of a request, or before its first: it is not meant to end."""
    if made.transport is None or made.transport.is_closing():
        return
    between = made.cycle is None or made.cycle.response_complete
    half = between and made.timeout_keep_alive_task is None
    if (half and made.cycle is before) or (between and len(made.connections) > CONNECTIONS_MAX):
        made.transport.close()
    else:
        loop.call_later(HEAD_S_MAX, look, made, loop, made.cycle if half else made)
