"""Reigns: the period in force at a figure, told before it or taken over from further above.

2017年,全镇… holds for the sentences behind it, a heading (一、2021年工作回顾) for all below it,
a question (去年有什么突破?) for its answer. 截至11月底 beside a year starts with that year. What
is so now (目前入驻企业46家), what is of one event (本次集中开工) and what a founding year only
dates (2009年起步) have no period.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from yinfeng.facts.items import is_item
from yinfeng.facts.moods import QUESTION
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.phrases import reach
from yinfeng.text import LineKind
from yinfeng.values import Grain, Mention, Period

_REVIEW = re.compile(
    r"总结|回顾|小结|完成情况|进展情况|情况通报|统计|工作情况|运行情况|情况汇报|情况表"
)
_AIMS = re.compile(r"(?:目标|任务|成绩单|要点|安排)(?:任务|分解|清单|表|书)?$")
_RULES = re.compile(r"工作|目标|打算|计划|任务|思路|安排|情况|成绩|指标|回顾|总结|要点|重点")
_WHOLE_YEAR = re.compile(r"(?:全年|年内|当年|年中|年末|年底)")
_ADVERBIAL = re.compile(
    r"(?:[^\n。;；\d]{0,14}[,，:：])?[“”\s—]*(?:[一-龥]{0,3}|[一-龥]{2,10}(?:镇|街道|乡|区|县))$"
)
_DESCRIBES = re.compile(r"的|起|初|底|开始|从|来(?:自|到)")
# 2024年四季度重大项目集中签约活动: the quarter only names the event.
_IN_A_NAME = re.compile(
    r"[^,，。;；\d]{2,16}?(?:活动|仪式|大会|推进会|洽谈会|签约会|现场会|论坛|招商会)"
)
_POINT = re.compile(r"(?:底|末)$")
_OF_THE_YEAR = re.compile(
    r"(?:完成|实现|确保)全年(?!的?(?:目标|任务|计划|预算)|[\d一二三四五六七八九])"
)
_AIM_OF = re.compile(r"的[^,，。;；]{0,8}?(?:目标|任务|打算|计划)(?:任务)?(?:是|为|[:：])")
_FOUNDED = re.compile(
    r"(?:[,，]?[一-龥]{0,4}?)(?:起步|动建|建成|成立|设立|创办|创建|投用|启用|启动建设|开园|建园|开业|挂牌|获批|投入使用)"
)
_BESIDE = ("较", "比", "高于", "低于", "快于", "慢于", "好于", "优于")
# A paper of figures tells of one time all through, named where it begins.
_OF_ONE_TIME = re.compile(
    r"经济(?:运行|形势|简况)|运行(?:情况|分析|简况)|统计公报|主要(?:经济)?指标"
)
_NOW = re.compile(r"目前|如今|眼下|现在|现有|现已|至今|截至目前")
_SAME_MONTHS = re.compile(r"(?:去年|上一?年|前一年)度?同期")
_MOVES = re.compile(r"[增降升减翻涨跌]|提高|回落|收窄|相比|持平")
_ONE_EVENT = re.compile(r"本次|此次|这次|现场|当天|当日|会上|活动中|仪式")
_AS_FOLLOWS = ("如下:", "如下：", "如下。")
_HEAD_LINES = 8
_HEADS = (LineKind.TITLE, LineKind.HEADING)
_STATISTICAL = (Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.MONTH, Grain.SPAN, Grain.YEARS)


def in_force(
    page: Page, sentence: Sentence, offset: int, inherited: Mention | None
) -> Mention | None:
    """The period at *offset*: the last one told in the sentence, else *inherited*."""
    begin = reach(sentence, offset)
    told = [m for m in page.within(begin, offset) if isinstance(m.value, Period)]
    if told and is_day(told[-1]):
        return None
    if told and _is_year_before(page, told[-1], offset):
        return _a_year_before(in_force(page, sentence, told[-1].span.start, inherited), told[-1])
    told = [m for m in told if _counts(m) and _reaches(page, m, offset)]
    last = told[-1] if told else None
    since = last.span.end if last is not None else begin
    words = page.says(since, offset)
    if _NOW.search(words) or _ONE_EVENT.search(words):
        return None
    if last is None:
        return inherited
    if _OF_THE_YEAR.search(words) and (year := its_year(last)) is not None:
        return year
    if inherited is not None and _WHOLE_YEAR.match(page.text.says(last.span)):
        return _year_of(inherited) or last
    if (so_far := _so_far(last, told[:-1])) is not None:
        return so_far
    others = chain(told[:-1], (inherited,), _told_before(page, sentence))
    return _from_new_year(_bounded(page, last), others)


def _is_year_before(page: Page, mention: Mention, offset: int) -> bool:
    """Whether a figure is one of 去年同期 itself, and not compared with it: 比去年同期增长5%."""
    if not _SAME_MONTHS.fullmatch(page.text.says(mention.span)):
        return False
    return _MOVES.search(page.says(mention.span.end, offset)) is None


def _a_year_before(mention: Mention | None, same: Mention) -> Mention | None:
    """The same months of the year before: 今年1至6月…,去年同期…."""
    period = mention.value if mention is not None else None
    if not isinstance(period, Period) or period.start is None or period.end is None:
        return None
    if date(period.start.year + 1, period.start.month, 1) < period.end.replace(day=1):
        return None
    start, end = (day.replace(year=day.year - 1) for day in (period.start, period.end))
    return same._replace(value=replace(period, start=start, end=end))


def _so_far(mention: Mention, before: Sequence[Mention]) -> Mention | None:
    """A year up to the day told before it: 截至6月20日,今年累计签约…; None without such a day."""
    year = mention.value
    if _year_of(mention) is None or not isinstance(year, Period):
        return None
    for other in before:
        until = other.value
        if not isinstance(until, Period) or until.start or not until.end:
            continue
        if year.start and year.end and year.start < until.end < year.end:
            return mention._replace(value=replace(until, start=year.start))
    return None


def its_year(mention: Mention) -> Mention | None:
    """The whole year of a half or quarter: 下半年,确保完成全年签约项目8个."""
    period = mention.value
    if not isinstance(period, Period) or period.start is None:
        return None
    start = date(period.start.year, 1, 1)
    whole = replace(period, start=start, end=date(start.year + 1, 1, 1), grain=Grain.YEAR)
    return mention._replace(value=whole)


def _bounded(page: Page, mention: Mention) -> Mention:
    """A month's end (2020年底,11月末) as a bound, not a stretch."""
    period = mention.value
    if _is_month(mention) and _POINT.search(page.text.says(mention.span)):
        assert isinstance(period, Period)
        return mention._replace(value=replace(period, start=None))
    return mention


