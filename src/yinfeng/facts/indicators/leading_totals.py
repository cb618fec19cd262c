"""Sums that stand before what they are of: 总投资22亿元、占地900多亩的15个工业项目集中开工.

They are told of the things that are counted behind them, so they take their name from these.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.indicators.retellings import thing_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.values import Dimension, Mention

_TOTAL = re.compile(
    r"(?P<total>(?:计划|协议|合计|累计)?总?投资(?:总?额)?|(?:总|规划)?(?:占地|用地)(?:总?面积)?|总?建筑面积)"
    r"(?:达到?|共|约|近|超过?|逾|为)*$"
)
_JOINS = re.compile(r"[、,，](?:计划)?[^,，。;；、\d]{2,8}$")
# 投资超5亿元的项目3个 is a size class of what is counted, and no sum.
_LEADS_ON = re.compile(r"的(?:[^,，。;；、\d的]{0,10})(?<!项目)(?<!企业)(?<!工程)$")
_SUMS = (Dimension.MONEY, Dimension.AREA)
_MOST = 3


def totals_before(
    page: Page, sentence: Sentence, earlier: Sequence[Mention], of: Draft
) -> Iterator[Draft]:
    """The sums among *earlier* figures that lead into the things that *of* counts, in order."""
    thing = thing_of(of.counted)
    if not thing or quantity_of(of.figure).unit.dimension is not Dimension.COUNT:
        return
    told: list[Draft] = []
    behind, leads_on = of.figure.span.start, _LEADS_ON
    for figure in reversed(earlier[-_MOST:]):
        if quantity_of(figure).unit.dimension not in _SUMS:
            break
        start = max(sentence.span.start, figure.span.start - 14)
        lead = _TOTAL.search(page.says(start, figure.span.start))
        if lead is None or not leads_on.match(page.says(figure.span.end, behind)):
            break
        at = start + lead.start()
        name = of.counted + lead["total"]
        told.append(Draft(figure, name, of.name_span, at, of.end, of.counted, adds_up=True))
        behind, leads_on = figure.span.start, _JOINS
    yield from reversed(told)
