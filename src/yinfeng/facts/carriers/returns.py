"""Sentences that come back to a park named further above: by 园区, or by its short name.

走进青禾数谷产业园… and two paragraphs on 如今园区建筑面积5.2万平方米; “云创谷”数字内容园…, later
云创谷试运营. 园区 is the only park of the page, or the one named last in the paragraph; on the page
of a zone, 园区 may be the zone itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from yinfeng.facts.carriers.tellings import Region, type_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.text import LineKind
from yinfeng.values import Span

_TIMES = (
    r"[\s　“”]*(?:(?:目前|如今|现在|眼下|截至[^,，。]{2,12}|去年[^,，。]{0,8}|今年[^,，。]{0,10}"
    r"|\d{4}年[^,，。]{0,8}|据(?:介绍|了解)|据[^,，。]{2,12}介绍)[,，]?)*"
)
_BACK = re.compile(
    rf"{_TIMES}(?P<back>(?:整个)?园区|该园区?|园内)(?!党|管委|管理|道路|基础|标准|厂房|污水|企业服务)"
)
_SAID = re.compile(
    r"(?:介绍|表示|告诉记者|说)[,，:：“]+(?:目前|如今|整个)?[,，]?(?P<back>园区|该园区?|园内)(?!党|管委|管理|建设)"
)
_QUOTED = re.compile(r"[“‘](?P<short>[^“”‘’]{2,10})[”’].")
_PLAIN_END = re.compile(
    r"(?:[一-龥]{2}(?:产业|科技|创意|创业|创新|工业|软件|文创|科创))?(?:产业园区?|科技园区?|创意园|创业园|创新园|工业园区?|科创园|文创园|文化园|小微园|孵化园|园区)$"
)
_HAS_END = re.compile(r"[谷港湾城里坊汇仓]$")
_ZONE = re.compile(r"(?:区|园)$")


def with_returns(page: Page, scope: Scope, regions: Sequence[Region]) -> list[Region]:
    """The tellings, with those of sentences that come back to a park."""
    parks = [region for region in regions if type_of(region.name) == "park"]
    if not parks:
        return list(regions)
    found = [*regions, *_returns(page, scope, regions, parks)]
    return sorted(found, key=lambda region: region.span)


def _returns(
    page: Page, scope: Scope, regions: Sequence[Region], parks: Sequence[Region]
) -> Iterator[Region]:
    starts = [region.span.start for region in regions]
    shorts = _short_names(parks)
    names = {region.name for region in parks}
    for sentence in page.sentences:
        if sentence.line.kind is not LineKind.PROSE or sentence.is_tabular:
            continue
        if not shorts and "园" not in sentence.says:
            continue
        at = bisect_right(starts, sentence.span.start) - 1
        if at >= 0 and regions[at].end > sentence.span.start:
            continue
        back, name = _by_short_name(sentence, shorts)
        if not name:
            back, name = _by_pronoun(scope, sentence, parks, is_only=len(names) == 1)
        if name and back is not None:
            following = regions[at + 1].span.start if at + 1 < len(regions) else sentence.span.end
            end = min(sentence.span.end, following)
            if end > back.end:
                yield Region(back, name, sentence, back.start, end)


def _short_names(parks: Sequence[Region]) -> dict[str, str]:
    """The short names of the page's parks: 云创谷 of “云创谷”数字内容园, 智慧谷 of 智慧谷科技园."""
    found: dict[str, str] = {}
    for region in parks:
        quoted = _QUOTED.match(region.name)
        short = quoted["short"] if quoted else _PLAIN_END.sub("", region.name)
        if len(short) >= 3 and short != region.name and (quoted or _HAS_END.search(short)):
            found.setdefault(short, region.name)
    return found


def _by_short_name(sentence: Sentence, shorts: dict[str, str]) -> tuple[Span | None, str]:
    for short, name in shorts.items():
        at = sentence.says.find(short)
        if at >= 0 and re.fullmatch(_TIMES, sentence.says[:at]):
            start = sentence.span.start + at
            return Span(start, start + len(short)), name
    return None, ""


def _by_pronoun(
    scope: Scope, sentence: Sentence, parks: Sequence[Region], *, is_only: bool
) -> tuple[Span | None, str]:
    if "园" not in sentence.says:
        return None, ""
    match = _BACK.match(sentence.says) or _SAID.search(sentence.says)
    if match is None:
        return None, ""
    before = [one for one in parks if one.span.start < sentence.span.start]
    if not before:
        return None, ""
    last = before[-1]
    is_near = last.sentence.paragraph == sentence.paragraph
    if not is_near and (not is_only or _ZONE.search(scope.host(sentence.span.start))):
        return None, ""
    start, end = match.span("back")
    return Span(sentence.span.start + start, sentence.span.start + end), last.name
