"""The figures of a sentence on their way to indicators: which count, what they are called.

What a figure is called stands before it (工业总产值56.58亿元) or after it (5家骨干企业). A ratio
may be the growth of the figure before it (同比增长17.49%), its rate (完成率120.14%), or a figure of its
own. 由71%提升到83% is 83%; 接待客商89批、460人次 is one name twice.
"""

import re
from dataclasses import dataclass

from yinfeng.facts import phrases
from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.values import Bound, Dimension, Mention, Quantity, Span

_GROWTH = re.compile(
    r"(?P<on>同比|环比|比(?:上年|去年|上一年)(?:同期)?|较(?:上年|去年|上一年)(?:同期)?|同口径)?"
    r"(?:分别|名义|实际|净|大幅|可比口径)?"
    r"(?P<way>增长|增幅|增速|提高|上升|增加|提升|翻|下降|减少|回落|降低|下滑|负增长)"
    r"(?:了|达到|达|为|约|率为|率达|超过|超|近)*$"
)
_MEAN = re.compile(r"(?:年均|平均)(?:增长|增速|增幅|递增)(?:率)?(?:达到|达|为|约|超过|超|近)*$")
_FALL = re.compile(r"下降|减少|回落|降低|下滑|负增长")
_SIZE_CLASS = re.compile(r"(?:的)?[^,，。;；、\d]{0,10}?(?:项目|企业|工程|楼宇|楼|村|用户)")
_RAISED = re.compile(
    r"(?:的)?(?:[^,，。;；\d]{0,4})(?:提升|提高|增加|扩大|增长|上升|下降|降低|缩短|减少|压缩)(?:到|至|为)"
)
_FROM = re.compile(r"(?:由|从)[^,，。;；]{0,10}$")
_ORDINARY = (Dimension.MONEY, Dimension.AREA, Dimension.RATIO, Dimension.RATE)
_LEFT_OUT = (Dimension.OTHER, Dimension.NUMBER)
_VERB_ONLY = words.pattern("verb_only")
_RATE_LEAD = re.compile(
    rf"^[,，、(（]?(?:已|均|共|约|分别)*(?P<rate>{words.one_of('rates')}|占[^,，。;；\d]{{0,14}}"
    r"|(?:完成|达到?|超|超过|超额完成)(?:全年|年度|年初|市|县|区|上级|市里|县里|区里|预定|既定)*"
    r"(?:下达)?(?:的)?(?:目标|任务|计划|预算)[^,，。;；\d]{0,6})$"
)
_TOTALS = re.compile(rf"^{words.one_of('totals')}$")
_ATTRIBUTES = re.compile(
    rf"^(?:这里|这个|该项目|项目|该园|共?同?|由?[^,，。;；]{{0,20}}(?:公司|集团)(?:的)?)?"
    rf"{words.one_of('attributes')}$|^(?:可)?(?:年产|年加工|年生产|年处理|日产|日处理|年检测)"
)
_COUNTED = words.pattern("counted")
_COUNTED_END = re.compile(rf"{words.one_of('counted')}$")
_ASIDES = words.pattern("asides")
_ONE = re.compile(r"一[^千百万亿成]")
_COMPANY = re.compile(r"(?:一行|率领?|带领|组织)(?:共|计|了)?$")
_PRONOUN = re.compile(r"他们|我们|它们|她们|这些|那些|其他|另一")
_PEOPLE = re.compile(r"书记|成员|代表团|负责人|代表|镇长|主任|记者|同志|一行")
_QUICK = re.compile(
    r"(?P<what>从[^,，。;；]{2,8}到[^,，。;；]{2,8}?)(?:仅|只|就)?(?:用了?|用时|需|花了)?(?:不到)?$"
)
_DONE_TO = re.compile(r"(?:现场|正式|成功)*(?P<done>(?:集中)?(?:签约|开工|竣工|投产|落户|入驻|达产|开业))")
_SPEED = re.compile(r"从[^,，。;；]{2,8}到[^,，。;；]{2,8}$")
_PLAIN = re.compile(
    r"产值|收入|税收|营收|利润|出口|进口|存款|贷款|授信|内资|外资|资金|面积|用地|产量|销售|财政|固投|融资|空间|平台|企业|容量"
)
_AND_SO_ON = re.compile(r"等(?:共|在内的)?$")
_AGAIN = re.compile(r"[,，、]?(?:累计|总数|已)(?:达到|达|已达|共)$")
_LIST_VERB = re.compile(r"走访|入驻|落户|引进|招引|吸引|集聚|参加|拜访|接待|签约|服务")
_ARRANGED = re.compile(r"^(?:明确|安排|组建|建立|拥有|设立|配备)了?(?!以)|[”“](?:的目标|目标)?$")
_COUNTING = re.compile(words.one_of("counting_verbs"))
_BASE = re.compile(r"\d[\d.,]*[万亿]*[一-龥]{1,3}的$")
_RATE_END = re.compile(r"(?:的|达到|达|为|约|超过|超|近|了|数)+$")
_OUTER = "“”\"' 　的,，、:："
_EACH = "分别"


