"""Certificates on a real IPP printer: each comes out once, and the register is told once, whatever stops between."""

from pathlib import Path

from graduates import school
from halls import TestHall
from printing.office import Office, Press, until
from printing.orders import DONE_S, printers, reopened

from kiosk.cli.printing import on_printed
from kiosk.devices.clock import SystemClock
from kiosk.devices.print_room import PrintRoom
from kiosk.devices.print_worker import PrintDesk
from kiosk.documents.certificate_sheet import draw_one, sheet_of
from kiosk.domain.facts import CertificatePrinted
from kiosk.domain.printing import Order
from kiosk.domain.refusals import Refused
from kiosk.storage import certificates, print_jobs
from kiosk.storage.store import Store


def told(store: Store) -> list[tuple[str, int]]:
    facts = [fact.p for fact in store.facts()]
    return [(p.certificate, p.reprint) for p in facts if isinstance(p, CertificatePrinted)]


def ordered(store: Store, number: str) -> str:
    sheet = sheet_of(store.db, number)
    assert not isinstance(sheet, Refused)
    drawn = draw_one(sheet)
    assert isinstance(drawn, bytes)
    return print_jobs.keep(store, Order("certificate", number, drawn), SystemClock().now().at)


def test_a_certificate_comes_out_once_and_is_told_once(office: Office, press: Press, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.db"
    hall = TestHall(path)
    number = school(hall).given("photo")
    hall.store.close()
    store = reopened(path)
    desk = PrintDesk(printers(office, press.queue), SystemClock(), on_printed, "一楼服务台")
    for reprint in range(2):
        ordered(store, number)
        for _ in range(2):  # the room is left in the middle, and opened again
            with PrintRoom(lambda: reopened(path), desk) as room:
                room.call()
                until(lambda wanted=reprint + 1: len(told(store)) == wanted, "told", DONE_S)
        assert told(store) == [(number, n) for n in range(reprint + 1)]
        assert press.sheets == reprint + 1
    found = certificates.certificate(store.db, number)
    assert found and found.printed == 2 and store.differences() == {}
    store.close()
