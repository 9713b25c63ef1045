"""Commands by which certificates come to be and end: what a course asks for, mark, issue, supersede, revoke."""

import sys
from contextlib import closing
from pathlib import Path
from typing import get_args

import click

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.cli.refusing import allowed, say_no, tell
from kiosk.devices.clock import SystemClock
from kiosk.domain.certificates import MARKS, CertificateKind, CertificateRule, Mark, plain_number
from kiosk.domain.classes import Course
from kiosk.domain.facts import CertificateRuleSet, WorkMarked
from kiosk.domain.giving import Asked
from kiosk.domain.refusals import COURSE_UNKNOWN, HOLDER_UNKNOWN, Refused
from kiosk.storage import certificates, programme, queries
from kiosk.storage.lock import FolderLock
from kiosk.storage.store import Store

staff_option = click.option("--staff", "number", required=True, help="The number of whoever does it.")


def course_of(store: Store, course: int, *, as_json: bool) -> Course:
    found = programme.course(store.db, course)
    if found is None:
        say_no((COURSE_UNKNOWN.because(course=course),), as_json=as_json)
    return found


@click.command()
@click.argument("course", type=int)
@data_option
@key_option
@staff_option
@click.option("--share", "share_pct", type=click.IntRange(1, 100), help="Per cent of the evenings.")
@click.option("--hours", type=click.FloatRange(0.5, 2000), help="So many hours instead of a share.")
@click.option("--mark", type=click.Choice(["", *MARKS]), default="", help="A mark that staff have to note.")
@click.option("--template", default="", help="Of the completion certificate, such as bilingual-1.")
def rule(
    course: int,
    folder: Path | None,
    key_path: Path | None,
    number: str,
    share_pct: int | None,
    hours: float | None,
    mark: Mark,
    template: str,
) -> None:
    """What a course asks for, where it is not what the hall asks for. 结业要求。"""
    store = store_of(folder, key_path)
    with closing(store):
        actor = allowed(store, number, "certificates", as_json=False)
        found = course_of(store, course, as_json=False)
        half_hours = None if hours is None else round(hours * 2)
        asked = CertificateRule(found.course, share_pct, half_hours, mark, template)
        with FolderLock(named(folder)):
            store.record(CertificateRuleSet(asked), moment=SystemClock().now(), actor=actor)
    click.echo("已登记 / noted")


@click.command()
@click.argument("course", type=int)
@click.argument("member")
@click.argument("mark", type=click.Choice(MARKS))
@data_option
@key_option
@staff_option
def mark(course: int, member: str, mark: Mark, folder: Path | None, key_path: Path | None, number: str) -> None:
    """Somebody's work was handed in, or a test was passed. 登记作业、考核。"""
    store = store_of(folder, key_path)
    with closing(store):
        actor = allowed(store, number, "certificates", as_json=False)
        found, who = course_of(store, course, as_json=False), queries.member_numbered(store.db, member)
        if who is None:
            say_no((HOLDER_UNKNOWN.because(number=member),), as_json=False)
        with FolderLock(named(folder)):
            store.record(WorkMarked(found.course, who.member, mark), moment=SystemClock().now(), actor=actor)
    click.echo("已登记 / noted")


@click.command()
@data_option
@key_option
@click.option("--course", type=int, required=True)
@click.option("--member", "members", multiple=True, help="Only these members' numbers; else all who have earned one.")
@click.option("--kind", type=click.Choice(get_args(CertificateKind)), default="completion", show_default=True)
@click.option("--template", default="", help="Another wording of the same kind.")
@staff_option
@json_option
def issue(
    folder: Path | None,
    key_path: Path | None,
    course: int,
    members: tuple[str, ...],
    kind: CertificateKind,
    template: str,
    number: str,
    as_json: bool,
) -> None:
    """Freeze, number and sign: one certificate for each who has earned it. 签发。"""
    from kiosk.upkeep.issuing import issue as given

    store = store_of(folder, key_path)
    with closing(store), FolderLock(named(folder)):
        actor = allowed(store, number, "certificates", as_json=as_json)
        found, rules = course_of(store, course, as_json=as_json), queries.hall_rules(store.db, store.device.hall)
        cases = [c for c in certificates.cases(store.db, rules, found) if not members or c.number in members]
        done = given(store, cases, Asked(kind, SystemClock().now(), actor, template))
    if isinstance(done, Refused):
        say_no(done.reasons, as_json=as_json)
    refused = [{"member": case.number, "reasons": [r.code for r in reasons]} for case, reasons in done.refused]
    told = {"issued": list(done.numbers), "refused": refused}
    say(told, as_json=as_json, for_people="\n".join(done.numbers) or "没有可签发的 / nobody has earned one")
    if members:
        tell([reason for _, reasons in done.refused for reason in reasons], as_json=False)
    sys.exit(0 if done.numbers else REFUSED)


@click.command()
@click.argument("certificate")
@data_option
@key_option
@click.option("--template", default="", help="Another wording of the same kind.")
@staff_option
@json_option
def supersede(
    certificate: str, folder: Path | None, key_path: Path | None, template: str, number: str, as_json: bool
) -> None:
    """As it would be issued today: a new number that names the old one. 换发。"""
    from kiosk.upkeep.issuing import supersede as replaced

    store = store_of(folder, key_path)
    with closing(store), FolderLock(named(folder)):
        actor = allowed(store, number, "certificates", as_json=as_json)
        asked = Asked("completion", SystemClock().now(), actor, template)
        done = replaced(store, plain_number(certificate), asked)
    if isinstance(done, Refused):
        say_no(done.reasons, as_json=as_json)
    told = {"certificate": done, "supersedes": plain_number(certificate)}
    say(told, as_json=as_json, for_people=f"{plain_number(certificate)} -> {done}")


@click.command()
@click.argument("certificate")
@data_option
@key_option
@click.option("--why", required=True, help="In words; whoever verifies it reads them.")
@staff_option
@json_option
def revoke(certificate: str, folder: Path | None, key_path: Path | None, why: str, number: str, as_json: bool) -> None:
    """From today on it no longer holds. 作废。"""
    from kiosk.upkeep.issuing import revoke as ended

    store = store_of(folder, key_path)
    with closing(store), FolderLock(named(folder)):
        actor = allowed(store, number, "certificates", as_json=as_json)
        refused = ended(store, plain_number(certificate), why, Asked("completion", SystemClock().now(), actor))
    if refused:
        say_no(refused.reasons, as_json=as_json)
    say({"revoked": plain_number(certificate)}, as_json=as_json, for_people=f"已作废 / revoked: {certificate}")


GIVING = (rule, mark, issue, supersede, revoke)
