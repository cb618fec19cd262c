"""Carriers: each park, base, building, platform or station of the host, with what is told of it.

Planned or only mentioned ones count too; parks of other places, seen on a visit, do not.
规划面积 and 占地 are its area, 已建成 and 建筑面积 its built area; who 入驻 are its tenants.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from yinfeng.facts.carriers.figures import areas_of
from yinfeng.facts.carriers.industries import industries_in, industries_of
from yinfeng.facts.carriers.names import named
from yinfeng.facts.carriers.returns import with_returns
from yinfeng.facts.carriers.sites import site_of
from yinfeng.facts.carriers.tellings import Region, type_of
from yinfeng.facts.carriers.tenants import tenants_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.text import LineKind
from yinfeng.values import Carrier, Fact, Span

_CONTINUES = re.compile(
    r"^[\s　“]*(?:这[座个片栋幢]|该园"
    r"|(?:揭牌|开园|启用|签约)?(?:仪式|活动)上|(?:开园|揭牌)(?:当天|当日)|园区|该|目前|其中|项目|这里|基地|大厦"
    r"|[一二三]期(?:工程|项目)?由|总|规划|占地|一期|现|已"
    r"|产业园|园内|集聚|入驻|截至|全部建成|建成后|小区|首批)"
)
_HOLDS = re.compile(
    r"^(?![^。;；]*(?:项目|公司))[^。;；]{0,40}(?:[,，]|内|里|中)(?:已|还|又|下|现|内|分|规划|专门)*"
    r"(?:设|设有|设立了?|有|建有|辖|包括|包含|分为|划分为|布局了?|建成了?)"
    r"(?:\d+|[一两二三四五六]|多)?个?(?:专业|特色|产业)?[“]?(?:园区|园中园|片区|小园|板块)?[”]?(?:[:：,，]?(?:一个|其一|一)是|[:：])?(?:设|有)?[“]?$"
)
_HOLDS_TOO = re.compile(
    r"^[\s]*(?:园区|产业园|集中区|开发区|高新区|集聚区|园)(?:里|内|中)(?:目前|现|已|还|又)*"
    r"(?:设有|设立了?|有|建有|布局了?|建成了?|配了|配套了|建了)(?![^。;；]*(?:项目|公司))[^。;；]{0,20}$"
)
_AND = re.compile(
    r"[、和与及”“]{1,3}|[^。]{0,80}?[;；,，](?:另一个是|一个是|还有[^,，。;；]{0,8}的?)[“]?"
)
_LIES = re.compile(r"(?:项目)?(?:位于|坐落[于在]|地处|选址于?|落户于?)[^,，。;；]{0,12}")
_NEAR = 60
_ZONE = re.compile(r"(?:园|园区|开发区|集中区|集聚区|高新区|新区|小区|城)$")
_ATTENDED = re.compile(r"(?:出席|参加|主持)了?(?:揭牌|开园|签约|启用)?(?:仪式|活动)?。?$")
_NEXT = re.compile(r"^[\s　]*(?:园区|该园|开园|大厦|基地|小区|孵化器|产业园|目前,?园区)(?!党|管委)")


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every carrier of the host that the page names, once a telling."""
    regions = with_returns(page, scope, _with_full_names(list(_regions(page, scope))))
    told = [industries_of(page, region) for region in regions]
    explicit = {region.name for region, industries in zip(regions, told, strict=True) if industries}
    for region, industries in zip(regions, told, strict=True):
        host, is_vague_too = scope.host(region.span.start), not _is_any(region.name, explicit)
        named_so = industries_in(page, region, host, is_vague_too=is_vague_too)
        yield _carrier(page, scope, region, (*named_so, *industries))


def _with_full_names(regions: list[Region]) -> list[Region]:
    """The regions, a short name taken for the longer one: 交运智慧湾(科创园)."""
    names = sorted({region.name for region in regions})
    full = {name: _fullest(name, names[at:]) for at, name in enumerate(names)}
    return [
        region if full[region.name] == region.name else replace(region, name=full[region.name])
        for region in regions
    ]


def _fullest(name: str, behind: list[str]) -> str:
    """The longest of the names, sorted, that begin with *name*; a short name stands for itself."""
    longer = takewhile(lambda other: other.startswith(name), behind)
    is_whole = len(name) > 3 or name.endswith("谷")
    return max(longer, key=len) if is_whole else name


