"""Leads in an officer's own words: 和恒锐光电张总谈了,想要3000平厂房,投5000万做激光头.

A talk of two or three sentences names no project; the firm that wants land or plant, or means to
put money in, is what it tells of.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.names import Named, named_at
from yinfeng.values import Dimension, Mention, Name, NameKind, Quantity

_WANTS = re.compile(
    r"[想需]要|准备|打算|有意|计划|拟|要\d|想[拿租找投买上]|[拿租看]\d|投了?\d|投资\d|总投|租[用下]?[^,，。]{0,8}\d|签了|搬过来"
)
_CALLED = (NameKind.BRAND, NameKind.FIRM, NameKind.GROUP)
_GIVEN_TO = ("给", "到", "由")
_SIZES = (Dimension.MONEY, Dimension.AREA)


def talks(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The firm that a talk says wants to come, where one sentence tells of it and of what."""
    if "项目" in sentence.says or not page.text.is_talk:
        return
    for mention in sentence.names:
        if _is_called(mention) and _wants(page, sentence, mention):
            yield replace(named_at(page, sentence, mention.span), of_firm=True)
            return


def _is_called(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and mention.value.kind in _CALLED


def _wants(page: Page, sentence: Sentence, mention: Mention) -> bool:
    clean, start, end = page.text.clean, mention.span.start, mention.span.end
    if clean.endswith(_GIVEN_TO, 0, start) or not _WANTS.search(clean, end, sentence.span.end):
        return False
    return any(
        isinstance(m.value, Quantity) and m.value.unit.dimension in _SIZES
        for m in page.within(end, sentence.span.end)
    )
