"""The command that says what is wrong with the machine: doctor."""

import sys
from pathlib import Path

import click

from kiosk import words
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say
from kiosk.devices.clock import SystemClock
from kiosk.domain.health import TROUBLES, Check, worst_first
from kiosk.storage.database import key_file
from kiosk.upkeep.doctor import Patient, examined

MARKS = {"ok": "✓", "warn": "△", "fail": "✗", "absent": "·"}


@click.command()
@data_option
@key_option
@json_option
def doctor(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """Say how every part of the machine is, and what to do; also while the kiosk runs. 1, if something has failed."""
    where = named(folder)
    checks = examined(Patient(where, key_path or key_file(where), SystemClock().now()))
    well = all(check.state != "fail" for check in checks)
    said = [told(check) for check in worst_first(checks)]
    say(
        {"ok": well, "checks": [as_answer(check) for check in checks]},
        as_json=as_json,
        for_people="\n".join(said),
    )
    sys.exit(0 if well else REFUSED)


def as_answer(check: Check) -> dict[str, str]:
    message, remedy = sentences(check)
    return {"name": check.name, "state": check.state, "message": message, "remedy": remedy}


def told(check: Check) -> str:
    message, remedy = sentences(check)
    return f"{MARKS[check.state]} {check.name}: {message}" + (f"\n  → {remedy}" if remedy else "")


def sentences(check: Check) -> tuple[str, str]:
    """Chinese, then English; a remedy only where there is something to do."""
    spoken = [words.read(language) for language in words.LANGUAGES]
    key = "doctor.slow" if check.why == "slow" else f"doctor.{check.name}_{check.why}"
    message = " / ".join(one.say(key, **check.values) for one in spoken)
    if check.state not in TROUBLES:
        return message, ""
    return message, " / ".join(one.say(f"{key}_cure", **check.values) for one in spoken)
