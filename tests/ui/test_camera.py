"""The camera: frames with codes held as people hold them; a code counts when it is seen twice, and once."""

import io
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from halls import TestHall, codes
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QSize, QUrl
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoFrameFormat
from waiting import until

from kiosk.devices.sightings import AGREE_S, GONE_S
from kiosk.documents.qr import picture
from kiosk.domain.codes import copy_number
from tests.pictures import SIZE, Pose, held_out, room
from ui.camera import THOROUGH_EVERY, Camera
from ui.code_reader import CodeReader
from ui.frames import luma_of

Pixels = QVideoFrameFormat.PixelFormat
POSES = [
    Pose(side=side, blur=blur, noise=noise)
    for side in (260, 330, 400, 520, 640)
    for blur, noise in ((0.5, 0.05), (1.2, 0.12))
]
FRAME_S = 1 / 30


def frame_of(light: Image.Image, kind: Pixels = Pixels.Format_NV12) -> QVideoFrame:
    """A frame as a camera would hand it over, its rows as far apart as the format wants them."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(*light.size), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    plane, stride, width = frame.bits(0), frame.bytesPerLine(0), light.width
    apart = 2 if kind == Pixels.Format_YUYV else 1
    rows = light.tobytes()
    for y in range(light.height):
        plane[y * stride : y * stride + apart * width : apart] = rows[y * width : (y + 1) * width]
    frame.unmap()
    return frame


class Eye:
    """A camera whose frames and time come from the test."""

    def __init__(self) -> None:
        self.scans: list[str] = []
        self.present: list[bool] = []
        self.now_s = 100.0
        self.camera = Camera("first", self.scans.append, self.present.append, lambda: self.now_s)

    def show(self, light: Image.Image, seconds: float = FRAME_S, kind: Pixels = Pixels.Format_NV12) -> None:
        """One frame, until it is read."""
        self.now_s += seconds
        read: list[object] = []
        self.camera._reader.read.connect(read.append)
        self.camera.sink.setVideoFrame(frame_of(light, kind))
        until(lambda: bool(read))
        self.camera._reader.read.disconnect(read.append)


@pytest.fixture
def eye() -> Iterator[Eye]:
    made = Eye()
    yield made
    made.camera.close()


@pytest.mark.parametrize("kind", [Pixels.Format_YUV420P, Pixels.Format_NV12, Pixels.Format_YUYV])
def test_ten_of_ten(eye: Eye, kind: Pixels) -> None:
    texts = [copy_number(1, n) for n in range(1, 11)]
    for n, (text, pose) in enumerate(zip(texts, POSES, strict=True)):
        light = held_out(text, replace(pose, seed=n))
        for _ in range(3):
            eye.show(light, kind=kind)
    assert eye.scans == texts


def test_turned_codes_are_read_too(eye: Eye) -> None:
    for n, degrees in enumerate((30, 90, 137, 180, 275)):
        light = held_out(copy_number(1, n + 1), Pose(side=420, degrees=degrees))
        for _ in range(2 * THOROUGH_EVERY):
            eye.show(light)
    assert eye.scans == [copy_number(1, n + 1) for n in range(5)]


def test_a_picture_of_the_documents_is_read(eye: Eye, tmp_path: Path) -> None:
    picture(copy_number(1, 7), tmp_path / "code.png")
    whole = room()
    whole.paste(Image.open(tmp_path / "code.png").convert("L"), (300, 200))
    eye.show(whole)
    eye.show(whole)
    assert eye.scans == [copy_number(1, 7)]


def test_one_frame_is_no_scan_and_a_lasting_code_is_one(eye: Eye) -> None:
    code, empty = held_out(copy_number(1, 1), Pose()), room()
    eye.show(code)
    eye.show(empty)
    eye.show(code, AGREE_S + 0.1)
    assert eye.scans == []
    for _ in range(12):
        eye.show(code)
    assert len(eye.scans) == 1
    eye.show(empty, GONE_S)
    eye.show(code)
    assert len(eye.scans) == 1
    eye.show(code)
    assert len(eye.scans) == 2


def test_cards_sign_in_and_altered_ones_are_refused(eye: Eye, hall: TestHall) -> None:
    card = hall.card("zhang")
    altered = [card[:at] + str((int(card[at]) + 1) % 10) + card[at + 1 :] for at in (len(card) - 1, len(card) - 40)]
    for n, text in enumerate((card, *altered)):
        light = held_out(text, Pose(side=600, blur=0.6, seed=n))
        eye.show(light)
        eye.show(light)
    assert eye.scans == [card, *altered]
    assert type(hall.visit.scan(card)).__name__ == "Basket"
    for text in eye.scans[1:]:
        assert codes(hall.visit.scan(text)) == ["K-05"]


def test_frames_that_cannot_be_read_are_passed_over(eye: Eye) -> None:
    assert luma_of(QVideoFrame()) is None
    eye.camera.sink.setVideoFrame(QVideoFrame())
    assert not eye.camera._reader.busy


def test_coloured_frames_become_grey(qt_messages: list[str]) -> None:
    light = held_out(copy_number(1, 1), Pose())
    frame = QVideoFrame(QVideoFrameFormat(QSize(*SIZE), Pixels.Format_BGRA8888))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    frame.bits(0)[:] = light.convert("RGBA").tobytes()
    frame.unmap()
    luma = luma_of(frame)
    assert luma is not None
    assert abs(luma.light[360 * luma.stride + 640] - light.getpixel((640, 360))) <= 2
    qt_messages[:] = [
        message for message in qt_messages if "No RHI backend" not in message
    ]  # there is no graphics card


def test_what_comes_while_a_frame_is_read_is_dropped(eye: Eye) -> None:
    light = held_out(copy_number(1, 1), Pose())
    gate, read = threading.Event(), []
    eye.camera._reader.read.connect(read.append)
    eye.camera._reader.ask(lambda: [] * gate.wait(20))
    for _ in range(20):
        eye.camera.sink.setVideoFrame(frame_of(light))
    gate.set()
    until(lambda: bool(read))
    assert not eye.camera._reader.busy
    assert read == [[]]


def test_the_reader_reads_elsewhere_and_answers_here(caplog: pytest.LogCaptureFixture) -> None:
    reader, heard, here = CodeReader(), [], []
    reader.read.connect(lambda texts: (heard.append(texts), here.append(threading.current_thread())))
    reader.ask(lambda: [threading.current_thread().name])
    until(lambda: bool(heard))
    assert heard[0][0].startswith("codes")
    assert here == [threading.main_thread()]
    with caplog.at_level(logging.ERROR):
        reader.ask(lambda: [str(1 / 0)])
        until(lambda: len(heard) == 2)
    assert heard[1] == []
    assert "could not be read" in caplog.text
    assert not reader.busy
    reader.close()


def test_without_a_camera_it_says_so(eye: Eye) -> None:
    eye.camera._name = "none of this name"
    eye.camera.start()
    assert eye.present == [False]


def test_a_film(eye: Eye, tmp_path: Path) -> None:
    """Through the machine's own decoder, in its own time."""
    import time

    film = io.BytesIO()
    for n in (1, 2):
        still = held_out(copy_number(1, n), Pose(side=400))
        for _ in range(30):
            still.save(film, "JPEG", quality=80)
    (tmp_path / "film.mjpeg").write_bytes(film.getvalue())
    eye.camera._now_s = time.monotonic
    player = QMediaPlayer()
    player.setVideoSink(eye.camera.sink)
    player.setSource(QUrl.fromLocalFile(str(tmp_path / "film.mjpeg")))
    player.play()
    until(lambda: len(eye.scans) == 2)
    player.stop()
    assert eye.scans == [copy_number(1, 1), copy_number(1, 2)]
