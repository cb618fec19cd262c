"""Projects: each investment or construction project that a page names, with what is told of it.

What stands between one project's name and the next belongs to the first, as far as its paragraph
goes: 总投资, 占地, 年产, 税收, who invests, where, how far it is. A stage that is only planned
(计划于年底投产, 推动落户投产) is no stage; the stage of a list (新开工项目5个:…) holds for its items.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.project_names import Named, is_generic, named
from yinfeng.facts.roles_of_figures import FigureRole, role_of
from yinfeng.facts.scope import Scope
from yinfeng.facts.stages import stage_between
from yinfeng.lexicon import words
from yinfeng.text import LineKind
from yinfeng.values import (
    Dimension,
    Fact,
    Grain,
    Mention,
    Name,
    NameKind,
    Period,
    Project,
    Quantity,
    Span,
    Term,
    TermKind,
)

_CONTINUES = re.compile(
    r"^[\s　“]*(?:该项目|这一项目|这个项目|项目|其|建成后|投产后|达产后|全部|占地|总投资|计划|预计|一期|规划|由|主要|产品|年产|目前|现|拟|投资方|该公司|公司|企业|选址|位于|总建筑面积)"
)
_INVESTS = re.compile(
    r"(?:拟|计划|将|共同|联合|合作|独资|全额)*(?:投资|出资|斥资|投建|兴建|新上|新建|征地|建设|开发|实施|承建(?!单位)|扩建|打造)"
)
_INVESTED_BY = re.compile(
    r"(?:由|投资方(?:为|是|:|：)?|投资主体(?:为|是|:|：)?|投资商(?:为|是|:|：)?|业主(?:为|是)?|建设单位(?:为|是|:|：)?|引进|来自)[^,，。;；、\d]{0,12}$"
)
_TALKED = re.compile(
    r"(?:拜访|走访|考察|赴|到|前往|与|和|同|会见|对接|接待|来自)[^,，。;；、]{0,12}$"
)
_TALKS = re.compile(r"洽谈|商谈|考察|对接|协调|座谈|磋商|签约|签订|签署|达成|跟踪|推进")
_INVESTORS = (NameKind.FIRM, NameKind.GROUP, NameKind.INSTITUTE)
_SITE = re.compile(
    r"(?:位于|落户(?:于|在|到)?|选址(?:于|在)?|坐落(?:于|在)?|地处|落地(?:于|在)?|入驻|建设地点(?:为|位于|:|：)?|建在|布局(?:于|在)?)[\s“]*$"
)
_AT_SITE = re.compile(r"(?:在|于)[\s“]*$")
_SITE_WORDS = re.compile(r"(?:选址|位于|坐落于|建设地点[为:：])(?P<site>[^,，。;；、的]{2,20})")
_SITES = (NameKind.PARK, NameKind.VILLAGE, NameKind.ZONE, NameKind.TOWN, NameKind.BUILDING)
_ORIGIN = re.compile(
    r"(?P<origin>[一-龥]{2,4})(?:籍)?(?:客商|商人|老板|投资者|投资商|乡贤)(?:[一-龥]{2,3})?(?:拟|计划)?(?:投资|出资|兴办|创办)"
)
_FROM = re.compile(r"(?:来自)[^,，。;；、]{0,3}$")
_PRODUCTS = re.compile(
    r"(?:主要(?:从事|生产|产品(?:有|为|包括)?|经营|研发生产|研发、生产|研发)|产品(?:主要)?(?:有|为|包括)|专业从事|专门生产|主营(?:业务为)?|生产的)"
    r"(?P<goods>[^,，。;；\n]{2,40}?)(?:等(?:产品|系列产品|业务)?|的?(?:研发|生产|制造|加工|开发|设计|销售)[、与和及]?(?:研发|生产|制造|加工|开发|销售)*(?:等)?)?(?:[,，。;；\n]|$)"
)
_CUSTOMERS = re.compile(
    r"(?:配套客户|主要客户|客户|为)(?:主要)?(?:有|包括|为|是|:|：)?(?P<who>[^,，。;；\n]{2,40}?)(?:等)?(?:企业|公司|品牌)?(?:提供?配套|配套|[,，。;；\n]|$)"
)
_GOODS = re.compile(
    r"(?:的)?(?P<goods>[^,，。;；、\d\n的]{2,18}?)(?:等|的|项目|生产|建设|智能|产品|基地|[,，。;；、\n]|$)"
)
_INDUSTRY_NOTE = re.compile(r"^[(（](?P<industry>[^()（）\d]{2,10})[)）]")
_ENDING = re.compile(rf"(?:{words.one_of('project_endings')})+$")
_NO_GOODS = words.pattern("no_goods")
_LIMIT = 420


@dataclass(frozen=True, slots=True)
class _Region:
    """A named project and the stretch of text that tells of it."""

    named: Named
    sentence: Sentence
    start: int
    end: int


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every project the page names, once a telling."""
    for region in _regions(page):
        yield _project(page, scope, region)


