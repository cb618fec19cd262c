"""Quantities: a number with its unit and the words that loosen it, as in 近10个, 300万元/亩.

15.5亿元, 超过84%, 3000亩以上, 100余万元, 上亿元, 2到3亿元, 百分之十七, 七成半, 人民币3亿元. A span
covers the figure with its bound words and unit and nothing else: of 增长17.49% only 17.49%. A fall
(下降3%) is told by its verb, so the ratio stays plain; a written sign (-3%, 负3%) is kept.
`figures` knows how a figure is written, `figure_edges` which words beside it belong to it, and
`look_alikes` what only looks like one (第3批, 百亿元园区, 2019年).
"""

import re
from bisect import bisect, insort
from collections.abc import Iterator

from yinfeng.mentions.figure_edges import closing, opening
from yinfeng.mentions.figures import PLAIN, PLOT_RATIO, PRICE, Run, Written, quantity, runs
from yinfeng.mentions.look_alikes import is_figure
from yinfeng.text import Text
from yinfeng.values import Mention, Span


def recognise(text: Text) -> Iterator[Mention]:
    """Every figure with its unit, bounds and denominator; no two share a character."""
    clean = text.clean
    spans: list[Span] = []
    for run in runs(clean):
        # 3分 of 五元三分 belongs to the sum that ended behind it.
        if spans and run.start < spans[-1].end:
            continue
        mention = _mention(clean, run)
        if mention is None:
            continue
        if spans and mention.span.start < spans[-1].end:
            mention = mention._replace(span=Span(spans[-1].end, mention.span.end))
        spans.append(mention.span)
        yield mention
    for mention in (*_prices(clean), *_plot_ratios(clean), *_halves(clean), *_doublings(clean)):
        if _is_clear_of(spans, mention.span):
            insort(spans, mention.span)
            yield mention


_HALF_SUM = re.compile(
    r"(?<![过一多大个])半个?亿(?P<unit>美元|欧元|港元|元|)(?!级)"
    r"|(?P<half>半折|(?<=打)对折|(?:一半|半数)(?=以上|以下|左右)|(?<=[占约近超达过到])(?:一半|半数))"
    r"|(?P<tenth>半成)(?![品功熟年人员])"
)
_DOUBLED = re.compile(
    r"(?:同比|[比较](?:去年|上一?年)度?(?:同期)?)(?:实现|增长|净|将近|近|约|整整|又)*翻了?(?P<what>(?P<times>[一两二三]?)番)"
)
_TIMES = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3}


def _is_clear_of(spans: list[Span], span: Span) -> bool:
    at = bisect(spans, span)
    return not any(other.meets(span) for other in spans[max(0, at - 1) : at + 1])


_PEOPLED = re.compile(r"人口(?:已?达到?|约|近|超过?|突破|为|有|共)*$")


# 10亿(其中设备6亿)元: the unit behind a bracket is that of both sums.
_UNIT_BEHIND = re.compile(
    r"(?<=[万亿])(?:[(（][^()（）\n]{1,24}[)）]|[)）])(?P<unit>(?:美|欧|港|日)?元|亩|平方米|平方公里)"
)


def _mention(clean: str, run: Run) -> Mention | None:
    if not run.unit and _PEOPLED.search(clean, max(0, run.start - 8), run.start):
        run = run._replace(unit="人")
    if not run.unit and (behind := _UNIT_BEHIND.match(clean, run.end)):
        run = run._replace(unit=behind["unit"])
    before, after = opening(clean, run), closing(clean, run)
    bounds = before.bounds + after.bounds
    is_priced = bool(before.currency) and not run.unit
    if not is_priced and not is_figure(clean, run, bounds):
        return None
    words = Written(
        run.number if run.second else run.number + run.loose,
        run.unit,
        run.second + run.loose if run.second else "",
        run.own,
        run.whole,
        before.currency,
        after.coins,
        after.per or before.each,
        bounds,
        after.is_half_more,
        before.is_negative,
    )
    value = quantity(words)
    return Mention(Span(before.start, after.end), value) if value else None


def _prices(clean: str) -> Iterator[Mention]:
    """The sums that name their currency only by the sign before them: ¥1200, US$5000."""
    for match in PRICE.finditer(clean):
        mention = _mention(clean, Run(match.start("number"), match.end(), match["number"]))
        if mention is not None:
            yield mention


def _halves(clean: str) -> Iterator[Mention]:
    """Half of a hundred million, of all or of a tenth, as it is said: 近半亿元, 一半以上, 半成."""
    for match in _HALF_SUM.finditer(clean):
        start, end = match.span()
        if match.lastgroup == "unit":
            mention = _mention(clean, Run(start, end, "0.5亿", match["unit"] or "元"))
        else:
            share = "50" if match.lastgroup == "half" else "5"
            mention = _mention(clean, Run(start, end, share, "%"))
        if mention is not None:
            yield mention


def _doublings(clean: str) -> Iterator[Mention]:
    """How much a figure grew that 翻一番 or 翻两番 on the year before; the ratio covers 一番."""
    for match in _DOUBLED.finditer(clean):
        times = 2 ** _TIMES.get(match["times"], 1) - 1
        value = quantity(Written(str(100 * times), "%"))
        if value is not None:
            yield Mention(Span(match.start("what"), match.end("what")), value)


def _plot_ratios(clean: str) -> Iterator[Mention]:
    """The plain numbers behind 容积率, the one figure of the trade that has no unit."""
    for clause in PLOT_RATIO.finditer(clean):
        for match in PLAIN.finditer(clean, *clause.span()):
            run = Run(*match.span(), match[0])
            before, after = opening(clean, run), closing(clean, run)
            bounds = before.bounds + after.bounds
            value = quantity(Written(match[0], bounds=bounds, is_plain=True))
            if value:
                yield Mention(Span(before.start, after.end), value)
