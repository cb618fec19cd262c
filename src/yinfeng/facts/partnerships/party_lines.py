"""A sentence in which every party is one sign, so that ties show in short patterns.

今年6月,白河镇镇长李某与川江农业大学签订协议 becomes ,镇与校签订协议: days, persons and
their offices are left out. 镇里 and 我们 stand for the host, 村里 and 该公司 for the village or
firm last named.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from yinfeng.facts.offices.bodies import (
    body_kind,
    is_body,
    is_person,
    is_place,
    is_title,
    plain_body,
)
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Mention, NameKind, Period, Span

FIRM, VILLAGE, SEAT, SCHOOL, WORK = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
ANY = f"[{FIRM}-{WORK}]"
_SIGNS = {
    NameKind.FIRM: FIRM,
    NameKind.GROUP: FIRM,
    NameKind.BRAND: FIRM,
    NameKind.BANK: FIRM,
    NameKind.VILLAGE: VILLAGE,
    NameKind.TOWN: SEAT,
    NameKind.ZONE: SEAT,
    NameKind.GOVERNMENT: SEAT,
    NameKind.INSTITUTE: SCHOOL,
    NameKind.PARK: WORK,
    NameKind.BUILDING: WORK,
    NameKind.STATION: WORK,
}
_SEAT_WORD = (
    r"(?:我|该|本|全)?(?:镇|乡|街道|县|区|开发区|经开区|高新区|园区)(?:里|上|政府|党委"
    r"|党工委|办事处|管委会)?"
    r"|管委会|我们(?:镇|乡|街道|县|区|园区|开发区)?"
)
_GENERIC = re.compile(
    r"(?<![一-龥])(?:还|又|并|也|由|在|让|把|将|通过|目前|如今|现在|眼下|后来)*"
    rf"(?:(?P<village>(?:该|本)?村(?:里|集体|委会|两委|党支部"
    rf"|党总支)?(?P<coop>股份经济合作社|经济合作社)?)"
    rf"|(?P<firm>(?:该|这家)?(?:公司|企业|集团))|(?P<work>园区运营方|园方)"
    rf"|(?P<seat>{_SEAT_WORD}))"
    r"(?=[与和同跟]|、|还|又|也|已|先后|随后|后来|正式|携手"
    r"|联合|联手|引进|引入|签|把|将|出资|结对|$|[,，])"
    r"|(?<=[与和同跟给为向由])(?:(?P<village2>(?:该|本)?村(?:里|集体|委会"
    r"|两委)?(?P<coop2>股份经济合作社|经济合作社)?)"
    rf"|(?P<firm2>(?:该|这家)?(?:公司|企业|集团))|(?P<work2>园区运营方|园方)"
    rf"|(?P<seat2>{_SEAT_WORD}))"
    r"(?=[与和同跟]|现场|签|合|共|结|建|达|联|携|开|提|统|包|入|经|运|种|正|深|长|与|和|,|，|。)"
)
_ALIAS = re.compile(r"[(（][^()（）]{2,14}[)）]")
_MEANT = {"village": VILLAGE, "firm": FIRM, "work": WORK}
_GROUPS = ("village", "firm", "work", "seat", "village2", "firm2", "work2", "seat2")
_REACH = 500


class Party(NamedTuple):
    """Who takes part in a tie: the name, what sort of body it is, the words that tell it."""

    name: str
    sign: str
    span: Span


class PartyLine(NamedTuple):
    """The words of a sentence with signs for parties, and where each character comes from."""

    says: str
    offsets: Sequence[int]
    parties: Mapping[int, Party]

    def between(self, start: int, end: int) -> tuple[Party, ...]:
        """The parties whose signs stand between two places of the line, without repeats."""
        found = (self.parties[at] for at in range(start, end) if at in self.parties)
        return tuple({party.name: party for party in found}.values())

    def span(self, start: int, end: int) -> Span:
        """The stretch of clean text that a stretch of the line came from."""
        return Span(self.offsets[start], self.offsets[end])


def party_line(page: Page, scope: Scope, sentence: Sentence) -> PartyLine:
    """The line of one sentence."""
    clean, (start, end) = page.text.clean, sentence.span
    says: list[str] = []
    offsets: list[int] = []
    parties: dict[int, Party] = {}
    at = start
    for span, party in _in_order(page, scope, sentence):
        if span.start < at:
            continue
        says.append(clean[at : span.start])
        offsets.extend(range(at, span.start))
        at = span.end
        if party is not None:
            parties[len(offsets)] = party
            says.append(party.sign)
            offsets.append(span.start)
            alias = _ALIAS.match(clean, at, end)
            at = alias.end() if alias else at
    says.append(clean[at:end])
    offsets.extend(range(at, end + 1))
    return PartyLine("".join(says), offsets, parties)


def _in_order(page: Page, scope: Scope, sentence: Sentence) -> Iterator[tuple[Span, Party | None]]:
    """The pieces from left to right; what only says where the next one lies is left out."""
    pieces = list(_pieces(page, scope, sentence))
    named = {span.start: party.sign for span, party in pieces if party is not None}
    for mention in reversed(sentence.names):
        if is_place(mention) and mention.span.end in named:
            pieces.append((mention.span, None))
            named.setdefault(mention.span.start, SEAT)
    for span, party in sorted(pieces, key=lambda piece: (piece[0].start, -piece[0].end)):
        is_seat = party is not None and party.sign == SEAT
        lies_in = is_seat and named.get(span.end) in (SEAT, VILLAGE)
        yield span, None if lies_in else party


def _pieces(page: Page, scope: Scope, sentence: Sentence) -> Iterator[tuple[Span, Party | None]]:
    """The stretches that become signs, and those that are left out."""
    for mention in sentence.mentions:
        if is_body(mention):
            yield mention.span, _party(page, scope, mention)
        elif _is_left_out(mention):
            yield mention.span, None
    yield from _host(scope, sentence)
    for match in _GENERIC.finditer(page.text.clean, *sentence.span):
        party = _meant(page, scope, match)
        if party is not None:
            yield party.span, party


def _host(scope: Scope, sentence: Sentence) -> Iterator[tuple[Span, Party]]:
    """Where the host is told by its name alone, a county that no list of regions holds."""
    host = scope.host(sentence.span.start)
    at = sentence.says.find(host) if host.endswith(("县", "区", "市")) else -1
    while at >= 0:
        start = sentence.span.start + at
        span = Span(start, start + len(host))
        yield span, Party(host, SEAT, span)
        at = sentence.says.find(host, at + len(host))


def _is_left_out(mention: Mention) -> bool:
    return isinstance(mention.value, Period) or is_person(mention) or is_title(mention)


def _party(page: Page, scope: Scope, mention: Mention) -> Party:
    name = plain_body(page, mention, scope.host(mention.span.start))
    return Party(name, _SIGNS[body_kind(mention)], mention.span)


def _meant(page: Page, scope: Scope, match: re.Match[str]) -> Party | None:
    """Whom a general word means: the host, or the village or firm last named."""
    group = next(name for name in _GROUPS if match[name] is not None)
    span = Span(*match.span(group))
    if group.startswith("seat"):
        host = scope.host(span.start)
        return Party(host, SEAT, span) if host else None
    sign = _MEANT[group.rstrip("2")]
    named = last_named(page, scope, sign, span.start)
    if named is None:
        return None
    return Party(named.name + (match["coop"] or match["coop2"] or ""), sign, span)


def last_named(page: Page, scope: Scope, sign: str, at: int) -> Party | None:
    """The village or the firm last named before *at*; a firm by its legal form before a brand."""
    near = [
        m
        for m in page.within(max(0, at - _REACH), at)
        if is_body(m) and m.span.end <= at and _SIGNS[body_kind(m)] == sign
    ]
    near = [m for m in near if body_kind(m) is not NameKind.BRAND] or near
    return _party(page, scope, near[-1]) if near else None
