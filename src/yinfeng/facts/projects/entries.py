"""Entries: a project that heads its line or sentence and is told of after it.

1.齿轮项目。由…投资建设; 大同齿轮:拟征地…; ◎木业加工项目:总投资1.1亿元; a card of key lines.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.edges import is_generic, name_start
from yinfeng.facts.projects.names import Named, without_marks
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Name, NameKind, Span

_BULLET = (
    r"(?:[(（][0-9０-９一二三四五六七八九十]{1,3}[)）][.．、]?|[0-9０-９]{1,3}[.．、)）](?![0-9])|[①-⑳]|第[一二三四五六七八九十]+[、,，]"
    r"|[◎●★■▲◆·•※☆○▶☞➤►□◇*-]++)\s*+"
)
_CALL = r"(?:项目(?:名称|[一二三四五六七八九十0-9]{1,2})[:：.、]|【)"
_ENTRY = re.compile(
    rf"[\s“]*+(?:(?P<bullet>{_BULLET})|(?!{_BULLET}))(?:{_CALL}|(?!{_CALL}))(?P<name>[^,，。;；:：\n\t]{{2,40}}?)(?P<mark>[:：,，。;；\n】]|——|\s(?=\s|总投资|计划|投资|占地|用地|由|建设)|$)"
)
_KEY = re.compile(
    r"\s*+(?:投资主体|投资方|投资商|投资单位|建设单位|业主单位|企业名称|投资额|总投资|计划总?投资|投资规模|投资总额|用地|占地|用地面积|占地面积|建筑面积|"
    r"进度|进展|目前进展|当前进展|项目进展|建设内容|建设规模|主要产品|产品|产业|行业|选址|项目地点|建设地点|项目选址|年产值|预计产值|税收|年税收|预计税收|达产后|开工时间|签约时间|状态|阶段"
    r"|用地规模|占地规模|用地需求|[预期]期?效益|预计效益|(?:经济|社会|项目)效益|落户园区|所在园区|落户地点?|建设地址|责任单位|责任领导|牵头单位|服务单位"
    r"|存在问题|建设周期|建设期限|建设性质|建设时间|建设年限|资金来源|投产时间|竣工时间|年度计划|形象进度|工程进度|推进情况|项目总投资|项目内容|项目概况)[:：]"
)
_DESCRIBED = re.compile(
    r"[^\n]{0,80}?(?:总投资|计划投资|拟投资|投资[约近超]?\d|占地|用地|年产|主要从事|主要生产|年销售|年纳税|税收|客商投资|拟征地|动工|开工|竣工|投产|封顶|投资建设|日处理|"
    r"由[^,，。\n]{2,24}(?:投资|建设|出资)|投资方|建筑面积|在谈|洽谈|签约|放弃|流失|选址)"
)
_INVESTED = re.compile(r"[^\n。]{0,40}?(?:总投资|计划投资|拟投资|投资[约近超]?\d|占地|用地)")
# 某某公司:总投资2亿元的低温阀门项目 names the project behind the firm.
_ITS_PROJECT = re.compile(
    r"[^\n。;；]{0,40}?投资[^\n,，。;；]{0,12}元的[^\n,，。;；]{2,20}(?:项目|生产线)"
)
# What a key may begin with: a cheap check before the pattern.
_KEY_HEADS = frozenset(
    "\n 投建业企总计用占进目当项主产行选年预税达开签状阶期经社落所责牵服存资竣形工推"
)
_MAY_HEAD = re.compile(rf"[\s“]*+(?:{_BULLET}|项目|【|[^:：,，。;；]{{2,42}}+[:：])")
_HEADED = re.compile(
    led(
        rf"(?:项目|工程|{words.one_of('works')}|{words.one_of('parks')}|{words.one_of('plants')}|[一二三]期)(?:[(（][^()（）]*[)）])?$"
    )
)
_WORK = re.compile(words.one_of("works") + "$")
_SAID = words.pattern("no_entries")
# 投资6800万元(分二期)甲鱼养殖项目: the sentence names the project itself.
_MONEY_FIRST = re.compile(r"(?:计划|预计|拟|总)*投资[约近超]?[\d.]+[万亿]")
_BRINGS_IN = re.compile(
    r"(?:[一二三四五六七八九十]是)?(?:(?:新|成功)?(?:引进|招引|引入))了?(?:$|投资|总投资)"
)
_NOTE = re.compile(r"[(（][^()（）]*[)）]$")
_LEADING = re.compile(r"(?:\*\*|XX|××|＊＊)+")


def entry(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The project that a sentence is an entry of, if it is one."""
    clean = page.text.clean
    if not _MAY_HEAD.match(sentence.says) and not is_card(clean, sentence.span.end):
        return
    match = _ENTRY.match(clean, *sentence.span)
    if match is None or len(match["name"].strip()) < 3 or _KEY.match(clean, sentence.span.start):
        return
    name = match["name"].strip(" 　“”")
    start = match.start("name") + match["name"].find(name)
    bare = _NOTE.sub("", name)
    masked = _LEADING.match(bare)
    if masked:
        start, bare = start + masked.end(), bare[masked.end() :]
    if _is_firm(page, start, start + len(bare)):
        if _INVESTED.match(clean, match.end()) and not _ITS_PROJECT.match(clean, match.end()):
            span = Span(start, start + len(bare))
            yield Named(bare, span, start, entry=True, of_firm=True)
        return
    if not _is_entry(page, sentence, match, name) or is_generic(bare) or _SAID.search(bare):
        return
    if _MONEY_FIRST.match(bare) or _BRINGS_IN.match(bare):
        return
    span = Span(start, start + len(bare))
    is_sure = match["bullet"] is not None and _INVESTED.match(clean, match.end()) is not None
    if not _is_name(page, span, is_sure=is_sure and _HEADED.search(bare) is not None):
        return
    span = _without_owner(page, span)
    yield Named(without_marks(page.says(*span)), span, start, entry=True)


