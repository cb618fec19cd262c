"""Items: short lines of a list that each tell a figure: ◆ 接待客商:58批; 3.引进亿元以上项目6个.

A layout takes them for headings, as they have no full stop; they rule nothing below them.
"""

import re

from yinfeng.facts.page import Page, Sentence
from yinfeng.text import LineKind

MARK = re.compile(
    r"\s*(?:[◆◇●○■□▲△▼★☆✅✔☑➤→►▶·•◎※❖☞👉📌🔸🔹]+️?|[—–-]{1,2}"
    r"|[(（]?[0-9０-９]{1,2}[)）.．、](?!\d)|[①-⑳]|[(（][一二三四五六七八九十]{1,2}[)）])\s*"
)
"""What an item of a list begins with."""

_NUMBERED = re.compile(r"\s*[(（]?[0-9０-９一二三四五六七八九十]{1,2}[)）.．、](?!\d)")
_LABEL = re.compile(r"[^,，。;；:：\d]{2,14}(?:[:：]|(?<=[一-龥]{2})[  ]+(?=\d))")
_AFTER = 8
_MOST = 48


def is_item(page: Page, sentence: Sentence) -> bool:
    """Whether a line that looks like a heading is an item that tells a figure."""
    if not _may_be(sentence):
        return False
    if _NUMBERED.match(sentence.says):
        return True
    near = (next(iter(page.before(sentence, 1)), None), next(iter(page.after(sentence)), None))
    return any(other is not None and _may_be(other) for other in near)


def _may_be(sentence: Sentence) -> bool:
    if sentence.line.kind not in (LineKind.HEADING, LineKind.TITLE) or not sentence.quantities:
        return False
    if len(sentence.says) > _MOST:
        return False
    says = sentence.says.rstrip()
    told_last = sentence.span.start + len(says) - sentence.quantities[-1].span.end <= _AFTER
    return told_last and (MARK.match(says) is not None or _LABEL.match(says) is not None)
