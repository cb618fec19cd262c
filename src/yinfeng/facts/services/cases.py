"""Which enterprise a telling of help is about, and how far the telling runs.

A case opens at the firm that lacks something (云溪锦程纺织公司因订单激增…) or that is helped
(帮助云溪锦程纺织公司解决…), by its full name, its short name, or as several (A、B等12家企业). It
runs on to the next firm's case, not beyond its paragraph unless the next one takes it up (原来,…).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ahocorasick_rs import AhoCorasick

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.services.openings import Case, lent, nameless, owned, quoted, several
from yinfeng.lexicon import trade_words, words
from yinfeng.lexicon.common_words import weights
from yinfeng.lexicon.dictionary import found_in
from yinfeng.mentions.body_edges import left_edge, past_soft_words
from yinfeng.text import LineKind
from yinfeng.values import Mention, Name, NameKind, Span

_HELPS, _FAVOURS = words.pattern("helps"), words.pattern("favours")
_TRADE_WORDS = {*trade_words.trade_groups(), *words.listed("short_trades")}
# A firm told by its trade can only begin a little before the word of one.
_TRADES = AhoCorasick(sorted(_TRADE_WORDS))
_TRADE = "(?:" + "|".join(sorted(_TRADE_WORDS, key=len, reverse=True)) + ")"
_NO_FIRM_BEHIND = (
    r"(?!专员|专班|特派|产业|行业|企业|类|等|、|园|城|基地|市场|专业|小镇|协会|商会|领域|集群|链|产品|制品|业|人才|和|与"
    r"|中心|大厦|点|区|学院|大学|研究|局|所|办(?!理)|公司|集团|厂(?![房门区里])|有限|化(?!解)|服务|等|制造|生产|加工|设备|技术)"
)
_SHORT = re.compile(
    r"(?:(?<![一-龥])|(?<=[如中知现对于业户到内的镇道是])"
    r"(?:(?<=比如|例如|再如|譬如|其中|得知|发现|针对|对于|企业|客户)|(?<=了解到|园区内|特别是|尤其是)|(?<=[对的镇道])))"
    rf"(?P<who>[一-龥]{{2,4}}?{_TRADE}{{1,2}}){_NO_FIRM_BEHIND}"
)
_SHORT_HELPED = re.compile(
    rf"(?:帮助|协助|支持|助力|指导|陪同|帮|替|为|给|向)(?P<who>[一-龥]{{2,4}}?{_TRADE}{{1,2}}){_NO_FIRM_BEHIND}(?=[一-龥])"
)
_SAYS = re.compile(r"说|介绍|坦言|表示|感慨|点赞|赞许|赞赏|称赞|好评|感谢|感激|感叹|道[:：。,，]")
_SHORT_HEADS, _HELPING = (4, 3, 2), re.compile("[帮协支助指陪替为给向]")
_LACKING = re.compile(
    r"(?<![一-龥])(?P<who>[一-龥A-Za-z]{2,4})"
    r"(?=(?:一度|正|也|还|又|曾|就)?(?:急需|亟需|缺|面临|因|苦于|遇到|遭遇|想|需要|资金|用工|融资|用电))"
)
_OBJECT = re.compile(
    r"(?:帮助|协助|支持|助力|指导|陪同|帮|替|为|给|服务|向|对|解决|破解|化解|确保|保障|促成|推动)[“]?$"
)
_OTHERS = re.compile(
    r"(?:选派|派出|请来|请|聘请|引荐|来自|联合|会同|联系|对接|协调|与|和|同|及|引进|从|委托|邀请|携手|由|供应|配套|、|收购|租用|租赁|销往)[“]?$"
)
GOES_ON = re.compile(
    r"[\s]*(?:“[^”]*$|[^,，。;；\n]{2,40}?(?:得知|获悉|知晓|了解到?)[^,，。;；\n]{0,12}?后[,，]|“?(?:原来|该?公司|该?企业|得知|了解(?:这一|该|此)?(?:情况|消息)|获悉|知晓|了解到|为此|对此|针对这|服务专员|驻企"
    r"|[一-龥]{2,12}?(?:局|办|所|中心|行|专班|专员|镇|街道)"
    r"(?:接到|收到|选派|牵头|联合|会同|第一时间|立即|随即|主动|得知|了解|迅速|当即)))"
)
"""How a sentence begins that takes up the telling of the one before."""
_UTILITY = re.compile(
    r"供电|电力|水务|燃气|自来水|热力|担保|银行|^[中工农建交招]行$|邮储|农商|信用社|国投|城投|国资|保险"
)
_FIRMS = (NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)
_LABS = re.compile(r"(?:新材料|技术|产业|装备|药物|科技)?(?:研究院|研究所|研究中心)$")
_NAME_HEADS = words.listed("name_heads")
_COMMON_WEIGHT = -10.3
_SHORTEST = 4
_QUOTATION, _BEHIND = 16, 20


def cases(page: Page) -> Iterator[Case]:
    """Every stretch that may tell of help to one enterprise, in order."""
    for group in _groups(page):
        start, end = group[0].span.start, group[-1].span.end
        clean = page.text.clean
        if not _HELPS.search(clean, start, end) and not _FAVOURS.search(clean, start, end):
            continue
        told = sorted(_opened(page, group), key=lambda case: case.span.start)
        opened = [case for at, case in enumerate(told) if not (at and _repeats(told[at - 1], case))]
        for at, case in enumerate(opened):
            limit = _clause(page, opened[at + 1], case) if at + 1 < len(opened) else end
            start = max(case.start, start) if start < case.span.start else case.start
            yield replace(case, start=start, end=max(limit, case.span.end))
            start = limit


def _groups(page: Page) -> Iterator[list[Sentence]]:
    """The sentences of each paragraph, with those of a next one that takes its telling up."""
    group: list[Sentence] = []
    for sentence in page.sentences:
        if sentence.line.kind is not LineKind.PROSE or sentence.is_tabular:
            continue
        goes_on = bool(group) and (
            sentence.paragraph == group[-1].paragraph or GOES_ON.match(sentence.says)
        )
        if group and not goes_on:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _clause(page: Page, following: Case, case: Case) -> int:
    """Where the words of the next case begin: its sentence, else its own clause."""
    if following.start > case.span.end:
        return following.start
    clean = page.text.clean
    at = following.span.start
    while at > case.span.end and clean[at - 1] not in ",，;；。":
        at -= 1
    return at


def _repeats(before: Case, case: Case) -> bool:
    """Whether the case only names again the enterprise of the one before."""
    short, long = sorted((before.who, case.who), key=len)
    return short in long or before.span.meets(case.span)


def _opened(page: Page, group: Sequence[Sentence]) -> Iterator[Case]:
    for at, sentence in enumerate(group):
        taken: list[Span] = []
        for read in (*_WAYS, nameless):
            for case in read(page, sentence):
                if not any(case.span.meets(span) for span in taken):
                    taken.append(case.span)
                    yield _as_spoken(page, group, at, case)


def _as_spoken(page: Page, group: Sequence[Sentence], at: int, case: Case) -> Case:
    """The case with the words of who speaks for the firm: “最愁的就是没地方。”天启机电董事长说."""
    clean, sentence = page.text.clean, group[at]
    if not _SAYS.search(sentence.says):
        return case
    closes = clean.rfind("”", group[0].span.start, case.span.start)
    opens = clean.rfind("“", group[0].span.start, closes) if closes >= 0 else -1
    if opens >= 0 and closes - opens > _QUOTATION and case.span.start - closes < _BEHIND:
        return replace(case, start=opens, is_speaker=True)
    begins = at and group[at - 1].says.lstrip().startswith("“")
    return replace(case, start=group[at - 1].span.start) if begins else case


def _named(page: Page, sentence: Sentence) -> Iterator[Case]:
    for mention in sentence.names:
        name = mention.value
        assert isinstance(name, Name)
        if not _is_enterprise(name):
            continue
        lead = page.says(max(sentence.span.start, mention.span.start - 4), mention.span.start)
        is_helped = _OBJECT.search(lead) is not None
        if is_helped or not _OTHERS.search(lead):
            who = _full(page, mention)
            yield Case(who, mention.span, sentence.span.start, sentence.span.end, is_helped)


def _is_enterprise(name: Name) -> bool:
    if name.text.startswith(("旧", "老", "原", "隔壁")):
        return False
    if name.kind in _FIRMS:
        return _UTILITY.search(name.text) is None
    return name.kind is NameKind.INSTITUTE and _LABS.search(name.text) is not None


def _full(page: Page, mention: Mention) -> str:
    """The fullest name before on the page that holds this one: 赛驰 → 重庆赛驰座舱科技有限公司."""
    name = mention.value
    assert isinstance(name, Name)
    stem = name.text.removesuffix("公司")
    is_short = stem != name.text and 2 <= len(stem) <= _SHORTEST
    if name.text.endswith(("公司", "厂", "集团", "合作社")) and not is_short:
        return name.text
    fuller = (
        other.value.text
        for other in (*page.firms_with(stem[:2]), *page.brands_with(stem[:2]))
        if isinstance(other.value, Name)
        and other.span.start < mention.span.start
        and other.value.kind in _FIRMS
        and stem in other.value.text
    )
    return max(fuller, key=len, default=name.text)


def _known(page: Page, sentence: Sentence) -> Iterator[Case]:
    """Firms that the page named in full before and that now lack something: 赛驰急需…."""
    for match in _LACKING.finditer(page.text.clean, *sentence.span):
        who, named = match["who"], page.kept(_LACKING, lambda: _companies(page))
        known = next((name for name in named.get(who[:2], ()) if who in name), None)
        if known is not None and named[who[:2]][known] < sentence.span.start:
            yield Case(known, Span(*match.span("who")), *sentence.span, False)


def _companies(page: Page) -> dict[str, dict[str, int]]:
    """Where each name in 公司 first stands, in order, by the pairs of characters it has."""
    found: dict[str, dict[str, int]] = {}
    for mention in page.mentions:
        name = mention.value.text if isinstance(mention.value, Name) else ""
        if name.endswith("公司"):
            for at in range(len(name) - 1):
                found.setdefault(name[at : at + 2], {}).setdefault(name, mention.span.start)
    return found


def _short_helped(page: Page, sentence: Sentence) -> Iterator[Case]:
    """Firms helped that only trade name and trade tell: 帮助三友纸业申报…."""
    starts = (match.start() for match in _HELPING.finditer(page.text.clean, *sentence.span))
    return _by_trade(page, sentence, _SHORT_HELPED, starts, True)


def _short(page: Page, sentence: Sentence) -> Iterator[Case]:
    """Firms told only by trade name and trade: 丰信电机因消防验收卡壳."""
    trades = {start for _, start, _ in found_in(_TRADES, sentence.says, overlapping=True)}
    starts = {sentence.span.start + trade - head for trade in trades for head in _SHORT_HEADS}
    return _by_trade(page, sentence, _SHORT, sorted(starts), False)


def _by_trade(
    page: Page, sentence: Sentence, pattern: re.Pattern[str], starts: Iterable[int], is_helped: bool
) -> Iterator[Case]:
    floor, end = sentence.span
    for at in starts:
        match = pattern.match(page.text.clean, at, end) if at >= floor else None
        if match and not _is_common(page, match):
            floor = match.end()
            yield Case(match["who"], Span(*match.span("who")), *sentence.span, is_helped, True)


_COMMON = re.compile(
    r"^(?:对|接(?!力)|得知|[一这那该][张家个台套批份条类]|新修|架设|新建|生产|发展|引进|从事|主营|各类|用于|以)|企业|街道|镇|乡|村|项目|农户|群众|居民|一些|不少|许多|部分|我们|他们|目前|由于|原来|公司|客商|园区|部门|干部|经济|行业|老|旧|没|缺|买|卖"
    r"|劳动力|余劳|市场|时间|产业|传统|现代|专业|推动|推进|加快|加强|提升|发展$|开发$|工程$|建设$|服务|实体|高端|先进|特色|绿色|智能制造|精密$|新材料精密|(?<=.)[和与及或是了在对将为由]|的"
)


def _is_common(page: Page, match: re.Match[str]) -> bool:
    """Whether the words are of the trade at large and name nobody: 现代农业, 打造电商."""
    who, start = match["who"], match.start("who")
    if _COMMON.search(who) or who in _TRADE_WORDS or _is_plain(who[:2]):
        return True
    if page.says(start - 1, start).isdigit():
        return True  # 新增400|千伏安变压器 is a measure of things.
    head = start + 2
    edge = left_edge(page.text.clean, head, start, 4).start
    return edge != start or past_soft_words(page.text.clean, start, head) != start


def _is_plain(head: str) -> bool:
    """Whether the words are so common that no trade name begins with them: 大型, 后来."""
    return weights().get(head, -99.0) > _COMMON_WEIGHT and head not in _NAME_HEADS


_WAYS = (several, owned, quoted, _short_helped, _named, _known, _short, lent)
