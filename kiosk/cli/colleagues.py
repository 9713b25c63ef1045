"""Commands for whoever works here: staff list, add, pin, lost, card, leave."""

from pathlib import Path
from typing import Any, get_args

import click

from kiosk.cli.folder import data_option, json_option, key_option, say
from kiosk.cli.staff import Spoken, allowed, at_work, refuse, staff_option
from kiosk.domain import names
from kiosk.domain.facts import HallFact
from kiosk.domain.refusals import STAFF_UNKNOWN, Refused
from kiosk.domain.staff import Role, Staff
from kiosk.domain.staffing import Joining, card_lost, leave, new_card, works
from kiosk.storage import queries
from kiosk.upkeep.cards import text_of_staff
from kiosk.visit.sitting import Place
from kiosk.visit.staffing import engaged, with_pin

pin_option = click.option("--pin", prompt="密码 / PIN", hide_input=True, help="6 to 12 digits 6 到 12 位数字.")
number_argument = click.argument("number")


@click.group()
def staff() -> None:
    """Who works here, in which role, with which card 人员."""


@staff.command("list")
@data_option
@key_option
@json_option
def list_staff(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Everybody who has a card here, names masked 名单."""
    with at_work(folder, key_path) as place:
        found = [as_row(place, one) for one in queries.all_staff(place.db)]
    spoken = Spoken()
    lines = (f"{r['number']}  {r['name']}  {spoken.say('role.' + r['role'])}  {r['expires_on']}" for r in found)
    say(found, as_json=as_json, for_people="\n".join(lines))


@staff.command()
@number_argument
@click.option("--name", required=True, help="The whole name 姓名.")
@click.option("--role", required=True, type=click.Choice(get_args(Role)), help="What they do here 岗位.")
@pin_option
@staff_option
@data_option
@key_option
@json_option
def add(number: str, name: str, role: Role, pin: str, actor: str, **how: Any) -> None:
    """Somebody joins; the card is printed from what it says 加同事."""
    with at_work(how["folder"], how["key_path"]) as place:
        allowed(place, actor, "staff")
        joined = engaged(place, actor, Joining(number, name.strip(), role, pin))
        if isinstance(joined, Refused):
            refuse(joined.reasons)
        tell_card(place, joined, as_json=how["as_json"])


@staff.command()
@number_argument
@pin_option
@staff_option
@data_option
@key_option
@json_option
def pin(number: str, pin: str, actor: str, **how: Any) -> None:
    """A new PIN; the old one is forgotten 换密码."""
    with at_work(how["folder"], how["key_path"]) as place:
        one = one_numbered(place, actor, number)
        done = with_pin(place, actor, one, pin)
        if isinstance(done, Refused):
            refuse(done.reasons)
    say({"number": number}, as_json=how["as_json"], for_people=Spoken().say("closing.done"))


@staff.command()
@number_argument
@staff_option
@data_option
@key_option
@json_option
def lost(number: str, actor: str, **how: Any) -> None:
    """The card opens nothing from now on 挂失."""
    with at_work(how["folder"], how["key_path"]) as place:
        told(place, actor, card_lost(one_numbered(place, actor, number)))
    say({"number": number}, as_json=how["as_json"], for_people=Spoken().say("closing.done"))


@staff.command()
@number_argument
@staff_option
@data_option
@key_option
@json_option
def card(number: str, actor: str, **how: Any) -> None:
    """A new card; the one before opens nothing any more 换卡."""
    with at_work(how["folder"], how["key_path"]) as place:
        one = one_numbered(place, actor, number)
        told(place, actor, new_card(one, place.today))
        tell_card(place, queries.staff(place.db, one.staff) or one, as_json=how["as_json"])


@staff.command("leave")
@number_argument
@staff_option
@data_option
@key_option
@json_option
def leave_staff(number: str, actor: str, **how: Any) -> None:
    """Works here no longer; what was done stays under the number 离岗."""
    with at_work(how["folder"], how["key_path"]) as place:
        one = one_numbered(place, actor, number)
        told(place, actor, leave(one, tuple(queries.all_staff(place.db)), place.today))
    say({"number": number}, as_json=how["as_json"], for_people=Spoken().say("closing.done"))


def one_numbered(place: Place, actor: str, number: str) -> Staff:
    """The right comes first: whoever may not ask is not told who is here."""
    allowed(place, actor, "staff")
    return queries.staff_numbered(place.db, number) or refuse((STAFF_UNKNOWN.because(number=number),))


def told(place: Place, actor: str, outcome: tuple[HallFact, ...] | Refused) -> None:
    if isinstance(outcome, Refused):
        refuse(outcome.reasons)
    place.store.record(*outcome, moment=place.moment, actor=actor)


def tell_card(place: Place, one: Staff, *, as_json: bool) -> None:
    text = text_of_staff(place.db, one)
    say(
        {**as_row(place, one), "card": text}, as_json=as_json, for_people=f"kiosk code staff {one.number} --png\n{text}"
    )


def as_row(place: Place, one: Staff) -> dict[str, Any]:
    return {
        "number": one.number,
        "name": names.masked(one.name),
        "role": one.role,
        "expires_on": one.card_expires_on,
        "lost": one.card_lost_at is not None,
        "works": works(one, place.today),
    }