@dataclass
class Draft:
    """One figure of a sentence and what it is called; *start* and *end* hold the proof."""

    figure: Mention
    name: str
    name_span: Span
    start: int
    end: int
    yoy: Mention | None = None
    grows: bool = False
    falls: bool = False


def drafts(page: Page, sentence: Sentence) -> list[Draft]:
    """The named figures of a sentence, from left to right."""
    found: list[Draft] = []
    floor = sentence.span.start
    for figure in sentence.quantities:
        start = phrases.clause_start(page, floor, figure.span.start)
        if _is_size_class(page, figure) or _is_raised(page, sentence, figure):
            continue
        if _is_base(page, sentence, figure):
            floor = phrases.clause_start(page, floor, figure.span.start) - 1
            continue
        quantity = _quantity(figure)
        if quantity.unit.name == "百分点" or _of_each(page, sentence, figure, found):
            floor = figure.span.end
            continue
        if quantity.unit.dimension is Dimension.RATIO and _grows(page, start, found, figure):
            floor = figure.span.end
            continue
        draft = _named(page, sentence, figure, start, found)
        floor = figure.span.end
        if draft is not None and _belongs(page, draft):
            found.append(draft)
    return found


def _quantity(figure: Mention) -> Quantity:
    assert isinstance(figure.value, Quantity)
    return figure.value


def _is_size_class(page: Page, figure: Mention) -> bool:
    """Whether the figure only sorts what is counted: 亿元以上项目, 超亿美元项目."""
    quantity = _quantity(figure)
    if quantity.unit.dimension not in (Dimension.MONEY, Dimension.AREA):
        return False
    tail = page.says(figure.span.end, figure.span.end + 14)
    if quantity.bound in (Bound.AT_LEAST, Bound.RANGE, Bound.AT_MOST):
        return _SIZE_CLASS.match(tail) is not None
    return not _has_digits(page, figure) and re.match(r"级|楼|村|镇", tail) is not None


def _has_digits(page: Page, figure: Mention) -> bool:
    return any(ch.isdigit() for ch in page.says(*figure.span))


def _is_raised(page: Page, sentence: Sentence, figure: Mention) -> bool:
    """Whether the figure is only where a rise began: 由年初的71%提升到83%."""
    if not _RAISED.match(page.text.clean, figure.span.end, sentence.span.end):
        return False
    return _FROM.search(page.says(sentence.span.start, figure.span.start)) is not None


def _is_base(page: Page, sentence: Sentence, figure: Mention) -> bool:
    """Whether the figure is what a rate is taken of: 占全年任务1500万美元的104%."""
    lead = page.says(max(sentence.span.start, figure.span.start - 10), figure.span.start)
    return re.search(r"占[^,，。;；]{0,8}$", lead) is not None and (
        re.match(r"的\d", page.says(figure.span.end, figure.span.end + 2)) is not None
    )


def _grows(page: Page, start: int, found: list[Draft], figure: Mention) -> bool:
    """Whether a ratio is the growth of the figure before it, which then takes it."""
    lead = page.says(start, figure.span.start)
    match = _GROWTH.search(lead)
    if not match or _MEAN.search(lead) or not found or found[-1].yoy is not None:
        return False
    if len(lead[: match.start()].strip("，,、(（ 且")) > 1 or found[-1].grows:
        return False
    found[-1].yoy, found[-1].falls = figure, bool(_FALL.search(match["way"]))
    found[-1].end = figure.span.end
    return True


