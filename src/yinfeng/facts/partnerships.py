"""Partnerships: lasting ties between two named parties: 结对, 共建, 战略合作, 产学研, 定向供应.

Parties are bodies joined by 与, 和 or 、 before a verb that ties them; 街道 or nobody before 与 is
the host. Who invests together (合作开发) or signs an investment agreement is no partner.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yinfeng.facts.event_words import day_of, first_day, is_day
from yinfeng.facts.offices import body_kind, is_body, officers, plain_body
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.facts.sightings import to_stop, trimmed
from yinfeng.text import LineKind
from yinfeng.values import Mention, NameKind, Partnership, Period, Span, Told

_TIE = re.compile(
    r"结对|联建|结成对子|结为|缔结|携手(?!并进|奔|共进)|牵手|共建(?!共治|共享共)|产学研|战略合作|(?:共同|现场|集中)签约"
    r"|(?:签订|签署|签下|达成|签)了?[^,，。]{0,24}?(?:协议|合同|备忘录|合作|共识)"
    r"|(?:开展|进行|建立|深化|加强|达成)[^,，。]{0,16}?(?:合作|伙伴关系|协作)|合作(?:共建|“)"
    r"|(?:联合|合作|共同)研发|联合(?:成立|组建|共建|打造|培养)|定向供应|(?:长期|稳定)?供货"
)
_NO_TIE = re.compile(
    r"合作开发|共同(?:投资|改建|出资|开发)|合作建设|投资(?:协议|合同|意向|框架)|入[园驻]协议|租赁|出让|引资协议"
    r"|意向|洽谈|商谈|对接商谈|达成(?:初步)?共识|达成意向"
)
_TOGETHER = re.compile(r"三方|双方|签约|牵手|携手|共同|[,，]并[就签达建与]")
_WITH_WORD = re.compile(r"与|和|同|及|携手|联合|牵手|联手")
_UNREAL = re.compile(r"拟与|计划与|希望与|争取与|邀请|寻求与|加强与|鼓励|要与|力争与|可与|如何")
_JOIN = re.compile(
    r"(?:[(（][^()（）]{2,12}[)）])?(?:等[一-龥0-9]{0,8}?)?(?:[一-龥A-Z]{0,12}?(?:还|将|又|正式|已|先后|分别|再次|成功|继续|就|也)*)"
    r"(?:[、与和同及]|以及|携手|联合|牵手|联手)[一-龥]{0,10}"
)
_WITH = re.compile(
    r"(?P<who>[^,，。;；:：、]{0,14}?)(?:还|将|又|正式|已|先后|分别|再次|成功|继续|也|通过|积极|主动|成都)*(?:与|和|同|携手|联合)[一-龥]{0,12}$"
)
_HOST_WORD = re.compile(
    r"(?:(?:我|该|本|全)?(?:镇|街道|乡|开发区|经开区|高新区|园区|区|管委会)|我们)$"
)
_OWN_FIRM = re.compile(r"(?:该|目前)?(?:公司|企业|集团)")
_THAT_FIRM = re.compile(r"(?:与|和|同)该(?:集团|公司|企业)")
_WENT = re.compile(r"(?:拜访|走访|考察|对接|拜会)了?$")
_OWN_SEAT = re.compile(
    r"(?:等[一-龥]{0,4})?(?:与|和|同)(?:我|本|该)?(?:镇|街道|乡|开发区|园区|区|县)"
)
_NAMELESS = re.compile(
    r"^(?:今年|去年|目前|近日|日前|双方|此外|同时|其中|另外|期间|现场|会上|当天|近年来|\d.*)?$"
)
_BOTH = re.compile(
    r"(?:双方|三方|两地)(?:现场|正式|共同|还|将)?(?P<tie>签订|签署|达成|缔结|结为|建立|签)"
)
_DESCRIBED = re.compile(
    r"(?P<firms>[一-龥]{0,8}?(?:\d+家)?[一-龥]{0,6}?企业)与(?P<villages>\d*个?[一-龥]{0,4}村(?:居|社区)?)(?:签约|开展)?(?P<tie>结对|结成对子|共建|结成)"
)
_COUNTED = re.compile(r"\d+[家个]|推动|组织|引导|鼓励|发动")
_TO_FOLLOW = re.compile(r"与(?P<body>[^,，。]{2,24}?)(?:开展|进行|建立|达成)[^,，。]{0,12}?合作")
_MENTOR = re.compile(r"(?:成了|成为|担任|受聘|兼任|当选)")
_FIRMS = frozenset({NameKind.FIRM, NameKind.GROUP, NameKind.BRAND, NameKind.BANK})
_GOVERNMENTS = frozenset({NameKind.TOWN, NameKind.ZONE, NameKind.GOVERNMENT, NameKind.PARK})
_SUPPLY = re.compile(r"供应(?!链)|供货|采购|购销|直供|定销|包销|订购")
_RESEARCH = re.compile(
    r"产学研|研究院|研究中心|技术合作|实验室|研发|科研|成果转化|校企|博士后|工作站"
)
_PAIRING = re.compile(r"结对|友好|对口|帮扶|结成|结为")
_SUBJECT = re.compile(
    r"[,，](?:将|并|未来)?(?P<next>(?:定向|每年|长期)?(?:供应|供货)[^,，。;；]{2,24}|共[建同][^,，。;；]{2,24})"
    r"|在(?P<fields>[^。;；]{4,60}?)(?:等)?方面"
    r"|(?P<share>共建[^,，。;；]{2,24})"
    r"|(?:签订|签署|签下|达成|签)了?(?P<paper>[^,，。;；协]{2,28}协议|[^,，。;；]{1,12}?合同"
    r"|[^,，。;；]{2,20}?备忘录|[^,，。;；]{2,24}?合作(?:项目)?)"
    r"|合作(?P<quoted>“[^”]{2,20}”[一-龥]{0,4})|(?P<research>产学研合作)|(?P<pair>结对(?:共建|帮扶))|(?:携手|联合)(?P<joint>(?:打造|建设|成立|组建)[^,，。;；]{3,24})"
)


_DEED = re.compile(r"(?:合作|共建)协议$")
_MOVEMENT = re.compile(r"“[^”]{2,12}”[一-龥]{0,4}(?:行动|联盟|工程|活动|机制)")


class Tie(NamedTuple):
    """A tie seen: the parties with the words that name them, and where its words begin and end."""

    parties: dict[str, Span]
    kinds: frozenset[NameKind]
    start: int
    verb: int
    end: int


def read(page: Page, scope: Scope) -> Iterator[Partnership]:
    """Every tie between two parties that the page tells of."""
    for sentence in page.sentences:
        if not _TIE.search(sentence.says) or sentence.line.kind in _HEADLINES:
            continue
        for tie in _ties(page, scope, sentence):
            if len(tie.parties) > 1:
                yield _fact(page, scope, sentence, tie)


_HEADLINES = (LineKind.TITLE, LineKind.HEADING, LineKind.CAPTION)


def _ties(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Tie]:
    tied: set[str] = set()
    for run in _runs(page, list(_outermost(sentence))):
        tie = _tied(page, scope, sentence, run)
        if tie is not None and not {_name(page, scope, m) for m in run} <= tied:
            tied |= set(tie.parties)
            yield tie
    if tied:
        return
    for see in (_described, _both, _mentored):
        tie = see(page, scope, sentence)
        if tie is not None:
            yield tie
            return


def _outermost(sentence: Sentence) -> Iterator[Mention]:
    last = -1
    for mention in sentence.names:
        start, end = mention.span
        at = sentence.span.start
        is_alias = start == last + 1 and sentence.says[start - 1 - at : start - at] in "(（"
        if is_body(mention) and start >= last and not is_alias:
            last = end
            yield mention


def _runs(page: Page, bodies: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Bodies that follow one another with nothing but a joint between them."""
    run: list[Mention] = []
    for body in bodies:
        if run and not _JOIN.fullmatch(page.says(run[-1].span.end, body.span.start)):
            yield tuple(run)
            run = []
        run.append(body)
    if run:
        yield tuple(run)