def _told_before(page: Page, sentence: Sentence) -> Iterator[Mention]:
    """The times told in the few sentences before, in the same paragraph."""
    for near in page.before(sentence, 2):
        if near.paragraph == sentence.paragraph:
            yield from near.periods


def _from_new_year(last: Mention, others: Iterable[Mention | None]) -> Mention:
    """截至11月底 as a stretch of the year that other words tell of: 今年, 2022年."""
    period = last.value
    assert isinstance(period, Period)
    if period.start is not None or period.end is None:
        return last
    end = date.fromordinal(period.end.toordinal() - 1)
    for other in others:
        told = other.value if other is not None else None
        if isinstance(told, Period) and told.start == date(end.year, 1, 1):
            return last._replace(value=replace(period, start=told.start))
    return last


def _reaches(page: Page, mention: Mention, offset: int) -> bool:
    """Whether a time governs a figure: a month only its own clause, and none behind 的."""
    between = page.says(mention.span.end, offset)
    compared = _is_compared(page, mention)
    describes = between.startswith("的") and not _AIM_OF.match(between)
    if compared or describes or _FOUNDED.match(between):
        return False
    return not _is_month(mention) or ("," not in between[1:] and len(between) < 30)


def _is_compared(page: Page, mention: Mention) -> bool:
    """Whether a time is only what a figure is set beside: 高于1-2月份3.6个百分点."""
    return page.says(mention.span.start - 2, mention.span.start).endswith(_BESIDE)


def _year_of(mention: Mention) -> Mention | None:
    """The mention, if it tells a year, so that 全年 below it means that year."""
    period = mention.value
    return mention if isinstance(period, Period) and period.grain is Grain.YEAR else None


def is_day(mention: Mention) -> bool:
    """Whether a time is one day."""
    period = mention.value
    return isinstance(period, Period) and period.grain is Grain.DAY and period.start is not None


def _is_month(mention: Mention) -> bool:
    period = mention.value
    if not isinstance(period, Period) or period.start is None or period.end is None:
        return False
    return period.grain is Grain.MONTH and (period.end - period.start).days <= 31


def _counts(mention: Mention) -> bool:
    period = mention.value
    return isinstance(period, Period) and not period.recurs and period.grain in _STATISTICAL


def inherited(page: Page) -> Iterator[tuple[int, Mention]]:
    """The period that each sentence takes over from its paragraph or the heading above."""
    paragraph = -1
    heading: Mention | None = None
    current: Mention | None = None
    is_of_one_time = any(
        line.kind in _HEADS and _OF_ONE_TIME.search(page.text.clean, *line.span)
        for line in page.text.lines[:_HEAD_LINES]
    )
    for sentence in page.sentences:
        asks = QUESTION.match(sentence.says) is not None
        heads = sentence.line.kind in (LineKind.TITLE, LineKind.HEADING) and not is_item(
            page, sentence
        )
        if asks or heads:
            told = [m for m in sentence.periods if _counts(m) and not _is_month(m)]
            heading = told[0] if told and (asks or _rules(sentence, told[0])) else heading
            current = heading
            continue
        if sentence.paragraph != paragraph:
            paragraph, current = sentence.paragraph, heading
        if current is not None:
            yield sentence.span.start, current
        if any(is_day(m) for m in sentence.periods):
            current = None
        current = next((m for m in sentence.periods if _opens(page, sentence, m)), current)
        if current is not None and (is_of_one_time or sentence.says.endswith(_AS_FOLLOWS)):
            heading = heading or current
        if sentence.says.endswith((";", "；")):
            told = [
                m
                for m in sentence.periods
                if _counts(m)
                and not _is_month(m)
                and not _is_compared(page, m)
                and page.says(m.span.end, m.span.end + 1) != "的"
            ]
            current = _from_new_year(told[-1], (current,)) if told else current


def _rules(sentence: Sentence, mention: Mention) -> bool:
    """Whether a title or heading says of what period all below it tells."""
    if sentence.line.kind is LineKind.HEADING:
        alone = len(sentence.says) <= mention.span.end - mention.span.start + 8
        return alone or _RULES.search(sentence.says) is not None
    return _REVIEW.search(sentence.says) is not None or _AIMS.search(sentence.says) is not None


def _opens(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """Whether a period opens its sentence and so holds for those behind it: 2017年,全镇…."""
    if not _counts(mention) or _is_month(mention):
        return False
    lead = page.says(sentence.span.start, mention.span.start)
    if _ADVERBIAL.fullmatch(lead) is None:
        return False
    between = page.says(mention.span.end, sentence.span.end)
    if _IN_A_NAME.match(between):
        return False
    return _DESCRIBES.match(between) is None and _FOUNDED.match(between) is None
