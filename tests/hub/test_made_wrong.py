"""Errors that hardly any schedule of chance brings to light: each is made on purpose, and one story finds it out."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cities import City
from disks import added, copied, copies, hub_ids, listed, restored
from msgspec.structs import replace
from quarrels import BOOK, loans, pair_of
from sqlalchemy import Engine

from kiosk.domain.facts import CopyMoved, LoanRenewed
from kiosk.hub import pulling
from kiosk.storage import pulled
from kiosk.storage.hub_line import hub_line, waiting
from kiosk.sync import inbox, outbox
from kiosk.sync.inbox import next_ask, take_page
from kiosk.sync.outbox import next_segment, take_ack

FOR_EVER = 1 << 62
LATER = date(2027, 1, 20)
Patch = pytest.MonkeyPatch
Story = Callable[[City], None]


def an_old_disk_hears_an_answer(city: City) -> None:
    """Two facts with one number: the answer to the other must not pass for an answer to this one."""
    k = added(city, "a")
    listed(k, 1)
    city.sync()
    image = k.image()
    listed(k, 2)
    answer = city.send(k)
    k.put_image(image)
    listed(k, 3)
    assert answer and take_ack(k.store, answer) == "fork"
    assert waiting(k.raw) == 1


def an_old_disk_hears_a_page(city: City) -> None:
    k = added(city, "a")
    listed(k, 1)
    city.sync()
    image = k.image()
    listed(k, 2)
    city.send(k)
    k.put_image(image)
    listed(k, 3)
    page = city.hub.pull(next_ask(k.store, k.clock.now()))
    assert page and not take_page(k.store, page, k.clock.now()) and hub_line(k.raw).trouble == "fork"


def a_restored_hub_lacks_what_it_had(city: City) -> None:
    k = added(city, "a")
    listed(k, 1)
    city.sync()
    before = copied(city)
    listed(k, 2, 3)
    city.send(k)
    restored(city, "second", before)
    city.hear(k)
    city.sync()
    assert hub_ids(city) == k.facts() and copies(k) == copies(added_later(city))


def a_restored_hub_is_not_meant_by_an_old_answer(city: City) -> None:
    k = added(city, "a")
    listed(k, 1)
    city.sync()
    before = copied(city)
    listed(k, 2, 3)
    old = city.send(k)
    restored(city, "second", before)
    city.hear(k)
    assert old and take_ack(k.store, old) == "" and waiting(k.raw)
    city.sync()
    assert hub_ids(city) == k.facts()


def a_renewal_is_shown_between_two_pages(city: City) -> None:
    """The hub has it, but its row lies in the second page: until then it is this kiosk's own word."""
    first, second = pair_of(city)
    loan = first.lend(BOOK, "zhang")
    city.sync()
    city.pass_by(60)
    second.tell(CopyMoved(BOOK, "S"))
    city.send(second)
    city.pass_by(60)
    first.tell(LoanRenewed(BOOK, loan, LATER, "default"))
    city.send(first)
    more = True
    while more:
        page = city.hub.pull(replace(next_ask(first.store, first.clock.now()), limit=1))
        assert page and take_page(first.store, page, first.clock.now())
        assert loans(first)[loan].due_on == LATER
        more = page.more


def a_page_begins_beyond_what_is_known(city: City) -> None:
    a, b = added(city, "a"), added(city, "b")
    listed(a, 1)
    city.sync()
    image = b.image()
    listed(a, 2)
    city.sync()
    listed(a, 3)
    city.send(a)
    page = city.hub.pull(next_ask(b.store, b.clock.now()))
    b.put_image(image)
    assert page
    take_page(b.store, page, b.clock.now())
    city.sync()
    assert len(copies(b)) == 3


def a_late_answer_passes_over_what_was_never_told(city: City) -> None:
    """It names a place of a line that went on elsewhere, and so a fact of the disk that came back counts as told."""
    k = added(city, "a")
    listed(k, 1, 2)
    first_two = next_segment(k.store, k.clock.now())
    city.sync()
    before_it = k.image()
    listed(k, 3)
    with_it = k.image()
    k.put_backup(before_it, 2)
    listed(k, 4)
    city.sync()
    k.put_backup(with_it, 3)
    assert first_two
    take_ack(k.store, city.hub.push(first_two))
    assert waiting(k.raw) == 0
    listed(k, 5)
    city.sync()
    assert k.facts() < hub_ids(city) and len(copies(k)) == 5


def added_later(city: City) -> object:
    late = added(city, "late")
    city.sync()
    return late


def bare_ack(patch: Patch) -> None:
    patch.setattr(outbox, "same_story", lambda *_: True)


def bare_seen(patch: Patch) -> None:
    patch.setattr(pulled, "same_story", lambda *_: True)


def stored_survives_a_hub_restore(patch: Patch) -> None:
    write = pulled.write_line
    patch.setattr(pulled, "write_line", lambda db, line: write(db, replace(line, stored=hub_line(db).stored)))


def acks_survive_a_hub_restore(patch: Patch) -> None:
    patch.setattr(outbox, "is_stale", lambda *_: False)


def seen_of_the_moment(patch: Patch) -> None:
    seen = pulling.seen
    patch.setattr(pulling, "seen", lambda db, device, until: seen(db, device, FOR_EVER))


def a_page_too_far_ahead(patch: Patch) -> None:
    is_old = pulled.is_old
    for room in (pulled, inbox):
        patch.setattr(room, "is_old", lambda line, heard: is_old(line, replace(heard, after=-1)))


def gap_not_believed(patch: Patch) -> None:
    hash_at = outbox.hash_at
    patch.setattr(outbox, "hash_at", lambda db, own: hash_at(db, own) or b"")
    patch.setattr(
        outbox, "same_story", lambda store, own, mine, head: pulled.same_story(store, own, mine or None, head)
    )


FOUND_OUT_BY: dict[Callable[[Patch], None], Story] = {
    bare_ack: an_old_disk_hears_an_answer,
    bare_seen: an_old_disk_hears_a_page,
    stored_survives_a_hub_restore: a_restored_hub_lacks_what_it_had,
    acks_survive_a_hub_restore: a_restored_hub_is_not_meant_by_an_old_answer,
    seen_of_the_moment: a_renewal_is_shown_between_two_pages,
    a_page_too_far_ahead: a_page_begins_beyond_what_is_known,
    gap_not_believed: a_late_answer_passes_over_what_was_never_told,
}


@pytest.mark.parametrize("story", FOUND_OUT_BY.values(), ids=lambda story: story.__name__)
def test_it_ends_well(story: Story, tmp_path: Path, sqlite: Engine) -> None:
    story(City(tmp_path, sqlite))


@pytest.mark.parametrize("wrong", FOUND_OUT_BY, ids=lambda wrong: wrong.__name__)
def test_made_wrong_it_is_found_out(
    wrong: Callable[[Patch], None], tmp_path: Path, sqlite: Engine, monkeypatch: Patch
) -> None:
    wrong(monkeypatch)
    with pytest.raises(AssertionError):
        FOUND_OUT_BY[wrong](City(tmp_path, sqlite))
