"""Short forms of names told in full in the same document: 恒岭铁路, 鹿鹿通公司, 海盐经开.

The trade name (字号) is the full name without region, words of the trade and legal form. With a
word of its trade, or with 公司 or 集团, it stands for the firm; two characters alone do not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from yinfeng.lexicon import bodies as words
from yinfeng.lexicon.dictionary import found_in
from yinfeng.mentions.body_candidates import Candidate, uncovered
from yinfeng.mentions.body_edges import starts_region
from yinfeng.values import NameKind

_TOLD = re.compile(r"简称[:：为]?[“\"「‘]?(?P<name>[^“”\"「」‘’()（）,，。\n]{2,14})[”\"」’]?[)）]")
_BRACKET = re.compile(r"[(（][^()（）]*[)）]")
_FORMS = ("公司", "集团", "厂")
_LONGEST_TRADE = 6
MANY = 60
"""So many forms are looked for one by one; more of them all at once."""

_SHORTENED = frozenset({NameKind.FIRM, NameKind.GROUP})


def repeated(clean: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The short forms in *clean* of the bodies found."""
    return _elsewhere(clean, found, dict(_short_forms(clean, found)))


def told_again(
    clean: str, found: Sequence[Candidate], names: Sequence[Candidate]
) -> list[Candidate]:
    """The places where *names* stand once more and none of the bodies found covers them."""
    forms = {clean[name.start : name.end]: name.kind for name in names}
    return _elsewhere(clean, found, {says: kind for says, kind in forms.items() if len(says) > 3})


def _elsewhere(
    clean: str, found: Sequence[Candidate], forms: Mapping[str, NameKind]
) -> list[Candidate]:
    if not forms:
        return []
    places = _places(clean, sorted(forms, key=len, reverse=True))
    return uncovered((Candidate(at, end, forms[clean[at:end]], end) for at, end in places), found)


def _places(clean: str, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the forms stand, the places of the first form first."""
    if len(forms) > MANY:
        found = found_in(AhoCorasick(forms), clean, overlapping=True)
        yield from ((start, end) for _, start, end in sorted(found))
        return
    for form in forms:
        at = clean.find(form)
        while at >= 0:
            yield at, at + len(form)
            at = clean.find(form, at + len(form))


def _short_forms(clean: str, found: Sequence[Candidate]) -> Iterator[tuple[str, NameKind]]:
    for says, ending, kind in {
        (clean[body.start : body.end], clean[body.ending : body.end], body.kind) for body in found
    }:
        if kind in _SHORTENED:
            for form in firm_forms(says.removesuffix(ending)):
                yield form, NameKind.BRAND
        elif kind is NameKind.BRAND and len(says) > 2:
            yield says, kind
        elif kind is NameKind.ZONE:
            yield f"{says.removesuffix(ending)}经开", kind
    for match in _TOLD.finditer(clean):
        before = [body for body in found if body.end <= match.start()]
        yield match["name"], before[-1].kind if before else NameKind.BRAND


def firm_forms(core: str) -> Iterator[str]:
    """The short forms of a firm's *core*: its name without the legal form at the end."""
    core = _without_region(_BRACKET.sub("", core))
    while core:
        if len(core) >= 3:
            yield core
        if len(core) >= 2:
            yield from (core + form for form in _FORMS)
        shorter = _without_trade(core)
        if len(shorter) < 2 or shorter == core:
            return
        core = shorter


def _without_region(core: str) -> str:
    for length in (3, 2):
        if starts_region(core, 0) and core[:length] in words.region_heads():
            rest = core[length:].lstrip("省市县区")
            return rest if len(rest) >= 2 else core
    return core


def _without_trade(core: str) -> str:
    for length in range(min(_LONGEST_TRADE, len(core) - 2), 0, -1):
        if core[-length:] in words.trades():
            return core[:-length]
    return core
