"""Subjects: who a figure is said of — the park, village or platform that its clause speaks of.

A body that opens the clause or the sentence is its subject, else the body that the sentence is
about (锦湾科创大厦去年12月启用,入驻了…9家科研机构), else the topic that 该园 or an earlier
sentence of the paragraph speaks of, else the host. 全镇 and 我镇 turn back to the host.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from yinfeng.facts.indicators.drafts import Draft
from yinfeng.facts.items import MARK
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.phrases import COUNTED, reach
from yinfeng.facts.scope import Scope
from yinfeng.lexicon.leading import led
from yinfeng.values import Mention, Name, NameKind, Span, Told

_KINDS = (NameKind.PARK, NameKind.VILLAGE, NameKind.STATION, NameKind.BUILDING)
_TOWNS = (NameKind.TOWN, NameKind.ZONE)
_COUNTY, _TOWN = re.compile(r"[县市区]$"), re.compile(r"[镇乡]$|街道$")
_ZONE = re.compile(r"(?:开发区|高新区|工业区|新区)$")
_BACK = re.compile(
    r"[\s“]*(?:目前|现|如今|去年|今年|截至[^,，。;；]{2,10}|[^,，。;；]{0,10}期间|[^,，。;；]{0,4}\d{1,4}[年月][^,，。;；]{0,6})?[,，]?(?:园区|该(?:科技|工业|产业|创业|小微)?园|园内|该村|村里|村集体|基地|该基地|该站|联络站|小镇|该区块|区块|大厦|楼内|集中区|该项目)"
)
_WHOLE = re.compile(
    led(
        r"全(?:镇|区|县|街道|市|乡)|我(?:镇|区|县|街道|们)|该(?:镇|区|县|街道|乡)|(?<![一-龥])(?:镇|街道|乡|开发区|高新区|管委会)(?=[一-龥])"
    )
)
_NAMELESS_ZONE = re.compile(
    r"(?:(?<![一-龥])|(?<=[在于是由])|(?<=目前|今年|以来|日前|近日))(?P<zone>开发区|高新区|经开区)(?=[一-龥])"
    r"(?!建设|工作|发展|这|是)"
)
_LED_IN = re.compile(
    r"(?:[在于到向对与和同、给为从由把将让带及或]|入驻|落户|参观|走访|前往|考察|选址|依托|围绕|落在|位于|毗邻|推进|建设|打造|结对|联合|跨过|走进|元的)$"
)
_NAMELESS = re.compile(
    r"(?:辖区|现有|全部|所有|预计|高标准|标准|闲置|低效|老旧|要|实现|将)[一-龥]*(?:楼|厂房|村|园|期|用地)$"
)
_LED_ON = re.compile(
    r"(?:的(?!是)|、|等|和|与|及|内的|(?:核心区|启动区|起步区)?(?:项目|工程)|[总分]?[部站](?=长))"
)
_UNNAMED = re.compile(
    r"(?P<body>(?:镇|乡|街道|区|县|村)?(?:工业(?:园区?|小区|集中区|功能区)|产业园区?|创业园|孵化园|小微园"
    r"|企业服务中心|便民服务中心|合作社|招商小分队|白领食堂|共富工坊|党群服务中心|招商联络站|招商专班|服务专班))"
    r"(?=累计|共|已|现|新|建成|入|目前|完成|铺|架|[一-龥]{2,})"
)
_CHAIN = re.compile(
    r"[\s“【]*(?!主导|特色|新兴|三次|第[一二三]|全|现代|传统|整条|这条|[0-9一二两三四五六七八九十]+[大条个]|战略|高新|高技|支柱)(?P<chain>[一-龥]{2,8}?(?:产业链|产业集群|集群|产业|链))"
    r"(?=是|现|规上|产值|总产值|去年|今年|有|目前|已|共|累计|引进|实现|完成|营收|[,，】])"
)
_CHAIN_BACK = re.compile(
    r"[\s“,，]*(?:目前|现|如今|去年|今年)?(?:全链|整条链|链上|该链|该产业|链内|产业链上)"
)
# 青禾产业园等6个项目竣工: one of a list is not whose figure it is.
_AND_OTHERS = re.compile(r"等(?:\d|[两三四五六七八九十])")
_NEXT_POINT = re.compile(
    r"(?:[一二三四五六七八九十]是|[(（][一二三四五六七八九十]{1,2}[)）]|其[一二三四五])"
)
_ACTS = re.compile(r"(?!的|党|管委|干部|举行|召开|接待|来|一行|与|和|、|[(（])[一-龥“]{2}")
_BACKWARDS = frozenset("该这此")
_REACH, _FAR = 2, 30


def subject_of(page: Page, scope: Scope, sentence: Sentence, draft: Draft) -> Told[str] | None:
    """The subject of a drafted figure, told by its own words; None on a page without a host."""
    found = _named(page, scope, sentence, draft)
    if found is not None:
        assert isinstance(found.value, Name)
        return page.told(found.value.text, found.span)
    chain = _chain(page, sentence, draft)
    if chain is not None:
        return page.told(chain["chain"], Span(*chain.span("chain")))
    host = scope.host(sentence.span.start)
    if host:
        return page.told(host, _where_named(page, host, draft))
    return page.kept(_NAMELESS_ZONE, lambda: _nameless_zone(page))


def _where_named(page: Page, host: str, draft: Draft) -> Span:
    """The words that name the host, the last before the figure; the figure's own without them."""
    starts = page.kept((_where_named, host), lambda: _starts(page.text.clean, host))
    if not starts:
        return draft.name_span
    at = starts[max(0, bisect_right(starts, draft.figure.span.start) - 1)]
    return Span(at, at + len(host))


