"""Works, parks and plants told of as projects though no 项目 stands with them.

A work is one by what is done to it: 沈荡大桥已正式通车. A park, building or plant is one where
somebody invests in it: 总投资2.6亿元的标准件产业园. 厂房, 道路 alone name none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.edges import is_generic
from yinfeng.facts.projects.hosting import is_of_others
from yinfeng.facts.projects.money import invested_before, is_money, led_by_money, money_before
from yinfeng.facts.projects.names import CLAUSE, Named, back_from, named_at
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Mention, Name, NameKind, Quantity, Span, Term, TermKind

_WORKS = words.listed("works")
_PARKS = words.listed("parks")
_PLANTS = words.listed("plants")
_THING = re.compile(
    "(?:"
    + "|".join(
        sorted(
            _WORKS | _PARKS | _PLANTS,
            key=len,
            reverse=True,
        )
    )
    + r")(?:[(（][^()（）]{1,8}[)）])?(?P<phase>[一二三四首]期)?(?:工程|项目)?"
)
_PHASE = re.compile(r"(?<!分)[一二三四五]期(?:工程)?(?![^,，。;；]{0,4}(?:厂房|标准))")
_REBUILT = re.compile(r"(?:建设|迁建|改?扩建|改造|新建)(?![^,，。;；]{0,3}(?:指挥|中心|局|单位))")
_LATER_PHASE = re.compile("[二三四五]期工程")
_NOT_AFTER = re.compile(
    r"[东西南北两]侧|以[东西南北]|沿线|旁边?|[区林艺丁地房局长处员户化部商市]|建设(?:领导|指挥|局)|管理(?:局|处|中心)|(?:一|二|三)期|建设[^,，。;；]{0,10}(?:难题|问题|困难|瓶颈)"
)
_BUILDS = re.compile(
    r"(?:新建|兴建|修建|建设|扩建|改建|迁建|改扩建|建起了?|建成|办起了?|开建|投建|实施|启动|规划建设|谋划建设|动工|开工建设|筹建|共建|打造)"
    r"(?:了|(?:[一两二三四五六七八九十]|\d{1,2})[座家个处条]|起)*[“]?$"
)
_BUILT_AFTER = re.compile(
    r"(?:[、和及与][^,，。;；、\n]{2,14}){0,3}[^,，。;；、\n]{0,10}?(?:通车|竣工|封顶|结顶|开工|动工(?!具)|破土|奠基|完工|投入使用|投入运[行营]|投用|启用|交付|建成|投运|并网|通水|通电|试运行|完成(?:路基|主体|工程|施工|[0-9])|开诊|开学)"
)
_BROKEN_AFTER = re.compile(r"[^,，。;；、\n]{0,8}?(?:奠基|开工|动工|破土)(?!率|项目|企业|具)")
_BEGINS_AFTER = re.compile(
    r"[,，]?[^,，。;；、\n]{0,10}?(?:投产|试产|试生产|量产|开工|动工(?!具)|奠基|封顶|竣工|签约)"
)
_RAISED_AFTER = re.compile(
    r"[^,，。;；、\n]{0,8}?(?:封顶|结顶|开工建设|动工(?!具)|破土|奠基|主体完工)"
)
_INVESTED_AFTER = re.compile(
    r"(?:[^。;；\n]{0,16}。(?=园区|项目|基地|大厦|大楼|中心|电站|工程))?[,，:：]?(?:项目)?(?:(?!项目)[^。;；\n:：]){0,50}?(?:计划总投资|总投资|投资额|(?<!累计)(?<!已)(?<!完成)投资|由[^,，。]{2,20}投资)[^,，。;；\d]{0,6}(?=\d)"
)
_MADE_BY = re.compile(r"由[^,，。;；]{4,40}?(?:投资|改建|建设|打造|出资|开发|兴建)的$")
_RAISES = re.compile(r"(?:建设|建起|办起|兴建|新建|考察)(?:了)?(?:[^。;；:：]{0,48}的|[“])?$")
_COUNT = re.compile(
    r"\d[\d.]*(?:余|多)?[千万]?(?:公里|千米|米|平方)|[一二三四五六七八九十两]?[\d]*(?:余|多)?[条座个栋间台处幢]"
)
_LOCATES = re.compile(
    r"(?:在|于|到|往|走进|来到|落户|入驻|选址|位于|进驻|布局|依托|地处|紧邻|临近|邻近|毗邻|靠近|紧靠|正对|围绕)(?:[一-龥]{2,6}(?:镇|街道|乡|县|区|市)|[^,，。;；、]{2,8}[和与、])?[“]?$"
)
# 东临松花江路,北至明州西路: how far the land goes.
_BOUNDS = re.compile(r"[东南西北]{1,2}(?:面|侧|部)?(?:至|临|邻|接|靠|抵|起|到|依|沿|连)")
_TALK = re.compile(
    r"(?:的)?(?:落户|建设|投资|合作|选址|搬迁)?(?:等)?(?:相关)?(?:事宜|事项|问题|落户|选址|进行|达成|深入)"
)
_ENDS = re.compile(r"[,，。;；、\n”等和及与]|建设|$|[一二三首]期|\d|工程")
# Things that one enterprise runs for its own production.
_OWN = (
    "基地",
    "农场",
    "牧场",
    "茶园",
    "果园",
    "庄园",
    "车间",
    "厂",
    "生产线",
    "冷库",
    "大棚",
    "酒庄",
    "养殖场",
    "加工点",
)
# 某某集团云溪分公司饲料厂项目: the branch is who builds.
_BRANCHES = ("分公司", "子公司")
# 与某某工业园签订投资协议: the park is the other side, not what is built.
_WITH = re.compile(r"[与和同跟]")
_DEALS = re.compile(
    r"(?:正式|成功|当场|现场|就[^,，。;；]{2,20}?)?(?:签[订署约下]|达成|洽谈|商定|对接)"
)
_SIGN = re.compile(led("[建投产]|启用"))
# 盘下原云溪造船厂,计划新建…: what was there before.
_TAKEN_OVER = re.compile(
    r"(?:(?:盘下|买下|租下|拍下|接盘|收购|购入|租用)了?)?原(?!料|浆|材|木|点|酒|创|乡|野|生)|盘下|买下|租下|拍下|接盘"
)
_LEADS_ON = re.compile(r"\d[\d.]*(?:余|多)?[千百万亿]*(?:美|欧|港|日)?元的")
_DECISIVE = frozenset(("started", "topped_out", "completed", "producing", "full_capacity"))
_FIRMS = (NameKind.FIRM, NameKind.GROUP)
_PLAIN = re.compile(
    r"(?:第[一二三四]条|首条|标准化?|高标准|通用|新型?|老旧?|旧|原|闲置|厂房|农村|乡村|城乡|公共|市政|主|次|基础|高速|一[条座所批]|[两三多几]|的|该|本|现代|大型|小型|生活|各类?|自来)*"
)


def works(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The works, parks and plants that a sentence tells of as projects."""
    if not _may_tell(sentence):
        return
    told = list(islice(_things(page, sentence), _MOST))
    for at, one in enumerate(told):
        if not any(other.span.covers(one.span) for other in told[at + 1 : at + 4]):
            yield one
    yield from _phases(page, sentence)


