"""What is carried to a bare machine: `python -m installer.package` leaves a .deb and a portable tar in build/dist."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer.parts import parts_of, write
from kiosk import __version__

ROOT = Path(__file__).parents[1]
BUILD, DIST = ROOT / "build", ROOT / "build" / "dist"
BUNDLE = DIST / "hall-kiosk"
DEBIAN = ROOT / "installer" / "debian"
ARCHITECTURE = "amd64"
# The drivers of screen and processor, and what makes a user: all else is in the bundle.
DEPENDS = (
    *("libc6 (>= 2.36)", "libstdc++6", "libgcc-s1", "passwd", "util-linux", "fontconfig-config", "xkb-data"),
    *("libgl1", "libegl1", "libxcb1", "libdrm2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
)
NOTES = ("COLLECT-00.toc", "PYZ-00.toc")  # what is in the folder, and what is in its archive of modules
# What still has its names for debuggers; never what a wheel's maker has patched, which that would break.
STRIPPED = (
    *("libpython*", "python3*/lib-dynload/*.so", "sqlcipher3/*.so", "cups.*.so", "sqlalchemy/*/*_cy.*.so"),
    *("cryptography/hazmat/bindings/_rust*.so", "python_calamine/*.so", "uuid_utils/*.so"),
)
PLACES = {
    "session": "usr/lib/hall-kiosk/session",
    "kiosk": "usr/bin/kiosk",
    "hall-kiosk.service": "usr/lib/systemd/system/hall-kiosk.service",
    "hall-kiosk-off.service": "usr/lib/systemd/system/hall-kiosk-off.service",
    "hall-kiosk-off.timer": "usr/lib/systemd/system/hall-kiosk-off.timer",
    "70-hall-kiosk.rules": "usr/lib/udev/rules.d/70-hall-kiosk.rules",
}
SCRIPTS = ("postinst", "prerm", "postrm")
PROGRAMS = ("session", "kiosk", *SCRIPTS)


def main() -> None:
    """`--keep` packs the bundle that is there already."""
    os.environ |= {"SOURCE_DATE_EPOCH": epoch(), "PYTHONHASHSEED": "0"}
    if "--keep" not in sys.argv or not BUNDLE.exists():
        bundle()
    documents = BUILD / "documents"
    shutil.rmtree(documents, ignore_errors=True)
    write(parts_of(sources()), __version__, documents)
    for name in ("docs/operate.md", "docs/install.toml", "LICENSE"):
        shutil.copyfile(ROOT / name, documents / Path(name).name)
    for made in (deb(documents), portable(documents)):
        sys.stdout.write(f"{made} {made.stat().st_size / 1e6:.0f} MB\n")


def epoch() -> str:
    """The time of the last commit, unless a time is given."""
    return os.environ.get("SOURCE_DATE_EPOCH") or run("git", "-C", str(ROOT), "log", "-1", "--format=%ct")


def bundle() -> None:
    command = ("--noconfirm", "--distpath", str(DIST), "--workpath", str(BUILD / "work"))
    run(sys.executable, "-m", "PyInstaller", *command, str(ROOT / "build_installer.spec"))
    for pattern in STRIPPED:
        for library in (BUNDLE / "_internal").glob(pattern):
            run("strip", "--strip-unneeded", str(library))


def sources() -> list[str]:
    """Where the files of the bundle came from, as PyInstaller has noted it."""
    noted = []
    for file in (BUILD / "work" / "build_installer" / name for name in NOTES):
        noted += [entry[1] for entry in entries(ast.literal_eval(file.read_text("utf-8")))]
    return noted


def entries(noted: object) -> list[tuple[str, str, str]]:
    """Its notes are lists in tuples in lists; an entry is three words, the second of them a path."""
    if not isinstance(noted, list | tuple):
        return []
    if len(noted) == 3 and all(isinstance(word, str) for word in noted):
        return [(noted[0], noted[1], noted[2])]
    return [entry for inner in noted for entry in entries(inner)]


def deb(documents: Path) -> Path:
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(BUNDLE, tree / "usr/lib/hall-kiosk", symlinks=True)
    shutil.copytree(documents, tree / "usr/share/doc/hall-kiosk")
    (tree / "usr/share/doc/hall-kiosk/LICENSE").rename(tree / "usr/share/doc/hall-kiosk/copyright")
    for name, place in PLACES.items():
        laid(DEBIAN / name, tree / place, program=name in PROGRAMS)
    for name in SCRIPTS:
        laid(DEBIAN / name, tree / "DEBIAN" / name, program=True)
    text = (DEBIAN / "control").read_text("utf-8")
    size = sum(f.lstat().st_size for f in tree.rglob("*")) // 1024
    said = {"version": __version__, "architecture": ARCHITECTURE, "size": size, "depends": ", ".join(DEPENDS)}
    (tree / "DEBIAN/control").write_text(text.format(**said), "utf-8")
    package = DIST / f"hall-kiosk_{__version__}_{ARCHITECTURE}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", str(tree), str(package))
    return package


def laid(source: Path, target: Path, *, program: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o755 if program else 0o644)


def portable(documents: Path) -> Path:
    """The same bundle for machines without dpkg: unpack it anywhere, `hall-kiosk/kiosk` runs."""
    archive = DIST / f"hall-kiosk-{__version__}-linux-{ARCHITECTURE}.tar.xz"
    shutil.rmtree(BUNDLE / "documents", ignore_errors=True)
    shutil.copytree(documents, BUNDLE / "documents")
    same = ("--sort=name", f"--mtime=@{epoch()}", "--owner=0", "--group=0", "--numeric-owner")
    run("tar", *same, "-I", "xz -1 -T2", "-C", str(DIST), "-cf", str(archive), BUNDLE.name)
    shutil.rmtree(BUNDLE / "documents")
    return archive


def run(*command: str) -> str:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own words
    return done.stdout.strip()


if __name__ == "__main__":
    main()
