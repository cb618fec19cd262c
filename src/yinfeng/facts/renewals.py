"""Renewals: each block of land or estate that is being vacated and used again.

横泾桥老旧工业园区占地2500亩, 124家企业, 348家租户, 签约率84%, 签约面积2045亩: one record. The rate
by owner and the area signed stand apart and are never turned into one another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import words
from yinfeng.text import LineKind
from yinfeng.values import Dimension, Fact, Mention, Period, Quantity, Renewal, Span

_TRIGGER = words.pattern("renewal_words")
_BLOCK = re.compile(
    r"(?P<name>[^,，。;；:：、\n“”(（\s]{1,20}?"
    r"(?:老旧工业园?区|(?:老|旧)工业(?:园区|区块|区|点)|工业区块|村级工业园|有机更新(?:区域|区块|片区)"
    r"|(?:旧|老)(?:厂区|码头|厂房|市场|粮[库站]|仓库|校区)|区块|地块|片区|老?厂区|老码头|旧址))"
    r"(?!链|范围|内|长|制|化|式|方案|指标)"
)
_TAKEN = re.compile(
    r"(?:从|原|对|将|向)(?P<name>[^,，。;；:：、\n\d从]{2,20}?)(?:手中|处)?"
    r"(?:回收|收购|收回|收储|腾退|盘活|征收)(?:了|的)?"
)
_ITS_LAND = re.compile(r"原(?P<name>[^,，。;；:：、\n\d]{2,18}?)(?=\d[\d.]*\s*亩)")
_FORMER = re.compile(
    r"(?:前身(?:是|为)|原(?:为|是|系)|利用|盘活了?)(?:[^,，。;；\n]{0,24}?的)?[,，]?"
    r"(?P<name>[^,，。;；:：、\n的]{2,14}?(?:厂|码头|市场|粮[库站]|仓库|学校|校区|矿区|矿场|窑厂|车站))"
    r"(?=[,，。;；改旧的])"
)
_WHOLE = re.compile(
    r"(?P<name>(?:工业园区|工业区|全域|老城区|[^,，。;；\n\d的]{2,12}?(?:工业园区|工业区|经济技术开发区|开发区)(?:[一二三四]期)?)"
    r"(?:全域)?)(?:有机更新|腾笼换鸟|腾退)"
)
_AND_SO_ON = re.compile(
    r"(?P<names>(?:[^,，。;；:：、\n\s]{2,8}、)+[^,，。;；:：、\n]{2,8}?)等(?P<what>老?旧?工业(?:区块|区|点)|区块|地块)"
)
_STOP = re.compile(words.one_of("block_stops"))
_GENERIC = re.compile(
    r"^(?:该|本|此|这个|两个|各|一|一个|老|旧|重点|相关|老旧|原|全部|其他|产业|工业|整个|腾退|更新|改造|目前|首个|\d+个)*(?:区块|地块|片区|厂区|工业区块|老工业区块|老旧工业区|老旧工业园区|有机更新区域)$"
)
_RATE = re.compile(r"签约率[^,，。;；]{0,10}$|签约(?:企业)?(?:占|达)[^,，。;；]{0,6}$")
_SIGNED = re.compile(r"(?:签约(?:腾退)?(?:土地)?面积|签约面积|签约土地|已签约)[^,，。;；]{0,6}$")
_AREA = re.compile(
    r"(?:占地(?:面积)?|总面积|面积|总规划|规划|用地|涉及土地|总占地|共)[^,，。;；\d]{0,6}$"
)
_FIRMS = re.compile(
    r"^(?:的)?(?:用地)?(?:各类)?(?:企业(?:主体)?|业主|工业企业|产权(?:企业|人|主体)|主体|权属企业)(?!租)"
)
_TENANTS = re.compile(
    r"^(?:的)?(?:厂房)?(?:承租(?:户|企业)|租(?:赁)?(?:户|企业)|租赁户|小微租户|厂房租赁户)"
)
_BEFORE = re.compile(
    r"(?:涉及|以|主要为|从事|原为|原是|曾是|多为)(?P<list>[^,，。;；\n\d]{2,40}?)(?:等)?(?:行业|为主|产业|企业|的?低效|$|[,，。;；\n])"
)
_AFTER = re.compile(
    r"(?:建设成为|打造成?(?:为)?(?:集)?|改造为|改造成(?:为)?|改建为|变身为?|摇身成为|转型为|(?:将)?作为"
    r"|用于(?:建设)?|重点布局|聚焦|规划建设|建设|引进|发展|成为(?:以)?|布局)"
    r"(?P<list>[^,，。;；\n]{2,60}?)(?:等)?"
    r"(?:为一体|为主|(?:[一二三四五六两\d]大)?(?:主导)?产业|[,，。;；\n]|$)"
)
_CONTINUES = re.compile(
    r"^[\s　“]*(?:该|其|园区|区块|目前|截至|据|腾退后|改造后|未来|今后|原有|涉及|签约|全部|共|已"
    r"|建设|更新后|下一步|这里|如今|此次|启动|去年|今年|自)"
)


@dataclass(frozen=True, slots=True)
class _Region:
    """One block, where it is named, and the stretch that tells of it."""

    name: str
    span: Span
    sentence: Sentence
    end: int


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every block that the page tells is being renewed, once a telling."""
    about = len(_TRIGGER.findall(page.text.clean))
    if not about:
        return
    found = [
        (sentence, span)
        for sentence in page.sentences
        if sentence.line.kind is LineKind.PROSE
        for span in _blocks(page, sentence)
    ]
    for at, (sentence, span) in enumerate(found):
        limit = found[at + 1][1].start if at + 1 < len(found) else len(page.text.clean)
        region = _Region(page.says(*span), span, sentence, _reach(page, sentence, span, limit))
        fact = _renewal(page, scope, region, about=about)
        if fact is not None:
            yield fact
    yield from _listed(page, scope)


