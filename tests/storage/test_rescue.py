"""Salvage: 200 files damaged by seed, and every fact in its place, kept aside, or counted as missing."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from damage import (
    ASIDE,
    FACTS,
    KINDS,
    Fact,
    Truth,
    bytes_changed,
    copied,
    damaged,
    head_zeroed,
    log_bytes_changed,
    log_cut,
    log_lost,
    pages_changed,
    pages_swapped,
    rewritten,
    true_hall,
)
from halls import KEY, NOON, TestHall, copy
from msgspec.structs import replace

from kiosk.domain.facts import BookReturned, CopyDamaged
from kiosk.domain.moment import Moment
from kiosk.storage.backup import restore, restore_salvaged
from kiosk.storage.check import check
from kiosk.storage.database import connected, database_file, opened
from kiosk.storage.gaps import Missing, Place, between
from kiosk.storage.pages import PAGE, PageFile
from kiosk.storage.records import rows
from kiosk.storage.salvage import BackupRefused, Report, fact_of, salvage
from kiosk.storage.store import Device, Store, open_store
from kiosk.storage.wal import FRAME, HEADER

AT = NOON + timedelta(days=200)
SEEDS_MAX = 20
SEEDS = range(200 // len(KINDS))
PER_PAGE_MAX = 14  # facts on one page


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    return true_hall(tmp_path_factory.mktemp)


def judge(truth: list[Fact], fresh: Path, report: Report) -> None:
    """What is in the new database was in the old one; what is not is counted, fact by fact."""
    with closing(opened(fresh, KEY)) as db:
        kept, aside = db.execute(FACTS).fetchall(), db.execute(ASIDE).fetchall()
        assert check(Store(db, Device("d" * 32, 2, 1))).ok
        assert db.execute("select device, generation, hall from device").fetchall() == [("d" * 32, 2, 1)]
    assert kept == truth[: len(kept)], "a fact was changed, invented or moved"
    assert set(aside) <= set(truth[len(kept) :]) and len(set(aside)) == len(aside)
    assert (report.facts_kept, report.facts_aside) == (len(kept), len(aside)) and not report.altered
    last_known = report.facts_found + report.facts_missing
    assert last_known == len(truth) if report.end_known else last_known <= len(truth)
    here = {fact[0] for fact in kept + aside}
    lost = [fact[:3] for fact in truth[:last_known] if fact[0] not in here]
    told = [(run.first + n, run.generation, run.first_seq + n) for run in report.missing for n in range(size(run))]
    assert told == lost and report.facts_missing == len(lost)


def size(run: Missing) -> int:
    assert run.last - run.first == run.last_seq - run.first_seq >= 0
    return run.last - run.first + 1


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_damaged_files(truth: Truth, kind: Any, tmp_path: Path) -> None:
    refused = lost = found = hurt = 0
    for seed in SEEDS:
        file, fresh = damaged(truth, kind, seed, tmp_path / f"{seed}"), tmp_path / f"{seed}" / "fresh"
        try:
            report = salvage([file], fresh, KEY)
        except BackupRefused:
            assert file.stat().st_size < fact_pages(truth.closed)[0] * PAGE, "only where no fact is left"
            continue
        judge(truth.facts, fresh, report)
        found, lost = found + report.facts_found, lost + report.facts_missing
        hurt += sum(len(damage.pages) + damage.log_frames for damage in report.damage)
        if seed % 2:
            refused += not restored_whole(truth, file, tmp_path / f"{seed}-restored")
        if kind in (log_bytes_changed, bytes_changed, pages_changed, pages_swapped, head_zeroed):
            assert report.facts_found + report.facts_missing >= len(truth.facts) - PER_PAGE_MAX
    assert lost <= hurt * PER_PAGE_MAX and found > 0
    assert (refused > 0) == (kind not in (log_lost, log_cut))
    if kind in (head_zeroed, log_lost, log_cut):
        assert lost == 0


def fact_pages(folder: Path) -> list[int]:
    with closing(PageFile(database_file(folder), KEY)) as file:
        return [i.number for i in file.images() if any(fact_of(row) for row in rows(i.plain, i.number, file))]


def restored_whole(truth: Truth, file: Path, folder: Path) -> bool:
    """Without salvage a file is either refused, and nothing touched, or as good as a backup."""
    try:
        restore(file, folder, KEY, AT)
    except BackupRefused:
        assert [f.name for f in folder.iterdir()] == ["lock"]
        return False
    with closing(open_store(folder, KEY)) as store:
        facts = store.db.execute(FACTS).fetchall()
        assert check(store).ok and facts == truth.facts[: len(facts)] and len(facts) >= truth.in_file
    return True


def test_the_judge_can_say_no(truth: Truth, tmp_path: Path) -> None:
    for seed in range(SEEDS_MAX):  # until the damage hits facts
        file, fresh = damaged(truth, pages_changed, seed, tmp_path / f"damaged{seed}"), tmp_path / f"fresh{seed}"
        report = salvage([file], fresh, KEY)
        judge(truth.facts, fresh, report)
        if report.missing:
            break
    first = report.missing[0]
    for wrong in (
        replace(
            report, missing=[replace(first, last=first.last - 1, last_seq=first.last_seq - 1), *report.missing[1:]]
        ),
        replace(report, facts_missing=report.facts_missing - 1),
        replace(report, facts_aside=report.facts_aside - 1),
    ):
        with pytest.raises(AssertionError):
            judge(truth.facts, fresh, wrong)
    with closing(connected(fresh, KEY)) as db:
        db.execute("update salvaged set body = replace(body, '2026', '2027')")
    with pytest.raises(AssertionError):
        judge(truth.facts, fresh, report)


def test_an_older_backup_closes_the_gap(truth: Truth, tmp_path: Path) -> None:
    """The first page of facts is lost in the file, and what came later is not in the backup."""
    file, old = copied(truth.used, tmp_path / "damaged"), copied(truth.closed, tmp_path / "old")
    with closing(connected(old, KEY)) as db:
        db.execute("delete from facts where position > 300")
    first = fact_pages(truth.used)[0]

    def change(content: bytearray) -> None:
        content[(first - 1) * PAGE : first * PAGE] = bytes(PAGE)

    rewritten(file, change)
    alone = salvage([file], tmp_path / "alone", KEY)
    assert alone.facts_kept == 0 and alone.facts_aside + alone.facts_missing == len(truth.facts)
    with pytest.raises(BackupRefused, match="earlier backup"):
        restore_salvaged([file], tmp_path / "data", KEY, AT)
    done = restore_salvaged([file, old], tmp_path / "data", KEY, AT)
    assert done.salvaged and done.salvaged.facts_kept == len(truth.facts) == done.facts
    judge(truth.facts, database_file(tmp_path / "data"), done.salvaged)


@pytest.mark.parametrize(("told", "kept_generation"), [(1, 1), (21, 2)])
def test_two_stories_of_one_device(truth: Truth, told: int, kept_generation: int, tmp_path: Path) -> None:
    """A restored kiosk went on, then the lost file is found: the longer story stays, or the later; no fact goes."""
    back, data = copied(truth.closed, tmp_path / "back"), tmp_path / "data"
    with closing(connected(back, KEY)) as db:
        db.execute("delete from facts where position > 400")
    restore_salvaged([back], data, KEY, AT)
    with closing(open_store(data, KEY)) as store:
        store.record(*[BookReturned(copy("law"), 1)] * told, moment=Moment(AT, "b", 0))
    report = salvage([database_file(data), copied(truth.used, tmp_path / "lost")], tmp_path / "fresh", KEY)
    with closing(opened(tmp_path / "fresh", KEY)) as db:
        kept, aside = db.execute(FACTS).fetchall(), db.execute(ASIDE).fetchall()
        assert check(Store(db, Device("d" * 32, 3, 1))).ok
        assert db.execute("select generation from device").fetchone() == (3,)
    assert kept[:400] == truth.facts[:400] and (kept == truth.facts) == (kept_generation == 1)
    ours, others = ((400 + n, 2, n) for n in range(1, told + 1)), (fact[:3] for fact in truth.facts[400:])
    assert [fact[:3] for fact in aside] == list(ours if kept_generation == 1 else others)
    assert report.facts_found == len(truth.facts) + told and report.facts_missing == 0
    again = salvage([tmp_path / "fresh"], tmp_path / "again", KEY)
    assert again.facts_aside == len(aside), "what was put aside stays aside"


def test_a_step_that_was_taken_back_stays_so(truth: Truth, tmp_path: Path) -> None:
    """What it had already written lies in the log behind the last commit, good pages in every way."""
    store = Store(connected(copied(truth.used, tmp_path / "data"), KEY), Device("d" * 32, 1, 1))
    moment = Moment(NOON, "b", 0)
    store.db.execute("pragma cache_size = 10")
    with pytest.raises(ZeroDivisionError), store.transaction():
        for n in range(100):
            store.record(CopyDamaged(copy("tg"), f"{n} " * 1000), moment=moment)
        raise ZeroDivisionError
    store.record(BookReturned(copy("law"), 1), moment=moment)
    facts = store.db.execute(FACTS).fetchall()
    file = copied(tmp_path / "data", tmp_path / "cut-off")
    store.close()
    report = salvage([file], tmp_path / "fresh", KEY)
    judge(facts, tmp_path / "fresh", report)
    assert (report.facts_kept, report.facts_aside, report.facts_missing) == (len(facts), 0, 0)


@pytest.mark.parametrize("default", ["HMAC_SHA512", "HMAC_SHA256"])
def test_long_facts_without_the_first_page(default: str, tmp_path: Path) -> None:
    """How full the pages are is told by the first one alone, and depends on what made the file."""
    with closing(connected(":memory:", KEY)) as db:
        db.execute(f"pragma cipher_default_hmac_algorithm = {default}")
        hall = TestHall(database_file(tmp_path))
        db.execute("pragma cipher_default_hmac_algorithm = HMAC_SHA512")
    hall.tell(*(CopyDamaged(copy("hlm"), "x" * (3000 + 97 * n)) for n in range(100)))
    facts = hall.db.execute(FACTS).fetchall()
    hall.store.close()
    rewritten(database_file(tmp_path), lambda content: bytearray(PAGE) + content[PAGE:])
    salvage([database_file(tmp_path)], tmp_path / "fresh", KEY)
    with closing(opened(tmp_path / "fresh", KEY)) as db:
        assert db.execute(FACTS).fetchall() == facts


@pytest.mark.parametrize("begin", [0, 24, HEADER, HEADER + 8, HEADER + 16, HEADER + 3 * FRAME])
def test_a_log_is_read_beyond_a_damaged_head(truth: Truth, begin: int, tmp_path: Path) -> None:
    file = copied(truth.used, tmp_path / "damaged")

    def change(content: bytearray) -> None:
        content[begin : begin + 8] = bytes(byte ^ 0x55 for byte in content[begin : begin + 8])

    rewritten(file.with_name("kiosk.db-wal"), change)
    report = salvage([file], tmp_path / "fresh", KEY)
    judge(truth.facts, tmp_path / "fresh", report)
    assert report.facts_found == len(truth.facts) and not report.end_known
    with pytest.raises(BackupRefused, match="log"):
        restore(file, tmp_path / "data", KEY, AT)


def test_an_altered_fact_is_refused(truth: Truth, tmp_path: Path) -> None:
    """Whoever has the key can write a good page, but not a good chain."""
    file, folder = copied(truth.closed, tmp_path / "altered"), tmp_path / "data"
    with closing(connected(file, KEY)) as db:
        db.execute("update facts set body = replace(body, '2026-11-21', '2027-11-21') where position = 200")
        assert db.execute("pragma cipher_integrity_check").fetchall() == []
    restore(copied(truth.closed, tmp_path / "good"), folder, KEY, AT)
    before = {f.name: f.read_bytes() for f in folder.iterdir()}
    with pytest.raises(BackupRefused, match="breaks at 200"):
        restore(file, folder, KEY, AT)
    assert {f.name: f.read_bytes() for f in folder.iterdir()} == before
    report = salvage([file], tmp_path / "fresh", KEY)
    assert report.altered == [200] and report.facts_kept == 199


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ((4, 1, 4), (7, 1, 7), [(5, 6, 1, 5, 6)]),
        ((0, 0, 0), (3, 1, 3), [(1, 2, 1, 1, 2)]),
        ((4, 1, 4), (9, 2, 3), [(5, 6, 1, 5, 6), (7, 8, 2, 1, 2)]),
        ((4, 1, 4), (9, 2, 1), [(5, 8, 1, 5, 8)]),
        ((4, 1, 4), (7, 2, 3), [(5, 6, 2, 1, 2)]),
        ((0, 0, 0), (5, 2, 2), [(1, 3, 1, 1, 3), (4, 4, 2, 1, 1)]),
    ],
)
def test_gaps_over_generations(before: Any, after: Any, runs: list[Any]) -> None:
    assert list(between(Place(*before), Place(*after))) == [Missing(*run) for run in runs]
