"""Bodies: firms, institutes, offices, zones, towns, villages, parks, buildings, by their endings.

An ending (有限公司, 街道, 产业园) is found first, then the left edge of the name. A name may
run over a body before it where that makes one name: 复旦大学+计算机技术学院, 张庄街道+办事处.
Names in lists (A、B等企业), of those called on (拜访立讯精密) and short forms of names told in
full (恒岭铁路) need no ending.
"""

import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from yinfeng.lexicon import bodies as words
from yinfeng.mentions.body_agreement import agreed
from yinfeng.mentions.body_candidates import Candidate, judged
from yinfeng.mentions.body_edges import starts_region
from yinfeng.mentions.body_lists import listed
from yinfeng.mentions.body_short_names import repeated, told_again
from yinfeng.mentions.body_talks import talked_of
from yinfeng.mentions.body_trades import traded
from yinfeng.mentions.body_visits import visited
from yinfeng.text import Text
from yinfeng.values import Mention, Name, NameKind, Span

_ENDINGS = tuple(words.endings().values())
_FIND = AhoCorasick([e.says for e in _ENDINGS], matchkind=MatchKind.LeftmostLongest)
_ADMINISTRATIVE = frozenset({NameKind.TOWN, NameKind.ZONE, NameKind.VILLAGE})
_TIED = re.compile(r"(?:—{1,2}|-|－)[一-龥]{2,14}?(?:中心|研究院|研究所|实验室|学院|基地)")
_BRANCH = re.compile(r"[一-龥]{2,3}(?:分?中心|分院|分校|分所|校区|院区|基地)")
_HALVES = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"(?<=[一-龥]) | (?=[一-龥])")


def recognise(text: Text) -> Iterator[Mention]:
    """Every body named, from left to right; a town inside a longer name is named besides."""
    clean = text.clean
    found = agreed(clean, _by_ending(clean))
    found += listed(clean, found)
    found += repeated(clean, found)
    for known_by in (traded, visited, talked_of) if text.is_talk else (traded, visited):
        if names := known_by(clean, found):
            found += names
            found += told_again(clean, found, names)
    for body in sorted(found, key=lambda body: (body.start, -body.end)):
        says = clean[body.start : body.end]
        says = _SPACE.sub("", says) if " " in says else says
        yield Mention(Span(body.start, body.end), Name(says, body.kind))


def _by_ending(clean: str) -> list[Candidate]:
    found: list[Candidate] = []
    nested: list[Candidate] = []
    for which, at in _endings(clean):
        body = judged(clean, at, _ENDINGS[which], found)
        if body is None:
            continue
        while found and found[-1].start >= body.start:
            inner = found.pop()
            if inner.kind in _ADMINISTRATIVE:
                nested.append(inner)
        found.append(body)
    return [*_joined(clean, found), *nested]


def _endings(clean: str) -> Iterator[tuple[int, int]]:
    """Which ending stands where; half a character (a lone surrogate) is none of any."""
    try:
        found = _FIND.find_matches_as_indexes(clean)
    except UnicodeEncodeError:
        found = _FIND.find_matches_as_indexes(_HALVES.sub("�", clean))
    return ((which, at) for which, at, _ in found)


def _joined(clean: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The bodies, institutes with the part that — or a region ties to them: 某中心—创新中心.

    A firm right behind a group is one of its firms: 某某集团江西电力有限公司.
    """
    open_group: Candidate | None = None
    last = 0
    for body in found:
        if body.start < last:
            continue
        whole = _with_part(clean, body) if body.kind is NameKind.INSTITUTE else body
        last = whole.end
        if open_group is not None:
            if whole.kind is NameKind.FIRM and whole.start == open_group.end:
                whole = whole._replace(start=open_group.start)
            else:
                yield open_group
        open_group = whole if whole.kind is NameKind.GROUP else None
        if open_group is None:
            yield whole
    if open_group is not None:
        yield open_group


def _with_part(clean: str, body: Candidate) -> Candidate:
    branch = _BRANCH.match(clean, body.end)
    if branch is None or not starts_region(clean, body.end):
        branch = _TIED.match(clean, body.end)
    return body._replace(end=branch.end()) if branch else body
