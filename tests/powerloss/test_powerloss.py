"""A pulled plug or a kill -9 loses nothing that was acknowledged; ten times as much is proved by `make proof`."""

import shutil
from multiprocessing.pool import Pool

import pytest
from powerloss.controls import CONTROLS
from powerloss.proof import MODELS, SHARES, Part, control, killed_control, kills, power_loss

IMAGES, KILLS = 4_000, 200
KINDS = set(
    "HallSet PolicySet SpecialDaySet StaffAdded StaffDetailsSet TitleAdded CopyAdded "
    "CopyLost CopyFound CopyDamaged CopyWithdrawn "
    "CopyNumbersReserved "
    "CopyMoved CopySent CopyReceived CopyDonated CopySetAdrift CopyMended CopyUnlisted CopySeen "
    "StockTakeBegun StockTakeClosed "
    "MemberAdded MemberDetailsSet MemberBlocked MemberUnblocked CardReportedLost CardIssued MemberSuspended "
    "SuspensionLifted BookBorrowed BookReturned LoanRenewed BorrowUndone ReturnUndone HoldPlaced HoldReadied "
    "HoldFilled HoldRestored HoldCancelled HoldExpired HoldRequeued HoldSuspended HoldResumed".split()
)
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="recordings are made by strace")


@needs_strace
@pytest.mark.parametrize("day", SHARES)
def test_a_pulled_plug_loses_nothing_acknowledged_and_leaves_nothing_half(
    pool: Pool, parts: list[Part], day: str
) -> None:
    part, done = power_loss(pool, day, round(IMAGES * SHARES[day]))
    parts.append(part)
    assert part.ok, str(part)
    assert all(done.images[model] for model in MODELS)
    assert day != "journeys" or done.kinds >= KINDS, KINDS - done.kinds


@needs_strace
@pytest.mark.parametrize("name", CONTROLS)
def test_a_store_made_wrong_is_found_out(pool: Pool, parts: list[Part], name: str) -> None:
    part = control(pool, name)
    parts.append(part)
    assert part.ok, str(part)


def test_a_kill_loses_nothing_acknowledged_and_the_folder_goes_on(pool: Pool, parts: list[Part]) -> None:
    part, done = kills(pool, KILLS)
    parts.append(part)
    assert part.ok, str(part)
    assert done.kills >= KILLS and done.acknowledged


def test_a_store_that_answers_too_early_does_not_survive_its_kills(pool: Pool, parts: list[Part]) -> None:
    part = killed_control(pool)
    parts.append(part)
    assert part.ok, str(part)
