"""Each role and each command that names who acts: what the role may not do is refused and writes nothing."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from commands import DemoHall

from kiosk.cli.main import kiosk
from kiosk.domain.staff import ROLES, Action, may
from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import open_store

NOT_YOURS = ("S-01", "C-16", "may not cancel", "a manager or a technician issues it")
NONE = "0000000000000"
DAYS = "--from 2099-01-01 --until 2099-01-02"
# Every command that asks for --staff, with the right it needs; what it names is not there, so that nothing changes.
COMMANDS: dict[str, Action] = {
    f"notice post --title 题 --text {'文' * 61} {DAYS}": "policy",
    "notice withdraw nothing": "policy",
    "holds cancel nothing": "holds_shelf",
    "stocktake start --room 没有这一间": "stocktake",
    "stocktake close": "copies",
    f"copies move {NONE} --shelf X": "stocktake",
    f"copies send {NONE} --to 2": "copies",
    f"copies batch {NONE} --to 2 --name b": "copies",
    "copies batch-list b": "stocktake",
    f"copies receive {NONE}": "stocktake",
    f"copies donate {NONE}": "copies",
    f"copies drift {NONE}": "copies",
    f"copies mark lost {NONE}": "stocktake",
    f"copies mark withdrawn {NONE}": "copies",
    "copies build-up": "build_up",
    "cases settle nothing as_told": "cases",
    "cases reopen nothing": "cases",
    "cases merge x y": "members",
    "cases part x": "members",
    "policy set nothing loans_max=1 --why trial": "policy",
    "policy back nothing --why trial": "policy",
    "closing add 2000-01-01 --why x": "policy",
    "closing remove 2000-01-01": "policy",
    "closing weekly 1 --why trial": "policy",
    "staff add !! --name x --role volunteer --pin 1": "staff",
    "staff pin nobody --pin 1": "staff",
    "staff lost nobody": "staff",
    "staff card nobody": "staff",
    "staff leave nobody": "staff",
    "audit": "staff",
    "maintenance-code": "device",
    "report close --of 2099-Q1": "reports",
    "member find nobody": "members",
    "member show nobody": "members",
    "member add --name 甲 --phone 1": "members",
    "member block nobody --why asked": "members",
    "member unblock nobody --why heard": "members",
    "member lost nobody --why told": "members",
    "member found nobody --why shown": "members",
    "member renew nobody --why asked": "members",
    "member reissue nobody --why worn": "members",
    "member pin nobody --why forgotten": "members",
    "member tier nobody --to family --why proved": "members",
    "certificate rule 1": "certificates",
    "certificate mark 1 x passed": "certificates",
    "certificate issue --course 1": "certificates",
    "certificate supersede x": "certificates",
    "certificate revoke x --why y": "certificates",
    "certificate print --course 1": "certificates",
    "certificate reprint x": "certificates",
    "certificate name-check 1": "certificates",
}


def asking_for_staff(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from asking_for_staff(inner, (*path, name))
    elif any("--staff" in parameter.opts for parameter in command.params):
        yield " ".join(path)


def count(folder: Path) -> int:
    store = open_store(folder, read_key(key_file(folder)))
    (facts,) = store.db.execute("select count(*) from facts").fetchone()
    store.close()
    return int(facts)


def test_no_command_of_staff_is_forgotten() -> None:
    known = [name for name in asking_for_staff(kiosk) if any(f"{line} ".startswith(f"{name} ") for line in COMMANDS)]
    assert known == list(asking_for_staff(kiosk))


@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_a_role_gives_every_command(demo: DemoHall, role: str) -> None:
    actor, before = "S999" if role == "nobody" else demo.staff(role), count(demo.folder)
    for line, action in COMMANDS.items():
        out = ("--out", str(demo.folder / "x.pdf")) if {"name-check", "batch-list"} & set(line.split()) else ()
        asked = [*line.split(), *out, "--staff", actor, "--data", str(demo.folder)]
        done = CliRunner().invoke(kiosk, asked, input="")
        allowed = role in ROLES and may(role, action)
        told = done.stdout + done.stderr
        assert any(code in told for code in NOT_YOURS) != allowed, f"{line}\n{told}"
        assert allowed or done.exit_code == 1, f"{line}\n{told}"
    assert count(demo.folder) == before