def _of_each(page: Page, sentence: Sentence, figure: Mention, found: list[Draft]) -> bool:
    """Whether the ratio is one of several told of the figures before: 分别增长5%和6%."""
    if _quantity(figure).unit.dimension is not Dimension.RATIO:
        return False
    at = page.text.clean.rfind(_EACH, sentence.span.start, figure.span.start)
    if at < 0:
        return False
    group = [m for m in sentence.quantities if m.span.start > at]
    told = [draft for draft in found if draft.figure.span.end <= at]
    between = page.says(group[0].span.end, figure.span.start) if figure is not group[0] else ""
    if len(group) < 2 or len(told) < len(group) or not re.fullmatch(r"[^,，。;；]*", between):
        return False
    lead = page.says(at, group[0].span.start)
    draft = told[len(told) - len(group) + group.index(figure)]
    match = _GROWTH.search(lead)
    if match:
        draft.yoy, draft.falls = figure, bool(_FALL.search(match["way"]))
        draft.end = max(draft.end, figure.span.end)
        return True
    rate = lead.removeprefix(_EACH).rstrip("的达到为")
    span = Span(at, group[0].span.start)
    found.append(Draft(figure, draft.name + rate, span, draft.start, figure.span.end))
    return True


def _named(
    page: Page, sentence: Sentence, figure: Mention, start: int, found: list[Draft]
) -> Draft | None:
    """What a figure is called, by the first way of naming that fits."""
    clean, at, end = page.text.clean, figure.span.start, figure.span.end
    listed = clean.rfind("、", start, at)
    if listed >= start and page.is_inside_name(listed):
        listed = -1
    ahead = phrases.before(page, listed + 1 if listed >= start else start, at)
    behind = phrases.after(page, end, sentence.span.end)
    name, noun = page.says(*ahead), page.says(*behind)
    previous = found[-1] if found else None
    dimension = _quantity(figure).unit.dimension
    if _AND_SO_ON.search(page.says(max(start, at - 4), at)) and len(noun) >= 2:
        return Draft(figure, _verb_of_list(page, sentence, at) + noun, behind, start, behind.end)
    if dimension is Dimension.RATIO and previous is not None:
        rate = _RATE_LEAD.search(_BASE.sub("", page.says(max(start - 1, sentence.span.start), at)))
        if rate:
            said = _stem(previous.name) + _RATE_END.sub("", rate["rate"])
            return Draft(figure, said, Span(start, at), previous.start, end)
    if noun == "大关" or (not name and not noun) or _AGAIN.match(page.says(start, at)):
        return _same_again(page, figure, start, previous)
    if dimension is Dimension.RATIO and clean[end : end + 1] == "的" and len(noun) >= 2:
        return Draft(figure, noun + "占比", behind, start, behind.end)
    if noun and (not name or _VERB_ONLY.match(name) or not _has_digits(page, figure)):
        verb = name.lstrip("以与和由") if _VERB_ONLY.match(name) else ""
        return Draft(figure, verb + noun, behind, min(start, at), behind.end)
    if dimension is Dimension.COUNT and len(noun) >= 2 and noun[0] not in "多余以左":
        verb = name.rstrip("的") if clean[at - 1 : at] == "的" else _done_to(page, behind.end)
        return Draft(figure, verb + noun, behind, start, behind.end)
    speed = _QUICK.search(page.says(start, at))
    if dimension is Dimension.TIME and speed:
        return Draft(figure, speed["what"], Span(start + speed.start(), at), start, end)
    if not name:
        return None
    if previous is not None and _TOTALS.match(name):
        if not _adds_up(page, previous, figure, name):
            return None
        return Draft(figure, _stem(previous.name) + name, ahead, previous.start, end)
    if listed >= start or "其中" in clean[start : ahead.start] or clean[start - 1 : start] == "、":
        name = _carried(previous, name)
    if "累计" in clean[start : ahead.start]:
        name = "累计" + name
    if dimension is Dimension.RATIO:
        return _grown(figure, name, ahead, start)
    return Draft(figure, name, ahead, start, end)


