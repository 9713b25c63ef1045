"""Commands of a hub: serve, enrol, pack, devices in and out, status."""

import logging
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk.cli.folder import json_option, say
from kiosk.cli.hub_aside import parked, quarantine
from kiosk.cli.hub_find import callable_by, find
from kiosk.cli.hub_place import device_named, founded_at, hub_at, hub_options

PORT = 8460
DEVICES_MAX = 500
SHORT = 8  # letters of a device's id that lists show
hall_option = click.option("--hall", type=click.IntRange(1, 9999), required=True, help="The hall's number on labels.")
url_option = click.option("--url", envvar="KIOSK_HUB_URL", help="Where kiosks find this hub: https://NAME:8460.")


@click.group()
def hub() -> None:
    """The hall's or city's centre, where many kiosks become one truth 中心."""


@hub.command()
@hub_options
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 for all networks.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True)
@url_option
def serve(folder: Path | None, key_path: Path | None, database: str, host: str, port: int, url: str | None) -> None:
    """Serve kiosks until told to end; makes the hub where there is none."""
    from kiosk.hub.serving import Address, Serving
    from kiosk.hub.state import keep

    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    made = founded_at(folder, key_path, database, new=True)

    def listening(at: str) -> None:
        with made.hub.engine.begin() as db:
            keep(db, "url", url or at)
        click.echo(f"中心已就绪 / the hub listens: {at}")
        sys.stdout.flush()

    try:
        with callable_by(host, url, port):
            Serving(made, Address(host, port)).run(listening)
    finally:
        made.hub.engine.dispose()


@hub.command()
@hub_options
@hall_option
@click.option("--name", default="", help="What people call the device: 一楼服务台.")
@click.option("--role", type=click.Choice(("kiosk", "desk")), default="kiosk", show_default=True)
@url_option
@json_option
def enrol(
    folder: Path | None,
    key_path: Path | None,
    database: str,
    hall: int,
    name: str,
    role: str,
    url: str | None,
    as_json: bool,
) -> None:
    """Print a code that lets one device in, within half an hour, once 入网码."""
    from kiosk.hub.enrolling import CODE_MINUTES, Offer, offered
    from kiosk.sync.joining import in_groups, qr_text

    with hub_at(folder, key_path, database) as made:
        at = url or found_url(made)
        until = made.now + timedelta(minutes=CODE_MINUTES)
        with made.hub.engine.begin() as db:
            code = in_groups(offered(db, Offer(hall, name, role, until), made))
    answer = {"ok": True, "url": at, "code": code, "qr": qr_text(at, code), "until": until.isoformat()}
    lines = (f"{CODE_MINUTES} 分钟内有效，用一次 / good once, for {CODE_MINUTES} minutes", at, code)
    say(answer, as_json=as_json, for_people="\n".join((*lines, drawn(qr_text(at, code)))))


