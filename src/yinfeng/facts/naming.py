"""What a figure is called, by the first way of naming that fits.

The name stands before the figure (工业总产值56.58亿元), behind it (5家骨干企业, 引进的5个项目), or is
that of a figure before it: 89批、460人次 is one name twice, 去年底是23家 says again what was counted,
其中亿元以上项目7个 goes on with the verb, 总投资21.3亿元 is of the projects just counted.
"""

import re

from yinfeng.facts import phrases
from yinfeng.facts.drafts import Draft, quantity_of
from yinfeng.facts.growths import grown, rate_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.passing import has_digits
from yinfeng.lexicon import words
from yinfeng.values import Dimension, Mention, Name, Period, Span

_TOTALS = re.compile(rf"^{words.one_of('totals')}$")
_BRINGS = re.compile(rf"^(?:可|将|预计|全部)*(?:达产后|投产后|建成后)?(?:可|将|预计)*{words.one_of('brings')}$")
_COUNTING = re.compile(rf"(?:集中)?{words.one_of('counting_verbs')}")
_DEED = re.compile(rf"(?P<verb>{words.one_of('deeds')})(?:了|到|出|起|下|过|好|着)?$")
_FIRST_DEED = re.compile(rf"[\s,，]*(?:已|共|并)*(?P<verb>{words.one_of('deeds')})(?:了|到|出)?")
_HAVE = re.compile(r"^(?:只|已|现|共|下|拥)?(?:有|辖|来)$")
_THING = re.compile(rf"{words.one_of('counted')}$")
_SORT = re.compile(rf"(?:重点|产业|制造业|工业|规上|规模以上|骨干|实施)*{words.one_of('counted')}$")
_HEAD = re.compile(rf"(?:(?!累计|共|引进|完成|实现|签约)[一-龥“”]){{0,8}}?{words.one_of('counted')}")
_SHARED = re.compile(r"项目|企业|公司|基金|协议|线索|工业园|村")
_AND_SO_ON = re.compile(r"等(?:地|共|在内的)?$")
_SUCH = re.compile(r"等(?P<noun>[一-龥]{2,8})$")
_AGAIN = re.compile(r"[,，、]?(?:累计|总数|已)(?:达到|达|已达|共)$")
_LIST_VERB = re.compile(r"走访|入驻|落户|引进|招引|吸引|集聚|参加|拜访|接待|签约|服务")
_TOOK_PART = re.compile(rf"(?:现场|正式|成功|前来|在此)*(?P<done>{words.one_of('took_part')})")
_QUICK = re.compile(
    r"(?P<what>从[^,，。;；]{2,8}到[^,，。;；]{2,8}?)(?:仅|只|就)?(?:用了?|用时|需|花了)?(?:不到)?$"
)
_ARRANGED = re.compile(r"^(?:明确|安排|组建|建立|拥有|设立|配备)了?(?!以)|[”“](?:的目标|目标)?$")
_GOAL = re.compile(r"(?:的)?(?:目标任务|目标值?|任务数?|指标)(?:定)?$")
_ACTORS = re.compile(
    r"^(?:等?地(?=招商|拜访|考察|走访|接|开展)|(?:领导)?班子(?:成员|领导)?(?=外出|带队|赴)|(?:主要)?(?:领导|负责人)(?=外出|带队)"
    r"|.{0,12}下达(?:给?我[一-龥]{1,2})?(?:全年|年度)?)"
)
_TAIL = re.compile(
    r"(?:力争|全部|我们奔着|我们|组成|跟进了?|扩展|扩大|再增加|合计|加起来|达产后|目前|预计|首次|一举|更是|就|还|也|能|中)+$"
)
_PARTS = re.compile(r"(?P<both>城乡)(?P<rest>.+)|(?P<one>[^和与、]{2,}?)[和与、](?P<other>[^和与、]{2,})")
_ROSE = re.compile(r"(?<=[一-龥]{2})(?:由|从)[^,，。;；]{1,16}$")
_COPULA = re.compile(r"(?<=[一-龥]{2})是[一-龥]")
_MORE_THAN = re.compile(r"比(?P<other>[^,，。;；]{2,10}?)(?P<way>高出|多出|高|多)$")
_ONLY_SO = re.compile(r"(?:实际|已|共|又|再|就|只)*(?:完成|达到|实现|有)?$")
_LEADS_UP = re.compile(
    r"(?:把|将|对|按|以(?!上)|让|给|向|从|用|拿|靠)(?:(?:我|全|镇上|镇里|该|本)?[镇县区村市乡]?(?:上|里)?的?)?$"
)
_TIES = re.compile(r"[^,，。;；]{0,6}(?:结[成了对]|“?攀亲|联姻|牵手|结队)")
_MEASURE = re.compile(r"(?:产值|收入|投资|税收|销售|出口|外资|内资|资金|面积|用地|贷款|增加值)$")
_OUTER = "“”\"' 　的,，、:："


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
    if _LEADS_UP.search(page.says(*ahead)):
        ahead = Span(at, at)
    name, noun = page.says(*ahead), page.says(*behind)
    previous = found[-1] if found else None
    dimension = quantity_of(figure).unit.dimension
    tie = _tie(page, sentence, figure, start, behind)
    if tie is not None:
        return tie
    if _AND_SO_ON.search(page.says(max(start, at - 6), at)) and len(noun) >= 2:
        verb = _verb_of_list(page, sentence, at) or _took_part(page, behind.end)
        return Draft(figure, verb + noun, behind, start, behind.end, noun)
    if dimension is Dimension.RATIO:
        return _ratio(page, sentence, figure, start, ahead, behind, previous)
    if _AGAIN.match(page.says(start, at)) or noun == "大关" or (not noun and _ONLY_SO.match(name)):
        return _same_again(page, figure, start, previous)
    by_noun = _by_noun(page, figure, start, ahead, behind)
    if by_noun is not None:
        return by_noun
    speed = _QUICK.search(page.says(start, at))
    if dimension is Dimension.TIME and speed:
        return Draft(figure, speed["what"], Span(start + speed.start(), at), start, end)
    return _by_name(page, figure, start, listed, ahead, found, counted) if name else None


