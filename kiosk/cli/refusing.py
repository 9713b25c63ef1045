"""Refusing: how a command says no, with every reason in both languages, and whose role may do what."""

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from kiosk import words
from kiosk.cli.folder import REFUSED, say
from kiosk.domain.refusals import MAY_NOT_ISSUE, Reason
from kiosk.domain.staff import Action, may
from kiosk.storage import queries
from kiosk.storage.store import Store


def say_no(reasons: Sequence[Reason], *, as_json: bool) -> NoReturn:
    tell(reasons, as_json=as_json)
    sys.exit(REFUSED)


def tell(reasons: Sequence[Reason], *, as_json: bool) -> None:
    both = [[words.read(language).reason(reason) for reason in reasons] for language in words.LANGUAGES]
    if as_json:
        say({"reasons": both[0]}, as_json=True, for_people="")
    for chinese, english in zip(*both, strict=True):
        click.echo(f"{chinese.code} {chinese.text}：{chinese.facts}{chinese.next}", err=True)
        click.echo(f"     {english.text}: {english.facts} {english.next}", err=True)


def allowed(store: Store, number: str, action: Action, *, as_json: bool) -> str:
    """The staff number, if that role may do it; else the command ends here."""
    staff = queries.staff_numbered(store.db, number)
    if staff and may(staff.role, action):
        return number
    role = {"word": f"role.{staff.role}"} if staff else "–"
    store.close()
    say_no((MAY_NOT_ISSUE.because(staff=number, role=role),), as_json=as_json)
