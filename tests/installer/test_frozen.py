"""A kiosk whose GUI thread hangs, and that thread alone: silent within the service's time, ended, started anew."""

import ctypes
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commands import kiosk
from services import ALIVE, READY, WATCHDOG_S, Service

from kiosk.devices.watchdog import PINGS_IN_TIME

SEIZE, INTERRUPT, DETACH = 0x4206, 0x4207, 17  # of ptrace
pytestmark = pytest.mark.proof


@contextmanager
def frozen(thread: int) -> Iterator[None]:
    """One thread stands still and the others go on, which no signal does; in the end systemd's signal finds it."""
    libc = ctypes.CDLL(None, use_errno=True)
    for request in (SEIZE, INTERRUPT):
        assert libc.ptrace(request, thread, None, None) == 0, ctypes.get_errno()
    os.waitpid(thread, 0)  # it has stopped; whoever asks later hears only of its end
    yield
    os.kill(thread, signal.SIGABRT)
    libc.ptrace(DETACH, thread, None, None)  # or the signal has found another thread, and it is over already


def test_a_thread_that_hangs_is_silent_ended_and_the_next_kiosk_serves(disk: Path, service: Service) -> None:
    data = disk / "data"
    assert kiosk("setup", "--data", str(data), "--hall", "江北职工书屋").returncode == 0
    service.start()
    service.hears(READY)
    every = max(service.hears(ALIVE) for _ in range(3))
    with frozen(service.kiosk.pid):
        hung = time.monotonic()
        service.forgets()
        with pytest.raises(AssertionError, match="nobody said"):
            service.hears(ALIVE, WATCHDOG_S)
        assert service.kiosk.poll() is None, "it hangs, and has not fallen"
        silent = time.monotonic() - hung
    assert service.kiosk.wait(WATCHDOG_S) == -signal.SIGABRT
    service.start()
    service.hears(READY)
    back = time.monotonic() - hung
    print(f"it beats every {every:.1f} s; silent for {silent:.1f} s, served again {back:.1f} s after it hung")
    assert every < WATCHDOG_S / (PINGS_IN_TIME - 1) + 1
    service.photographed("after-it-hung")
    assert service.ends() == 0
    assert kiosk("check", "--data", str(data)).returncode == 0
