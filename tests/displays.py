"""A real X display in memory, with a window manager: what the kiosk is shown on when its own process is tried."""

import os
import subprocess
import time
from contextlib import suppress
from shutil import which
from typing import Any

from PIL import Image, ImageGrab

SIZE = (1080, 1920)
STEP_S, UP_S = 0.2, 60.0
TOOLS = ("Xvfb", "openbox", "xdotool")
COLOURS_MIN = 50  # a page with words on it has more than a blank one


def display_lacking() -> bool:
    return not all(map(which, TOOLS))


class Display:
    """A screen in memory, a window manager, and what was started on them."""

    def __init__(self) -> None:
        read, write = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1] + 80}x24"
        self.started = [subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", size], pass_fds=[write])]
        os.close(write)
        with os.fdopen(read) as told:
            self.name = f":{told.readline().strip()}"
        self.room = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND"))} | {
            "DISPLAY": self.name
        }
        self.start("openbox")
        until(lambda: self.xdotool("get_desktop"))  # else nobody gives the window its keys

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        self.started.append(subprocess.Popen(command, env=self.room, stderr=subprocess.DEVNULL))
        return self.started[-1]

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], env=self.room, capture_output=True, text=True, timeout=UP_S)
        return done.stdout.strip()

    def picture(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.name)

    def colours(self) -> int:
        picture = self.picture()
        return len(picture.getcolors(picture.width * picture.height) or [])

    def close(self) -> None:
        for process in reversed(self.started):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)


def found_within(found: Any, seconds: float) -> Any:
    """Asks again and again until there is an answer."""
    for _ in range(int(seconds / STEP_S)):
        if answer := found():
            return answer
        time.sleep(STEP_S)
    return None


def until(found: Any) -> Any:
    answer = found_within(found, UP_S)
    assert answer, "it never came"
    return answer
