"""Finding: hubs that call out their name in this house's network; whom to believe, the code on paper says."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from socket import AF_INET, inet_pton
from typing import Any

from msgspec import Struct

KIND = "_hallhub._tcp.local."
FOUND_MAX = 20  # more are no hubs, but somebody who shouts
ASK_MS = 1500
LOOPBACK = "127."


class FoundHub(Struct, frozen=True, order=True):
    name: str
    url: str


def hubs(wait_s: float, interfaces: tuple[str, ...] = ()) -> tuple[FoundHub, ...]:
    """All that answer within the time; asked only when a technician wants to know."""
    from zeroconf import InterfaceChoice, ServiceBrowser, Zeroconf

    heard: set[str] = set()

    def told(zeroconf: Any, service_type: str, name: str, state_change: Any) -> None:
        if len(heard) < FOUND_MAX:
            heard.add(name)

    line = Zeroconf(interfaces=list(interfaces) or InterfaceChoice.All)
    try:
        browser = ServiceBrowser(line, KIND, handlers=[told])
        time.sleep(wait_s)
        browser.cancel()
        found = (described(line.get_service_info(KIND, name, ASK_MS)) for name in sorted(heard))
        return tuple(sorted({hub for hub in found if hub}))
    finally:
        line.close()


def described(info: Any) -> FoundHub | None:
    """The address that it names for itself, else the one from which it calls."""
    if info is None:
        return None
    own = (info.properties or {}).get(b"url") or b""
    addresses = info.parsed_addresses()
    url = own.decode("utf-8", "replace") or (f"https://{addresses[0]}:{info.port}" if addresses else "")
    return FoundHub(info.name.removesuffix(f".{KIND}"), url) if url.startswith("https://") else None


def own_addresses() -> tuple[str, ...]:
    from ifaddr import get_adapters

    each = (str(ip.ip) for adapter in get_adapters() for ip in adapter.ips if ip.is_IPv4)
    return tuple(address for address in each if not address.startswith(LOOPBACK))


@contextmanager
def announced(hub: FoundHub, port: int, addresses: tuple[str, ...] = ()) -> Iterator[None]:
    """Calls out a hub's name for as long as it serves; without a URL it is found by the address from which it calls."""
    from zeroconf import InterfaceChoice, ServiceInfo, Zeroconf

    here = addresses or own_addresses()
    packed = [inet_pton(AF_INET, address) for address in here]
    info = ServiceInfo(KIND, f"{hub.name}.{KIND}", port, addresses=packed, properties={"url": hub.url})
    line = Zeroconf(interfaces=list(addresses) or InterfaceChoice.All)
    try:
        line.register_service(info, allow_name_change=True)
        yield
    finally:
        line.close()
