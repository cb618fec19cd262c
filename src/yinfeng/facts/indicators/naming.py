"""What a figure is called, by the first way of naming that fits.

The name stands before the figure (工业总产值63.42亿元), behind it (5家骨干企业, 引进的5个项目),
or goes on from the figures before it (retellings).
"""

import re

from yinfeng.facts import phrases
from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.indicators.growths import CHANGE, grown, is_change, rate_of
from yinfeng.facts.indicators.jobs import put_to_work
from yinfeng.facts.indicators.lendings import lent, speed_of
from yinfeng.facts.indicators.passing import has_digits
from yinfeng.facts.indicators.retellings import (
    carried,
    measure_of,
    only_adds_up,
    rest_of,
    same_again,
    sort_of,
    thing_of,
    told_of_counted,
    total_of,
)
from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Dimension, Mention, Span

_DEED = re.compile(rf"(?P<verb>{words.one_of('deeds')})(?:了|到|出|起|下|过|好|着)?$")
_FIRST_DEED = re.compile(rf"[\s,，]*(?:已|共|并)*(?P<verb>{words.one_of('deeds')})(?:了|到|出)?")
_VERB = re.compile(rf"{words.one_of('deeds')}|{words.one_of('took_part')}")
_VERB_FIRST = re.compile(rf"^(?:{words.one_of('deeds')}|计划|已|累计)+")
_HAVE = re.compile(r"^(?:只|已|现|共|下|拥)?(?:有|辖|来)$")
_BREAK = re.compile(r"[,，。;；:：、(（]")
_HEAD = re.compile(
    rf"(?:(?!累计|共|引进|完成|实现|签约(?!项目))[一-龥“”]){{0,8}}?{words.one_of('counted')}"
    r"(?:(?<=村)(?:干部|民|组))?"
)
_SUMS = re.compile(r"(?:共|总|合计|累计)(?:涉及|占地|投资|面积|用地)?")
_AND_SO_ON = re.compile(r"等(?:地|共|在内的)?$")
_SUCH = re.compile(r"等(?:其[它他余])?(?P<noun>[一-龥]{2,12}项目|[一-龥]{2,8})$")
# 考察了甲公司、乙公司等8家企业 only adds up what it lists.
_ANY_BODIES = re.compile(r"(?:企业|公司|单位|部门|机构)(?:$|相关|负责)|(?:乡镇|镇|街道|乡)$")
_SEEN = re.compile("考察|参观|座谈|洽谈|分布")
_AGAIN = re.compile(r"[,，、]?(?:累计|总数|已)(?:达到|达|已达|共)$")
_LIST_VERB = re.compile(r"走访|入驻|落户|引进|招引|吸引|集聚|参加|拜访|接待|签约|服务")
_TOOK_PART = re.compile(
    rf"(?:现场|正式|成功|通过|前来|在此|实质性|全面|全部|均已?|已|顺利|同时)*(?P<done>{words.one_of('took_part')})"
)
_WHERE = re.compile(
    r"(?:分别|同时|同步|相继)?在[^,，。;；\d]{2,40}?(?=(?:集中|同时|同步|正式)(?:签约|开工|竣工|投产))"
)
_OF_A_TOWN = re.compile(
    r"的[^,，。;；]{0,6}?(?:镇子?|小镇|城镇|乡镇|街道|乡|县城?|村子?|集群|园区)$"
)
_MEASURED = re.compile(r"(?:人口|面积|产值|产出|税收|收入|营收)$")
_MORE_THAN = re.compile(r"比(?P<other>[^,，。;；]{2,10}?)(?P<way>高出|多出|高|多)$")
_ONLY_SO = re.compile(r"(?:实际|已|共|又|再|就|只)*(?:完成|达到|实现|有)?$")
_STATE = re.compile(
    rf"(?:还|尚|仍|均|都)?(?P<state>(?:未|已|正在|待){words.one_of('took_part')})(?=[,，。;；、]|$)"
)
_AND = re.compile(r"[和与及]|以及")
_JOINT = re.compile(r"(?:以及|[和与及])(?=[^,，。;；]{2})")
_NEAR = 12
# 占地900多亩的15个项目, 包括5家在内的47家企业: no deed stands before 的.
_WITHIN = re.compile(r"\d|在内的?$")
_LEADS_UP = re.compile(
    led(
        r"(?:把|将|被|(?<![核应面])对|按|以(?!上)|(?<![出转])让|(?<![供补])给|向|从|(?<![利运使租启费])用|拿|靠)(?:(?:我|全|镇上|镇里|该|本)?[镇县区村市乡]?(?:上|里)?的?)?$"
    )
)
_LACKS = re.compile(
    rf"(?:的|以上|级|类)$|^(?:已|未|因[^,，]*)?{words.one_of('took_part')}+的?$"
    rf"|^(?:已|新)?{words.one_of('deeds')}$"
)
_LEAD = 10  # what leads up to a figure is no longer than this, with the sign before it
_TIES = re.compile(r"[^,，。;；]{0,6}(?:结[成了对]|“?攀亲|联姻|牵手|结队)")


