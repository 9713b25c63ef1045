"""A sheet comes out once, whatever the printer suffers, and the screen says within 3 s what is so."""

from pathlib import Path
from signal import SIGTERM
from time import sleep

import pytest
from printing.office import Office, Press, ProgramsMissing, all_there, until
from printing.orders import DONE_S, SEEN_S, Orders, printers

from kiosk.devices.printer import NoPrinters
from kiosk.storage import print_jobs


def test_a_sheet_is_printed_and_told_once(orders: Orders, press: Press) -> None:
    job = orders.order()
    orders.until(job, "done", DONE_S)
    assert press.sheets == 1 and orders.told == [job]
    seen = orders.state(job)
    assert seen and (seen.printer, seen.place) == (f"打印机 {press.queue}", "屏幕右下方")
    assert print_jobs.sheet(orders.store.db, job) == b""


def test_cups_keeps_no_copy(orders: Orders, press: Press, office: Office) -> None:
    """Its spool is not encrypted, and a certificate bears a name."""
    press.suffer("slow")
    job = orders.order()
    orders.until(job, "printing")
    kept = print_jobs.print_job(orders.store.db, job)
    assert kept and kept.cups_job
    file = office.folder / "spool" / f"d{kept.cups_job:05d}-001"
    assert file.exists()
    press.suffer("")
    orders.until(job, "done", DONE_S)
    until(lambda: not print_jobs.to_forget(orders.store.db), "forgotten", SEEN_S)
    assert not file.exists()


def test_no_paper(orders: Orders, press: Press) -> None:
    press.suffer("paper")
    job = orders.order()
    until(lambda: press.says("media-empty"), "the printer has no paper")
    orders.until(job, "paper_out")
    behind = orders.order("list")
    orders.until(behind, "paper_out")
    seen = orders.state(behind)
    assert press.sheets == 0 and seen and seen.ahead == 1
    press.suffer("")
    orders.until(behind, "done", DONE_S)
    assert press.sheets == 2 and orders.told == [job, behind]


def test_a_jam_waits_for_a_person(orders: Orders, press: Press) -> None:
    press.suffer("jam")
    job = orders.order()
    until(lambda: press.says("media-jam"), "the printer is jammed")
    orders.until(job, "jammed")
    press.suffer("")
    behind = orders.order()
    orders.until(behind, "done", DONE_S)
    seen = orders.state(job)
    assert press.sheets == 1 and seen and seen.state == "jammed", "nothing is printed again by itself"
    assert orders.wanted(job, "retry")
    orders.until(job, "done", DONE_S)
    assert press.sheets == 2 and orders.told == [behind, job] and not orders.wanted(job, "retry")


def test_a_printer_that_somebody_stopped(orders: Orders, press: Press, office: Office) -> None:
    office.desk().disablePrinter(press.queue, reason="service")
    job = orders.order()
    orders.until(job, "stopped")
    office.desk().enablePrinter(press.queue)
    orders.until(job, "done", DONE_S)
    assert press.sheets == 1


def test_a_printer_that_takes_no_jobs(orders: Orders, press: Press, office: Office) -> None:
    office.desk().rejectJobs(press.queue, reason="closed")
    job = orders.order()
    orders.until(job, "rejected")
    office.desk().acceptJobs(press.queue)
    orders.until(job, "done", DONE_S)
    assert press.sheets == 1


def test_a_printer_that_is_gone_and_comes_back(orders: Orders, press: Press) -> None:
    press.vanish()
    job = orders.order()
    orders.until(job, "vanished")
    press.start()
    orders.until(job, "done", 2 * DONE_S)
    assert press.sheets == 1 and orders.told == [job]


def test_a_printer_that_is_switched_off_in_the_middle(orders: Orders, press: Press) -> None:
    """It forgets the sheet, and CUPS calls it done: only a person can see."""
    press.suffer("paper")
    job = orders.order()
    orders.until(job, "paper_out")
    press.vanish()
    orders.until(job, "vanished")
    press.suffer("")
    press.start()
    orders.until(job, "doubtful", DONE_S)
    assert press.sheets == 0 and orders.told == []
    assert orders.wanted(job, "retry")
    orders.until(job, "done", DONE_S)
    assert press.sheets == 1 and orders.told == [job]


