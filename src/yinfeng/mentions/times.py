"""Times: days, months, quarters and periods, resolved against the document's own date.

截至6月底 has an end only, 去年9月以来 a start, 2019年1-4月 both. A time that leans on an unknown
date (近日, or 过去五年 in a paper without a day) is found, keeps its words and has neither end.
A year that is only compared with (比去年, 上年同期) keeps its days but has no grain: no figure is
of that period.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from yinfeng.mentions.anchors import Anchor, anchor
from yinfeng.mentions.moments import JOIN, MOMENT, Scope, Stretch, after, reckoned, starts
from yinfeng.text import LineKind, Text
from yinfeng.values import Grain, Mention, Period, Span

__all__ = ["Anchor", "anchor", "recognise"]

_LINK = re.compile(
    rf"起?[,，]?{JOIN}(?P<now>今(?![年天日晚早])|现在|目前(?:为止)?|当前)?|(?P<both>[ ]?[和与])"
)
_SUFFIX = re.compile(
    r"[ ]?(?:(?P<since>以来|至今|来(?=[,，]))"
    r"|(?P<open>起(?![步草来家飞点重诉见码伏身源]|到[^\d一二三四五六七八九十])|开始)"
    r"|(?P<by>(?:[或及](?:之|以)?|以)?之?前(?![往来景沿期后瞻线台进端列面身人夕方后]))"
    r"|(?P<later>(?:[或及](?:之|以)?)?[之以][后後])"
    r"|(?P<same>同期)|(?P<around>期间|之?间(?![接隔])|左右|前后|许|为?止))"
)
_PREFIX_ENDS = frozenset("至到止自从比较同与 ")
_PREFIX = re.compile(
    r"(?:(?P<until>截[至止]到?|(?<![达来得见看提收感找遇拿做直签拜赶赴走降涨升快没不长高加大])到"
    r"|(?<![甚乃以延推])至)|(?P<since>(?<![来独亲各])自从?)|(?P<of>从)"
    r"|(?P<compared>[比较同与]))[ ]?$"
)
_EXPECTS = re.compile(
    r"(?:将|拟|计划|预计|力争|争取|确保|有望|预期|下期|明确|要|须|待|定于|年底|底)[^。;；]{0,12}$"
)
_HISTORY = re.compile(r"(?:[成创建设办注]立?[于自]|始[建于]+|生于|创办|自|到|至)[ ]?$")
_SECTION = re.compile(r"\s*[一二三四五六七八九十]{1,2}[、.．]")
_SECTION_YEAR = re.compile(
    r"(?P<year>20\d\d)\s?年\s?(?:度|以来)?[^\n]{0,6}(?:工作|回顾|总结|情况|成绩|安排|任务|计划|主要|目标)"
)
_REVIEW = re.compile(
    r"(?P<year>20\d\d)\s?年\s?(?:度|全年)?(?!上半年|[一二三四1-4]季|第)[^\n]{0,24}?(?:总结|回顾|小结|述职|完成情况|情况(?:汇报|通报|报告)|盘点|综述)"
)
_BACK = re.compile(r"总结|回顾")
_AHEAD = re.compile(r"打算|计划|下一步|下步|今后|明年|思路|安排|展望|建议|接下来")
_WEEKDAY = re.compile(r"[ ,，]?[(（]?(?:星期|周)[一二三四五六日天](?:[)）]|(?![)）]))")
_COPYRIGHT = re.compile(r"(?:©|[Cc]opyright|版权所有)[^\n]{0,12}$")
_LATE = 4
"""A review of the year before is written by so late a month."""
_RANGES = ("y0", "m0", "d0", "q0", "b0")
_NO_RANGE_END = ("often", "vague", "now", "span")


def recognise(text: Text) -> Iterator[Mention]:
    """Every time, from left to right."""
    own = anchor(text)
    scope = Scope(own, review=_reviewed(text))
    lines = [line.span.start for line in text.lines]
    sentences = [sentence.start for sentence in text.sentences]
    done, paragraph, sentence, heads = 0, -1, -1, deque(_headings(text))
    for start in starts(text.clean):
        match = MOMENT.match(text.clean, start) if start >= done else None
        if match is None:
            continue
        line, told_in = bisect_right(lines, start), bisect_right(sentences, start)
        while heads and heads[0].end <= start:
            head = heads.popleft()
            scope.new_section(head.year, looks_ahead=head.looks_ahead, looks_back=head.looks_back)
        if line != paragraph:
            scope.new_paragraph()
            scope.anchor = _written(text, start, own)
        elif told_in != sentence:
            scope.new_sentence()
        paragraph, sentence = line, told_in
        mention = _mention(text.clean, match, scope)
        done = mention.span.end if mention else match.end()
        if mention:
            yield mention


def _written(text: Text, at: int, own: Anchor) -> Anchor:
    """The day on which the words at *at* were written: a message's own, else the document's."""
    if not text.document.is_chat:
        return own
    part = text.document.part_at(text.evidence(Span(at, at + 1)).start)
    return Anchor(part.day, part.day.year) if part and part.day else own


class _Heading(NamedTuple):
    """Where a section begins, the year that its heading tells, and which way it looks."""

    end: int
    year: int | None
    looks_ahead: bool
    looks_back: bool


def _headings(text: Text) -> Iterator[_Heading]:
    for line in text.lines:
        if line.kind is LineKind.HEADING and _SECTION.match(text.clean, *line.span):
            year = _SECTION_YEAR.search(text.clean, *line.span)
            ahead = _AHEAD.search(text.clean, *line.span) is not None
            back = not ahead and _BACK.search(text.clean, *line.span) is not None
            yield _Heading(line.span.end, int(year["year"]) if year else None, ahead, back)


def _reviewed(text: Text) -> int | None:
    """The year before the paper's own whose review its title says it is: 2020年工作总结 in 2021."""
    own = anchor(text)
    title = next((line for line in text.lines[:3] if line.kind is LineKind.TITLE), None)
    if title is None or own.year is None or (own.day is not None and own.day.month > _LATE):
        return None
    told = _REVIEW.search(text.clean, *title.span)
    return own.year - 1 if told and int(told["year"]) == own.year - 1 else None


