"""What the first run has said becomes a kiosk, by the rules of the install file; or it says why not."""

from pathlib import Path

import msgspec

from kiosk.devices.settings import Machine, read_settings
from kiosk.domain.outfit import Made
from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import open_store
from kiosk.sync.codes_on_stick import PACK_FILE, Pack
from kiosk.upkeep import outfit
from kiosk.upkeep.outfit import Ground, Outfit

SAID = {
    "machine.language": "en",
    "machine.turned": "90",
    "hall.name": '临江"职工\\书屋',
    "hall.number": "12",
    "hall.kind": "station",
    "panel.foot_mm": "790",
    "clock": "right",
    "hub": "alone",
    "librarian.name": "周敏",
    "librarian.number": "007",
    "librarian.pin": "204816",
}


def made(folder: Path, said: dict[str, str], media: tuple[str, ...] = ()) -> Made:
    fitter = Outfit(Ground(folder, media=media))
    fitter._make(said)
    assert fitter.made
    return fitter.made


def test_a_kiosk_is_made_as_it_was_said(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = made(folder, SAID)
    assert (done.staff, done.pin, done.wrong) == ("007", "", ()) and done.card
    settings = read_settings(folder)
    assert settings.machine == Machine("kiosk", 90, "en") and settings.panel.foot_mm == 790
    store = open_store(folder, read_key(key_file(folder)))
    row = store.db.execute("select hall, name from halls").fetchone()
    assert tuple(row) == (12, '临江"职工\\书屋')
    store.close()
    assert made(folder, SAID).wrong, "a kiosk that stands is not made again"


def test_what_is_wrong_is_told_all_at_once_and_nothing_is_made(tmp_path: Path) -> None:
    done = made(tmp_path / "data", SAID | {"hall.number": "0", "librarian.pin": "12", "hub": "stick"})
    assert len(done.wrong) == 3 and all(set(one) == {"zh_CN", "en"} for one in done.wrong)
    assert not (tmp_path / "data").exists()


def test_a_hub_that_is_not_there_leaves_a_folder_in_which_it_can_be_tried_again(tmp_path: Path) -> None:
    stick = tmp_path / "media/stick"
    stick.mkdir(parents=True)
    pack = Pack("https://127.0.0.1:9", 12, "2099-01-01", ("0123-4567-89AB-CDEF-GHJK-MNPQ",) * 2)
    (stick / PACK_FILE).write_bytes(msgspec.json.encode(pack))
    joining = SAID | {"hub": "stick", "hub.number": "2"}
    refused = made(tmp_path / "data", joining, (str(tmp_path / "media"),))
    assert refused.wrong and "中心" in refused.wrong[0]["zh_CN"]
    assert made(tmp_path / "data", SAID).staff == "007"


def test_only_sticks_with_codes_count_and_a_camera_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "user/with").mkdir(parents=True)
    (tmp_path / "user/with" / PACK_FILE).write_text("{}", "utf-8")
    assert outfit.sticks((str(tmp_path),)) == [tmp_path / "user/with"]
    for n in range(2):
        (tmp_path / f"video{n}").mkdir()
        (tmp_path / f"video{n}/name").write_text("USB Camera\n", "utf-8")
    assert outfit.cameras(tmp_path) == ("USB Camera",)
