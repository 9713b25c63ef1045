"""TLS: the hub's own certificate authority and the certificate it shows, which kiosks have pinned when they joined."""

import os
import ssl
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CA_DAYS, SERVER_DAYS = 30 * 365, 397
RENEWED_DAYS_BEFORE = 60
CLOCK_LEEWAY = timedelta(days=2)  # a kiosk's clock may be behind
CA_FILE, SERVER_FILE = "ca.pem", "server.pem"
NAME = "hall-kiosk-hub"


def ca_certificate(folder: Path, key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    """Made once; were the file lost, another with the same key is as good."""
    with suppress(FileNotFoundError, ValueError):
        kept = x509.load_pem_x509_certificate((folder / CA_FILE).read_bytes())
        if kept.public_key() == key.public_key() and kept.not_valid_after_utc > now:
            return kept
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    unsigned = begun(name, name, key.public_key(), now).not_valid_after(now + timedelta(days=CA_DAYS))
    unsigned = unsigned.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    made = unsigned.add_extension(usage(signs_others=True), critical=True).sign(key, hashes.SHA256())
    written(folder / CA_FILE, made.public_bytes(Encoding.PEM))
    return made


def server_file(folder: Path, key: ec.EllipticCurvePrivateKey, now: datetime) -> Path:
    """Certificate and key; a new one in good time before the old one ends, so that nobody ever notices."""
    ca, path = ca_certificate(folder, key, now), folder / SERVER_FILE
    with suppress(FileNotFoundError, ValueError):
        kept = x509.load_pem_x509_certificate(path.read_bytes())
        fresh = kept.not_valid_before_utc <= now < kept.not_valid_after_utc - timedelta(days=RENEWED_DAYS_BEFORE)
        if fresh and signed_by(kept, ca):
            return path
    own = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{NAME} server")])
    unsigned = begun(subject, ca.subject, own.public_key(), now).not_valid_after(now + timedelta(days=SERVER_DAYS))
    unsigned = unsigned.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    unsigned = unsigned.add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
    unsigned = unsigned.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    unsigned = unsigned.add_extension(usage(signs_others=False), critical=True)
    issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    made = unsigned.add_extension(issuer_key, critical=False).sign(key, hashes.SHA256())
    plain = own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    written(path, made.public_bytes(Encoding.PEM) + plain)
    return path


def begun(
    subject: x509.Name, issuer: x509.Name, public: ec.EllipticCurvePublicKey, now: datetime
) -> x509.CertificateBuilder:
    unsigned = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(public)
    unsigned = unsigned.serial_number(x509.random_serial_number()).not_valid_before(now - CLOCK_LEEWAY)
    return unsigned.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)


def usage(*, signs_others: bool) -> x509.KeyUsage:
    no = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only"), False
    )
    signs = {"key_cert_sign": signs_others, "crl_sign": signs_others, "digital_signature": not signs_others}
    return x509.KeyUsage(**no, **signs, decipher_only=False)


def signed_by(certificate: x509.Certificate, ca: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(ca)
    except Exception:  # whatever is wrong with it, another is made
        return False
    return True


def written(path: Path, text: bytes) -> None:
    """Readable by its owner only, and whole or not there."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(path)


def server_context(file: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(file)
    return context