def _tied(page: Page, scope: Scope, sentence: Sentence, run: Sequence[Mention]) -> Tie | None:
    clean, end = page.text.clean, sentence.span.end
    stop = to_stop(page, run[-1].span.end, end)
    verb = _TIE.search(clean, run[-1].span.end, min(stop, run[-1].span.end + 36))
    if verb is None or _NO_TIE.search(clean, run[-1].span.end, verb.end() + 4):
        return None
    between = page.says(run[-1].span.end, verb.start())
    if re.search(r"[,，]", between) and not _TOGETHER.search(between):
        return None
    lead = page.says(sentence.span.start, run[0].span.start)
    joined = page.says(run[0].span.start, run[-1].span.start)
    if _UNREAL.search(lead[-12:]) or _UNREAL.search(joined):
        return None
    parties = {_name(page, scope, m): m.span for m in run}
    start = run[0].span.start
    first = _first_party(page, scope, sentence, run[0])
    if first is not None:
        parties = {first[0]: first[1], **parties}
        start = min(start, first[1].start)
    if _THAT_FIRM.match(between) and (firm := _last_firm(page, run[0].span.start)):
        parties.setdefault(_name(page, scope, firm), firm.span)
    if _OWN_SEAT.match(between) and (host := scope.host(verb.start())):
        parties.setdefault(host, Span(run[-1].span.end, verb.start()))
    for name, span in _to_follow(page, scope, verb.start(), stop):
        parties.setdefault(name, span)
    is_joined = (
        first is not None
        or _WITH_WORD.search(joined + between)
        or _TOGETHER.search(between + verb[0])
    )
    if len(parties) < 2 or not is_joined:
        return None
    kinds = frozenset(body_kind(m) for m in run) | _firm_kind(between)
    return Tie(parties, kinds, start, verb.start(), stop)


