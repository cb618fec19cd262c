"""Services: each case of help to an enterprise: who, what it lacked, who helped, what came of it.

鹿鹿通食品公司缺少流动资金, 农商行放贷2300万元, 解决燃眉之急 is a case. Help to enterprises in
general (为企业解决问题89个) is a figure, not a case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import words
from yinfeng.text import LineKind
from yinfeng.values import Dimension, Fact, Mention, Name, NameKind, Quantity, Service, Span

_NEED = re.compile(
    rf"(?:(?:因为?|由于)(?P<cause>[^,，。;；\n]{{2,22}}?)(?=卡壳|受阻|影响|面临|停产|无法|[,，。;；\n])"
    rf"|(?P<lack>(?<!不)(?:缺少|缺乏|缺|急需|亟需|面临|遭遇|遇到|苦于|受困于|受制于)(?:了|着|部分|大量|一些|一定)?"
    rf"[^,，。;；\n]{{2,20}}?)(?=的?(?:困难|难题|问题|困境|瓶颈|压力|不便)|[,，。;；\n]|$)"
    rf"|(?P<short>{words.one_of('needs')}[^,，。;；\n]{{0,4}}?(?:难|不足|紧张|短缺|缺口|不够|跟不上|受限))"
    rf"|(?P<loan>贷不到款))"
)
_LACKING = re.compile(
    r"^(?:缺少|缺乏|缺|急需|亟需|面临|遭遇|遇到|苦于|受困于|受制于)(?:了|着|部分|大量|一些|一定)*"
)
_GIVEN = re.compile(
    r"(?:放贷|贷款|授信|融资|信贷|资金支持|提供[^,，。;；\d]{0,8}资金|落实[^,，。;；\d]{0,6}资金"
    r"|争取[^,，。;；\d]{0,8}资金|补贴|补助|奖补|批了?|续贷|稳住了?)[^,，。;；\d]{0,6}$"
)
_GIVEN_AFTER = re.compile(
    r"^(?:的)?[^,，。;；\d]{0,10}(?:贷款|授信|信贷|资金支持|融资|资金|贷[’”])"
)
_HELPS = words.pattern("helps")
_OUTCOME = re.compile(
    rf"(?:^|[,，])(?P<out>[^,，。;；\n]{{0,12}}?{words.one_of('outcomes')}[^。;；\n]{{1,40}})"
)
_ENTRUSTED = re.compile(
    r"委托(?P<helper>[^,，。;；\n]{2,16}?)(?:对|为|帮助)(?P<who>[^,，。;；\n]{2,24}?)的?"
    r"(?P<need>[^,，。;；\n的]{2,14})(?:进行|实施|开展)(?P<act>改造|提升|整治|指导|诊断)"
)
_SEVERAL = re.compile(
    r"(?:为|帮助|给|向)(?P<who>[^,，。;；\n为帮]{2,24}?等[0-9]+家[^,，。;；\n0-9]{0,6}?企业|[0-9]+家[^,，。;；\n0-9]{0,6}?企业)"
)
_HELPED = re.compile(
    r"(?:帮助|协助|支持|助力|指导)(?P<who>[^,，。;；\n]{3,20}?(?:公司|集团|研究院|厂|合作社|农场|企业))(?=解决|引进|申报|办理|化解|破解|完成|招|争取|对接|获得|取得)"
)
_SHORT = re.compile(
    r"(?:^|[,，。“”:：]|比如|例如|其中)(?P<who>[一-龥]{3,8}?)(?:一度|近期|去年|今年|曾|正)?(?:因(?!为)|受(?!到|益)|缺(?!少人)|面临|遇到|急需|亟需|苦于|扩建|扩产|搬迁时)"
)
_NO_NAME = re.compile(
    r"企业|街道|镇|乡|村|项目|农户|群众|居民|一些|不少|许多|部分|我们|他们|目前|由于|原来|公司|老板|客商|园区|部门|干部|经济|行业|市场|疫情|工作|时间|上个?月|今年|去年"
)
_GOES_ON = re.compile(r"[\s“]*(?:原来|公司|企业|该公司|该企业|得知|了解到|为此|对此|针对)")
_OWN = re.compile(
    r"(?<![一-龥])(?:街道|镇里|镇政府|镇党委|镇|我们|开发区|园区|高新区|管委会)(?=[一-龥])|在(?:街道|镇里|镇|园区)(?:的)?(?:协调|帮助|牵线|支持)"
)
_HELPER_KINDS = (NameKind.BANK, NameKind.GOVERNMENT, NameKind.STATION)
_FIRMS = (NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)
_UTILITY = re.compile(r"(?:供电|电力|水务|燃气|自来水|热力|担保|村镇银行|银行)")
_REACH = 3


@dataclass(frozen=True, slots=True)
class _Case:
    """One case on its way: the firm, where its telling begins, the sentence of the help."""

    who: str
    span: Span
    start: int
    sentence: Sentence


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every case of help that the page tells."""
    for sentence in page.sentences:
        if sentence.line.kind is not LineKind.PROSE:
            continue
        if "委托" in sentence.says:
            yield from _entrusted(page, scope, sentence)
        if _HELPS.search(sentence.says):
            case = _case(page, sentence)
            fact = _service(page, scope, case) if case is not None else None
            if fact is not None:
                yield fact


