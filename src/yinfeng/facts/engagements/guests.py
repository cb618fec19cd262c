"""Who was visited, met or came: the bodies on the other side of an engagement.

A town or zone counts where the trip went to it or guests came from it; the office of somebody who
only attends does not, but a firm whose head signs does. Parks count where one goes to learn.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.facts.engagements.sightings import FIRMS, GOVERNMENTS, Sighting, bodies_in
from yinfeng.facts.offices.bodies import body_kind, body_text, plain_body
from yinfeng.facts.offices.posts import officers
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Mention, NameKind, Span

_ATTENDS = re.compile(r"参加|出席|发言|参会|与会|签约|签订|签署|入驻|受邀|应邀")
_UPPER = re.compile(r"[省市县区](?:委|政府)?")
_COMMA = re.compile(r"[,，]")
# Who came along: 区商投局、某某集团负责人参加; 参加本次考察的还有某某公司.
_WITH_THEM = re.compile(
    r"(?:^|[,，。;；])(?P<who>[^,，。;；]{2,80}?(?:参加|陪同|随行|同行|参与)(?:活动|考察|调研|招商|座谈)*(?=[,，。;；]|$))"
    r"|参加(?:本次|此次|这次)?(?:学习|考察|招商|调研|活动)*的(?:还)?有[^。;；]*"
)
_ALONG = re.compile("参加|陪同|随行|同行|参与")
_ON_THE_ROAD = ("visit_out", "study", "exchange")
_BUILT = frozenset({NameKind.PARK, NameKind.BUILDING})
_KEPT = FIRMS | {NameKind.INSTITUTE}
_DELEGATION = re.compile(
    r"(?:(?<![一-龥])|(?<=[近当]日)|(?<=[上下]午)|(?<=日前))(?![我该本])"
    r"(?P<name>(?:(?![率领的])[一-龥]){3,16}?(?:代表团|考察团|考察组|调研团))(?=[一前来到赴走莅在])"
)
_GATHERINGS = ("ceremony", "meeting")
Guests = dict[str, Span]


def guests_of(
    page: Page, scope: Scope, sighting: Sighting, sentences: Sequence[Sentence]
) -> Guests:
    """The bodies on the other side, and the words that name them."""
    if sighting.type in _GATHERINGS:
        at_it = _at_gathering(page, scope, sighting, sentences)
        if sighting.guest is not None:
            at_it.setdefault(_name(page, scope, sighting.guest), sighting.guest.span)
        return _once(at_it)
    found: Guests = {}
    if sighting.guest is not None:
        found[_name(page, scope, sighting.guest)] = sighting.guest.span
    for mention in _without_way(sighting, tuple(_of_trip(page, scope, sighting, sentences))):
        found.setdefault(_name(page, scope, mention), mention.span)
    if not found and _comes(sighting):
        found |= _delegation(page, sighting, sentences[0])
    return _once(found)


def _delegation(page: Page, sighting: Sighting, opening: Sentence) -> Guests:
    """The delegation of a place that came without a leader's name: 某市镇村企代表团一行23人到…."""
    told = _DELEGATION.search(page.text.clean, opening.span.start, sighting.at)
    return {told["name"]: Span(*told.span("name"))} if told else {}


def _once(found: Guests) -> Guests:
    """The guests without the short forms of names that are told in full besides."""
    return {
        name: span
        for name, span in found.items()
        if not any(name != other and name in other for other in found)
    }


def _name(page: Page, scope: Scope, mention: Mention) -> str:
    return plain_body(page, mention, scope.host(mention.span.start))


def _of_trip(
    page: Page, scope: Scope, sighting: Sighting, sentences: Sequence[Sentence]
) -> Iterator[Mention]:
    opening = sentences[0]
    start, end = opening.span
    along = _came_along(page, sighting, sentences)
    is_exchange = sighting.type == "exchange" and sighting.name is not None
    if is_exchange:
        start, end = sighting.after, sighting.until
    elif sighting.type in ("visit_out", "study", "exchange") and not _comes(sighting):
        start = sighting.after
    for mention in bodies_in(page, scope, start, end):
        if _counts(page, sighting, mention, start) and not _is_among(mention, along):
            yield mention
    if is_exchange:
        return
    for sentence in sentences[1:]:
        own = _office_spans(page, scope, sentence)
        for mention in bodies_in(page, scope, *sentence.span):
            kinds = _KEPT | _BUILT if sighting.type == "study" else _KEPT
            is_theirs = mention.span not in own and not _is_among(mention, along)
            if body_kind(mention) in kinds and is_theirs:
                yield mention