@pytest.mark.proof
def test_cups_is_restarted_with_the_sheet_in_hand(orders: Orders, press: Press, office: Office) -> None:
    """It then calls the job pending for ever, though it has done with it."""
    job = orders.order()
    until(lambda: press.sheets, "the sheet is out")
    office.die(SIGTERM)
    office.open()
    press.known()
    until(lambda: (seen := orders.state(job)) and seen.state in ("done", "doubtful"), "known", DONE_S)
    sleep(SEEN_S)
    assert press.sheets == 1


def test_cups_dies_before_the_sheet_is_ordered(orders: Orders, press: Press, office: Office) -> None:
    office.die()
    job = orders.order()
    orders.until(job, "waiting")
    seen = orders.state(job)
    assert seen and (seen.reason, seen.elsewhere) == ("no_service", "一楼服务台")
    office.open()
    press.known()
    orders.until(job, "done", DONE_S)
    assert press.sheets == 1


def test_cups_dies_with_the_sheet_in_hand(orders: Orders, press: Press, office: Office) -> None:
    """It had told its disk nothing yet, so nobody can know: a person looks, and nothing comes out twice."""
    press.suffer("slow")
    job = orders.order()
    orders.until(job, "printing")
    office.die()
    orders.until(job, "vanished")
    press.suffer("")
    office.open()
    press.known()
    orders.until(job, "doubtful")
    assert orders.wanted(job, "printed")
    orders.until(job, "done", SEEN_S)
    assert press.sheets <= 1 and orders.told == [job]


def test_cancelled_before_and_after_it_is_handed_over(orders: Orders, press: Press) -> None:
    press.suffer("paper")
    first, _, third = (orders.order() for _ in range(3))
    orders.until(first, "paper_out", DONE_S)
    assert orders.wanted(third, "cancel") and orders.wanted(first, "cancel")
    orders.until(third, "cancelled")
    press.suffer("")
    orders.until(first, "cancelled", DONE_S)
    for job in (first, third):
        assert print_jobs.sheet(orders.store.db, job) == b"" and not orders.wanted(job, "cancel")
    assert not {first, third} & set(orders.told)


def test_slips_and_certificates_have_their_own_printers(office: Office, press: Press, tmp_path: Path) -> None:
    narrow = office.press("narrow")
    orders = Orders(tmp_path / "hall.db", printers(office, press.queue, "narrow")).open()
    press.suffer("paper")
    certificate, slip = orders.order("certificate"), orders.order("slip")
    orders.until(slip, "done", DONE_S)
    assert (press.sheets, narrow.sheets) == (0, 1)
    press.suffer("")
    orders.until(certificate, "done", DONE_S)
    assert (press.sheets, narrow.sheets) == (1, 1)
    orders.close()
    office.remove(narrow)


@pytest.mark.parametrize("why", ["not_set_up", "no_library"])
def test_without_a_printer_it_waits_and_says_so(why: str, tmp_path: Path) -> None:
    orders = Orders(tmp_path / "hall.db", NoPrinters(why)).open()  # type: ignore[arg-type]
    job = orders.order()
    orders.until(job, "waiting")
    until(lambda: (seen := orders.state(job)) and seen.reason == why, why, SEEN_S)
    assert print_jobs.sheet(orders.store.db, job), "it is still there when a printer comes"
    orders.close()


def test_an_unknown_queue(office: Office, tmp_path: Path) -> None:
    orders = Orders(tmp_path / "hall.db", printers(office, "nowhere")).open()
    job = orders.order()
    until(lambda: (seen := orders.state(job)) and seen.reason == "no_queue", "no_queue", SEEN_S)
    orders.close()


def test_without_a_cups_the_tests_fail_and_say_what_brings_it(tmp_path: Path) -> None:
    with pytest.raises(ProgramsMissing, match=r"apt-get install .* cups-daemon cups-ipp-utils dbus-daemon"):
        all_there(str(tmp_path))
