"""Certificates on paper: every code is read, every name found; no used template changes, no byte differs."""

from hashlib import sha256
from pathlib import Path

import pdfs
import pytest
import zxingcpp
from diplomas import HALL, LONGEST, PEOPLE, certificate, sheet
from halls import ISSUER, KEY_ID

from kiosk.documents.certificate import Sheet, print_certificates
from kiosk.documents.certificate_text import NEWEST, names, said, template, template_words, text_hash, wording
from kiosk.domain.certificate_codes import CertificateCode
from kiosk.domain.certificates import subject_of
from kiosk.domain.codes import parse
from kiosk.domain.refusals import Refused
from kiosk.resources import resource

# A template that was ever used is never changed: only a new line is ever added here.
RELEASED = {
    "bilingual-1": "3e5c240b97c50274",
    "completion-1": "f4cdb2ae15de4a2c",
    "hours-1": "5d97a840ec8c5fbd",
    "participation-1": "2cb451cd41f0eabf",
}


def drawn(sheets: list[Sheet], out: Path) -> Path:
    made = print_certificates(sheets, "证书")
    assert isinstance(made, bytes), made
    out.write_bytes(made)
    return out


def test_no_template_that_was_used_has_changed() -> None:
    found = {name: sha256(resource(f"templates/{name}.toml").read_bytes()).hexdigest()[:16] for name in names()}
    assert found == RELEASED


@pytest.mark.parametrize("name", names())
def test_a_template_says_what_a_hall_may_say(name: str) -> None:
    found = template(name)
    assert found and template_words(found) == ()
    assert "不属于职业资格或技能等级证书" in found.footer[0]
    assert all("考核合格" not in line for line in found.body)
    assert set(NEWEST.values()) <= set(names())


def test_a_test_that_was_passed_is_said_only_where_it_was() -> None:
    plain, passed = (wording(certificate("completion-1", mark=mark), "张小三") for mark in ("handed_in", "passed"))
    assert not any("考核合格" in said(line) for line in plain.body)
    assert any("考核合格" in said(line) for line in passed.body)


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("course", ["书法入门（楷书）", LONGEST])
def test_every_word_is_on_the_paper(name: str, course: str, tmp_path: Path) -> None:
    assert len(course) <= 40
    for n, person in enumerate(PEOPLE):
        row = certificate(name, course, serial=n + 1, supersedes="2026-0001-000101")
        text = "".join(pdfs.text(drawn([sheet(row, person)], tmp_path / "one.pdf")).split())
        for wanted in (person, course, HALL, row.certificate, "本证明仅记录学习经历", "2026-0001-000101"):
            assert "".join(wanted.split()) in text, wanted


def test_a_hundred_codes_are_read_from_a_rough_picture(tmp_path: Path) -> None:
    rows = [
        (certificate(names()[n % 4], (LONGEST, "书法入门（楷书）")[n % 2], serial=n + 1), PEOPLE[n % len(PEOPLE)])
        for n in range(100)
    ]
    for shape in ("landscape", "portrait"):
        sheets = [(sheet(row, name), row, name) for row, name in rows if wording(row, name).page == shape]
        file = drawn([one for one, _, _ in sheets], tmp_path / f"{shape}.pdf")
        for page, (one, row, name) in enumerate(sheets):
            (found,) = zxingcpp.read_barcodes(pdfs.picture(file, page, 150))
            assert found.text == one.code
            code = parse(found.text, {KEY_ID: ISSUER.public_key().public_bytes_raw()})
            assert isinstance(code, CertificateCode) and code.subject == subject_of(row, name)


def test_the_same_certificate_gives_the_same_bytes() -> None:
    one = sheet(certificate("completion-1", sample=True), "张䶮𫖯")
    first = print_certificates([one], "证书")
    print_certificates([sheet(certificate("hours-1"), "李四")], "别的")
    assert first == print_certificates([one], "证书")


def test_a_character_that_no_font_draws_is_named_and_nothing_is_drawn() -> None:
    refused = print_certificates([sheet(certificate("completion-1"), "张\ue816三")], "证书")
    assert isinstance(refused, Refused)
    assert {(r.code, r.values["point"]) for r in refused.reasons} == {("Z-01", "U+E816")}


def test_the_hash_is_of_every_word() -> None:
    row = certificate("completion-1")
    assert text_hash(wording(row, "张小三")) != text_hash(wording(row, "张小四"))
    assert text_hash(wording(row, "张小三")) != text_hash(wording(certificate("completion-1", came=12), "张小三"))