def _regions(page: Page) -> Iterator[_Region]:
    anchors = list(_anchors(page))
    for at, (sentence, one) in enumerate(anchors):
        following = anchors[at + 1] if at + 1 < len(anchors) else None
        limit = following[1].lead if following else len(page.text.clean)
        if one.listed is not None and not one.entry:
            following_item = page.text.clean[one.span.end : one.span.end + 1] in "(（"
            end = one.span.end + (14 if following_item else 0)
        else:
            end = _reach(page, sentence, one, limit)
        yield _Region(one, sentence, one.lead if not one.listed else one.span.start, end)


def _anchors(page: Page) -> Iterator[tuple[Sentence, Named]]:
    told: list[tuple[Sentence, Named]] = []
    for sentence in page.sentences:
        if sentence.line.kind in (LineKind.PROSE, LineKind.CAPTION):
            told.extend((sentence, one) for one in named(page, sentence))
    told.extend(_told_again(page, told))
    yield from sorted(told, key=lambda pair: pair[1].span.start)


def _told_again(page: Page, told: list[tuple[Sentence, Named]]) -> list[tuple[Sentence, Named]]:
    """Later tellings by the bare name: 其中捷尔达汽车精密件已竣工投产."""
    names = sorted({_bare(one.name) for _, one in told}, key=len, reverse=True)
    names = [name for name in names if len(name) >= 4][:200]
    if not names:
        return []
    taken = [one.span for _, one in told]
    again: list[tuple[Sentence, Named]] = []
    pattern = re.compile("|".join(map(re.escape, names)))
    for sentence in page.sentences:
        if sentence.line.kind is not LineKind.PROSE:
            continue
        for match in pattern.finditer(page.text.clean, *sentence.span):
            span = Span(*match.span())
            if not any(span.meets(other) for other in taken):
                again.append((sentence, Named(match.group(), span, span.start)))
    return again


def _bare(name: str) -> str:
    return re.sub(r"(?:建设项目|项目|工程)$", "", name)


def _reach(page: Page, sentence: Sentence, one: Named, limit: int) -> int:
    """How far the telling of a project goes: its sentence, then those that go on about it."""
    end = min(sentence.span.end, limit)
    last = min(one.span.start + _LIMIT, limit)
    for following in page.after(sentence):
        if following.paragraph != sentence.paragraph or following.span.start >= last:
            break
        if not one.entry and not _CONTINUES.match(following.says):
            break
        end = min(following.span.end, last)
    return max(end, one.span.end)


def _project(page: Page, scope: Scope, region: _Region) -> Fact:
    one = region.named
    fields: dict[str, Any] = {"name": page.told(one.name, one.span, pattern="projects")}
    fields |= _figures(page, region)
    fields |= _parties(page, region)
    fields |= _place(page, scope, region)
    fields |= _goods(page, region)
    fields |= _stage(page, region)
    start = one.listed if one.listed is not None else region.start
    quote, evidence = page.quoted(min(start, one.span.start), _proof_end(page, region, fields))
    return Project(host=scope.host(one.span.start), quote=quote, evidence=evidence, **fields)