def _done_to(page: Page, end: int) -> str:
    """What the counted things do right behind their noun: 6个项目集中签约 → 集中签约."""
    done = _DONE_TO.match(page.text.clean, end)
    return done["done"] if done else ""


def _grown(figure: Mention, name: str, ahead: Span, start: int) -> Draft:
    """A growth without the figure that grew: 固定资产投资增长12%."""
    growth = _GROWTH.search(name)
    bare = name[: growth.start()].rstrip("预计将") if growth and not _MEAN.search(name) else ""
    if growth is None or len(bare) < 2:
        return Draft(figure, name, ahead, start, figure.span.end)
    falls = bool(_FALL.search(growth["way"]))
    return Draft(figure, bare, ahead, start, figure.span.end, grows=True, falls=falls)


def _verb_of_list(page: Page, sentence: Sentence, at: int) -> str:
    """What the things listed before 等9家 did or were done to: 走访, 入驻; empty if unsaid."""
    said = list(_LIST_VERB.finditer(page.text.clean, sentence.span.start, at))
    return said[-1].group() if said else ""


def _adds_up(page: Page, previous: Draft, figure: Mention, name: str) -> bool:
    """Whether a total stands right behind the count of what it adds up."""
    between = page.says(previous.figure.span.end, figure.span.start)
    counted = re.search(r"项目|企业|公司|基金|协议", previous.name)
    return counted is not None and len(between) <= len(name) + 14 and "、" not in between


def _same_again(page: Page, figure: Mention, start: int, previous: Draft | None) -> Draft | None:
    """The thing told before in another figure: 89批、460人次; 累计达到126家; 突破百亿元大关."""
    if previous is None:
        return None
    between = page.says(previous.figure.span.end, figure.span.start)
    other = _quantity(figure).unit != _quantity(previous.figure).unit
    more = "累计" if "累计" in between else ""
    broken = "突破" in between or "突破" in page.says(*figure.span)
    if not (between == "、" and other) and not more and not broken:
        return None
    name = _stem(previous.name) + more
    return Draft(figure, name, previous.name_span, start, figure.span.end)


def _stem(name: str) -> str:
    return re.sub(r"^(?:累计|共)", "", name)


def _carried(previous: Draft | None, name: str) -> str:
    """The name with the verb of the figure before it: 引进高层次人才2人、领军人才4人."""
    verb = _COUNTING.match(previous.name) if previous is not None else None
    return verb.group() + name if verb and not _COUNTING.match(name) else name


def _belongs(page: Page, draft: Draft) -> bool:
    """Whether a figure is one of the ledger: named, no range of counts, no figure of speech."""
    draft.name = _ARRANGED.sub("", draft.name.strip(_OUTER))
    quantity = _quantity(draft.figure)
    says = page.says(*draft.figure.span)
    lead = page.says(draft.start, draft.figure.span.start)
    if not 2 <= len(draft.name) <= 36 or quantity.is_range or quantity.unit.dimension in _LEFT_OUT:
        return False
    if _ONE.match(says) or "了" in draft.name or _PRONOUN.match(draft.name):
        return False
    if _ASIDES.search(_clause(page, draft)):
        return False
    if _ATTRIBUTES.match(draft.name) and not draft.grows:
        return False
    dimension, digits = quantity.unit.dimension, _has_digits(page, draft.figure)
    if dimension in _ORDINARY:
        short = len(draft.name) < 3 and dimension is not Dimension.RATIO
        return not (short and _PLAIN.search(draft.name) is None) and (
            digits
            or dimension is not Dimension.AREA
            or "目标" in page.says(draft.end, draft.end + 30)
        )
    if _COMPANY.search(lead) or _PEOPLE.search(draft.name):
        return False
    if dimension is Dimension.TIME:
        return _COUNTED.search(draft.name) is not None or _SPEED.match(draft.name) is not None
    return digits or (_COUNTED_END.search(draft.name) is not None and len(draft.name) > 2)


def _clause(page: Page, draft: Draft) -> str:
    """The words of a figure's own clause, to the next mark."""
    return (
        page.says(draft.start, draft.figure.span.end)
        + re.split(r"[,，。;；]", page.says(draft.figure.span.end, draft.figure.span.end + 16))[0]
    )
