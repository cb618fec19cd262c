"""Projects that a list names, with 项目 told once: 新开工项目5个:A、B、C; A、B等一批项目.

What leads into the list (新开工, 现场签约) holds for each item. 推进A医院、B建设 is one too.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.edges import is_generic
from yinfeng.facts.projects.names import CLAUSE, Named, back_from, without_marks
from yinfeng.lexicon import words
from yinfeng.values import Name, NameKind, Span, Term, TermKind

_AFTER_COLON = re.compile(
    r"(?:项目|工程)(?:[^,，。;；:：\n]{0,12}?)(?:分别(?:为|是)|包括|如下)*[:：](?P<items>[^。;；\n]{3,400})"
)
_NAMELY = re.compile(
    r"(?:项目|工程)(?:分别(?:为|是)|有(?!限)|包括)(?![近约超已]?[0-9一二三四五六七八九十多几])(?P<items>[^。;；\n]{3,300})"
)
# 动工项目共有6个,包括A、B; 续建项目4个(A、B、C).
_COUNTED = re.compile(
    r"(?:项目|工程)(?:共[有计]?|已达?|达到?|有)?(?:\d+|[一二三四五六七八九十两]{1,3})个"
    r"(?:[,，]?(?:分别(?:为|是)|主要(?:有|包括|为)|包括|即|有)(?![近约超已]?\d)(?P<items>[^。;；:：\n]{3,300})"
    r"|[(（](?P<noted>[^()（）。;；:：\n]{3,200}?)[)）])"
)
_LABELLED = re.compile(
    r"(?<![一-龥])(?:新|已|正)?(?:签约|开工|竣工|投产|在建|在谈|储备|洽谈|完工)(?:的有)?[:：](?P<items>[^。;；\n]{3,300})"
)
_AMONG = re.compile(
    r"(?:项目|工程)(?:中|里|方面)[,，]?(?:[^,，。;；、]{0,12}?)(?:有|包括|为)(?![近约超已]?[0-9])(?P<items>[^。;；\n]{3,300})"
)
_SUCH_AS = re.compile(
    r"等(?:一批|一大批|多个|一系列|(?:[一二三四五六七八九十两]+|\d+)(?:多|余)?个)?(?P<sort>[^,，。;；:：\n、]{0,12}?)(?:项目|工程)"
)
# 甲生产线、乙养殖场等农业项目9个: so many things are named, or the first of them.
_COUNTED_BEHIND = re.compile(r"[ ]?(?:共)?\d{1,3}[ ]?个")
# 甲、乙、丙等10个经贸及人才项目集中签约: whatever their sort, these were signed.
_SIGNED = re.compile(r"(?:现场|集中|成功|正式)*(?:签约|开工|落户|落地|投产)")
_TOGETHER = re.compile(
    r"(?:[两二三四五六七八九十]|\d{1,2})(?:个|大)(?P<sort>[^,，。;；:：\n、]{0,8}?)(?:项目|工程)"
)
_BUILDING = re.compile(
    r"(?:推进|推动|加快|提速|实施|抓好|启动|开展|整治|支持)(?P<items>[^,，。;；:：\n]{6,80}?)(?<!项目)(?<!工程)建设(?=[,，。;；]|$)"
)
# 涉及A、B等多个领域 tells of what sorts things are.
_SORTS = re.compile(r"(?:领域|行业|方面|门类|产业|类别)(?:[,，]|(?:招商)?(?:项目)?$)")
# 镇党委、政府与11个项目签署协议: the count is of others than those before it.
_AND = frozenset("与和同跟")
_COUNT = re.compile(r"[0-9一二三四五六七八九十]\S*个")
_BUILT_THINGS = re.compile(words.one_of("built"))
_CLEARANCE = re.compile(r"征收|动迁|征迁|拆迁|腾退|收储")
_DOING = re.compile(
    r"(?:实施|完成|建成|新建|建设|续建|启动|推进|开工)(?:了|建设)?(?=[^,，。;；]{3})"
)
_LED_BY = re.compile(r"(?:的)?(?:带动|拉动|支撑|驱动|辐射|加持)")
_KINDS_OF = re.compile(r"(?:围绕|聚焦|涵盖|涉及|瞄准|主攻|发展)[^,，]{0,40}$")
_BY_SORT = re.compile(r"(?:主导|特色|重点|新兴|优势|支柱)*(?:产业|行业|领域)")
# 积极引进一批冷链物流、生物医药等项目: kinds that are wanted.
_SOME_OF = re.compile(
    r"[^,，]{0,12}(?:引进|招引|培育|谋划|储备|建设|实施|推进|打造|落地)了?一大?批(?![^,，]{0,30}公司)"
)
_WORK = re.compile(words.one_of("works") + "$")
_ITEM = re.compile(r"(?:[^、,，(（]|[(（][^()（）]*[)）])+")
_LAST = re.compile(r"(?<!共)(?:以及|和(?!平|谐)|及|与)(?=[^、,，]{3,}$)")
_NOTE = re.compile(r"[(（][^()（）]*[)）]")
_TAIL = re.compile(
    r"等?(?:[0-9一二三四五六七八九十]+|多)(?:个|家)(?:项目|工程)?$|等(?:一批)?[^、,，]{0,8}(?:项目|工程)?(?:近|约|超)?[0-9]*个?$"
)
# 项目包括厂房、研发楼: what one project is made of.
_PARTS = re.compile(
    r"\s*(?:该|本|此|整个)?(?:项目|工程)(?:主要|具体|共|还|内容|建设内容|规划)*(?:包括|包含|有|[:：])"
)
_FAR = 30
_ENDS_AS_WORK = re.compile(
    r"(?:[园城厂线]|综合体|中心|基地|大厦|广场|电站|[一二三四]期(?:工程)?|期[)）])$"
)
_PHASE = re.compile("[一二三]期工程")
# What a colon behind one project's name leads into: it is told of, and no list begins.
_TOLD = re.compile(
    r"\s*(?:计划|预计|拟|已|现|将)?(?:总投资|投资(?!促进|[^,，。;；]{1,12}元的)|占地|用地|位于|选址|由|租[用赁]|主要(?:从事|生产|建设)|处于|年产|\d{1,2}月\d{1,2}日)"
)
# 项目工程部部长表示:“科技园项目…: somebody speaks.
_SAYS = re.compile(r"(?:表示|介绍|说|称|透露|告诉[^:：]{0,6}|指出|坦言)[:：]$")
_NO_ITEM = re.compile(
    r"^[0-9０-９.]+(?:%|％|万|亿|元|个|家|人|户|项)|(?:率|(?<!机器)人|次|户|元|亩|%|％|个|家)$|[“”]?(?:同比|增长|完成|其中|总投资|预计)"
)
_SOME = re.compile(r"项目|工程")
# One of these stands in every list.
_SIGN = re.compile("[、:：个]")


def listed(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The projects that the lists of a sentence name, from left to right."""
    says = sentence.says
    if not _SIGN.search(says):
        return
    if "项目" in says or "工程" in says or _LABELLED.search(says):
        yield from _told_after(page, sentence)
        if "、" in says or "个" in says:
            yield from _told_before(page, sentence)
    if "、" in says and "建设" in says:
        yield from _built(page, sentence)


