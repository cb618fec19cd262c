"""Works told only by what is done to a firm's own plant: 某电子厂正在实施总投资6000万元的扩建工程.

扩建工程 and 技改项目 sort, so nothing else names them; the firm that does them lends its name.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.money import money_before
from yinfeng.facts.projects.names import Named, named_at
from yinfeng.values import Mention, Name, NameKind, Span

_REBUILD = re.compile(
    r"(?:元|了|的|施|动|进|建)的?(?P<what>(?:改扩建|扩建|技改|技术改造|迁建|搬迁改造|增资扩产|扩产|扩能|二期|三期|四期)"
    r"(?:项目|工程))(?![名类库部])"
)
_STREET = re.compile(
    r"(?:实施|进行|完成|启动|推进|用于)(?:了|对)?(?P<what>[一-龥]{2,8}?(?:路|街|巷|河|渠|桥|大道|集镇)(?:综合|景观|沿线)?"
    r"(?:改造|整治|提升|拓宽|扩建|硬化|绿化|亮化)+)(?=[,，。;；、]|$)"
)
# 推动恒岭纺织技改、华泽电缆扩产: the firms' short names say whose works they are.
_UPGRADE = (
    r"[^,，。;；:：、\d的了和等]{2,12}?"
    r"(?:技改|技术改造|智能化改造|数字化改造|增资扩产|扩产|扩能|扩建)"
)
_UPGRADES = re.compile(
    rf"(?:推动|推进|实施|加快|支持|完成|抓好|启动|促进)了?(?P<items>{_UPGRADE}(?:[、和]{_UPGRADE})+)(?!项目|工程)"
)
_ONE = re.compile(_UPGRADE)
# 推动企业技改、设备扩能: what anybody does.
_ANYBODY = re.compile(
    r"[^、]{0,4}?(?:企业|传统|产业|工业|设备|重点|规上|规模|老旧|智能|数字|绿色|园区|厂房|公司)[^、]{0,4}?(?:技改|技术改造|改造|扩产|扩能|扩建)|(?:道路|电网|管网)"
)
_FIRMS = (NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)
_STOP = re.compile(r"[。;；]")


def rebuilds(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The works that a sentence names only by what is done: a firm's plant, a street."""
    yield from _streets(page, sentence)
    if "技改" in sentence.says or "扩" in sentence.says or "改造" in sentence.says:
        yield from _upgrades(page, sentence)
    if "项目" not in sentence.says and "工程" not in sentence.says:
        return
    for match in _REBUILD.finditer(page.text.clean, *sentence.span):
        span = Span(*match.span("what"))
        owner = _owner(page, sentence, span.start)
        if owner is None or money_before(page, sentence, span.start) is None:
            continue
        assert isinstance(owner.value, Name)
        named = named_at(page, sentence, span)
        yield Named(owner.value.text + match["what"], span, min(named.lead, owner.span.start))


def _streets(page: Page, sentence: Sentence) -> Iterator[Named]:
    """Streets and rivers that money mends: 投资8000万元实施南渠路改造."""
    for match in _STREET.finditer(page.text.clean, *sentence.span):
        span = Span(*match.span("what"))
        money = money_before(page, sentence, span.start)
        if money is not None:
            named = named_at(page, sentence, span)
            yield Named(named.name, span, min(named.lead, money.span.start), of_thing=True)


def _upgrades(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The works of firms that a list names by what is done to them: 恒岭纺织技改、华泽电缆扩产."""
    clean = page.text.clean
    for match in _UPGRADES.finditer(clean, *sentence.span):
        items = [Span(*one.span()) for one in _ONE.finditer(clean, *match.span("items"))]
        if any(_ANYBODY.match(clean, *item) for item in items):
            continue
        for item in items:
            yield Named(page.says(*item), item, item.start, match.start())


def _owner(page: Page, sentence: Sentence, at: int) -> Mention | None:
    """The last firm named before *at* in the same run of clauses."""
    firms = [
        m
        for m in sentence.names
        if m.span.end <= at and isinstance(m.value, Name) and m.value.kind in _FIRMS
    ]
    if not firms or _STOP.search(page.says(firms[-1].span.end, at)):
        return None
    return firms[-1]
