"""What a kiosk holds: its own members, who has been here lately or has something open here, and nobody else."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from cities import City, Kiosk
from msgspec.structs import replace

from kiosk.domain import facts as f
from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import HallSet, MemberAdded, VisitorAdmitted
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, MemberDetails
from kiosk.hub.sharing import VISITOR_DAYS
from kiosk.hub.tidying import tidy
from kiosk.storage.queries import rows
from kiosk.storage.sealed import member_key, sealing

DAY = 86400


class Two:
    """Two halls with three members and two books each."""

    def __init__(self, folder: Path) -> None:
        self.city = City(folder)
        self.kiosks = [self.city.add(f"kiosk{hall}", hall) for hall in (1, 2)]
        self.seen: dict[tuple[int, int], float] = {}  # hall and member: when they were last there
        self.days = 0.0
        for hall, kiosk in enumerate(self.kiosks, 1):
            begin(kiosk, hall)
        self.city.sync()
        self.go_on(0.01)

    def go_on(self, days: float) -> None:
        self.days += days
        self.city.pass_by(days * DAY)

    def lend(self, hall: int, member: int, number: str) -> None:
        kiosk = self.kiosks[hall - 1]
        self.show(hall, member)
        kiosk.tell(f.BookBorrowed(number, member, hall, date(2027, 3, 1), "default"))

    def show(self, hall: int, member: int) -> None:
        kiosk = self.kiosks[hall - 1]
        self.seen[(hall, member)] = self.days
        if not rows(kiosk.db, Member, "where member = ?", member):
            home = member // 1000
            kiosk.tell(VisitorAdmitted(Member(member, f"{home}-{member}", home, "member", 1, date(2028, 1, 1))))

    def held(self, hall: int) -> set[int]:
        return {m.member for m in rows(self.kiosks[hall - 1].db, Member) if m.home_hall != hall}

    def allowed(self, hall: int) -> set[int]:
        late = {m for (h, m), at in self.seen.items() if h == hall and self.days - at <= VISITOR_DAYS + 1}
        just = (self.city.clock.now().at - timedelta(days=2)).isoformat()
        loans = [loan for k in self.kiosks for loan in rows(k.db, Loan, "where ended is null or ended_at > ?", just)]
        return late | {loan.member for loan in loans if loan.hall == hall or loan.copy.startswith(first_digits(hall))}


def first_digits(hall: int) -> str:
    return copy_number(hall, 1)[:5]


def begin(kiosk: Kiosk, hall: int) -> None:
    from halls import HALL

    kiosk.tell(HallSet(replace(HALL, hall=hall)))
    for n in (1, 2):
        kiosk.tell(f.TitleAdded(Title(hall * 10 + n, "书", "人", "I1")))
        kiosk.tell(f.CopyAdded(Copy(copy_number(hall, n), hall * 10 + n, hall, hall)))
    for n in range(3):
        member = hall * 1000 + n
        row = Member(member, str(100000 + member), hall, "member", 1, date(2028, 1, 1))
        kiosk.tell(MemberAdded(row), sealing(kiosk.db, MemberDetails(member, f"人{member}")))


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def name_at(two: Two, hall: int, member: int) -> list[str]:
    return [d.name for d in rows(two.kiosks[hall - 1].db, MemberDetails, "where member = ?", member)]


def test_a_visitors_name_comes_with_the_next_answer_and_goes_after_thirty_days(two: Two) -> None:
    two.show(2, 1000)
    two.city.sync()
    assert name_at(two, 2, 1000) == ["人1000"] and two.held(2) == {1000} and two.held(1) == set()
    two.go_on(VISITOR_DAYS - 1)
    assert tidy(two.city.hub) == 0
    two.go_on(2)
    assert tidy(two.city.hub) == 1
    two.city.sync()
    assert two.held(2) == set() and name_at(two, 2, 1000) == []
    assert member_key(two.kiosks[1].db, 1000) is None and member_key(two.kiosks[0].db, 1000)
    assert two.kiosks[1].store.differences() == {}


def test_whoever_has_a_book_stays_known_and_goes_when_it_is_back(two: Two) -> None:
    number = copy_number(2, 1)
    two.lend(2, 1000, number)
    two.city.sync()
    two.go_on(VISITOR_DAYS + 5)
    assert tidy(two.city.hub) == 0
    two.kiosks[1].take_back(number)
    two.city.sync()
    two.go_on(VISITOR_DAYS + 1)
    assert tidy(two.city.hub) >= 1
    two.city.sync()
    assert two.held(2) == set()


def test_who_comes_again_is_known_again(two: Two) -> None:
    two.show(2, 1000)
    two.city.sync()
    two.go_on(VISITOR_DAYS + 1)
    tidy(two.city.hub)
    two.city.sync()
    two.show(2, 1000)
    two.city.sync()
    assert name_at(two, 2, 1000) == ["人1000"]


def test_a_key_that_comes_after_the_visit_follows(two: Two) -> None:
    two.kiosks[0].join(1009, "101009", "新来的")
    two.show(2, 1009)
    two.city.send(two.kiosks[1])
    two.city.sync()
    two.city.sync()
    assert name_at(two, 2, 1009) == ["新来的"]
    assert rows(two.kiosks[1].db, Member, "where member = 1009")[0].number == "101009"


@pytest.mark.parametrize("seed", range(4))
def test_no_kiosk_ever_holds_anybody_else(tmp_path: Path, seed: int) -> None:
    """Over a random life, after each day's tidying."""
    two, life = Two(tmp_path), random.Random(seed)
    numbers = [copy_number(hall, n) for hall in (1, 2) for n in (1, 2)]
    for _ in range(25):
        hall = life.choice((1, 2))
        match life.randrange(3):
            case 0:
                two.show(hall, life.choice((1, 2)) * 1000 + life.randrange(3))
            case 1:
                two.lend(hall, life.choice((1, 2)) * 1000 + life.randrange(3), life.choice(numbers[2 * hall - 2 :][:2]))
            case 2:
                two.kiosks[hall - 1].take_back(life.choice(numbers))
        two.go_on(life.choice((0.1, 1, 16, 31)))
        two.city.sync()
        tidy(two.city.hub)
        two.city.sync()
        for here in (1, 2):
            assert two.held(here) <= two.allowed(here)
            assert all(d.member // 1000 == here or d.member in two.allowed(here) for d in details(two, here))
            assert two.kiosks[here - 1].store.differences() == {}


def details(two: Two, hall: int) -> tuple[MemberDetails, ...]:
    return rows(two.kiosks[hall - 1].db, MemberDetails)


def test_row_17_forgetting_reaches_every_hall(two: Two) -> None:
    """The key goes everywhere; what arrives late belongs to the pseudonym, and brings no name back."""
    second = two.city.add("second1", 1)
    two.show(2, 1000)
    two.city.sync()
    two.go_on(1)
    second.tell(sealing(second.db, MemberDetails(1000, "改了名")))
    second.tell(f.BookBorrowed(copy_number(1, 1), 1000, 1, date(2027, 1, 1), "default"))
    two.kiosks[0].tell(f.MemberForgotten(1000))
    two.city.sync()
    for kiosk in (*two.kiosks, second):
        assert member_key(kiosk.db, 1000) is None
        assert rows(kiosk.db, MemberDetails, "where member = 1000") == ()
    assert [loan.member for loan in rows(two.kiosks[0].db, Loan)] == [1000]
    two.show(2, 1000)
    two.city.sync()
    assert member_key(two.kiosks[1].db, 1000) is None


def test_who_is_forgotten_before_the_key_was_told_stays_forgotten(two: Two) -> None:
    second = two.city.add("second1", 1)
    two.kiosks[0].join(1042, "101042", "不该有的")
    second.tell(f.MemberForgotten(1042))
    two.city.sync(second)
    two.city.sync()
    assert member_key(second.db, 1042) is None and member_key(two.kiosks[0].db, 1042) is None
