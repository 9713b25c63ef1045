"""F18: from a frame of a camera to its text, upright as people hold it, and turned."""

import time
from collections.abc import Callable
from statistics import median

from kiosk.domain.codes import copy_number
from tests.bench.figures import Figure
from tests.pictures import SIZE, Pose, held_out
from ui.code_reader import quick, thorough
from ui.luma import Luma

CODES, ROUNDS = 10, 20


def figures() -> list[Figure]:
    upright = took_ms(quick, [Pose(seed=n, degrees=n % 5 - 2) for n in range(CODES)])
    turned = took_ms(thorough, [Pose(seed=n, degrees=30) for n in range(CODES)])
    return [
        Figure("F18", "camera frame 1280x720, near upright, to text: ms", upright, 2.0),
        Figure("F18", "camera frame 1280x720, turned by 30 degrees, all formats, to text: ms", turned, 25.0),
    ]


def took_ms(read: Callable[[Luma], list[str]], poses: list[Pose]) -> float:
    """The frame's light is copied once, as the camera does."""
    took = []
    for n, pose in enumerate(poses):
        text = copy_number(1, n + 1)
        light = bytearray(held_out(text, pose).tobytes())
        for _ in range(ROUNDS):
            started = time.perf_counter()
            found = read(Luma(*SIZE, SIZE[0], bytes(light)))
            took.append(time.perf_counter() - started)
            assert found == [text]
    return median(took) * 1e3
