"""Partnerships: lasting ties between two named parties: 结对, 共建, 战略合作, 产学研, 定向供应.

Parties are bodies joined by 与, 和 or 、 before a verb that ties them; 街道 or nobody before 与 is
the host. Who invests together (合作开发) or signs an investment agreement is no partner.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from yinfeng.facts.engagements.event_words import day_of, first_day, is_day
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.partnerships import words
from yinfeng.facts.partnerships.binding import binds, reaches, to_follow
from yinfeng.facts.partnerships.parties import first_party, needs_first, stop_of
from yinfeng.facts.partnerships.party_lines import (
    PartyLine,
    party_line,
)
from yinfeng.facts.partnerships.subjects import subject_of, tie_kind
from yinfeng.facts.partnerships.tellings import Tie, both, described, mentored, paired, with_it
from yinfeng.facts.scope import Scope
from yinfeng.text import LineKind
from yinfeng.values import Mention, Name, NameKind, Partnership, Period, Span, Told

# Each a pattern, the groups of the one and the other party, and the group of what ties them.
_Patterns = Sequence[tuple[re.Pattern[str], str, str, str]]
_TRIGGER = re.compile(
    r"结对|聘请|捐|出资|联建|对子|结为|缔结|携手(?!并进|奔|共进)|牵手|联手|共建|产学研|合作|联合|签|达成"
    r"|供应|供货|流转|入股|合股|对口"
    r"|帮扶|挂钩|保底|收购|采购|联盟|结成|攀|运营|托管|工坊|车间|设立|交由|租给|承包"
    r"|联姻|包联|认领|包扶|依托|常年为|长期为|供应链|供应商|负责联系"
)
_HEADLINES = (LineKind.TITLE, LineKind.HEADING, LineKind.CAPTION)
_TAKING = ("联合", "携手", "联手")
_LONGEST_GAP, _EACH_BEFORE = 40, 6
_SIGNED_EACH = re.compile(
    r"签[订署下约]了?(?P<what>[^,，。;；]{2,40}?)(?:框架)?(?:协议书?|合同|备忘录)"
)
_BUILDS = re.compile(r"(?:共建|合建|共同建设|联合建设|共同打造|联合创办|共同设立)(?=[,，。;；])")
_WORKS = (NameKind.PARK, NameKind.STATION, NameKind.BUILDING, NameKind.INSTITUTE)


def read(page: Page, scope: Scope) -> Iterator[Partnership]:
    """Every tie between two parties that the page tells of."""
    patterns: _Patterns = ()
    for sentence in page.sentences:
        if sentence.line.kind in _HEADLINES or not _TRIGGER.search(sentence.says):
            continue
        patterns = patterns or _patterns(page)
        for tie in _clipped(_ties(page, scope, sentence, patterns)):
            if len(tie.parties) < 2:
                continue
            fact = _fact(page, scope, sentence, tie)
            if fact.subject is None or not words.DEAL.match(fact.subject.value):
                yield fact


def _clipped(ties: Iterable[Tie]) -> Iterator[Tie]:
    """The ties of a sentence, each told no further than where the next one begins."""
    found = list(ties)
    for tie in found:
        later = [other.start for other in found if tie.verb < other.start < tie.end]
        yield tie._replace(end=min(later)) if later else tie


def _ties(page: Page, scope: Scope, sentence: Sentence, patterns: _Patterns) -> Iterator[Tie]:
    line = party_line(page, scope, sentence)
    tied: set[str] = set()
    for tie in (*_directed(line, patterns), *_joined(page, scope, line)):
        names = {party.name for party in tie.parties}
        if not names <= tied:
            tied |= names
            yield tie
    if tied:
        return
    for see in (with_it, described, both, paired, mentored):
        found = see(page, scope, sentence, line)
        if found is not None:
            yield found
            return


def _patterns(page: Page) -> _Patterns:
    """The patterns for one page; a gift to a village ties where the page is about pairing."""
    about = len(words.PAIRING.findall(page.text.clean))
    return (*_DIRECTED, (words.GIVES, "firm", "village", "what")) if about > 2 else _DIRECTED


def _directed(line: PartyLine, patterns: _Patterns) -> Iterator[Tie]:
    """Ties told of one party towards another: 村把地流转给公司, 集团结对帮扶村."""
    for pattern, first, second, what in patterns:
        for match in pattern.finditer(line.says):
            if match[first] is None or words.UNREAL.search(line.says[: match.start()][-12:]):
                continue
            parties = line.between(*match.span(first)) + line.between(*match.span(second))
            every = tuple({party.name: party for party in parties}.values())
            subject = line.span(*match.span(what)) if what and match[what] else None
            start, verb = line.offsets[match.start()], line.offsets[match.end(first)]
            yield Tie(every, start, verb, line.offsets[match.end()], subject)


_DIRECTED: _Patterns = (
    (words.LAND, "giver", "taker", "use"),
    (words.WORKSHOP, "village", "firm", "what"),
    (words.WORKSHOP, "village2", "firm2", "what2"),
    (words.STATION, "seat", "school", "what"),
    (words.RUNS_IT, "seat", "firm", "what"),
    (words.HELPS, "a", "b", ""),
    (words.TAKES_UP, "firm", "village", ""),
    (words.TAKES_UP, "firm2", "village2", ""),
    (words.PAIRED_WITH, "a", "b", ""),
    (words.PAIRED_AS, "a", "b", ""),
    (words.LEANS_ON, "firm", "school", "what"),
    (words.ALWAYS_SUPPLIES, "a", "b", "what"),
    (words.IN_ITS_CHAIN, "a", "b", ""),
    (words.SHARES, "giver", "taker", ""),
    (words.SUPPLIES, "a", "b", "what"),
    (words.SUPPLIES, "a2", "b2", "what2"),
    (words.BASE, "village", "firm", "what"),
    (words.AGREED_TO_BUY, "a", "b", "what"),
    (words.HIRES, "seat", "school", "what"),
)


def _joined(page: Page, scope: Scope, line: PartyLine) -> Iterator[Tie]:
    """Ties of parties that 与 or 、 joins before the verb that ties them."""
    tied: set[str] = set()
    for run in words.RUN.finditer(line.says):
        tie = _tied(page, scope, line, run)
        if tie is None or {party.name for party in line.between(*run.span("run"))} <= tied:
            continue
        tied |= {party.name for party in tie.parties}
        yield from _parted(line, run, tie)


def _parted(line: PartyLine, run: re.Match[str], tie: Tie) -> Iterator[Tie]:
    """The ties of a run that joins pairs: 甲与乙、丙与丁结对, 甲、丙分别与乙、丁结对."""
    parties = line.between(*run.span("run"))
    half = len(parties) // 2
    each = words.EACH.fullmatch(run["run"])
    if words.PAIRS.fullmatch(run["run"]) and len(parties) == 2 * half:
        pairs = list(zip(parties[::2], parties[1::2], strict=True))
    elif each and len(line.between(*_span_in(run, each, "a"))) == half == len(parties) - half:
        pairs = list(zip(parties[:half], parties[half:], strict=True))
    else:
        yield from _dealt(line, run, tie)
        return
    for pair in pairs:
        yield tie._replace(parties=pair)


def _dealt(line: PartyLine, run: re.Match[str], tie: Tie) -> Iterator[Tie]:
    """One tie a partner where agreements are dealt out: 分别与甲、乙签订产学研、银企协议."""
    first, *others = tie.parties
    stop = stop_of(line.says, run.end())
    signed = _SIGNED_EACH.search(line.says, run.end(), stop)
    lead = line.says[max(0, run.start() - _EACH_BEFORE) : run.start() + _EACH_BEFORE]
    parts = signed["what"].split("、") if signed and "分别" in lead else []
    if signed is None or len(parts) != len(others) or len(parts) < 2:
        yield tie
        return
    at = signed.start("what")
    for other, part in zip(others, parts, strict=True):
        yield tie._replace(parties=(first, other), subject=line.span(at, at + len(part)))
        at += len(part) + 1


def _span_in(run: re.Match[str], part: re.Match[str], group: str) -> tuple[int, int]:
    start = run.start("run")
    return start + part.start(group), start + part.end(group)


def _tied(page: Page, scope: Scope, line: PartyLine, run: re.Match[str]) -> Tie | None:
    says, at = line.says, run.end()
    stop = stop_of(says, at)
    verb = words.TIE.search(says, at, min(stop, at + _LONGEST_GAP))
    is_far = verb is not None and re.search(r"[,，]", says[at : verb.start()])
    if words.HAND_IN_HAND.search(run["run"]) and (verb is None or is_far):
        verb = words.NOTHING.match(says, at)
    if verb is None and run["with"] and run["with"].startswith(_TAKING):
        verb = words.WITH_WORK.match(says, at, stop)
    if verb is None and words.TAKEN_ALONG.search(run["run"]):
        verb = words.FOUNDS.match(says, at, stop)
    if verb is None or words.NO_TIE.search(says, at, verb.end() + 4):
        return None
    following = words.NEXT_TIE.search(says, verb.end(), stop)
    stop = following.start() if following else stop
    between = says[at : verb.start()]
    if re.search(r"[,，]", between) and not reaches(between, verb[0]):
        return None
    if words.is_of_projects(between, verb[0]) or words.is_hoped(says, run.start()):
        return None
    lead = says[max(0, run.start() - 12) : run.start("run")]
    if words.UNREAL.search(lead) or words.UNREAL.search(run["run"]):
        return None
    if run["with"] and words.TURNED.match(says, verb.end()):
        return None
    if words.ON_THE_WAY.search(between) or words.ONLY_COUNTED.search(run["run"]):
        return None
    if words.WITH_UNNAMED.search(between):
        return None
    if words.GONE_TO.search(lead) and not words.SIGNS.match(verb[0]):
        return None
    parties = list(line.between(*run.span("run")))
    start = line.offsets[run.start("run")]
    if needs_first(line, run) and (first := first_party(page, scope, line, run)):
        parties, start = [first, *parties], min(start, first.span.start)
    parties += to_follow(line, verb.start(), stop)
    parties = list({party.name: party for party in parties}.values())
    is_joined = (
        run["with"]
        or words.ALL_OF.match(between)
        or words.JOINT.search(run["run"])
        or words.TOGETHER.search(between + verb[0])
        or (not between and words.JOINT_PAPER.match(says, verb.start()))
    )
    if len(parties) < 2 or not is_joined or not binds(parties, verb[0], says[verb.end() : stop]):
        return None
    return Tie(tuple(parties), start, line.offsets[verb.start()], line.offsets[stop])


def _fact(page: Page, scope: Scope, sentence: Sentence, tie: Tie) -> Partnership:
    quote, evidence = page.quoted(tie.start, tie.end)
    date = _date(page, scope, sentence, tie.verb)
    subject = tie.subject or subject_of(page, tie.verb, tie.end, sentence.span.start)
    subject = subject or _work_before(page, sentence, tie)
    kind = tie_kind(page.says(tie.start, tie.end), tie.parties)
    names = tuple(party.name for party in tie.parties)
    spans = (party.span for party in tie.parties)
    period = date.value if date else None
    return Partnership(
        host=scope.host(tie.verb),
        quote=quote,
        evidence=evidence,
        parties=page.told(names, *spans, pattern="partnership"),
        type=page.told(kind, Span(tie.verb, tie.end), pattern="partnership"),
        subject=page.told(page.says(*subject), subject, pattern="partnership") if subject else None,
        date=_told_date(page, period, date.span) if date else None,
    )


def _work_before(page: Page, sentence: Sentence, tie: Tie) -> Span | None:
    """The work that opens the sentence and that the parties build: 检测中心…,由甲与乙共建."""
    first = next(iter(sentence.names), None)
    if first is None or not isinstance(first.value, Name) or first.value.kind not in _WORKS:
        return None
    builds = _BUILDS.match(page.text.clean, tie.verb)
    return first.span if builds and first.span.end <= tie.start else None


def _told_date(page: Page, period: object, span: Span) -> Told[Period] | None:
    if not isinstance(period, Period):
        return None
    return page.told(first_day(period), span, pattern="partnership")


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