def _things(page: Page, sentence: Sentence) -> Iterator[Named]:
    clean = page.text.clean
    for match in _THING.finditer(clean, *sentence.span):
        if match.group().endswith(("项目", "工程")) or _NOT_AFTER.match(clean, match.end()):
            continue
        ending = match.group()
        span = back_from(page, sentence.span.start, match.start(), match.end(), may_sort=True)
        if span is None or _COUNT.match(clean, match.end()):
            continue
        if not _is_told(page, sentence, span, ending):
            continue
        if ending in _BRANCHES and not _ENDS.match(clean, span.end):
            continue
        if ending in _WORKS and (more := _REBUILT.match(clean, span.end)):
            span = Span(span.start, more.end())
        yield _thing(page, sentence, span)


def _thing(page: Page, sentence: Sentence, span: Span) -> Named:
    """The thing as a project; its own words begin with the money that builds it."""
    named = replace(named_at(page, sentence, span), of_thing=True)
    raised = _RAISES.search(page.text.clean, _from(sentence, span), span.start)
    if raised and raised.start() < named.lead:
        return replace(named, lead=raised.start())
    return led_by_money(page, sentence, named)


def _may_tell(sentence: Sentence) -> bool:
    """Whether a sentence tells of money, a stage or building at all."""
    says = sentence.says
    if _SIGN.search(says):
        return True
    return any(
        m.value.kind is TermKind.STAGE if type(m.value) is Term else is_money(m)
        for m in sentence.mentions
    )


