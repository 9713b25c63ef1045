"""`python -m tests.bench.bundle`: what is carried to a bare machine, its size, its start against a bare QML window."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from installer.package import BUNDLE, DIST
from tests.bench.start import HELLO, SHOWN

ROUNDS, LONG_S, SETTLED_S = 7, 60, 3.0
SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "QSG_RENDER_LOOP": "basic"}


def hello(page: Path) -> float:
    """Seconds until a window with one word on it is drawn; Python and Qt as the kiosk has them."""
    command = [sys.executable, "-c", HELLO + SHOWN, str(time.time()), str(page)]
    done = subprocess.run(command, env=os.environ | SCREEN, capture_output=True, text=True, timeout=LONG_S, check=True)
    return float(done.stdout.split()[0])


def served(command: list[str], folder: Path) -> tuple[float, int]:
    """Seconds until the first picture, as whoever started it hears; resident KiB once it has settled."""
    address = str(folder.with_name("notify"))
    Path(address).unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(address)
        ear.settimeout(LONG_S)
        told = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "20000000"}
        began = time.monotonic()
        run = [*command, "run", "--served", "--data", str(folder)]
        with subprocess.Popen(run, env=os.environ | SCREEN | told, stderr=subprocess.DEVNULL) as kiosk:
            assert ear.recv(64) == b"READY=1"
            took = time.monotonic() - began
            time.sleep(SETTLED_S)
            lines = Path(f"/proc/{kiosk.pid}/status").read_text().splitlines()
            kiosk.terminate()
    return took, int(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))


def weight(folder: Path) -> float:
    return sum(file.lstat().st_size for file in folder.rglob("*")) / 1e6


def main() -> None:
    with TemporaryDirectory() as place:
        page, folder = Path(place) / "Hello.qml", Path(place) / "data"
        page.write_text('import QtQuick\nRectangle { color: "white"; Text { text: "hello" } }\n', "utf-8")
        bundle, source = [str(BUNDLE / "kiosk")], [sys.executable, "-m", "kiosk.cli"]
        subprocess.run([*bundle, "setup", "--data", str(folder), "--hall", "江北职工书屋"], check=True)
        rounds = [(hello(page), served(bundle, folder), served(source, folder)) for _ in range(ROUNDS)]
    bare = median(one[0] for one in rounds)
    for name, at in (("bundle", 1), ("source", 2)):
        first, held = (median(one[at][n] for one in rounds) for n in (0, 1))
        print(f"{name}: first picture {first:.2f} s, {first / bare:.2f} of {bare:.2f} s; {held / 1024:.0f} MiB")
    print(f"unpacked {weight(BUNDLE):.0f} MB", *(f"{f.name} {f.stat().st_size / 1e6:.1f} MB" for f in packed()))


def packed() -> list[Path]:
    return sorted(file for file in DIST.iterdir() if file.suffix in (".deb", ".xz"))


if __name__ == "__main__":
    main()
