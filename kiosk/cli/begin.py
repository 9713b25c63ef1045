"""Begin: the `kiosk` command, and how it ends; a kiosk opens without the other commands, which no picture waits for."""

import sys
import traceback

import click

from kiosk.cli.folder import REFUSED
from kiosk.devices.settings import SettingsUnread
from kiosk.storage.database import StorageFault
from kiosk.storage.lock import FolderInUse

FAULT = 3
HELP = ("-h", "--help")


def main() -> None:
    if sys.argv[1:2] == ["run"]:
        from kiosk.cli.demo import run

        ended(run, sys.argv[2:], "kiosk run")
    else:
        from kiosk.cli.main import kiosk

        ended(kiosk, sys.argv[1:], "kiosk")


def ended(command: click.Command, arguments: list[str], name: str) -> None:
    """0 done · 1 refused, or found something wrong · 2 wrong usage · 3 fault."""
    try:
        command.main(arguments, name, standalone_mode=False, help_option_names=list(HELP))
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
