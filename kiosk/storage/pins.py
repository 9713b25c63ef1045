"""PINs: kept only as argon2id hashes, slow on purpose, so only a worker ever asks; wrong tries are counted."""

from datetime import datetime, timedelta

from kiosk.domain.policy import PIN_LOCK_S, PIN_TRIES_MAX
from kiosk.storage.database import Connection

# Checked when nobody has the number, so that a stranger's number takes as long as a wrong PIN.
NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$Ia/tgFC/5dW80tWzKgLvzw$D5nqs3NrzjmCnxiUckZRrblFEVZtWANXWadxBUlxFK4"


def pin_hash(pin: str) -> str:
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def pin_matches(hashed: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    try:
        return PasswordHasher().verify(hashed, pin)
    except VerificationError:
        return False


def locked_until(db: Connection, who: str, now: datetime) -> datetime | None:
    """`who` is a keyed hash: an unknown number locks like a known one, and nothing tells them apart."""
    row = db.execute("select until from pin_tries where who = ?", (who,)).fetchone()
    until = datetime.fromisoformat(row[0]) if row and row[0] else None
    # A lock never outlasts its length, whatever the clock has done since.
    return until if until and now < until <= now + timedelta(seconds=PIN_LOCK_S) else None


def count_wrong(db: Connection, who: str, now: datetime) -> int:
    """How many tries are left; at none the lock begins, and the count anew."""
    row = db.execute("select wrong from pin_tries where who = ?", (who,)).fetchone()
    wrong = (row[0] if row else 0) + 1
    until = (now + timedelta(seconds=PIN_LOCK_S)).isoformat() if wrong >= PIN_TRIES_MAX else None
    kept = 0 if until else wrong
    db.execute("insert or replace into pin_tries (who, wrong, until) values (?, ?, ?)", (who, kept, until))
    return PIN_TRIES_MAX - wrong


def use_up(db: Connection, who: str) -> None:
    """A code that is good once has had its try."""
    db.execute("insert or replace into pin_tries (who, wrong) values (?, 1)", (who,))


def tried(db: Connection, who: str) -> bool:
    return db.execute("select 1 from pin_tries where who = ?", (who,)).fetchone() is not None


def forget_wrong(db: Connection, who: str) -> None:
    db.execute("delete from pin_tries where who = ?", (who,))
