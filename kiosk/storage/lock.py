"""Lock: one program at a time owns a data folder; a second one is told who."""

import os
import sys
from pathlib import Path
from types import TracebackType


class FolderInUse(Exception):
    """Somebody else has the folder; `holder` says who."""

    def __init__(self, folder: Path, holder: str) -> None:
        super().__init__(f"{folder} is in use by {holder}")
        self.holder = holder


class FolderLock:
    """Held until the program ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # nobody else on the machine has to read in it
        self.handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)

    def __enter__(self) -> "FolderLock":
        try:
            taken(self.handle)
        except OSError:
            holder = os.read(self.handle, 200).decode(errors="replace").strip() or "another program"
            os.close(self.handle)
            raise FolderInUse(self.folder, holder) from None
        os.ftruncate(self.handle, 0)
        os.write(self.handle, f"{Path(sys.argv[0]).name} {' '.join(sys.argv[1:2])} (process {os.getpid()})".encode())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self.handle)


def taken(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, 1 << 20, os.SEEK_SET)  # far behind the holder's name, which stays readable
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
