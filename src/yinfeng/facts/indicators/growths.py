"""Growth and rates: a ratio told of the figure before it, or of a thing whose figure is unsaid.

同比增长17.49% is the growth of the figure before it; 固定资产投资增长12% has no other figure;
完成率120.14% and 占年度计划的86.5% are rates, figures of their own.
"""

import re
from collections.abc import Iterator

from yinfeng.facts import phrases
from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Dimension, Mention, Span, Status

_GROWTH = re.compile(
    led(
        r"(?:(?:剔除|扣除)[^,，。;；\d]{1,14}(?:后|影响)[,，]?)?(?:按(?:可比)?[^,，。;；\d]{1,6}(?:计算)?)?"
        r"(?P<on>同比|环比|同期|(?:与|和|同)(?:上年|去年|上一年)(?:同期)?相比|比(?:上年|去年|上一年)(?:同期)?|较(?:上年|去年|上一年)(?:同期)?|同口径)?"
        r"(?:分别|名义|实际|净|大幅|可比口径|逆势)?"
        r"(?P<way>比增|(?<![新净])[增降]|增长|增幅|增速|提高|上升|增加|提升|翻|下降|减少|回落|降低|下滑|负增长|[⬆↑⬇↓])"
        r"(?:了|达到|达|为|约|率为|率达|超过|超|近)*$"
    )
)
_MEAN = re.compile(r"(?:年均|平均)(?:增长|增速|增幅|递增)(?:率)?(?:达到|达|为|约|超过|超|近)*$")
_FALL = re.compile(r"降|下降|减少|回落|降低|下滑|负增长|[⬇↓]")
_RATE_LEAD = re.compile(
    rf"^[,，、(（]?(?:已|均|共|约|分别)*(?P<rate>{words.one_of('rates')}|占[^,，。;；\d]{{0,14}}"
    r"|(?:完成|达到?|超|超过|超额完成|为)(?:全年|年度|年初|年|省|市|县|区|镇|上级|市里|县里|区里|预定|既定)*"
    r"(?:[委政]府?|分配|下达|考核|责任|奋斗|核定|预期)*(?:全年|年度)?(?:的)?(?:目标|任务|计划|预算)[^,，。;；\d]{0,6})$"
)
# 占市下达全年考核目标任务的92.4%: the goal is named with its time, at which a clause is cut.
_RATE_OF_YEAR = re.compile(
    r"[,，、(（](?P<rate>(?:占|完成|为)[^,，。;；、(（\d]{0,6}(?:全年|年度|年初|年)[^,，。;；、(（\d]{0,8}"
    r"(?:目标|任务|计划|预算)[^,，。;；、(（\d]{0,4})$"
)
_OF_A_YEAR = 14
_BASE = re.compile(r"\d[\d.,]*[万亿]*[一-龥]{1,3}的$")
_RATE_END = re.compile(r"(?:已|的|达到|达|为|约|超过|超|近|了|数)+$")
_EXACTLY = re.compile(r"[、,，](?:已?达到?|为|高达|具体为)")
_NEAR = 12
_AGAINST = re.compile(
    r"(?P<on>(?:增速|增幅|降幅|进度)?(?:分别)?(?:高于|高出|低于|快于|好于|优于|快|超过|超出|领先于?|落后于?|(?:比|较)(?!上年|去年|同期)[^,，。;；\d]{2,10}?"
    r"(?:高出?|低|快|收窄|扩大|回升|回落|提高|提升|下降|加快))[^,，。;；\d]{0,12})$"
)
_GROWN_BEHIND = re.compile(
    r"(?:以上|左右)?的?(?:正|同比|高速|快速)?(?:增长|增速|增幅)(?=[,，。;；、]|$)"
)
_REACHED = re.compile(r"(?:实现|保持|维持|取得|获得)了?$")
_GOAL = re.compile(r"任务|目标")
_ON_GROWTH = re.compile("增速|增幅|降幅|进度")
CHANGE = re.compile(r"(?:同比|较[^,，]{1,5}|比[^,，]{1,5})(?:净|多|少)?[增减][一-龥]?$")
"""How a change on another time is told in the figure's own unit: 较年初净增4家."""


def taken_as_growth(page: Page, start: int, found: list[Draft], figure: Mention) -> bool:
    """Whether a ratio is the growth of the figure before it, which then takes it."""
    lead = page.says(start, figure.span.start).rstrip()
    match = _GROWTH.search(lead)
    if not match or _MEAN.search(lead) or not found:
        return False
    if len(lead[: match.start()].strip("，,、(（ 且")) > 1:
        return False
    told = [
        d
        for d in found[-_NEAR:]
        if quantity_of(d.figure).unit.dimension is not Dimension.RATIO and not is_change(d)
    ]
    draft = (told or found)[-1]
    if draft.grows or draft.yoy is not None:
        return False
    draft.yoy, draft.falls = figure, bool(_FALL.search(match["way"]))
    draft.end = figure.span.end
    return True


