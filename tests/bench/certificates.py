"""F11: five hundred certificates in one file: what each costs and how large it is."""

import time
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.documents.certificate import Sheet, print_certificates
from kiosk.documents.certificate_text import wording
from kiosk.domain.certificate_codes import certificate_text
from kiosk.domain.certificates import Certificate, Earned, Frozen, number_of, subject_of
from kiosk.domain.register import begun
from tests.bench.figures import Figure

CERTIFICATES, ROUNDS = 500, 5
KEY, KEY_ID = Ed25519PrivateKey.from_private_bytes(b"k" * 32), b"hall"
PEOPLE = ("张小三", "欧阳𬭚", "张䶮𫖯", "𠅤小满", "买买提·吐尔逊")
DAY = date(2026, 7, 18)


def figures() -> list[Figure]:
    sheets = [sheet(n) for n in range(CERTIFICATES)]
    took, size = zip(*(once(sheets) for _ in range(ROUNDS)), strict=True)
    each = "A4, code of 307 digits, fonts read anew"
    return [
        Figure("F11", "a certificate in a batch of 500: CPU ms, the least of 5", min(took), 4.0, each),
        Figure("F11", "a certificate in a batch of 500: KB", size[0] / 1000, 6.0, each),
    ]


def sheet(n: int) -> Sheet:
    row, name = certificate(n), PEOPLE[n % len(PEOPLE)]
    return Sheet(wording(row, name), certificate_text(subject_of(row, name), KEY_ID, KEY.sign), DAY)


def certificate(n: int) -> Certificate:
    frozen = Frozen(
        certificate=number_of(1, 2026, n + 1),
        hall=1,
        year=2026,
        serial=n + 1,
        kind="completion",
        member=n,
        course=71,
        course_title="书法入门（楷书）",
        issuer="临江市工人文化宫",
        half_hours=44,
        from_on=date(2026, 3, 2),
        until_on=DAY,
        issued_on=DAY,
        template="completion-1",
        key_id=KEY_ID,
        earned=Earned(12, 11, 48, 80),
    )
    return begun(frozen, "S003")


def once(sheets: list[Sheet]) -> tuple[float, float]:
    started = time.process_time()
    made = print_certificates(sheets, "证书")
    took = (time.process_time() - started) * 1000 / len(sheets)
    assert isinstance(made, bytes), made
    return took, len(made) / len(sheets)


if __name__ == "__main__":
    print("\n".join(figure.row() for figure in figures()))