def _tie(
    page: Page, sentence: Sentence, figure: Mention, start: int, behind: Span
) -> Draft | None:
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


def cleaned(name: str) -> str:
    """A name without marks, arranging verbs and what only leads on to its figure."""
    name = _ARRANGED.sub("", name.strip(_OUTER))
    copula = _COPULA.search(name)
    name = name[: copula.start()] if copula else name
    rose = _ROSE.search(name)
    name = name[: rose.start()] if rose and name.count("到") == 0 else name
    name = _ACTORS.sub("", _TAIL.sub("", name)).strip(_OUTER)
    return "外出招商" if name == "招商" else name


def without_goal(name: str) -> str:
    """The name of what a goal is set for: 全年内资任务 → 内资."""
    bare = _GOAL.sub("", name)
    return bare.removeprefix("全年").removeprefix("年度") if len(bare) >= 2 else name


def _noun(page: Page, sentence: Sentence, figure: Mention, following: int | None) -> Span:
    """The noun behind a figure; one that runs on into the next figure is cut at what is counted."""
    noun = phrases.after(page, figure.span.end, min(following or sentence.span.end, sentence.span.end))
    if following is None or noun.end == noun.start or following - noun.end > 8:
        return noun
    if re.search(r"[,，。;；:：、(（]", page.says(noun.end, following)):
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
    previous: Draft | None,
) -> Draft | None:
    """A rate of the figure before, a share of what follows, or a ratio by its own name."""
    rate = rate_of(page, sentence, figure, start, previous) if previous is not None else None
    if rate is not None:
        return rate
    name, noun, end = page.says(*ahead), page.says(*behind), figure.span.end
    if len(noun) >= 2 and page.says(end, end + 1) == "的":
        return Draft(figure, noun + "占比", behind, start, behind.end)
    if not name:
        return _same_again(page, figure, start, previous)
    return grown(figure, name, ahead, start)


def _by_noun(
    page: Page, figure: Mention, start: int, ahead: Span, behind: Span
) -> Draft | None:
    """The figure by the noun behind it, with the verb before or behind: 关停了17座砖瓦窑."""
    name, noun, at = page.says(*ahead), page.says(*behind), figure.span.start
    if not noun or noun == "大关":
        return None
    deed = _DEED.search(name)
    verb = deed["verb"] if deed and not _HAVE.match(deed["verb"]) else ""
    dimension = quantity_of(figure).unit.dimension
    plain = not name or (deed is not None and deed.start() == 0) or not has_digits(page, figure)
    counts = dimension is Dimension.COUNT and len(noun) >= 2 and noun[0] not in "多余以左"
    if not plain and not counts and (deed is None or dimension is Dimension.MONEY):
        return None
    if not verb and page.says(at - 1, at) == "的" and counts:
        verb = name.rstrip("的")
    took_part = _took_part(page, behind.end) if not deed or not verb else ""
    said = (took_part or verb) + noun
    return Draft(figure, said, behind, min(start, at), behind.end, said if counts else "")


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
        rest = _rest(name, counted)
        total = _total(page, figure, rest, ahead, previous)
        if total is not None or _TOTALS.match(rest):
            return total
        more = _MORE_THAN.match(name)
        if more:
            said = f"{previous.name}{more['way']}{more['other']}"
            return Draft(figure, said, ahead, previous.start, end)
    such = _SUCH.search(name)
    if such and listed >= start:
        name = _list_verb(page.says(start, ahead.start)) + such["noun"]
    if listed >= start or "其中" in clean[start : ahead.start] or clean[start - 1 : start] == "、":
        name = _carried(found, name)
    if previous is not None and quantity_of(figure).unit == quantity_of(previous.figure).unit:
        name += _measure(page, previous, name, ahead.start)
    if counts and counted and not _THING.search(name.rstrip("的")) and _LACKS.search(name):
        name = name.rstrip("的") + _sort(counted)
    if "累计" in clean[start : ahead.start]:
        name = "累计" + name
    return Draft(figure, name, ahead, start, end, name if counts else counted)


