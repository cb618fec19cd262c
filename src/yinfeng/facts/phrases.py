"""The noun phrase that a figure is said of: before it (工业总产值63.42亿元) or after (5家企业).

Shared by the fact patterns. A phrase is a stretch of clean text; what only leads into it (periods,
the host's name, 实现, 累计, 共) and what only leads out of it (达到, 为, 超过) is left aside.
"""

import re

from yinfeng.facts.items import MARK
from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.values import Period, Span

_BREAKS = frozenset(",，。;；:：!！?？\n")
_OPENING = re.compile(rf"(?:{words.one_of('openers')}|[\s、“”\"'‘’()（）—-])+")
_CLOSING = re.compile(rf"(?:{words.one_of('closers')}|[\s“\"‘(（:：])+$")
_SIZE = (
    r"(?:(?:(?:计划|总)*投资额?)?(?:在|超过?|过)?(?:\d+(?:\.\d+)?[千百]?[万亿]|[千百]?亿)美?元(?:以上|级)?的?"
    r"(?=项目|企业|工程|楼宇|[一-龥]{1,8}?(?:项目|企业))"
    r"|\d+亩(?:以上)?的?(?=[一-龥]{1,10}?(?:方案|地块|园区|土地)))?"
)
_AFTER = re.compile(
    rf"的?(?P<noun>{_SIZE}(?:(?!{words.one_of('noun_stops')})[^,，。;；:：!！?？、\n(（)）0-9０-９])"
    rf"{{1,24}})"
)
_LABEL = 14
_REACH = 300
_ALIAS = re.compile(r"[(（][^()（）]{2,12}[)）]")
COUNTED = re.compile(r"(?:\d|[两三四五六七八九十])[余多]?(?:个|家|座|处)$")
"""Words that end in a count: 设立3个|乡贤联络站 counts stations and names none."""


def reach(sentence: Sentence, at: int) -> int:
    """Where the words begin that can still matter to *at* in its sentence, however long it runs."""
    start, near = sentence.span.start, at - _REACH
    return start if start > near else near


def clause_start(page: Page, floor: int, end: int) -> int:
    """Where the clause that ends at *end* begins, not before *floor*."""
    clean = page.text.clean
    for at in range(end - 1, floor - 1, -1):
        if clean[at] in _BREAKS and not (
            clean[at] in ",，" and _inside_quotes(clean, floor, at, end)
        ):
            return at + 1
        if clean[at] in "(（" and clean.startswith("其中", at + 1):
            return at + 1
    return floor


def _inside_quotes(clean: str, floor: int, at: int, end: int) -> bool:
    """Whether a mark stands in a quoted name (“低、小、散”); speech that runs on is no name."""
    said = clean[floor:at]
    return said.count("“") > said.count("”") and "”" in clean[at:end]


def before(page: Page, floor: int, end: int) -> Span:
    """The phrase that leads up to *end*, without its opening and closing words; may be empty."""
    clean = page.text.clean
    mark = MARK.match(clean, floor, end)
    start = _past_leaders(page, mark.end() if mark else floor, end)
    match = _OPENING.match(clean, start, end)
    start = match.end() if match else start
    start = _past_leaders(page, start, end)
    match = _OPENING.match(clean, start, end)
    start = match.end() if match else start
    closing = _CLOSING.search(clean, start, end)
    return Span(start, max(start, closing.start() if closing else end))


def _past_leaders(page: Page, start: int, end: int) -> int:
    """Past the times and bodies that open the clause: 2017年,沈荡镇…, 青禾开发区(柳港街道)…."""
    clean, leaders = page.text.clean, page.leaders
    moved = True
    while moved:
        moved = False
        while start < end and clean[start] in " 、,，“":
            start += 1
        for mention in leaders.get(start, ()):
            spare = 0 if type(mention.value) is Period else 1
            if mention.span.end < end - spare:
                start, moved = mention.span.end, True
                alias = _ALIAS.match(clean, start, end)
                start = alias.end() if alias else start
                break
    return start


def label(page: Page, floor: int, end: int) -> Span:
    """The label that ends before a colon at *end*: 接待客商:58批; empty if it is a long one."""
    span = before(page, clause_start(page, max(floor, end - 2 * _LABEL), end), end)
    return span if 2 <= span.end - span.start <= _LABEL else Span(end, end)


def after(page: Page, start: int, limit: int) -> Span:
    """The noun that follows a figure: 5家[骨干企业]落户 → 骨干企业; may be empty."""
    match = _AFTER.match(page.text.clean, start, limit)
    return Span(*match.span("noun")) if match else Span(start, start)
