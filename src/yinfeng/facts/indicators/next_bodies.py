"""What was told of one town or park, told of the next by its name alone.

城关镇完成规上工业产值41.2亿元;柏木镇26.35亿元,石渡镇19.8亿元: the thing is named once. 从增速看,
石渡镇增长32.7%: the growth of what was told of that town before.
"""

import re
from collections.abc import Sequence

from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.indicators.growths import falls_by, growth_in, is_change
from yinfeng.facts.page import Page
from yinfeng.values import Dimension, Mention, Name, NameKind, Span

# A county or zone that no list of names knows: 宜河县71.2亿元、高新区68.8亿元.
_UNKNOWN = re.compile(
    r"(?:^|[、,，:：;；\s])(?:其中)?(?P<name>[一-龥]{1,4}(?:[县区市]|开发区|高新区|经开区|新区))"
    r"(?P<rest>[^、,，:：;；。\d]{0,8})$"
)
# 到位资金总量前三位的是:临江区96.5亿元 names what is told of each.
_RANKED = re.compile(
    r"(?P<what>[一-龥]{2,12}?)(?:总量|规模|总额)?(?:居|排名|位列|排)?(?:全[县市区镇])?(?:的)?前[一二三四五六七八九十\d]+"
    r"(?:位|名)?的?(?:[县区镇乡]|街道|乡镇)*(?:分别)?(?:是|为|有)?[:：]"
)
_NO_BODY = re.compile(
    r"^(?:全|我|该|本|各|两|三|个|辖|园|地|城|市|郊|建成|首开|起步|核心|启动|拓展|规划|示范)|[了的]|全[县市区]"
    r"|(?:园|社|小|片|辖|老|城|厂)区$"
)
# Only a list of counties is a list of what else ends so.
_OF_COUNTIES = re.compile(r"县区|区县|县市|各区|分区|前[一二三四五六七八九十\d]+(?:位|名)")
_BACK = 90
_KINDS = (
    NameKind.TOWN,
    NameKind.ZONE,
    NameKind.VILLAGE,
    NameKind.PARK,
    NameKind.BUILDING,
)
_AHEAD = re.compile(r"(?:其中|另有|此外|而|[\s、,，和及“])*")
_IS = re.compile(r"(?:分别|已|共|则|也|仅)*(?:为|是|达到?|完成|实现|有|约|超过?|近)?(?:了)?")
_GROWS = re.compile(
    r"(?:同比|则|也|分别|较上年|比上年|较去年|比去年)*(?:增|下|提|上|减|回|降|大|负|⬆|↑|⬇|↓)"
)
# How a body's name, or the word between it and its figure, can end.
_LAST = frozenset("镇乡村道园区县市厦楼城港谷院馆场心地站厂房为是达到成现有约超过近了")
_FAR, _LABEL = 24, 30


def told_of_the_next(
    page: Page, figure: Mention, start: int, found: Sequence[Draft], told: Sequence[Draft]
) -> Draft | None:
    """The figure by the name of what was told of the body before; None where it has its own."""
    body = _alone(page, figure, start)
    if body is None:
        return None
    first, end, of = body.span.start, figure.span.end, _told_last(figure, [*told, *found])
    ranked = None if found else _ranked(page, start)
    if ranked is not None:
        name, span, counted = page.says(*ranked), ranked, ""
    elif of is not None:
        name, span, counted = of.name, of.name_span, of.counted
    else:
        return None
    return Draft(figure, name, span, first, end, counted, body=body, of=_unlisted(body))


def grown_of_the_next(
    page: Page, figure: Mention, start: int, found: Sequence[Draft], told: Sequence[Draft]
) -> Draft | None:
    """The draft that has the figure as its growth: what was told of the same body, or a new one."""
    body = _leading(page, figure, start)
    if body is None:
        return None
    lead = page.says(body.span.end, figure.span.start)
    if not _GROWS.match(lead) or not growth_in(lead):
        return None
    falls, name = falls_by(lead), page.says(*body.span)
    measured = [draft for draft in (*told, *found) if _can_grow(draft)]
    for draft in reversed(measured):
        if draft.yoy is None and not draft.grows and _body_name(page, draft) == name:
            draft.yoy, draft.falls = figure, falls
            return draft
    if not measured:
        return None
    of, end = measured[-1], figure.span.end
    return Draft(
        figure,
        of.name,
        of.name_span,
        body.span.start,
        end,
        grows=True,
        falls=falls,
        body=body,
        of=_unlisted(body),
    )


def _can_grow(draft: Draft) -> bool:
    is_ratio = quantity_of(draft.figure).unit.dimension is Dimension.RATIO
    return draft.grows or not (is_ratio or is_change(draft))


def _alone(page: Page, figure: Mention, start: int) -> Mention | None:
    """The body that stands by itself before a figure."""
    if page.text.clean[figure.span.start - 1] not in _LAST:
        return None
    body = _leading(page, figure, start)
    if body is None or not _IS.fullmatch(page.says(body.span.end, figure.span.start)):
        return None
    return body


def _leading(page: Page, figure: Mention, start: int) -> Mention | None:
    """The last body before a figure in its clause, if only a list leads up to it."""
    at = figure.span.start
    for mention in reversed(page.within(max(start, at - _FAR), at)):
        name = mention.value
        if isinstance(name, Name) and name.kind in _KINDS:
            ahead = page.says(start, mention.span.start)
            listed = ahead.rfind("、")
            return mention if _AHEAD.fullmatch(ahead[listed + 1 :]) else None
    unknown = _UNKNOWN.search(page.says(max(0, start - 1, at - _FAR), at))
    if unknown is None or _NO_BODY.search(unknown["name"]):
        return None
    if _OF_COUNTIES.search(page.says(max(0, start - _BACK), at)) is None:
        return None
    end = at - len(unknown["rest"])
    return Mention(Span(end - len(unknown["name"]), end), Name(unknown["name"], NameKind.PLACE))


def _unlisted(body: Mention) -> str:
    """The name of a body that no recogniser knows, and so no subject would be."""
    assert isinstance(body.value, Name)
    return body.value.text if body.value.kind is NameKind.PLACE else ""


def _ranked(page: Page, start: int) -> Span | None:
    """What a label before the first body says is told of each: 到位资金总量前三位的是."""
    floor = max(0, start - _LABEL)
    for label in _RANKED.finditer(page.text.clean, floor, start):
        if label.end() == start:
            return Span(*label.span("what"))
    return None


def _told_last(figure: Mention, before: Sequence[Draft]) -> Draft | None:
    unit = quantity_of(figure).unit
    for draft in reversed(before):
        if quantity_of(draft.figure).unit == unit and not draft.grows and not is_change(draft):
            return draft
    return None


def _body_name(page: Page, draft: Draft) -> str:
    """The body that a draft is of, by its first words."""
    if draft.body is not None:
        return page.says(*draft.body.span)
    for mention in page.leaders_at(draft.start):
        if isinstance(mention.value, Name) and mention.value.kind in _KINDS:
            return page.says(*mention.span)
    return ""
