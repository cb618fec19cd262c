"""Headers and cookies on every sort of answer, and uploads that nobody would send in good faith."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.papers import PAPER
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.models import Document, Upload
from yinfeng.web.work.models import State, Task
from yinfeng.web.work.worker import work_off

_PNG = b"\x89PNG\r\n\x1a\n"
_PDF = b"%PDF-1.7\n"
_MEGABYTE = 1 << 20
_NAMES = (
    "../../etc/passwd.txt",
    "..\\..\\boot.ini.txt",
    "a\x00b.txt",
    "CON.txt",
    "<script>alert(1)</script>.txt",
    "行\r\nSet-Cookie: x=1.txt",
    "长" * 240 + ".txt",
    ".txt",
    "甲.txt.exe",
)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/sign-in", 200),
        ("/", 302),
        ("/leads/", 200),
        ("/leads/?yuan_from=many", 422),
        ("/leads/999999", 404),
        ("/staff/", 403),
        ("/leads/export.xlsx", 200),
        ("/leads/export.csv", 200),
        ("/today/", 200),
        ("/search/?q=%E8%BD%B4%E6%89%BF", 200),
        ("/api/v1/leads", 401),
        ("/ready", 200),
    ],
)
def test_every_sort_of_answer_carries_its_guards(
    as_clerk: Client, address: str, status: int
) -> None:
    answer = as_clerk.get(address)
    assert answer.getvalue() is not None
    assert answer.status_code == status
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    for cookie in answer.cookies.values():
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def _sent(browser: Client, name: str, content: bytes) -> int:
    file = SimpleUploadedFile("x.txt", content)
    # What a hostile program sends as a name, not what a browser makes of it.
    file._name = name  # type: ignore[attr-defined]
    return browser.post("/library/upload", {"papers": file}).status_code


@pytest.mark.parametrize("name", _NAMES)
def test_no_name_leads_out_of_the_house_or_breaks_it(as_clerk: Client, name: str) -> None:
    assert _sent(as_clerk, name, PAPER) in (302, 400, 422)
    work_off()
    assert not Task.objects.filter(state=State.FAILED).exists()
    house = Path(settings.DATA)
    for outside in (house.parent, house.parent.parent, house.parent / "etc"):
        assert not [one for one in outside.glob("*.txt*") if "passwd" in one.name]
    page = as_clerk.get("/library/").content.decode()
    assert "<script>alert" not in page
    for document in Document.objects.all():
        assert as_clerk.get(f"/library/{document.pk}").status_code == 200


def _packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in files.items():
            pack.writestr(name, content)
    return made.getvalue()


def _nested(depth: int) -> bytes:
    content = _packed({"a.txt": PAPER})
    for _ in range(depth):
        content = _packed({"a.zip": content})
    return content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.zip", _packed({"a.txt": b"0" * (300 * _MEGABYTE)})),
        ("nested.zip", _nested(40)),
        ("out.zip", _packed({"../../../tmp/yinfeng-out.txt": PAPER})),
        ("polyglot.pdf", _PDF + _packed({"a.txt": PAPER})),
        ("picture.docx", _PNG + b"\x00" * 100),
        ("page.txt", b"<html><script>alert(1)</script>" + PAPER),
        ("sheet.xlsx", _packed({"xl/workbook.xml": b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"})),
        ("empty.pdf", b""),
        ("cut.docx", _packed({"word/document.xml": b"<w:document"})[:60]),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_bombs_polyglots_and_broken_files_are_kept_with_a_reason_or_refused(
    as_clerk: Client, clerk: User, town: OrgUnit, name: str, content: bytes
) -> None:
    assert _sent(as_clerk, name, content) in (302, 422)
    work_off()
    assert not Task.objects.filter(state=State.FAILED).exists()
    assert not Path("/tmp/yinfeng-out.txt").exists()
    assert "root:x:" not in as_clerk.get("/library/").content.decode()
    for document in Document.objects.all():
        answer = as_clerk.get(f"/library/{document.pk}")
        assert answer.status_code == 200
        assert b"<script>alert" not in answer.content


def test_random_bytes_under_any_ending_never_break_the_reading(as_clerk: Client) -> None:
    dice = random.Random(20261122)
    endings = ("txt", "docx", "xlsx", "pdf", "html", "zip", "eml", "csv", "xls", "doc", "png", "et")
    heads = (b"", _PDF, _PNG, b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\ufeff".encode())
    for number, ending in enumerate(endings):
        content = dice.choice(heads) + dice.randbytes(dice.randrange(4000))
        assert _sent(as_clerk, f"{number}.{ending}", content) == 302
    work_off()
    assert not Task.objects.filter(state=State.FAILED).exists()
    assert Upload.objects.count() == len(endings)


def test_an_address_that_only_takes_forms_says_so(as_clerk: Client) -> None:
    answer = as_clerk.get("/library/paste")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "只用来提交表单" in answer.content.decode()
