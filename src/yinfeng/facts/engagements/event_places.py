"""Where a visit took place, when no words of going tell it: what guests were shown, where they met.

在县政务大厅会见了…; 客商一行察看了某某产业园; 走访了宝安区的某公司 is told to be in 宝安区.
"""

import re
from collections.abc import Sequence

from yinfeng.facts.engagements.event_words import place_at
from yinfeng.facts.engagements.sightings import Sighting
from yinfeng.facts.page import Page, Sentence
from yinfeng.values import Name, NameKind, Span

_MET = re.compile(r"在(?P<here>[^,，。;；在]{2,12}?)(?:亲切|热情)?(?:会见|会晤|约见|接待)")
_SHOWN = re.compile(
    r"(?:考察|察看|查看|参观|视察|踏勘|踏看|走访|看了|调研|深入)了?(?:一下)?(?=[一-龥“])"
)
_SITES = frozenset({NameKind.PARK, NameKind.BUILDING})
_LOT = re.compile(r"[东西南北中]?[区片侧部]?(?:\d+号)?(?:地块|厂房)")
_NEAR = 12


def place_of(page: Page, sighting: Sighting, sentences: Sequence[Sentence]) -> Span | None:
    """The place of an event, by its own words of going or by what the visit saw."""
    if sighting.place is not None:
        return sighting.place
    if sighting.type == "visit_in":
        return _met_at(page, sentences[0]) or _shown(page, sentences[:2])
    if sighting.type == "visit_out":
        stop = sentences[0].span.end
        there = place_at(page, sighting.after, stop)
        return there if there and page.says(there.end, there.end + 1) == "的" else None
    return None


def _met_at(page: Page, sentence: Sentence) -> Span | None:
    match = _MET.search(page.text.clean, *sentence.span)
    return Span(*match.span("here")) if match else None


def _shown(page: Page, sentences: Sequence[Sentence]) -> Span | None:
    """The first park or building of the host that guests looked at."""
    clean = page.text.clean
    for sentence in sentences:
        for match in _SHOWN.finditer(clean, *sentence.span):
            for mention in page.within(match.end(), match.end() + _NEAR):
                name = mention.value
                if isinstance(name, Name) and name.kind in _SITES and "生产" not in name.text:
                    lot = _LOT.match(clean, mention.span.end)
                    return Span(mention.span.start, lot.end() if lot else mention.span.end)
    return None
