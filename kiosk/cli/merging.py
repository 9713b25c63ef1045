"""Commands for one person with two numbers: cases merge, part."""

from pathlib import Path

import click

from kiosk.cli.folder import data_option, json_option, key_option, say
from kiosk.cli.refusing import allowed, say_no
from kiosk.cli.staff import at_work
from kiosk.domain.membership import Because
from kiosk.domain.merging import may_merge
from kiosk.domain.refusals import MERGE_NOT_FIT, Refused
from kiosk.storage import people, queries
from kiosk.visit.member_acts import merged, parted

staff_option = click.option("--staff", "actor", required=True, help="The number of whoever decides 工号.")
BY_COMMAND = "twice"


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
    with at_work(folder, key_path) as place:
        allowed(place.store, actor, "members", as_json=as_json)
        first, second = (queries.member_numbered(place.db, number) for number in (old, kept))
        if first is None or second is None or not may_merge(first, second):
            say_no((MERGE_NOT_FIT.because(old=old, kept=kept),), as_json=as_json)
        now = people.open_of(place.db, first.member)
        if not preview:
            done = merged(place, (first, second), Because(BY_COMMAND), actor)
            if isinstance(done, Refused):
                say_no(done.reasons, as_json=as_json)
    # As far as this kiosk knows; a hub moves what other halls have, too.
    moves = {"loans": len(now.loans), "holds": len(now.holds), "seats": len(now.seats)}
    text = "借着的书 {loans}，预约 {holds}，名额 {seats} / loans, holds, seats".format(**moves)
    say({"merged": not preview, **moves}, as_json=as_json, for_people=text)


@click.command()
@click.argument("old")
@staff_option
@data_option
@key_option
@json_option
def part(old: str, actor: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """They were two people: what was borrowed under OLD goes back to it 其实是两个人，分开."""
    with at_work(folder, key_path) as place:
        allowed(place.store, actor, "members", as_json=as_json)
        known = queries.member_numbered(place.db, old)
        done = parted(place, known, "mistake", actor)
        if isinstance(done, Refused):
            say_no((MERGE_NOT_FIT.because(old=old, kept="–"),), as_json=as_json)
    say({"parted": True}, as_json=as_json, for_people="已分开 / parted")


MERGE_COMMANDS = (merge, part)