_LACKS = re.compile(
    rf"(?:的|以上|级|类)$|^(?:已|未|因[^,，]*)?{words.one_of('took_part')}+的?$"
    rf"|^(?:已|新)?{words.one_of('deeds')}$"
)


def _list_verb(says: str) -> str:
    """The verb of a list, in the words before its end."""
    first = _FIRST_DEED.match(says)
    if first:
        return first["verb"]
    said = list(_LIST_VERB.finditer(says))
    return said[-1].group() if said else ""


def _measure(page: Page, previous: Draft, name: str, at: int) -> str:
    """What a part of a total measures: 总产值1000亿元,其中工程机械500亿元 → 产值; empty if said."""
    between = page.says(previous.figure.span.end, at).strip("“ ")
    measure = _MEASURE.search(previous.name)
    if measure is None or _MEASURE.search(name) or between.strip(",，") not in ("其中", "、"):
        return ""
    return measure.group() if len(name) >= 2 else ""


def _rest(name: str, counted: str) -> str:
    """The name without the counted things that it says again: 项目总投资 → 总投资."""
    thing = _thing(counted)
    return name[len(thing) :] if thing and name.startswith(thing) else name


def _thing(counted: str) -> str:
    """What sort of thing was counted: 新签约亿元以上项目 → 项目."""
    thing = _THING.search(counted)
    return thing.group() if thing else ""


def _sort(counted: str) -> str:
    """The counted things without what was done to them: 列入调度的重点产业项目 → 重点产业项目."""
    thing = _SORT.search(counted)
    return thing.group() if thing else ""


def _total(
    page: Page, figure: Mention, name: str, ahead: Span, previous: Draft
) -> Draft | None:
    """What the things counted before add up to or bring; None where nothing was counted."""
    if not (_TOTALS.match(name) or _BRINGS.match(name)):
        return None
    between = page.says(previous.figure.span.end, figure.span.start)
    if not previous.counted or not _SHARED.search(previous.counted) or len(between) > len(name) + 22:
        return None
    said = re.sub(r"^(?:累计|共)", "", previous.counted) + name
    return Draft(
        figure, said, ahead, previous.start, figure.span.end, previous.counted, adds_up=True
    )


def _verb_of_list(page: Page, sentence: Sentence, at: int) -> str:
    """What the things listed before 等9家 did or were done to: 走访, 入驻; empty if unsaid."""
    return _list_verb(page.says(sentence.span.start, at))


def _took_part(page: Page, end: int) -> str:
    """What the counted things do right behind their noun: 6个项目集中签约 → 集中签约."""
    done = _TOOK_PART.match(page.text.clean, end)
    return done["done"] if done else ""


def _same_again(page: Page, figure: Mention, start: int, previous: Draft | None) -> Draft | None:
    """The thing told before in another figure: 89批、460人次; 累计达到126家; 去年底是23家."""
    if previous is None:
        return None
    between = page.says(previous.figure.span.end, figure.span.start)
    if len(between) > 30:
        return None
    same = quantity_of(figure).unit == quantity_of(previous.figure).unit
    more = next((word for word in ("累计", "总数") if word in between), "")
    dated = any(
        isinstance(mention.value, Period | Name)
        for mention in page.within(previous.figure.span.end, figure.span.start)
    )
    if same and between in ("、", "和", "与"):
        return _shared_out(page, figure, start, previous)
    broken = "突破" in between or "突破" in page.says(*figure.span)
    if not (between == "、" and not same) and not more and not (same and dated) and not broken:
        return None
    if broken and not more and not dated:
        return None
    name = re.sub(r"^(?:累计|共)", "", previous.name) + more
    return Draft(figure, name, previous.name_span, start, figure.span.end, previous.counted)


def _shared_out(page: Page, figure: Mention, start: int, previous: Draft) -> Draft | None:
    """The second of two told at once: 城乡居民人均可支配收入分别达到3.1万元、1.8万元."""
    if "分别" not in page.says(previous.start, previous.figure.span.start):
        return None
    parts = _PARTS.fullmatch(previous.name)
    if parts is None:
        return None
    if parts["both"]:
        previous.name, second = "城镇" + parts["rest"], "农村" + parts["rest"]
    else:
        previous.name, second = parts["one"], parts["other"]
    return Draft(figure, second, previous.name_span, start, figure.span.end)


def _carried(found: list[Draft], name: str) -> str:
    """The name with the verb of the count before it: 引进高层次人才2人、领军人才4人."""
    for draft in reversed(found):
        verb = _COUNTING.match(draft.name)
        if verb:
            return name if _COUNTING.match(name) else verb.group() + name
        if quantity_of(draft.figure).unit.dimension is Dimension.COUNT:
            return name
    return name
