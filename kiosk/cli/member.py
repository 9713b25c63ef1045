"""Commands for members: member find, show, add, block, unblock, lost, found, renew, reissue, pin, tier."""

from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk.cli.folder import data_option, json_option, key_option, say
from kiosk.cli.refusing import allowed, say_no
from kiosk.cli.staff import at_work, staff_option
from kiosk.domain.joining import JoinDraft, said
from kiosk.domain.members import TIERS, Member
from kiosk.domain.membership import BLOCK_DAYS, WHYS, Because, Change, Wanted
from kiosk.domain.refusals import HOLDER_UNKNOWN, Refused
from kiosk.storage import people, queries
from kiosk.visit.fresh_pin import FreshPin
from kiosk.visit.member_acts import added, changed
from kiosk.visit.member_desk import shown
from kiosk.visit.member_hand import MemberHand
from kiosk.visit.members import line
from kiosk.visit.sitting import Place

said_option = click.option("--said", default="", help="One line, with --why other; no names 说一句，不写姓名.")


@click.group()
def member() -> None:
    """Members: found, added, blocked, given a new card or PIN 会员: 查找、办证、暂停、补卡、重设密码."""


def at_desk(how: Any) -> Any:
    """What all of them take; names stay masked, as on the screen."""
    for option in (json_option, key_option, data_option, staff_option):
        how = option(how)
    return how


