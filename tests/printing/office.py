"""Office: a real CUPS and real IPP printers on loopback, for one test run; they obey faults and count the sheets."""

import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

NEEDED = {"cupsd": "cups-daemon", "ippeveprinter": "cups-ipp-utils", "dbus-daemon": "dbus-daemon"}
PLACES = f"{os.environ['PATH']}:/usr/sbin:/sbin"
PRESS = Path(__file__).with_name("press.sh")
START_S, END_S, LOOK_S = 15.0, 5.0, 0.05
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""
FILES = """ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
SystemGroup {system}
User {user}
Group {group}
"""
RULES = """LogLevel warn
Listen 127.0.0.1:{port}
Browsing No
WebInterface No
DefaultAuthType None
ErrorPolicy stop-printer
<Location />
Order allow,deny
Allow localhost
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""


class ProgramsMissing(Exception):
    """The tests of printing need a real CUPS; without one they fail and say what brings it."""


class Press:
    """One printer: what it is told to suffer, and what came out of it."""

    def __init__(self, office: "Office", queue: str) -> None:
        self.office, self.queue, self.port = office, queue, free_port()
        self.folder = office.room(f"press-{queue}")
        office.room(f"press-{queue}/sheets")
        self.process: subprocess.Popen[bytes] | None = None
        self.suffer("")

    def start(self) -> None:
        command = ["ippeveprinter", "-p", str(self.port), "-d", str(self.office.room(f"press-{self.queue}/spool"))]
        command += ["-f", "application/pdf", "-c", str(PRESS), "-n", "localhost", "-r", "off", self.queue]
        self.process = self.office.run(command, PRESS=str(self.folder))
        until(lambda: listens(self.port), "the printer is up")

    def suffer(self, fault: str) -> None:
        """paper, jam, slow; nothing: it is well again."""
        fresh = self.folder / "fault.new"
        fresh.write_text(fault)
        fresh.replace(self.folder / "fault")

    def vanish(self) -> None:
        if self.process is not None:
            ended(self.process, signal.SIGKILL)
            self.process = None

    def says(self, trouble: str) -> bool:
        """What the printer itself answers, whoever stands between."""
        import cups

        cups.setServer("localhost")
        own = cups.Connection("localhost", self.port)
        said = own.getPrinterAttributes(uri=f"ipp://localhost:{self.port}/ipp/print")["printer-state-reasons"]
        return any(reason.startswith(trouble) for reason in said)

    def known(self) -> None:
        """CUPS has a queue for it; after a sudden end it may have forgotten."""
        desk = self.office.desk()
        if self.queue not in desk.getPrinters():
            device, info = f"ipp://localhost:{self.port}/ipp/print", f"打印机 {self.queue}"
            desk.addPrinter(self.queue, device=device, ppdname="raw", info=info, location="屏幕右下方")
            desk.enablePrinter(self.queue)
            desk.acceptJobs(self.queue)

    @property
    def sheets(self) -> int:
        return len(list((self.folder / "sheets").iterdir()))


class Office:
    """A bus, a CUPS and its printers; nothing of it outlives `close`."""

    def __init__(self) -> None:
        all_there(PLACES)
        self.owner = "lp" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        self.folder = Path(tempfile.mkdtemp(prefix="hall-kiosk-printing-"))
        shutil.chown(self.folder, self.owner)
        self.folder.chmod(0o755)
        self.port, self.cupsd = free_port(), None
        self.presses: dict[str, Press] = {}
        (self.folder / "bus.conf").write_text(BUS.format(folder=self.folder))
        self.bus = self.run(["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--nopidfile"])
        until((self.folder / "bus").exists, "the bus is up")

    @property
    def server(self) -> str:
        return f"127.0.0.1:{self.port}"

    def room(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        shutil.chown(folder, self.owner)
        return folder

    def run(self, command: list[str], **environment: str) -> subprocess.Popen[bytes]:
        """As an ordinary user, also where the tests run as root: CUPS' own helpers have to read the folder."""
        bus = f"unix:path={self.folder}/bus"
        around = os.environ | {"PATH": PLACES, "DBUS_SYSTEM_BUS_ADDRESS": bus, "HOME": str(self.folder)} | environment
        who: dict[str, Any] = {"user": self.owner, "group": self.owner, "extra_groups": []} if os.getuid() == 0 else {}
        log = (self.folder / f"{command[0]}.log").open("ab")
        with log:
            return subprocess.Popen(command, env=around, stdout=log, stderr=log, start_new_session=True, **who)

    def open(self) -> None:
        """Start CUPS, or start it again with what it has in its spool."""
        for name in ("etc", "etc/ppd", "spool", "cache", "run", "run/certs", "log"):
            self.room(name)
        group = grp.getgrgid(pwd.getpwnam(self.owner).pw_gid).gr_name
        system = "nogroup" if group != "nogroup" else "daemon"
        told = {"folder": self.folder, "user": self.owner, "group": group, "system": system, "port": self.port}
        for name, text in (("cups-files.conf", FILES), ("cupsd.conf", RULES)):
            (self.folder / "etc" / name).write_text(text.format(**told))
        etc = self.folder / "etc"
        self.cupsd = self.run(["cupsd", "-f", "-c", f"{etc}/cupsd.conf", "-s", f"{etc}/cups-files.conf"])
        until(lambda: listens(self.port), "CUPS is up")

    def die(self, how: signal.Signals = signal.SIGKILL) -> None:
        if self.cupsd is not None:
            ended(self.cupsd, how)
            self.cupsd = None

    def forget(self) -> None:
        """As after a restart where the spool lies in memory."""
        for name in ("spool", "cache"):
            shutil.rmtree(self.folder / name)

    def press(self, queue: str) -> Press:
        """A queue with a printer behind it."""
        made = self.presses[queue] = Press(self, queue)
        made.start()
        made.known()
        return made

    def remove(self, press: Press) -> None:
        press.vanish()
        self.desk().deletePrinter(press.queue)
        del self.presses[press.queue]

    def desk(self) -> Any:
        """What an administrator of CUPS may do."""
        import cups

        cups.setServer("127.0.0.1")
        cups.setPort(self.port)
        return cups.Connection("127.0.0.1", self.port)

    def left_behind(self) -> list[int]:
        """A CUPS that is killed leaves those behind that talk to printers; each has a sheet of ours in its hand."""
        told = {entry: entry / "cmdline" for entry in Path("/proc").iterdir() if entry.name.isdigit()}
        return [int(entry.name) for entry, line in told.items() if str(self.folder) in read_if_there(line)]

    def close(self) -> None:
        for press in self.presses.values():
            press.vanish()
        self.die(signal.SIGTERM)
        ended(self.bus, signal.SIGTERM)
        for process in self.left_behind():
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        until(lambda: not self.left_behind(), "nothing of it outlives the tests", END_S)
        shutil.rmtree(self.folder)


def all_there(places: str) -> None:
    if missing := [package for program, package in NEEDED.items() if not shutil.which(program, path=places)]:
        raise ProgramsMissing(f"apt-get install -y --no-install-recommends {' '.join(missing)}")


def ended(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """With what it started: each has a session of its own."""
    group = os.getpgid(process.pid)
    process.send_signal(how)
    try:
        process.wait(END_S)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


def read_if_there(file: Path) -> str:
    try:
        return file.read_bytes().decode(errors="replace")
    except OSError:
        return ""


def until(seen: Callable[[], Any], what: str, seconds: float = START_S) -> float:
    """How long it took."""
    start = time.monotonic()
    while not seen():
        if time.monotonic() - start > seconds:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(LOOK_S)
    return time.monotonic() - start


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