def _firm_kind(between: str) -> frozenset[NameKind]:
    return frozenset({NameKind.FIRM}) if _THAT_FIRM.match(between) else frozenset()


def _name(page: Page, scope: Scope, mention: Mention) -> str:
    return plain_body(page, mention, scope.host(mention.span.start))


def _first_party(
    page: Page, scope: Scope, sentence: Sentence, first: Mention
) -> tuple[str, Span] | None:
    """Who stands before 与: the host (街道还与…), a name that is no known body, or the subject."""
    at = first.span.start
    match = _WITH.search(page.says(sentence.span.start, at))
    if match is None:
        return None
    host, start = scope.host(at), sentence.span.start + match.start()
    span = Span(start, max(at, start + 1))
    who = match["who"].strip(" “”")
    if _OWN_FIRM.fullmatch(who):
        firm = _last_firm(page, at)
        return (_name(page, scope, firm), firm.span) if firm else None
    if _WENT.search(who) and (host := scope.host(at)):
        return host, Span(sentence.span.start + match.start(), at)
    if not _NAMELESS.match(who) and not _HOST_WORD.search(who):
        return (who, Span(start, start + len(match["who"]))) if _can_name(who) else None
    subject = next((m for m in _outermost(sentence) if m.span.end < start), None)
    if subject is not None and not _HOST_WORD.search(who):
        return _name(page, scope, subject), subject.span
    return (host, span) if host else None


def _last_firm(page: Page, at: int) -> Mention | None:
    """The firm last named before *at*: whom 该公司 means."""
    firms = [m for m in page.within(max(0, at - 400), at) if is_body(m) and _is_firm(m)]
    return firms[-1] if firms else None


def _is_firm(mention: Mention) -> bool:
    return body_kind(mention) in _FIRMS


def _can_name(who: str) -> bool:
    return 2 <= len(who) <= 12 and not re.search(
        r"[的了在是将为对把被]|推动|组织|引导|加强|深化|通过|工作|推进", who
    )


