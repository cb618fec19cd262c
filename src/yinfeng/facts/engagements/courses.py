"""How far an event is told: the sentences after the opening one that go on about it."""

import re
from collections.abc import Sequence

from yinfeng.facts.engagements.event_words import is_day
from yinfeng.facts.engagements.sightings import FIRMS, Sighting
from yinfeng.facts.page import Sentence
from yinfeng.values import Name

_ENTRY = re.compile(r"\s*(?:\d{1,2}[.．、]\s*\d{1,2}月|[◇◆★●▪·]\s*\d{1,2}月|【\d{1,2}】)")


_SAME_DAY = re.compile(r"\s*[“]?(?:当天|当日|同日|当晚|同一天)")


_CLOSES = re.compile(
    r"(?:参加|陪同|随行|出席|列席|参与|同行|主持|致辞|讲话)[^,，。;；]{0,8}[。;；]?\s*$"
)


# 县长某某出席开工仪式并宣布开工: told behind the sums of what was begun.
_ATTENDED = re.compile(
    r"(?:出席|参加|主持)了?(?:此次|本次|当天|集中|签约|开工)*(?:仪式|活动|大会|会议)|宣布(?:项目)?(?:集中)?开工"
)


TRAVELS_ON = re.compile(
    r"\s*(?:在[一-龥、]{2,10}[,，]|随后|之后|接着|期间|考察[组团]|代表团|一行人?"
    r"|(?:当[天日])?[上下]午[,，]?[^,，。]{0,6}?[又还再]|先后|座谈会上|双方|调研组)"
)
_LATER = re.compile(
    r"\s*(?:[当同]?[天日])?(?:[上下]午|晚上|傍晚)[,，][^。;；]{2,12}?(?:主持召开|召开)"
)
_SIGNATURE = 18
_STOPS = 8
_STOP = re.compile(r"\s*(?:随后)?在(?P<place>[一-龥]{2,4}?)(?:市|县|区)?[,，]")
_TEAM_GOES_ON = re.compile(
    r"\s*[^,，。;；\d]{0,10}(?:一行|招商团队|招商小分队|考察团|考察组|代表团|招商组|小分队)[^,，。;；\d]{0,4}"
    r"(?:先后|实地|还|又|来到|走进|考察|参观|走访|拜访)"
)
_NEAR = 2
_GOES_ON = re.compile(
    r"会上|会议|仪式上|活动|现场|出席|参加|主持|致辞|讲话|陪同|接待|推介|发言|宣布"
    r"|先后(?:观摩|参观|走访|考察)"
    r"|实地(?:参观|查看|考察|走访)|座谈|双方|随后|期间|介绍|签约|一行"
)


_SIGNING = re.compile(r"投资|项目|签约")


_TRAVELS = ("visit_out", "visit_in", "exchange", "study")


def is_other(sentence: Sentence, sighting: Sighting, further: Sequence[Sighting]) -> bool:
    """Whether a sentence tells an event of its own; the talks that a visit led to are none."""
    if sighting.type == "ceremony":
        return False
    if _LATER.match(sentence.says) and any(s.type == "meeting" for s in further):
        return True
    return any(s.type in _TRAVELS or sighting.type not in _TRAVELS for s in further)


def comes_back(sentence: Sentence, opening: Sentence, sighting: Sighting) -> bool:
    """Whether a sentence of the same paragraph tells who else took part, or the next stop."""
    if sentence.paragraph != opening.paragraph:
        return False
    if _CLOSES.search(sentence.says) or _ATTENDED.search(sentence.says):
        return True
    return sighting.type in _TRAVELS and TRAVELS_ON.match(sentence.says) is not None


def is_next_stop(sentence: Sentence, opening: Sentence, sighting: Sighting) -> bool:
    """Whether a later paragraph opens at a place that the trip was told to go to: 在宁波,…."""
    if sighting.type not in _TRAVELS or not 0 < sentence.paragraph - opening.paragraph <= _STOPS:
        return False
    if _TEAM_GOES_ON.match(sentence.says) and sentence.paragraph - opening.paragraph <= _NEAR:
        return not any(map(is_day, sentence.periods))
    if _is_at_a_firm(sentence) and not any(map(is_day, sentence.periods)):
        return True
    there = _STOP.match(sentence.says)
    return there is not None and there["place"] in opening.says


def _is_at_a_firm(sentence: Sentence) -> bool:
    """Whether a sentence opens at a firm: 在某某集团,县长与负责人洽谈."""
    at = sentence.span.start + len(sentence.says) - len(sentence.says.lstrip())
    if not sentence.says.lstrip().startswith("在"):
        return False
    return any(
        m.span.start == at + 1 and isinstance(m.value, Name) and m.value.kind in FIRMS
        for m in sentence.names
    )


def opens_anew(sentence: Sentence) -> bool:
    """Whether a sentence is an entry of a list, or tells a day other than that just told."""
    if _ENTRY.match(sentence.says):
        return True
    return any(map(is_day, sentence.periods)) and not _SAME_DAY.match(sentence.says)


def signs_report(opening: Sentence, sentence: Sentence) -> bool:
    """Whether a line under a report's title names who gave it: 镇长 覃志高."""
    is_report = opening.says.rstrip(" )）\n").endswith("上")
    return is_report and len(sentence.says.strip()) <= _SIGNATURE


def goes_on(sentence: Sentence, opening: Sentence, *, is_signing: bool) -> bool:
    """Whether a sentence near the opening one still tells of its event."""
    if is_signing and _SIGNING.search(sentence.says):
        return True
    if sentence.line.kind is not opening.line.kind or sentence.paragraph - opening.paragraph > 2:
        return False
    found = _GOES_ON.findall(sentence.says)
    return bool(found) and (sentence.paragraph == opening.paragraph or set(found) != {"介绍"})
