"""Print jobs as rows: kept with the rest or not at all, doubted after a restore, dropped when they are old."""

from datetime import timedelta

import pytest
from halls import NOON, TestHall

from kiosk.domain.facts import BookReturned
from kiosk.domain.printing import Order, PrintJob
from kiosk.storage import print_jobs
from kiosk.storage.store import Device, Store

ORDER = Order("certificate", "LJ-2026-000318", b"%PDF a sheet")


def kept(hall: TestHall) -> PrintJob:
    job = print_jobs.print_job(hall.db, print_jobs.keep(hall.store, ORDER, NOON))
    assert job
    return job


def again(hall: TestHall, job: PrintJob) -> PrintJob:
    now = print_jobs.print_job(hall.db, job.id)
    assert now
    return now


def test_an_order_is_kept_with_what_goes_with_it_or_not_at_all(hall: TestHall) -> None:
    count = hall.db.execute("select count(*) from facts").fetchone()
    with pytest.raises(ZeroDivisionError), hall.store.transaction():
        hall.tell(BookReturned("2000100000017", 1))
        print_jobs.keep(hall.store, ORDER, NOON)
        raise ZeroDivisionError
    assert print_jobs.unfinished(hall.db) == []
    assert hall.db.execute("select count(*) from facts").fetchone() == count


def test_only_one_worker_hands_it_over(hall: TestHall) -> None:
    job = kept(hall)
    assert print_jobs.claimed(hall.db, job, 7, NOON)
    assert not print_jobs.claimed(hall.db, job, 8, NOON)
    assert again(hall, job).cups_job == 7


def test_what_was_cancelled_is_not_handed_over(hall: TestHall) -> None:
    job = kept(hall)
    assert print_jobs.wanted(hall.db, job, "cancel", NOON)
    assert not print_jobs.claimed(hall.db, job, 7, NOON)
    assert print_jobs.sheet(hall.db, job.id) == b""


def test_what_a_person_may_decide(hall: TestHall) -> None:
    job = kept(hall)
    assert not print_jobs.wanted(hall.db, job, "retry", NOON), "it is on its way"
    assert not print_jobs.wanted(hall.db, job, "printed", NOON)
    assert print_jobs.claimed(hall.db, job, 7, NOON)
    assert not print_jobs.wanted(hall.db, again(hall, job), "retry", NOON)
    print_jobs.left_to_a_person(hall.db, again(hall, job), "doubtful", "lost", NOON)
    assert print_jobs.in_turn(hall.db, "certificates", 9) == []
    assert print_jobs.wanted(hall.db, again(hall, job), "retry", NOON)
    assert again(hall, job).attempts == 2 and print_jobs.in_turn(hall.db, "certificates", 9)


def test_a_restored_job_may_have_been_printed_since(hall: TestHall) -> None:
    job, over = kept(hall), kept(hall)
    assert print_jobs.finished(hall.db, over, "done", "", NOON)
    restored = Store(hall.db, Device("d" * 32, 2, 1))
    print_jobs.doubt_restored(restored, NOON)
    assert (again(hall, job).state, again(hall, job).reason) == ("doubtful", "restored")
    assert again(hall, over).state == "done"
    assert print_jobs.wanted(hall.db, again(hall, job), "retry", NOON)
    print_jobs.doubt_restored(restored, NOON)
    assert again(hall, job).state == "waiting", "it is doubted once"


def test_what_is_over_is_dropped_after_a_while(hall: TestHall) -> None:
    job, waiting = kept(hall), kept(hall)
    assert print_jobs.finished(hall.db, job, "done", "", NOON)
    assert not print_jobs.finished(hall.db, job, "done", "", NOON), "told of once"
    print_jobs.drop_old(hall.db, NOON + timedelta(days=print_jobs.KEPT_DAYS + 1))
    assert print_jobs.print_job(hall.db, job.id) is None and again(hall, waiting)


def test_since_moves_with_the_state_only(hall: TestHall) -> None:
    job, later = kept(hall), NOON + timedelta(minutes=1)
    print_jobs.changed(hall.db, job, "waiting", "no_service", later)
    assert again(hall, job).since == NOON
    print_jobs.changed(hall.db, again(hall, job), "rejected", "closed", later)
    assert again(hall, job).since == later
