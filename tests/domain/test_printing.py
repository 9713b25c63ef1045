"""What CUPS says of a printer and of a job, and what that is to the person who waits."""

from typing import get_args

import pytest
from msgspec.structs import replace

from kiosk import words
from kiosk.domain.printing import JobLook, PrinterLook, Purpose, Role, Way, Why, job_way, printer_way

READY = PrinterLook("打印机", "屏幕右下方", 3, (), accepting=True, reachable=True, queued=0)
PENDING, HELD, PROCESSING, CANCELED, ABORTED, COMPLETED = 3, 4, 5, 7, 8, 9


@pytest.mark.parametrize(
    ("reasons", "way"),
    [
        (("none",), "queued"),
        (("cups-waiting-for-job-completed",), "queued"),
        (("marker-supply-low-warning",), "queued"),
        (("media-empty-error", "media-needed-error"), "paper_out"),
        (("cups-waiting-for-job-completed", "media-needed-warning"), "paper_out"),
        (("media-jam-report",), "jammed"),
        (("media-empty-error", "media-jam-error"), "jammed"),
        (("cover-open-error",), "stopped"),
        (("connecting-to-device",), "vanished"),
        (("offline-report",), "vanished"),
        (("paused",), "stopped"),
    ],
)
def test_reasons_are_known_by_how_they_begin(reasons: tuple[str, ...], way: str) -> None:
    assert printer_way(replace(READY, reasons=reasons))[0] == way


def test_a_printer_without_a_reason() -> None:
    assert printer_way(replace(READY, state=5)) == ("stopped", "paused")
    assert printer_way(replace(READY, reachable=False)) == ("vanished", "unreachable")
    assert printer_way(replace(READY, accepting=False)) == ("rejected", "closed")


@pytest.mark.parametrize(
    ("state", "reasons", "way"),
    [
        (COMPLETED, ("media-empty",), "done"),
        (PENDING, (), "queued"),
        (PROCESSING, (), "printing"),
        (HELD, (), "stopped"),
        (PROCESSING, ("media-empty-warning",), "paper_out"),
        (PENDING, ("media-empty-warning",), "paper_out"),
        (PROCESSING, ("media-jam-error",), "jammed"),
        (CANCELED, ("media-jam-report",), "jammed"),
        (ABORTED, (), "doubtful"),
        (CANCELED, ("none",), "doubtful"),
    ],
)
def test_a_job_that_was_handed_over(state: int, reasons: tuple[str, ...], way: str) -> None:
    assert job_way(JobLook(7, state, 1, 0), replace(READY, reasons=reasons))[0] == way


def test_a_printer_that_takes_no_more_still_prints_what_it_has() -> None:
    assert job_way(JobLook(7, PROCESSING, 1, 0), replace(READY, accepting=False))[0] == "printing"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_everything_is_worded(language: str) -> None:
    worded = words.read(language).table
    for part, names in (("way", Way), ("next", Way), ("why", Why), ("purpose", Purpose), ("role", Role)):
        keys = {key.removeprefix(f"printing.{part}.") for key in worded if key.startswith(f"printing.{part}.")}
        of_staff = (
            {"batch", "names", "sign_in", "slips", "staff_card"} if part == "purpose" else set()
        )  # screens of several orders, or of a list
        assert keys == (set(get_args(names)) | of_staff) - {""}, part