def _listed(page: Page, scope: Scope) -> Iterator[Fact]:
    """Blocks named in a list by their short names: 惠通、大通等老工业区块的腾退."""
    for match in _AND_SO_ON.finditer(page.text.clean):
        tail = page.says(match.end(), match.end() + 12)
        if not _TRIGGER.search(tail):
            continue
        at = match.start("names")
        for part in match["names"].split("、"):
            name = _STOP.split(part)[-1]
            span = Span(at + len(part) - len(name), at + len(part))
            at += len(part) + 1
            quote, evidence = page.quoted(match.start(), match.end())
            block = page.told(
                name + match["what"], Span(span.start, match.end()), pattern="renewals"
            )
            yield Renewal(host=scope.host(span.start), quote=quote, evidence=evidence, block=block)


def _blocks(page: Page, sentence: Sentence) -> Iterator[Span]:
    says = sentence.says
    if not any(
        word in says
        for word in (
            "块",
            "园区",
            "区",
            "码头",
            "回收",
            "收购",
            "收回",
            "收储",
            "厂",
            "更新",
            "场",
            "旧",
            "粮",
            "工业",
        )
    ):
        return
    taken: list[Span] = []
    for pattern in (_TAKEN, _ITS_LAND, _FORMER, _BLOCK, _WHOLE):
        for match in pattern.finditer(page.text.clean, *sentence.span):
            span = _trimmed(page, *match.span("name"))
            name = page.says(*span)
            if (
                len(name) < 3
                or "等" in name
                or _GENERIC.match(name)
                or any(span.meets(t) for t in taken)
            ):
                continue
            taken.append(span)
    yield from sorted(taken)


def _trimmed(page: Page, start: int, end: int) -> Span:
    for stop in _STOP.finditer(page.text.clean, start, end):
        if stop.end() < end - 1:
            start = stop.end()
    for mention in page.within(start, end):
        if isinstance(mention.value, (Period, Quantity)) and mention.span.end < end:
            start = max(start, mention.span.end)
    while start < end and page.text.clean[start] in "“”—的·-":
        start += 1
    return Span(start, end)


