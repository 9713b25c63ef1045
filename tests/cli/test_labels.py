"""kiosk labels, cards, posters: what is asked for is printed, and answered as promised."""

import json
from pathlib import Path

import pdfs
import pytest
from commands import DemoHall


def asked(demo: DemoHall, *arguments: str, code: int = 0):  # type: ignore[no-untyped-def]
    done = demo.kiosk(*arguments, "--json")
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def test_a_range_of_copies(demo: DemoHall, tmp_path: Path) -> None:
    out = str(tmp_path / "out.pdf")
    answer = asked(demo, "labels", "--from", "1", "--to", "2000100000305", "--start-at", "20", "--out", out)
    assert answer == {"pages": 3, "page_mm": [210.0, 297.0], "labels": 30, "out": out}
    said = pdfs.text(tmp_path / "out.pdf")
    assert "0000001" in said and "0000030" in said and "0000031" not in said


def test_numbers_are_reserved_once_and_printed_again_by_range(demo: DemoHall, tmp_path: Path) -> None:
    out = str(tmp_path / "out.pdf")
    refused = asked(demo, "labels", "--reserve", "5", "--start-at", "99", "--out", out, code=1)
    assert [reason["code"] for reason in refused["reasons"]] == ["Z-03"]
    first = asked(demo, "labels", "--reserve", "5", "--out", out)
    second = asked(demo, "labels", "--reserve", "3", "--roll", "50x30", "--out", out)
    serials = [int(answer[end][5:12]) for answer in (first, second) for end in ("first", "last")]
    assert serials == [serials[0], serials[0] + 4, serials[0] + 5, serials[0] + 7]
    Path(out).unlink()
    again = asked(demo, "labels", "--from", first["first"], "--to", first["last"], "--out", out)
    assert again["labels"] == 5 and first["first"][5:12] in pdfs.text(Path(out))
    assert json.loads(demo.kiosk("check", "--json").stdout)["ok"] is True


def test_copies_of_a_title_and_of_a_day(demo: DemoHall, tmp_path: Path) -> None:
    out = str(tmp_path / "out.pdf")
    refused = asked(demo, "labels", "--title", "1", "--out", out, code=1)
    assert [reason["code"] for reason in refused["reasons"]] == ["Z-02"]
    asked(demo, "labels", "--new-since", "2099-01-01", "--out", out, code=1)
    assert (
        asked(demo, "labels", "--new-since", "2000-01-01", "--kind", "spine", "--to", "9", "--out", out)["labels"] == 9
    )


def test_shelves_in_the_order_one_walks(demo: DemoHall, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    answer = asked(demo, "labels", "--kind", "shelf", "--sheet", "2x7-99.1x38.1", "--out", str(out))
    assert answer["labels"] > 100 and len(pdfs.sizes(out)) == answer["pages"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("labels", "--sheet", "9x9"),
        ("labels", "--roll", "5x3"),
        ("labels", "--roll", "50x30", "--sheet", "3x8-70x37"),
        ("labels", "--from", "first"),
        ("labels", "--reserve", "5", "--title", "1"),
        ("labels", "--reserve", "0"),
        ("cards",),
        ("cards", "--all", "--member", "100001"),
    ],
)
def test_wrong_usage(demo: DemoHall, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert demo.kiosk(*arguments, "--out", str(tmp_path / "out.pdf")).returncode == 2
    assert demo.kiosk("posters", "--out", str(tmp_path / "nowhere" / "out.pdf")).returncode == 2


def test_cards_are_their_owners_alone(demo: DemoHall, tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    numbers = [m["number"] for m in demo.made["members"] if m["state"] in ("good", "rare_name")][:3]
    wanted = [part for number in numbers for part in ("--member", number)]
    assert asked(demo, "cards", *wanted, "--out", str(out))["cards"] == 3
    assert out.stat().st_mode & 0o077 == 0
    said = pdfs.text(out)
    assert all(number in said for number in numbers)
    out.unlink()
    refused = asked(demo, "cards", *wanted, "--member", "7", "--out", str(out), code=1)
    assert [reason["code"] for reason in refused["reasons"]] == ["Z-07"] and not out.exists()


def test_posters_hang_what_is_to_be_said_today(demo: DemoHall, tmp_path: Path) -> None:
    out = tmp_path / "posters.pdf"
    hung = json.loads(demo.kiosk("notice", "list", "--json").stdout)
    assert asked(demo, "posters", "--out", str(out))["posters"] == 1 + len(hung)
    said = "".join(pdfs.text(out).split())
    assert "扫码借书" in said and all("".join(notice["title"].split()) in said for notice in hung)
