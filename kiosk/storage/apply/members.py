"""What a fact writes of members: who they are, what stops them, what they agreed to, what waits for them."""

from kiosk.domain import facts as f
from kiosk.domain.facts import Fact
from kiosk.domain.members import Answer, Consent, Member, MemberDetails, Suspension
from kiosk.domain.people import answer_after, consent_after, consent_key, member_after, suspension_after
from kiosk.storage.apply.rows import Rows


def step_member(rows: Rows, fact: Fact, p: f.MemberFact) -> None:
    match p:
        case f.MemberDetailsSet(member=member, sealed=sealed):
            rows.put_sealed(MemberDetails, member, member, sealed)
        case f.MemberSuspended() | f.SuspensionLifted():
            step_suspension(rows, fact, p)
        case f.MemberAdded(member=row):
            rows.put(row)
        case f.VisitorAdmitted(member=row):
            # Where the home hall's own word is known, a card says nothing new.
            rows.put(row if rows.get(Member, row.member) is None else None)
        case f.MemberForgotten(member=member):
            rows.forget(member)
        case f.ConsentGiven() | f.ConsentWithdrawn():
            rows.put(consent_after(rows.get(Consent, consent_key(p)), fact, p))
        case f.AnswerGiven():
            rows.put(answer_after(None, fact, p))
        case f.AnswerTold(answer=answer) | f.AnswerWithdrawn(answer=answer):
            rows.put(answer_after(rows.get(Answer, answer), fact, p))
        case _:
            rows.put(member_after(rows.get(Member, p.member), fact, p))


def step_suspension(rows: Rows, fact: Fact, p: f.MemberSuspended | f.SuspensionLifted) -> None:
    key = p.suspension if isinstance(p, f.SuspensionLifted) else fact.id
    rows.put(suspension_after(rows.get(Suspension, key), fact, p))
