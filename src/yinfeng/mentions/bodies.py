"""Bodies: firms, institutes, offices, zones, towns, villages, parks, buildings, by their endings.

An ending (有限公司, 街道, 产业园) is found first, then the left edge of the name. A name may
run over a body before it where that makes one name: 复旦大学+计算机技术学院, 张庄街道+办事处.
Names in lists (A、B等企业) and short forms of names told in full (德盛铁路) need no ending.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.lexicon import bodies as words
from yinfeng.mentions.body_agreement import agreed
from yinfeng.mentions.body_candidates import Candidate, judged
from yinfeng.mentions.body_edges import starts_region
from yinfeng.mentions.body_lists import listed
from yinfeng.mentions.body_short_names import repeated
from yinfeng.text import Text
from yinfeng.values import Mention, Name, NameKind, Span

_ENDING = re.compile(words.one_of(words.endings()))
_ADMINISTRATIVE = frozenset({NameKind.TOWN, NameKind.ZONE, NameKind.VILLAGE})
_DASHES = ("—", "-", "——", "－", "·")
_BRANCH = re.compile(r"[一-龥]{2,3}(?:分?中心|分院|分校|分所|校区|院区|基地)")
_SPACE = re.compile(r"(?<=[一-龥]) | (?=[一-龥])")


def recognise(text: Text) -> Iterator[Mention]:
    """Every body named, from left to right; a town inside a longer name is named besides."""
    clean = text.clean
    found = agreed(clean, _by_ending(clean))
    found += listed(clean, found)
    found += repeated(clean, found)
    for body in sorted(found, key=lambda body: (body.start, -body.end)):
        says = _SPACE.sub("", clean[body.start : body.end])
        yield Mention(Span(body.start, body.end), Name(says, body.kind))


def _by_ending(clean: str) -> list[Candidate]:
    found: list[Candidate] = []
    nested: list[Candidate] = []
    endings = words.endings()
    for match in _ENDING.finditer(clean):
        body = judged(clean, match.start(), endings[match[0]], found)
        if body is None:
            continue
        while found and found[-1].start >= body.start:
            inner = found.pop()
            if inner.kind in _ADMINISTRATIVE:
                nested.append(inner)
        found.append(body)
    return [*_joined(clean, found), *nested]


def _joined(clean: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The bodies with a centre that — or a region ties to the one before: 某中心—协同创新中心."""
    before: Candidate | None = None
    for body in found:
        is_part = before is not None and body.kind is before.kind is NameKind.INSTITUTE
        if before and is_part and clean[before.end : body.start] in _DASHES:
            before = before._replace(end=body.end)
            continue
        if before is not None:
            yield before
        before = _with_branch(clean, body) if body.kind is NameKind.INSTITUTE else body
    if before is not None:
        yield before


def _with_branch(clean: str, body: Candidate) -> Candidate:
    """An institute with the branch named after a region: …研究中心宝山中心."""
    branch = _BRANCH.match(clean, body.end)
    is_branch = branch is not None and starts_region(clean, body.end)
    return body._replace(end=branch.end()) if branch and is_branch else body