def _proof_end(page: Page, region: _Region, fields: dict[str, Any]) -> int:
    """The end of the last words that prove a field, so that the quote is no longer than need be."""
    ends = [page.clean_end(e) for told in fields.values() for e in told.evidence]
    return max(region.named.span.end, min(max(ends), region.end))


def _figures(page: Page, region: _Region) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for mention in page.within(region.start, region.end):
        quantity = mention.value
        if not isinstance(quantity, Quantity):
            continue
        lead = page.says(max(region.start, mention.span.start - 24), mention.span.start)
        role = role_of(quantity, _clause(lead))
        if role is None and _opens_name(page, region, mention):
            role = FigureRole.INVESTMENT
        name = _FIELDS.get(role) if role else None
        if name == "annual_sales" and role is FigureRole.OUTPUT and name in found:
            continue
        if name and name not in found:
            found[name] = page.told(quantity, mention.span)
    return found


_FIELDS = {
    FigureRole.INVESTMENT: "investment",
    FigureRole.SALES: "annual_sales",
    FigureRole.OUTPUT: "annual_sales",
    FigureRole.TAX: "annual_tax",
    FigureRole.LAND: "land",
    FigureRole.FLOOR: "floor_area",
    FigureRole.CAPACITY: "capacity",
}


def _clause(lead: str) -> str:
    """The last clause of the words before a figure; 、 parts figures too."""
    return re.split(r"[,，。;；]", lead)[-1]


def _opens_name(page: Page, region: _Region, mention: Mention) -> bool:
    """Whether bare money leads into the name: 4000万欧元的…项目."""
    assert isinstance(mention.value, Quantity)
    if mention.value.unit.dimension is not Dimension.MONEY:
        return False
    return (
        mention.span.end <= region.named.span.start
        and page.says(mention.span.end, mention.span.end + 1) == "的"
    )


def _parties(page: Page, region: _Region) -> dict[str, Any]:
    clean, one = page.text.clean, region.named
    investors: dict[str, Span] = {}
    for mention in page.within(max(region.start, one.lead), region.end):
        name = mention.value
        if not isinstance(name, Name) or name.kind not in _INVESTORS:
            continue
        lead = clean[max(region.start, mention.span.start - 20) : mention.span.start]
        tail = clean[mention.span.end : min(region.end, mention.span.end + 24)]
        before = mention.span.end <= one.span.start
        gap = clean[mention.span.end : one.span.start] if before else ""
        adjoins = before and len(gap) <= 1
        by = _INVESTED_BY.search(lead) is not None
        invests = _INVESTS.match(tail) is not None
        talks = before and _TALKED.search(lead) is not None and _TALKS.search(gap) is not None
        joined = (
            bool(investors)
            and lead.endswith(("、", "和", "与", "及"))
            or (tail[:1] in ("、", "与", "和") and _INVESTS.search(tail) is not None)
        )
        if adjoins or by or invests or talks or joined:
            investors.setdefault(name.text, mention.span)
    found: dict[str, Any] = {}
    if investors:
        found["investors"] = page.told(tuple(investors), *investors.values())
    return found


def _place(page: Page, scope: Scope, region: _Region) -> dict[str, Any]:
    clean, one = page.text.clean, region.named
    found: dict[str, Any] = {}
    host = scope.host(one.span.start)
    for mention in page.within(region.start, region.end):
        name = mention.value
        if not isinstance(name, Name) or name.kind not in _SITES or name.text == host:
            continue
        lead = clean[max(region.start, mention.span.start - 12) : mention.span.start]
        if mention.span.meets(one.span):
            continue
        if _SITE.search(lead) or (_AT_SITE.search(lead) and mention.span.end <= one.span.start):
            found["site"] = page.told(name.text, mention.span)
            break
    if "site" not in found:
        match = _SITE_WORDS.search(clean, one.span.start, region.end)
        if match:
            found["site"] = page.told(match["site"].lstrip("于在"), Span(*match.span("site")))
    origin = _ORIGIN.search(clean, region.start, region.end)
    if origin:
        found["origin"] = page.told(origin["origin"], Span(*origin.span("origin")))
    return found