def _is_any(name: str, names: set[str]) -> bool:
    """Whether a name is one of the names, told in full or in part."""
    return any(name in other or other in name for other in names)


def _regions(page: Page, scope: Scope) -> Iterator[Region]:
    found = [
        (sentence, span, name)
        for sentence in page.sentences
        if sentence.line.kind in (LineKind.PROSE, LineKind.CAPTION) and not sentence.is_tabular
        for span, name in named(page, sentence, scope.host(sentence.span.start))
    ]
    around: Span | None = None
    for at, (sentence, span, name) in enumerate(found):
        following = found[at + 1][1].start if at + 1 < len(found) else len(page.text.clean)
        if at and _lies_in(page, sentence, found[at - 1][1], span):
            following = span.end
        elif at + 1 < len(found) and _lies_in(page, sentence, span, found[at + 1][1]):
            following = found[at + 2][1].start if at + 2 < len(found) else len(page.text.clean)
        end = _reach(page, sentence, span, following)
        floor = max(found[at - 1][1].end if at else 0, sentence.span.start)
        previous = found[at - 1][1] if at else None
        around = _around(page, sentence, found[at - 1][1], span, around) if at else None
        yield Region(span, name, sentence, floor, end, previous, around)


def _lies_in(page: Page, sentence: Sentence, inner: Span, outer: Span) -> bool:
    """Whether a park is only where the one before it stands: 健康产业园位于天溪工业园内,占地….

    What is told behind is then of the inner one.
    """
    between = page.says(inner.end, outer.start)
    return inner.start >= sentence.span.start and _LIES.fullmatch(between) is not None


def _around(
    page: Page, sentence: Sentence, before: Span, span: Span, around: Span | None
) -> Span | None:
    """The park in which a smaller one is told to lie: 工业园规划面积…,设电子产业园、食品产业园."""
    between = page.says(max(before.end, sentence.span.start), span.start)
    is_same = before.start >= sentence.span.start
    if around is not None and _AND.fullmatch(page.says(before.end, span.start)):
        return around
    holds = _HOLDS.search(between) if is_same else _HOLDS_TOO.search(between)
    is_near = sentence.span.start - before.end < _NEAR
    return before if holds and is_near and _ZONE.search(page.says(*before)) else None


def _reach(page: Page, sentence: Sentence, span: Span, limit: int) -> int:
    end = min(sentence.span.end, limit)
    # An entry that is nothing but a name (1.颍淮物流园。) is told by the sentence behind it.
    at_once = sentence.span.end - span.end <= 1 and span.start - sentence.span.start <= 4
    for following in page.after(sentence):
        if following.span.start >= limit or following.paragraph - sentence.paragraph > 2:
            break
        goes_on = _CONTINUES if following.paragraph == sentence.paragraph else _NEXT
        is_head = at_once and following.paragraph == sentence.paragraph
        is_attended = following.paragraph == sentence.paragraph and _ATTENDED.search(following.says)
        if not (is_head or is_attended or goes_on.match(following.says)):
            break
        at_once = False
        end = min(following.span.end, limit)
    return max(end, span.end)


def _carrier(
    page: Page, scope: Scope, region: Region, industries: Sequence[tuple[str, Span]]
) -> Fact:
    host = scope.host(region.span.start)
    kind = type_of(region.name)
    area, built = areas_of(page, region, kind)
    listed = tuple(dict.fromkeys(item for item, _ in industries))
    spans = dict.fromkeys(span for _, span in industries)
    tenants, site = tenants_of(page, region), site_of(page, region, host)
    proofs = [told.evidence for told in (area, built, tenants, site) if told is not None]
    places = [page.text.clean_span(e.start, e.end) for proof in proofs for e in proof]
    places += [region.span, *spans]
    quote, evidence = page.quoted(min(s.start for s in places), max(s.end for s in places))
    return Carrier(
        host=host,
        quote=quote,
        evidence=evidence,
        name=page.told(region.name, region.span, pattern="carriers"),
        type=page.told(kind, region.span),
        area=area,
        built_area=built,
        industries=page.told(listed, *spans) if listed else None,
        tenants=tenants,
        site=site,
    )
