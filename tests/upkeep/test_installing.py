"""The install file: a kiosk without a question, or every mistake at once, each with its line and what to write."""

import re
from pathlib import Path

import pytest

from kiosk.devices.clock import SystemClock
from kiosk.devices.settings import SerialPort, read_settings
from kiosk.storage import keys, queries
from kiosk.storage.database import key_file, read_key
from kiosk.storage.pins import pin_matches
from kiosk.storage.store import open_store
from kiosk.sync.codes_on_stick import PACK_FILE
from kiosk.sync.entering import Invitation
from kiosk.upkeep.install_file import Install, Mistake, read_install, sentence
from kiosk.upkeep.install_hub import Given, invitation
from kiosk.upkeep.installing import Installed, install
from kiosk.upkeep.setup import AlreadySetUp, set_up
from kiosk.words import LANGUAGES

EXAMPLE = (Path(__file__).parents[2] / "docs/install.toml").read_text("utf-8")
HEAD, HALL, REST = EXAMPLE.partition("[hall]")
ALONE, _, _ = REST.partition("\n# [hub]")
ALL = HEAD + HALL + ALONE.replace("\n# ", "\n")
LEAST = '[hall]\nname = "馆"\n[librarian]\nname = "周敏"\n'
ALL_WRONG = """[hall]
nam = "江北"
number = 0
kind = "castle"
closed_weekdays = "8"
[librarian]
name = ""
pin = "12"
number = "工号"
[sound]
volume = "loud"
quiet_from = "nine"
[[scanners.serial]]
baud = 9600
[scaners]
side = "below"
[hub]
address = "http://x"
"""


def installed(folder: Path, text: str) -> Installed:
    asked, now = read_install(text), SystemClock().now()
    assert isinstance(asked, Install), asked
    return install(folder, asked, lambda plan: set_up(folder, plan, now), now)


@pytest.mark.parametrize("text", [EXAMPLE, ALL], ids=["as it is", "with every line"])
def test_the_example_is_right(text: str) -> None:
    asked = read_install(text)
    assert isinstance(asked, Install), asked
    assert asked.hall.name == "江北职工书屋" and asked.settings["panel"] == {"height_mm": 940, "foot_mm": 600}


def test_a_kiosk_is_made_with_its_settings_and_its_first_librarian(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    made = installed(folder, ALL)
    settings = read_settings(folder)
    assert settings.panel.foot_mm == 600 and settings.printers.elsewhere == "一楼服务台，9:00 至 17:00"
    assert settings.scanners.serial == (SerialPort("ttyACM0", 9600),) and settings.sound.quiet_from is not None
    assert (made.staff, made.pin, made.hall.place) == ("S001", "", "一楼大厅")
    store = open_store(folder, read_key(key_file(folder)))
    staff = queries.staff_numbered(store.db, "S001")
    assert staff and staff.role == "manager" and pin_matches(staff.pin_hash or "", "204816")
    assert keys.issuers(store.db)
    store.close()


def test_a_kiosk_that_stands_keeps_its_settings(tmp_path: Path) -> None:
    installed(tmp_path / "data", LEAST)
    with pytest.raises(AlreadySetUp):
        installed(tmp_path / "data", ALL)
    assert not (tmp_path / "data/device.toml").exists()


def test_without_a_pin_one_is_drawn_by_lot_and_told(tmp_path: Path) -> None:
    made = installed(tmp_path / "data", LEAST)
    assert len(made.pin) == 6 and made.pin.isdecimal()
    assert not (tmp_path / "data/device.toml").exists(), "nothing was said of the machine"


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    found = read_install(ALL_WRONG)
    assert isinstance(found, tuple)
    where = [(m.line, m.what, m.values.get("entry", m.values["section"]), m.instead and m.instead.what) for m in found]
    assert where == [
        (1, "no_key", "name", "text"),
        (2, "unknown_key", "nam", "perhaps"),
        (3, "wrong", "number", "number"),
        (4, "wrong", "kind", "one_of"),
        (5, "wrong", "closed_weekdays", "weekdays"),
        (7, "wrong", "name", "text"),
        (8, "wrong", "pin", "pin"),
        (9, "wrong", "number", "staff_number"),
        (11, "wrong", "volume", "number"),
        (12, "wrong", "quiet_from", "time"),
        (13, "wrong", "serial", "list"),
        (15, "unknown_section", "scaners", "perhaps"),
        (17, "no_key", "code", "text"),
        (18, "wrong", "address", "address"),
    ]
    for mistake in found:
        assert not any(re.search(r"{\w+}", sentence(mistake, language)) for language in LANGUAGES)


PACK = '{"url": "https://hub.example:8460", "hall": 7, "until": "2099-01-01T00:00:00+00:00", "codes": ["A", "B"]}'


@pytest.mark.parametrize(
    ("hub", "number", "found"),
    [
        ('code = "1234"', 0, ["hub_code", "no_key"]),
        ('stick = "away"', 0, ["hub_no_pack"]),
        ('stick = "."', 0, ["hub_which", "hub_hall"]),
        ('stick = "."\nnumber = 3', 0, ["hub_hall", "hub_number"]),
        ('stick = "."\ncode = "x"', 3, ["hub_number", "hub_hall", "hub_either"]),
        ("", 0, ["no_key"]),
    ],
)
def test_a_way_to_the_hub_that_does_not_fit_is_told_before_anything_is_made(
    tmp_path: Path, hub: str, number: int, found: list[str]
) -> None:
    (tmp_path / PACK_FILE).write_text(PACK, "utf-8")
    told = read_install(f"{LEAST}[hub]\n{hub}\n", Given(tmp_path, number))
    assert isinstance(told, tuple)
    assert sorted(mistake.what for mistake in told) == sorted(found)
    for mistake in told:
        assert not any(re.search(r"{\w+}", sentence(mistake, language)) for language in LANGUAGES)


def test_twelve_machines_are_told_apart_by_what_is_said_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / PACK_FILE).write_text(PACK, "utf-8")
    text, given = LEAST.replace('"馆"', '"馆"\nnumber = 7') + '[hub]\nstick = "."\nnumber = 1\n', Given(tmp_path, 2)
    asked = read_install(text, given)
    assert isinstance(asked, Install) and asked.hub
    assert invitation(asked.hub, given) == Invitation("https://hub.example:8460", "B")


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", [(0, "no_section"), (0, "no_section")]),
        ('[hall]\nname = "馆\n', [(2, "not_toml")]),
        (LEAST + "hall = 3\n", [(5, "unknown_key")]),
        ("scanners = 3\n" + LEAST, [(1, "unknown_section")]),
        (LEAST + "[drinks]\n", [(5, "unknown_section")]),
    ],
)
def test_files_that_are_not_even_near(text: str, mistake: list[tuple[int, str]]) -> None:
    found = read_install(text)
    assert isinstance(found, tuple)
    assert [(m.line, m.what) for m in found] == mistake
    assert all(isinstance(m, Mistake) and sentence(m, "zh_CN") for m in found)
