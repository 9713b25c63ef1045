"""The disk of the proof forgets what was not synced, and nothing else."""

from random import Random

from powerloss.disk import Cut, Disk, File, Image, Write, sectors

MODELS = ("synced only", "all written", "torn last", "random sectors")


def found(disk: Disk, seed: int = 1) -> dict[str, Image]:
    return dict(disk.images(Random(seed)))


def test_contents_are_safe_by_a_sync_of_the_file() -> None:
    disk = Disk({"f": b"old."})
    file = disk.create("f")
    disk.change(file, Write(4, b"new"))
    images = found(disk)
    assert images["synced only"] == {"f": b"old."} and images["all written"] == {"f": b"old.new"}
    assert images["torn last"]["f"] in (b"old.", b"old.n", b"old.ne", b"old.new")
    file.sync()
    assert all(found(disk)[model] == {"f": b"old.new"} for model in MODELS)


def test_names_are_safe_by_a_sync_of_their_own_folder() -> None:
    disk = Disk({"hall": None, "hall/log": b"1"})
    disk.names.pop("hall/log")
    disk.create("hall/log").sync()
    disk.create("key").sync()
    assert found(disk)["synced only"] == {"hall": None, "hall/log": b"1"}
    disk.sync_folder("hall")
    assert found(disk)["synced only"] == {"hall": None, "hall/log": b""}
    disk.sync_folder("")
    assert found(disk)["synced only"] == {"hall": None, "hall/log": b"", "key": b""}


def test_what_lies_in_a_folder_is_gone_with_the_folder_s_name() -> None:
    disk = Disk({})
    disk.names["hall"] = None
    disk.create("hall/kiosk.db").sync()
    disk.sync_folder("hall")
    assert found(disk)["synced only"] == {}


def test_a_cut_shortens_and_a_write_beyond_the_end_fills_with_zeros() -> None:
    assert File(b"abcdef").with_changes([Cut(2), Write(4, b"z")]) == b"ab\0\0z"
    assert File(b"ab").with_changes([Cut(4)]) == b"ab\0\0"


def test_a_write_falls_apart_at_the_edges_of_sectors() -> None:
    assert [(w.offset, len(w.data)) for w in sectors(Write(500, bytes(600)))] == [(500, 12), (512, 512), (1024, 76)]
