"""What a fact writes of members: who they are, what stops them, what they agreed to, what waits for them."""

from kiosk.domain import facts as f
from kiosk.domain.facts import Fact
from kiosk.domain.members import Answer, Consent, Member, Suspension
from kiosk.domain.people import answer_after, consent_after, consent_key, member_after, suspension_after
from kiosk.storage.apply.rows import get, put
from kiosk.storage.database import Connection
from kiosk.storage.sealed import forget, unsealed


def step_member(db: Connection, fact: Fact, p: f.MemberFact) -> None:
    match p:
        case f.MemberDetailsSet(member=member, sealed=sealed):
            put(db, unsealed(db, member, sealed))
        case f.MemberSuspended() | f.SuspensionLifted():
            step_suspension(db, fact, p)
        case f.MemberAdded(member=row) | f.VisitorAdmitted(member=row):
            put(db, row)
        case f.MemberForgotten(member=member):
            forget(db, member)
        case f.ConsentGiven() | f.ConsentWithdrawn():
            put(db, consent_after(get(db, Consent, consent_key(p)), fact, p))
        case f.AnswerGiven():
            put(db, answer_after(None, fact, p))
        case f.AnswerTold(answer=answer) | f.AnswerWithdrawn(answer=answer):
            put(db, answer_after(get(db, Answer, answer), fact, p))
        case f.MemberBlocked() | f.MemberUnblocked() | f.CardIssued() | f.CardReportedLost():
            put(db, member_after(get(db, Member, p.member), fact, p))


def step_suspension(db: Connection, fact: Fact, p: f.MemberSuspended | f.SuspensionLifted) -> None:
    key = p.suspension if isinstance(p, f.SuspensionLifted) else fact.id
    put(db, suspension_after(get(db, Suspension, key), fact, p))