def _is_told(page: Page, sentence: Sentence, span: Span, ending: str) -> bool:
    clean = page.text.clean
    stem = page.says(*span).removesuffix(ending).strip("“")
    quoted = "“" in page.says(span.start - 1, span.start + 1)
    if _LOCATES.search(clean[span.start - 14 : span.start]) or _BOUNDS.match(stem):
        return False
    if _WITH.search(clean[span.start - 1 : span.start]) and _DEALS.match(clean, span.end):
        return False
    if _TAKEN_OVER.match(stem):
        return False
    if not quoted and (_PLAIN.fullmatch(stem) or (is_generic(stem) and not _is_work(ending))):
        return False
    if money_before(page, sentence, span.start) or invested_after(page, sentence, span.end):
        return True
    if ending.startswith(tuple(_WORKS)) and page.says(span.end, span.end + 2) == "建设":
        return True
    built = _BUILDS.search(clean, max(sentence.span.start, span.start - 8), span.start) is not None
    stripped = ending.rstrip("一二三四首期")
    if _is_work(ending):
        after = _BUILT_AFTER.match(clean, span.end) is not None
        return after or (built and _ENDS.match(clean, span.end) is not None)
    if _MADE_BY.search(clean, max(sentence.span.start, span.start - 60), span.start):
        return True
    named = (*_FIRMS, NameKind.BRAND) if stripped.endswith("基地") and built else _FIRMS
    if stripped.endswith(_OWN) and _firm_before(page, sentence, span.start, named):
        if built or _RAISES.search(clean, _from(sentence, span), span.start):
            return True
        if stripped in _PLANTS and _BEGINS_AFTER.match(clean, span.end):
            return True
    if stripped.endswith("线") and len(stem) > 3 and _BEGINS_AFTER.match(clean, span.end):
        return True
    if stripped in _PLANTS and _is_talked_of(page, sentence, span):
        return True
    if stripped in _PLANTS and len(stem) > 3 and _BROKEN_AFTER.match(clean, span.end):
        return True
    if stripped in _PARKS and stripped != ending and _BUILT_AFTER.match(clean, span.end):
        return True
    if stripped in _PARKS:
        raised = _RAISED_AFTER if ending.endswith(("大楼", "大厦")) else _BROKEN_AFTER
        return raised.match(clean, span.end) is not None
    return False


def _is_talked_of(page: Page, sentence: Sentence, span: Span) -> bool:
    """Whether a plant is what a firm is talked with about: 就泵房装备生产基地落户事宜沟通."""
    clean = page.text.clean
    return (
        clean[span.start - 1 : span.start] in ("就", "绕")
        and _TALK.match(clean, span.end) is not None
        and _firm_before(page, sentence, span.start)
    )


def _from(sentence: Sentence, span: Span) -> int:
    return max(sentence.span.start, span.start - CLAUSE)


def _is_work(ending: str) -> bool:
    """Whether a name that only sorts is still one thing's: 镇创业服务大楼."""
    return ending.rstrip("一二三四首期") in _WORKS


def _firm_before(
    page: Page, sentence: Sentence, start: int, kinds: tuple[NameKind, ...] = _FIRMS
) -> bool:
    return any(
        isinstance(m.value, Name) and m.value.kind in kinds
        for m in page.within(max(sentence.span.start, start - CLAUSE), start)
    )


def invested_after(page: Page, sentence: Sentence, end: int) -> bool:
    """Whether an investment is told of what ends there: …,总投资9.5亿元."""
    match = _INVESTED_AFTER.match(page.text.clean, end, sentence.span.end + 60)
    if match is None or _LEADS_ON.match(page.text.clean, match.end()):
        return False
    if is_of_others(page, Span(end, match.end())):
        return False
    return any(
        isinstance(m.value, Quantity) and m.value.unit.name in _MONEY
        for m in page.within(match.end(), match.end() + 1)
    ) and not _other_firm(page, end, match.end())


_MOST = 200
_MONEY = frozenset(("CNY", "USD", "EUR", "HKD", "TWD", "JPY", "KRW", "GBP"))


def _other_firm(page: Page, start: int, end: int) -> bool:
    return any(
        isinstance(m.value, Name)
        and m.value.kind in _FIRMS
        and page.says(m.span.start - 1, m.span.start) != "由"
        for m in page.within(start, end)
    )


def _phases(page: Page, sentence: Sentence) -> Iterator[Named]:
    """Phases of a named thing: 鄂北铝业再生铝一期建成投产."""
    for match in _PHASE.finditer(page.text.clean, *sentence.span):
        if match.start() == sentence.span.start and _LATER_PHASE.match(match.group()):
            yield from _next_phase(page, sentence, Span(*match.span()))
        span = back_from(page, sentence.span.start, match.start(), match.end())
        if span is None or _THING.search(page.says(*span)):
            continue
        following = page.within(span.end, min(sentence.span.end, span.end + 14))
        staged = any(_is_decisive(mention) for mention in following)
        if staged or invested_before(page, sentence, span.start):
            yield named_at(page, sentence, span)


def _next_phase(page: Page, sentence: Sentence, span: Span) -> Iterator[Named]:
    """The second phase of the park that the sentence before tells of: 二期工程将于5月动工."""
    for previous in page.before(sentence, 1):
        parks = [m.value.text for m in previous.names if _is_park(m)]  # type: ignore[union-attr]
        if parks and previous.paragraph == sentence.paragraph:
            yield Named(parks[0] + page.says(*span), span, span.start)


def _is_park(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Name) and value.kind is NameKind.PARK


def _is_decisive(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Term) and value.kind is TermKind.STAGE and value.key in _DECISIVE
