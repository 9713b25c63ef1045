"""Look: how the window is opened, as a kiosk's or as a desk's."""

from typing import get_args

import click
from msgspec import Struct
from msgspec.structs import replace

from kiosk.devices.settings import Settings
from kiosk.domain.halls import Device

SIZES: dict[Device, str] = {"kiosk": "1080x1920", "desk": "1920x1080"}
role_option = click.option("--role", type=click.Choice(get_args(Device)), help="What it is for; else as it was set up.")


class Look(Struct, frozen=True):
    """Without a role, what it is for is as the machine was set up."""

    windowed: bool
    size: str = SIZES["kiosk"]
    role: Device | None = None


def in_role(settings: Settings, role: Device | None) -> Settings:
    return replace(settings, machine=replace(settings.machine, role=role)) if role else settings


def shape(size: str) -> tuple[int, int]:
    width, _, height = size.partition("x")
    return int(width), int(height)
