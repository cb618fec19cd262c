"""Projects told of behind the signing that won them, without a stage of their own.

3月18日,街道与甲公司、乙公司“云签约”。其中甲总部项目入驻…: signed on that day. So are the entries of
a list behind 会上与甲公司等6家企业现场签约.
"""

import re

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.days import first_day
from yinfeng.facts.projects.fields import ProjectFields
from yinfeng.facts.projects.regions import Region
from yinfeng.facts.stages import is_reached
from yinfeng.values import Span

_SIGNED = re.compile(
    r"签约(?!率|项目|率|仪式前|的|客商|面积)|签[订署下]了?[^,，。;；]{0,16}?(?:协议|合同)(?!书?(?:文本|条款))"
)
_ONLY_TALKS = re.compile(r"意向|框架|备忘录|合作协议|战略")
_TAKES_UP = re.compile(
    r"\s*(?:其中|该(?:公司|企业|集团|项目)|公司|企业|项目(?=总?投资|占地|用地|计划|拟|选址|将)|据[悉了介])"
)
_SEVERAL = re.compile(r"(?:\d+|[两二三四五六七八九十]+)(?:家|个)(?:企业|项目|客商|公司)")
_MARK = re.compile(r"\s*(?:[(（]?[0-9]{1,2}[)）.．、]|[①-⑳◎●★■▲◆·•※☆○▶☞➤▪►□◇*-])")
_NAMELY = re.compile(r"\s*(?:分别|具体)(?:是|为|有)[:：]?")
_SO_MANY = re.compile(r"签约(?:\d+|[两二三四五六七八九十]+)个[^,，。;；]{0,10}项目")
_ENTRIES, _PARTS, _NEAR = 16, 8, 2


def signed_before(page: Page, region: Region) -> ProjectFields:
    """The stage and the day of the signing that the sentence of a project takes up."""
    sentence = region.sentence
    if _MARK.match(sentence.says):
        earlier = _above_list(page, sentence)
    else:
        earlier = _taken_up(page, sentence) or _counted_above(page, sentence)
    signed = _signing(page, earlier) if earlier is not None else None
    if earlier is None or signed is None:
        return {}
    found: ProjectFields = {"stage": page.told("signed", signed)}
    day = first_day(page, earlier)
    return found | ({"stage_date": day} if day else {})


def _taken_up(page: Page, sentence: Sentence) -> Sentence | None:
    """The sentence that this one goes on about, be it in several parts: 其中A…;B…."""
    opening = sentence
    for earlier in page.before(sentence, _PARTS):
        if earlier.paragraph != sentence.paragraph:
            return None
        if _TAKES_UP.match(opening.says):
            return earlier
        if page.says(opening.span.start - 1, opening.span.start) not in (";", "；"):
            return None
        opening = earlier
    return None


def _counted_above(page: Page, sentence: Sentence) -> Sentence | None:
    """The sentence that counts what was signed, where this one begins: 分别是:A;B."""
    opening = sentence
    for earlier in page.before(sentence, _PARTS):
        if page.says(opening.span.start - 1, opening.span.start) not in (";", "；"):
            break
        opening = earlier
    if _NAMELY.match(opening.says) is None:
        return None
    near = page.before(opening, _NEAR)
    return next((one for one in near if _SO_MANY.search(one.says)), None)


def _above_list(page: Page, sentence: Sentence) -> Sentence | None:
    """The sentence that leads into a list of entries, if it counts those who signed."""
    for earlier in page.before(sentence, _ENTRIES):
        if not _MARK.match(earlier.says):
            return earlier if _SEVERAL.search(earlier.says) else None
    return None


def _signing(page: Page, sentence: Sentence) -> Span | None:
    """The words of a sentence that say a deal was signed, unless it is only an intention."""
    for match in _SIGNED.finditer(page.text.clean, *sentence.span):
        span = Span(*match.span())
        if is_reached(page, span) and not _ONLY_TALKS.search(match.group()):
            return span
    return None
