"""A hub is found by its name in the network, and not any more once it has gone."""

from kiosk.sync.finding import FoundHub, announced, described, hubs

HERE = ("127.0.0.1",)


def test_a_hub_is_found_while_it_serves() -> None:
    named, plain = FoundHub("临江中心", "https://hub.invalid:8460"), FoundHub("plain", "")
    with announced(named, 8460, HERE), announced(plain, 8461, HERE):
        assert hubs(1.5, HERE) == tuple(sorted((named, FoundHub("plain", "https://127.0.0.1:8461"))))
    assert hubs(0.5, HERE) == ()


def test_what_does_not_say_where_it_is_is_no_hub() -> None:
    assert described(None) is None
