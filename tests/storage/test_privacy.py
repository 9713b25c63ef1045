"""Privacy: consents are facts, a forgotten person cannot be read by anybody, a phone is found without being held."""

import re
from pathlib import Path

from halls import TestHall

from kiosk.domain.facts import ConsentGiven, ConsentWithdrawn, MemberDetailsSet, MemberForgotten
from kiosk.domain.members import NOTICE_VERSION, MemberDetails
from kiosk.storage import queries
from kiosk.storage.keys import hash_key
from kiosk.storage.sealed import keyed_hash, sealing, unsealed

NOTICES = Path(__file__).parents[2] / "resources" / "notices"


def test_consents_are_given_withdrawn_and_given_again(hall: TestHall) -> None:
    hall.tell(ConsentGiven(1000, "notice", 1), ConsentGiven(1000, "care_mode", 1))
    assert set(queries.consents(hall.db, 1000)) == {"notice", "care_mode"}
    hall.tell(ConsentWithdrawn(1000, "care_mode"))
    assert set(queries.consents(hall.db, 1000)) == {"notice"}
    hall.tell(ConsentGiven(1000, "care_mode", 2))
    assert queries.consents(hall.db, 1000)["care_mode"].version == 2
    hall.tell(ConsentWithdrawn(1001, "never given"))
    assert hall.store.differences() == {}


def test_a_person_who_asks_is_forgotten_everywhere(hall: TestHall) -> None:
    told = (fact.p for fact in hall.store.facts() if isinstance(fact.p, MemberDetailsSet))
    sealed = [p.sealed for p in told if p.member == 1000]
    hall.scan("zhang")
    hall.scan("hlm")
    hall.tap("finish")
    hall.tell(MemberForgotten(1000))
    assert unsealed(hall.db, 1000, sealed[0]) is None
    assert hall.db.execute("select count(*) from member_details where member = 1000").fetchone() == (0,)
    assert hall.db.execute("select count(*) from loans where member = 1000").fetchone() == (1,)  # statistics stay
    assert hall.store.differences() == {}
    hall.tell(sealing(hall.db, MemberDetails(1000, "张小三")))  # a new key opens nothing that was sealed before
    assert unsealed(hall.db, 1000, sealed[0]) is None


def test_each_member_has_a_key_of_their_own(hall: TestHall) -> None:
    keys = hall.db.execute("select key from member_keys").fetchall()
    assert len(keys) == len(set(keys)) == 3


def test_a_phone_is_found_by_its_keyed_hash_only(hall: TestHall) -> None:
    hashed = keyed_hash(hash_key(hall.db), "19900001234")
    hall.tell(sealing(hall.db, MemberDetails(1000, "张小三", hashed)))
    found = queries.details_by_number_or_phone(hall.db, "19900001234", (b"other".hex(), hashed))
    assert found and found.member == 1000
    elsewhere = (keyed_hash(b"another key", "19900001234"),)
    assert queries.details_by_number_or_phone(hall.db, "19900001235", elsewhere) is None


def test_the_notice_is_there_in_both_languages() -> None:
    for language in ("zh_CN", "en"):
        text = (NOTICES / f"privacy-{NOTICE_VERSION}.{language}.md").read_text("utf-8")
        assert len(re.findall(r"\*\*", text)) >= 12 and str(NOTICE_VERSION) in text.splitlines()[0]