def _told_after(page: Page, sentence: Sentence) -> Iterator[Named]:
    clean = page.text.clean
    for pattern in (_AFTER_COLON, _NAMELY, _AMONG, _COUNTED, _LABELLED):
        for match in pattern.finditer(clean, *sentence.span):
            start, end = match.span("noted" if match.groupdict().get("noted") else "items")
            if pattern is _COUNTED and _SORTS.search(clean[start:end]):
                continue
            if _PARTS.match(clean, _clause(clean, sentence.span.start, match.start())):
                continue
            counted = clean[match.start() : start].rstrip(":：").endswith("个")
            if not counted and "、" not in clean[start:end] and not _SOME.search(clean, start, end):
                continue
            if pattern is _AFTER_COLON and (
                _TOLD.match(clean, start) or _SAYS.search(clean, match.start(), start)
            ):
                continue
            group = _clause(clean, sentence.span.start, match.start())
            yield from _items(page, group, start, end)


def _told_before(page: Page, sentence: Sentence) -> Iterator[Named]:
    clean = page.text.clean
    for pattern in (_SUCH_AS, _TOGETHER):
        for match in pattern.finditer(clean, *sentence.span):
            start = _clause(clean, sentence.span.start, match.start())
            said = clean[start : match.start()]
            is_counted = _COUNT.search(match.group()) is not None
            is_counted_behind = _COUNTED_BEHIND.match(clean, match.end()) is not None
            is_plain = is_generic(match["sort"] or "项目")
            is_of_works = is_counted and _is_of_works(match["sort"])
            is_signed = is_counted and _SIGNED.match(clean, match.end()) is not None
            if not (is_plain or is_of_works or is_counted_behind or is_signed):
                continue
            if pattern is _TOGETHER and clean[match.start() - 1 : match.start()] in _AND:
                continue
            if _BY_SORT.match(match["sort"]) and _KINDS_OF.search(clean, start, match.start()):
                continue
            is_sure = pattern is _TOGETHER or is_counted_behind or is_signed
            is_sure = is_sure or (is_counted and is_plain)
            is_sure = is_sure or _PHASE.match(clean, match.end()) is not None
            if not is_sure and _are_kinds(page, start, match):
                continue
            if (
                "、" in said
                or is_counted_behind
                or (pattern is _TOGETHER and re.search(r"[和与及]", said))
            ):
                group = start
                if clean[start - 1 : start] in (":", "："):
                    group = _clause(clean, sentence.span.start, start - 1)
                is_sum = pattern is _TOGETHER and said.count("、") > 1
                yield from _backwards(page, group, start, match.start(), is_counted=is_sum)


def _is_of_works(sort: str) -> bool:
    """Whether the sort behind a list says that its things are built: 绿化工程, no 征收动迁."""
    return _BUILT_THINGS.search(sort) is not None and _CLEARANCE.search(sort) is None


