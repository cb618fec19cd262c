"""Letters and Markdown."""

from datetime import date
from email.message import EmailMessage

from tests.intake.made import document, opened, rows, said, word
from yinfeng.values import BlockKind, Document


def _letter() -> EmailMessage:
    letter = EmailMessage()
    letter["Subject"] = "招商周报第5期"
    letter["From"] = "张三 <zs@example.com>"
    letter["To"] = "ls@example.com"
    letter["Date"] = "Tue, 05 Mar 2024 10:00:00 +0800"
    letter.set_content("各位：\n本周签约项目5个。\n")
    return letter


def test_subject_day_sender_and_words() -> None:
    found = document(_letter().as_bytes(), "周报.eml")
    assert found.source == "招商周报第5期\n各位：\n本周签约项目5个。\n"
    assert (found.title, found.publisher) == ("招商周报第5期", "张三")
    assert found.published == date(2024, 3, 5)
    assert said(found, BlockKind.TITLE) == ["招商周报第5期"]


def test_what_is_attached_is_opened_in_its_turn() -> None:
    letter = _letter()
    letter.add_attachment(
        "总投资5亿元。".encode("gbk"), maintype="text", subtype="plain", filename="说明.txt"
    )
    letter.add_attachment(word("签约"), maintype="application", subtype="msword", filename="a.docx")
    inner = EmailMessage()
    inner["Subject"], inner["From"], inner["Date"] = "转发的信", "李四 <l@example.com>", "x"
    inner.set_content("开工3个。")
    letter.add_attachment(inner)
    found = [one for one in opened(letter.as_bytes(), "周报.eml") if isinstance(one, Document)]
    assert [(one.name, one.path) for one in found] == [
        ("周报", "周报.eml"),
        ("说明", "周报.eml/说明.txt"),
        ("a", "周报.eml/a.docx"),
        ("附件3", "周报.eml/附件3.eml"),
    ]
    assert found[1].source == "总投资5亿元。"
    assert found[3].title == "转发的信"


def test_a_table_in_the_web_form_of_a_letter_is_kept() -> None:
    letter = _letter()
    page = "<p>各位</p><table><tr><td>项目<td>投资<tr><td>齿轮<td>5</table>"
    letter.add_alternative(page, subtype="html")
    found = document(letter.as_bytes(), "周报.eml")
    assert "各位" in found.source
    assert rows(found, found.tables[0]) == [["齿轮", "5"]]


def test_headers_in_gb2312_and_in_bare_gbk() -> None:
    head = (
        "From: =?gb2312?B?1cXI/Q==?= <a@example.com>\r\nTo: b\r\nSubject: 招商周报\r\n\r\n签约5个"
    )
    found = document(head.encode("gbk"), "旧.eml")
    assert (found.title, found.publisher) == ("招商周报", "张三")
    assert "签约5个" in found.source


MARKDOWN = """---
title: 周报
date: 2024-03-05
---
# 青溪镇周报

**总投资**15亿元，见[链接](http://example.com/x)。

## 一、项目
- 齿轮项目
> 引用

| 项目 | 投资 |
|---|---|
| 齿轮 | 5亿元 |
"""


def test_markdown_loses_its_marks_and_keeps_headings_and_tables() -> None:
    found = document(MARKDOWN.encode(), "周报.md")
    assert found.source.splitlines() == [
        "青溪镇周报",
        "总投资15亿元，见链接。",
        "一、项目",
        "齿轮项目",
        "引用",
        "项目\t投资",
        "齿轮\t5亿元",
    ]
    assert (found.title, found.published) == ("周报", date(2024, 3, 5))
    assert said(found, BlockKind.HEADING) == ["一、项目"]
    assert rows(found, found.tables[0]) == [["齿轮", "5亿元"]]


def test_a_page_that_a_browser_saved_whole_is_a_page() -> None:
    page = EmailMessage()
    page["From"], page["Subject"], page["Date"] = "<Saved by Blink>", "x", "x"
    words = "<title>青溪镇签约</title><p>发布时间：2021-03-05</p><p>今年以来，签约5个。</p>"
    page.set_content(words, subtype="html")
    page.add_related(b"p{}", maintype="text", subtype="css")
    found = document(page.as_bytes(), "页.mhtml")
    assert (found.title, found.published) == ("青溪镇签约", date(2021, 3, 5))
    assert "今年以来，签约5个。" in found.source
