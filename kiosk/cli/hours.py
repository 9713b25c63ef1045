"""`kiosk hours`: whether the screen is dark now, and whether it is time to switch the machine off."""

import sys
from datetime import datetime
from pathlib import Path

import click

from kiosk.cli.folder import REFUSED, data_option, json_option, named, say
from kiosk.devices.hours import is_dark, is_off
from kiosk.devices.settings import read_settings


@click.command()
@data_option
@click.option("--off", "asks_off", is_flag=True, help="Exit with 0 if it is time to switch off, else with 1.")
@json_option
def hours(folder: Path | None, asks_off: bool, as_json: bool) -> None:
    """Tell whether the screen is dark now, and whether the machine is to be switched off 开放时间."""
    wanted, now = read_settings(named(folder)).hours, datetime.now().astimezone().time()
    dark, off = is_dark(wanted, now), is_off(wanted, now)
    people = "屏幕已熄 / the screen is dark" if dark else "屏幕亮着 / the screen is lit"
    people += "；该关机了 / time to switch off" if off else ""
    say({"dark": dark, "off": off}, as_json=as_json, for_people=people)
    sys.exit(REFUSED if asks_off and not off else 0)
