"""The `kiosk` command: what every group of commands shares, and where they meet."""

import sys
import traceback

import click

from kiosk import __version__
from kiosk.cli.audit import audit
from kiosk.cli.build_up import copies
from kiosk.cli.cases import cases
from kiosk.cli.certificates import certificate
from kiosk.cli.class_papers import PAPER_COMMANDS
from kiosk.cli.classes import classes
from kiosk.cli.closing import closing
from kiosk.cli.colleagues import staff
from kiosk.cli.demo import demo, run
from kiosk.cli.doctor import doctor
from kiosk.cli.exchange import take_in
from kiosk.cli.export import give_out
from kiosk.cli.find import catalogue, find
from kiosk.cli.folder import REFUSED
from kiosk.cli.holds import holds
from kiosk.cli.hours import hours
from kiosk.cli.hub import hub
from kiosk.cli.join import join
from kiosk.cli.keep import check, setup
from kiosk.cli.key import key
from kiosk.cli.labels import cards, labels, posters
from kiosk.cli.make import code, maintenance
from kiosk.cli.member import member
from kiosk.cli.merging import MERGE_COMMANDS
from kiosk.cli.notices import notice
from kiosk.cli.overdue import overdue
from kiosk.cli.printing import printer
from kiosk.cli.report import report
from kiosk.cli.rescue import backup, restore
from kiosk.cli.rosters import ROSTER_COMMANDS
from kiosk.cli.rules import policy
from kiosk.cli.stocktake import stocktake
from kiosk.cli.sync import sync
from kiosk.cli.talk import console, replay
from kiosk.devices.settings import SettingsUnread
from kiosk.storage.database import StorageFault
from kiosk.storage.lock import FolderInUse

FAULT = 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def kiosk() -> None:
    """Hall Kiosk 职工文化自助终端"""


COMMANDS = (
    *(setup, demo, run, console, replay, code, maintenance, find, catalogue, notice, holds, overdue, classes),
    *(report, stocktake, copies, hub, join, sync, cases, doctor, key),
    *(policy, closing, staff, audit, member),
    *(take_in, give_out, labels, cards, posters, certificate, printer, check, backup, restore, hours),
)
for command in COMMANDS:
    kiosk.add_command(command)
for command in (*ROSTER_COMMANDS, *PAPER_COMMANDS):
    classes.add_command(command)


for command in MERGE_COMMANDS:
    cases.add_command(command)


def main() -> None:
    """0 done · 1 refused, or found something wrong · 2 wrong usage · 3 fault."""
    try:
        kiosk(standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except click.Abort:
        sys.exit(REFUSED)
    except FolderInUse as refused:
        click.echo(f"数据文件夹正在使用中 / the data folder is in use: {refused.holder}", err=True)
        sys.exit(REFUSED)
    except SettingsUnread as wrong:
        click.echo(f"设备设置有误 / the device's settings are wrong:\n{wrong}", err=True)
        sys.exit(REFUSED)
    except StorageFault as fault:
        click.echo(f"{fault.code} {fault}", err=True)
        sys.exit(FAULT)
    except Exception:
        click.echo(f"P-01 程序出错 / the program met something unforeseen\n{traceback.format_exc()}", err=True)
        sys.exit(FAULT)