def _came_along(page: Page, sighting: Sighting, sentences: Sequence[Sentence]) -> Sequence[Span]:
    """The words that tell who of the host's went too, on a trip that the host made."""
    if sighting.type not in _ON_THE_ROAD or _comes(sighting):
        return ()
    return tuple(
        Span(*match.span())
        for sentence in sentences
        if _ALONG.search(sentence.says)
        for match in _WITH_THEM.finditer(page.text.clean, *sentence.span)
    )


def _is_among(mention: Mention, along: Sequence[Span]) -> bool:
    return any(span.covers(mention.span) for span in along)


def _without_way(sighting: Sighting, guests: Sequence[Mention]) -> Iterator[Mention]:
    """The guests without the town of the place, where a body in it was visited."""
    is_visited = sighting.type == "visit_out" and any(body_kind(m) in _KEPT for m in guests)
    for mention in guests:
        is_way = sighting.place is not None and sighting.place.covers(mention.span)
        if not (is_visited and is_way and body_kind(mention) in GOVERNMENTS):
            yield mention


def _comes(sighting: Sighting) -> bool:
    """Whether guests came: what is told of them stands before the verb."""
    return sighting.until == sighting.after


def _counts(page: Page, sighting: Sighting, mention: Mention, start: int) -> bool:
    kind = body_kind(mention)
    if kind in _KEPT:
        return True
    if kind in _BUILT:
        return sighting.type == "study"
    if kind not in GOVERNMENTS:
        return False
    if _comes(sighting):
        return mention.span.start < sighting.at or sighting.at == sighting.after
    return not _COMMA.search(page.says(start, mention.span.start))


def _at_gathering(
    page: Page, scope: Scope, sighting: Sighting, sentences: Sequence[Sentence]
) -> Guests:
    found: Guests = {}
    attending: Guests = {}
    for sentence in sentences:
        own = _office_spans(page, scope, sentence)
        is_opening = sentence is sentences[0]
        start = _work_start(page, sighting) if is_opening else 0
        for mention in bodies_in(page, scope, max(start, sentence.span.start), sentence.span.end):
            if sighting.place and sighting.place.covers(mention.span):
                continue
            kind = body_kind(mention)
            if mention.span in own and kind not in FIRMS:
                if kind is NameKind.INSTITUTE and not _UPPER.match(body_text(mention)):
                    attending.setdefault(_name(page, scope, mention), mention.span)
            elif _attends(page, sighting, sentence, mention, is_opening=is_opening):
                found.setdefault(_name(page, scope, mention), mention.span)
    return found or attending


def _work_start(page: Page, sighting: Sighting) -> int:
    """Where the work's name begins behind those who made it (由…改建的某某园); 0 if it does not."""
    name = sighting.name
    return name.start if name and page.says(name.start - 1, name.start) == "的" else 0


def _attends(
    page: Page, sighting: Sighting, sentence: Sentence, mention: Mention, *, is_opening: bool
) -> bool:
    kind = body_kind(mention)
    if kind in _BUILT:
        clause = page.says(mention.span.end, min(sentence.span.end, mention.span.end + 30))
        return sighting.type == "meeting" and bool(_ATTENDS.search(clause))
    if kind is NameKind.GOVERNMENT:
        return sighting.type == "meeting" and is_opening and mention.span.end <= sighting.at + 40
    if kind not in _KEPT:
        return False
    if sighting.type == "meeting" and not is_opening:
        return _ATTENDS.search(sentence.says) is not None
    return True


def _office_spans(page: Page, scope: Scope, sentence: Sentence) -> frozenset[Span]:
    """The bodies that are told only as where somebody holds an office."""
    people = officers(page, scope, sentence)
    return frozenset(
        office.body_span for officer in people for office in officer.offices if office.body_span
    )
