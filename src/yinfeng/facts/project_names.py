"""Where a page names a project, and how far back the name runs.

总投资10亿元的华富电子集团年产8000万条引线框架建设项目 names 年产8000万条引线框架建设项目, which the firm
before it invests in. 重大项目, 该项目, 亿元以上项目 name nothing. An entry (1.齿轮项目。总投资…; 大同齿轮:拟征地…) names
its project at its head; a list (新开工项目5个:A、B、C) names one with each item.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.values import Mention, Name, NameKind, Quantity, Span

_HEAD = re.compile(
    r"(?:项目|工程)(?!部|师|队|类|化|式|技术(?:中心|研究)|机械|组|库|制|为王|推进|建设年|攻坚|信息|经理|专班|管理|资金|负责|方案|审批|用地|所在|单位|建设推进)"
)
_STOP = re.compile(words.one_of("project_stops"))
_MARK = re.compile(r"[,，。;；:：、!！?？\n…]")
_GENERIC = re.compile(rf"(?:{words.one_of('project_generic')}|[0-9０-９]+|[的“”\"\s])*")
_ENTRY = re.compile(
    r"^[\s　]*+(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）]?[.．、:：]?[\s　]*+|[◎●★■▲◆·•※☆○▶*-]++[\s　]*+)?+"
    r"(?P<name>[^,，。;；:：、\n]{2,36}?)(?P<mark>[:：。\n—-]|$)"
)
_NUMBERED = re.compile(r"^[\s　]*+(?:[（(]?[0-9０-９]{1,3}[)）.．、]|[◎●★■▲◆·•※☆○▶])")
_LIST_LEAD = re.compile(
    r"(?:项目|工程)(?:[^,，。;；:：\n]{0,10}?)(?:分别(?:为|是)|包括|有|为|[:：])+(?P<items>[^。;；\n]{4,200})"
)
_SUCH_AS = re.compile(
    r"(?P<items>[^,，。;；:：\n]{2,120}?)等(?:一批|多个|一系列|[一二三四五六七八九十\d]+个)?(?:[^,，。;；:：\n、]{0,10}?)(?:项目|工程)"
)
_BUILT = re.compile(rf"(?P<name>[^,，。;；:：、\n\s“”的了]{{2,18}}?{words.one_of('works')})")
_ITEM = re.compile(r"[^、,，]+")
_LAST_AND = re.compile(r"[和及与]|以及")
_QUOTED = re.compile(r"“([^“”]{2,20})”$")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Named:
    """A project's name where it stands; *lead* is where the words that lead into it begin.

    *listed* is the start of the list or entry that names it, whose stage holds for every item.
    """

    name: str
    span: Span
    lead: int
    listed: int | None = None
    entry: bool = False


def named(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The projects that a sentence names, from left to right, each place once."""
    found: dict[int, Named] = {}
    for one in (*_entry(page, sentence), *_listed(page, sentence), *_by_head(page, sentence)):
        if not any(one.span.meets(other.span) for other in found.values()):
            found[one.span.start] = one
    yield from (found[start] for start in sorted(found))


def is_generic(name: str) -> bool:
    """Whether a project's name, without 项目 or 工程, only sorts it: 重大, 亿元以上, 新签约."""
    bare = re.sub(r"(?:项目|工程|建设)+$", "", name)
    return len(bare) < 2 or len(bare) <= 30 and _GENERIC.fullmatch(bare) is not None


def _by_head(page: Page, sentence: Sentence) -> Iterator[Named]:
    if "项目" not in sentence.says and "工程" not in sentence.says:
        return
    floor = sentence.span.start
    for match in _HEAD.finditer(page.text.clean, *sentence.span):
        span = _back(page, floor, match.start(), match.end())
        if span is not None:
            yield Named(_plain(page.says(*span)), span, _lead(page, sentence, span.start))
        floor = match.end()


def _back(page: Page, floor: int, head: int, end: int) -> Span | None:
    """The name that ends with the head, run back to the first word that cannot be part of it."""
    clean = page.text.clean
    low = max(floor, head - 36)
    quoted = _QUOTED.search(clean, low, head)
    if quoted:
        span = Span(quoted.start(), end)
        return None if is_generic(quoted[1]) else span
    start = low
    for pattern in (_MARK, _STOP):
        for match in pattern.finditer(clean, start, head):
            if not _in_brackets(clean, start, match.start(), head):
                start = match.end()
    start = _past_names(page, start, head)
    while start < head and clean[start] in " 　“”\"'’‘)）":
        start += 1
    name = clean[start:end]
    if is_generic(name) or name.count("(") != name.count(")") or head - start < 2:
        return None
    return Span(start, end)


