"""Times: days, months, quarters and periods, resolved against the document's own date.

截至6月底 has an end only, 去年9月以来 a start; 2019年1-4月 both. A time that leans on an unknown date
(近日, or 过去五年 in a paper without a day) is found, keeps its words and has neither end. A year
that is only compared with (比去年, 上年同期) keeps its days but has no grain: it is nobody's period.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from yinfeng.mentions.anchors import Anchor, anchor
from yinfeng.mentions.moments import JOIN, MOMENT, STARTS
from yinfeng.mentions.reckoning import Scope, Stretch, after, reckoned
from yinfeng.text import Text
from yinfeng.values import Grain, Mention, Period, Span

__all__ = ["Anchor", "anchor", "recognise"]

_WEEKDAY = re.compile(r"[ ,，]?[(（]?(?:星期|周)[一二三四五六日天](?:[)）]|(?![)）]))")
_LINK = re.compile(
    r"起?[,，]?" + JOIN + r"(?P<now>今(?![年天日晚早])|现在|目前(?:为止)?|当前)?|[ ]?[和与]"
)
_SUFFIX = re.compile(
    r"[ ]?(?:(?P<since>以来|至今|来(?=[,，]))|(?P<from>起(?![步草来家飞点重诉见码伏身源]|到[^\d一二三四五六七八九十]))|(?P<begin>开始)"
    r"|(?P<incl>(?:[或及](?:之|以)?|以)?(?:之前|以前)|及?[以之]前|前(?![往来景沿期后瞻线台进端列面身人夕方]))"
    r"|(?P<later>(?:[或及](?:之|以)?)?[之以][后後])"
    r"|(?P<same>同期)|(?P<during>期间|之?间(?![接隔])|左右|前后|许|为?止))"
)
_UNTIL = re.compile(
    r"(?:截[至止]到?|(?<![达来得见看提收感找遇拿做直签拜赶赴走降涨升快没不])到|(?<![甚乃以延推])至)[ ]?$"
)
_SINCE = re.compile(r"(?:(?<![来独亲各])自从?|打从)[ ]?$")
_FROM = re.compile(r"(?:从|自从?)[ ]?$")
_COMPARED = re.compile(r"(?:[比较]|相比|对比|同|与)[ ]?$")
_EXPECTS = re.compile(
    r"(?:将|拟|计划|预计|力争|争取|确保|有望|预期|下期|明确|要|须|待|定于|年底|底)[^。;；]{0,12}$"
)
_HISTORY = re.compile(r"(?:[成创建设办注]立?[于自]|始[建于]+|生于|创办|自|到|至)[ ]?$")
_ONE = timedelta(days=1)
_RANGE_KEYS = ("y0", "m0", "d0", "q0", "b0")


def recognise(text: Text) -> Iterator[Mention]:
    """Every time, from left to right."""
    scope = Scope(anchor(text))
    lines = [line.span.start for line in text.lines]
    sentences = [sentence.start for sentence in text.sentences]
    done, paragraph, sentence = 0, -1, -1
    for start in STARTS.finditer(text.clean):
        if start.start() < done:
            continue
        match = MOMENT.match(text.clean, start.start())
        if match is None:
            continue
        here = bisect_right(lines, match.start())
        if here != paragraph:
            paragraph = here
            scope.new_paragraph()
        told_in = bisect_right(sentences, match.start())
        if told_in != sentence:
            sentence = told_in
            scope.new_sentence()
        mention = _mention(text.clean, match, scope)
        if mention is not None:
            done = mention.span.end
            yield mention
        else:
            done = match.end()


def _mention(clean: str, match: re.Match[str], scope: Scope) -> Mention | None:
    start, end = match.span()
    if match.lastgroup == "often":
        return Mention(Span(start, end), Period(None, None, Grain.UNKNOWN, recurs=True))
    before = clean[max(0, start - 24) : start]
    tail = _SUFFIX.match(clean, end)
    scope.expects = bool(_EXPECTS.search(before)) or bool(tail and tail["incl"])
    first = reckoned(match, scope)
    if first is None:
        return None
    compared = bool(_COMPARED.search(before)) and first.grain is Grain.YEAR
    if not compared and not (first.grain is Grain.YEAR and _HISTORY.search(before)):
        scope.tell(first)
    while clean[end - 1] in "的 \u3000":
        end -= 1
    weekday = _WEEKDAY.match(clean, end) if first.grain is Grain.DAY else None
    if weekday:
        end = weekday.end()
    once = end
    stretch, end = _joined(clean, end, first, scope)
    is_range = end > once or any(match[key] for key in _RANGE_KEYS)
    tail = _SUFFIX.match(clean, end)
    if tail:
        end = tail.end()
    if tail and (tail["since"] or tail["from"] or tail["begin"]):
        scope.new_paragraph()
    if is_range and not tail and (opened := _FROM.search(before)):
        start -= len(opened.group())
    else:
        stretch, start = _bounded(stretch, before, start, tail, scope)
    if compared or (tail and tail["same"]):
        stretch = stretch._replace(grain=Grain.UNKNOWN)
    return Mention(Span(start, end), Period(*stretch))


def _joined(clean: str, end: int, first: Stretch, scope: Scope) -> tuple[Stretch, int]:
    """The range that starts with *first*, if the words go on to a second moment."""
    link = _LINK.match(clean, end)
    if link is None:
        return first, end
    if link["now"]:
        return Stretch(first.start, after(scope.anchor.day), Grain.SPAN), link.end()
    match = MOMENT.match(clean, link.end())
    if match is None or match.lastgroup in ("often", "vague", "now", "span"):
        return first, end
    if link.group().strip() in ("和", "与") and not clean.startswith(("之间", "间"), match.end()):
        return first, end
    last = reckoned(match, scope)
    if last is None or last.end is None or first.start is None:
        return (first, end) if last is None else (Stretch(None, None, Grain.SPAN), match.end())
    if last.start is not None and last.start < first.start:
        last = _next_year(last, first)
    grain = Grain.YEARS if first.grain is last.grain is Grain.YEAR else Grain.SPAN
    return Stretch(first.start, last.end, grain), match.end()


def _next_year(last: Stretch, first: Stretch) -> Stretch:
    """The second end of 11月至3月 lies in the year after."""
    assert last.end is not None
    assert first.start is not None
    try:
        moved = last.end.replace(year=last.end.year + 1)
    except ValueError:
        moved = last.end + 365 * _ONE
    return last._replace(end=max(moved, first.start + _ONE))


def _bounded(
    stretch: Stretch, before: str, start: int, tail: re.Match[str] | None, scope: Scope
) -> tuple[Stretch, int]:
    """What 截至, 自, 以来, 前 around the words leave of the stretch, and where it now starts."""
    until = _UNTIL.search(before)
    opened = _SINCE.search(before) or (tail and _FROM.search(before))
    if tail and tail["incl"]:
        exclusive = tail["incl"] in ("之前", "以前") and stretch.grain is Grain.YEAR
        stretch = Stretch(None, stretch.start if exclusive else stretch.end, Grain.SPAN)
    elif tail and tail["later"]:
        inclusive = tail["later"][0] in "或及"
        stretch = Stretch(stretch.start if inclusive else stretch.end, None, Grain.SPAN)
    elif tail and (tail["from"] or tail["begin"]):
        stretch = Stretch(stretch.start, None, Grain.SPAN)
    elif tail and tail["since"]:
        stretch = Stretch(stretch.start, after(scope.anchor.day), Grain.SPAN)
    elif until:
        stretch = Stretch(None, stretch.end, Grain.SPAN)
        return stretch, start - len(until.group())
    elif opened and not tail:
        stretch = Stretch(stretch.start, None, Grain.SPAN)
    if opened:
        start -= len(opened.group())
    elif until:
        start -= len(until.group())
    return stretch, start
