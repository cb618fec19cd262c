"""Which sentences go on about a project after the one that names it: 该项目占地112亩…."""

import re
from collections.abc import Iterator

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.anchors import bare
from yinfeng.facts.projects.entries import card_end, is_card
from yinfeng.facts.projects.names import Named
from yinfeng.values import Name, NameKind, Span

_CONTINUES = re.compile(
    r"[\s“]*(?:[^,，。;；]{2,8}[,，](?=该)|据[^,，。;；]{1,24}(?:介绍|透露|称)[,，])?(?:该项目|这一项目|这个项目|整个项目|该工程|该(?:产业)?园区?(?=由|总|规划|占地|计划|建|分)|该(?:基地|中心|工厂|生产线)|项目|(?:我们的?)?产品|其|建成后|投产后|达产后|全部|占地|总投资|计划|预计|一期|规划|由|主要|产品|年产|目前|现|拟|投资方|该公司|该企业|公司|企业|选址|位于|总建筑面积"
    r"|这个总投资|这个投资|基地|园区|工厂|[\d]{4}年底?启动|开园|双方)"
)
_RESUMES = re.compile(
    r"(?:该项目|这一项目|这个(?:总投资[^,，。;；的]{1,12}的)?项目|(?:[,，]|日)项目(?=总?投资|占地|用地|计划|建成|达产|正式|已|成功|签约|开工|竣工|投产))"
)
_ITS_OWN = re.compile(
    r"[\s“”]*(?:【[^】]{2,8}】)?(?:(?:截[至止]目前|目前|如今)[,，]?|(?:据(?:悉|了解)|[^,，。;；:：“”]{0,24}(?:介绍|透露|称|告诉记者|表示|说))[,，:：]“?)?(?:(?:该|这个|整个)(?:项目|工程)|项目(?=总?(?:投资|占地|用地|规划|建筑)|选址|计划|建成|达产|投产|由|主要|位于|一期|全部|分(?!别)|现|目前|已|自(?!身|主|愿)|购置|采用|主体|开工))"
)
_DATED = re.compile(
    r"[\s“]*(?:去年|今年|当年|明年|同年|\d{4}年|\d{1,2}月)[^,，。;；]{0,10}(?:开工|动工|签约|投产|竣工|封顶|奠基|摘牌|开建)"
)
_AGREES = re.compile(
    r"[\s“]*(?:目前|现|会上|最终|截至目前)?[,，]?双方[^,，。]{0,6}(?:达成|签|洽谈|商定|敲定)"
)
_MONEY_TALK = re.compile(r"投资|占地|用地|年产|厂房")
_FIRMS = (NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)
_LIMIT = 420
_PARTED = (";", "；")
_MISSED = 2


def more_of(page: Page, sentence: Sentence, one: Named, limit: int) -> Iterator[Span]:
    """The stretches before *limit* that go on about a project; a card's key lines."""
    end = sentence.span.end
    if is_card(page.text.clean, end):
        yield Span(end, card_end(page, end))
        return
    firms = _full_names(sentence)
    missed = 0
    for following in page.after(sentence):
        if following.span.end > limit or missed > _MISSED:
            break
        if following.span.start > one.span.start + _LIMIT:
            break
        # 其中,厂房4万平方米;车间2万平方米: the parts of one list are missed once.
        is_part = page.says(following.span.start - 1, following.span.start) in _PARTED
        if _is_apart(page, sentence, following):
            missed += not is_part
        elif one.entry or _is_of(page, one, following, firms, is_next=not missed):
            missed = 0
            yield following.span
        else:
            missed += not is_part


def _is_apart(page: Page, sentence: Sentence, following: Sentence) -> bool:
    """Whether another paragraph begins that does not take the project up again."""
    if following.paragraph == sentence.paragraph:
        return False
    return _ITS_OWN.match(page.text.clean, *following.span) is None


def _is_of(
    page: Page, one: Named, following: Sentence, firms: tuple[str, ...], *, is_next: bool
) -> bool:
    """Whether a sentence goes on about a project, or about the firm that brings it."""
    clean, span = page.text.clean, following.span
    if (is_next and _CONTINUES.match(clean, *span)) or _RESUMES.search(clean, *span):
        return True
    if _ITS_OWN.match(clean, *span) or _AGREES.match(clean, *span):
        return True
    if is_next and _DATED.match(clean, *span):
        return True
    stem = bare(one.name)
    if len(stem) >= 4 and clean.startswith((stem[-2:], stem[-3:]), span.start):
        return True
    return _MONEY_TALK.search(clean, *span) is not None and any(
        m.value.text in firm
        for m in following.names
        if isinstance(m.value, Name) and m.value.kind in _FIRMS and len(m.value.text) >= 3
        for firm in firms
    )


def _full_names(sentence: Sentence) -> tuple[str, ...]:
    """The full names of firms in a sentence, which later ones tell of by short names."""
    return tuple(
        m.value.text
        for m in sentence.names
        if isinstance(m.value, Name) and m.value.kind in _FIRMS and len(m.value.text) >= 6
    )