def made_exact(page: Page, found: list[Draft], figure: Mention) -> bool:
    """Whether a ratio says more exactly what the one before it said: 超过九成、达91.28%."""
    if not found or found[-1].grows or found[-1].figure.span.end > figure.span.start:
        return False
    last = found[-1]
    if quantity_of(last.figure).unit.dimension is not Dimension.RATIO:
        return False
    if not _EXACTLY.fullmatch(page.says(last.figure.span.end, figure.span.start)):
        return False
    last.figure, last.end = figure, figure.span.end
    return True


def is_change(draft: Draft) -> bool:
    """Whether a figure only tells the change of the one before it: 同比增收1800万元."""
    return CHANGE.search(draft.name) is not None


def growth_in(lead: str) -> bool:
    """Whether the words before a ratio say that it is a growth."""
    return _GROWTH.search(lead) is not None


def falls_by(lead: str) -> bool:
    """Whether the growth that the words tell is a fall."""
    match = _GROWTH.search(lead)
    return match is not None and _FALL.search(match["way"]) is not None


def rate_of(
    page: Page, sentence: Sentence, figure: Mention, start: int, previous: Draft
) -> Draft | None:
    """The ratio as a rate of the figure before it: 开工率87.5%, 占年度计划的86.5%."""
    lead = page.says(max(start - 1, sentence.span.start), figure.span.start).rstrip()
    whole = page.says(max(sentence.span.start, start - _OF_A_YEAR), figure.span.start).rstrip()
    rate = _RATE_LEAD.search(_BASE.sub("", lead)) or _RATE_OF_YEAR.search(whole)
    if rate is None:
        return None
    told = _RATE_END.sub("", rate["rate"])
    of = previous.counted if told.startswith(previous.name[-2:]) else previous.name
    said = of.removeprefix("累计").removeprefix("共") + told
    span = Span(start, figure.span.start)
    return Draft(figure, said, span, previous.start, figure.span.end, previous.counted)


def gap_of(page: Page, figure: Mention, start: int, found: list[Draft]) -> Iterator[Draft]:
    """How far a figure told before lies from another: 增长12%,高于全县3.4个百分点."""
    gap = _AGAINST.search(page.says(start, figure.span.start).rstrip())
    told = [draft for draft in found[-_NEAR:] if not is_change(draft)]
    if gap is None or not told:
        return
    of = told[-1]
    moves = of.grows or of.yoy is not None
    if not moves and quantity_of(of.figure).unit.dimension is not Dimension.RATIO:
        return
    grows = moves and not _ON_GROWTH.match(gap["on"])
    name = of.name + ("增速" if grows else "") + gap["on"]
    yield Draft(figure, name, Span(start, figure.span.start), start, figure.span.end)


def goal_of(page: Page, figure: Mention, start: int, found: list[Draft]) -> Draft | None:
    """The goal that a rate is taken of, a figure of its own: 完成全年任务1500万美元的104%."""
    lead = page.says(start, figure.span.start)
    told = [d for d in found[-_NEAR:] if quantity_of(d.figure).unit == quantity_of(figure).unit]
    if not told or not _GOAL.search(lead):
        return None
    span = Span(start, figure.span.start)
    goal = Draft(figure, told[-1].name, span, start, figure.span.end, told[-1].counted)
    goal.status, goal.of_year = Status.TARGET, "年" in lead
    return goal


def grown_behind(page: Page, figure: Mention, start: int) -> Draft | None:
    """A growth told behind its ratio: 工业投资实现2%正增长."""
    if not _GROWN_BEHIND.match(page.text.clean, figure.span.end):
        return None
    ahead = phrases.before(page, start, figure.span.start)
    name = _REACHED.sub("", page.says(*ahead))
    if len(name) < 2:
        return None
    return Draft(figure, name, ahead, start, figure.span.end, grows=True)


def grown(
    figure: Mention, name: str, ahead: Span, start: int, previous: Draft | None
) -> Draft | None:
    """A ratio by its own name; a growth without the figure that grew: 固定资产投资增长12%."""
    growth = _GROWTH.search(name)
    if growth is not None and growth.start() == 0:
        return None
    if _MEAN.match(name) and previous is not None:
        name = previous.name + name
    bare = name[: growth.start()].rstrip("预计将") if growth and not _MEAN.search(name) else ""
    if growth is None or len(bare) < 2:
        return Draft(figure, name, ahead, start, figure.span.end)
    bare = bare.removesuffix("实现")
    falls = bool(_FALL.search(growth["way"]))
    return Draft(figure, bare, ahead, start, figure.span.end, grows=True, falls=falls)
