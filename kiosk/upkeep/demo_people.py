"""The demo's people: staff, members, and a cast that plays every state a card can be in."""

from datetime import date, timedelta
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.codes import SignedCard, card_text
from kiosk.domain.facts import ConsentGiven, MemberAdded
from kiosk.domain.members import NOTICE_VERSION, Member, MemberDetails, Tier
from kiosk.domain.staff import ROLES, Staff
from kiosk.storage.ids import ID_BITS
from kiosk.storage.keys import KEY_ID_BYTES, hash_key
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging, keyed_hash, sealing
from kiosk.storage.store import Store
from kiosk.upkeep.demo_shelves import Teller
from kiosk.upkeep.sample import Person, people, staff_names

EACH = 3  # members in each state of the cast, at least
OTHER_HALL = 2
FIRST_NUMBER = 100001
CARD_DAYS = 730
STATES = ("at_limit", "overdue", "expired", "blocked", "suspended", "card_lost")
TIER_WEIGHTS: dict[Tier, int] = {"member": 80, "retired": 12, "model": 3, "partner": 1}
WEIGHED: tuple[Tier, ...] = tuple(TIER_WEIGHTS)
CHILDREN, TEAMS = 4, 3


class Cast(Struct, frozen=True):
    """Who plays what; the others live as they like."""

    playing: dict[str, tuple[int, ...]]
    others: tuple[int, ...]


def add_people(store: Store, teller: Teller, crowd: tuple[int, str], today: date) -> Cast:
    count, pin = crowd
    hashed = pin_hash(pin)  # one hash for all: each costs a tenth of a second
    add_staff(store, teller, hashed, today)
    each = max(EACH, count // 60)
    made: list[int] = []
    for n, person in enumerate(people(teller.rng, count)):
        state = STATES[n // each] if n < each * len(STATES) else "good"
        member = new_member(teller, n, state, today)
        if state == "good":
            member = in_a_circle(member, n - each * len(STATES), made)
        made.append(add_member(store, teller, (person, hashed), member))
    add_strangers(store, teller, today)
    playing = {state: tuple(made[n * each : (n + 1) * each]) for n, state in enumerate(STATES)}
    return Cast(playing, tuple(made[each * len(STATES) :]))


def new_member(teller: Teller, n: int, state: str, today: date) -> Member:
    ends = (
        today - timedelta(days=3 + n)
        if state == "expired"
        else today + timedelta(days=60 + teller.rng.randrange(CARD_DAYS))
    )
    tier: Tier = "member" if state != "good" else teller.rng.choices(WEIGHED, tuple(TIER_WEIGHTS.values()))[0]
    return Member(
        member=teller.rng.getrandbits(ID_BITS),
        number=str(FIRST_NUMBER + n),
        home_hall=1,
        tier=tier,
        card_version=1,
        card_expires_on=ends,
        joined_on=teller.moment().day(480) - timedelta(days=teller.rng.randrange(900)),
    )


def in_a_circle(member: Member, n: int, made: list[int]) -> Member:
    """The first of the crowd are parents, their children, and work teams with their book boxes."""
    if CHILDREN <= n < 2 * CHILDREN:
        return replace(member, tier="family", guardian=made[-CHILDREN])
    return replace(member, tier="team") if 2 * CHILDREN <= n < 2 * CHILDREN + TEAMS else member


def add_member(store: Store, teller: Teller, who: tuple[Person, str], member: Member) -> int:
    person, hashed = who
    phone = keyed_hash(hash_key(store.db), person.phone)
    details = MemberDetails(member.member, person.name, phone, hashed, person.unit, person.birth_year)
    consent = ConsentGiven(member.member, "notice", NOTICE_VERSION)
    store.record(MemberAdded(member), sealing(store.db, details), consent, moment=teller.moment())
    return member.member


def add_staff(store: Store, teller: Teller, hashed: str, today: date) -> None:
    for n, (role, name) in enumerate(zip(ROLES * EACH, staff_names(), strict=False)):
        staff = Staff(
            staff=teller.rng.getrandbits(ID_BITS),
            number=f"S{n + 1:03}",
            name=name,
            role=role,
            home_hall=1,
            card_version=1,
            card_expires_on=today + timedelta(days=CARD_DAYS),
            pin_hash=hashed,
        )
        store.record(*engaging(store.db, staff), moment=teller.moment())


def add_strangers(store: Store, teller: Teller, today: date) -> None:
    """Members of another hall: their cards are genuine, but nobody here has heard of them."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    pair = Ed25519PrivateKey.from_private_bytes(teller.rng.randbytes(32))
    public = pair.public_key().public_bytes_raw()
    key_id = sha256(public).digest()[:KEY_ID_BYTES]
    store.db.execute("insert into keys (key_id, role, public, private) values (?, 'issuer', ?, null)", (key_id, public))
    for n in range(EACH):
        card = SignedCard(
            kind="member",
            key_id=key_id,
            holder=teller.rng.getrandbits(ID_BITS),
            hall=OTHER_HALL,
            rank=0,
            expires_on=today + timedelta(days=CARD_DAYS // 2),
            version=1,
        )
        row = (str(OTHER_HALL * FIRST_NUMBER + n), card_text(card, pair.sign))
        store.db.execute("insert into sample_cards (number, text) values (?, ?)", row)