def _in_brackets(clean: str, low: int, at: int, head: int) -> bool:
    return clean.rfind("(", low, at) > clean.rfind(")", low, at) and ")" in clean[at:head]


def _past_names(page: Page, start: int, head: int) -> int:
    """Past bodies and figures that lead into the name, but not past 年产8000万条."""
    for mention in page.within(start, head):
        value = mention.value
        if mention.span.start < start or mention.span.end > head - 1:
            continue
        if isinstance(value, Name) and value.kind in _OWNERS and _opens(page, start, mention):
            start = mention.span.end
        elif isinstance(value, Quantity) and not _yearly(page, mention):
            start = mention.span.end
    return start


_OWNERS = (
    NameKind.FIRM,
    NameKind.GROUP,
    NameKind.TOWN,
    NameKind.ZONE,
    NameKind.VILLAGE,
    NameKind.GOVERNMENT,
    NameKind.BANK,
)


def _opens(page: Page, start: int, mention: Mention) -> bool:
    return page.says(start, mention.span.start).strip(" “(（)）") == ""


def _yearly(page: Page, mention: Mention) -> bool:
    return page.says(mention.span.start - 3, mention.span.start).endswith(
        ("年产", "日产", "处理", "加工")
    )


def _lead(page: Page, sentence: Sentence, start: int) -> int:
    """Where the words that lead into a name begin: its clause, back over 、 to the last comma."""
    at = start
    while at > sentence.span.start and page.text.clean[at - 1] not in ",，。;；:：\n":
        at -= 1
    return at


def _entry(page: Page, sentence: Sentence) -> Iterator[Named]:
    """A project that heads its line: 1.齿轮项目。总投资…; 大同齿轮:拟征地…."""
    match = _ENTRY.match(page.text.clean, *sentence.span)
    if not match or len(match["name"]) < 3:
        return
    name = match["name"].strip(" 　“”")
    heads = bool(_HEAD.search(name + " ")) and _HEAD.split(name)[-1] == ""
    numbered = _NUMBERED.match(sentence.says) is not None
    colon = match["mark"] in (":", "：")
    if is_generic(name) or _STOPPED.search(name):
        return
    if (heads and (numbered or colon)) or ((colon or numbered) and _describes(page, match.end())):
        span = Span(match.start("name"), match.end("name"))
        yield Named(_plain(name), span, span.start, span.start, entry=True)


_STOPPED = re.compile(
    r"表示|介绍|指出|强调|记者|获悉|通讯员|编辑|责任|联系|来源|^[一二三四五]是|坚持|突出|聚焦|强化|抓|推进|优化|狠|提升|加快|全力|打造|做好|如下|情况|动态|速览|进展"
)
_DESCRIBES = re.compile(
    r"[^\n]{0,60}?(?:总投资|计划投资|拟投资|占地|用地|年产|主要从事|主要生产|年销售|年纳税|税收|客商投资|拟征地|动工|开工|竣工|投产|封顶|投资建设|日处理)"
)


def _describes(page: Page, start: int) -> bool:
    return _DESCRIBES.match(page.text.clean, start) is not None


def _listed(page: Page, sentence: Sentence) -> Iterator[Named]:
    says = sentence.says
    if "、" not in says or ("项目" not in says and "工程" not in says):
        return
    clean = page.text.clean
    for match in _LIST_LEAD.finditer(clean, *sentence.span):
        yield from _items(page, match.start(), *match.span("items"))
    for match in _SUCH_AS.finditer(clean, *sentence.span):
        start, end = match.span("items")
        for stop in _STOP.finditer(clean, start, end):
            if "、" not in clean[start : stop.start()]:
                start = stop.end()
        if "、" in clean[start:end]:
            yield from _items(page, match.start(), start, end)


def _items(page: Page, listed: int, start: int, end: int) -> Iterator[Named]:
    clean = page.text.clean
    for match in _ITEM.finditer(clean, start, end):
        name = _BRACKETED.sub("", match.group()).strip(" “”")
        if 3 <= len(name) <= 26 and not is_generic(name) and not _STOP.match(name):
            at = match.start() + match.group().find(name[:2])
            plain = _plain(name)
            if plain and not any(ch.isdigit() for ch in plain[-2:]):
                yield Named(plain, Span(at, at + len(name)), listed, listed)
        if (
            match.end() < end
            and clean[match.end()] in ",，"
            and "、" not in clean[match.end() : end]
        ):
            break


@cache
def _plain(name: str) -> str:
    """A name without the quotation marks around it."""
    return name.replace("“", "").replace("”", "").strip(" 　\"'")
