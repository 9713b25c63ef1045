"""kiosk find and kiosk catalogue: what a technician sees, and what another program reads."""

import json
import subprocess
import sys
from pathlib import Path

from commands import DemoHall

from kiosk.storage.lock import FolderLock
from kiosk.storage.packs import installed, pack_file

KEYS = {"title", "name", "author", "class_mark", "isbn", "copies_here", "copies_elsewhere", "shelf"}


def find(demo: DemoHall, *arguments: str):  # type: ignore[no-untyped-def]
    return json.loads(demo.kiosk("find", *arguments, "--json").stdout)


def test_initials_find_the_classic_first_beside_a_running_kiosk(demo: DemoHall) -> None:
    with FolderLock(demo.folder):
        found = find(demo, "hlm")
    first = found["titles"][0]
    assert first["name"] == "红楼梦" and first.keys() >= KEYS
    assert first["copies_here"] + first["copies_elsewhere"] >= 1
    assert len(found["titles"]) <= 8 and found["count"] >= len(found["titles"])


def test_ways_to_find(demo: DemoHall) -> None:
    assert find(demo, "曹雪芹", "--by", "author")["titles"][0]["name"] == "红楼梦"
    assert find(demo, "9787020002207", "--by", "isbn")["count"] == 1
    assert len(find(demo, "a", "--limit", "20")["titles"]) == 20
    assert "红楼梦" in demo.kiosk("find", "hongloumeng").stdout


def test_what_is_not_there_is_answered_with_what_may_be_meant(demo: DemoHall) -> None:
    refused = demo.kiosk("find", "红楼孟")
    assert refused.returncode == 1 and "红楼梦" in refused.stdout
    assert find(demo, "红楼孟") == {"titles": [], "count": 0, "more": False, "meant": ["红楼梦"]}


def test_a_catalogue_is_built_moved_and_installed(demo: DemoHall, tmp_path: Path) -> None:
    before = installed(demo.folder)
    out = tmp_path / "city.pack"
    made = json.loads(demo.kiosk("catalogue", "build", "--out", str(out), "--json").stdout)
    assert made["count"] == 900 and installed(demo.folder) == before
    assert demo.kiosk("catalogue", "install", str(out)).returncode == 0
    status = json.loads(demo.kiosk("catalogue", "status", "--json").stdout)
    assert [s["ok"] for s in status] == [True, True] and status[1]["digest"] == before[0]
    assert demo.kiosk("catalogue", "build").returncode == 0
    assert find(demo, "hlm")["titles"][0]["name"] == "红楼梦"


def test_a_damaged_catalogue_is_refused_in_words(demo: DemoHall, tmp_path: Path) -> None:
    before = installed(demo.folder)
    out = tmp_path / "bad.pack"
    out.write_bytes(pack_file(demo.folder, before[0]).read_bytes()[:-100])
    refused = demo.kiosk("catalogue", "install", str(out), "--json")
    assert refused.returncode == 1 and json.loads(refused.stdout)["code"] == "D-12"
    assert "D-12" in demo.kiosk("catalogue", "install", str(out)).stdout
    assert installed(demo.folder) == before


def test_whoever_only_searches_never_loads_the_dictionary(demo: DemoHall) -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.storage.catalogue import Catalogue;"
        "from kiosk.storage.store import Device; c = Catalogue(Path(sys.argv[1]), Device('d', 1, 1));"
        "assert c.search('hlm').count and c.meant('红楼孟') and c.leading('h'); assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(demo.folder)], check=True, timeout=60)
