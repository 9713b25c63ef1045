"""A hypothesis state machine on certificates: no number twice or left out, one that holds for each, rows from facts."""

from graduates import School
from halls import MEMBERS, TestHall, number_of
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.domain.certificate_codes import CertificateCode
from kiosk.domain.certificates import KINDS
from kiosk.domain.codes import parse
from kiosk.domain.facts import CertificateIssued, CertificateNumbersLeased, MemberForgotten
from kiosk.domain.giving import Issued
from kiosk.domain.members import MemberDetails
from kiosk.domain.refusals import Refused
from kiosk.domain.verifying import verify
from kiosk.storage import certificates, keys
from kiosk.storage.sealed import sealing

WHO, COURSE = st.sampled_from(sorted(MEMBERS)), st.sampled_from(["photo", "erhu"])
NAMES = st.sampled_from(["张三", "李四", "欧阳𬭚"])
NTH = st.integers(0, 30)


class Certificates(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.hall = TestHall()
        self.school = School(self.hall)
        for name in ("photo", "erhu"):
            self.school.course(name, 2)
            for who in MEMBERS:
                self.school.came(name, who, 2)
            self.school.over(name)
        self.leased: list[tuple[int, int]] = []
        self.gone: set[str] = set()  # numbers that must never hold again
        self.codes: dict[str, str] = {}
        self.unknown: set[str] = set()  # who was forgotten comes back under another pseudonym, if at all

    def teardown(self) -> None:
        assert self.hall.store.differences() == {}
        self.hall.store.close()

    def number(self, n: int) -> str | None:
        given = certificates.register(self.hall.db)
        return given[n % len(given)].certificate if given else None

    @rule(course=COURSE, kind=st.sampled_from(KINDS))
    def issue(self, course: str, kind: str) -> None:
        done = self.school.issue(course, kind)  # type: ignore[arg-type]
        if isinstance(done, Issued):
            self.codes |= {number: self.school.code(number) for number in done.numbers}

    @rule(n=NTH)
    def supersede(self, n: int) -> None:
        number = self.number(n)
        done = self.school.supersede(number) if number else None
        if isinstance(done, str):
            assert number
            self.gone.add(number)
            self.codes[done] = self.school.code(done)

    @rule(n=NTH)
    def revoke(self, n: int) -> None:
        if number := self.number(n):
            before = certificates.certificate(self.hall.db, number)
            assert before
            assert isinstance(self.school.revoke(number), Refused) == (before.revoked_on is not None)
            self.gone.add(number)

    @rule(n=NTH)
    def printed(self, n: int) -> None:
        if number := self.number(n):
            self.school.printed(number)

    @rule(who=WHO, name=NAMES)
    def renamed(self, who: str, name: str) -> None:
        if who not in self.unknown:
            self.hall.tell(sealing(self.hall.db, MemberDetails(number_of(who), name)))

    @rule(who=WHO)
    def forgotten(self, who: str) -> None:
        self.unknown.add(who)
        self.hall.tell(MemberForgotten(number_of(who)))

    @rule(count=st.integers(1, 4))
    def leased_block(self, count: int) -> None:
        first = max((c.serial for c in certificates.register(self.hall.db)), default=0) + 10
        first = max(first, *(begin + size for begin, size in self.leased), 1) if self.leased else first
        self.leased.append((first, count))
        self.hall.tell(CertificateNumbersLeased(1, first, count))

    @invariant()
    def no_number_is_given_twice_or_left_out(self) -> None:
        issued = [fact.p.frozen.serial for fact in self.hall.store.facts() if isinstance(fact.p, CertificateIssued)]
        assert len(issued) == len(set(issued)) and issued == sorted(issued)
        blocks = [range(first, first + count) for first, count in self.leased]
        alone = [serial for serial in issued if not any(serial in block for block in blocks)]
        assert alone == list(range(1, len(alone) + 1))
        for block in blocks:
            used = [serial for serial in issued if serial in block]
            assert used == list(block)[: len(used)]

    @invariant()
    def one_holds_for_each_member_course_and_kind(self) -> None:
        held = [(c.member, c.course, c.kind) for c in certificates.register(self.hall.db) if c.valid]
        assert len(held) == len(set(held))

    @invariant()
    def what_ended_never_verifies_and_all_else_does(self) -> None:
        issuers = keys.issuers(self.hall.db)
        for number, text in self.codes.items():
            code = parse(text, issuers)
            assert isinstance(code, CertificateCode)
            found = verify(code, certificates.certificate(self.hall.db, number))
            assert (found.verdict == "valid") == (number not in self.gone), (number, found)
            assert found.number == number

    @invariant()
    def no_fact_names_anybody(self) -> None:
        names = {*MEMBERS.values(), "张三", "欧阳𬭚"}
        for (body,) in self.hall.db.execute("select body from facts where type = 'CertificateIssued'"):
            assert not any(name in body for name in names)


Certificates.TestCase.settings = settings(max_examples=25, stateful_step_count=20)
TestCertificates = Certificates.TestCase
