"""Joining: how a device and its hub come to know each other, and what each signs for the other."""

from datetime import date, datetime
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.signing import SIGNATURE_BYTES, Sign, signature_holds
from kiosk.sync.messages import PROTOCOL, to_wire

CERTIFICATE_DAYS = 45  # so long a device may be alone before somebody has to say that it is still ours
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none of them looks like another
SECRET_LETTERS, PIN_LETTERS = 10, 14
LIKE_ANOTHER = str.maketrans("OIL", "011")
QR_MARK = "HALLHUB1"


class Keys(Struct, frozen=True):
    """What all devices believe, and with what a hall finds its phones again."""

    issuers: dict[bytes, bytes] = {}
    hash_keys: tuple[bytes, ...] = ()


class Enrol(Struct, frozen=True):
    """A device asks to be heard; the signature proves that it holds the key it names."""

    device: str
    hall: int
    public: bytes
    code: str
    keys: Keys = Keys()
    protocols: tuple[int, int] = (PROTOCOL, PROTOCOL)
    signature: bytes = b""


class Certificate(Struct, frozen=True):
    """The hub's word for a device, good until a day."""

    device: str
    hall: int
    role: str
    expires_on: date
    protocols: tuple[int, int] = (PROTOCOL, PROTOCOL)
    signature: bytes = b""


class Welcome(Struct, frozen=True):
    epoch: str
    hub: bytes  # the key that signs all of the hub's words
    name: str
    certificate: Certificate
    keys: Keys
    begun: bool  # the hub knows this hall's rules already
    now: datetime


class WipeOrder(Struct, frozen=True):
    """This device is to forget everything, once all that it had is here."""

    device: str
    at: datetime
    signature: bytes = b""


class Problem(Struct, frozen=True):
    """Why a request was not answered; `now` sets the device's idea of the hub's clock right."""

    code: str
    now: datetime
    again_s: int = 0
    order: WipeOrder | None = None


Signed = Enrol | Certificate | WipeOrder
Word = TypeVar("Word", Enrol, Certificate, WipeOrder)


def signed_part(said: Signed) -> bytes:
    """Each kind under its own name, so that no signature can be taken for another's."""
    return f"hall kiosk {type(said).__name__} ".encode() + to_wire(replace(said, signature=b""))


def signed(said: Word, sign: Sign) -> Word:
    return replace(said, signature=sign(signed_part(said)))


def holds(said: Signed, public: bytes) -> bool:
    return len(said.signature) == SIGNATURE_BYTES and signature_holds(public, said.signature, signed_part(said))


def letters(seed: bytes, count: int) -> str:
    number = int.from_bytes(seed, "big")
    return "".join(CODE_LETTERS[(number >> 5 * n) & 31] for n in range(count))


def pin_of(fingerprint: bytes) -> str:
    """What a code says of the hub's certificate: a stranger's fits once in 10^21."""
    return letters(fingerprint, PIN_LETTERS)


def in_groups(code: str) -> str:
    return "-".join(code[n : n + 4] for n in range(0, len(code), 4))


def read_code(text: str) -> tuple[str, str] | None:
    """The secret and the pin; typed in any case, with or without dashes, O for 0 and I for 1."""
    plain = "".join(text.upper().translate(LIKE_ANOTHER).replace("-", " ").split())
    if set(plain) - set(CODE_LETTERS) or len(plain) != SECRET_LETTERS + PIN_LETTERS:
        return None
    return plain[:SECRET_LETTERS], plain[SECRET_LETTERS:]


def qr_text(url: str, code: str) -> str:
    return f"{QR_MARK} {url} {code}"
