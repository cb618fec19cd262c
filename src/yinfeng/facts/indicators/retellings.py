"""Figures told by those before them: the same thing again, its parts, its totals, its verb.

89批、460人次 is one name twice, 去年底是23家 says again what was counted, 总投资21.3亿元 is of the
projects just counted, 其中亿元以上项目7个 goes on with their verb.
"""

import re

from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Dimension, Mention, Name, Period, Span

_TOTALS = re.compile(rf"^{words.one_of('totals')}$")
_BRINGS = re.compile(
    rf"^(?:可|将|预计|全部)*(?:达产后|投产后|建成后)?(?:可|将|预计)*{words.one_of('brings')}$"
)
_COUNTING = re.compile(rf"(?:集中|新)?{words.one_of('counting_verbs')}")
_THING = re.compile(rf"{words.one_of('counted')}$")
_SORT = re.compile(
    led(rf"(?:重点|产业|制造业|工业|规上|规模以上|骨干|实施)*{words.one_of('counted')}$")
)
# 科技型项目开工5个,竣工4个: the verb stands behind what it counts.
_DONE = re.compile(r"(?<=项目)(?:集中|全面)?(?:签约|开工|竣工|投产|落户|入驻)$")
_SHARED = re.compile(r"项目|企业|公司|基金|协议|线索|工业园|村")
_NEAR = 12
_NAMED = 2
_STATE = re.compile(
    rf"(?:还|尚|仍|均|都)?(?P<state>(?:未|已|正在|待){words.one_of('took_part')}+)(?=[,，。;；、]|$)"
)
_CLOSES = re.compile(r"[,，。;；]|$")
_SUM = re.compile(r"^(?:累计|共)")
_EXACTLY = re.compile(r"大关[,，](?:达到?|为)$")
_PLEDGED = re.compile(r"协议|合同|到位|意向")
_MEASURE = re.compile(r"(?:产值|收入|投资|税收|销售|出口|外资|内资|资金|面积|用地|贷款|增加值)$")


def is_total(name: str) -> bool:
    """Whether a name is only what things add up to: 总投资, 总数."""
    return _TOTALS.match(name) is not None


def only_adds_up(name: str) -> bool:
    """Whether a name says nothing without what is added up: 总投资, but not 协议引资, 到位资金."""
    return is_total(name) and _PLEDGED.match(name) is None


def measure_of(page: Page, previous: Draft, name: str, at: int) -> str:
    """What a part of a total measures: 总产值1000亿元,其中工程机械500亿元 → 产值; empty if said."""
    between = page.says(previous.figure.span.end, at).strip("“ ")
    measure = _MEASURE.search(previous.name)
    if measure is None or _MEASURE.search(name) or between.strip(",，(（") not in ("其中", "、"):
        return ""
    return measure.group() if len(name) >= 2 else ""


def rest_of(name: str, counted: str) -> str:
    """The name without the counted things that it says again: 项目总投资 → 总投资."""
    thing = thing_of(counted)
    return name[len(thing) :] if thing and name.startswith(thing) else name


def thing_of(counted: str) -> str:
    """What sort of thing was counted: 新签约亿元以上项目 → 项目."""
    thing = _THING.search(counted)
    return thing.group() if thing else ""


def sort_of(counted: str) -> str:
    """The counted things without what was done to them: 列入调度的重点产业项目 → 重点产业项目."""
    thing = _SORT.search(_DONE.sub("", counted))
    return thing.group() if thing else ""


def total_of(
    page: Page, figure: Mention, name: str, ahead: Span, found: list[Draft]
) -> Draft | None:
    """What the things counted before add up to or bring; None where nothing was counted."""
    previous, last = _whole(found), found[-1]
    if not (_TOTALS.match(name) or _BRINGS.match(name)):
        return None
    between = page.says(last.figure.span.end, figure.span.start)
    if (
        not previous.counted
        or not _SHARED.search(previous.counted)
        or len(between) > len(name) + 22
    ):
        return None
    of = "" if _PLEDGED.match(name) else previous.counted
    said = _SUM.sub("", of) + name
    return Draft(
        figure, said, ahead, previous.start, figure.span.end, previous.counted, adds_up=True
    )


def _whole(found: list[Draft]) -> Draft:
    """The count that a total is of: the last, or the whole of which several parts were told."""
    if len(found) > 1 and found[-1].part and found[-2].part:
        return next((draft for draft in reversed(found[-_NEAR:]) if not draft.part), found[-1])
    return found[-1]


def same_again(page: Page, figure: Mention, start: int, previous: Draft | None) -> Draft | None:
    """The thing told before in another figure: 89批、460人次; 累计达到126家; 去年底是23家."""
    if previous is None:
        return None
    between = page.says(previous.figure.span.end, figure.span.start)
    if len(between) > 30:
        return None
    noun = between[:-1]
    if quantity_of(figure).unit.dimension is Dimension.AREA and noun and between[-1] == "、":
        if not previous.name.endswith(noun):
            return None
        name = previous.name.removesuffix(noun) + "面积"
        return Draft(figure, name, previous.name_span, start, figure.span.end, previous.counted)
    same = quantity_of(figure).unit == quantity_of(previous.figure).unit
    more = next((word for word in ("累计", "总数") if word in between), "")
    dated = any(
        isinstance(mention.value, Period | Name)
        for mention in page.within(previous.figure.span.end, figure.span.start)
    )
    broken = "突破" in between or "突破" in page.says(*figure.span)
    exact = same and _EXACTLY.search(between) is not None
    again = (between in ("、", "") and not same) or (same and dated) or exact
    if not again and not more and not broken:
        return None
    if broken and not more and not dated:
        return None
    name = _SUM.sub("", previous.name) + more
    return Draft(figure, name, previous.name_span, start, figure.span.end, previous.counted)


def told_of_counted(
    page: Page,
    sentence: Sentence,
    figure: Mention,
    start: int,
    ahead: Span,
    counted: str,
    *,
    is_first: bool,
) -> Draft | None:
    """What is told of the things counted before: 尚有61个未开工; …项目126个;总投资318.6亿元."""
    if not counted:
        return None
    clean, end = page.text.clean, figure.span.end
    name = page.says(*ahead)
    if quantity_of(figure).unit.dimension is Dimension.COUNT:
        state = _STATE.match(clean, end) if len(name) < _NAMED else None
        if state is None:
            return None
        said = state["state"] + sort_of(counted.removesuffix("中"))
        return Draft(figure, said, Span(*state.span("state")), start, state.end(), said)
    opens = is_first and start == sentence.span.start and clean[start - 1] in ";；"
    if not (opens and is_total(name) and _CLOSES.match(clean, end)):
        return None
    return Draft(figure, counted + name, ahead, start, end, counted, adds_up=True)


def carried(found: list[Draft], name: str) -> str:
    """The name with the verb of the count before it: 引进博士3人、技能人才12人."""
    for draft in reversed(found[-_NEAR:]):
        verb = _COUNTING.match(draft.name)
        if verb:
            return name if _COUNTING.match(name) else verb.group() + name
        if quantity_of(draft.figure).unit.dimension is Dimension.COUNT:
            return name
    return name
