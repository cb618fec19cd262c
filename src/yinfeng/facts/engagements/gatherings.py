"""Ceremonies and meetings seen in a sentence: 签约仪式, 开园, 推介会; 座谈会, 推进会.

A ceremony opens, signs or presents something before guests; a meeting is one held on a day that is
told. What recurs (每周例会) and what a speech is about (会议指出) is neither.
"""

import re

from yinfeng.facts.engagements.event_words import day_of, is_day, tells_a_day
from yinfeng.facts.engagements.sightings import Sighting, trimmed
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon.leading import led
from yinfeng.values import Grain, Mention, Name, NameKind, Period, Span

_OPENS = (
    "签约|签订|签署|结对|捐赠|授旗|聘任|开工|开园|揭牌|奠基|竣工|启动|授牌|落成|投产|开业|封顶|挂牌|动工|启用|揭幕|点火"
    "|通车|下线|首发|开幕|交付"
)
_CEREMONY = re.compile(
    led(
        rf"(?P<stem>(?:{_OPENS})(?:暨[^,，。]{{1,16}}?)?)(?P<form>仪式|大会|活动|典礼|现场)"
        r"|推介会|[一-龥]{1,4}博会(?=在|[,，。]|举行|开幕)|(?:招商|投资|推介|项目)恳谈会|订货会"
        r"|采购会|展销会|博览会|交易会|产销对接会"
        r"|开幕式|(?:论坛|峰会)(?=在|[,，。]|举行|开幕)|(?:招商(?:引资|选资)?|项目|产业|产业链)(?:对接会"
        r"|洽谈会|说明会|发布会|大会)|投资(?:环境)?(?:说明|推介)会|(?:投资|经贸|贸易|投资贸易)洽谈会"
        r"|开工奠基|揭牌成立|共同(?:为[^,，。]{2,16})?揭牌|正式(?:开园|揭牌|奠基|开业|启幕)"
        r"|(?<=[园区站城厦心地馆])(?:开园|揭牌|启用|开业|奠基)(?=[,，。;；]|$)"
        r"|集中(?:签约|开工|竣工|揭牌)(?!项目|的)"
    )
)
_FORM = re.compile(r"(?:仪式|典礼|现场|(?<=签约)活动)$")
_HELD = re.compile(
    r"召开|举行|举办|开展|开幕|启幕|开了|召集|出席|参加|揭牌|开园|启用|开业|奠基|组织(?!部|实施)"
    r"|隆重|正式|启动"
    r"|上(?=[,，]|$)"
)
_SESSIONS = (
    "早餐会|年会|学习会|洽谈会|视频会|恳谈会|沙龙|圆桌会|碰头会|通气会|听证会|论证会|动员大会|誓师大会|拜年会|迎新会|院坝会|议事会|选商会|例会"
    "|座谈会|推进会|点评会|调度会|讨论会|现场会|动员会|研讨会|部署会|联席会议?|协调会|大会"
    "|工作会议?|专题会议?"
    "|代表大会[^,，。]{0,8}?会议|全体会议|全会|扩大会议|交流会|协商会|分析会|汇报会|对接活动|对接会|总结会"
    "|表彰会|务虚会|会商会|见面会|茶话会|评审会|联谊会|乡贤会|培训会|签约会|会议"
)
_MEETING = re.compile(rf"(?:{_SESSIONS})(?:暨[^,，。]{{2,16}}?(?:{_SESSIONS}))?")
_BEFORE_MEETING = re.compile(r"[^,，。;；:：\n]{0,30}$")
_NO_MEETING = re.compile(
    r"会议(?:室|中心|指出|强调|要求|认为|精神|纪要|传达|决定)|全会精神|大会战|培训会计"
)
_LEAD = re.compile(
    r"[,，。;；:：\n]|(?:组织)?(?:召开|举行|举办|开展)了?|组织(?!部)|出席|参加"
    r"|主持|召集|由[^。;；]{4,40}?(?:主办|承办|举办|组织)的|在(?=[^,，。]{2,24}(?:举行|召开"
    r"|举办))|位于[^,，。]{2,8}?的|随着[^,，。]*[,，]"
)
_HOST = re.compile(r"(?:全|我|本|该)(?:镇|街道|乡|区|县)")
_CONGRESS = re.compile(r"代表大会|党代会|人代会")
_PLACE = re.compile(
    r"(?:在(?!外)|位于)(?P<place>[^,，。;；在]{2,24}?)(?=举行|举办|召开|隆重|成功|开幕|启幕"
    r"|开园仪式|揭牌仪式|举)"
)
_REPORT = re.compile(r"在(?P<name>[^,，。\n]{4,40}?(?:会议|大会|全会))上[)）]?\s*$")
_ITS_SUBJECT = re.compile(
    rf"(?P<project>[一-龥A-Za-z0-9“”()（）·]{{2,24}}?项目)(?:正式|集中"
    rf"|启动|举行|隆重举行)?(?:{_OPENS})(?:仪式|活动|典礼)"
)
_MANY = re.compile(r"重点|重大|季度|集中|\d{4}年|产业项目$|批项目|^项目|首批|举行|\d个|一批")
_WORKS = frozenset({NameKind.PARK, NameKind.BUILDING})
_OPENED = re.compile(r"(?:正式)?(?:开园|开业|启用|启幕)")
_GROUND = re.compile(r"(?:正式|破土)(?:开工|动工|奠基|投产)|破土动工|盛大开业")
_DECLARED = re.compile(r"宣布(?:项目)?(?:开工|投产|开业)|致辞|剪彩|培土|启动键|共同见证")
# 6月20日启动集中签约以来: the day only begins a count.
_SINCE = re.compile(r"(?:启动|签约|开工|投产|开园|举行|揭牌)[^,，。]{0,10}以来")
# 全年共举办集中开工现场会4次 counts them and tells of none.
_SO_OFTEN = re.compile(
    r"(?:举办|举行|召开|组织|开展)[^,，。;；]{0,28}?\d+(?:余|多)?(?:次|场(?!地))"
)
_FOLLOWING = 80
_NEAR = 8
_NEAR_GRAINS = (Grain.TENDAYS, Grain.MONTH)
LATELY = re.compile(r"近日|日前|前不久|不久前|昨日|昨天|今天|今日|昨晚|上周|本周|这几天|前几天")
"""Words of a day that the paper leaves open."""
_HERE = frozenset({"该街道", "该镇", "这里", "此间", "现场", "当地"})
_ORGAN = ("办事处", "管委会", "驻", "人民政府", "商会")
_OPENING = re.compile(r"(?:正式)?(?:开园|开业|启用|启幕)")


