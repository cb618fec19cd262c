"""Ties that no run of parties tells: 双方签订…, 结对的某公司, 32家企业与14个村结对."""

import re
from typing import NamedTuple

from yinfeng.facts.offices.bodies import body_kind, is_body, plain_body
from yinfeng.facts.offices.posts import officers
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.partnerships import words
from yinfeng.facts.partnerships.parties import stop_of
from yinfeng.facts.partnerships.party_lines import (
    FIRM,
    SCHOOL,
    SEAT,
    VILLAGE,
    Party,
    PartyLine,
    last_named,
    party_line,
)
from yinfeng.facts.scope import Scope
from yinfeng.values import NameKind, Span

_COUNTED = re.compile(r"推动|组织|引导|鼓励|发动|动员|促成")


_DESCRIBED = re.compile(
    r"(?P<firms>[一-龥]{0,8}?(?:\d+家)?[一-龥]{0,6}?企业)(?:与|和"
    r"|同)(?P<villages>\d*个?[一-龥]{0,4}村(?:居|社区)?)(?:签约|开展)?"
    r"(?P<tie>结对|结成对子|共建|结成|结了对子)"
)


_MENTOR = re.compile(r"(?:成了|成为|担任|受聘|兼任|当选)")


class Tie(NamedTuple):
    """A tie seen: its parties, and where its first word, its verb and its last word stand."""

    parties: tuple[Party, ...]
    start: int
    verb: int
    end: int
    subject: Span | None = None


def described(page: Page, _scope: Scope, sentence: Sentence, _line: PartyLine) -> Tie | None:
    """Firms and villages paired in numbers: 推动32家企业与14个村结对."""
    if "企业" not in sentence.says or not _COUNTED.search(sentence.says):
        return None
    match = _DESCRIBED.search(page.text.clean, *sentence.span)
    if match is None:
        return None
    parties = tuple(
        Party(
            re.sub(r"^.*?(?:推动|组织|引导|鼓励|发动|动员|促成)|\d+[家个]", "", match[group]),
            sign,
            Span(*match.span(group)),
        )
        for group, sign in (("firms", FIRM), ("villages", VILLAGE))
    )
    return Tie(parties, match.start(), match.start("tie"), match.end())


def both(page: Page, scope: Scope, sentence: Sentence, line: PartyLine) -> Tie | None:
    """双方签订…: the parties are those that this sentence or the one before it names."""
    match = words.BOTH.search(line.says)
    if match is None:
        return None
    stop = stop_of(line.says, match.start())
    told = line.says[match.start() : stop]
    tie = words.TIE.search(told)
    if tie is None or words.NO_TIE.search(told) or words.BARE_SIGNING.fullmatch(tie[0]):
        return None
    own = Span(line.offsets[match.start()], line.offsets[match.end()])
    host = scope.host(own.start)
    named = line.between(0, match.start())
    if not {party.name for party in named} - {host}:
        for earlier in page.before(sentence, 1):
            before = party_line(page, scope, earlier)
            named = before.between(0, len(before.says))
    if pair := _pair(named, host):
        named = pair
    elif host and host not in {party.name for party in named}:
        named = (Party(host, SEAT, own), *named)
    chosen = named[:2]
    start = min((party.span.start for party in chosen), default=own.start)
    return Tie(chosen, start, own.start, line.offsets[stop])


def _pair(named: tuple[Party, ...], host: str) -> tuple[Party, ...]:
    """The two that are named besides the host, where neither is a seat: 某村和某集团…。双方签下."""
    others = tuple(party for party in named if party.name != host)
    signs = {party.sign for party in others}
    return others if len(others) == 2 == len(signs) and SEAT not in signs else ()


def with_it(_page: Page, _scope: Scope, _sentence: Sentence, line: PartyLine) -> Tie | None:
    """A school that came to a firm and signed 与企业 there: the two that the sentence names."""
    match = words.WITH_IT.search(line.says)
    if match is None:
        return None
    named = line.between(0, match.start())
    schools = [party for party in named if party.sign == SCHOOL]
    firms = [party for party in named if party.sign == FIRM]
    if not schools or not firms:
        return None
    start = min(schools[-1].span.start, firms[-1].span.start)
    stop = stop_of(line.says, match.start())
    at = line.offsets[match.start()]
    return Tie((schools[-1], firms[-1]), start, at, line.offsets[stop])


def paired(page: Page, scope: Scope, _sentence: Sentence, line: PartyLine) -> Tie | None:
    """A firm called 结对的, and the village last named."""
    match = words.PAIRED_FIRM.search(line.says)
    if match is None:
        return None
    start = line.offsets[match.start()]
    village = last_named(page, scope, VILLAGE, start)
    if village is None:
        return None
    stop = stop_of(line.says, match.start())
    return Tie((village, *line.between(*match.span("firm"))), start, start, line.offsets[stop])


def mentored(page: Page, scope: Scope, sentence: Sentence, _line: PartyLine) -> Tie | None:
    """A firm's head who takes an office in a village that the firm is paired with."""
    if not re.search(r"结对|共建|村企", sentence.says):
        return None
    for officer in officers(page, scope, sentence):
        at = officer.name_span.end
        verb = _MENTOR.match(page.text.clean, at)
        village = next((m for m in page.within(at, at + 10) if is_body(m)), None)
        if verb is None or village is None or body_kind(village) is not NameKind.VILLAGE:
            continue
        firms = [o for o in officer.offices if o.body]
        if firms:
            name = plain_body(page, village, scope.host(at))
            parties = (
                Party(firms[0].body, FIRM, officer.span),
                Party(name, VILLAGE, village.span),
            )
            start = sentence.span.start
            return Tie(parties, start, start, village.span.end)
    return None
