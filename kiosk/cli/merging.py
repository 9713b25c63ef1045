"""Commands for one person with two numbers: cases merge, part."""

from pathlib import Path
from typing import Any

import click

from kiosk.cli.folder import data_option, json_option, key_option, say, store_of
from kiosk.cli.refusing import allowed, say_no
from kiosk.devices.clock import SystemClock
from kiosk.domain.facts import MembersMerged, MembersParted
from kiosk.domain.members import Member
from kiosk.domain.refusals import MERGE_NOT_FIT
from kiosk.storage import holds as shelf, queries
from kiosk.storage.store import Store

staff_option = click.option("--staff", "actor", required=True, help="The number of whoever decides 工号.")


@click.command()
@click.argument("old")
@click.argument("kept")
@click.option("--preview", is_flag=True, help="Only says what would move 只看会并过去什么.")
@staff_option
@data_option
@key_option
@json_option
def merge(
    old: str, kept: str, preview: bool, actor: str, folder: Path | None, key_path: Path | None, as_json: bool
) -> None:
    """Two member numbers are one person: OLD goes on as KEPT, loans, holds and seats with it 两个号是同一个人."""
    store = store_of(folder, key_path)
    allowed(store, actor, "members", as_json=as_json)
    both = [queries.member_numbered(store.db, number) for number in (old, kept)]
    first, second = both
    if first is None or second is None or first == second or first.merged_into or second.merged_into:
        store.close()
        say_no((MERGE_NOT_FIT.because(old=old, kept=kept),), as_json=as_json)
    moves = open_here(store, first)
    if not preview:
        store.record(MembersMerged(first.member, second.member), moment=SystemClock().now(), actor=actor)
    store.close()
    text = "借着的书 {loans}，预约 {holds} / loans, holds".format(**moves)
    say({"merged": not preview, **moves}, as_json=as_json, for_people=text)


@click.command()
@click.argument("old")
@staff_option
@data_option
@key_option
@json_option
def part(old: str, actor: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """They were two people: what was borrowed under OLD goes back to it 其实是两个人，分开."""
    store = store_of(folder, key_path)
    allowed(store, actor, "members", as_json=as_json)
    known = queries.member_numbered(store.db, old)
    if known is None or known.merged_into is None:
        store.close()
        say_no((MERGE_NOT_FIT.because(old=old, kept="–"),), as_json=as_json)
    store.record(MembersParted(known.member), moment=SystemClock().now(), actor=actor)
    store.close()
    say({"parted": True}, as_json=as_json, for_people="已分开 / parted")


def open_here(store: Store, member: Member) -> dict[str, Any]:
    """As far as this kiosk knows; the hub moves what other halls have, too."""
    return {
        "loans": len(queries.borrower(store.db, member).loans),
        "holds": sum(hold.open for hold in shelf.holds_of(store.db, member.member)),
    }


MERGE_COMMANDS = (merge, part)
