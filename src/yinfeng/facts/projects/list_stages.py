"""The stage that a list, a heading or a ceremony gives to the projects that it names.

The stage of a heading (已竣工项目2个) holds for the entries below it, that of a list that runs on
over ; for each of its parts, that of a ceremony (3月28日,集中签约仪式) for what the page lists.
"""

import re

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.days import first_day
from yinfeng.facts.projects.fields import ProjectFields
from yinfeng.facts.projects.regions import Region
from yinfeng.text import LineKind
from yinfeng.values import Mention, Span, Term, TermKind

_ENTRY = re.compile(r"\s*+(?:[(（]?[0-9０-９]{1,3}[)）.．、]|[①-⑳◎●★■▲◆·•※☆○▶☞➤])")
_LEADS_LIST = re.compile(r"项目|名单|如下|[:：]$")
_LIST_OF = re.compile(
    r"(?:签约|开工|在建|竣工|投产|在谈|洽谈|储备|跟踪|完工|续建|落地|推进)[^,，。;；:：]{0,6}(?:项目|工程)(?:进展|情况|清单|[（(\d:：]|$)"
)
_LIST_LEAD = re.compile(
    r"[^,，。;；:：]{0,12}(?:(?:项目|工程)[^,，。;；:：]{0,6}(?:[,，]?(?:具体|其中)?(?:分别|包括|有)(?:是|为|有)?)?"
    r"|(?:新|已|正|集中)(?:签约|开工|竣工|投产|落地))[:：]"
)
_CEREMONY = re.compile(
    r"(?:集中)?(?P<what>签约|开工|奠基|竣工|投产|开园)(?:仪式|活动|现场|大会)|集中(?P<all>签约|开工|竣工|投产)"
)
_SIGN = re.compile("仪式|活动|现场|大会|集中")
_HEAD, _LISTED, _MOST_ENTRIES = 200, 10, 24
_AT_IT = re.compile(
    r"\s*(?:会上|仪式上|签约仪式上|活动现场|活动中|现场|当天|会议现场|对接会上|推介会上)"
)
_COUNTED = re.compile(
    r"\s*(?:据(?:悉|了解|介绍)[,，])?[^,，。;；]{0,10}?(?:此次|本次|这次|当天|现场|仪式上)[^,，。;；]{0,4}(?:签约|开工|竣工|投产)的?[^,，。;；]{0,12}项目"
)
_DASHED = re.compile(r"\s*(?:——|—|[◆●■▲★·•])")
_HOLDS = re.compile(
    r"举行|举办|召开|隆重|(?:[\d一二三四五六七八九十]个|[\d十]只)[^,，。;；]{0,12}项目[^,，。;；]{0,30}集中"
)
_HELD = {
    "签约": "signed",
    "开工": "started",
    "奠基": "started",
    "竣工": "completed",
    "投产": "producing",
    "开园": "producing",
}


def heading_stage(page: Page, sentence: Sentence) -> tuple[Mention, str] | None:
    """The stage of the list that an entry stands in: 部分签约项目如下:, 2、在建项目3个."""
    for previous in page.before(sentence, 16):
        is_heading = previous.line.kind in (LineKind.HEADING, LineKind.TITLE)
        if _ENTRY.match(previous.says) and not _LIST_OF.search(previous.says[:20]):
            continue
        if not is_heading and not _LEADS_LIST.search(previous.says[:_HEAD]):
            continue
        if previous.line.kind is LineKind.PROSE and len(previous.says) > 40:
            return None
        if previous.line.kind is LineKind.PROSE and not _announces(previous):
            continue
        return _last_stage(previous.mentions)
    return None


def _announces(sentence: Sentence) -> bool:
    """Whether prose leads into a list: 重点签约项目简介: — not 项目达产后可实现年销售10亿元。"""
    says = sentence.says.rstrip()
    return says.endswith((":", "：")) or "如下" in says or _LIST_OF.search(says) is not None


def list_stage(page: Page, region: Region) -> tuple[Mention, str] | None:
    """The stage of the list that runs on over ; in one line: 签约项目:A,…;B,…."""
    clean, sentence = page.text.clean, region.sentence
    for previous in page.before(sentence, _MOST_ENTRIES):
        if previous.paragraph != sentence.paragraph or clean[sentence.span.start - 1] not in ";；":
            return None
        match = _LIST_LEAD.search(previous.says[:_HEAD])
        if match:
            start = previous.span.start
            return _last_stage(page.within(start + match.start(), start + match.end()))
        sentence = previous
    return None


def _is_listed(page: Page, region: Region) -> bool:
    """Whether the words just before count what was signed: 此次集中签约项目18个,…."""
    last = region.sentence
    for previous in (last, *page.before(last, _LISTED)):
        if last.paragraph - previous.paragraph > 1 and not _DASHED.match(last.says):
            return False
        if _COUNTED.match(previous.says):
            return True
        last = previous
    return False


def _last_stage(mentions: tuple[Mention, ...]) -> tuple[Mention, str] | None:
    for mention in reversed(mentions):
        term = mention.value
        if isinstance(term, Term) and term.kind is TermKind.STAGE:
            return mention, term.key
    return None


def _goes_on(page: Page, region: Region) -> bool:
    """Whether the paragraph of a project takes up the ceremony told before it: 会上,集中签约…."""
    paragraph = region.sentence.paragraph
    first = region.sentence
    for earlier in page.before(region.sentence, _LISTED):
        if earlier.paragraph != paragraph:
            break
        first = earlier
    return _AT_IT.match(first.says) is not None


def ceremony(page: Page, region: Region) -> ProjectFields:
    """The stage and day of the ceremony that the page, or the paragraph, tells of."""
    titled = False
    for sentence in page.sentences[:12]:
        says = sentence.says
        match = _CEREMONY.search(says) if _SIGN.search(says) else None
        if match is None:
            continue
        if sentence.line.kind in (LineKind.TITLE, LineKind.HEADING):
            titled = True
        elif titled or _HOLDS.search(sentence.says[:_HEAD]):
            if sentence.span.end > region.named.span.start and sentence is not region.sentence:
                return {}
            is_near = sentence.paragraph == region.sentence.paragraph or _goes_on(page, region)
            if not (titled or is_near or _is_listed(page, region)):
                return {}
            day = first_day(page, sentence)
            if day is not None:
                start = sentence.span.start
                span = Span(start + match.start(), start + match.end())
                key = _HELD[match["what"] or match["all"]]
                return {"stage": page.told(key, span), "stage_date": day}
    return {}
