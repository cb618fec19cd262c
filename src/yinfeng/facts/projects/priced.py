"""Projects of a list, each led by its own sum: 投资2亿元的A、投资5000万元的B、总投资8亿元的C项目.

The sum shows that each of them is built, though 项目 stands only with the last. Where the sums
stand together (总投资分别为11亿元、6亿元的A和B) each project has the one of its own place.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.edges import is_generic
from yinfeng.facts.projects.money import is_money
from yinfeng.facts.projects.names import Named, without_marks
from yinfeng.values import Mention, Span

_LEADS = re.compile(r"投资(?:额)?(?:约|近|超|达|逾)?$")
_NAMED = re.compile(
    r"的[“]?(?P<name>[^,，。;；:：、的\d（(]{3,24}?)(?=[”]?(?:[(（][^()（）]*[)）])?(?:、|和|以及|及|等))"
)
_STOP = re.compile(r"[。;；\n]")
_APART = re.compile(r"分别(?:为|是|达|约|有)?(?:约|近|超)?$")
_JOINT = re.compile(r"(?:、|和|及|以及)(?:约|近|超)?")


def priced(page: Page, sentence: Sentence) -> Iterator[Named]:
    """The projects that a sentence lists each with its own sum before it."""
    if sentence.says.count("投资") < 2 or "、" not in sentence.says:
        return
    clean = page.text.clean
    sums = [
        m
        for m in sentence.mentions
        if is_money(m) and _LEADS.search(clean, max(0, m.span.start - 8), m.span.start)
    ]
    group = None
    for one, following in pairwise(sums):
        match = _NAMED.match(clean, one.span.end, following.span.start)
        if match is None or _STOP.search(clean, match.end(), following.span.start):
            group = None
            continue
        group = group if group is not None else clean.rfind("投资", 0, one.span.start)
        name = without_marks(match["name"])
        if not name.endswith(("项目", "工程")) and not is_generic(name):
            yield Named(name, Span(*match.span("name")), group, group)


def apportioned(page: Page, start: int, end: int, place: int, count: int) -> Mention | None:
    """The sum at *place* of as many as there are projects: 总投资分别为11亿元、6亿元的A和B."""
    clean = page.text.clean
    sums = [m for m in page.within(start, end) if is_money(m)]
    for at, one in enumerate(sums):
        lead = clean[max(start, one.span.start - 14) : one.span.start]
        if "投资" not in lead or not _APART.search(lead):
            continue
        row = sums[at : at + count]
        if len(row) == count and _stand_together(clean, row):
            return row[place]
    return None


def _stand_together(clean: str, row: Sequence[Mention]) -> bool:
    return all(_JOINT.fullmatch(clean, a.span.end, b.span.start) for a, b in pairwise(row))
