"""Carriers: each park, base, building, platform or station of the host, with what is told of it.

Planned or only mentioned ones count too; parks of other places, seen on a visit, do not.
规划面积 and 占地 are its area, 已建成 and 建筑面积 its built area; who 入驻 are its tenants.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yinfeng.facts.carrier_names import named
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import words
from yinfeng.text import LineKind
from yinfeng.values import (
    Carrier,
    Dimension,
    Fact,
    Mention,
    Name,
    NameKind,
    Quantity,
    Span,
    Told,
)

_TYPES = (
    ("station", re.compile(r"(?:联络站|服务站|工作站|招商站|联络处|办事处|驿站|联络点|服务点)$")),
    (
        "building",
        re.compile(
            r"(?:会展中心|国际中心|厂房|大厦|大楼|楼宇|广场|商务楼|综合楼|科技楼|总部楼|双子楼|写字楼)$"
        ),
    ),
    (
        "platform",
        re.compile(
            r"(?:孵化器|平台|众创空间|服务中心|双创中心|创业中心|两创中心|创新中心|研究院|加速器|实验室|会客厅|交易中心|展示中心|中心)$"
        ),
    ),
    ("base", re.compile(r"(?:基地|示范带|示范区|示范片|农场|种植园)$")),
)
_BUILT = re.compile(
    r"(?:建成(?:区)?(?:面积)?|建筑面积|总建面|建筑总面积|投用|已建|厂房)[^,，。;；\d]{0,8}$"
)
_PLANNED = re.compile(r"(?:规划|占地|面积|用地|总规划|总占地|区域|范围)[^,，。;；\d]{0,8}$")
_MAIN = re.compile(
    r"(?:以|围绕|聚焦|主攻|主导产业为|主导产业是|重点发展|主要发展|形成|形成了|发展|布局|定位于?)(?P<list>[^,，。;；\n]{2,50}?)(?:等)?(?:为主导产业|为主导|为主攻方向|为主的?|为特色|为核心|(?:[一二三四五六\d]大)?(?:主导|特色|支柱|新兴|优势|重点)?产业|产业集群|产业体系|领域|行业)"
)
_TENANTS = re.compile(
    r"(?:入驻|进驻|集聚|聚集|汇聚|吸引|落户|引进|招引|拥有|包括|有)(?:了|着|的)?(?P<list>[^。;；\n]{2,160}?)(?:等[^、。;；\n]{0,16}|入驻|落户|进驻|集聚|[。;；\n]|$)"
)
_TENANT_KINDS = (NameKind.FIRM, NameKind.GROUP, NameKind.BRAND, NameKind.INSTITUTE)
_LISTS_FIRMS = re.compile(
    r"等(?:[0-9]+(?:余|多)?家)?(?:[一-龥]{0,6})?(?:企业|公司|机构|单位)?(?:相继|陆续|先后|已|成功)*(?:入驻|落户|进驻)"
)
_NO_FIRM = re.compile(
    r"[0-9的]|^(?:机械|纺织|化工|食品|电子|建材|服装|物流|五金|家具|医药|新材料)$|行业|产业|类|领域|研发|生产|销售|制造业|服务业|功能"
)
_WHOLE = re.compile(r"(?:入驻|进驻|集聚|聚集|落户|汇聚)")
_SITE = re.compile(
    r"(?:位于|坐落于|坐落在|地处|选址于?|设在|设立在|在)(?P<site>[^,，。;；、的\n]{2,20}?)(?=[,，。;；、的\n]|$|建|规划|举行|设立|布局)"
)
_BEFORE = re.compile(
    r"(?:在|于|位于)(?P<site>[^,，。;；、的\n在于]{2,14}?)(?:内|里|上|举行|建设|设立|成立|规划|建起|新建|设有|布局)+(?:了)?[^,，。;；、的\n]{0,6}的?$"
)
_POSTED = re.compile(r"驻(?P<site>[一-龥]{2,3}?)(?:招商|联络|办事|工作|人才|商务)")
_CONTINUES = re.compile(
    r"^[\s　“]*(?:该园|园区|该|目前|其中|项目|这里|基地|大厦|总|规划|占地|一期|现|已"
    r"|产业园|园内|集聚|入驻)"
)
_NAMED_INDUSTRY = re.compile(
    rf"(?P<industry>{words.one_of('park_industries')}{{1,4}}?)(?:特色|科技|创新|产业|示范|循环|国际|现代|智慧|高新)*(?:产业)?(?:园|城|基地|小镇|港|谷|中心)"
)


@dataclass(frozen=True, slots=True)
class _Region:
    """One telling of a carrier: where its name stands, and the stretch that tells of it."""

    span: Span
    name: str
    sentence: Sentence
    start: int
    end: int


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every carrier of the host that the page names, once a telling."""
    for region in _regions(page, scope):
        yield _carrier(page, scope, region)


def _regions(page: Page, scope: Scope) -> Iterator[_Region]:
    found = [
        (sentence, span, name)
        for sentence in page.sentences
        if sentence.line.kind in (LineKind.PROSE, LineKind.CAPTION) and not sentence.is_tabular
        for span, name in named(page, sentence, scope.host(sentence.span.start))
    ]
    for at, (sentence, span, name) in enumerate(found):
        following = found[at + 1][1].start if at + 1 < len(found) else len(page.text.clean)
        end = _reach(page, sentence, span, following)
        floor = max(found[at - 1][1].end if at else 0, sentence.span.start)
        yield _Region(span, name, sentence, floor, end)


