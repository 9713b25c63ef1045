"""kiosk notice: hung up, listed, taken down; what does not fit is refused with every reason."""

import json

from commands import DemoHall


def by(demo: DemoHall, role: str = "manager") -> tuple[str, str]:
    return ("--staff", demo.staff(role))


def post(demo: DemoHall, title: str, text: str, until: str = "2099-01-01"):  # type: ignore[no-untyped-def]
    days = ["--from", "2026-01-01", "--until", until]
    return demo.kiosk("notice", "post", "--title", title, "--text", text, *days, "--json", *by(demo))


def test_a_notice_is_hung_up_and_taken_down(demo: DemoHall) -> None:
    hung = json.loads(post(demo, "停电通知", "周三上午停电，还书箱照常。").stdout)["notice"]
    listed = json.loads(demo.kiosk("notice", "list", "--json").stdout)
    assert hung in {notice["notice"] for notice in listed}
    assert demo.kiosk("notice", "withdraw", hung, *by(demo)).returncode == 0
    assert hung not in demo.kiosk("notice", "list").stdout


def test_every_fault_of_a_notice_is_told(demo: DemoHall) -> None:
    refused = post(demo, "题" * 17, "文" * 61, until="2025-01-01")
    assert refused.returncode == 1
    assert len(refused.stderr.strip().splitlines()) == 3
    assert demo.kiosk("notice", "withdraw", "nothing", *by(demo)).returncode == 1