@member.command("find")
@click.argument("typed")
@at_desk
def find(typed: str, actor: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Whom TYPED may mean: the first letters of a name, characters, digits of a number, a phone 查找会员."""
    with at_work(folder, key_path) as place:
        allowed(place.store, actor, "members", as_json=as_json)
        found = people.found(place.db, place.rules.hall.hall, typed.strip())
        rows = [as_line(place, one) for one in found.members]
    text = "\n".join("{number}  {name}  {tier}  {state}  {unit}".format(**row) for row in rows) or "没有找到 / nobody"
    say({"count": found.count, "members": rows}, as_json=as_json, for_people=text)


def as_line(place: Place, one: Member) -> dict[str, Any]:
    row = line(place, one)
    told = {field: getattr(row, field) for field in ("name", "tier", "unit", "state")}
    return {"number": one.number, **told, "until": row.until.isoformat()}


@member.command()
@click.argument("number")
@at_desk
def show(number: str, actor: str, folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """What is open of one member, under a masked name; nothing that was read before 看一位会员."""
    with at_work(folder, key_path) as place:
        allowed(place.store, actor, "members", as_json=as_json)
        one = numbered(place, number, as_json=as_json)
        screen = shown(place, one, MemberHand(member=one.member))
        answer = as_line(place, one) | {
            "loans": [{"title": row.book.title, "due_on": row.due.on.isoformat()} for row in screen.loans],
            "holds": [{"title": row.book.title, "state": row.state} for row in screen.holds],
            "courses": [row.title for row in screen.courses],
            "hours": screen.hours,
            "certificates": screen.certificates,
            "stops": msgspec.to_builtins(screen.stops),
        }
    text = (
        "{number}  {name}  {tier}  {state}\n在借 {loans} 册，预约 {holds} 种 / on loan, holds\n有效期至 / until {until}"
    )
    counted = {**answer, "loans": len(screen.loans), "holds": len(screen.holds)}
    say(answer, as_json=as_json, for_people=text.format(**counted))


@member.command()
@click.option("--name", required=True, help="The whole name 姓名.")
@click.option("--phone", default="", help="Of it only a keyed hash is kept 手机号.")
@click.option("--unit", default="", help="Where the member works 单位.")
@click.option("--tier", type=click.Choice(TIERS), default="member", show_default=True)
@click.option("--born", default="", help="The year of birth 出生年份.")
@click.option("--another", is_flag=True, help="It is another person of that name 是另一位同名的人.")
@at_desk
def add(actor: str, folder: Path | None, key_path: Path | None, as_json: bool, another: bool, **fields: str) -> None:
    """Somebody joins: number, card and a first PIN, which is told once 新会员."""
    with at_work(folder, key_path) as place:
        allowed(place.store, actor, "members", as_json=as_json)
        draft = JoinDraft()
        for field, text in fields.items():
            draft = said(draft, field, text)
        fresh = FreshPin()
        made = added(place, msgspec.structs.replace(draft, another=another), fresh.done(), actor)
        if isinstance(made, Refused):
            say_no(made.reasons, as_json=as_json)
        answer = as_line(place, made) | {"pin": fresh.pin}
    say(answer, as_json=as_json, for_people="会员号 / number {number}\n密码 / PIN {pin}".format(**answer))


def numbered(place: Place, number: str, *, as_json: bool) -> Member:
    found = queries.member_numbered(place.db, number)
    if found is None:
        say_no((HOLDER_UNKNOWN.because(number=number),), as_json=as_json)
    return found


def changes(change: Change, name: str, told: str) -> click.Command:
    """One command for each change that needs no more than a reason."""

    @click.argument("number")
    @click.option("--why", required=True, type=click.Choice(WHYS[change]), help="Why 原因.")
    @said_option
    @at_desk
    def command(
        number: str, why: str, said: str, actor: str, folder: Path | None, key_path: Path | None, as_json: bool
    ) -> None:
        carried_out((folder, key_path), (number, actor), Wanted(change, Because(why, said)), as_json=as_json)

    return click.command(name, help=told)(command)


def carried_out(where: tuple[Path | None, Path | None], who: tuple[str, str], wanted: Wanted, *, as_json: bool) -> None:
    number, actor = who
    with at_work(*where) as place:
        allowed(place.store, actor, "members", as_json=as_json)
        one = numbered(place, number, as_json=as_json)
        fresh = FreshPin() if wanted.change == "pin" else None
        wanted = msgspec.structs.replace(wanted, text=fresh.done()) if fresh else wanted
        done = changed(place, one, wanted, actor)
        if isinstance(done, Refused):
            say_no(done.reasons, as_json=as_json)
        after = as_line(place, queries.member(place.db, one.member) or one)
    answer = after | {"facts": [type(fact.p).__name__ for fact in done.facts]} | ({"pin": fresh.pin} if fresh else {})
    text = "{number}  {name}  {state}  {until}".format(**after) + (f"\n密码 / PIN {fresh.pin}" if fresh else "")
    say(answer, as_json=as_json, for_people=text)


@member.command()
@click.argument("number")
@click.option("--why", required=True, type=click.Choice(WHYS["block"]), help="Why 原因.")
@click.option("--days", type=click.Choice([str(n) for n in BLOCK_DAYS]), default="30", help="0: until it is lifted.")
@said_option
@at_desk
def block(
    number: str, why: str, days: str, said: str, actor: str, folder: Path | None, key_path: Path | None, as_json: bool
) -> None:
    """No new loans, for some days or until it is lifted; what is on loan stays so 暂停借阅."""
    wanted = Wanted("block", Because(why, said), days=int(days))
    carried_out((folder, key_path), (number, actor), wanted, as_json=as_json)


@member.command()
@click.argument("number")
@click.option("--to", "to", required=True, type=click.Choice(TIERS), help="The new tier 类别.")
@click.option("--why", required=True, type=click.Choice(WHYS["tier"]), help="Why 原因.")
@said_option
@at_desk
def tier(
    number: str, to: str, why: str, said: str, actor: str, folder: Path | None, key_path: Path | None, as_json: bool
) -> None:
    """Another tier, and with it other rules 改会员类别."""
    wanted = Wanted("tier", Because(why, said), tier=to)
    carried_out((folder, key_path), (number, actor), wanted, as_json=as_json)


for command in (
    changes("lift", "unblock", "Everything that stops new loans is lifted 恢复借阅."),
    changes("lost", "lost", "The card is reported lost; it works no more 挂失."),
    changes("found", "found", "The lost card is there again, and works 解挂."),
    changes("renew", "renew", "The card lasts longer; the paper stays the same 延期."),
    changes("reissue", "reissue", "A new card; the old one works no more. Print it with `kiosk cards` 补卡."),
    changes("pin", "pin", "A new PIN, told once 重设密码."),
):
    member.add_command(command)