def _reach(page: Page, sentence: Sentence, span: Span, limit: int) -> int:
    end = min(sentence.span.end, limit)
    for following in page.after(sentence):
        if following.paragraph != sentence.paragraph or following.span.start >= limit:
            break
        if not _CONTINUES.match(following.says):
            break
        end = min(following.span.end, limit)
    return max(end, span.end)


def _carrier(page: Page, scope: Scope, region: _Region) -> Fact:
    host = scope.host(region.span.start)
    fields: dict[str, Any] = {
        "name": page.told(_short(region.name, host), region.span, pattern="carriers"),
        "type": page.told(_type(region.name), region.span),
    }
    fields |= _areas(page, region)
    fields |= _industries(page, region)
    fields |= _tenants(page, region)
    fields |= _site(page, region, host)
    ends = [page.clean_end(e) for told in fields.values() for e in told.evidence]
    begins = [page.clean_start(e) for told in fields.values() for e in told.evidence]
    quote, evidence = page.quoted(min(begins), max(ends))
    return Carrier(host=host, quote=quote, evidence=evidence, **fields)


def _short(name: str, host: str) -> str:
    """The name without the host before it, unless nothing but 产业园 would be left."""
    rest = name[len(host) :] if host and name.startswith(host) else name
    return rest if len(rest) > 4 else name


def _type(name: str) -> str:
    return next((kind for kind, ending in _TYPES if ending.search(name)), "park")


def _areas(page: Page, region: _Region) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for mention in page.within(region.start, region.end):
        quantity = mention.value
        if not isinstance(quantity, Quantity) or quantity.unit.dimension is not Dimension.AREA:
            continue
        before = mention.span.end <= region.span.start
        gap = page.says(mention.span.end, region.span.start) if before else ""
        if before and gap not in ("的", "", "的“", "“"):
            continue
        lead = page.says(max(region.start, mention.span.start - 14), mention.span.start)
        lead = re.split(r"[,，。;；、]", lead)[-1]
        name = "built_area" if _BUILT.search(lead) else "area" if _PLANNED.search(lead) else ""
        if name and name not in found:
            found[name] = page.told(quantity, mention.span)
    return found


def _industries(page: Page, region: _Region) -> dict[str, Any]:
    clean = page.text.clean
    listed: list[str] = []
    spans: list[Span] = []
    inside = _NAMED_INDUSTRY.search(region.name)
    if inside:
        listed.append(inside["industry"])
        spans.append(region.span)
    for match in _MAIN.finditer(clean, region.span.start, region.end):
        items = [item for item in _split(match["list"]) if _is_industry(item)]
        if items:
            listed.extend(item for item in items if item not in listed)
            spans.append(Span(*match.span("list")))
    return {"industries": page.told(tuple(listed), *spans)} if listed else {}


def _split(says: str) -> list[str]:
    parts = re.split(r"[、,，]|以及|[和与及](?!.{0,2}$)", says)
    return [part.strip(" “”") for part in parts if 2 <= len(part.strip(" “”")) <= 14]


def _is_industry(item: str) -> bool:
    return not re.search(r"[0-9的了]|项目|企业|发展|优势|园区|目标|思路|机制|服务|品质", item)


def _tenants(page: Page, region: _Region) -> dict[str, Any]:
    """Who has moved in: the names of a list, or its items where it says that they are firms."""
    clean = page.text.clean
    for match in _TENANTS.finditer(clean, region.span.end, region.end):
        whole = match.group()
        if not _WHOLE.search(whole) and "企业" not in whole:
            continue
        names = [m for m in page.within(*match.span("list")) if _is_tenant(m, match.end("list"))]
        items = _firms_listed(page, match) if _LISTS_FIRMS.search(whole) else []
        spans = items if len(items) > len(names) else [m.span for m in names]
        if spans:
            told = tuple(dict.fromkeys(page.says(*span) for span in spans))
            return {"tenants": page.told(told, *spans)}
    return {}


def _is_tenant(mention: Mention, end: int) -> bool:
    name = mention.value
    return isinstance(name, Name) and name.kind in _TENANT_KINDS and mention.span.end <= end


def _firms_listed(page: Page, match: re.Match[str]) -> list[Span]:
    """The items of 卓越软件、猎户星云等60余家企业入驻; kinds of trade (机械、纺织) are no firms."""
    spans: list[Span] = []
    at = match.start("list")
    for item in re.split(r"、|以及|和(?!平|美|谐|信)", match["list"]):
        start = page.text.clean.index(item, at)
        at = start + len(item)
        lead = len(item) - len(item.lstrip("了的着“ "))
        span = Span(start + lead, at)
        if 3 <= len(item.strip()) <= 24 and not _NO_FIRM.search(item):
            spans.append(span)
    return spans if len(spans) >= 2 or match["list"].count("、") == 0 else []


def _site(page: Page, region: _Region, host: str) -> dict[str, Told[str]]:
    """Where a carrier stands: behind its name, before it, or in a posted station's own name."""
    clean, end = page.text.clean, region.span.end
    behind = _SITE.search(clean, end, min(region.end, end + 60))
    ahead = _BEFORE.search(clean, max(region.start, region.span.start - 40), region.span.start)
    if behind and behind.start() - end <= 12 and behind["site"] != host:
        return {"site": page.told(behind["site"], Span(*behind.span("site")))}
    if ahead and ahead["site"] != host:
        return {"site": page.told(ahead["site"], Span(*ahead.span("site")))}
    posted = _POSTED.search(clean, region.span.start, end)
    if posted:
        return {"site": page.told(posted["site"], Span(*posted.span("site")))}
    return {}
