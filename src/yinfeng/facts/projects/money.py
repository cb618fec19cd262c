"""The money that leads into what is built with it: 投资6000万元,建起了鞋底项目, 总投资2亿元的….

The sum may stand clauses before, where one deal is told: 签订投资协议,投资1.5亿元,租用…,建设….
"""

import re
from dataclasses import replace

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.names import Named, named_at
from yinfeng.facts.projects.roles_of_figures import FigureRole, role_of
from yinfeng.values import Dimension, Mention, Quantity

_THEN_BUILDS = re.compile(
    r"[,，](?:用于)?(?:在[^,，。;；]{2,10}?)?(?:新建|建设|兴建|修建|修通|建成|实施|改造|改建|打造|扩建|建起)了?(?:(?:[一两二三四五六七八九十]|\d{1,2})[条座个家处])?"
    r"(?:[\d.]+[一-龥]{1,3}的)?[“]?"
)
_ELSEWHERE = re.compile(r"[,，。;；]|项目|工程|落户|入驻")
_DEAL = 90
_DEAL_LEADS = re.compile(
    r"签[订署][^,，。;；]{0,14}(?:协议|合同)[,，](?:计划|拟|预计)?(?:总)?投资(?:约|近|超)?$"
)
_LATER = re.compile(
    r"[,，](?:(?!项目|工程)[^。;；]){0,60}[,，](?:计划)?(?:新建|建设|兴建|新上|建成|打造)了?(?:(?:[一两二三四五六七八九十]|\d{1,2})[条座个家处])?"
)


def led_by_money(page: Page, sentence: Sentence, one: Named) -> Named:
    """The name with the clause before it that tells what is invested in it."""
    money = money_before(page, sentence, one.span.start)
    if money is None and one.of_thing:
        money = _money_of_deal(page, sentence, one.span.start)
    if money is None or one.entry or money.span.start >= one.lead:
        return one
    return replace(one, lead=named_at(page, sentence, money.span).lead)


def invested_before(page: Page, sentence: Sentence, start: int) -> bool:
    """Whether an investment leads into what begins there: 总投资2000万元的…, 投资650万元建设…."""
    return money_before(page, sentence, start) is not None


def money_before(page: Page, sentence: Sentence, start: int) -> Mention | None:
    """The investment that leads into what begins at *start*, if one does."""
    clean = page.text.clean
    for mention in reversed(page.within(max(sentence.span.start, start - 40), start)):
        if not isinstance(mention.value, Quantity) or mention.span.end > start:
            continue
        if role_of(mention.value, clean[max(0, mention.span.start - 14) : mention.span.start]) in (
            FigureRole.INVESTMENT,
        ):
            between = clean[mention.span.end : start]
            leads = _ELSEWHERE.search(between) is None or _THEN_BUILDS.fullmatch(between)
            return mention if leads else None
    return None


def _money_of_deal(page: Page, sentence: Sentence, start: int) -> Mention | None:
    """The sum of the deal whose clauses end with what is built."""
    clean = page.text.clean
    for mention in page.within(max(sentence.span.start, start - _DEAL), start):
        lead = clean[max(sentence.span.start, mention.span.start - 24) : mention.span.start]
        if is_money(mention) and _DEAL_LEADS.search(lead):
            return mention if _LATER.fullmatch(clean[mention.span.end : start]) else None
    return None


def is_money(mention: Mention) -> bool:
    """Whether a mention is a sum of money."""
    value = mention.value
    return type(value) is Quantity and value.unit.dimension is Dimension.MONEY
