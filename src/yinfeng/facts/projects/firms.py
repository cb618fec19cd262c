"""Firms told of as projects: their works are what is invested in, and no project is named besides.

鹿鹿通食品公司是该镇新投产的项目; 总投资2000万元的宏达鞋材厂; 已落户的鲁宝鞋业有限公司,年加工运动鞋
120万双; 天环食品公司拟搬迁扩建,投资约八千万元.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.money import invested_before
from yinfeng.facts.projects.names import CLAUSE, Named, named_at
from yinfeng.facts.projects.roles_of_figures import FigureRole, role_of
from yinfeng.values import Mention, Name, NameKind, Quantity

_IS_PROJECT = re.compile(
    r"(?:是|为|就是|成为|作为)[^,，。;；]{0,24}(?:投产|开工|签约|竣工|引进|落户|招引|在建|落地)[^,，。;；]{0,10}项目"
    r"|[^,，。;；项]{0,20}[,，](?:这个|该|这一)项目(?:总投资|总投入|计划投资)"
)
_SETTLED = re.compile(
    r"(?:落户|创办|引进|招引|新办|兴办|投资兴办|投产|入驻)的(?:[^,，。;；]{0,14}企业)?$"
)
_MAKES = re.compile(r"[^。;；]{0,20}?(?:从事|生产|年产|年加工|年处理|落户)")
_MEANS = re.compile(
    r"(?:[一-龥]{0,4}(?:盘下|买下|租下|拍下|收购|购入|竞得|租用)[^,，。;；]{2,24}[,，])?(?:[一-龥]{0,4}(?:拟|计划|有意|准备|将))[^,，。;；]{0,4}(?:搬迁|扩建|新建|投资|增资|新上|建设|征地|迁建|设厂|建厂)"
)
_CAME = re.compile(r"[^,，。;；]{0,12}(?:落户|入驻|签约|落地|注册)[^,，。;；]{0,10}[,，]")
_COMES = re.compile(r"引进|落户|入驻|签约|招引|落地|注册")
_IT_INVESTS = re.compile(r"[\s“]*(?:该|这家)?(?:公司|企业)(?:计划|拟|将|总)*投资")
# 投资8亿元的某某公司|锂电池负极材料项目: the project is named behind the firm.
_ITS_OWN = re.compile(r"(?:(?![的在将])[一-龥A-Za-z0-9]){2,18}?(?:项目|工程|生产线|基地)")
# 与甲公司等6家企业现场签约 counts those who signed.
_AMONG = re.compile(r"等\d+家")
_BROUGHT = re.compile(
    r"(?:引进|招引|引入)(?:了|一[家个])?(?:总|计划)?投资(?:额|达|约|近|超)*\d[\d.]*[万亿]元[多余]?$"
)
_FIRMS = (NameKind.FIRM, NameKind.GROUP)
_PLANTS = ("厂", "公司")


def firms(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The firms of a sentence that are themselves the projects."""
    for mention in sentence.names:
        if _is_firm(mention) and _is_told(page, sentence, mention):
            yield _named(page, sentence, mention)


def _is_firm(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and mention.value.kind in _FIRMS


def _is_told(page: Page, sentence: Sentence, mention: Mention) -> bool:
    clean, (start, end) = page.text.clean, mention.span
    if _AMONG.match(clean, end):
        return False
    if _IS_PROJECT.match(clean, end) or _is_invested(page, sentence, mention):
        return True
    settled = _SETTLED.search(clean, max(sentence.span.start, start - 24), start)
    return bool(settled and _MAKES.match(clean, end) and _has(page, sentence, end, _PRODUCED))


def intending(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The firms that mean to invest where no project is named: 某公司拟搬迁扩建,投资…."""
    if "项目" in sentence.says:
        return
    for mention in sentence.names:
        if (
            _is_firm(mention)
            and not _AMONG.match(page.text.clean, mention.span.end)
            and _puts_money(page, sentence, mention.span.end)
        ):
            yield _named(page, sentence, mention)
            return


def _puts_money(page: Page, sentence: Sentence, end: int) -> bool:
    clean = page.text.clean
    if _MEANS.match(clean, end) or _CAME.match(clean, end):
        return _has(page, sentence, end, _INVESTED)
    low, high = max(sentence.span.start, end - CLAUSE), min(sentence.span.end, end + CLAUSE)
    if not _COMES.search(clean, low, high):
        return False
    following = next(iter(page.after(sentence)), None)
    return (
        following is not None
        and following.paragraph == sentence.paragraph
        and _IT_INVESTS.match(following.says) is not None
        and "项目" not in following.says
        and _has(page, following, following.span.start, _INVESTED)
    )


_PRODUCED = frozenset((FigureRole.CAPACITY, FigureRole.SALES, FigureRole.OUTPUT, FigureRole.TAX))
_INVESTED = frozenset((FigureRole.INVESTMENT, FigureRole.LAND))


def _named(page: Page, sentence: Sentence, mention: Mention) -> Named:
    return replace(named_at(page, sentence, mention.span), of_firm=True)


def _is_invested(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """总投资2000万元的宏达鞋材厂: the plant is what the money builds."""
    name, start = mention.value, mention.span.start
    assert isinstance(name, Name)
    following = page.says(mention.span.end, mention.span.end + 8)
    if _ITS_OWN.match(page.text.clean, mention.span.end):
        return False
    return (
        name.text.endswith(_PLANTS)
        and (page.says(start - 1, start) == "的" or _brought_in(page, sentence, start))
        and invested_before(page, sentence, start)
        and not re.match(r".{0,6}(?:项目|年产|投资|建设|生产|[一二三]期|工程|扩建|技改)", following)
    )


def _brought_in(page: Page, sentence: Sentence, start: int) -> bool:
    """Whether what a town brought in follows its sum at once: 引进投资5000万元|云溪能源公司."""
    return _BROUGHT.search(page.text.clean, max(sentence.span.start, start - 24), start) is not None


def _has(page: Page, sentence: Sentence, start: int, roles: frozenset[FigureRole]) -> bool:
    clean = page.text.clean
    return any(
        role_of(m.value, clean[max(start, m.span.start - 16) : m.span.start]) in roles
        for m in page.within(start, min(sentence.span.end, start + CLAUSE))
        if isinstance(m.value, Quantity)
    )
