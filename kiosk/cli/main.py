"""Main: every group of commands, and where they meet."""

import click

from kiosk import __version__
from kiosk.cli.audit import audit
from kiosk.cli.begin import HELP
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


@click.group(context_settings={"help_option_names": list(HELP)})
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
