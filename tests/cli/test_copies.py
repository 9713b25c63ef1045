"""kiosk copies: each command says what became of each copy; roles, batches, and a hall that is built up by scanner."""

import json
from pathlib import Path
from typing import Any

import pytest
from commands import DemoHall
from pdfs import text

from kiosk.domain.codes import copy_number, serial_of


def told(
    demo: DemoHall, *arguments: str, role: str = "librarian", code: int = 0, given: str = ""
) -> list[dict[str, Any]]:
    done = demo.kiosk("copies", *arguments, "--staff", demo.staff(role), "--json", given=given)
    assert done.returncode == code, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def squeezed(file: Path) -> str:
    """Without the gaps between the groups of a number."""
    return "".join(text(file).split())


@pytest.mark.parametrize(
    ("arguments", "role", "fact"),
    [
        (("move", "--shelf", "二楼 · 9 架 1 层"), "volunteer", "CopyMoved"),
        (("mark", "damaged", "--note", "书脊脱胶"), "volunteer", "CopyDamaged"),
        (("mark", "withdrawn", "--note", "内容过时"), "librarian", "CopyWithdrawn"),
        (("send", "--to", "2"), "librarian", "CopySent"),
        (("drift",), "librarian", "CopySetAdrift"),
        (("donate", "--donor", "赵大年"), "manager", "CopyDonated"),
    ],
)
def test_each_command(demo: DemoHall, arguments: tuple[str, ...], role: str, fact: str) -> None:
    (rows,) = told(demo, *arguments, *demo.here()[:2], role=role)
    assert [row["facts"] for row in rows] == [[fact], [fact]]
    (rows,) = told(demo, *arguments, "-", role=role, given=f"{demo.here()[2]}\n\n")
    assert [row["facts"] for row in rows] == [[fact]]
    (rows,) = told(demo, *arguments, "2000000000000", role=role, code=1)
    assert rows[0]["reasons"] == ["K-07"]
    assert demo.kiosk("check").returncode == 0


@pytest.mark.parametrize("command", [("send", "--to", "2"), ("mark", "withdrawn"), ("drift",), ("donate",)])
def test_a_volunteer_may_not_give_books_away(demo: DemoHall, command: tuple[str, ...]) -> None:
    done = demo.kiosk("copies", *command, demo.here()[0], "--staff", demo.staff("volunteer"))
    assert done.returncode == 1 and "S-01" in done.stderr


def test_a_batch_is_listed_and_what_is_away_comes_back(demo: DemoHall) -> None:
    out = demo.folder.with_name("list.csv")
    numbers = demo.here()[:3]
    told(demo, "batch", "--to", "2", "--name", "2026-99", "--out", str(out), *numbers)
    listed = out.read_text("utf-8-sig")
    assert all(number in listed for number in numbers) and "签收签名" in listed
    paper = demo.folder.with_name("list.pdf")
    again = demo.kiosk("copies", "batch-list", "2026-99", "--out", str(paper), "--staff", demo.staff("volunteer"))
    assert again.returncode == 0 and all(number in squeezed(paper) for number in numbers)
    nothing = demo.kiosk("copies", "batch-list", "none", "--out", str(paper), "--staff", demo.staff("volunteer"))
    assert nothing.returncode == 1 and "Z-02" in nothing.stderr
    gift = demo.folder.with_name("gift.pdf")
    told(demo, "donate", "--donor", "赵大年", "--out", str(gift), demo.here()[4])
    assert "捐赠人：赵大年" in squeezed(gift) and demo.here()[4] in squeezed(gift)
    done = demo.kiosk("copies", "receive", numbers[0], "--staff", demo.staff("volunteer"))
    assert done.returncode == 0 and "已签收" in done.stdout and "没有寄出记录" not in done.stdout
    never_left = demo.kiosk("copies", "receive", demo.here()[3], "--staff", demo.staff("volunteer"))
    assert never_left.returncode == 1 and "S-08" in never_left.stderr + never_left.stdout  # it is here already


def test_a_hall_is_built_up(demo: DemoHall) -> None:
    reserved = demo.kiosk("labels", "--reserve", "3", "--out", str(demo.folder.with_name("l.pdf")), "--json")
    first = serial_of(json.loads(reserved.stdout)["first"])
    labels = [copy_number(1, first + n) for n in range(3)]
    new, unnamed = "9787999999904;边城;沈从文 著;I246.5", "9787999999805"
    lines = ["@三楼 · 1 架", new, labels[0], labels[0], unnamed, labels[1], "undo", labels[1], "hello"]
    answers = told(demo, "build-up", role="volunteer", given="\n".join(lines))
    assert [answer["say"] for answer in answers] == [
        *("shelf", "title_new", "added", "again", "title_unnamed", "added", "undone", "added", "")
    ]
    assert answers[-1]["reasons"] == ["K-01"]
    unfinished = json.loads(demo.kiosk("copies", "unfinished", "--json").stdout)
    assert [row["isbn"] for row in unfinished] == [unnamed]
    (basket,) = demo.play(f"scan {labels[0]}")
    assert basket["screen"] == "Basket"  # it can be lent from the first moment
    said = demo.kiosk("copies", "build-up", "--staff", demo.staff("volunteer"), given=f"{labels[2]}\n").stdout
    assert "请先扫 ISBN" in said and "Scan the ISBN first" in said