def _mention(clean: str, match: re.Match[str], scope: Scope) -> Mention | None:
    start, end = match.span()
    if match.lastgroup == "often":
        return Mention(Span(start, end), Period(None, None, Grain.UNKNOWN, recurs=True))
    before = clean[max(0, start - 20) : start]
    scope.expects = _is_expected(clean, before, end)
    first = reckoned(match, scope)
    if first is None or _COPYRIGHT.search(before):
        return None
    prefix = _PREFIX.search(before) if before[-1:] in _PREFIX_ENDS else None
    is_year = first.grain is Grain.YEAR
    is_compared = is_year and prefix is not None and prefix["compared"] is not None
    if not is_compared and not (is_year and _HISTORY.search(before)):
        scope.tell(first)
    end = _without_particle(clean, end)
    if first.grain is Grain.DAY and (weekday := _WEEKDAY.match(clean, end)):
        end = weekday.end()
    stretch, joined_end = _joined(clean, end, first, scope)
    is_range = joined_end > end or any(match.group(*_RANGES))
    tail = _SUFFIX.match(clean, joined_end)
    if (tail and (tail["since"] or tail["open"])) or (prefix and prefix["since"]):
        scope.new_paragraph()
    stretch, start = _bounded(stretch, start, prefix, tail, scope, is_range=is_range)
    if is_compared or (tail and tail["same"]):
        stretch = stretch._replace(grain=Grain.UNKNOWN)
    return Mention(Span(start, tail.end() if tail else joined_end), Period(*stretch))


