"""Commands for certificates: who has earned one, what the register holds, and whether one is genuine."""

import sys
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from kiosk.cli.certificate_giving import GIVING
from kiosk.cli.certificate_paper import PAPER
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, say, store_of
from kiosk.cli.refusing import tell
from kiosk.domain import names
from kiosk.domain.certificate_codes import CertificateCode
from kiosk.domain.certificates import CertificateKind, hours_text
from kiosk.domain.codes import UnknownCode, parse
from kiosk.domain.eligibility import Case, missing
from kiosk.domain.refusals import CERTIFICATE_UNKNOWN, CODE_UNKNOWN, Reason
from kiosk.domain.verifying import Verification, verify as verified
from kiosk.storage import certificates as register, keys, programme, queries
from kiosk.storage.store import Store

kind_option = click.option(
    "--kind", type=click.Choice(get_args(CertificateKind)), default="completion", show_default=True
)


@click.group()
def certificate() -> None:
    """证书: who has earned one, issue, print, revoke, verify."""


@certificate.command()
@data_option
@key_option
@click.option("--course", type=int, help="Of this course only.")
@kind_option
@json_option
def eligible(
    folder: Path | None, key_path: Path | None, course: int | None, kind: CertificateKind, as_json: bool
) -> None:
    """Everybody who came: who has earned one, and what the others still miss. Names are masked. 谁可以开证明。"""
    store = store_of(folder, key_path)
    told = [case_told(case, kind) for case in cases_of(store, course)]
    store.close()
    lines = [f"{t['member']}  {t['name']:<6} {t['hours']:>5} h  {t['title']}  {state(t)}" for t in told]
    say(told, as_json=as_json, for_people="\n".join(lines) or "还没有人 / nobody yet")


def cases_of(store: Store, course: int | None) -> list[Case]:
    rules = queries.hall_rules(store.db, store.device.hall)
    found = programme.courses(store.db) if course is None else (programme.course(store.db, course),)
    return [case for one in found if one for case in register.cases(store.db, rules, one)]


def case_told(case: Case, kind: CertificateKind) -> dict[str, Any]:
    reasons = missing(case, kind)
    return {
        "course": str(case.course.course),
        "title": case.course.title,
        "member": case.number,
        "name": names.masked(case.name),
        "hours": hours_text(case.half_hours),
        "left": hours_text(case.half_hours_missing),
        "mark": case.mark,
        "eligible": not reasons,
        "reasons": [reason.code for reason in reasons],
    }


def state(told: dict[str, Any]) -> str:
    return "可以开 / earned" if told["eligible"] else " ".join(told["reasons"])


@certificate.command("register")
@data_option
@key_option
@click.option("--course", type=int, help="Of this course only.")
@json_option
def list_register(folder: Path | None, key_path: Path | None, course: int | None, as_json: bool) -> None:
    """Every number ever given and what became of it; names are masked. 证书登记册。"""
    store = store_of(folder, key_path)
    told = []
    for one in register.register(store.db, course):
        holder = register.holder(store.db, one.certificate)
        row = {"name": names.masked(holder.name) if holder else ""} | msgspec.to_builtins(one)
        told.append(row | {"key_id": one.key_id.hex(), "valid": one.valid})
    store.close()
    lines = [f"{t['certificate']}  {t['issued_on']}  {t['name']:<6} {t['course_title']}  {standing(t)}" for t in told]
    say(told, as_json=as_json, for_people="\n".join(lines) or "登记册是空的 / the register is empty")


def standing(told: dict[str, Any]) -> str:
    if told["revoked_on"]:
        return f"作废 / revoked {told['revoked_on']}: {told['revoked_why']}"
    return f"换发 / replaced by {told['superseded_by']}" if told["superseded_by"] else "有效 / valid"


@certificate.command()
@click.argument("text", required=False)
@data_option
@key_option
@click.option("--png", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A picture of its code.")
@json_option
def verify(text: str | None, folder: Path | None, key_path: Path | None, png: Path | None, as_json: bool) -> None:
    """Whether a certificate is genuine and still holds, by its code or its number; no network is needed. 核验。"""
    if (text is None) == (png is None):
        raise click.UsageError("请给出码的内容或 --png 其中一个 / say the code's text, or --png")
    store = store_of(folder, key_path)
    found, reason = looked_at(store, text or scanned(png) or "")
    store.close()
    if found is None:
        reasons: tuple[Reason, ...] = (reason,) if reason else ()
        say({"verdict": "unknown", "reasons": [r.code for r in reasons]}, as_json=as_json, for_people="")
        tell(reasons, as_json=False)
        sys.exit(REFUSED)
    told = {"verdict": found.verdict, "number": found.number, "reasons": [r.code for r in found.reasons]}
    told |= {"subject": msgspec.to_builtins(found.subject)} if found.subject else {}
    say(told, as_json=as_json, for_people=f"{found.number}  {found.verdict}")
    tell(found.reasons, as_json=False)
    sys.exit(0 if found.verdict == "valid" else REFUSED)


def looked_at(store: Store, text: str) -> tuple[Verification | None, Reason | None]:
    """A number stands for the certificate that the register holds under it."""
    from kiosk.domain.certificates import plain_number

    holder = register.holder(store.db, plain_number(text))
    code = parse(holder.code if holder else text, keys.issuers(store.db))
    if isinstance(code, CertificateCode):
        known = verified(code, None)
        return verified(code, register.certificate(store.db, known.number)), None
    if plain_number(text) != text.strip() or "-" in text:
        return None, CERTIFICATE_UNKNOWN.because(number=plain_number(text))
    return None, code.reason if isinstance(code, UnknownCode) else CODE_UNKNOWN.because(seen=text[:20])


def scanned(png: Path | None) -> str | None:
    """What a reader sees in a picture of a code, or of a whole certificate."""
    import zxingcpp
    from PIL import Image

    assert png
    with Image.open(png) as picture:
        found = zxingcpp.read_barcodes(picture.convert("L"))
    return found[0].text if found else None


@certificate.command()
@data_option
@key_option
@json_option
def key(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """The public keys with which anybody can verify a certificate, as PEM; see docs/verify.md. 公钥。"""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    store = store_of(folder, key_path)
    issuers = keys.issuers(store.db)
    store.close()
    told = {}
    for key_id, public in sorted(issuers.items()):
        made = Ed25519PublicKey.from_public_bytes(public)
        told[key_id.hex()] = made.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    say(told, as_json=as_json, for_people="\n".join(f"# {name}\n{pem}" for name, pem in told.items()))


for command in (*GIVING, *PAPER):
    certificate.add_command(command)
