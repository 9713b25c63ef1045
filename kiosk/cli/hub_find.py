"""Command that looks for hubs in this house's network, and what a hub does so that it is found."""

import sys
from contextlib import AbstractContextManager, nullcontext

import click
import msgspec

from kiosk.cli.folder import REFUSED, json_option, say

WAIT_S = 3.0
LOCAL = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.option("--wait", "wait_s", type=click.FloatRange(0.5, 60), default=WAIT_S, show_default=True, help="Seconds.")
@json_option
def find(wait_s: float, as_json: bool) -> None:
    """Look for hubs in this house's network; whether one is ours, its code says 找中心."""
    from kiosk.sync.finding import hubs

    found = hubs(wait_s)
    lines = [f"{hub.name}: {hub.url}" for hub in found]
    none = "没有找到中心，请手工输入地址 / no hub was found; type its address by hand"
    say({"ok": bool(found), "hubs": msgspec.to_builtins(found)}, as_json=as_json, for_people="\n".join(lines) or none)
    sys.exit(0 if found else REFUSED)


def callable_by(host: str, url: str | None, port: int) -> AbstractContextManager[None]:
    """A hub for this machine alone tells nobody."""
    if host in LOCAL:
        return nullcontext()
    from socket import gethostname

    from kiosk.sync.finding import FoundHub, announced

    return announced(FoundHub(gethostname(), url or ""), port, () if host == "0.0.0.0" else (host,))  # noqa: S104