def _is_expected(clean: str, before: str, end: int) -> bool:
    """Whether the words tell of what is still to come: 将于12月, 6月底前."""
    tail = _SUFFIX.match(clean, end)
    return _EXPECTS.search(before) is not None or (tail is not None and tail["by"] is not None)


def _without_particle(clean: str, end: int) -> int:
    while clean[end - 1] in "的 \u3000":
        end -= 1
    return end


def _joined(clean: str, end: int, first: Stretch, scope: Scope) -> tuple[Stretch, int]:
    """The range that starts with *first*, if the words go on to a second moment."""
    link = _LINK.match(clean, end)
    if link is None:
        return first, end
    if link["now"]:
        return Stretch(first.start, after(scope.anchor.day), Grain.SPAN), link.end()
    match = MOMENT.match(clean, link.end())
    if match is None or match.lastgroup in _NO_RANGE_END:
        return first, end
    if link["both"] and not clean.startswith(("之间", "间"), match.end()):
        return first, end
    last = reckoned(match, scope)
    if last is None:
        return first, end
    if last.end is None or first.start is None:
        return Stretch(None, None, Grain.SPAN), match.end()
    if last.start is not None and last.start < first.start:
        last = _a_year_later(last, first)
    grain = Grain.YEARS if first.grain is last.grain is Grain.YEAR else Grain.SPAN
    return Stretch(first.start, last.end, grain), _without_particle(clean, match.end())


def _a_year_later(last: Stretch, first: Stretch) -> Stretch:
    """The second end of 11月至3月 lies in the year after."""
    assert last.end is not None
    assert first.start is not None
    end = last.end
    if end.year < 9999 and not (end.month == 2 and end.day == 29):
        end = end.replace(year=end.year + 1)
    return last._replace(end=max(end, first.start))


def _bounded(
    stretch: Stretch,
    start: int,
    prefix: re.Match[str] | None,
    tail: re.Match[str] | None,
    scope: Scope,
    *,
    is_range: bool,
) -> tuple[Stretch, int]:
    """What 截至, 自, 以来 and 前 around the words leave of a stretch, and where they start."""
    opened = prefix if prefix and (prefix["since"] or prefix["of"]) else None
    until = prefix if prefix and prefix["until"] else None
    bounds = tail is not None and not (tail["same"] or tail["around"])
    here = stretch
    if tail and bounds:
        here = _bounded_by_tail(stretch, tail, scope, is_range=is_range)
    elif until and not is_range and not _is_goal_year(until, stretch):
        here = Stretch(None, stretch.end, Grain.SPAN)
    elif opened and opened["since"] and not is_range:
        here = Stretch(stretch.start, None, Grain.SPAN)
    takes = until or (opened and (bounds or is_range or opened["since"]))
    return here, prefix.start() - prefix.endpos + start if prefix and takes else start


def _is_goal_year(until: re.Match[str], stretch: Stretch) -> bool:
    """到2025年产值翻番 tells what that year shall bring; 到2025年底 and 截至2025年 are bounds."""
    return until["until"] in ("到", "至") and stretch.grain is Grain.YEAR


def _bounded_by_tail(
    stretch: Stretch, tail: re.Match[str], scope: Scope, *, is_range: bool
) -> Stretch:
    if tail["by"] and is_range:
        return stretch
    if tail["by"]:
        # 2025年前 is a goal to be met within the year; 2018年以前 leaves the year out.
        leaves_out = tail["by"] in ("之前", "以前") and stretch.grain is Grain.YEAR
        return Stretch(None, stretch.start if leaves_out else stretch.end, Grain.SPAN)
    if tail["later"]:
        takes_in = tail["later"][0] in "或及"
        return Stretch(stretch.start if takes_in else stretch.end, None, Grain.SPAN)
    if tail["open"]:
        return Stretch(stretch.start, None, Grain.SPAN)
    looks_back = scope.own_year != scope.anchor.year and stretch.grain is Grain.YEAR
    return Stretch(
        stretch.start, stretch.end if looks_back else after(scope.anchor.day), Grain.SPAN
    )