def _reach(page: Page, sentence: Sentence, span: Span, limit: int) -> int:
    end = min(sentence.span.end, limit)
    for following in page.after(sentence):
        near = following.paragraph - sentence.paragraph <= 2
        if not near or following.span.start >= limit or following.span.start - span.start > 700:
            break
        if following.paragraph != sentence.paragraph and not _CONTINUES.match(following.says):
            break
        end = min(following.span.end, limit)
    return max(end, span.end)


def _renewal(page: Page, scope: Scope, region: _Region, *, about: int) -> Fact | None:
    """The block's record, where its own words or those of the whole page tell of renewal."""
    told = page.says(region.sentence.span.start, region.end)
    if not _TRIGGER.search(told) and about < 3:
        return None
    fields: dict[str, Any] = {"block": page.told(region.name, region.span, pattern="renewals")}
    fields |= _figures(page, region)
    fields |= _uses(page, region)
    ends = [page.clean_end(e) for one in fields.values() for e in one.evidence]
    quote, evidence = page.quoted(region.span.start, max(ends))
    return Renewal(host=scope.host(region.span.start), quote=quote, evidence=evidence, **fields)


def _figures(page: Page, region: _Region) -> dict[str, Any]:
    found: dict[str, Any] = {}
    floor = max(region.sentence.span.start, region.span.start - 30)
    for mention in page.within(floor, region.end):
        quantity = mention.value
        if not isinstance(quantity, Quantity):
            continue
        name = _field(page, floor, mention, quantity, region)
        if name and name not in found:
            found[name] = page.told(quantity, mention.span)
            if name in ("signed_rate", "signed_area"):
                found.setdefault("as_of", _as_of(page, region, mention))
    return {name: told for name, told in found.items() if told is not None}


def _field(page: Page, floor: int, mention: Mention, quantity: Quantity, region: _Region) -> str:
    lead = page.says(max(floor, mention.span.start - 16), mention.span.start)
    lead = re.split(r"[,，。;；]", lead)[-1]
    tail = page.says(mention.span.end, mention.span.end + 10)
    before = mention.span.end <= region.span.start
    if quantity.unit.dimension is Dimension.RATIO:
        return "signed_rate" if _RATE.search(lead) else ""
    if quantity.unit.dimension is Dimension.AREA:
        if before:
            return "area" if page.says(mention.span.end, region.span.start) == "的" else ""
        if _SIGNED.search(lead):
            return "signed_area"
        return "area" if _AREA.search(lead) or _AT_ONCE.match(tail) else ""
    if before or quantity.unit.dimension is not Dimension.COUNT:
        return ""
    if _TENANTS.match(tail) or re.search(r"(?:租户|承租户|租赁户)$", lead):
        return "tenants"
    if re.search(r"签约", lead):
        return ""
    return "enterprises" if _FIRMS.match(tail) or re.search(r"企业$", lead) else ""


_AT_ONCE = re.compile(r"^(?:的)?(?:建设用地|工业用地|土地|用地|低效|净地)")


def _as_of(page: Page, region: _Region, mention: Mention) -> Any:
    times = [
        m
        for m in page.within(
            max(region.sentence.span.start, mention.span.start - 60), mention.span.start
        )
        if isinstance(m.value, Period) and m.value.end is not None
    ]
    return page.told(times[-1].value, times[-1].span) if times else None


def _uses(page: Page, region: _Region) -> dict[str, Any]:
    clean = page.text.clean
    found: dict[str, Any] = {}
    before = _BEFORE.search(clean, region.span.end, region.end)
    if before:
        items = _split(before["list"])
        if items:
            found["before"] = page.told(items, Span(*before.span("list")))
    after: list[str] = []
    spans: list[Span] = []
    for match in _AFTER.finditer(clean, region.span.end, region.end):
        items = _split(match["list"])
        after.extend(item for item in items if item not in after)
        spans.append(Span(*match.span("list")))
        if len(spans) == 2:
            break
    if after:
        found["after"] = page.told(tuple(after), *spans)
    return found


def _split(says: str) -> tuple[str, ...]:
    parts = re.split(r"[、]|以及|和(?!谐)|与|及", says.strip(" “”"))
    return tuple(part.strip(" “”") for part in parts if 2 <= len(part.strip(" “”")) <= 22)
