"""Ceremonies and meetings seen in a sentence: 签约仪式, 开园, 推介会; 座谈会, 推进会.

A ceremony opens, signs or presents something before guests; a meeting is one held on a day that is
told. What recurs (每周例会) and what a speech is about (会议指出) is neither.
"""

import re

from yinfeng.facts.event_words import day_of, is_day
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.facts.sightings import Sighting, trimmed
from yinfeng.values import Span

_OPENS = (
    "签约|开工|开园|揭牌|奠基|竣工|启动|授牌|落成|投产|开业|封顶|挂牌|动工|启用|揭幕|点火"
    "|通车|下线|首发|开幕|交付"
)
_CEREMONY = re.compile(
    rf"(?P<stem>(?:{_OPENS})(?:暨[^,，。]{{1,16}}?)?)(?P<form>仪式|大会|活动|典礼|现场)"
    r"|推介会|恳谈会|(?:招商|项目|产业|产业链)(?:对接会|洽谈会|说明会|发布会|大会)|投资(?:说明|推介)会"
    r"|揭牌成立|共同(?:为[^,，。]{2,16})?揭牌|正式(?:开园|揭牌|奠基|开业|启幕)"
    r"|集中(?:签约|开工|竣工|揭牌)(?!项目|的)"
)
_FORM = re.compile(r"(?:仪式|活动|典礼|现场)$")
_HELD = re.compile(r"召开|举行|举办|出席|参加|揭牌|组织(?!部|实施)|隆重|正式|启动|上(?=[,，]|$)")
_SESSIONS = (
    "座谈会|推进会|点评会|调度会|讨论会|现场会|动员会|研讨会|部署会|联席会议?|协调会|大会"
    "|工作会议?|专题会议?"
    "|代表大会[^,，。]{0,8}?会议|全体会议|全会|扩大会议|交流会|协商会|分析会|汇报会|对接活动|对接会|总结会"
    "|表彰会|务虚会|会商会|见面会|茶话会|评审会|联谊会|乡贤会|讨论会|培训会|签约会|会议"
)
_MEETING = re.compile(
    rf"[^,，。;；:：\n]{{0,30}}?(?:{_SESSIONS})(?:暨[^,，。]{{2,16}}?(?:{_SESSIONS}))?"
)
_NO_MEETING = re.compile(
    r"会议(?:室|中心|指出|强调|要求|认为|精神|纪要|传达|决定)|全会精神|大会战|培训会计"
)
_LEAD = re.compile(
    r"[,，。;；:：\n]|(?:组织)?(?:召开|举行|举办)了?|组织(?!部)|出席|参加|在(?!线)"
    r"|位于[^,，。]{2,8}?的|随着[^,，。]*[,，]"
)
_PLACE = re.compile(
    r"(?:在|位于)(?P<place>[^,，。;；在]{2,24}?)(?=举行|举办|召开|隆重|成功|开园仪式|揭牌仪式|举)"
)


def ceremony(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """A ceremony or presentation that the sentence says was held."""
    match = _CEREMONY.search(page.text.clean, *sentence.span)
    if match is None or not _HELD.search(sentence.says):
        return None
    if day_of(page, scope, sentence, match.end()) is None:
        return None
    name = _name(page, sentence, match.end())
    return Sighting("ceremony", match.start(), match.start(), name, _place(page, sentence))


def meeting(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """A meeting held on a day that is told."""
    match = _MEETING.search(page.text.clean, *sentence.span)
    if match is None or not _HELD.search(sentence.says):
        return None
    if _NO_MEETING.match(page.text.clean, max(match.start(), match.end() - 2)):
        return None
    day = day_of(page, scope, sentence, match.end())
    if day is None or not is_day(day):
        return None
    name = _name(page, sentence, match.end())
    return Sighting("meeting", match.start(), match.start(), name, _place(page, sentence))


def _name(page: Page, sentence: Sentence, end: int) -> Span | None:
    """The event's own name: what leads up to its ending, without day, body and 举行."""
    start = sentence.span.start
    for lead in _LEAD.finditer(page.text.clean, start, end - 2):
        start = lead.end()
    for mention in page.within(start, end):
        is_opening = mention.span.start == start and mention.span.end < end - 4
        if is_opening and is_day(mention):
            start = mention.span.end
    form = _FORM.search(page.says(start, end))
    return trimmed(page, start, end - len(form[0]) if form else end)


def _place(page: Page, sentence: Sentence) -> Span | None:
    match = _PLACE.search(page.text.clean, *sentence.span)
    return trimmed(page, *match.span("place")) if match else None
