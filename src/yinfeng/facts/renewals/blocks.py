"""Where a page names a block of land or an estate that is renewed, and what it calls it.

Some names are old by their words (横泾桥老旧工业园区, 大围旧工业区, 老粮站地块); others are
renewed only because the text says so (从巴士在线回收, 原嘉达化纤厂118亩土地, 前身是交运老码头).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.renewals.idle import idle_plants, moves_in
from yinfeng.facts.renewals.projects import cleared
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.mentions.body_edges import left_edge, past_soft_words
from yinfeng.values import Name, NameKind, Period, Quantity, Span

_OLD, _PLAIN = words.one_of("old_blocks"), words.one_of("plain_blocks")
_TAKINGS = words.one_of("takings")
_ENDING = re.compile(
    led(
        rf"(?P<old>{_OLD}(?:区块|地块|片区|旧址)?)|(?P<plain>{_PLAIN}(?:区块|地块|片区|旧址|原址)?)"
    )
)
_NO_BLOCK = re.compile(
    r"数据库|台账|清单|底数|链|范围|内部|长|制|化|式|方案|指标|经济|监管|主体|准入|价|占有率"
)
_TAKEN = re.compile(
    rf"(?:从|原(?!有|来|本)|对|将|把|向)(?P<name>[^,，。;；:：、\n\d从原]{{2,20}}?)(?:手中|处)?(?:{_TAKINGS})"
    r"(?!站|点|商|企业|价|来)"
)
_ITS_LAND = re.compile(
    r"(?:原|收回|收储|盘活|腾退|回收|收购)(?:了)?(?P<name>[^,，。;；:：、\n\d]{2,18}?)的?"
    r"(?=(?:闲置|低效|存量)?的?(?:土地|用地|厂房)?\d[\d.]*\s*(?:多|余)?亩)"
)
_PLACES = (
    r"(?:厂|厂房|码头|市场|粮[库站]|仓库|学校|小学|中学|校舍|校区|矿区|矿场|矿坑|矿山|窑厂|砖窑|车站|供销社|卫生院"
    r"|办公楼|大楼|烂尾楼|广场|商场|商城|皮革城|家具城|建材城|服装城|轻纺城|影剧院|电影院|招待所|宾馆|大厦|礼堂|车间|冷库|养殖场|猪场|货场|农机站|兽医站|老街|老宅)"
)
_FORMER = re.compile(
    r"(?:前身(?:是|为)|原(?:为|是|系|本是)|原来是|利用|盘活了?|由|租用|租赁|将|把|对)(?:[^,，。;；\n]{0,24}?的)?[,，]?"
    rf"(?P<name>[^,，。;；:：、\n的\d]{{2,14}}?{_PLACES})(?:的旧厂房|的老厂房|烂尾楼)?"
    r"(?=[,，。;；]|(?:旧址|整体|闲置|进行|实施|更新|升级|提升)*(?:改造|改建|改扩建|改而成|修缮|建设|变))"
)
_ONCE = re.compile(r"前身(?:是|为)(?P<name>[^,，。;；:：、\n的\d]{2,14}?(?:工业园区?|工业区|厂区))")
_FORMER_CUE = re.compile(
    r"前身|原为|原是|原系|原本是|原来是|改造|改建|改成|改扩建|改而成|变成|变身|盘活"
)
_IDLE = re.compile(
    r"停产|关停|破产|闲置|倒闭|退出|低效|僵尸|搬迁|停工|停建|收回|收储|回收|收购|盘活"
)
_REUSED = re.compile(r"收回|收储|回收|收购|盘活|腾退|腾出|回购|腾笼换鸟|二次开发")
_OF_LAND = re.compile(
    r"(?:原有|原来|所在|名下)?的?(?:闲置|低效|存量|原)*(?:土地|用地|厂房|地块|厂区|老厂|两宗|[\d一二两三]宗|\d[\d.]*亩|停产|关停|破产|等\d+家|、)"
)
_WHOLE = re.compile(
    r"(?P<name>(?:工业园区|工业区|园区|全域|老城区|[^,，。;；\n\d的]{2,12}?(?:工业园区|工业区|经济技术开发区|开发区)(?:[一二三四]期)?)"
    r"(?:全域)?)(?:有机更新|腾笼换鸟|二次开发)"
)
_LIST = re.compile(
    r"(?P<names>(?:[^,，。;；:：、\n\s]{2,12}、)+[^,，。;；:：、\n]{2,12}?)"
    r"(?:等(?:\d+|[一二三四五六七八九十两])?[个处]?|(?:\d+|[一二三四五六七八九十两])[个处](?:村的)?)"
    r"(?P<what>村级工业(?:园区?|点)|老?旧?工业(?:区块|园区|区|点)|低效(?:区块|地块)|区块|地块)"
)
_KINDS_OF_LAND = ("工业", "区块", "地块")
# What a clearance of homes is named after: 【铁路北侧】涉及…, 周家湾城中村改造, G322沿线征迁项目.
_LABEL = re.compile(
    r"\s*(?:【(?P<name>[一-龥]{3,12})】|[■●◆▶★△▲◇◎○]\s*(?P<mark>[一-龥]{3,12})[:：])"
)
_LAND = re.compile(
    r"(?:侧|片区?|地块|区块|村|湾|厂|路|街|巷|弄|胡同|沿线|区|组团|里|庄|园|场|号|线|周边|两岸|地带)$"
)
_CLEARING = re.compile(r"签约|征收|征迁|腾退|拆迁|动迁|搬迁|腾空")
_PROGRAMME = re.compile(
    led(
        r"(?:房屋)?(?:征迁|征收|拆迁|征拆|动迁)(?:改造|安置|补偿)?(?:项目|工程|工作)|征收土地|房屋征收"
    )
)
_ADDRESS = re.compile(
    r"(?P<name>[一-龥]{2,6}?(?:大?路|街|大?道|巷|弄|里)\d{1,4}号)"
    r"(?=[^\n]{0,60}?(?:原是|原为|原系|前身|老|旧|改造|改建))"
)
_WHOLE_AREA = re.compile(
    r"(?:行动|专项|攻坚战?|工程)[^。;；]{0,12}?(?:计划|拟|将|力争)[^。;；]{0,30}?(?:腾退|盘活|更新|改造|整治)"
    r"(?P<name>(?:老旧|低效|存量|闲置)(?:工业)?(?:用地|园区|厂区|工业区))(?=[\d.]+万?(?:多|余)?亩)"
)
_PROGRAMME_AREA = re.compile(
    r"(?:铺开|启动|推进|实施|开展|打响)(?:了|全域|全面|全镇|全区)?"
    r"(?P<name>(?:村级工业园区?|老?旧工业(?:园区?|区)|老旧厂区|低效(?:工业)?用地|城中村))"
    r"(?:连片|全域)?(?:升级改造|改造提升|改造|综合整治|整治提升|更新改造)[^。;；]{0,12}?面积[\d.]+万?(?:多|余)?亩"
)
_TOGETHER = re.compile(r"[,，]?(?:共计?|合计|总共|总计|加起来|总面积)[^,，。;；\d]{0,6}\d")
_NO_NAME = re.compile(
    r"进行|隔壁|一宗|一处|低效|闲置|存量|面积|建筑|用地|签约|累计|企业$|工业$|厂房$|土地$|资金|问题|证|\d"
)
_COUNTED = re.compile(r"[\d一二三四五六七八九十多余几两][家个座处]$")
_AGED = re.compile(
    r"^(?:[一-龥]{2,5}[镇村])?[老旧原](?!挝|河|城)|(?:厂|码头|粮[站库])(?:区块|地块|片区)$"
)
_CHARACTERISTIC = re.compile(r"[老旧](?:粮|码|车站|供销)")
_STOP = re.compile(words.one_of("block_stops"))
_TRIGGER = words.pattern("renewal_words")
_GENERIC = re.compile(
    r"(?:如何|受|城镇|开发区|进行|对|待|些|片|园区|[大小]片|家|倒排|排查|摸排|盘点|处置|清理|梳理|[两三四五六七八九十]大|市区|城区|主城区|全市|隔壁|一宗|两宗|邻近|周边|附近|沿?线|收储|收回|盘活|腾退|关停|收购|回收|原有|该|本|此|这个?|那个?|两个|各|一|一个|一处|某|老|旧|重点|相关|老旧|原|全部|其他|产业|工业|整个|腾退|更新|改造|目前|首个|首批|核心|启动|成熟|低端|低效|闲置|废弃|停产|传统|多个|部分|城市|农村|村级|镇级|镇域|乡镇|辖区|区域|重点|\d+个?|东部?|西部?|南部?|北部?|中心|示范|开发|住宅|商业|商住|出让|项目|企业|全镇|全域|这些|一些|[一二三四五六七八九十两几]+个?|机?开?进|开进|驶进|走进|集中|标准|先行|省级|市级|县级|的|化工|现代|特色|大型|专业|建材|批发|农贸)*"
    r"(?:区块|地块|片区|厂区|工业区块|老工业区块|老旧工业区|老旧工业园区|有机更新(?:区域|单元|片区|区块)|城市更新(?:单元|片区)|村级工业园区?|工业园区?|工业区|厂房|老?厂房|旧厂房|老厂区?|旧厂区?|市场|旧址|仓库|工?厂|老街|城中村|棚户区|学校|校舍|低效用地|低效工业用地|老?工业集聚点|工业点|商场|商城|老集镇|旧市场|老街区)"
)
_NEAR = 30
_TELLING = 300


@dataclass(frozen=True, slots=True)
class Block:
    """One block named: what it is called, the words that prove it, and whether they say old."""

    name: str
    span: Span
    sentence: Sentence
    is_old: bool
    proof: Span | None = None
    is_programme: bool = False


def blocks(page: Page, sentence: Sentence, host: str) -> Iterator[Block]:
    """The blocks that a sentence names, from left to right."""
    told = list(_told(page, sentence))
    ended = [_aged(block, told) for block in _ended(page, sentence)]
    homes = list(_homes(page, sentence))
    first = [
        one
        for one in (*homes, *ended)
        if not (_GENERIC.fullmatch(one.name) or any(one.span.meets(other.span) for other in told))
    ]
    found = [*_listed(page, sentence), *_whole(page, sentence), *homes, *ended, *told]
    found = [block for block in found if not _is_former(block, told, first)]
    taken: list[Span] = []
    kept: list[Block] = []
    for block in found:
        name = block.name
        bare = (
            name[len(host) :]
            if host and name.startswith(host) and len(name) > len(host) + 2
            else name
        )
        is_bad = (
            len(bare) < (2 if _CHARACTERISTIC.match(bare) else 3)
            or "等" in bare
            or (_GENERIC.fullmatch(bare) is not None and not block.is_programme)
        )
        if is_bad or any(block.span.meets(span) for span in taken):
            continue
        taken.append(block.span)
        if name != bare:
            start = block.span.start + len(name) - len(bare)
            block = replace(block, name=bare, span=Span(start, block.span.end))
        kept.append(block)
    yield from sorted(kept, key=lambda block: block.span)


def _listed(page: Page, sentence: Sentence) -> Iterator[Block]:
    """Blocks of a list that shares its noun: 惠通、大通等老工业区块, 大围村、麻奢村两个工业园."""
    says = sentence.says
    if "、" not in says or not any(what in says for what in _KINDS_OF_LAND):
        return
    is_told = _TRIGGER.search(sentence.says) is not None
    for match in _LIST.finditer(page.text.clean, *sentence.span):
        at = match.start("names")
        if not is_told and match["what"] in ("区块", "地块"):
            continue
        if _TOGETHER.match(page.text.clean, match.end()):
            names = _STOP.split(match["names"])[-1]
            span = Span(match.end("names") - len(names), match.end("names"))
            yield Block(names + match["what"], span, sentence, True, Span(span.start, match.end()))
            continue
        for part in match["names"].split("、"):
            name = _STOP.split(part)[-1]
            start = at + len(part) - len(name)
            at += len(part) + 1
            if len(name) >= 2 and not name.endswith(("区块", "地块")):
                span = Span(start, start + len(name))
                proof = Span(start, match.end())
                yield Block(_joined(name, match["what"]), span, sentence, True, proof)


def _joined(name: str, what: str) -> str:
    whole = next((end for end in ("村级工业园区", "村级工业园") if what == end), "")
    return name + what if not (whole and name.endswith("工业园")) else name


def _whole(page: Page, sentence: Sentence) -> Iterator[Block]:
    """A programme that renews a whole estate: 工业园区全域有机更新."""
    if "更新" in sentence.says or "换鸟" in sentence.says or "二次" in sentence.says:
        for match in _WHOLE.finditer(page.text.clean, *sentence.span):
            span = _trimmed(page, *match.span("name"))
            yield Block(page.says(*span), span, sentence, True)


def _told(page: Page, sentence: Sentence) -> Iterator[Block]:
    """Names that only the words about them make blocks: 从…回收, 前身是…, 原…118亩土地."""
    clean, says = page.text.clean, sentence.says
    patterns = [_TAKEN, _ITS_LAND] if _TRIGGER.search(says) else []
    patterns += [_FORMER, _ONCE] if _FORMER_CUE.search(says) else []
    if _REUSED.search(says) and _IDLE.search(says):
        yield from _firms(page, sentence)
    found = [match for pattern in patterns for match in pattern.finditer(clean, *sentence.span)]
    found += idle_plants(clean, sentence.span) if _IDLE.search(says) else ()
    for match in found:
        span = _trimmed(page, *match.span("name"))
        if not _NO_NAME.search(page.says(*span)):
            yield Block(page.says(*span), span, sentence, True)


def _firms(page: Page, sentence: Sentence) -> Iterator[Block]:
    """Firms whose land is taken back or used again: 鸿运食品公司停产多年,…盘活土地42亩."""
    for mention in sentence.names:
        name = mention.value
        assert isinstance(name, Name)
        if name.kind in (NameKind.FIRM, NameKind.GROUP) and _OF_LAND.match(
            page.text.clean, mention.span.end, sentence.span.end
        ):
            span = _trimmed(page, *mention.span)
            yield Block(page.says(*span), span, sentence, True)


def _homes(page: Page, sentence: Sentence) -> Iterator[Block]:
    """Land named by a label, an address or the work that clears it: G322沿线征迁项目."""
    clean = page.text.clean
    label = _LABEL.match(clean, *sentence.span)
    if label and _CLEARING.search(sentence.says):
        which = "name" if label["name"] else "mark"
        if _LAND.search(label[which]):
            yield Block(label[which], Span(*label.span(which)), sentence, True)
    if "号" in sentence.says and _TRIGGER.search(
        clean, sentence.span.start, sentence.span.start + _TELLING
    ):
        for match in _ADDRESS.finditer(clean, *sentence.span):
            span = _trimmed(page, *match.span("name"))
            yield Block(page.says(*span), span, sentence, True)
    for match in _PROGRAMME.finditer(clean, *sentence.span):
        start = left_edge(clean, match.start(), sentence.span.start, 12).start
        span = _trimmed(page, past_soft_words(clean, start, match.start()), match.start())
        if _LAND.search(page.says(*span)):
            yield Block(page.says(*span), span, sentence, False)
    for name in cleared(page, sentence):
        span = _trimmed(page, *name)
        yield Block(page.says(*span), span, sentence, True)
    for pattern in (_WHOLE_AREA, _PROGRAMME_AREA) if "亩" in sentence.says else ():
        for match in pattern.finditer(clean, *sentence.span):
            span = Span(*match.span("name"))
            yield Block(match["name"], span, sentence, True, is_programme=True)


def _is_former(block: Block, told: Sequence[Block], first: Sequence[Block]) -> bool:
    """Whether a block is only what the one before it was: 五星地块…原是一家棉纺厂."""
    is_told = any(block.span.meets(other.span) for other in told)
    return is_told and any(0 < block.span.start - one.span.end < _NEAR for one in first)


def _aged(block: Block, told: Sequence[Block]) -> Block:
    """The block, old where the words about it say that it was something else."""
    is_old = block.is_old or any(block.span.meets(other.span) for other in told)
    return replace(block, is_old=True) if is_old and not block.is_old else block


def _ended(page: Page, sentence: Sentence) -> Iterator[Block]:
    """Names by their endings: the left edge of the name is found as that of a body."""
    clean = page.text.clean
    floor = sentence.span.start
    for match in _ENDING.finditer(clean, *sentence.span):
        if _NO_BLOCK.match(clean, match.end()):
            continue
        start = left_edge(clean, match.start(), floor, 14).start
        start = past_soft_words(clean, start, match.start())
        if start == match.start() and clean[start - 1 : start] in ("镇", "村", "县"):
            start -= 1
        span = _trimmed(page, start, match.end())
        floor = match.end()
        if _COUNTED.search(clean, max(0, span.start - 4), span.start):
            continue
        if match.group().endswith("厂") and moves_in(clean, match.end()):
            continue
        is_old = match["old"] is not None or _AGED.search(page.says(*span)) is not None
        yield Block(page.says(*span), span, sentence, is_old)


def _trimmed(page: Page, start: int, end: int) -> Span:
    clean = page.text.clean
    for stop in _STOP.finditer(clean, start, end):
        if stop.end() < end - 2:
            start = stop.end()
    for mention in page.within(start, end):
        if isinstance(mention.value, (Period, Quantity)) and mention.span.end < end:
            start = max(start, mention.span.end)
    # 帮助企业腾出…: an edge that fell inside the word names nobody.
    start += clean.startswith("企业", max(0, start - 1)) and clean[start : start + 1] == "业"
    while start < end and clean[start] in "“”—的·- 原":
        start += 1
    while end > start and clean[end - 1] in "“”":
        end -= 1
    return Span(start, end)
