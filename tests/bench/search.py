"""F5, F6, F7: search among a million titles and among ten thousand; `python -m tests.bench.search [COUNT]`."""

import os
import random
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from kiosk.domain.books import Title
from kiosk.domain.spelling import spoken
from kiosk.domain.tokens import authors, parts
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.pack import Contents, Manifest, opened_pack, write
from kiosk.storage.packs import install
from kiosk.storage.shelf import TABLES
from kiosk.storage.store import Device
from kiosk.storage.tables import select
from kiosk.upkeep.readings import by_character
from tests.bench import titles
from tests.bench.figures import Figure
from tests.bench.scale import NOW

BUILD = Path(__file__).parents[2] / "build" / "bench"
HERE = Device("b" * 32, 1, 1)
LIKE = f"select {select(Title)} from titles where name like ?1 or author like ?1 order by popularity desc limit 8"
SAMPLED = 400
COMMON = "的学中国人大文史工与一第研传图理安全入门"
PAIRS = "安全 入门 中国 手册 技术 工人 生活 故事 红楼 管理".split()
FIRST = ("hlm", "a", "anquan", "zhongg", "安全", "的", "曹雪芹", "cxq")
COLD_ROUNDS = 3
Ask = Callable[[str], Any]


def figures(counts: tuple[int, ...] = (10_000, 1_000_000)) -> Iterator[Figure]:
    for count in counts:
        folder = BUILD / f"catalogue-{count}"
        folder.mkdir(parents=True, exist_ok=True)
        yield from size_and_time(folder, count)
        catalogue = Catalogue(folder, HERE)
        yield from keys(catalogue, count)
        yield from coldest(folder, count)
        yield from against_like(catalogue, count)
        catalogue.close()


def size_and_time(folder: Path, count: int) -> Iterator[Figure]:
    """Composing the titles is not part of building the pack, so it is measured alone and taken off."""
    composed = cost(lambda: deque(titles.ranked(count), 0))
    file, manifest = folder / "made.pack", Manifest(NOW, HERE.device, 1, 0)
    whole = cost(lambda: write(file, Contents(titles.ranked(count), by_character()), manifest))
    db, _ = opened_pack(file)
    sizes = [db.execute(f"select sum(length(block)) from {table}_data").fetchone()[0] / count for table in TABLES]
    db.close()
    seen = f"{file.stat().st_size / count:.0f} with the titles themselves"
    yield Figure("F6", f"index, bytes for each of {count:,} titles", sum(sizes), 200, seen)
    if count >= 1_000_000:
        took, busy = whole[0] - composed[0], whole[1] - composed[1]
        yield Figure(
            "F6", f"seconds to build {count:,} titles, without the pinyin", took, 60, f"processor {busy:.0f} s"
        )
    install(folder, file)
    file.unlink()


def cost(work: Callable[[], Any]) -> tuple[float, float]:
    """By the clock on the wall, and by the processor's, which others do not slow so much."""
    began, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - busy


def keys(catalogue: Catalogue, count: int) -> Iterator[Figure]:
    for kind, typed in workload(catalogue, count).items():
        ask: Ask = catalogue.leading if kind.startswith("leading") else catalogue.search
        times = sorted(best_of_three(ask, text) for text in typed)
        seen = f"median {median(times):.3f}, worst {times[-1]:.3f}, {len(times)} keys"
        yield Figure("F5", f"{kind}, {count:,} titles, warm p99: ms", times[int(len(times) * 0.99)], 1.0, seen)


def best_of_three(ask: Ask, text: str) -> float:
    """What this machine does besides comes once, not three times."""
    return min(timed(ask, text) for _ in range(3))


def timed(ask: Ask, text: str) -> float:
    began = time.perf_counter()
    ask(text)
    return (time.perf_counter() - began) * 1e3


def workload(catalogue: Catalogue, count: int) -> dict[str, list[str]]:
    """Each key of a title being typed; popular titles more often, and the worst there is apart."""
    rng, found = random.Random(11), defaultdict[str, list[str]](list)
    assert catalogue.shelves.pack
    popular = [min(count, int(rng.paretovariate(0.35))) for _ in range(SAMPLED)]
    ranks = [*popular, *(rng.randint(1, count) for _ in range(SAMPLED // 2))]
    for _, ranked in catalogue.shelves.pack.ranked(set(ranks)):
        said, characters = spoken(ranked.title.reading)[0], parts(ranked.title.name)[0]
        grow(found["initials"], "".join(s[0] for s in said if s.isalpha()), 6)
        grow(found["full pinyin"], "".join(s for s in said if s.isalpha()), 12)
        grow(found["characters"], characters, 6)
        for name, read in zip(authors(ranked.title.author), ranked.title.author_reading.split(", "), strict=False):
            grow(found["author"], parts(name)[0], 3)
            grow(found["author"], "".join(read.split()), 10)
            grow(found["author"], "".join(s[0] for s in read.split()), 3)
    letters = "abcdefghjklmnopqrstwxyz"
    found["one or two letters, all"] = [*letters, *(a + b for a in letters for b in letters)]
    found["common characters and pairs"] = [*COMMON, *PAIRS]
    found["leading letters"] = rng.sample([*found["initials"], *found["full pinyin"]], SAMPLED)
    return found


def grow(typed: list[str], text: str, most: int) -> None:
    typed += [text[:to] for to in range(1, min(len(text), most) + 1)]


def coldest(folder: Path, count: int) -> Iterator[Figure]:
    """The first question after a start at which no byte of the pack is in memory."""
    times = [cold(folder, text) for _ in range(COLD_ROUNDS) for text in FIRST]
    yield Figure("F5", f"first query of all, cold, {count:,} titles: ms", max(times), 16, f"median {median(times):.1f}")


def cold(folder: Path, text: str) -> float:
    for file in (folder / "catalogue").glob("*.pack"):
        handle = os.open(file, os.O_RDONLY)
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(handle)
    catalogue = Catalogue(folder, HERE)
    took = timed(catalogue.search, text)
    catalogue.close()
    return took


def against_like(catalogue: Catalogue, count: int) -> Iterator[Figure]:
    """The same words in names and authors by LIKE and a sort, over the same rows."""
    db = catalogue.shelves.pack.db if catalogue.shelves.pack else None
    assert db
    ratios, wanted = [], 1000 if count >= 1_000_000 else 30
    for text in PAIRS:
        like = best_of_three(lambda t: db.execute(LIKE, (f"%{t}%",)).fetchall(), text)
        ratios.append(like / best_of_three(catalogue.search, text))
    seen = f"LIKE / ours {median(ratios):.0f}"
    yield Figure("F7", f"{wanted} x ours / LIKE, {count:,} titles", wanted / median(ratios), 1.0, seen)


if __name__ == "__main__":
    for figure in figures(tuple(map(int, sys.argv[1:])) or (10_000, 1_000_000)):
        print(figure.row(), flush=True)