@hub.command()
@hub_options
@hall_option
@click.option("--devices", "count", type=click.IntRange(1, DEVICES_MAX), required=True, help="How many.")
@click.option("--stick", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@url_option
@json_option
def pack(
    folder: Path | None,
    key_path: Path | None,
    database: str,
    hall: int,
    count: int,
    stick: Path,
    url: str | None,
    as_json: bool,
) -> None:
    """Write codes for many devices to a stick: each good once, for 14 days; a device picks its number 几号机."""
    from kiosk.hub.enrolling import PACK_DAYS, pack as packed
    from kiosk.hub.tls import written
    from kiosk.sync.codes_on_stick import PACK_FILE
    from kiosk.sync.joining import in_groups

    with hub_at(folder, key_path, database) as made:
        at, until = url or found_url(made), made.now + timedelta(days=PACK_DAYS)
        with made.hub.engine.begin() as db:
            codes = [in_groups(code) for code in packed(db, hall, count, made)]
    file, content = stick / PACK_FILE, {"url": at, "hall": hall, "until": until.isoformat(), "codes": codes}
    written(file, msgspec.json.format(msgspec.json.encode(content)) + b"\n")
    said = f"{count} 台设备的入网码，{PACK_DAYS} 天内有效 / codes for devices, good for {PACK_DAYS} days: {file}"
    say({"ok": True, "file": str(file), "devices": count}, as_json=as_json, for_people=said)


@hub.command()
@hub_options
@click.argument("device")
@click.option("--wipe", is_flag=True, help="It is to destroy its key once all it has is here.")
@json_option
def revoke(folder: Path | None, key_path: Path | None, database: str, device: str, wipe: bool, as_json: bool) -> None:
    """Believe a device no longer; what it still says is put aside for a person 停用."""
    with hub_at(folder, key_path, database) as made:
        known = device_named(made, device)
        now = made.now.isoformat(timespec="microseconds")
        change(made, known.device, state="revoked", wipe=now if wipe else known.wipe)
    said = f"已停用，第 {known.last_seq} 条之后待处理 / revoked after {known.last_seq}: {known.device[:SHORT]}"
    say({"ok": True, "device": known.device, "revoked_after": known.last_seq}, as_json=as_json, for_people=said)


@hub.command()
@hub_options
@click.argument("device")
@json_option
def renew(folder: Path | None, key_path: Path | None, database: str, device: str, as_json: bool) -> None:
    """Let a device speak again that was alone for more than 45 days 续期."""
    from kiosk.hub.enrolling import renewed

    with hub_at(folder, key_path, database) as made:
        known = device_named(made, device)
        with made.hub.engine.begin() as db:
            until = renewed(db, known, made).expires_on.isoformat()
    said = f"续期至 {until} / good until {until}: {known.device[:SHORT]}"
    say({"ok": True, "device": known.device, "expires_on": until}, as_json=as_json, for_people=said)


@hub.command()
@hub_options
@json_option
def status(folder: Path | None, key_path: Path | None, database: str, as_json: bool) -> None:
    """How the hub is, and when each device was last heard 运行状况."""
    from kiosk.hub.devices import all_of
    from kiosk.hub.health import health

    with hub_at(folder, key_path, database) as made:
        told = health(made)
        with made.hub.engine.connect() as db:
            known = all_of(db)
    rows = [
        {"device": d.device, "hall": d.hall, "name": d.name, "state": d.state, "facts": d.last_seq}
        | {"seen_at": d.seen_at, "expires_on": d.expires_on.isoformat(), "wipe": d.wipe}
        for d in known
    ]
    say(told | {"list": rows}, as_json=as_json, for_people="\n".join(in_words(told, rows)))


def in_words(told: dict[str, Any], rows: list[dict[str, Any]]) -> list[str]:
    counts = told["devices"]
    lines = [
        f"数据库 / database {told['database']} · 版本 / version {told['version']} · {told['epoch']}",
        f"设备 / devices: 正常 / live {counts['live']}，停用 / revoked {counts['revoked']}，"
        f"复制 / forked {counts['forked']}，过期 / expired {counts['expired']}",
        f"待升级 / parked {told['parked']} · 待处理 / quarantined {told['quarantined']} · 待办 / cases {told['cases']}",
    ]
    return lines + [
        f"{row['hall']:>4}  {row['device'][:SHORT]}  {row['state']:<8} {(row['seen_at'] or '-')[:16]}  {row['name']}"
        for row in rows
    ]


def found_url(made: Any) -> str:
    from kiosk.hub.state import kept

    with made.hub.engine.connect() as db:
        at = kept(db, "url")
    if at is None:
        raise click.UsageError("中心还没有地址 / no address yet: kiosk hub serve, --url")
    return at


def change(made: Any, device: str, **fields: Any) -> None:
    from kiosk.hub import devices

    with made.hub.engine.begin() as db:
        devices.change(db, device, **fields)


def drawn(text: str) -> str:
    """A QR of characters, for a telephone or a scanner held to the screen."""
    from io import StringIO

    from qrcode import QRCode

    made, out = QRCode(border=2), StringIO()
    made.add_data(text)
    made.print_ascii(out)
    return out.getvalue()


hub.add_command(find)
hub.add_command(parked)
hub.add_command(quarantine)