def _entrusted(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Fact]:
    for match in _ENTRUSTED.finditer(page.text.clean, *sentence.span):
        quote, evidence = page.quoted(*match.span())
        need = Span(match.start("need"), match.end("act"))
        yield Service(
            host=scope.host(match.start()),
            quote=quote,
            evidence=evidence,
            enterprise=page.told(match["who"], Span(*match.span("who")), pattern="services"),
            need=page.told(match["need"] + match["act"], need),
            helper=page.told(match["helper"], Span(*match.span("helper"))),
        )


def _case(page: Page, sentence: Sentence) -> _Case | None:
    """The firm that a sentence of help is about: in it, else in those just before."""
    several = _SEVERAL.search(page.text.clean, *sentence.span)
    if several:
        span = Span(*several.span("who"))
        return _Case(several["who"], span, sentence.span.start, sentence)
    helped = _HELPED.search(page.text.clean, *sentence.span)
    if helped:
        span = Span(*helped.span("who"))
        return _Case(helped["who"], span, sentence.span.start, sentence)
    firm = _firm(page, *sentence.span)
    start = sentence.span.start
    for previous in page.before(sentence, _REACH):
        if previous.paragraph != sentence.paragraph and not _GOES_ON.match(sentence.says):
            break
        earlier = _firm(page, *previous.span)
        if firm is None and earlier is not None:
            firm, start = earlier, previous.span.start
            break
        if firm is not None and isinstance(firm.value, Name) and firm.value.text in previous.says:
            start = previous.span.start
    if firm is None or not isinstance(firm.value, Name):
        return _unsuffixed(page, sentence)
    return _Case(firm.value.text, firm.span, min(start, firm.span.start), sentence)


def _unsuffixed(page: Page, sentence: Sentence) -> _Case | None:
    """A firm that only its short name tells of: 丰信电机因消防验收卡壳."""
    for one in (sentence, *page.before(sentence, 1)):
        match = _SHORT.search(page.text.clean, *one.span)
        if one.paragraph == sentence.paragraph and match and not _NO_NAME.search(match["who"]):
            return _Case(match["who"], Span(*match.span("who")), match.start("who"), sentence)
    return None


def _firm(page: Page, start: int, end: int) -> Mention | None:
    for mention in page.within(start, end):
        name = mention.value
        if isinstance(name, Name) and name.kind in _FIRMS and not _UTILITY.search(name.text):
            return mention
    return None


def _service(page: Page, scope: Scope, case: _Case) -> Fact | None:
    clean, sentence = page.text.clean, case.sentence
    need = _NEED.search(clean, case.start, sentence.span.end)
    amount = _amount(page, sentence)
    if need is None and (amount is None or not case.who):
        return None
    outcome = _OUTCOME.search(
        clean, max(need.end() if need else 0, sentence.span.start), sentence.span.end
    )
    if amount is None and outcome is None:
        return None
    who = page.told(case.who, case.span, pattern="services")
    fields: dict[str, Any] = {"enterprise": who}
    if need is not None:
        kind = str(need.lastgroup)
        said = _LACKING.sub("", need[kind])
        fields["need"] = page.told(said, Span(need.end(kind) - len(said), need.end(kind)))
    if amount is not None:
        fields["amount"] = page.told(amount.value, amount.span)
    fields |= _helper(page, scope, case)
    if outcome:
        fields["outcome"] = page.told(outcome["out"], Span(*outcome.span("out")))
    start = case.start if need is None else min(case.span.start, need.start())
    quote, evidence = page.quoted(start, sentence.span.end)
    return Service(host=scope.host(start), quote=quote.rstrip("。"), evidence=evidence, **fields)


def _amount(page: Page, sentence: Sentence) -> Mention | None:
    for mention in sentence.quantities:
        assert isinstance(mention.value, Quantity)
        if mention.value.unit.dimension is not Dimension.MONEY:
            continue
        lead = page.says(max(sentence.span.start, mention.span.start - 16), mention.span.start)
        tail = page.says(mention.span.end, mention.span.end + 14)
        if _GIVEN.search(lead) or _GIVEN_AFTER.match(tail):
            return mention
    return None


def _helper(page: Page, scope: Scope, case: _Case) -> dict[str, Any]:
    """The host where it acts itself, then banks and offices named in the telling."""
    found: dict[str, Span] = {}
    own = _OWN.search(page.text.clean, case.start, case.sentence.span.end)
    host = scope.host(case.start)
    if own and host:
        found[host] = Span(*own.span())
    for mention in page.within(case.start, case.sentence.span.end):
        name = mention.value
        if not isinstance(name, Name) or mention.span.meets(case.span):
            continue
        helps = name.kind in _HELPER_KINDS or (
            name.kind in _FIRMS and _UTILITY.search(name.text) is not None
        )
        if helps or name.text == host:
            found.setdefault(name.text, mention.span)
    return {"helper": page.told("、".join(found), *found.values())} if found else {}
