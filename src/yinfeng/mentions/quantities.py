"""Quantities: a number with its unit and the words that loosen it, as in 近10个, 300万元/亩.

15.5亿元, 超过84%, 3000亩以上, 100余万元, 上亿元, 2到3亿元, 百分之十七, 七成半, 人民币3亿元. A span
covers the figure with its bound words and unit and nothing else: of 增长17.49% only 17.49%. A fall
(下降3%) is told by its verb, so the ratio stays plain; a written sign (-3%, 负3%) is kept.
`figures` knows how a figure is written, `figure_edges` which words beside it belong to it, and
`look_alikes` what only looks like one (第3批, 百亿元园区, 2019年).
"""

from collections.abc import Iterator

from yinfeng.mentions.figure_edges import closing, opening
from yinfeng.mentions.figures import PLAIN, PLOT_RATIO, PRICE, Run, Written, quantity, runs
from yinfeng.mentions.look_alikes import is_figure
from yinfeng.text import Text
from yinfeng.values import Mention, Span


def recognise(text: Text) -> Iterator[Mention]:
    """Every figure with its unit, bounds and denominator."""
    clean = text.clean
    told = 0
    for run in runs(clean):
        # 3分 of 五元三分 belongs to the sum that ended behind it.
        mention = _mention(clean, run) if run.start >= told else None
        if mention is not None:
            told = mention.span.end
            yield mention
    yield from _plot_ratios(clean)
    for match in PRICE.finditer(clean):
        mention = _mention(clean, Run(match.start("number"), match.end(), match["number"]))
        if mention is not None:
            yield mention


def _mention(clean: str, run: Run) -> Mention | None:
    before, after = opening(clean, run), closing(clean, run)
    bounds = before.bounds + after.bounds
    is_priced = bool(before.currency) and not run.unit
    if not is_priced and not is_figure(clean, run, bounds):
        return None
    words = Written(
        number=run.number if run.second else run.number + run.loose,
        unit=run.unit,
        second=run.second + run.loose if run.second else "",
        own=run.own,
        whole=run.whole,
        currency=before.currency,
        coins=after.coins,
        per=after.per or before.each,
        bounds=bounds,
        is_half_more=after.is_half_more,
        is_negative=before.is_negative,
    )
    value = quantity(words)
    return Mention(Span(before.start, after.end), value) if value else None


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