def _are_kinds(page: Page, start: int, match: re.Match[str]) -> bool:
    """Whether a list tells of kinds, not of things: 汽车电子、精密模具等项目."""
    clean = page.text.clean
    if _LED_BY.match(clean, match.end()) or _KINDS_OF.search(clean, start, match.start()):
        return True
    if _SOME_OF.match(clean, start, match.start()):
        return True
    pieces = list(_pieces(clean, start, match.start()))
    if sum(_firm_in(page, piece) is not None for piece in pieces) > 1:
        return False
    if match.group().endswith("工程") and _DOING.search(clean, start, match.start()):
        return not any(_is_one_work(clean, piece) for piece in pieces)
    if all(piece.end - piece.start <= 5 for piece in pieces[1:]):
        return True
    return all(_is_kind(page, piece) for piece in pieces[1:])


def _is_one_work(clean: str, piece: Span) -> bool:
    """Whether the piece of a list names one thing that is built: 柳湾渠道复线, not 绿化."""
    says = _DOING.sub("", clean[slice(*piece)])
    return len(says) >= 4 and not is_generic(says) and _BUILT_THINGS.search(says) is not None


def _firm_in(page: Page, piece: Span) -> Span | None:
    """The firm whose trade name ends the piece of a list: 华岭药业."""
    for mention in page.within(piece.start, piece.end):
        value, span = mention.value, mention.span
        if isinstance(value, Name) and value.kind is NameKind.BRAND and span.end == piece.end:
            return span
    return None


def _is_kind(page: Page, piece: Span) -> bool:
    if piece.end - piece.start <= 3:
        return True
    return any(
        isinstance(m.value, Term) and m.value.kind is TermKind.INDUSTRY and m.span == piece
        for m in page.within(piece.start, piece.start + 1)
    )


def _built(page: Page, sentence: Sentence) -> Iterator[Named]:
    clean = page.text.clean
    for match in _BUILDING.finditer(clean, *sentence.span):
        start, end = match.span("items")
        items = list(_backwards(page, start, start, end))
        if len(items) > 1 and any(_WORK.search(item.name) for item in items):
            yield from items


def _clause(clean: str, floor: int, end: int) -> int:
    """Where the clause that ends there begins."""
    floor = max(floor, end - CLAUSE)
    return max(floor, *(clean.rfind(mark, floor, end) + 1 for mark in ",，:：;；。\n"))


def _backwards(
    page: Page, group: int, start: int, end: int, *, is_counted: bool = False
) -> Iterator[Named]:
    """The items of a list that nothing opens: …入驻A、B等项目; the first runs back to its edge.

    In a list that is counted (A项目、B综合体2个开工项目) those without 项目 are its items too.
    """
    clean = page.text.clean
    pieces = list(_pieces(clean, start, end))
    has_heads = any(_SOME.search(clean, *piece) for piece in pieces[:-1])
    if has_heads and not is_counted and any("项目" in clean[slice(*one)] for one in pieces[:-1]):
        return
    for at, piece in enumerate(pieces):
        if has_heads and not _ENDS_AS_WORK.search(clean[slice(*piece)]):
            continue
        span = back_from(page, start if not at else piece.start, piece.end, piece.end)
        firm = _firm_in(page, piece)
        if firm is not None and (span is None or firm.start < span.start):
            span = firm
        if span is None or (at and span.start - piece.start > _FAR):
            continue
        if named := _named(page, group, span):
            yield named


def _pieces(clean: str, start: int, end: int) -> Iterator[Span]:
    for match in _ITEM.finditer(clean, start, end):
        first, last = match.span()
        joint = _last_joint(match.group()) if last == end else None
        if joint and not _SOME.search(match.group()):
            yield Span(first, first + joint.start())
            first += joint.end()
        yield Span(first, last)


def _last_joint(says: str) -> re.Match[str] | None:
    """The last 和 or 与 that joins two items: 到甲市与乙公司就水泵|和|生产线两个项目洽谈."""
    joints = list(_LAST.finditer(says))
    return joints[-1] if joints else None


def _items(page: Page, group: int, start: int, end: int) -> Iterator[Named]:
    """The items after a colon, up to the first comma that no 、 follows."""
    clean = page.text.clean
    comma = min(
        (at for at in (clean.find(mark, start, end) for mark in ",，") if at > 0), default=end
    )
    if "、" not in clean[comma:end]:
        end = comma
    for piece in _pieces(clean, start, end):
        says = clean[slice(*piece)]
        note = _NOTE.search(says)
        last = piece.start + (note.start() if note and note.start() > 1 else len(says))
        tail = _TAIL.search(clean, piece.start, last)
        last = tail.start() if tail and tail.group() != "项目" else last
        head = last
        for word in ("项目", "工程"):
            head = last - 2 if clean[last - 2 : last] == word else head
        span = back_from(page, piece.start, head, last)
        if span is not None and (named := _named(page, group, span)):
            yield named


def _named(page: Page, group: int, span: Span) -> Named | None:
    name = without_marks(page.says(*span))
    if not 3 <= len(name) <= 30 or _NO_ITEM.search(name):
        return None
    at = span.start
    while at > group and page.text.clean[at - 1] not in "、,，:：;；。":
        at -= 1
    return Named(name, span, at, group)
