"""Enterprises of a telling of help that no recognised name tells: by number, owner, brand, loan.

为A、B等12家企业, 外商金先生的工厂, 茶企“云雾山房”, 农商行为云海鑫授信2000万元, 一家食品企业.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yinfeng.facts.page import Page, Sentence
from yinfeng.values import Mention, Name, NameKind, Span

_SEVERAL = re.compile(
    r"(?P<verb>帮助|协助|助力|支持|为|给|向|对|帮|促成|委托[^,，。;；\n]{2,14}[对为])"
    r"(?P<who>(?:[^,，。;；\n为帮对给向]{2,24}?等)?[0-9]+(?:余|多)?家[^,，。;；\n0-9的]{0,8}?"
    r"(?:企业|公司|厂|商户|工厂|合作社|门店))"
)
_ANY = re.compile(
    r"家(?:中小|小微|规上|重点|骨干|各类|民营|外资|本地|工业|困难|园区|辖区|出口)*(?:企业|公司|工厂|商户)$"
)
_LENT = re.compile(r"授信|贷款|放贷|放款|融资")
_OWNERS = ("先生的", "女士的", "老板的", "总的")
_OWNED = re.compile(
    r"(?<![一-龥])(?P<who>[一-龥]{2,5}(?:先生|女士|老板|总)的[一-龥]{0,6}?(?:工厂|企业|公司|厂|农场|作坊))"
    r"(?=因|由于|缺|面临|遇到|急需|苦于)"
)
_QUOTED = re.compile(
    r"(?:企业|[一-龥]企|公司|商户|工厂|合作社)(?P<who>“[一-龥A-Za-z0-9]{2,10}”)"
    r"(?=(?:一度|正|也|还|又|曾)?(?:因|由于|缺|面临|遇到|遭遇|急需|亟需|苦于|想|需要|资金|用工|融资))"
)
# A borrower of whom only the trade name is told: 某某农商行为云海鑫授信2000万元.
_BORROWER = re.compile(
    r"[为向给对](?P<who>[一-龥]{2,5}?)(?:新增|成功|及时|发放|提供|办理|投放|落实|追加)*"
    r"(?:授信|贷款|放贷|放款|[^,，。;；\n]{0,8}?\d[\d.]*[万亿]元[^,，。;；\n]{0,8}?(?:授信|贷款))"
)
_NOBODY = re.compile(
    r"企业|公司|客户|[农商租住业]户|主体|项目|[我其该全各这那]|小微|中小|个体|市场|园区|养殖|种植|经营|[家人员者民们村镇县市区街]|行业|产业|发展|一批|[的等和与将上下]"
)
_ANONYMOUS = re.compile(
    r"(?P<who>(?:一家|某|这家)[^,，。;；、\n]{0,10}?(?:企业|公司|工厂|厂(?!房)|合作社))"
    r"(?=[^,，。;；\n]{0,6}?(?:因|由于|缺|面临|遇到|遭遇|急需|苦于|想|需要|反映|资金|用工|用电|融资))"
)
# 在服务员的帮助下,当地|一家物流企业|完成了1000万元贷款
_AIDED = re.compile(
    r"(?:帮助|协调|牵线|支持|帮扶|对接)下[,，](?:当地|辖区内?|镇上|园区内?)?"
    r"(?P<who>一家[^,，。;；、\n]{0,10}?(?:企业|公司|工厂|合作社))"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One telling: the enterprise and where it is named, and the stretch that may tell of it.

    The enterprise of a speaker is told behind the words that tell of the help.
    """

    who: str
    span: Span
    start: int
    end: int
    is_helped: bool
    is_loose: bool = False
    is_speaker: bool = False


def several(page: Page, sentence: Sentence) -> Iterator[Case]:
    """Helped enterprises told as a number of them: 为A、B等12家企业."""
    if "家" in sentence.says:
        for match in _SEVERAL.finditer(page.text.clean, *sentence.span):
            is_any = "等" not in match["who"] and _ANY.search(match["who"])
            if not is_any or _LENT.search(sentence.says):
                yield Case(match["who"], Span(*match.span("who")), *sentence.span, True)


def owned(page: Page, sentence: Sentence) -> Iterator[Case]:
    """Works told only by who owns them: 外商金先生的镇上工厂."""
    is_told = any(owner in sentence.says for owner in _OWNERS)
    return _matched(page, sentence, _OWNED) if is_told else iter(())


def quoted(page: Page, sentence: Sentence) -> Iterator[Case]:
    """A firm told by its brand in quotation marks: 茶企“云雾山房”因商标被抢注."""
    return _matched(page, sentence, _QUOTED) if "“" in sentence.says else iter(())


def nameless(page: Page, sentence: Sentence) -> Iterator[Case]:
    """A firm that the text keeps nameless: 一家食品企业因…."""
    yield from _matched(page, sentence, _ANONYMOUS, is_loose=True)
    for match in _AIDED.finditer(page.text.clean, *sentence.span):
        yield Case(match["who"], Span(*match.span("who")), *sentence.span, True)


def lent(page: Page, sentence: Sentence) -> Iterator[Case]:
    """A borrower told by trade name alone, where a bank is named that lends."""
    if not _LENT.search(sentence.says) or not any(map(_is_bank, sentence.names)):
        return
    for match in _BORROWER.finditer(page.text.clean, *sentence.span):
        if not _NOBODY.search(match["who"]) and not page.is_inside_name(match.start("who")):
            yield Case(match["who"], Span(*match.span("who")), *sentence.span, True)


def _is_bank(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and mention.value.kind is NameKind.BANK


def _matched(
    page: Page, sentence: Sentence, pattern: re.Pattern[str], *, is_loose: bool = False
) -> Iterator[Case]:
    for match in pattern.finditer(page.text.clean, *sentence.span):
        yield Case(match["who"], Span(*match.span("who")), *sentence.span, False, is_loose)
