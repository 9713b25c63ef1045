"""A hall whose every fact is known, and ways to damage its file and log, each made again by its seed."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from halls import KEY, NOON, TestHall, copy
from msgspec import Struct

from kiosk.domain.books import Copy, Title
from kiosk.domain.facts import BookBorrowed, BookReturned, CopyAdded, CopyDamaged, TitleAdded
from kiosk.storage.backup import back_up
from kiosk.storage.database import database_file
from kiosk.storage.pages import PAGE

FACTS = "select position, generation, seq, type, body, hash from facts order by position"
ASIDE = FACTS.replace("facts", "salvaged")

Fact = tuple[Any, ...]


class Truth(Struct, frozen=True):
    """A hall of a few hundred facts in three folders: some of it still in the log, as a power cut would leave it;
    closed well; and as a backup."""

    used: Path
    closed: Path
    backup: Path
    facts: list[Fact]
    in_file: int  # facts that are in the file itself


def true_hall(new_folder: Callable[[str], Path]) -> Truth:
    folder, used, closed, backup = (new_folder(name) for name in ("at-work", "used", "closed", "backup"))
    hall = TestHall(database_file(folder))
    hall.db.execute("insert into device (device, generation, hall) values (?, 1, 1)", ("d" * 32,))
    for n in range(100):
        if n == 75:
            hall.tell(CopyDamaged(copy("hlm"), "水渍 " * 3000))  # a fact that needs several pages
            hall.db.execute("pragma wal_checkpoint(truncate)")
            in_file = hall.db.execute("select count(*) from facts").fetchone()[0]
        number, name = f"{n:013}", ("hlm", "tg", "food", "city")[n % 4]
        hall.tell(TitleAdded(Title(100 + n, f"书 {n}", "某人", "I247")), CopyAdded(Copy(number, 100 + n, 1, 1)))
        hall.tell(BookBorrowed(copy(name), 1000 + n % 3, 1, NOON.date(), "default"), BookReturned(copy(name), 1))
    facts = hall.db.execute(FACTS).fetchall()
    for file in folder.iterdir():
        shutil.copy(file, used)
    back_up(hall.store, database_file(backup), KEY)
    hall.store.close()
    shutil.copy(database_file(folder), closed)
    return Truth(used, closed, backup, facts, in_file)


def copied(source: Path, folder: Path) -> Path:
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("*-shm"))
    return database_file(folder)


def rewritten(file: Path, change: Callable[[bytearray], bytearray | None]) -> None:
    content = bytearray(file.read_bytes())
    file.write_bytes(change(content) or content)


def pages_changed(rng: random.Random, file: Path) -> None:
    def change(content: bytearray) -> None:
        for page in rng.sample(range(len(content) // PAGE), rng.randint(1, 4)):
            content[page * PAGE : (page + 1) * PAGE] = rng.randbytes(PAGE)

    rewritten(file, change)


def bytes_changed(rng: random.Random, file: Path) -> None:
    def change(content: bytearray) -> None:
        for _ in range(rng.randint(1, 12)):
            content[rng.randrange(len(content))] ^= rng.randint(1, 255)

    rewritten(file, change)


def cut(rng: random.Random, file: Path) -> None:
    rewritten(file, lambda content: content[: rng.randrange(len(content) // 3, len(content))])


def head_zeroed(rng: random.Random, file: Path) -> None:
    size = rng.choice((16, 100, 512, PAGE))
    rewritten(file, lambda content: bytearray(size) + content[size:])


def range_zeroed(rng: random.Random, file: Path) -> None:
    def change(content: bytearray) -> None:
        begin, size = rng.randrange(len(content)), rng.randint(512, 40 * 1024)
        content[begin : begin + size] = bytes(len(content[begin : begin + size]))

    log = file.with_name("kiosk.db-wal")
    rewritten(log if log.exists() and rng.random() < 0.3 else file, change)


def pages_swapped(rng: random.Random, file: Path) -> None:
    def change(content: bytearray) -> None:
        one, other = (slice(n * PAGE, (n + 1) * PAGE) for n in rng.sample(range(len(content) // PAGE), 2))
        content[one], content[other] = content[other], content[one]

    rewritten(file, change)


def log_lost(rng: random.Random, file: Path) -> None:
    file.with_name("kiosk.db-wal").unlink()


def log_cut(rng: random.Random, file: Path) -> None:
    rewritten(file.with_name("kiosk.db-wal"), lambda content: content[: rng.randrange(len(content))])


def log_bytes_changed(rng: random.Random, file: Path) -> None:
    bytes_changed(rng, file.with_name("kiosk.db-wal"))


def much_at_once(rng: random.Random, file: Path) -> None:
    for damage in rng.sample((pages_changed, head_zeroed, cut, log_cut, log_bytes_changed), 3):
        damage(rng, file)


KINDS = (
    pages_changed,
    bytes_changed,
    cut,
    head_zeroed,
    range_zeroed,
    pages_swapped,
    log_lost,
    log_cut,
    log_bytes_changed,
    much_at_once,
)
LOG_KINDS = (log_lost, log_cut, log_bytes_changed, much_at_once)


def damaged(truth: Truth, kind: Any, seed: int, folder: Path) -> Path:
    """Without a log nothing makes good what is damaged in the file; what is damaged in a log needs one."""
    source = truth.used if kind in LOG_KINDS else (truth.used, truth.closed, truth.backup)[seed % 3]
    file = copied(source, folder)
    kind(random.Random(f"{kind.__name__} {seed}"), file)
    return file