def _goods(page: Page, region: _Region) -> dict[str, Any]:
    clean, one = page.text.clean, region.named
    found: dict[str, Any] = {}
    note = _INDUSTRY_NOTE.match(clean[one.span.end : one.span.end + 14])
    if note:
        start = one.span.end + note.start("industry")
        found["industry"] = page.told(note["industry"], Span(start, start + len(note["industry"])))
    said = _PRODUCTS.search(clean, one.span.end, region.end)
    if said:
        found["product"] = page.told(said["goods"], Span(*said.span("goods")))
    elif goods := _made(page, region) or _in_name(page, one):
        found["product"] = goods
    customers = _CUSTOMERS.search(clean, one.span.end, region.end)
    if customers and "客户" in customers.group():
        who = tuple(part for part in re.split(r"[、和与]", customers["who"]) if len(part) > 1)
        if who:
            found["customers"] = page.told(who, Span(*customers.span("who")))
    return found


def _made(page: Page, region: _Region) -> Any:
    """The goods after a yearly capacity: 年产600万套汽车座椅滑轨."""
    for mention in page.within(region.start, region.end):
        if not isinstance(mention.value, Quantity):
            continue
        if page.says(mention.span.start - 2, mention.span.start) in ("年产", "日产"):
            match = _GOODS.match(page.text.clean, mention.span.end, region.end)
            if match:
                return page.told(match["goods"], Span(*match.span("goods")))
    return None


def _in_name(page: Page, one: Named) -> Any:
    """Goods named inside a project's own name: 钛材项目 → 钛材."""
    bare = _ENDING.sub("", one.name)
    if len(bare) < 2 or _NO_GOODS.search(one.name) or is_generic(bare) or "公司" in bare:
        return None
    if not (one.name.endswith(("项目", "生产线", "基地")) or one.entry):
        return None
    return page.told(bare, one.span)


def _stage(page: Page, region: _Region) -> dict[str, Any]:
    one, sentence = region.named, region.sentence
    start = one.listed if one.listed is not None and not one.entry else region.start
    told = stage_between(page, start, max(region.end, one.span.end))
    if told is None and one.entry:
        told = _heading_stage(page, sentence)
    if told is None:
        return {}
    stage, key = told
    found: dict[str, Any] = {"stage": page.told(key, stage.span)}
    day = _day_of(page, sentence, stage, start)
    if day is not None:
        found["stage_date"] = page.told(day.value, day.span)
    return found


def _heading_stage(page: Page, sentence: Sentence) -> tuple[Mention, str] | None:
    """The stage of the list that an entry stands in: 部分签约项目如下:."""
    for previous in page.before(sentence, 12):
        if _NUMBERED_ENTRY.match(previous.says):
            continue
        if not re.search(r"项目|名单|如下|[:：]$", previous.says):
            return None
        terms = [m for m in previous.terms if _is_stage(m)]
        return (terms[-1], terms[-1].value.key) if terms else None  # type: ignore[union-attr]
    return None


_NUMBERED_ENTRY = re.compile(r"^[\s　]*+(?:[（(]?[0-9０-９]{1,3}[)）.．、]|[◎●★■▲◆·•※☆○▶])")


def _is_stage(mention: Mention) -> bool:
    return isinstance(mention.value, Term) and mention.value.kind is TermKind.STAGE


def _day_of(page: Page, sentence: Sentence, stage: Mention, start: int) -> Mention | None:
    """The day of a stage: the last time told before it in its sentence."""
    low = max(sentence.span.start, stage.span.start - 60)
    times = [
        m
        for m in page.within(low, stage.span.start)
        if isinstance(m.value, Period)
        and m.value.is_resolved
        and m.value.start is not None
        and m.value.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR)
    ]
    return times[-1] if times else None