def named(
    page: Page,
    sentence: Sentence,
    figure: Mention,
    start: int,
    following: int | None,
    found: list[Draft],
    counted: str = "",
) -> Draft | None:
    """What a figure is called; None where nothing names it."""
    clean, at, end = page.text.clean, figure.span.start, figure.span.end
    listed = clean.rfind("、", start, at)
    if listed >= start and page.is_inside_name(listed):
        listed = -1
    ahead = phrases.before(page, listed + 1 if listed >= start else start, at)
    behind = _noun(page, sentence, figure, following)
    if _LEADS_UP.search(clean[max(ahead.start, ahead.end - _LEAD) : ahead.end]):
        ahead = Span(at, at)
    if ahead.start == ahead.end and clean[start - 1 : start] in (":", "："):
        ahead = phrases.label(page, sentence.span.start, start - 1)
        start = ahead.start
    previous = found[-1] if found else None
    if previous is not None and previous.figure.span.end == ahead.start:
        joint = _JOINT.match(clean, ahead.start, ahead.end)
        ahead = Span(joint.end(), ahead.end) if joint else ahead
    name, noun = clean[ahead.start : ahead.end], clean[behind.start : behind.end]
    dimension = quantity_of(figure).unit.dimension
    counts = dimension is Dimension.COUNT
    given = (
        (lent(page, figure, start, behind) or put_to_work(page, figure, start)) if counts else None
    )
    if given is not None:
        return given
    speed = speed_of(page, sentence, figure, start) if dimension is Dimension.TIME else None
    if speed is not None:
        return speed
    tie = _tie(page, sentence, figure, start, behind) if "企业" in noun or "村" in noun else None
    if tie is not None:
        return tie
    if len(noun) >= 2 and _AND_SO_ON.search(clean[max(start, at - 6) : at]):
        lead = page.says(phrases.reach(sentence, at), at)
        verb = _list_verb(lead) or _took_part(page, behind.end)
        if not verb and _ANY_BODIES.match(noun) and _SEEN.search(lead):
            return None
        return Draft(figure, verb + noun, behind, start, behind.end, noun)
    if dimension is Dimension.RATIO:
        return _ratio(page, sentence, figure, start, ahead, behind, found)
    so_far = (previous.counted if previous is not None else "") or counted
    told = told_of_counted(page, sentence, figure, start, ahead, so_far, is_first=not found)
    if told is not None:
        return told
    if noun == "大关" and previous is None:
        behind, noun = Span(end, end), ""
    if _AGAIN.match(clean[start:at]) or noun == "大关" or (not noun and _ONLY_SO.match(name)):
        return same_again(page, figure, start, previous)
    by_noun = _by_noun(page, figure, start, ahead, behind)
    if by_noun is not None:
        return by_noun
    return _by_name(page, figure, start, listed, ahead, found, counted) if name else None


def _tie(page: Page, sentence: Sentence, figure: Mention, start: int, behind: Span) -> Draft | None:
    """The villages and firms of a pairing: 32家企业与14个村结成对子."""
    noun = page.says(*behind)
    kind = "企业" if "企业" in noun else "村" if noun[:1] == "村" or noun[-1:] == "村" else ""
    if not kind:
        return None
    tail = page.says(behind.start, min(behind.start + 24, sentence.span.end))
    lead = page.says(max(sentence.span.start, start - 16), figure.span.start)
    other = "村" if kind == "企业" else "企业"
    if not _TIES.search(tail) or other not in lead[-8:] + tail:
        return None
    return Draft(figure, f"与{other}结对的{kind}", behind, start, behind.start + len(kind))


def named_before_bracket(page: Page, figure: Mention, floor: int) -> Draft | None:
    """A figure whose name ends before a note in brackets: 签约项目(工业、农业)161个."""
    clean, at = page.text.clean, figure.span.start
    if clean[at - 1] not in ")）":
        return None
    opening = max(clean.rfind("(", floor, at), clean.rfind("（", floor, at))
    if opening < 0 or not any("一" <= sign <= "龥" for sign in clean[opening:at]):
        return None
    start = phrases.clause_start(page, floor, opening)
    ahead = phrases.before(page, start, opening)
    name = page.says(*ahead)
    if len(name) < 3:
        return None
    counts = quantity_of(figure).unit.dimension is Dimension.COUNT
    return Draft(figure, name, ahead, start, figure.span.end, name if counts else "")


def _noun(page: Page, sentence: Sentence, figure: Mention, following: int | None) -> Span:
    """The noun behind a figure; one that runs on into the next figure is cut at what is counted."""
    noun = phrases.after(
        page, figure.span.end, min(following or sentence.span.end, sentence.span.end)
    )
    if page.text.clean.startswith("等", noun.start, noun.end):
        return Span(noun.start, noun.start)
    if following is None or noun.end == noun.start or following - noun.end > 8:
        return noun
    between = page.says(noun.end, following)
    if _BREAK.search(between) or _AND.fullmatch(between) or _SUMS.match(between):
        return noun
    head = _HEAD.match(page.says(*noun))
    return Span(noun.start, noun.start + head.end()) if head else Span(noun.start, noun.start)


