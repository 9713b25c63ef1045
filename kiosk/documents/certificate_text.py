"""Certificate text: a template and a frozen certificate become every word that stands on the paper."""

import re
import tomllib
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Literal

import msgspec
from msgspec import Struct

from kiosk.domain.certificates import Certificate, CertificateKind, hours_text
from kiosk.domain.eligibility import PASSED_WORDS, STATE_WORDS
from kiosk.resources import resource

NEWEST: dict[CertificateKind, str] = {
    "completion": "completion-1",
    "participation": "participation-1",
    "hours": "hours-1",
}
MONTHS = "January February March April May June July August September October November December".split()
FILL_IN = re.compile(r"{(\w+)}")
DENIED = "不属于职业资格或技能等级证书"  # the one sentence in which these words may stand
TEMPLATES_KEPT = 32
Style = Literal["plain", "name", "strong"]
STYLES: dict[str, Style] = {"name": "name", "course": "strong", "title": "strong", "hours": "strong"}


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """The wording of one kind of certificate, in one version."""

    kind: CertificateKind
    page: Literal["landscape", "portrait"]
    title: str
    subtitle: str
    greeting: str
    body: tuple[str, ...]
    number: str
    replaces: str
    verify: str
    seal: str
    footer: tuple[str, ...]
    body_passed: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    closing: tuple[str, ...] = ()
    issued_en: bool = False


class Run(Struct, frozen=True):
    text: str
    style: Style = "plain"


Paragraph = tuple[Run, ...]


class Wording(Struct, frozen=True):
    """Every word on the paper but the code."""

    page: str
    title: str
    subtitle: str
    greeting: Paragraph
    body: tuple[Paragraph, ...]
    rows: tuple[tuple[str, Paragraph], ...]
    closing: tuple[Paragraph, ...]
    number_label: str
    number: str
    replaces: str
    verify: str
    seal: str
    issuer: str
    issued: tuple[str, ...]
    footer: tuple[str, ...]


def names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in resource("templates").glob("*.toml")))


@lru_cache(TEMPLATES_KEPT)
def template(name: str) -> Template | None:
    if name not in names():
        return None
    read = tomllib.loads(resource(f"templates/{name}.toml").read_text("utf-8"))
    return msgspec.convert(read, Template)


def template_words(found: Template) -> tuple[str, ...]:
    """Words in a template that only the state may use; none in a template of ours."""
    said = " ".join((found.title, found.subtitle, found.greeting, *found.body, *found.closing, *found.footer))
    said = said.replace(DENIED, "")
    without_mark = " ".join(found.body)
    return (*(w for w in STATE_WORDS if w in said), *(w for w in PASSED_WORDS if w in without_mark))


def wording(certificate: Certificate, name: str) -> Wording:
    found = template(certificate.template)
    assert found, "a template that was ever used stays"
    values = fill_ins(certificate, name)
    body = found.body_passed if certificate.mark == "passed" and found.body_passed else found.body
    issued = (chinese_day(certificate.issued_on), english_day(certificate.issued_on))
    return Wording(
        page=found.page,
        title=found.title,
        subtitle=found.subtitle,
        greeting=runs(found.greeting, values),
        body=tuple(runs(line, values) for line in body),
        rows=tuple((label, runs(line, values)) for label, line in found.rows),
        closing=tuple(runs(line, values) for line in found.closing),
        number_label=found.number,
        number=certificate.certificate,
        replaces=said(runs(found.replaces, values)) if certificate.supersedes else "",
        verify=found.verify,
        seal=found.seal,
        issuer=certificate.issuer,
        issued=issued if found.issued_en else issued[:1],
        footer=found.footer,
    )


def fill_ins(certificate: Certificate, name: str) -> dict[str, str]:
    first, last = certificate.from_on, certificate.until_on
    return {
        "name": name,
        "course": f"“{certificate.course_title}”",
        "title": certificate.course_title,
        "days": chinese_days(first, last),
        "days_en": english_day(first) if first == last else f"from {english_day(first)} to {english_day(last)}",
        "hours": hours_text(certificate.half_hours),
        "hours_all": hours_text(certificate.half_hours_all),
        "came": str(certificate.came),
        "sessions": str(certificate.sessions),
        "supersedes": certificate.supersedes,
    }


def runs(line: str, values: dict[str, str]) -> Paragraph:
    """The words between the fill-ins, and each fill-in in its own style."""
    found: list[Run] = []
    for n, part in enumerate(FILL_IN.split(line)):
        text = values[part] if n % 2 else part
        style = STYLES.get(part, "plain") if n % 2 else "plain"
        if text:
            found.append(Run(text, style))
    return tuple(found)


def said(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph)


def texts(words: Wording) -> tuple[str, ...]:
    """In reading order: what is checked against the fonts, and what the hash is of."""
    paragraphs = (words.greeting, *words.body)
    rows = (part for label, line in words.rows for part in (label, said(line)))
    foot = (words.number_label, words.number, words.replaces, words.verify, words.seal, words.issuer, *words.issued)
    closing = (said(line) for line in words.closing)
    heads = (words.title, words.subtitle, *map(said, paragraphs))
    return tuple(text for text in (*heads, *rows, *closing, *foot, *words.footer) if text)


def text_hash(words: Wording) -> str:
    return sha256("\n".join(texts(words)).encode()).hexdigest()


def chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_days(first: date, last: date) -> str:
    """The year is said again only where it is another."""
    if first == last:
        return chinese_day(first)
    end = chinese_day(last) if last.year != first.year else f"{last.month}月{last.day}日"
    return f"{chinese_day(first)}至{end}"


def english_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
