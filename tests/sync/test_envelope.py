"""What travels: packed within limits, claimed by whoever signed it, and codes that people can type."""

import zlib

import pytest

from kiosk.sync.envelope import AT, DEVICE, PLAIN_BYTES_MAX, SIGNATURE, TooLarge, claim_in, packed, unpacked
from kiosk.sync.joining import in_groups, letters, pin_of, read_code


@pytest.mark.parametrize("body", [b"", b"x", "红楼梦".encode() * 9000])
def test_there_and_back(body: bytes) -> None:
    assert unpacked(packed(body)) == body


def test_a_few_bytes_never_become_many() -> None:
    bomb = packed(bytes(PLAIN_BYTES_MAX + 1))
    assert len(bomb) < 10_000
    with pytest.raises(TooLarge):
        unpacked(bomb)


@pytest.mark.parametrize("body", [b"", b"no", packed(b"x" * 99)[:-3], packed(b"x") + packed(b"y"), zlib.compress(b"x")])
def test_what_is_not_packed_as_it_should_be(body: bytes) -> None:
    with pytest.raises(ValueError):
        unpacked(body)


@pytest.mark.parametrize(
    ("device", "at", "signature"),
    [
        ("", "1", "AA=="),
        ("d" * 65, "1", "AA=="),
        ("dé", "1", "AA=="),
        ("d\n", "1", "AA=="),
        ("d", "", "AA=="),
        ("d", "-1", "AA=="),
        ("d", "٣", "AA=="),
        ("d", "9" * 16, "AA=="),
        ("d", "1", "AA="),
        ("d", "1", "é"),
    ],
)
def test_a_claim_that_says_nothing(device: str, at: str, signature: str) -> None:
    assert claim_in({DEVICE: device, AT: at, SIGNATURE: signature}) is None
    assert claim_in({}) is None


def test_a_code_is_read_however_it_is_typed() -> None:
    code = letters(bytes(range(16)), 10) + pin_of(bytes(range(32)))
    secret, pin = code[:10], code[10:]
    for typed in (
        code,
        in_groups(code),
        code.lower(),
        in_groups(code).replace("0", "o").replace("1", "l"),
        f" {code}\n",
    ):
        assert read_code(typed) == (secret, pin)
    for wrong in ("", code[:-1], code + "0", "U" + code[1:], "红" * 24):
        assert read_code(wrong) is None