def _starts(clean: str, name: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(name), clean)]


def _nameless_zone(page: Page) -> Told[str] | None:
    """The zone that a page without any name speaks of all along: 开发区开工项目15个."""
    zone = _NAMELESS_ZONE.search(page.text.clean)
    return page.told(zone["zone"], Span(*zone.span("zone"))) if zone else None


def _named(page: Page, scope: Scope, sentence: Sentence, draft: Draft) -> Mention | None:
    at = draft.figure.span.start
    for start in (draft.start, sentence.span.start):
        opening = next(_opening(page, start, at), None)
        if opening is not None and _is_body(opening):
            if _AND_OTHERS.match(page.text.clean, opening.span.end):
                continue
            return opening
        if opening is not None and _is_town(opening):
            opens = opening.span.start == sentence.span.start
            return _own_park(page, opening) or _other_town(page, scope, opening, opens=opens)
    begin = reach(sentence, at)
    lead = page.says(begin, at)
    whole = 0
    for match in _WHOLE.finditer(lead):
        whole = match.end()
    about = _about(page, begin + whole, at)
    if about is not None or whole:
        return about
    turns = (lead, draft.name, page.says(draft.start, at))
    return _topic(page, sentence, back=any(map(_BACK.match, turns)))


def _chain(page: Page, sentence: Sentence, draft: Draft) -> re.Match[str] | None:
    """The chain or industry that opens the clause or the sentence, or to which 全链 turns back."""
    clean, at = page.text.clean, draft.figure.span.start
    for start in (draft.start, sentence.span.start):
        if found := _CHAIN.match(clean, start, at):
            return found
    if _CHAIN_BACK.match(clean, draft.start, at) or _CHAIN_BACK.match(
        clean, sentence.span.start, at
    ):
        for previous in page.before(sentence, _REACH):
            if previous.paragraph != sentence.paragraph:
                return None
            if found := _CHAIN.match(clean, previous.span.start, previous.span.end):
                return found
    return None


def _is_body(mention: Mention) -> bool:
    name = mention.value
    return isinstance(name, Name) and name.kind in _KINDS and not _NAMELESS.match(name.text)


