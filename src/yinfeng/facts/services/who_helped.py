"""Who helped: the host where it acts itself, and each bank or office that its telling names.

镇里牵线农商行上门 is 云溪镇、农商行; 街道驻企专员 is the host; 镇企服办 and 市供电公司 stand for
themselves. A body that is only told of the place (位于云溪镇的…) helps nobody.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.facts.services.tellings import Telling
from yinfeng.lexicon import words
from yinfeng.mentions.body_edges import left_edge, past_soft_words
from yinfeng.values import Name, NameKind, Span, Told

_OWN = re.compile(
    r"(?:(?<![一-龥])|(?<=[在对由让经令的问，,。是天月日后、与和]))"
    r"(?P<own>街道|镇里|镇上|镇党委|镇政府|镇干部|镇领导|镇|乡里|乡党委|乡政府|我们|开发区|园区|高新区|经开区)"
    rf"(?=[一-龥])(?![域村区内级的]|方面|有|是)|(?<![一-龥])(?P<envoy>{words.one_of('envoys')})"
)
_HELD = re.compile(r"(?P<own>管委会)(?!主任|副主任)")
# Any office that its level leads into is one: 街道+人社中心, 县+粮食收储中心.
_OF_LEVEL = (
    r"(?<=[镇县市区乡道])(?:(?![协联会对帮请与和为在到的了由将把向给跑找送报等、里上级内])[一-龥]){2,5}?"
    r"(?:中心|办公室|办(?![理好妥结公事证])|站|所(?![需有以在])|局|大队|中队|支行)"
)
_OFFICE = re.compile(
    rf"(?:{words.one_of('office_ends')}|{_OF_LEVEL})(?!长|主任|书记|理|妥|结|了?\d|一件)"
)
_LEVELS = ("街道", "园区", "开发区", "高新区", "经开区")
_ACTS_WITH = re.compile(
    r"(?:与|和|同|联合|会同|联系|对接|协调|委托|邀请|牵线|跑|携手|、|由|请|依托)[了到]?$"
)
_LEADS_IN = re.compile(
    r"(?:[^,，。;；]*(?:协调|会同|联系|联合|对接|邀请|请|牵线|委托|报到|报给|报至|转给|转至|提交给|反映给))|接(?=[省市县区镇])"
)
_PLACED = re.compile(r"(?:位于|在|落户|来到|走进|坐落于?|到|投资|落地)$")
_AND_MORE = re.compile(r"等\d+家(?:银行|单位|部门|机构|金融机构)")
_KINDS = (NameKind.BANK, NameKind.GOVERNMENT, NameKind.STATION)
_PARTNERS = (NameKind.INSTITUTE, NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)
_LENDS = re.compile(r"担保|银行|农商|供电|电力|水务|燃气|热力|自来水|国投|城投|国资")
_JOINED = re.compile(
    r"(?:接|报到|报给|转给|反映给)(?=[省市县区镇][一-龥]{2})"
    r"|(?:[镇乡县区]里|街道|园区|开发区|镇)(?:会同|联合|协同|协调|联系|对接|邀请)(?=[一-龥]{3})"
    r"|[一-龥]{0,4}?(?:会同|联合|协同|协调|联系|对接|牵线|邀请)(?=[一-龥]{4})"
)
_LEVEL = re.compile(r"(?<![一-龥])[省市县区镇](?=[一-龥])|(?<=[与和、由请跑到系调合])[省市县区镇]")


def helper_of(page: Page, telling: Telling, host: str) -> Told[str] | None:
    """The helpers of a case, in the order in which they are named."""
    found = sorted({**_bodies(page, telling, host), **_offices(page, telling)}.items())
    kept: list[tuple[Span, str]] = []
    for span, name in found:
        if kept and span.meets(kept[-1][0]):
            if span.end - span.start > kept[-1][0].end - kept[-1][0].start:
                kept[-1] = (span, name)
            continue
        kept.append((span, name))
    own = _own(page, telling, host, [span for span, _ in kept])
    names: dict[str, Span] = {}
    for span, name in sorted([*own, *kept]):
        if not any(name in other for other in names):
            names[name] = span
    if not names:
        return None
    more = _AND_MORE.match(page.text.clean, next(reversed(names.values())).end, telling.end)
    said = "、".join(names) + (more.group() if more else "")
    return page.told(said, *names.values())


def _own(page: Page, telling: Telling, host: str, taken: list[Span]) -> list[tuple[Span, str]]:
    """The host, where it acts under one of its own names: 镇里, 街道, 我们, 管委会."""
    clean, case = page.text.clean, telling.case
    for pattern in (_HELD, _OWN):
        match = pattern.search(clean, case.start, telling.end)
        while match:
            span = Span(*match.span(match.lastgroup or "own"))
            if not any(span.meets(other) for other in (*taken, case.span)) and not _PLACED.search(
                page.says(max(case.start, span.start - 2), span.start)
            ):
                return [(span, "管委会" if pattern is _HELD else host)] if host else []
            match = pattern.search(clean, match.end(), telling.end)
    return []


def _bodies(page: Page, telling: Telling, host: str) -> dict[Span, str]:
    """The banks and offices that were recognised, and other bodies that act together with them."""
    found: dict[Span, str] = {}
    case = telling.case
    for mention in page.within(case.start, telling.end):
        name = mention.value
        if not isinstance(name, Name) or mention.span.meets(case.span):
            continue
        lead = page.says(max(case.start, mention.span.start - 4), mention.span.start)
        tail = page.says(mention.span.end, mention.span.end + 1)
        if name.text == host:
            is_its_place = mention.span.end == case.span.start
            if tail != "的" and not is_its_place and not _PLACED.search(lead):
                found[mention.span] = host
        elif name.kind in _KINDS or (
            name.kind in _PARTNERS
            and (_LENDS.search(name.text) or (name.kind is NameKind.INSTITUTE))
            and (_ACTS_WITH.search(lead) or _LENDS.search(name.text))
        ):
            span = _levelled(page, mention.span)
            found[span] = page.says(*span)
    return found


def _levelled(page: Page, span: Span) -> Span:
    """The name with the level before it: 县+农商行."""
    head = _JOINED.match(page.says(*span))
    if head:
        return Span(span.start + head.end(), span.end)
    at = span.start - 1
    return Span(at, span.end) if _LEVEL.match(page.text.clean, at, span.end) else span


def _offices(page: Page, telling: Telling) -> dict[Span, str]:
    """Offices told by their short names: 镇企服办, 县供电公司, 服务中心."""
    clean, case = page.text.clean, telling.case
    found: dict[Span, str] = {}
    for match in _OFFICE.finditer(clean, case.start, telling.end):
        start = left_edge(clean, match.start(), case.start, 8).start
        start = past_soft_words(clean, start, match.start())
        level = next((one for one in _LEVELS if clean.endswith(one, case.start, start)), "")
        if start == match.start() and level:
            start -= len(level)
        elif (
            clean[start - 1 : start] in ("镇", "县", "市", "区", "省", "乡") and start > case.start
        ):
            start -= 1
        said = clean[start : match.end()]
        level_at = max(said.rfind(one) for one in ("镇", "县", "街道"))
        if 0 < level_at < len(said) - 3 and len(said) > 8:
            start += level_at
        lead = _LEADS_IN.match(clean, start, match.end() - 2)
        span = Span(lead.end() if lead else start, match.end())
        if not span.meets(case.span):
            found[span] = clean[span.start : span.end]
    return found
