"""The keys that a hub tells: cards of any kiosk are believed, and a phone is found whoever hashed it."""

from halls import TestHall

from kiosk.storage.joined import Joined, joined, learn_hash_keys, learn_issuers, own_issuers, write_joined
from kiosk.storage.keys import add_key, hash_key, hash_keys, issuers


def test_what_is_kept_of_a_hub(hall: TestHall) -> None:
    assert joined(hall.db) is None
    write_joined(hall.db, Joined(b"p", "ca", b"c"))
    write_joined(hall.db, Joined(b"p", "ca", b"c", "二号机", "word"))
    assert joined(hall.db) == Joined(b"p", "ca", b"c", "二号机", "word")


def test_told_issuers_are_believed_and_never_become_our_own(hall: TestHall) -> None:
    add_key(hall.db, "issuer")
    mine = own_issuers(hall.db)
    before = issuers(hall.db)
    learn_issuers(hall.db, {b"abcd": b"x" * 32} | dict.fromkeys(mine, b"y" * 32))
    assert issuers(hall.db) == before | {b"abcd": b"x" * 32}
    assert own_issuers(hall.db) == mine and len(mine) == 1


def test_the_halls_key_makes_new_hashes_and_the_old_one_still_finds(hall: TestHall) -> None:
    own = hash_key(hall.db)
    learn_hash_keys(hall.db, ())
    assert hash_keys(hall.db) == (own,)
    for _ in range(2):
        learn_hash_keys(hall.db, (b"the hall's", b"a third"))
        assert hash_key(hall.db) == b"the hall's"
        assert set(hash_keys(hall.db)) == {b"the hall's", b"a third", own}
        assert hash_keys(hall.db)[0] == b"the hall's"
    learn_hash_keys(hall.db, (own,))
    assert hash_key(hall.db) == own
