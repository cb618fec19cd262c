"""No file stops another, and each refusal tells a clerk what to do."""

import io
import re
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.intake.made import (
    Paper,
    book,
    lies_inside,
    opened,
    problem,
    saved_book,
    with_parts,
    word,
    zipped,
)
from yinfeng.values import Document, Problem

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>
<w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""
MAGIC = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\x89PNG\r\n\x1a\n",
    OLE,
    b"<html>",
    b"From: a\nTo: b\nDate: c\n\n",
)
NAMES = (
    "a.txt",
    "a.docx",
    "a.xlsx",
    "a.xls",
    "a.pdf",
    "a.html",
    "a.eml",
    "a.zip",
    "a.png",
    "a.md",
    "",
)


def _stream(name: str) -> bytes:
    return OLE + f"{name}\0".encode("utf-16-le") + b"\0" * 512


def _locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret"))
    canvas.drawString(9, 9, "x")
    canvas.save()
    return file.getvalue()


def _paper() -> bytes:
    paper = Paper()
    paper.write(60, 700, "青溪镇签约项目5个")
    return paper.saved()


WORD, SHEET, PAGE = word("签约5个"), saved_book(book([["名称", "税收"], ["甲", 5]])), _paper()
REFUSED = {
    "empty": (b"", "空.txt", "empty"),
    "blank": (b" \r\n\t", "空白.txt", "empty"),
    "only a mark": (b"\xef\xbb\xbf", "空.txt", "empty"),
    "truncated docx": (WORD[: len(WORD) // 2], "半.docx", "truncated"),
    "truncated xlsx": (SHEET[:900], "半.xlsx", "truncated"),
    "truncated pdf": (PAGE[:300], "半.pdf", "truncated"),
    "locked pdf": (_locked_pdf(), "密.pdf", "encrypted"),
    "locked office": (_stream("EncryptedPackage"), "密.docx", "encrypted"),
    "old slides": (_stream("PowerPoint Document"), "讲.ppt", "unsupported"),
    "old letter": (_stream("__properties_version1.0"), "信.msg", "unsupported"),
    "old sheet": (_stream("Workbook"), "旧.xls", "damaged"),
    "rar": (b"Rar!\x1a\x07\x01\0" + b"x" * 50, "包.rar", "unsupported"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + b"x" * 50, "包.7z", "unsupported"),
    "slides": (zipped({"ppt/presentation.xml": "<a/>"}), "讲.pptx", "unsupported"),
    "ofd": (zipped({"OFD.xml": "<a/>"}), "公文.ofd", "unsupported"),
    "a program": (b"MZ\x90\0" + b"\0" * 200, "装.exe", "unsupported"),
    "laughs": (with_parts(WORD, {"word/document.xml": LAUGHS}), "笑.docx", "hostile"),
    "junk in docx": (with_parts(WORD, {"word/document.xml": b"<w:document"}), "坏.docx", "damaged"),
    "deep docx": (
        with_parts(WORD, {"word/document.xml": b"<a>" * 9999 + b"</a>" * 9999}),
        "深.docx",
        "damaged",
    ),
    "fat docx": (with_parts(WORD, {"word/document.xml": b" " * (101 << 20)}), "胖.docx", "bomb"),
    "empty zip": (zipped({}), "空.zip", "empty"),
    "page without words": (b"<html><body><script>1</script></body></html>", "空.html", "empty"),
    "empty word": (word(""), "空.docx", "empty"),
    "empty book": (saved_book(book([])), "空.xlsx", "empty"),
    "damaged picture": (b"\x89PNG\r\n\x1a\n123", "图.png", ""),
}


@pytest.mark.parametrize("key", REFUSED)
def test_a_file_that_cannot_be_read_is_one_problem_with_advice(key: str) -> None:
    data, name, code = REFUSED[key]
    refusal = problem(data, name)
    assert refusal.code == code or (not code and refusal.code in ("needs-ocr", "damaged"))
    assert re.search(r"请", refusal.says)
    assert refusal.document == name.rsplit(".", 1)[0]
    assert refusal.place == name


def test_a_hundred_megabytes_on_one_line_are_too_large() -> None:
    assert problem(b"a" * (100 << 20), "长.txt").code == "too-large"


def test_old_word_files_are_told_to_be_saved_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    refusal = problem(_stream("WordDocument"), "旧.doc")
    assert refusal.code == "unsupported"
    assert "docx" in refusal.says


def test_a_bad_member_does_not_stop_the_others() -> None:
    found = opened(
        zipped({"1.txt": "签约", "2.docx": WORD[:99], "3.txt": "", "4.txt": "开工"}), "包.zip"
    )
    assert [getattr(one, "source", getattr(one, "code", "")) for one in found] == [
        "签约",
        "truncated",
        "empty",
        "开工",
    ]


def test_zips_are_opened_three_deep_and_no_deeper() -> None:
    data = zipped({"里.txt": "签约"})
    for _ in range(3):
        data = zipped({"包.zip": data})
    (found,) = opened(data, "外.zip")
    assert isinstance(found, Problem)
    assert found.code == "nesting"


def test_a_zip_bomb_is_stopped_while_it_unfolds() -> None:
    zeros = bytes(30 << 20)
    found = opened(zipped({"0.txt": "签约", "1.txt": zeros}), "弹.zip")
    assert isinstance(found[0], Document)
    assert [one.code for one in found[1:] if isinstance(one, Problem)] == ["bomb"]


def test_what_all_members_unfold_to_is_counted_together() -> None:
    page = b"".join(b"%07d\n" % n for n in range(1 << 20))
    inner = zipped({f"{n}.txt": page for n in range(10)})
    found = opened(zipped({f"{n}.zip": inner for n in range(4)}), "弹.zip")
    assert sum(isinstance(one, Document) for one in found) <= 25
    assert "bomb" in {one.code for one in found if isinstance(one, Problem)}


def test_too_many_members_are_left_out() -> None:
    found = opened(zipped({f"{n:05}.txt": "签约" for n in range(5002)}), "多.zip")
    assert len(found) == 5001
    assert isinstance(found[-1], Problem)
    assert found[-1].code == "bomb"


class _GbkName(zipfile.ZipInfo):
    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def test_names_packed_in_gbk_and_ways_out_of_the_archive_are_mended() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(_GbkName("招商周报.txt"), "签约")
        archive.writestr("../../etc/b.txt", "开工")
        archive.writestr("__MACOSX/._c.txt", "x")
    found = opened(file.getvalue(), "包.zip")
    assert [(one.name, one.path) for one in found if isinstance(one, Document)] == [
        ("b", "包.zip/etc/b.txt"),
        ("招商周报", "包.zip/招商周报.txt"),
    ]


def test_a_locked_member_is_a_problem_of_its_own() -> None:
    data = bytearray(zipped({"密.txt": "签约" * 20}))
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    refusal = problem(bytes(data), "包.zip")
    assert refusal.code == "encrypted"
    assert "密.txt" in refusal.says


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=600), st.sampled_from(NAMES))
@example(b"", b"\xd5\xc5", "a.txt")
def test_no_bytes_raise(magic: bytes, junk: bytes, name: str) -> None:
    for found in opened(magic + junk, name):
        assert isinstance(found, Problem) or lies_inside(found)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["docx", "xlsx", "pdf"]), st.data())
def test_no_damage_to_a_real_file_raises(ending: str, data: st.DataObject) -> None:
    whole = bytearray({"docx": WORD, "xlsx": SHEET, "pdf": PAGE}[ending])
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    for found in opened(bytes(whole), f"a.{ending}"):
        assert isinstance(found, Problem) or lies_inside(found)
