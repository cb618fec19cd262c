"""Bodies: firms, institutes, offices, zones, towns, villages, parks, buildings, by their endings.

An ending (有限公司, 街道, 产业园) is found first, then the left edge of the name. A name may
run over a body before it where that makes one name: 复旦大学+计算机技术学院, 张庄街道+办事处.
Names in lists (A、B等企业) and short forms of names told in full (德盛铁路) need no ending.
"""

import re
from collections.abc import Iterator

from yinfeng.lexicon import bodies as words
from yinfeng.mentions.body_agreement import agreed
from yinfeng.mentions.body_candidates import Candidate, judged
from yinfeng.mentions.body_lists import listed
from yinfeng.mentions.body_short_names import repeated
from yinfeng.text import Text
from yinfeng.values import Mention, Name, NameKind, Span

_ENDING = re.compile(words.one_of(words.endings()))
_ADMINISTRATIVE = frozenset({NameKind.TOWN, NameKind.ZONE, NameKind.VILLAGE})
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
    return found + nested