def _to_follow(page: Page, scope: Scope, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """The body that those who signed will work with: …签约,未来将与…开展合作."""
    match = _TO_FOLLOW.search(page.text.clean, start, end)
    if match:
        for mention in page.within(*match.span("body")):
            if is_body(mention):
                yield _name(page, scope, mention), mention.span


def _described(page: Page, _scope: Scope, sentence: Sentence) -> Tie | None:
    """Firms and villages paired in numbers: 推动32家企业与14个村结对."""
    match = _DESCRIBED.search(page.text.clean, *sentence.span)
    if match is None or not _COUNTED.search(sentence.says):
        return None
    parties = {
        re.sub(r"^(?:推动|组织|引导|鼓励|发动)|\d+[家个]", "", match[group]): Span(
            *match.span(group)
        )
        for group in ("firms", "villages")
    }
    kinds = frozenset({NameKind.FIRM, NameKind.VILLAGE})
    return Tie(parties, kinds, match.start(), match.start("tie"), match.end())


def _both(page: Page, scope: Scope, sentence: Sentence) -> Tie | None:
    """双方签订…: the parties are those that this sentence or the one before it names."""
    clean = page.text.clean
    match = _BOTH.search(clean, *sentence.span)
    if match is None:
        return None
    stop = to_stop(page, match.start(), sentence.span.end)
    if _NO_TIE.search(clean, match.start(), stop) or not _TIE.search(clean, match.start(), stop):
        return None
    named = [m for m in _outermost(sentence) if m.span.end <= match.start()]
    parties = {_name(page, scope, m): m.span for m in named}
    host = scope.host(match.start())
    if not parties.keys() - {host}:
        named = [m for earlier in page.before(sentence, 1) for m in _outermost(earlier)]
        parties = {_name(page, scope, m): m.span for m in named}
    if host and host not in parties:
        parties = {host: Span(match.start(), match.end()), **parties}
    kinds = frozenset(body_kind(m) for m in named)
    chosen = dict(list(parties.items())[:2])
    start = min(s.start for s in chosen.values())
    return Tie(chosen, kinds, start, match.start(), stop)


def _mentored(page: Page, scope: Scope, sentence: Sentence) -> Tie | None:
    """A firm's head who takes an office in a village that the firm is paired with."""
    if not re.search(r"结对|共建|村企", sentence.says):
        return None
    for officer in officers(page, scope, sentence):
        verb = _MENTOR.match(page.text.clean, officer.name_span.end)
        village = next(
            (
                m
                for m in page.within(officer.name_span.end, officer.name_span.end + 10)
                if is_body(m)
            ),
            None,
        )
        if verb is None or village is None or body_kind(village) is not NameKind.VILLAGE:
            continue
        firms = [o for o in officer.offices if o.body]
        if firms:
            parties = {firms[0].body: officer.span, _name(page, scope, village): village.span}
            kinds = frozenset({NameKind.FIRM, NameKind.VILLAGE})
            return Tie(parties, kinds, sentence.span.start, sentence.span.start, village.span.end)
    return None


def _fact(page: Page, scope: Scope, sentence: Sentence, tie: Tie) -> Partnership:
    quote, evidence = page.quoted(tie.start, tie.end)
    date = _date(page, scope, sentence, tie.verb)
    subject = _subject(page, tie, sentence)
    kind = _kind(page, tie)
    period = date.value if date else None
    return Partnership(
        host=scope.host(tie.verb),
        quote=quote,
        evidence=evidence,
        parties=page.told(tuple(tie.parties), *tie.parties.values(), pattern="partnership"),
        type=page.told(kind, Span(tie.verb, tie.end), pattern="partnership"),
        subject=page.told(page.says(*subject), subject, pattern="partnership") if subject else None,
        date=_told_date(page, period, date.span) if date else None,
    )


def _told_date(page: Page, period: object, span: Span) -> Told[Period] | None:
    if not isinstance(period, Period):
        return None
    return page.told(first_day(period), span, pattern="partnership")


def _subject(page: Page, tie: Tie, sentence: Sentence) -> Span | None:
    """What the tie is about: what is supplied, built or shared, else what was signed."""
    for match in _SUBJECT.finditer(page.text.clean, tie.verb, tie.end):
        if match.lastgroup == "paper":
            further = _SUBJECT.search(page.text.clean, match.end(), tie.end)
            match = further if further and further["next"] else match
        assert match.lastgroup is not None
        start, end = match.span(match.lastgroup)
        return trimmed(page, start, end - 2 if _DEED.search(match[0]) else end)
    movement = _MOVEMENT.search(page.text.clean, sentence.span.start, tie.end)
    return Span(*movement.span()) if movement else None


def _date(page: Page, scope: Scope, sentence: Sentence, at: int) -> Mention | None:
    """The time that the sentence tells, or the day of the event that it goes on about."""
    own = [m for m in sentence.periods if m.span.start < at and _is_resolved(m)]
    if own:
        return own[-1]
    date = day_of(page, scope, sentence, at)
    return date if date is not None and is_day(date) else None


def _is_resolved(mention: Mention) -> bool:
    period = mention.value
    return isinstance(period, Period) and period.start is not None and not period.recurs


def _kind(page: Page, tie: Tie) -> str:
    says = page.says(tie.start, tie.end)
    for span in tie.parties.values():
        says = says.replace(page.says(*span), "")
    if NameKind.VILLAGE in tie.kinds and (tie.kinds & _FIRMS or "村企" in says):
        return "village_enterprise"
    if _SUPPLY.search(says):
        return "supply"
    if _RESEARCH.search(says):
        return "research"
    if _PAIRING.search(says) and tie.kinds <= _GOVERNMENTS:
        return "pairing"
    return "cooperation"