def ceremony(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """A ceremony or presentation that the sentence says was held."""
    match = _CEREMONY.search(page.text.clean, *sentence.span)
    match = match or _broken_ground(page, sentence)
    if match is None or not _HELD.search(sentence.says) or _SINCE.search(sentence.says):
        return None
    if _SO_OFTEN.search(sentence.says):
        return None
    day = day_of(page, scope, sentence, match.end())
    is_lately = LATELY.search(page.says(sentence.span.start, match.start())) is not None
    if not (day is not None or is_lately or tells_a_day(sentence)):
        return None
    name = _name(page, scope, sentence, match.end())
    place = _place(page, sentence)
    subject = subject_of(page, scope, sentence, match.start())
    opens = _OPENING.match(page.text.clean, match.start())
    if subject is not None and opens is not None:
        is_near = opens.start() - subject.end <= _NEAR
        name, place = Span(subject.start, opens.end() if is_near else subject.end), place or subject
    return Sighting("ceremony", match.start(), match.start(), name, place)


def _broken_ground(page: Page, sentence: Sentence) -> re.Match[str] | None:
    """A start of works that somebody declared before guests: 正式开工. 县委书记宣布开工."""
    match = _GROUND.search(page.text.clean, *sentence.span)
    if match is None:
        return None
    following = page.says(match.end(), sentence.span.end + _FOLLOWING)
    return match if _DECLARED.search(following) else None


def meeting(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """A meeting held on a day that is told."""
    if not _HELD.search(sentence.says):
        return None
    match = _session(page, sentence)
    if match is None:
        return None
    day = day_of(page, scope, sentence, match.end())
    is_lately = LATELY.search(page.says(sentence.span.start, match.end())) is not None
    is_known = day is not None and (is_day(day) or _is_near(sentence, day))
    if not (is_lately or is_known or tells_a_day(sentence)):
        return None
    name = _name(page, scope, sentence, match.end())
    lead = _BEFORE_MEETING.search(
        page.text.clean, max(sentence.span.start, match.start() - 30), match.start()
    )
    start = lead.start() if lead else match.start()
    return Sighting("meeting", start, start, name, _place(page, sentence))


def _session(page: Page, sentence: Sentence) -> re.Match[str] | None:
    """The meeting that a sentence names; the room that it was held in is none."""
    clean = page.text.clean
    for match in _MEETING.finditer(clean, *sentence.span):
        if not _NO_MEETING.match(clean, max(match.start(), match.end() - 2)):
            return match
    return None


def _is_near(sentence: Sentence, day: Mention) -> bool:
    """Whether the sentence itself tells the month, or ten days of it, of a meeting."""
    is_own = day in sentence.periods
    return is_own and isinstance(day.value, Period) and day.value.grain in _NEAR_GRAINS


def report(page: Page, sentence: Sentence) -> Sighting | None:
    """The congress that a report was read to, told under its title: …年…月…日在…会议上."""
    match = _REPORT.search(page.text.clean, *sentence.span)
    if match is None or not any(is_day(m) for m in sentence.periods):
        return None
    return Sighting("meeting", match.start(), match.start(), trimmed(page, *match.span("name")))


def _name(page: Page, scope: Scope, sentence: Sentence, end: int) -> Span | None:
    """The event's own name: what leads up to its ending, without day, host and 举行."""
    start = sentence.span.start
    for lead in _LEAD.finditer(page.text.clean, start, end - 2):
        start = lead.end()
    for mention in page.within(start, end):
        if mention.span.start == start and mention.span.end < end - 4 and is_day(mention):
            start = mention.span.end
    start = _past_host(page, scope, start, end)
    end += page.says(end, end + 1) in ("”", "」")
    form = _FORM.search(page.says(start, end))
    return trimmed(page, start, end - len(form[0]) if form else end)


def _past_host(page: Page, scope: Scope, start: int, end: int) -> int:
    clean, host = page.text.clean, scope.host(start)
    if _CONGRESS.search(clean, start, end):
        return start
    is_host = clean.startswith(host, start) and not clean.startswith(_ORGAN, start + len(host))
    if host and is_host and start + len(host) < end - 3:
        return start + len(host)
    own = _HOST.match(clean, start, end - 3)
    return own.end() if own else start


def _place(page: Page, sentence: Sentence) -> Span | None:
    match = _PLACE.search(page.text.clean, *sentence.span)
    if match is None or match["place"] in _HERE:
        return None
    return trimmed(page, *match.span("place"))


def subject_of(page: Page, scope: Scope, sentence: Sentence, at: int) -> Span | None:
    """The work that a ceremony at *at* opens: 某某项目开工仪式, 某某园正式开园."""
    match = _ITS_SUBJECT.search(page.text.clean, *sentence.span)
    if match and not _MANY.search(match["project"]):
        start = _past_host(page, scope, match.start(), match.end())
        return trimmed(page, start, match.end("project"))
    for mention in page.within(max(sentence.span.start, at - 24), at):
        is_work = _is_work(mention)
        between = page.says(mention.span.end, at).strip("”」 ")
        if is_work and between in ("", "正式", "举行", "隆重", "隆重举行"):
            return mention.span
    if _OPENED.match(page.text.clean, at):
        works = (m for m in page.within(sentence.span.start, at) if _is_work(m))
        return next((m.span for m in works), None)
    return None


def _is_work(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and mention.value.kind in _WORKS