def _ratio(
    page: Page,
    sentence: Sentence,
    figure: Mention,
    start: int,
    ahead: Span,
    behind: Span,
    found: list[Draft],
) -> Draft | None:
    """A rate of the figure before, a share of what follows, or a ratio by its own name."""
    plain = [draft for draft in found[-_NEAR:] if not is_change(draft)]
    previous = plain[-1] if plain else None
    rate = rate_of(page, sentence, figure, start, previous) if previous is not None else None
    if rate is not None:
        return rate
    name, noun = page.says(*ahead), page.says(*behind)
    shared = page.says(figure.span.end, figure.span.end + 1) == "的"
    if len(noun) >= 2 and shared and not noun.startswith(("幅度", "速度", "增速", "增幅", "水平")):
        return Draft(figure, noun + "占比", behind, start, behind.end)
    if not name:
        return same_again(page, figure, start, previous)
    return grown(figure, name, ahead, start, previous)


def _by_noun(page: Page, figure: Mention, start: int, ahead: Span, behind: Span) -> Draft | None:
    """The figure by the noun behind it, with the verb before or behind: 关停了17座砖瓦窑."""
    name, noun, at = page.says(*ahead), page.says(*behind), figure.span.start
    if noun in ("", "大关"):
        return None
    if _OF_A_TOWN.match(page.says(figure.span.end, behind.end)) and _MEASURED.search(name):
        return None
    deed = _DEED.search(name)
    verb = deed["verb"] if deed and not _HAVE.match(deed["verb"]) else ""
    if noun.endswith("目标任务") and not verb:
        return None
    dimension = quantity_of(figure).unit.dimension
    plain = not name or (deed is not None and deed.start() == 0) or not has_digits(page, figure)
    counts = dimension is Dimension.COUNT and len(noun) >= 2 and noun[0] not in "多余以左"
    if not plain and not counts and (deed is None or dimension is Dimension.MONEY):
        return None
    if not verb and page.says(at - 1, at) == "的" and counts and not _WITHIN.search(name):
        verb = name.rstrip("的")
    took_part = _took_part(page, behind.end) if not deed or not verb else ""
    said = (took_part or verb) + noun
    draft = Draft(figure, said, behind, min(start, at), behind.end, said if counts else "")
    draft.bare = counts and said == noun
    return draft


def _by_name(
    page: Page,
    figure: Mention,
    start: int,
    listed: int,
    ahead: Span,
    found: list[Draft],
    counted: str,
) -> Draft | None:
    """The figure by the words before it, as they go on from the figures named already."""
    clean, name, end = page.text.clean, page.says(*ahead), figure.span.end
    previous = found[-1] if found else None
    counts = quantity_of(figure).unit.dimension is Dimension.COUNT
    counted = (previous.counted if previous is not None else "") or counted
    if previous is not None:
        rest = rest_of(name, counted)
        total = total_of(page, figure, rest, ahead, found)
        if total is not None or only_adds_up(rest):
            return total
        if CHANGE.match(name):
            return Draft(figure, previous.name + name, ahead, previous.start, end)
        if _VERB.fullmatch(name) and quantity_of(previous.figure).unit == quantity_of(figure).unit:
            said = name + _VERB_FIRST.sub("", previous.name)
            return Draft(figure, said, ahead, previous.start, end, counted)
        more = _MORE_THAN.match(name)
        if more:
            said = f"{previous.name}{more['way']}{more['other']}"
            return Draft(figure, said, ahead, previous.start, end)
    such = _SUCH.search(name)
    if such and (listed >= start or name.endswith("项目")):
        name = _list_verb(page.says(start, ahead.start)) + such["noun"]
    within = "其中" in clean[start : ahead.start]
    is_joined = clean[ahead.start - 1 : ahead.start] in ("和", "及") and ahead.start > start
    in_list = listed >= start or is_joined or clean[start - 1 : start] == "、"
    if within or in_list:
        name = carried(found, name)
    if previous is not None and quantity_of(figure).unit == quantity_of(previous.figure).unit:
        name += measure_of(page, previous, name, ahead.start)
    if counts and counted and not thing_of(name.rstrip("的")) and _LACKS.search(name):
        name = name.rstrip("的") + sort_of(counted)
    if "累计" in clean[start : ahead.start]:
        name = "累计" + name
    draft = Draft(figure, name, ahead, start, end, name if counts else counted)
    draft.part = counts and (within or (previous is not None and previous.part))
    return draft


def _list_verb(says: str) -> str:
    """The verb of a list, in the words before its end."""
    first = _FIRST_DEED.match(says)
    if first:
        return first["verb"]
    said = list(_LIST_VERB.finditer(says))
    return said[-1].group() if said else ""


def _took_part(page: Page, end: int) -> str:
    """What the counted things do behind their noun: 6个项目集中签约, 6个项目在园区集中签约."""
    where = _WHERE.match(page.text.clean, end)
    done = _TOOK_PART.match(page.text.clean, where.end() if where else end)
    return done["done"] if done else ""
