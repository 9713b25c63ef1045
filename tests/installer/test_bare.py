"""A bare Debian 12 without Python: package in, kiosk set up, a book lent, package out, and nothing personal left."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.package import ARCHITECTURE, DIST
from kiosk import __version__

ROOT = Path(__file__).parents[2]
PACKAGE = DIST / f"hall-kiosk_{__version__}_{ARCHITECTURE}.deb"
PORTABLE = DIST / f"hall-kiosk-{__version__}-linux-{ARCHITECTURE}.tar.xz"
TITLES = "书名,作者,ISBN,索书号,条码\n红楼梦,曹雪芹,7-02-000220-X,I242.4/12,A0001\n"
MEMBERS = "会员号,姓名,电话\n100001,林小满,13800000001\n"
PERSONAL = ("林小满", "13800000001", "周敏")
HOME = "var/lib/hall-kiosk"
PLAIN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "QT_QPA_PLATFORM": "offscreen"}
pytestmark = pytest.mark.proof


class Bare:
    """A root of its own; `KIOSK_BARE_ROOT` names one that debootstrap has made already."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *command: str, given: str = "", seconds: float = 600, code: int = 0) -> str:
        inside = ["unshare", "--mount", "--pid", "--fork", "--mount-proc", "--root", str(self.root), *command]
        done = subprocess.run(
            inside, input=given, env=PLAIN, capture_output=True, text=True, timeout=seconds, check=False
        )
        assert done.returncode == code, done.stderr[-2000:]
        return done.stdout


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    assert PACKAGE.exists(), "make installer first"
    if made := os.environ.get("KIOSK_BARE_ROOT"):
        yield Bare(Path(made))
        return
    root = tmp_path_factory.mktemp("bare") / "root"
    subprocess.run(["debootstrap", "--variant=minbase", "bookworm", str(root)], check=True, capture_output=True)
    yield Bare(root)


def test_from_bare_to_serving_and_gone_again(bare: Bare) -> None:
    assert bare.run("sh", "-c", "command -v python3 || true") == ""
    (bare.root / "tmp/hall-kiosk.deb").write_bytes(PACKAGE.read_bytes())
    bare.run("apt-get", "update")
    began = time.monotonic()
    bare.run("apt-get", "install", "-y", "--no-install-recommends", "/tmp/hall-kiosk.deb")
    installed = time.monotonic()
    made = json.loads(
        bare.run("kiosk", "setup", "--from", "-", "--json", given=(ROOT / "docs/install.toml").read_text())
    )
    assert made["ok"] and made["staff"] == "S001"
    for name, text in (("titles", TITLES), ("members", MEMBERS)):
        (bare.root / f"tmp/{name}.csv").write_text(text, "utf-8")
        extra = ("--copy-numbers", "@####") if name == "titles" else ()
        assert json.loads(bare.run("kiosk", "import", name, f"/tmp/{name}.csv", "--json", *extra))["added"] == 1
    card = bare.run("kiosk", "code", "member", "100001").strip()
    said = [json.loads(line) for line in bare.run("kiosk", "console", given=f"scan {card}\nscan A0001\n").splitlines()]
    assert said[1]["screen"] == "Basket" and said[1]["facts"] == ["BookBorrowed"]
    serving = time.monotonic()
    bare.run("kiosk", "demo", "--data", "/var/lib/hall-kiosk/demo", "--titles", "60", "--members", "40", "--days", "60")
    pictures = sorted((bare.root / HOME / "demo-pictures").glob("*.png"))
    assert pictures and pictures[0].stat().st_size > 20_000, "the attract page was drawn"
    assert bare.run("kiosk", "check", "--json").startswith("{")
    bare.run("apt-get", "purge", "-y", "hall-kiosk")
    assert not (bare.root / HOME).exists() and not (bare.root / "usr/lib/hall-kiosk").exists()
    for name in ("titles", "members"):
        (bare.root / f"tmp/{name}.csv").unlink()
    assert left_behind(bare.root) == []
    times = f"installed in {installed - began:.0f} s, serving after {serving - began:.0f} s"
    (DIST / "bare.txt").write_text(times + "\n", "utf-8")


def test_the_folder_that_needs_no_package_runs_from_anywhere(bare: Bare) -> None:
    """With the drivers of the screen that the package had fetched; the machine has no Python of its own."""
    place = bare.root / "opt/some where"
    place.mkdir(parents=True)
    subprocess.run(["tar", "-C", str(place), "-xf", str(PORTABLE)], check=True)
    kiosk = "/opt/some where/hall-kiosk/kiosk"
    demo = ("--data", "/opt/some where/demo", "--titles", "60", "--members", "40", "--days", "60")
    bare.run(kiosk, "demo", *demo)
    pictures = sorted((bare.root / "opt/some where/demo-pictures").glob("*.png"))
    assert pictures and pictures[0].stat().st_size > 20_000, "the attract page was drawn"
    assert json.loads(bare.run(kiosk, "check", "--data", "/opt/some where/demo", "--json"))["ok"]
    shutil.rmtree(place)


def left_behind(root: Path) -> list[str]:
    """Files of the machine that still hold a name or a number, or belong to a user who is gone."""
    places = [root / name for name in ("etc", "var", "home", "root", "opt", "srv", "tmp")]
    files = [f for place in places for f in place.rglob("*") if f.is_file() and not f.is_symlink()]
    texts = [text.encode() for text in PERSONAL]
    named = [str(f) for f in files if f.stat().st_size < 50_000_000 and any(t in f.read_bytes() for t in texts)]
    passwords = (root / "etc/passwd").read_text("utf-8")
    return named + (["etc/passwd"] if "hallkiosk" in passwords else [])
