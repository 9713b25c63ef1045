"""Disk: what is surely on the platter, what the system only holds yet, and what a power cut may leave of both."""

from collections.abc import Iterator
from random import Random

from msgspec import Struct

SECTOR = 512
SHARED_MEMORY = "-shm"
SHARED_MEMORY_BYTES = 32768


class Write(Struct, frozen=True):
    offset: int
    data: bytes


class Cut(Struct, frozen=True):
    """The file is given this length."""

    size: int


Change = Write | Cut
Image = dict[str, bytes | None]  # path -> contents; none: a folder


class File:
    """Contents that are safe, and the changes since."""

    def __init__(self, durable: bytes = b"") -> None:
        self.durable = durable
        self.pending: list[Change] = []

    def with_changes(self, changes: list[Change]) -> bytes:
        image = bytearray(self.durable)
        for change in changes:
            end = change.size if isinstance(change, Cut) else change.offset + len(change.data)
            image.extend(bytes(max(0, end - len(image))))
            if isinstance(change, Cut):
                del image[end:]
            else:
                image[change.offset : end] = change.data
        return bytes(image)

    @property
    def written(self) -> bytes:
        return self.with_changes(self.pending)

    def sync(self) -> None:
        self.durable, self.pending = self.written, []

    def torn(self, rng: Random) -> bytes:
        """The last write stopped somewhere in its middle."""
        if not self.pending:
            return self.durable
        *before, last = self.pending
        if isinstance(last, Cut):
            return self.with_changes(before)
        return self.with_changes([*before, Write(last.offset, last.data[: rng.randrange(len(last.data) + 1)])])

    def scattered(self, rng: Random) -> bytes:
        """Any sectors of any writes, as a disk reorders them."""
        return self.with_changes([part for change in self.pending for part in sectors(change) if rng.random() < 0.5])


def sectors(change: Change) -> Iterator[Change]:
    if isinstance(change, Cut):
        yield change
        return
    end = change.offset + len(change.data)
    for start in range(change.offset - change.offset % SECTOR, end, SECTOR):
        first, last = max(start, change.offset), min(start + SECTOR, end)
        yield Write(first, change.data[first - change.offset : last - change.offset])


Names = dict[str, File | None]


class Disk:
    """Contents become safe by a sync of the file; names (made, removed, renamed) by a sync of their folder."""

    def __init__(self, found: Image) -> None:
        self.names: Names = {path: None if data is None else File(data) for path, data in found.items()}
        self.safe_names: Names = dict(self.names)
        self.last: File | None = None

    def is_folder(self, path: str) -> bool:
        return not path or (path in self.names and self.names[path] is None)

    def create(self, path: str) -> File:
        file = self.names.get(path)
        if file is None:
            file = self.names[path] = File()
        return file

    def change(self, file: File, change: Change) -> None:
        file.pending.append(change)
        self.last = file

    def rename(self, old: str, new: str) -> None:
        self.names[new] = self.names.pop(old)

    def sync_folder(self, folder: str) -> None:
        kept = {path: node for path, node in self.safe_names.items() if parent(path) != folder}
        self.safe_names = kept | {path: node for path, node in self.names.items() if parent(path) == folder}

    def images(self, rng: Random) -> Iterator[tuple[str, Image]]:
        """Each way in which the disk may be found if the plug is pulled now."""
        yield "synced only", image({p: f and f.durable for p, f in self.safe_names.items()})
        yield "all written", self.written()
        yield (
            "torn last",
            image({p: f and (f.torn(rng) if f is self.last else f.written) for p, f in self.names.items()}),
        )
        names = rng.choice((self.safe_names, self.names, self.safe_names | self.names))
        scattered = image({p: f and f.scattered(rng) for p, f in names.items()})
        yield "random sectors", scattered | rubbish(scattered, rng)

    def written(self) -> Image:
        return image({p: f and f.written for p, f in self.names.items()})


def parent(path: str) -> str:
    return path.rpartition("/")[0]


def image(found: Image) -> Image:
    """A name can only be reached while all the folders above it can."""
    return {path: data for path, data in found.items() if reachable(path, found)}


def reachable(path: str, found: Image) -> bool:
    above = parent(path)
    return not above or (above in found and reachable(above, found))


def rubbish(found: Image, rng: Random) -> Image:
    """Shared memory is written unseen, by mapping: whatever the disk holds of it must do no harm."""
    databases = [path for path in found if path.endswith(".db")]
    return {path + SHARED_MEMORY: rng.randbytes(SHARED_MEMORY_BYTES) for path in databases}
