"""The parties of a project: who invests in it, where they come from, whom it will supply."""

import re

from yinfeng.facts.page import Page
from yinfeng.facts.projects.fields import ProjectFields
from yinfeng.facts.projects.hosting import takes_in_others
from yinfeng.facts.projects.investors import investors_of
from yinfeng.facts.projects.regions import Region
from yinfeng.lexicon import words
from yinfeng.lexicon.bodies import region_heads
from yinfeng.lexicon.leading import led
from yinfeng.values import Span

_COUNTRY = words.one_of("countries")
_ORIGIN = re.compile(
    rf"(?P<origin>[一-龥]{{2,4}}?)(?:籍|市)?(?:客商|商人|老板|投资者|投资商|乡贤|乡友|企业家)(?:独资|[一-龥]{{2,3}})?(?:拟|计划)?(?:投资|出资|兴办|创办|领办|新上|企业|独资)"
    rf"|来自(?P<afar>[一-龥]{{2,4}}?)市?的(?=[一-龥])"
    rf"|(?:外资|外商|侨资|港资|来自)[(（]?(?P<from>{_COUNTRY})[)）]?"
    rf"|(?P<country>{_COUNTRY})(?:的)?(?:企业|公司独资|独资|客商|财团|资本)"
)
# One of these stands in every origin: a cheap check before the pattern.
_COMES = re.compile(
    led(rf"客商|商人|老板|投资者|投资商|乡贤|乡友|企业家|外资|外商|侨资|港资|来自|{_COUNTRY}")
)
_COUNTRY_FIRST = re.compile(_COUNTRY)
_CUSTOMERS = re.compile(
    r"(?:(?:主要)?(?:配套)?客户(?:主要)?(?:有|包括|为|是|:|：)|(?:发往|销往|供应(?!链)|供货给|配套给|定销给|供应给))(?P<to>[^,，。;；\n]{2,40}?)(?:等[^,，。;；\n]{0,8})?(?=[,，。;；\n]|$)"
    r"|(?<!成)为(?P<for>[^,，。;；\n]{2,36}?)(?:等[^,，。;；\n]{0,10}?)?(?:提供)?配套(?=[,，。;；\n]|$)"
)
_CAPITAL = re.compile(r"(?P<of>[台港日韩德美法英])资(?=企业|[一-龥]{4,}项目)")
_CAPITALS = {
    "台": "台湾",
    "港": "香港",
    "日": "日本",
    "韩": "韩国",
    "德": "德国",
    "美": "美国",
    "法": "法国",
    "英": "英国",
}
_FUNDED = {
    "台资企业": "台湾",
    "台商": "台湾",
    "港资企业": "香港",
    "日资企业": "日本",
    "韩资企业": "韩国",
    "德资企业": "德国",
    "美资企业": "美国",
}
_LEADS_IN = frozenset("由是有为的目与和对")
_NOT_CUSTOMERS = re.compile(
    r"市场|地区|海外|国外|全国|周边|企业$|各地|产业|行业|国家|上海$|东南亚|欧美"
)
_NOTE = re.compile(r"[(（](?P<place>[一-龥]{2,4})[)）]")
_SPLIT = re.compile(r"[、和与及]")


def parties_of(page: Page, region: Region) -> ProjectFields:
    """The investors, origin and customers that a region tells of."""
    found: ProjectFields = {}
    investors = investors_of(page, region)
    if investors:
        found["investors"] = page.told(tuple(investors), *investors.values())
    return found | _origin(page, region) | _customers(page, region)


def origin_in(page: Page, span: Span) -> ProjectFields:
    """Where a stretch says that the investor comes from: 绍兴客商投资, 外资(香港)."""
    clean = page.text.clean
    match = _ORIGIN.search(clean, *span) if _COMES.search(clean, *span) else None
    if match is None:
        return {}
    group = next(key for key in ("origin", "afar", "from", "country") if match[key])
    if group == "afar" and match["afar"][:2] not in region_heads():
        return {}
    start, end = match.span(group)
    if group == "origin":
        if _TRADED.search(match[group]):
            return {}  # 瑞安汽配老板 is of a firm.
        start = _region_start(match[group], start)
    return {"origin": page.told(page.says(start, end), Span(start, end))}


def _region_start(words: str, start: int) -> int:
    """Where the region begins in the words before 客商: 由|厦门, 还有|惠州."""
    for at in range(len(words) - 1):
        if words[at : at + 2] in region_heads():
            return start + at
    return start + max(0, len(words) - 2) if words[:1] in _LEADS_IN else start


_TRADED = re.compile(
    r"(?:汽配|机械|电子|食品|服饰|鞋业|模具|家具|建材|科技|纺织|五金|光电|电器|塑料|化工)$"
)


def _origin(page: Page, region: Region) -> ProjectFields:
    for stretch in region.told:
        if found := origin_in(page, stretch):
            return found
        if takes_in_others(region.named.name):
            continue  # 包括两家德资企业 tells of a park's guests.
        capital = _CAPITAL.search(page.text.clean, *stretch)
        if capital:
            return {"origin": page.told(_CAPITALS[capital["of"]], Span(*capital.span()))}
        for word, origin in _FUNDED.items():
            at = page.text.clean.find(word, *stretch)
            if at >= 0:
                return {"origin": page.told(origin, Span(at, at + len(word)))}
    note = _NOTE.match(page.text.clean, region.named.span.end)
    if note and (note["place"][:2] in region_heads() or _COUNTRY_FIRST.fullmatch(note["place"])):
        return {"origin": page.told(note["place"], Span(*note.span("place")))}
    country = _COUNTRY_FIRST.match(region.named.name)
    if country:
        start = region.named.span.start
        return {"origin": page.told(country.group(), Span(start, start + len(country.group())))}
    return {}


def _customers(page: Page, region: Region) -> ProjectFields:
    if region.named.group is not None:
        return {}
    match = _CUSTOMERS.search(page.text.clean, region.named.span.end, region.whole.end)
    if not match:
        return {}
    group = "to" if match["to"] else "for"
    who = tuple(part.strip() for part in _SPLIT.split(match[group]) if len(part.strip()) > 1)
    if not who or any(_is_no_customer(part) for part in who):
        return {}
    return {"customers": page.told(who, Span(*match.span(group)))}


def _is_no_customer(part: str) -> bool:
    is_place = len(part) <= 3 and (part in region_heads() or part[:2] in region_heads())
    return is_place or len(part) > 14 or _NOT_CUSTOMERS.search(part) is not None
