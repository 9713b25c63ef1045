"""Packs: sealed, proved, installed whole or not at all."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from shelves import ELSEWHERE, HERE, catalogue_of, names, pack_of, sample
from sqlcipher3 import dbapi2 as sqlite

from kiosk.storage.catalogue import Catalogue
from kiosk.storage.database import StorageFault
from kiosk.storage.pack import FORMAT, SEAL_BYTES, opened_pack, proved, seal
from kiosk.storage.packs import catalogue_folder, install, installed, pack_file

TITLES = sample(60)
PAGE = 4096


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    pack_of(tmp_path / "new.pack", TITLES)
    return tmp_path / "new.pack"


def flipped(at: Callable[[int], int]) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        content = bytearray(file.read_bytes())
        content[at(len(content))] ^= 0x40
        file.write_bytes(content)

    return damage


def cut(keep: Callable[[int], int]) -> Callable[[Path], None]:
    return lambda file: os.truncate(file, keep(file.stat().st_size))


def changed(*statements: str) -> Callable[[Path], None]:
    """Somebody changed it and sealed it again."""

    def damage(file: Path) -> None:
        os.truncate(file, file.stat().st_size - SEAL_BYTES)
        db = sqlite.connect(str(file), isolation_level=None)
        for sql in statements:
            db.execute(sql)
        db.close()
        seal(file)

    return damage


def sealed_text(file: Path) -> None:
    file.write_text("this is no database " * 500)
    seal(file)


DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "cut at the end": (cut(lambda size: size - 1), "D-12"),
    "cut in the middle": (cut(lambda size: size // 2), "D-12"),
    "cut at a page": (cut(lambda size: size // PAGE // 2 * PAGE), "D-12"),
    "no seal": (cut(lambda size: size - SEAL_BYTES), "D-12"),
    "empty": (cut(lambda size: 0), "D-12"),
    "first byte": (flipped(lambda size: 0), "D-12"),
    "header": (flipped(lambda size: 30), "D-12"),
    "first page": (flipped(lambda size: 2000), "D-12"),
    "middle": (flipped(lambda size: size // 2), "D-12"),
    "last page": (flipped(lambda size: size - SEAL_BYTES - 9), "D-12"),
    "length": (flipped(lambda size: size - 35), "D-12"),
    "digest": (flipped(lambda size: size - 3), "D-12"),
    "not SQLite": (lambda file: file.write_text("书目" * 5000) and None, "D-12"),
    "not SQLite, sealed": (sealed_text, "D-12"),
    "another database": (changed("pragma application_id = 7"), "D-13"),
    "newer format": (changed(f"pragma user_version = {FORMAT + 1}"), "D-14"),
    "a table less": (changed("drop table syllables"), "D-12"),
    "no manifest": (changed("delete from manifest"), "D-12"),
    "a strange manifest": (changed("update manifest set json = '{}'"), "D-12"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_pack_is_refused_and_the_old_one_stays(kind: str, pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hall"
    catalogue = catalogue_of(folder, TITLES[:20])
    before, listing = installed(folder), sorted(catalogue_folder(folder).iterdir())
    damage, code = DAMAGE[kind]
    damage(pack)
    with pytest.raises(StorageFault) as refused:
        install(folder, pack)
    assert refused.value.code == code
    assert installed(folder) == before and sorted(catalogue_folder(folder).iterdir()) == listing
    assert names(catalogue, "hlm") == names(Catalogue(folder, HERE), "hlm") == ["红楼梦"]
    catalogue.close()


def test_a_good_pack_is_proved_and_read_beside_its_seal(pack: Path) -> None:
    manifest = proved(pack)
    assert (manifest.count, manifest.device) == (len(TITLES), ELSEWHERE.device)
    db, again = opened_pack(pack)
    assert again == manifest and db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert (pack.stat().st_size - SEAL_BYTES) % PAGE == 0
    with pytest.raises(sqlite.Error):
        db.execute("delete from titles")
    db.close()


def test_the_one_before_is_kept_and_no_other(tmp_path: Path) -> None:
    for count in (10, 20, 30):
        pack_of(tmp_path / "new.pack", TITLES[:count])
        install(tmp_path, tmp_path / "new.pack")
    assert len(installed(tmp_path)) == 2
    kept = {file.stem for file in catalogue_folder(tmp_path).glob("*.pack")}
    assert kept == set(installed(tmp_path))
    install(tmp_path, tmp_path / "new.pack")
    assert set(installed(tmp_path)) == kept, "the same once more changes nothing"


@pytest.mark.parametrize("text", [b"", b"../../etc\n", b"\xff\x00" * 3000, b"zz" * 32, b"0" * 63])
def test_a_strange_current_is_no_catalogue(text: bytes, tmp_path: Path) -> None:
    catalogue_of(tmp_path, TITLES[:20]).close()
    (catalogue_folder(tmp_path) / "current").write_bytes(text)
    assert installed(tmp_path) == ()
    assert Catalogue(tmp_path, HERE).search("hlm").count == 0


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_killed_in_mid_install_leaves_the_old_or_the_new(pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hall"
    catalogue_of(folder, TITLES[:20]).close()
    pack_of(folder / "old.pack", TITLES[:20])
    program = """
import sys
from pathlib import Path
from kiosk.storage.packs import install
print("ready", flush=True)
while True:
    for file in sys.argv[2:]:
        install(Path(sys.argv[1]), Path(file))
        print("done", flush=True)
"""
    arguments = [sys.executable, "-c", program, str(folder), str(pack), str(folder / "old.pack")]
    seen = set()
    for n in range(12):
        with subprocess.Popen(arguments, stdout=subprocess.PIPE) as child:
            assert child.stdout and child.stdout.readline() == b"ready\n"
            for _ in range(n % 3):
                child.stdout.readline()
            Event().wait(n * 0.0007)
            os.kill(child.pid, signal.SIGKILL)
        current = installed(folder)[0]
        seen.add(proved(pack_file(folder, current)).count)
        catalogue = Catalogue(folder, HERE)
        assert names(catalogue, "hlm") == ["红楼梦"]
        catalogue.close()
    assert seen <= {20, len(TITLES)}
