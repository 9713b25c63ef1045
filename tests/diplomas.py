"""Certificates ready to be drawn, of people whose names are long, rare or foreign."""

from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from halls import ISSUER, KEY_ID

from kiosk.documents.certificate import Sheet
from kiosk.documents.certificate_text import wording
from kiosk.domain.certificate_codes import certificate_text
from kiosk.domain.certificates import Certificate, number_of, subject_of

PEOPLE = (
    "张小三",
    "欧阳𬭚",
    "张䶮𫖯",
    "𠅤小满",
    "买买提·吐尔逊",
    "阿卜杜热合曼·买买提吐尔逊·阿布力克木江",
    "Anna Müller",
)
LONGEST = "智能手机摄影与短视频剪辑：从入门到精通的职工夜校春季公益培训班第二期（周二、周四晚）"[:39] + "）"
HALL = "临江市工人文化宫"
KINDS = {"hours-1": "hours", "participation-1": "participation"}


def certificate(name: str, course: str = "书法入门（楷书）", serial: int = 318, **fields: object) -> Certificate:
    plain = {
        "certificate": number_of(1, 2026, serial),
        "hall": 1,
        "year": 2026,
        "serial": serial,
        "kind": KINDS.get(name, "completion"),
        "member": 1000,
        "course": 71,
        "course_title": course,
        "issuer": HALL,
        "half_hours": 44,
        "from_on": date(2026, 3, 2),
        "until_on": date(2026, 7, 18),
        "issued_on": date(2026, 7, 18),
        "template": name,
        "key_id": KEY_ID,
        "sessions": 12,
        "came": 11,
        "half_hours_all": 48,
        "share_pct": 80,
        "half_hours_least": 0,
        "mark": "",
        "supersedes": "",
        "sample": False,
        "issued_by": "S003",
    }
    return Certificate(**plain | fields)  # type: ignore[arg-type]


def sheet(row: Certificate, name: str, key: Ed25519PrivateKey = ISSUER) -> Sheet:
    code = certificate_text(subject_of(row, name), KEY_ID, key.sign)
    return Sheet(wording(row, name), code, row.issued_on, row.sample)
