"""The hub's certificates: made once, renewed in time, and the same authority from the same key."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from halls import KEY, NOON

from kiosk.hub.own_keys import own_keys
from kiosk.hub.tls import CA_FILE, RENEWED_DAYS_BEFORE, SERVER_DAYS, ca_certificate, server_context, server_file
from kiosk.sync.entering import fingerprint

KEYS = own_keys(KEY)


def server(folder: Path, days: int = 0) -> x509.Certificate:
    file = server_file(folder, KEYS.ca, NOON + timedelta(days=days))
    assert file.stat().st_mode & 0o077 == 0
    server_context(file)
    return x509.load_pem_x509_certificate(file.read_bytes())


def test_it_is_kept_until_it_is_time(tmp_path: Path) -> None:
    first = server(tmp_path)
    assert server(tmp_path, SERVER_DAYS - RENEWED_DAYS_BEFORE - 1) == first
    renewed = server(tmp_path, SERVER_DAYS - RENEWED_DAYS_BEFORE)
    assert renewed != first
    renewed.verify_directly_issued_by(x509.load_pem_x509_certificate((tmp_path / CA_FILE).read_bytes()))


def test_an_authority_that_was_lost_is_made_again_and_is_the_same(tmp_path: Path) -> None:
    before = ca_certificate(tmp_path, KEYS.ca, NOON)
    (tmp_path / CA_FILE).unlink()
    after = ca_certificate(tmp_path, KEYS.ca, NOON)
    assert after != before and after.public_key() == before.public_key()
    assert fingerprint((tmp_path / CA_FILE).read_text()) == KEYS.fingerprint
    server(tmp_path).verify_directly_issued_by(before)


@pytest.mark.parametrize(
    "text", [b"", b"no certificate", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_what_is_damaged_is_made_anew(tmp_path: Path, text: bytes) -> None:
    server(tmp_path)
    for name in (CA_FILE, "server.pem"):
        (tmp_path / name).write_bytes(text)
    made = server(tmp_path)
    assert fingerprint((tmp_path / CA_FILE).read_text()) == KEYS.fingerprint
    made.verify_directly_issued_by(ca_certificate(tmp_path, KEYS.ca, NOON))


def test_another_key_is_another_hub(tmp_path: Path) -> None:
    other = own_keys("77" * 48)
    assert other.fingerprint != KEYS.fingerprint and other.public != KEYS.public and other.members != KEYS.members
    assert len({KEYS.members, KEYS.codes, KEYS.public}) == 3
    server(tmp_path)
    assert ca_certificate(tmp_path, other.ca, NOON).public_key() == other.ca.public_key()
