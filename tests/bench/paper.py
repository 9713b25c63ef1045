"""F12: a thousand copy labels: what they cost and how large they are."""

import tempfile
import time
from pathlib import Path

from kiosk.documents.label_sheet import sheets
from kiosk.documents.labels import BookLabel, Job, print_labels
from kiosk.documents.paper import Printed
from kiosk.domain.codes import copy_number
from tests.bench.figures import Figure

LABELS, ROUNDS = 1_000, 5
SHEET = "5x13-38.1x21.2"
TITLES = (
    ("红楼梦", "I242.4"),
    ("平凡的世界 第一部", "I247.5"),
    ("钢铁是怎样炼成的", "I512.45"),
    ("电工基础知识与技能", "TM1"),
    ("中国工运史𫖯", "D412.9"),
    ("䶮家堡纪事", "K295.5"),
)


def figures() -> list[Figure]:
    labels = [BookLabel(copy_number(1, n + 1), "临江市工人文化宫", *title(n)) for n in range(LABELS)]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "labels.pdf"
        took = [once(labels, out) for _ in range(ROUNDS)]
        size = out.stat().st_size
    return [
        Figure("F12", "1,000 copy labels, fonts read anew: CPU seconds, the least of 5", min(took), 0.6, SHEET),
        Figure("F12", "1,000 copy labels: KB", size / 1000, 700, SHEET),
    ]


def title(n: int) -> tuple[str, str]:
    """Each comes twice, as most titles of a hall have one copy or two."""
    name, class_mark = TITLES[n // 2 % len(TITLES)]
    return f"{name} {n // 2}", class_mark


def once(labels: list[BookLabel], out: Path) -> float:
    started = time.process_time()
    done = print_labels(Job(labels, sheets()[SHEET], "书标"), out)
    took = time.process_time() - started
    assert isinstance(done, Printed) and done.pages == 16, done
    return took
