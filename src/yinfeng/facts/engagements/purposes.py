"""What a trip or a visit was for: the clause that tells it, not the list of whom it went to.

赴…拜访某公司,就某项目洽谈: 就某项目洽谈. Where the clause says no more than 考察交流, the sentences
that go on about the event may: 学习借鉴…, 深化…, 双方签署….
"""

import re
from collections.abc import Sequence

from yinfeng.facts.engagements.sightings import bodies_in, to_stop, trimmed
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Span

_CLAUSE = re.compile(r"[^,，]+")
_TRIVIAL = re.compile(
    r"(?:考察|交流|调研|参观|招商|对接|洽谈|走访|拜访|学习|观摩|座谈|访问|指导|工作|实地"
    r"|开展|进行|活动|了|上门|商谈|视察)+"
)
_OF_GUESTS = re.compile(
    r"(?:先后|实地|现场|还|并|一行|分别)*(?:观摩|参观|走访|查看|察看|拜访|来到|深入|考察)了"
)
_AFTER_GUESTS = re.compile(
    r"(?:等[^,，]{0,14}?(?:企业|单位|公司|机构|高校|客商|地|家))?(?:\d+[家个]企业)?"
)
_ATTENDING = re.compile(r"会见|接待|陪同|参加(?![^,，。]{2,16}会$)|出席|主持")
_WITH_WHOM = re.compile(r"(?:与|和|同|跟)[^,，]*?(?=就|围绕|洽谈|商谈|对接|座谈|协商)")
_SPOKEN = re.compile(r"[一-龥]{2,3}(?:说|介绍|表示|认为)$")
_LEAD = re.compile(r"(?:重点|并|还|又|详细|双方|进一步(?=了解|学习|推介))*")
_DEEPER = re.compile(
    r"学习借鉴[^。;；]{4,60}|深化[^。;；]{4,60}|(?:双方)?就[^,，。;；]{4,40}(?:达成|进行"
    r"|开展|深入|交换)[^,，。;；]{0,16}"
    r"|(?<=双方)(?:正式|现场|共同)?(?:签署|签订|达成)[^,，。;；]{2,30}|旨在[^。;；]{4,40}"
    r"|推动[^,，。;；]{4,30}"
)
_SHORTEST = 5
_HAS_ERRAND = re.compile(r"洽谈|就|谈|对接|考察|学习|签|推介|协调|商谈|座谈|交流")


def purpose_of(page: Page, scope: Scope, sentences: Sequence[Sentence], start: int) -> Span | None:
    """The words that tell what the event that *start* opens was for."""
    opening = sentences[0]
    stop = to_stop(page, start, opening.span.end)
    trivial: Span | None = None
    for clause in _CLAUSE.finditer(page.text.clean, start, stop):
        span = _without_guests(page, scope, clause)
        if (
            span is None
            or page.says(*span) == scope.host(start)
            or _ATTENDING.search(page.says(*span))
        ):
            continue
        if not _TRIVIAL.fullmatch(page.says(*span)):
            return span
        trivial = trivial or span
    return _deeper(page, sentences, start) or trivial


def _without_guests(page: Page, scope: Scope, clause: re.Match[str]) -> Span | None:
    clean, (start, end) = page.text.clean, clause.span()
    lead = _LEAD.match(clean, start, end)
    start = lead.end() if lead else start
    whom = _WITH_WHOM.match(clean, start, end)
    start = whom.end() if whom and end - whom.end() > _SHORTEST else start
    if _SPOKEN.search(clean, start, end):
        return None
    if _OF_GUESTS.match(clean, start, end):
        return None
    guests = [m for m in bodies_in(page, scope, start, end) if m.span.end <= end]
    if guests and not _is_about(page.says(start, end)):
        after = _AFTER_GUESTS.match(clean, guests[-1].span.end, end)
        start = after.end() if after else guests[-1].span.end
        if not _HAS_ERRAND.search(clean, start, end):
            return None
    return trimmed(page, start, end)


def _is_about(says: str) -> bool:
    return says.startswith(
        (
            "了解",
            "实地了解",
            "参加",
            "邀请",
            "慰问",
            "看望",
            "就",
            "协调",
            "学习",
            "推介",
            "商讨",
            "围绕",
        )
    )


def _deeper(page: Page, sentences: Sequence[Sentence], start: int) -> Span | None:
    for sentence in sentences:
        match = _DEEPER.search(page.text.clean, max(start, sentence.span.start), sentence.span.end)
        if match:
            return trimmed(page, *match.span())
    return None