def _is_firm(page: Page, start: int, end: int) -> bool:
    """Whether a firm's whole name heads the line: 江苏铭远轴承有限公司:总投资3.2亿元."""
    return not _WORK.search(page.says(start, end)) and any(
        isinstance(m.value, Name)
        and m.value.kind in (NameKind.FIRM, NameKind.GROUP)
        and m.span == Span(start, end)
        for m in page.within(start, start + 1)
    )


def _is_name(page: Page, span: Span, *, is_sure: bool) -> bool:
    """Whether the words are one name: nobody's own, and no verb parts them unless it is sure."""
    if any(
        isinstance(m.value, Name) and m.value.kind is NameKind.PERSON and m.span.end == span.end
        for m in page.within(span.start, span.end)
    ):
        return False
    return is_sure or name_start(page.text.clean, span.start, span.end) == span.start


def _without_owner(page: Page, span: Span) -> Span:
    """The name without the firm before it: 某某纺织科技有限公司|高档面料项目."""
    for mention in page.within(span.start, span.start + 1):
        value = mention.value
        if isinstance(value, Name) and value.kind in (NameKind.FIRM, NameKind.GROUP):
            rest = Span(mention.span.end, span.end)
            if rest.end - rest.start >= 3 and not is_generic(page.says(*rest)):
                return rest
    return span


def _is_entry(page: Page, sentence: Sentence, match: re.Match[str], name: str) -> bool:
    clean, mark = page.text.clean, match["mark"]
    headed = _HEADED.search(name) is not None
    if is_card(clean, sentence.span.end):
        return headed or len(name) <= 24
    if mark in (":", "："):
        if match["bullet"] is not None and headed:
            return True
        return _DESCRIBED.match(clean, match.end()) is not None and (headed or len(name) <= 16)
    if match["bullet"] is None:
        return False
    return headed and (
        _DESCRIBED.match(clean, match.end()) is not None or name.endswith(("项目", "工程"))
    )


def is_card(clean: str, end: int) -> bool:
    """Whether the line after *end* tells a key of a card: 投资额:15亿元."""
    return clean[end : end + 1] in _KEY_HEADS and _KEY.match(clean, end) is not None


def card_end(page: Page, end: int) -> int:
    """Where the key lines that follow *end* stop."""
    clean = page.text.clean
    while _KEY.match(clean, end):
        start = end
        while start < len(clean) and clean[start].isspace():
            start += 1
        stop = clean.find("\n", start)
        end = stop if stop >= 0 else len(clean)
    return end
