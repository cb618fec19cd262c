"""Firms told only by a short name: 恒译生物又追加投资7000万元, 川岷重机的刀盘生产线.

A short name is what stands before the money or before 的, where it ends like a firm's or comes
again on the page; no place, office, time or common word.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.facts.projects.edges import is_generic, name_start
from yinfeng.facts.projects.regions import Region
from yinfeng.lexicon.bodies import region_heads
from yinfeng.lexicon.leading import led
from yinfeng.lexicon.trade_words import trade_groups
from yinfeng.values import Mention, Name, NameKind, Span, Term

_OF_MONEY = re.compile(
    r"(?:在[^,，。;；]{2,8})?(?:又|再|还|也|已|将|拟|就|计划|正|共|一次性|[一二]期)*(?:把)?"
    r"(?:追加|总投资|投资|斥资|出资|拿出|投入)[^,，。;；]{0,30}"
    r"(?:[,，](?:用于)?(?:新建|建设|兴建|实施|改造|改建|扩建|上马|新上))?$"
)
_BY_SHORT = re.compile(
    r"由(?:本土|本地|当地)?(?:企业|公司)?(?P<who>[一-龥]{3,8}?)(?:独资|全资)?(?:投资|承接|出资|兴建|建设|实施)"
)
_NO_FIRM = re.compile(
    r"[镇县区市乡村街道里中上下内外前后年月日个家项级型类性化大小多新]$|[0-9]|的|政府|管委会|领导|书记|镇长|部门|客商|企业家|公司$|企业$|集团公司$|园区|项目|工程"
    r"|亿元|万元|规模|体量|最|首|第|步|之|先生|女士|老乡|我|本|该|其|全|同期|目前|近日"
)
_LIKE_A_FIRM = re.compile(
    led(
        "(?:"
        + "|".join(sorted(trade_groups(), key=len, reverse=True))
        + "|新材|瑞能|重机|纺机|特材|重科|智造|科)$"
    )
)
_WITH_PLACE = 5
_NO_OWNERS = (
    NameKind.PERSON,
    NameKind.TOWN,
    NameKind.GOVERNMENT,
    NameKind.ZONE,
    NameKind.VILLAGE,
    NameKind.PARK,
    NameKind.BANK,
)


def by_short_name(page: Page, region: Region) -> dict[str, Span]:
    """A firm told only by its short name: 恒译生物又追加投资7000万元, 川岷重机的刀盘生产线."""
    clean, one = page.text.clean, region.named
    end = _before_money(clean, region.own.start, one.span.start)
    start = name_start(clean, region.own.start, end)
    start += 2 if clean.startswith("企业", start) else 0
    if _is_short_name(page, Span(start, end)) and _leads_in(clean, end, one.span.start, one.name):
        return {clean[start:end]: Span(start, end)}
    stretch = Span(
        one.span.end, region.shared.end if region.own.end > one.span.end else one.span.end
    )
    by = _BY_SHORT.search(clean, *stretch)
    if by and _is_short_name(page, Span(*by.span("who"))):
        return {by["who"]: Span(*by.span("who"))}
    return {}


def _only_opens(mention: Mention, span: Span) -> bool:
    """Whether a park's name only opens the firm's: 深圳云谷|微联."""
    name = mention.value
    return type(name) is Name and name.kind is NameKind.PARK and mention.span.end < span.end


def _before_money(clean: str, low: int, end: int) -> int:
    """Where the words before 投资3亿元的 end, or those before a bare 的."""
    money = _OF_MONEY.search(clean, low, end)
    if money:
        return money.start()
    while end > low and clean[end - 1] in "的“":
        end -= 1
    return end


def _leads_in(clean: str, end: int, start: int, name: str) -> bool:
    """Whether what stands before a name owns it: by 的, by money, or by what it makes a year."""
    between = clean[end:start]
    return bool(between.strip("“")) or name.startswith("年产") or name[:1].isdigit()


def _is_short_name(page: Page, span: Span) -> bool:
    """Whether the words may be a firm's short name: no place, office, time or common word."""
    says = page.says(*span)
    if not 3 <= len(says) <= 9 or _NO_FIRM.search(says) or is_generic(says):
        return False
    from_afar = says[:2] in region_heads() and len(says) >= _WITH_PLACE
    if not from_afar and not _LIKE_A_FIRM.search(says) and page.text.clean.count(says) < 2:
        return False
    return not any(
        m.span.meets(span)
        and (type(m.value) is not Name or m.value.kind in _NO_OWNERS)
        and not _only_opens(m, span)
        for m in (*page.mentions_around(span.end), *page.within(span.start, span.end))
        if type(m.value) is not Term
    )