def _is_town(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and mention.value.kind in _TOWNS


def _own_park(page: Page, town: Mention) -> Mention | None:
    """The park or building called by its town's name: 青禾镇|五金产业园."""
    for mention in page.leaders_at(town.span.end):
        if _is_body(mention):
            assert isinstance(town.value, Name)
            assert isinstance(mention.value, Name)
            name = replace(mention.value, text=town.value.text + mention.value.text)
            return mention._replace(span=Span(town.span.start, mention.span.end), value=name)
    return None


def _other_town(page: Page, scope: Scope, mention: Mention, *, opens: bool) -> Mention | None:
    """Another town that the figure is of: 桐坪镇引进…2个; None for the host itself.

    A town of the county that the page is of, or a zone that opens its sentence as what acts.
    """
    assert isinstance(mention.value, Name)
    host, name = scope.host(mention.span.start), mention.value.text
    is_zone = _ZONE.search(name) is not None and _ZONE.search(host) is None
    is_within = _COUNTY.search(host) is not None and (is_zone or _TOWN.search(name) is not None)
    if opens and mention.value.kind is NameKind.ZONE and name not in host:
        is_within = is_within or _ACTS.match(page.text.clean, mention.span.end) is not None
    return mention if is_within and host not in name else None


def _place(mention: Mention) -> int:
    return mention.span.start


def _about(page: Page, start: int, end: int) -> Mention | None:
    """The last body between two offsets that its sentence is about, not merely led up to."""
    sites = page.sites
    first = bisect_left(sites, start, key=_place)
    for mention in reversed(sites[first : bisect_left(sites, end, first, key=_place)]):
        before = page.says(max(start, mention.span.start - 4), mention.span.start)
        led_in = _LED_IN.search(before) or COUNTED.search(before)
        led_on = _LED_ON.match(page.says(mention.span.end, mention.span.end + 8))
        if led_in is None and led_on is None and _is_body(mention):
            return mention
    return None


def _topic(page: Page, sentence: Sentence, *, back: bool) -> Mention | None:
    """The body that 园区, 该村 or an earlier sentence of the paragraph speaks of."""
    if not back and _NEXT_POINT.match(sentence.says):
        return None
    for previous in page.before(sentence, _FAR if back else _REACH):
        if previous.paragraph != sentence.paragraph and not back:
            return None
        about, is_whole = page.kept((_topic, previous.span), partial(_spoken_of, page, previous))
        if about is not None:
            return about
        if is_whole and not back:
            return None
    return None


def _spoken_of(page: Page, sentence: Sentence) -> tuple[Mention | None, bool]:
    """The body that a sentence is about, and whether it speaks of the whole town."""
    about = _about(page, reach(sentence, sentence.span.end), sentence.span.end)
    return about, _WHOLE.search(sentence.says) is not None


def _opening(page: Page, start: int, end: int) -> Iterator[Mention]:
    """The body that stands at *start*, past times and marks; none if another word opens."""
    mark = MARK.match(page.text.clean, start, end)
    start = mark.end() if mark else start
    while start < end:
        leaders = page.leaders_at(start)
        if leaders and isinstance(leaders[0].value, Name):
            yield leaders[0]
            return
        if leaders:
            start = leaders[0].span.end
        elif page.says(start, start + 1) in " ,，、“其中":
            start += 1
        else:
            return


def body_of(page: Page, name: str, span: Span) -> tuple[Told[str] | None, str] | None:
    """A nameless body that opens a figure's name, and the rest: 镇工业园新修道路.

    该产业园 turns back to a park with a name, and is none itself.
    """
    match = _UNNAMED.match(name)
    if match is None or len(name) - match.end() < 2:
        return None
    turns_back = not _BACKWARDS.isdisjoint(page.says(span.start - 1, span.start + 1))
    return None if turns_back else page.told(match["body"], span), name[match.end() :]
